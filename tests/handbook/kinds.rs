//! Every kind of finding, by the example that explains it: what the command prints of it, whole.

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
        let before = Handbook::new(example.before).findings_with(&options);
        insta::assert_snapshot!(kind.name, before);
        let after = Handbook::new(example.after).findings_with(&options);
        assert!(!after.contains(&format!("[{}]", kind.name)), "{after}");
    }
}
