//! What ordinary pages, the home page and the glossary show.

use super::address;
use super::fill::Filler;
use super::here::Here;
use super::open_points::Grouping;
use super::view::{ContentView, Count, IndexRow, Link, Overview, TermView};
use super::views::Views;
use crate::model::{Block, DocumentId, Mention, PageId, PartyId, PartyKind};
use crate::text::{SitePath, escape};

/// How many teams the home page shows.
const MOST_TEAMS: usize = 60;
/// How many vacant roles the home page names.
const MOST_VACANT: usize = 20;

impl Views<'_> {
    /// What templates see as `content` on an ordinary page.
    pub(crate) fn content(&self, page: PageId, here: &Here<'_>) -> ContentView {
        let page = self.organisation.page(page);
        let children = self.pages.children(page.document).into_iter();
        ContentView {
            children: children.map(|id| self.document_link(id, here)).collect(),
            ..self.text_view(Some(page.document), &page.mentioned_by, here)
        }
    }

    /// What templates see as `content` on the home page.
    pub(crate) fn home(&self, page: Option<PageId>, here: &Here<'_>) -> ContentView {
        let document = page.map(|page| self.organisation.page(page).document);
        ContentView {
            overview: Some(self.overview(here)),
            ..self.text_view(document, &[], here)
        }
    }

    /// What templates see as `content` on the glossary.
    pub(crate) fn glossary(&self, page: PageId, here: &Here<'_>) -> ContentView {
        let page = self.organisation.page(page);
        let document = page.document;
        let mut fill = Filler::new(self, here, Some(document));
        let html = self.whole_text(document, &mut fill);
        let terms = self.organisation.document(document).terms.iter();
        let terms = terms.zip(self.used_by(document, here));
        ContentView {
            html,
            children: Vec::new(),
            mentioned_by: self.mentions(&page.mentioned_by, here),
            terms: terms
                .map(|(term, used_by)| TermView {
                    anchor: term.anchor.clone(),
                    title_html: fill.html(document, &term.title),
                    definition_html: fill.html(document, &term.definition),
                    used_by,
                })
                .collect(),
            footnotes: self.footnotes(document, &mut fill),
            overview: None,
        }
    }

    /// The pages that use the terms of a glossary, by term.
    fn used_by(&self, glossary: DocumentId, here: &Here<'_>) -> Vec<Vec<Link>> {
        let mut used_by: Vec<Vec<Link>> = vec![Vec::new(); self.organisation.document(glossary).terms.len()];
        let terms = self.organisation.terms.iter();
        for term in terms.filter(|term| term.document == glossary) {
            if let Some(links) = used_by.get_mut(term.entry) {
                *links = self.mentions(&term.mentioned_by, here);
            }
        }
        used_by
    }

    fn text_view(&self, document: Option<DocumentId>, mentions: &[Mention], here: &Here<'_>) -> ContentView {
        let mut fill = Filler::new(self, here, document);
        ContentView {
            html: document.map_or_else(String::new, |id| self.whole_text(id, &mut fill)),
            children: Vec::new(),
            mentioned_by: self.mentions(mentions, here),
            footnotes: document.map_or_else(Vec::new, |id| self.footnotes(id, &mut fill)),
            terms: Vec::new(),
            overview: None,
        }
    }

    /// All that a document says, its section headings included.
    pub(super) fn whole_text(&self, id: DocumentId, fill: &mut Filler<'_>) -> String {
        let document = self.organisation.document(id);
        let mut html = fill.html(id, &document.lead);
        for section in &document.sections {
            html.push_str("\n<h2 id=\"");
            escape::attribute(&mut html, &section.anchor);
            html.push_str("\">");
            html.push_str(&fill.html(id, &section.title));
            html.push_str("</h2>\n");
            for block in &section.blocks {
                if let Block::Prose { prose, .. } = block {
                    html.push_str(&fill.html(id, prose));
                }
            }
        }
        html
    }

    /// The organisation at a glance.
    fn overview(&self, here: &Here<'_>) -> Overview {
        let vacant = self.sequence.of_kind(PartyKind::Role).iter().copied();
        let vacant: Vec<PartyId> = vacant
            .filter(|id| self.organisation.party(*id).is_vacant())
            .collect();
        let named = vacant.iter().take(MOST_VACANT);
        Overview {
            counts: self.counts(here),
            teams: self.teams_from_the_top(here),
            vacant: named.map(|id| self.party_link(*id, here)).collect(),
            vacant_count: vacant.len(),
        }
    }

    fn counts(&self, here: &Here<'_>) -> Vec<Count> {
        let organisation = self.organisation;
        let count = |kind, number, list: Option<SitePath>| Count {
            kind,
            number,
            href: list.map(|list| here.to(&list)),
        };
        let mut counts: Vec<Count> = PartyKind::ALL
            .iter()
            .map(|kind| {
                let number = self.sequence.of_kind(*kind).len();
                count(kind.name(), number, Some(address::index(*kind)))
            })
            .collect();
        if self.names_people() {
            let list = address::site(address::PEOPLE);
            counts.push(count("person", organisation.people.len(), Some(list)));
        }
        counts.push(count("agreement", organisation.agreements.len(), None));
        let glossaries = self
            .glossaries
            .iter()
            .map(|id| self.organisation.page(*id).document);
        let glossary = glossaries.clone().next();
        let glossary = glossary.map(|id| self.site.addresses.document(id).clone());
        let terms = glossaries.map(|id| organisation.document(id).terms.len()).sum();
        counts.push(count("term", terms, glossary));
        let list = address::findings(Grouping::Role);
        counts.push(count("point", self.open_points.number(), Some(list)));
        counts.retain(|count| count.number > 0);
        counts
    }

    /// The teams by delegation: those at the top first, then those below them.
    fn teams_from_the_top(&self, here: &Here<'_>) -> Vec<IndexRow> {
        let mut teams: Vec<(usize, PartyId)> = self
            .sequence
            .of_kind(PartyKind::Team)
            .iter()
            .map(|id| (self.teams_above(*id).len(), *id))
            .collect();
        teams.sort_by_key(|(depth, _)| *depth);
        teams.truncate(MOST_TEAMS);
        teams
            .into_iter()
            .map(|(_, id)| self.party_row(id, here))
            .collect()
    }
}
