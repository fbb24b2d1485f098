//! What a lint may look at.

use std::collections::BTreeSet;

use jiff::civil::Date;

use crate::config::Config;
use crate::finding::{Finding, Said, kind};
use crate::model::{Document, Organisation, Party, PartyId};
use crate::text::{Phrase, Place, Snapshot, SourceId, Span, Word};

/// Everything that a lint may look at.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Evidence<'a> {
    /// The sources' texts, to look at what stands at a place.
    pub(crate) snapshot: &'a Snapshot,
    /// What `book.toml` says.
    pub(crate) config: &'a Config,
    /// Who there is and how they relate, as far as it may be published.
    pub(crate) organisation: &'a Organisation,
    /// The same with what of people may not be published. Only for kinds that name people: no handbook that holds
    /// something of them back has their findings.
    pub(crate) whole: &'a Organisation,
    /// The sources of which it is said already that they can't be understood as a whole, or between their `+++`
    /// lines: what they lack may follow from that.
    pub(crate) faulty: &'a BTreeSet<SourceId>,
    /// The day to hold reviews and terms against.
    pub(crate) today: Option<Date>,
    /// Where something is looked for; everywhere where there is none. A lint may spare itself the rest; what it finds
    /// there is left out.
    pub(crate) scope: Option<&'a Scope>,
}

/// A part of the handbook.
#[derive(Clone, Debug, Default)]
pub(crate) struct Scope {
    /// Its sources.
    pub(crate) sources: BTreeSet<SourceId>,
    /// The parties whose sources they are, by id.
    pub(crate) parties: BTreeSet<PartyId>,
}

impl<'a> Evidence<'a> {
    /// A sentence in English and in the handbook's language.
    pub(crate) fn say(&self, phrase: &Phrase, words: &[(&str, Word)]) -> Said {
        self.config.language.say(phrase, words)
    }

    /// Whether anything is looked for in `source`.
    pub(crate) fn is_asked(&self, source: SourceId) -> bool {
        self.scope.is_none_or(|scope| scope.sources.contains(&source))
    }

    /// The parties in whose sources something is looked for, by id.
    pub(crate) fn parties(&self) -> impl Iterator<Item = (PartyId, &'a Party)> + use<'a> {
        let organisation = self.organisation;
        let everyone = self
            .scope
            .is_none()
            .then(|| (0..organisation.parties.len()).map(PartyId::at));
        let some = self
            .scope
            .into_iter()
            .flat_map(|scope| scope.parties.iter().copied());
        let asked = everyone.into_iter().flatten().chain(some);
        asked.map(|id| (id, organisation.party(id)))
    }

    /// The document of a party.
    pub(crate) fn document(&self, party: &Party) -> &'a Document {
        self.organisation.document(party.document)
    }

    /// Whether it is said already that a party's source can't be understood: what it lacks may follow from that.
    pub(crate) fn is_faulty(&self, party: &Party) -> bool {
        self.faulty.contains(&self.document(party).source)
    }

    /// Where a party's front matter has `key`; its title where the key is not there.
    pub(crate) fn key(&self, party: &Party, key: &str) -> Place {
        let document = self.document(party);
        match document.front.key(key) {
            Some(span) => Place::new(document.source, span),
            None => party.place,
        }
    }

    /// The text at a place.
    pub(crate) fn text(&self, place: Place) -> &'a str {
        let Span { start, end } = place.span;
        let text = &self.snapshot.source(place.source).text;
        text.get(start..end).unwrap_or_default()
    }
}

/// The sources that `findings` say can't be understood.
pub(crate) fn faulty<'f>(findings: impl IntoIterator<Item = &'f Finding>) -> BTreeSet<SourceId> {
    let of_source = [&kind::UNREADABLE_SOURCE, &kind::INVALID_FRONT_MATTER];
    let faults = findings
        .into_iter()
        .filter(|finding| of_source.contains(&finding.kind));
    faults.map(|finding| finding.place.place.source).collect()
}
