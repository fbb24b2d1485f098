//! The order in which things are listed to people, worked out once.

use crate::model::{Document, DocumentId, Party, PartyId};
use std::sync::Arc;

/// Where each party stands in the order of titles.
#[derive(Debug)]
pub(super) struct Ranks(Vec<usize>);

impl Ranks {
    /// The order of titles without case; of ids where titles are equal.
    pub(super) fn of_titles(parties: &[Party]) -> Self {
        let mut order: Vec<usize> = (0..parties.len()).collect();
        order.sort_by_cached_key(|index| (parties[*index].title.to_lowercase(), *index));
        let mut ranks = vec![0; parties.len()];
        for (rank, index) in order.into_iter().enumerate() {
            ranks[index] = rank;
        }
        Self(ranks)
    }

    /// Where a party stands.
    pub(super) fn of(&self, id: PartyId) -> usize {
        self.0[id.index()]
    }

    /// Sorts parties by title, each once.
    pub(super) fn sort(&self, parties: &mut Vec<PartyId>) {
        parties.sort_by_key(|id| self.of(*id));
        parties.dedup();
    }
}

/// All documents by title without case, then by path.
pub(super) fn documents_by_title(documents: &[Arc<Document>]) -> Vec<DocumentId> {
    let mut order: Vec<usize> = (0..documents.len()).collect();
    order.sort_by_cached_key(|index| (documents[*index].title.to_lowercase(), *index));
    order.into_iter().map(DocumentId::at).collect()
}
