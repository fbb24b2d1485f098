//! What of a handbook is internal, and the same handbook without it.
//!
//! A profile leaves things out before anything is made of them: the sources are cut, and what is made of what is left can
//! show nothing else. What is marked is looked for in the whole handbook, where all names are looked up.

mod cuts;
mod front;
mod leaks;
mod marks;
mod reduce;
#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};

use crate::config::Config;
use crate::finding::Finding;
use crate::model::{Document, DocumentId, Organisation, PersonId};
use crate::text::{Snapshot, SourceId, Span};

/// Everything that marks and cuts are found by.
#[derive(Clone, Copy)]
pub(crate) struct Whole<'a> {
    /// The sources.
    pub(crate) snapshot: &'a Snapshot,
    /// What `book.toml` says.
    pub(crate) config: &'a Config,
    /// The organisation with all that there is.
    pub(crate) organisation: &'a Organisation,
    /// The translations of its documents, in whatever language.
    pub(crate) translations: &'a [(DocumentId, &'a Document)],
    /// The people of `people.toml` who are marked, by id.
    pub(crate) marked: &'a BTreeSet<String>,
}

/// What is internal.
#[derive(Debug, Default)]
pub(crate) struct Internal {
    /// The documents that are left out as a whole.
    documents: BTreeSet<DocumentId>,
    /// The people.
    people: BTreeSet<PersonId>,
    /// The sources that are left out as a whole: those of documents, and their translations.
    sources: BTreeSet<SourceId>,
    /// What is cut out of other sources, in the order of writing.
    cuts: BTreeMap<SourceId, Vec<Span>>,
}

impl Internal {
    /// What is internal in a handbook, and what is wrong with that: marks that mark nothing, and places that would give
    /// away what is left out.
    pub(crate) fn of(whole: Whole<'_>) -> (Self, Vec<Finding>) {
        let (mut internal, mut findings) = marks::internal(whole);
        findings.extend(cuts::add(&mut internal, whole));
        findings.extend(leaks::findings(&internal, whole));
        (internal, findings)
    }

    /// The sources without what is internal.
    pub(crate) fn reduced(&self, snapshot: &Snapshot) -> Snapshot {
        reduce::reduced(self, snapshot)
    }

    /// Whether what stands at `span` of a source is left out.
    fn leaves_out(&self, source: SourceId, span: Span) -> bool {
        let cuts = self.cuts.get(&source).map(Vec::as_slice).unwrap_or_default();
        let holds = |cut: &Span| cut.start <= span.start && span.start < cut.end;
        self.sources.contains(&source) || cuts.iter().any(holds)
    }
}
