//! Lints: what an organisation, each name of which is found, still says wrongly; and what `[lints]` makes of
//! all findings.

mod answer;
mod asked;
mod baseline;
#[cfg(test)]
mod baseline_tests;
mod calendar;
#[cfg(test)]
pub(crate) mod cases;
mod catalogue;
#[cfg(test)]
mod catalogue_tests;
mod circle_speech;
mod circles;
mod delegation_cycle;
mod dependency_cycle;
mod duplicate_relation;
mod empty_relation;
mod empty_section;
mod entries;
mod evidence;
#[cfg(test)]
mod fix_tests;
#[cfg(test)]
mod html_tests;
mod isolated_role;
mod mentions;
mod missing_section;

mod no_delegator;
mod one_sided;
mod overloaded_person;
mod review_overdue;
mod self_relation;
mod settings;
mod single_keeper;
mod strays;
mod taken_out;
mod term_ended;
mod unanswered_expectation;
mod unclaimed_deliverable;
mod unclear;
mod unclear_relation;
mod unknown_lint;
mod unknown_section;
mod unlinked_mention;
mod unused_allow;
mod unused_party;
mod vacant_role;
mod wording;

use rayon::prelude::*;

pub use asked::{Asked, Lints};
pub(crate) use baseline::Baseline;
pub use catalogue::catalogue;
pub(crate) use catalogue::named;
pub(crate) use evidence::{Evidence, faulty};
pub(crate) use settings::Settings;

use crate::finding::{Finding, Kind, Levels};

/// A lint: what it is called, and how it looks.
struct Lint {
    kind: &'static Kind,
    run: fn(&Evidence) -> Vec<Finding>,
}

macro_rules! lints {
    ($($file:ident),* $(,)?) => {
        &[$(Lint { kind: &$file::KIND, run: $file::run }),*]
    };
}

/// Every lint, one file each, in the order in which they are listed to people.
static LINTS: &[Lint] = lints![
    delegation_cycle,
    missing_section,
    empty_section,
    unknown_section,
    empty_relation,
    duplicate_relation,
    unclear_relation,
    unanswered_expectation,
    unclaimed_deliverable,
    vacant_role,
    no_delegator,
    isolated_role,
    self_relation,
    review_overdue,
    term_ended,
    overloaded_person,
    single_keeper,
    dependency_cycle,
    unlinked_mention,
    unused_party,
];

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
    found.collect()
}
