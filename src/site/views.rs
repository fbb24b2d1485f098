//! What the views of all pages are made from; what several of them share is made once, here.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::address::Addresses;
use super::here::Here;
use super::open_points::OpenPoints;
use super::page::Site;
use super::page_tree::PageTree;
use super::sequence::Sequence;
use super::summary::{first_sentence, shortened};
use super::view::Link;
use super::words::Words;
use crate::config::{Config, Publish};
use crate::finding::Finding;
use crate::model::{
    Block, Document, DocumentId, DocumentKind, GroupId, Organisation, PageId, Party, PartyId, PartyKind,
    PersonId, TermId,
};
use crate::text::{Snapshot, Source, SourceId};

/// Makes the views of an organisation's pages.
pub(crate) struct Views<'a> {
    pub(crate) snapshot: &'a Snapshot,
    pub(super) config: &'a Config,
    pub(super) organisation: &'a Organisation,
    pub(super) site: &'a Site,
    /// What is to be mended.
    pub(crate) open_points: OpenPoints<'a>,
    pub(super) words: Arc<Words>,
    /// The first sentence of each party's purpose, by party.
    summaries: Vec<String>,
    /// What each term means, short and plain, by term.
    pub(super) meanings: Vec<String>,
    /// What comes before and after each party.
    pub(super) sequence: Sequence,
    /// The ordinary pages.
    pub(super) pages: PageTree,
    /// The glossaries; one, as a rule.
    pub(super) glossaries: Vec<PageId>,
    /// The roles that live in each team or are kept in it, by title.
    kept_in: BTreeMap<PartyId, Vec<PartyId>>,
}

impl<'a> Views<'a> {
    /// Prepares all that pages share.
    pub(crate) fn new(
        snapshot: &'a Snapshot,
        config: &'a Config,
        organisation: &'a Organisation,
        site: &'a Site,
        findings: &'a [Finding],
        words: Arc<Words>,
    ) -> Self {
        let mut views = Self {
            snapshot,
            config,
            organisation,
            site,
            open_points: OpenPoints::of(snapshot, config, organisation, site, findings),
            words,
            summaries: Vec::new(),
            meanings: Vec::new(),
            sequence: Sequence::of(organisation),
            pages: PageTree::of(organisation, &site.addresses),
            glossaries: glossaries(organisation),
            kept_in: kept_in(organisation),
        };
        views.meanings = organisation
            .terms
            .iter()
            .map(|term| {
                let entry = organisation.document(term.document).terms.get(term.entry);
                let text = entry.map(|entry| views.text(term.document, &entry.definition.text));
                shortened(&text.unwrap_or_default())
            })
            .collect();
        views.summaries = organisation
            .parties
            .iter()
            .map(|party| views.summary_of(party.document))
            .collect();
        views
    }

    /// The organisation that is shown.
    pub(crate) const fn organisation(&self) -> &'a Organisation {
        self.organisation
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

fn glossaries(organisation: &Organisation) -> Vec<PageId> {
    let pages = organisation.pages.iter().enumerate();
    pages
        .filter(|(_, page)| organisation.document(page.document).kind == DocumentKind::Glossary)
        .map(|(at, _)| PageId::at(at))
        .collect()
}

/// The roles that live in each team or are kept in it.
fn kept_in(organisation: &Organisation) -> BTreeMap<PartyId, Vec<PartyId>> {
    let mut roles: BTreeMap<PartyId, Vec<PartyId>> = BTreeMap::new();
    for (at, party) in organisation.parties.iter().enumerate() {
        if party.kind != PartyKind::Role {
            continue;
        }
        let keepers = party.keepers.iter().flatten();
        let mut teams: Vec<PartyId> = keepers
            .filter_map(|keeper| keeper.team)
            .chain(party.team)
            .collect();
        teams.sort_unstable();
        teams.dedup();
        for team in teams {
            roles.entry(team).or_default().push(PartyId::at(at));
        }
    }
    for roles in roles.values_mut() {
        roles.sort_by_cached_key(|role| (organisation.party(*role).title.to_lowercase(), *role));
    }
    roles
}
