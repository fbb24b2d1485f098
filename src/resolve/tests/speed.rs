//! Nothing is done for each pair of things.

use std::fmt::Write as _;

use super::Handbook;

/// A handbook of many roles, each of which fails in every way that is looked into for near names.
#[test]
fn many_broken_references_are_reported_in_time() {
    let mut text = String::new();
    for number in 0..2_000 {
        write!(
            text,
            "=== roles/role-{number:05}.md\n+++\ndelegator = \"rile-{number}\"\nkeepers = [\"parson-{number}\"]\n+++\n\
             # Role {number}\n\n[[rule {number}#x]] [x](rale-{number:05}.md) [[#x{number}]]\n\n\
             ## Dependencies\n\n### The role {number}\n\n- x\n"
        )
        .unwrap_or_default();
    }
    let handbook = Handbook::of(&text);
    assert_eq!(handbook.findings.len(), 2_000 * 6);
}
