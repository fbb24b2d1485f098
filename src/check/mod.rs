//! Lints: what an organisation, each name of which is found, still says wrongly.

use crate::finding::Finding;
use crate::model::Organisation;

/// Runs every lint.
pub fn run(organisation: &Organisation) -> Vec<Finding> {
    let _ = organisation;
    Vec::new()
}
