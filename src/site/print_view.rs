//! The handbook for printing: everything in one run of chapters, or, where that would be too much, part by part.

use super::address;
use super::fill::Filler;
use super::here::Here;
use super::view::{Link, PrintChapter, PrintPart, PrintRelation, PrintSection, PrintView};
use super::views::Views;
use crate::model::{
    Agreement, Block, Direction, DocumentId, Organisation, PageId, PartyId, PartyKind, Section, SectionKind,
};
use crate::text::slug;

/// So many chapters are printed in one run; a larger handbook has parts.
const ONE_RUN: usize = 120;

/// What is printed together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Printed {
    /// The whole handbook, or a list of its parts.
    Whole,
    /// A team with the roles that live in it.
    Team(PartyId),
    /// Roles in no team, and external parties: so many a part, counted from 0.
    Others(usize),
    /// Ordinary pages and the glossary.
    Pages,
}

/// The parts of a handbook, in the order in which they are printed.
pub(super) fn parts(organisation: &Organisation) -> Vec<Printed> {
    let ids = || (0..organisation.parties.len()).map(PartyId::at);
    let mut teams: Vec<PartyId> = ids()
        .filter(|id| organisation.party(*id).kind == PartyKind::Team)
        .collect();
    teams.sort_by_cached_key(|id| (organisation.party(*id).title.to_lowercase(), *id));
    let others = printed_alone(organisation).len().div_ceil(ONE_RUN);
    let pages = (!organisation.pages.is_empty()).then_some(Printed::Pages);
    let teams = teams.into_iter().map(Printed::Team);
    teams
        .chain((0..others).map(Printed::Others))
        .chain(pages)
        .collect()
}

/// Whether all of it is printed in one run.
pub(super) fn is_one_run(organisation: &Organisation) -> bool {
    organisation.parties.len() + organisation.pages.len() <= ONE_RUN
}

/// Roles in no team, and external parties, in the order in which they are printed.
pub(super) fn printed_alone(organisation: &Organisation) -> Vec<PartyId> {
    let is_team = |id: PartyId| organisation.party(id).kind == PartyKind::Team;
    let ids = (0..organisation.parties.len()).map(PartyId::at);
    let mut others: Vec<PartyId> = ids
        .filter(|id| !is_team(*id) && organisation.party(*id).team.is_none_or(|team| !is_team(team)))
        .collect();
    others.sort_by_cached_key(|id| {
        let party = organisation.party(*id);
        (party.kind, party.title.to_lowercase(), *id)
    });
    others
}

