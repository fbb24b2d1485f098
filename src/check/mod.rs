//! Lints: what an organisation, each name of which is found, still says wrongly.

mod delegation_cycle;

use crate::finding::{Finding, Kind, kind};
use crate::model::Organisation;

/// A lint: what it is called, and how it looks.
struct Lint {
    kind: &'static Kind,
    run: fn(&Organisation) -> Vec<Finding>,
}

/// Every lint: one file and one row each.
static LINTS: &[Lint] = &[Lint {
    kind: &kind::DELEGATION_CYCLE,
    run: delegation_cycle::run,
}];

/// Runs every lint.
pub(crate) fn run(organisation: &Organisation) -> Vec<Finding> {
    let found = LINTS.iter().flat_map(|lint| {
        let findings = (lint.run)(organisation);
        debug_assert!(
            findings.iter().all(|finding| finding.kind == lint.kind),
            "{}",
            lint.kind.name
        );
        findings
    });
    found.collect()
}
