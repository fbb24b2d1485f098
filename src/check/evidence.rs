//! What a lint may look at.

use jiff::civil::Date;

use crate::config::Config;
use crate::finding::Said;
use crate::model::{Document, Organisation, Party};
use crate::text::{Phrase, Place, Snapshot, Span, Word};

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
    /// The day to hold reviews and terms against.
    pub(crate) today: Option<Date>,
}

impl<'a> Evidence<'a> {
    /// A sentence in English and in the handbook's language.
    pub(crate) fn say(&self, phrase: &Phrase, words: &[(&str, Word)]) -> Said {
        let language = &self.config.language;
        let english = phrase.say("en", words);
        let local = (language.words != "en").then(|| language.spelt(&phrase.say(language.words, words)));
        Said { english, local }
    }

    /// The document of a party.
    pub(crate) fn document(&self, party: &Party) -> &'a Document {
        self.organisation.document(party.document)
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