impl Views<'_> {
    /// What templates see as `print`.
    pub(crate) fn print(&self, part: Printed, here: &Here<'_>) -> PrintView {
        let all = || parts(self.organisation);
        let one_run = is_one_run(self.organisation);
        let shown = match part {
            Printed::Whole if one_run => all(),
            Printed::Whole => {
                let links = all().into_iter().map(|part| Link {
                    title: self.print_title(part),
                    href: Some(here.to(&address::print(self.organisation, part))),
                });
                return PrintView {
                    parts: Vec::new(),
                    further: links.collect(),
                };
            }
            part => vec![part],
        };
        let parts = shown.into_iter().map(|part| PrintPart {
            title: self.print_title(part),
            chapters: self.chapters(part, here),
        });
        PrintView {
            parts: parts.collect(),
            further: Vec::new(),
        }
    }

    /// What a part is called.
    pub(super) fn print_title(&self, part: Printed) -> String {
        let number = |at: usize| {
            if at == 0 {
                String::new()
            } else {
                format!(" {}", at + 1)
            }
        };
        match part {
            Printed::Whole => self.word("print.title"),
            Printed::Team(team) => self.organisation.party(team).title.clone(),
            Printed::Others(at) => self.word("print.others") + &number(at),
            Printed::Pages => self.word("plain.pages"),
        }
    }

    fn chapters(&self, part: Printed, here: &Here<'_>) -> Vec<PrintChapter> {
        let party = |id: &PartyId| self.party_chapter(*id, here);
        match part {
            Printed::Whole => Vec::new(),
            Printed::Team(team) => {
                let roles = self.organisation.party(team).roles.iter();
                std::iter::once(&team).chain(roles).map(party).collect()
            }
            Printed::Others(at) => {
                let others = self.printed_alone.iter();
                others.skip(at * ONE_RUN).take(ONE_RUN).map(party).collect()
            }
            Printed::Pages => {
                let pages = (0..self.organisation.pages.len()).map(PageId::at);
                pages.map(|page| self.page_chapter(page, here)).collect()
            }
        }
    }

    fn party_chapter(&self, id: PartyId, here: &Here<'_>) -> PrintChapter {
        let party = self.organisation.party(id);
        let mut fill = Filler::new(self, here, None);
        let document = self.document_of(party);
        let about_relations =
            |section: &&Section| matches!(section.kind, SectionKind::Deliverables | SectionKind::Needs);
        let own = document
            .sections
            .iter()
            .filter(|section| !about_relations(section));
        PrintChapter {
            title: party.title.clone(),
            anchor: format!("rb-{}", party.id),
            kind: party.kind.name(),
            facts: Some(self.facts(party, here)),
            lead_html: fill.quote(party.document, &document.lead),
            sections: own
                .map(|section| self.print_section(party.document, section, &mut fill))
                .collect(),
            delivers: self.print_relations(id, Direction::Delivers, &mut fill),
            needs: self.print_relations(id, Direction::Needs, &mut fill),
            terms: Vec::new(),
        }
    }

    fn page_chapter(&self, id: PageId, here: &Here<'_>) -> PrintChapter {
        let id = self.organisation.page(id).document;
        let document = self.organisation.document(id);
        let mut fill = Filler::new(self, here, None);
        PrintChapter {
            title: document.title.clone(),
            anchor: format!("rb-{}", slug(document.path.as_str())),
            kind: "page",
            facts: None,
            lead_html: fill.quote(id, &document.lead),
            sections: document
                .sections
                .iter()
                .map(|section| self.print_section(id, section, &mut fill))
                .collect(),
            delivers: Vec::new(),
            needs: Vec::new(),
            terms: document
                .terms
                .iter()
                .map(|entry| PrintSection {
                    title_html: fill.quote(id, &entry.title),
                    html: fill.quote(id, &entry.definition),
                })
                .collect(),
        }
    }

    #[expect(clippy::unused_self, reason = "all that a page shows is asked of the views")]
    fn print_section(&self, id: DocumentId, section: &Section, fill: &mut Filler<'_>) -> PrintSection {
        let prose = section.blocks.iter().filter_map(|block| match block {
            Block::Prose { prose, .. } => Some(prose),
            Block::Relations(_) => None,
        });
        PrintSection {
            title_html: fill.quote(id, &section.title),
            html: prose.map(|prose| fill.quote(id, prose)).collect(),
        }
    }

    /// The agreements of which a party is that end, with both sides' words.
    fn print_relations(&self, id: PartyId, end: Direction, fill: &mut Filler<'_>) -> Vec<PrintRelation> {
        let relations = self.organisation.party(id).agreements(end).iter();
        let relations = relations.map(|id| {
            let agreement = self.organisation.agreement(*id);
            PrintRelation {
                party: self.party_link(agreement.party(end.opposite()), fill.here()),
                state: agreement.state.name(),
                own_html: self.printed_words(agreement, end, fill),
                other_html: self.printed_words(agreement, end.opposite(), fill),
            }
        });
        relations.collect()
    }

    fn printed_words(&self, agreement: &Agreement, end: Direction, fill: &mut Filler<'_>) -> String {
        let claims = agreement
            .claims(end)
            .iter()
            .map(|id| self.organisation.claim(*id));
        claims
            .map(|claim| fill.quote(claim.document, &self.organisation.entry_of(claim).body))
            .collect()
    }
}
