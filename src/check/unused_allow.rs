//! `unused-allow`

use std::collections::BTreeSet;

use super::settings::Settings;
use crate::finding::{Explanation, Finding, Kind, Level};
use crate::text::{Phrase, Place};

/// A file that allows a finding which it does not have.
pub(super) static KIND: Kind = Kind {
    name: "unused-allow",
    level: Level::Warn,
    title: Phrase {
        en: "Exceptions that nothing needs",
        de: "Ausnahmen, die nichts mehr braucht",
        fr: "Exceptions devenues inutiles",
        it: "Eccezioni non più necessarie",
    },
    summary: "a file that allows a finding which it does not have",
    explanation: Explanation {
        what: "",
        why: "",
        mend: "",
        example: None,
    },
    names_people: false,
    is_timed: false,
};

/// The settings of sources that suppress nothing, given all `findings` before levels are applied.
pub(super) fn findings(settings: &Settings, findings: &[Finding]) -> Vec<Finding> {
    let there: BTreeSet<_> = findings
        .iter()
        .map(|finding| (finding.place.place.source, finding.kind.name))
        .collect();
    let allowing = settings.written.iter().filter(|set| set.level == Level::Allow);
    let idle = allowing.filter(|set| !there.contains(&(set.source, set.kind.name)));
    let finding = |set: &super::settings::Setting| {
        let place = Place::new(set.source, set.span);
        Finding::new(
            &KIND,
            place,
            format!("this file has no `{}` to allow", set.kind.name),
        )
        .label("suppresses nothing")
        .help("take this line out")
        .about(set.kind.name)
    };
    idle.map(finding).collect()
}
