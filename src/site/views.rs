//! What the views of all pages are made from; what several of them share is made once, here.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::address::Addresses;
use super::here::Here;
use super::open_points::{OpenPoints, Published};
use super::page::Site;
use super::page_tree::PageTree;
use super::prepared::{Made, Prepared};
use super::sequence::Sequence;
use super::summary::{first_sentence, shortened};
use super::view::Link;
use super::words::Words;
use crate::config::{Config, Publish};
use crate::history::Chronicle;
use crate::model::{
    Block, Document, DocumentId, GroupId, Organisation, PageId, Party, PartyId, PersonId, TermId,
};
use crate::text::{SitePath, Snapshot, Source, SourceId};
use crate::translate::Progress;

/// Makes the views of an organisation's pages.
pub(crate) struct Views<'a> {
    pub(crate) snapshot: &'a Snapshot,
    pub(super) config: &'a Config,
    pub(super) organisation: &'a Organisation,
    pub(super) site: &'a Site,
    /// What is to be mended.
    pub(crate) open_points: OpenPoints<'a>,
    pub(super) words: &'a Words,
    /// How far each document is translated, by translation.
    pub(super) progress: &'a [Vec<Progress>],
    summaries: &'a [Arc<str>],
    pub(super) meanings: &'a [String],
    pub(super) sequence: &'a Sequence,
    pub(super) pages: &'a PageTree,
    pub(super) glossaries: &'a [PageId],
    kept_in: &'a BTreeMap<PartyId, Vec<PartyId>>,
    pub(super) printed_alone: &'a [PartyId],
    /// What changed over time, where that is known.
    pub(super) chronicle: Option<&'a Chronicle>,
    pub(super) namesakes: &'a BTreeMap<String, Option<PersonId>>,
}

impl<'a> Views<'a> {
    /// The views of what was compiled, given what was prepared for them.
    pub(crate) fn of(made: Made<'a>, prepared: &'a Prepared) -> Self {
        let Made {
            snapshot,
            config,
            organisation,
            site,
            findings,
            progress,
            ..
        } = made;
        Self {
            snapshot,
            config,
            organisation,
            site,
            open_points: OpenPoints {
                snapshot,
                findings,
                published: Published {
                    config,
                    personal: &prepared.personal,
                },
                pages: &prepared.point_pages,
            },
            words: &prepared.words,
            progress,
            summaries: &prepared.summaries,
            meanings: &prepared.meanings,
            sequence: &prepared.sequence,
            pages: &prepared.pages,
            glossaries: &prepared.glossaries,
            kept_in: &prepared.kept_in,
            printed_alone: &prepared.printed_alone,
            chronicle: prepared.chronicle.as_deref(),
            namesakes: &prepared.namesakes,
        }
    }

    /// The organisation that is shown.
    pub(crate) const fn organisation(&self) -> &'a Organisation {
        self.organisation
    }

    /// Whether the site has a file at `path`.
    pub(crate) fn has_file(&self, path: &SitePath) -> bool {
        self.site.files.contains_key(path)
    }

    /// Where everything is.
    pub(crate) const fn addresses(&self) -> &'a Addresses {
        &self.site.addresses
    }

    /// A source, for what is found in it.
    pub(crate) fn source(&self, id: SourceId) -> &'a Source {
        self.snapshot.source(id)
    }

    /// The first sentence of a party's purpose.
    pub(crate) fn summary(&self, party: PartyId) -> &str {
        &self.summaries[party.index()]
    }

    /// The first sentence of a document's purpose, or else of what it begins with.
    pub(crate) fn summary_of(&self, id: DocumentId) -> String {
        let document = self.organisation.document(id);
        let purpose = document.section("purpose").and_then(|section| {
            let prose = section.blocks.iter().find_map(|block| match block {
                Block::Prose { prose, .. } if !prose.is_empty() => Some(prose),
                Block::Prose { .. } | Block::Relations(_) => None,
            })?;
            Some(self.text(id, &prose.text))
        });
        first_sentence(&purpose.unwrap_or_else(|| self.text(id, &document.lead.text)))
    }

    /// Whether a document's purpose is one paragraph that says no more than `summary`.
    pub(super) fn is_line(&self, id: DocumentId, summary: &str) -> bool {
        let purpose = self.organisation.document(id).section("purpose");
        match purpose.map(|section| section.blocks.as_slice()) {
            Some([Block::Prose { prose, .. }]) => self.text(id, &prose.text).trim() == summary,
            _ => false,
        }
    }

    /// A party's title, leading to its page.
    pub(crate) fn party_link(&self, id: PartyId, here: &Here<'_>) -> Link {
        Link {
            title: self.organisation.party(id).title.clone(),
            href: Some(here.to(self.site.addresses.party(self.organisation, id))),
        }
    }

    /// A person's name, leading to the person's page.
    pub(crate) fn person_link(&self, id: PersonId, here: &Here<'_>) -> Link {
        Link {
            title: self.organisation.person(id).name.clone(),
            href: Some(here.to(self.site.addresses.person(id))),
        }
    }

    /// A document's title, leading to its page.
    pub(crate) fn document_link(&self, id: DocumentId, here: &Here<'_>) -> Link {
        Link {
            title: self.organisation.document(id).title.clone(),
            href: Some(here.to(self.site.addresses.document(id))),
        }
    }

    /// The address of a glossary term.
    pub(crate) fn term_href(&self, id: TermId, here: &Here<'_>) -> String {
        let term = self.organisation.term(id);
        let entry = self.organisation.document(term.document).terms.get(term.entry);
        let anchor = entry.map(|entry| entry.anchor.as_str());
        here.to_anchor(self.site.addresses.document(term.document), anchor)
    }

    /// The titles of a set's members, short enough for a tooltip.
    pub(crate) fn group_members(&self, id: GroupId) -> String {
        let members = &self.organisation.group(id).members;
        let titles = members.iter().take(20);
        let titles: Vec<&str> = titles
            .map(|id| self.organisation.party(*id).title.as_str())
            .collect();
        shortened(&titles.join(", "))
    }

    /// A word of the theme.
    pub(crate) fn word(&self, key: &str) -> String {
        self.words.say(key, None, &[])
    }

    /// A word of the theme with a name in it.
    pub(crate) fn word_of(&self, key: &str, name: &str) -> String {
        self.words.say(key, None, &[("name", name)])
    }

    /// A word of the theme with a number in it.
    pub(crate) fn count(&self, key: &str, number: i64) -> String {
        self.words.say(key, Some(number), &[])
    }

    /// Whether people have pages and names.
    pub(crate) fn names_people(&self) -> bool {
        self.config.publish != Publish::None
    }

    /// The roles that live in `team` or are kept in it, by title.
    pub(crate) fn roles_in(&self, team: PartyId) -> &[PartyId] {
        self.kept_in.get(&team).map_or(&[], Vec::as_slice)
    }

    /// What the source of `party` says.
    pub(crate) fn document_of(&self, party: &Party) -> &'a Document {
        self.organisation.document(party.document)
    }
}
