//! Findings that belong together are one finding.

use std::collections::BTreeMap;

use super::{Finding, Label};
use crate::text::SourceId;

/// Sorts findings by place. What is said of one place twice is said once; what is said of several places
/// of one source in the same words is one finding with a label at each.
pub(crate) fn join(mut findings: Vec<Finding>) -> Vec<Finding> {
    findings.sort_by(|a, b| {
        (a.place.place, a.kind.name, &a.message).cmp(&(b.place.place, b.kind.name, &b.message))
    });
    findings.dedup();
    let mut joined: Vec<Finding> = Vec::with_capacity(findings.len());
    let mut told: BTreeMap<(SourceId, &'static str, String), usize> = BTreeMap::new();
    for finding in findings {
        let key = (
            finding.place.place.source,
            finding.kind.name,
            finding.message.clone(),
        );
        if let Some(first) = told.get(&key) {
            add(&mut joined[*first], finding); // an index of `joined`
        } else {
            told.insert(key, joined.len());
            joined.push(finding);
        }
    }
    joined
}

/// Adds to `first` what `again` says of another place.
fn add(first: &mut Finding, again: Finding) {
    let Label { place, text } = again.place;
    let text = if text == first.place.text {
        String::from("and here")
    } else {
        text
    };
    let mut labels = vec![Label { place, text }];
    labels.extend(again.related);
    for label in labels {
        let is_told = |known: &Label| known.place == label.place;
        if !is_told(&first.place) && !first.related.iter().any(is_told) {
            first.related.push(label);
        }
    }
    for subject in again.subjects {
        if !first.subjects.contains(&subject) {
            first.subjects.push(subject);
        }
    }
    match (&mut first.fix, again.fix) {
        (Some(fix), Some(more)) if fix.title == more.title && fix.certainty == more.certainty => {
            fix.edits.extend(
                more.edits
                    .into_iter()
                    .filter(|edit| !fix.edits.contains(edit))
                    .collect::<Vec<_>>(),
            );
        }
        _ => {}
    }
    for help in again.help {
        if !first.help.contains(&help) {
            first.help.push(help);
        }
    }
}
