//! What several pages share, made once.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::open_points::{Pages, personal};
use super::page::{Page, Site};
use super::page_tree::PageTree;
use super::print_view::printed_alone;
use super::sequence::Sequence;
use super::summary::shortened;
use super::views::Views;
use super::words::Words;
use crate::config::Config;
use crate::finding::Findings;
use crate::history::Chronicle;
use crate::model::{DocumentId, DocumentKind, Organisation, PageId, PartyId, PartyKind, PersonId};
use crate::text::{Snapshot, SourceId, Span, folded};
use crate::translate::Progress;

/// All that pages are made from.
#[derive(Clone, Copy)]
pub(crate) struct Made<'a> {
    /// The sources.
    pub(crate) snapshot: &'a Snapshot,
    /// What `book.toml` says.
    pub(crate) config: &'a Config,
    /// The organisation, as far as it may be published.
    pub(crate) organisation: &'a Organisation,
    /// The same in the original's words.
    pub(crate) original: &'a Organisation,
    /// Where everything is.
    pub(crate) site: &'a Site,
    /// What is to be mended.
    pub(crate) findings: &'a Findings,
    /// How far each document is translated, by translation.
    pub(crate) progress: &'a [Vec<Progress>],
}

/// What several pages share. A copy shares what it holds.
#[derive(Clone)]
pub(crate) struct Prepared {
    pub(super) words: Arc<Words>,
    /// The first sentence of each party's purpose, by party.
    pub(super) summaries: Vec<Arc<str>>,
    /// What each term means, short and plain, by term.
    pub(super) meanings: Arc<Vec<String>>,
    /// What comes before and after each party.
    pub(super) sequence: Arc<Sequence>,
    /// The ordinary pages.
    pub(super) pages: Arc<PageTree>,
    /// The glossaries; one, as a rule.
    pub(super) glossaries: Arc<Vec<PageId>>,
    /// The roles that live in each team or are kept in it, by title.
    pub(super) kept_in: Arc<BTreeMap<PartyId, Vec<PartyId>>>,
    /// Whoever is printed without a team, in order.
    pub(super) printed_alone: Arc<Vec<PartyId>>,
    /// Which page shows which source.
    pub(super) point_pages: Arc<Pages>,
    /// The sources of which nothing is told.
    pub(super) personal: Arc<BTreeSet<SourceId>>,
    /// What changed over time, where that is known.
    pub(super) chronicle: Option<Arc<Chronicle>>,
    /// Who has which name; nobody where several have it.
    pub(super) namesakes: Arc<BTreeMap<String, Option<PersonId>>>,
}

impl Prepared {
    /// Prepares what all pages share.
    pub(crate) fn of(made: Made<'_>, words: Arc<Words>, chronicle: Option<Arc<Chronicle>>) -> Self {
        let Made {
            snapshot,
            config,
            organisation,
            original,
            site,
            ..
        } = made;
        let mut prepared = Self {
            words,
            summaries: Vec::new(),
            meanings: Arc::default(),
            sequence: Arc::new(Sequence::of(organisation)),
            pages: Arc::new(PageTree::of(organisation, &site.addresses)),
            glossaries: Arc::new(glossaries(organisation)),
            kept_in: Arc::new(kept_in(organisation)),
            printed_alone: Arc::new(printed_alone(organisation)),
            point_pages: Arc::new(Pages::of(site, organisation, original)),
            personal: Arc::new(personal(snapshot, config, organisation)),
            namesakes: Arc::new(namesakes(organisation)),
            chronicle,
        };
        prepared.meanings = Arc::new(meanings(&Views::of(made, &prepared)));
        prepared.summaries = summaries(&Views::of(made, &prepared));
        prepared
    }

    /// The stretches of sources that `page` shows.
    pub(crate) fn stretches(&self, page: Page) -> Vec<(SourceId, Span)> {
        self.point_pages.stretches(page).collect()
    }

    /// The same for other words of the organisation `before`: what it refers to and is called is what it was.
    pub(crate) fn reworded(&self, before: &Organisation, made: Made<'_>) -> Self {
        let mut prepared = self.clone();
        let organisation = made.organisation;
        let changed: Vec<DocumentId> = organisation.documents_unlike(before).collect();
        let has_terms = |id: &DocumentId| !organisation.document(*id).terms.is_empty();
        if changed.iter().any(has_terms) {
            prepared.meanings = Arc::new(meanings(&Views::of(made, &prepared)));
        }
        let views = Views::of(made, self);
        for id in changed {
            let party = organisation.party_by_id(&organisation.document(id).id);
            if let Some(party) = party.filter(|party| organisation.party(*party).document == id) {
                prepared.summaries[party.index()] = views.summary_of(id).into();
            }
        }
        prepared
    }
}

fn meanings(views: &Views<'_>) -> Vec<String> {
    let organisation = views.organisation;
    let terms = organisation.terms.iter().map(|term| {
        let entry = organisation.document(term.document).terms.get(term.entry);
        let text = entry.map(|entry| views.text(term.document, &entry.definition.text));
        shortened(&text.unwrap_or_default())
    });
    terms.collect()
}

fn summaries(views: &Views<'_>) -> Vec<Arc<str>> {
    let parties = views.organisation.parties.iter();
    parties
        .map(|party| views.summary_of(party.document).into())
        .collect()
}

fn namesakes(organisation: &Organisation) -> BTreeMap<String, Option<PersonId>> {
    let mut namesakes = BTreeMap::new();
    for (at, person) in organisation.people.iter().enumerate() {
        let only = namesakes.entry(folded(&person.name));
        only.and_modify(|one| *one = None)
            .or_insert(Some(PersonId::at(at)));
    }
    namesakes
}

fn glossaries(organisation: &Organisation) -> Vec<PageId> {
    let pages = organisation.pages.iter().enumerate();
    pages
        .filter(|(_, page)| organisation.document(page.document).kind == DocumentKind::Glossary)
        .map(|(at, _)| PageId::at(at))
        .collect()
}

/// The roles that live in each team or are kept in it.
pub(super) fn kept_in(organisation: &Organisation) -> BTreeMap<PartyId, Vec<PartyId>> {
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
