//! Every kind explains itself, and its example is true.

use super::cases::{asking, compiled, snapshot};
use super::catalogue;
use crate::compile;
use crate::finding::Level;

#[test]
fn every_kind_explains_itself() {
    let silent = catalogue().filter(|kind| {
        let explanation = &kind.explanation;
        let texts = [explanation.what, explanation.why, explanation.mend, kind.summary];
        texts.iter().any(|text| text.trim().is_empty())
    });
    let names: Vec<&str> = silent.map(|kind| kind.name).collect();
    assert_eq!(names, [""; 0]);
}

#[test]
fn examples_have_the_finding_before_and_not_after() {
    for kind in catalogue() {
        let Some(example) = &kind.explanation.example else {
            continue;
        };
        let has_it = |files: &str| {
            let findings = compile(&snapshot(files), &asking(kind)).findings;
            findings.iter().any(|finding| finding.kind == kind)
        };
        assert!(has_it(example.before), "{}: not before", kind.name);
        assert!(!has_it(example.after), "{}: still after", kind.name);
        let denied = compiled(&snapshot(example.after)).findings;
        let denied: Vec<&str> = denied
            .iter()
            .filter(|finding| finding.level == Level::Deny)
            .map(|finding| finding.message.as_str())
            .collect();
        assert_eq!(denied, [""; 0], "{}", kind.name);
    }
}

#[test]
fn phrases_have_the_same_places_in_every_language() {
    let places = |text: &str| {
        let mut found: Vec<String> = text
            .split('{')
            .skip(1)
            .filter_map(|rest| rest.split_once('}'))
            .map(|(name, _)| name.to_owned())
            .collect();
        found.sort();
        found
    };
    for kind in catalogue() {
        for language in ["de", "fr", "it"] {
            let title = kind.title.written(language);
            assert!(
                !title.is_empty() && places(title) == places(kind.title.en),
                "{}",
                kind.name
            );
        }
    }
}
