//! `unknown-lint`

use super::catalogue;
use crate::finding::{Certainty, Explanation, Finding, Fix, Kind, Level};
use crate::model::Spot;
use crate::text::{Phrase, Place, SourceId, nearest};

/// A level set for a finding that does not exist.
pub(super) static KIND: Kind = Kind {
    name: "unknown-lint",
    level: Level::Warn,
    title: Phrase {
        en: "Levels for findings that do not exist",
        de: "Stufen für Befunde, die es nicht gibt",
        fr: "Niveaux de constats inexistants",
        it: "Livelli di rilievi inesistenti",
    },
    summary: "a level set for a finding that does not exist",
    explanation: Explanation {
        what: "",
        why: "",
        mend: "",
        example: None,
    },
    names_people: false,
    is_timed: false,
};

/// `[lints]` has a name that no finding has.
pub(super) fn finding(source: SourceId, name: &Spot<String>) -> Finding {
    let place = Place::new(source, name.span);
    let finding = Finding::new(&KIND, place, format!("no finding is called `{}`", name.value))
        .label("this sets nothing")
        .about(&name.value);
    let near = nearest(&name.value, catalogue().map(|kind| kind.name));
    match near.as_slice() {
        [] => finding.help("`rolebook explain` lists the names of all findings"),
        [one] => finding
            .near(&near)
            .fix(Fix::new(format!("write `{one}`"), place, *one, Certainty::Likely)),
        near => finding.near(near),
    }
}
