//! Two states of an organisation, held beside each other: what changed, in its own terms, and whom that concerns.
//!
//! Their data are compared (`rolebook.json`), and not the texts of their sources: a file that moved, or a list that was
//! written otherwise, is no change of the organisation.

mod affected;
mod agreements;
mod data;
pub(crate) mod format;
mod parties;
mod renames;
#[cfg(test)]
mod tests;

use serde::Serialize;

pub(crate) use crate::history::Items;
pub(crate) use affected::Affected;
pub(crate) use agreements::AgreementChange;
pub(crate) use data::{Data, State};
pub(crate) use parties::{Fact, Fate, PartyChange};

/// What is different between two states of an organisation.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub(crate) struct Comparison {
    /// The parties that came, went or changed, by title.
    pub(crate) parties: Vec<PartyChange>,
    /// The agreements that came, went or changed, by the titles of both ends.
    pub(crate) agreements: Vec<AgreementChange>,
    /// Whom that concerns who did not change it themselves, by title.
    pub(crate) affected: Vec<Affected>,
}

/// A party or a person.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub(crate) struct Named {
    /// What it is called now; what it was called, where it is no more.
    pub(crate) title: String,
    /// Its id.
    pub(crate) id: String,
}

impl Comparison {
    /// What is different in `after`.
    pub(crate) fn of(before: &Data, after: &Data) -> Self {
        let renames = renames::renames(before, after);
        let before = &before.renamed(&renames);
        let parties = parties::changes(before, after, &renames);
        let agreements = agreements::changes(before, after);
        let affected = affected::affected((before, after), &parties, &agreements);
        Self {
            parties,
            agreements,
            affected,
        }
    }

    /// Whether nothing is different.
    pub(crate) const fn is_empty(&self) -> bool {
        self.parties.is_empty() && self.agreements.is_empty()
    }
}
