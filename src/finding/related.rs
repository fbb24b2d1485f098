//! Findings that belong together are one finding.

use std::collections::BTreeSet;

use super::{Finding, Label};
use crate::text::SourceId;

/// Sorts findings by place. What is said of one place twice is said once; what is said of several places
/// of one source in the same words is one finding with a label at each.
pub(crate) fn join(mut findings: Vec<Finding>) -> Vec<Finding> {
    findings.sort_by(|a, b| (words(a), a.place.place).cmp(&(words(b), b.place.place)));
    findings.dedup();
    let mut joined: Vec<Finding> = Vec::with_capacity(findings.len());
    let mut findings = findings.into_iter().peekable();
    while let Some(mut first) = findings.next() {
        let mut is_alone = true;
        while let Some(again) = findings.next_if(|next| words(next) == words(&first)) {
            add(&mut first, again);
            is_alone = false;
        }
        if !is_alone {
            say_once(&mut first);
        }
        joined.push(first);
    }
    joined.sort_by(|a, b| (a.place.place, words(a)).cmp(&(b.place.place, words(b))));
    joined
}

/// What is said, and in which source.
fn words(finding: &Finding) -> (SourceId, &'static str, &str) {
    (finding.place.place.source, finding.kind.name, &finding.message)
}

/// Adds to `first` what `again` says of another place.
fn add(first: &mut Finding, again: Finding) {
    let Label { place, text } = again.place;
    let text = if text == first.place.text {
        String::from("and here")
    } else {
        text
    };
    first.related.push(Label { place, text });
    first.related.extend(again.related);
    first.subjects.extend(again.subjects);
    first.help.extend(again.help);
    if let (Some(fix), Some(more)) = (&mut first.fix, again.fix)
        && (&fix.title, fix.certainty) == (&more.title, more.certainty)
    {
        fix.edits.extend(more.edits);
    }
}

/// Leaves out what was added and is there already.
fn say_once(finding: &mut Finding) {
    let mut places = BTreeSet::from([finding.place.place]);
    finding.related.retain(|label| places.insert(label.place));
    once(&mut finding.subjects);
    once(&mut finding.help);
    if let Some(fix) = &mut finding.fix {
        once(&mut fix.edits);
    }
}

fn once<T: Clone + Ord>(all: &mut Vec<T>) {
    let mut told = BTreeSet::new();
    all.retain(|one| told.insert(one.clone()));
}
