//! Lints, one file each.

use rayon::prelude::*;

use super::{
    Evidence, answer, calendar, circle_speech, circles, entries, mentions, one_sided, strays, unclear,
    unlinked,
};
use crate::finding::{Finding, Kind, Levels};

/// A lint: what it is called, and how it looks.
struct Lint {
    kind: &'static Kind,
    run: fn(&Evidence) -> Vec<Finding>,
}

macro_rules! lints {
    ($($file:ident;)*) => {
        $(mod $file;)*
        /// Every lint, in the order in which they are listed to people.
        static LINTS: &[Lint] = &[$(Lint { kind: &$file::KIND, run: $file::run }),*];
    };
}

lints! {
    delegation_cycle;
    missing_section;
    empty_section;
    unknown_section;
    empty_relation;
    duplicate_relation;
    unclear_relation;
    unlinked_relation;
    unanswered_expectation;
    unclaimed_deliverable;
    vacant_role;
    no_delegator;
    isolated_role;
    self_relation;
    review_overdue;
    term_ended;
    overloaded_person;
    single_keeper;
    dependency_cycle;
    unlinked_mention;
    unused_party;
}

/// What lints find.
pub(super) fn kinds() -> impl Iterator<Item = &'static Kind> {
    LINTS.iter().map(|lint| lint.kind)
}

/// Runs every lint that is heard anywhere.
pub(crate) fn run(evidence: &Evidence, levels: &Levels) -> Vec<Finding> {
    let heard = LINTS.par_iter().filter(|lint| levels.is_heard(lint.kind));
    let found = heard.flat_map_iter(|lint| {
        let findings = (lint.run)(evidence);
        debug_assert!(
            findings.iter().all(|finding| finding.kind == lint.kind),
            "{}",
            lint.kind.name
        );
        findings
    });
    found
        .filter(|finding| evidence.is_asked(finding.place.place.source))
        .collect()
}
