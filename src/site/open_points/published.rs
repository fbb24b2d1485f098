//! Which findings a handbook shows: the same for pages and data.

use std::collections::BTreeSet;

use crate::config::{Config, Publish};
use crate::finding::Finding;
use crate::model::{DocumentKind, Organisation};
use crate::text::{Snapshot, SourceId};

/// What may be told of.
#[derive(Clone, Copy)]
pub(in crate::site) struct Published<'a> {
    pub(in crate::site) config: &'a Config,
    /// The sources of what is said of people beside their names.
    pub(in crate::site) personal: &'a BTreeSet<SourceId>,
}

impl Published<'_> {
    /// Whether the handbook shows `finding`.
    pub(super) fn shows(&self, finding: &Finding) -> bool {
        self.config.shows(finding.kind) && self.has(finding.place.place.source)
    }

    /// Whether what stands in `source` may be told of.
    pub(super) fn has(&self, source: SourceId) -> bool {
        !self.personal.contains(&source)
    }
}

/// The sources of which nothing is told: the documents of people, and whatever else lies where such sources do and is no
/// document; none where all may be told.
pub(in crate::site) fn personal(
    snapshot: &Snapshot,
    config: &Config,
    organisation: &Organisation,
) -> BTreeSet<SourceId> {
    if config.publish == Publish::Full {
        return BTreeSet::new();
    }
    let beside = snapshot
        .iter()
        .filter(|(_, source)| source.path.as_str().starts_with("content/people"));
    let mut personal: BTreeSet<SourceId> = beside.map(|(id, _)| id).collect();
    for document in &organisation.documents {
        if document.kind == DocumentKind::Person {
            personal.insert(document.source);
        } else {
            personal.remove(&document.source);
        }
    }
    personal
}
