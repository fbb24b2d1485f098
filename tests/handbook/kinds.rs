//! Every kind of finding, by the example that explains it: what the command prints of it.

use super::support::Handbook;
use rolebook::finding::Level;

#[test]
fn every_example_prints_its_finding_before_and_not_after() {
    for kind in rolebook::catalogue() {
        let Some(example) = &kind.explanation.example else {
            continue;
        };
        let heard = if kind.level == Level::Deny {
            "--deny"
        } else {
            "--warn"
        };
        let options = ["--date", "2026-11-23", heard, kind.name];
        let name = format!("[{}]", kind.name);
        let before = Handbook::new(example.before).findings_with(&options);
        // What else is to be said of a small example is not this kind's matter.
        let own: Vec<&str> = before.split("\n\n").filter(|told| told.contains(&name)).collect();
        insta::assert_snapshot!(kind.name, own.join("\n\n"));
        let after = Handbook::new(example.after).findings_with(&options);
        assert!(!after.contains(&name), "{after}");
    }
}
