//! What the lists show: all parties of a kind, all people.

use super::fill::Filler;
use super::here::Here;
use super::listed::{Item, List};
use super::people::persons;
use super::view::{IndexRow, IndexView, Link};
use super::views::Views;
use crate::model::{PageId, PartyId, PartyKind, PersonId};

impl Views<'_> {
    /// What templates see as `index` on the list of all parties of a kind.
    pub(crate) fn index(&self, kind: PartyKind, introduction: Option<PageId>, here: &Here<'_>) -> IndexView {
        self.sheet(List::Parties(kind), 0, introduction, here)
    }

    /// What templates see as `index` on the list of all people.
    pub(crate) fn people(&self, introduction: Option<PageId>, here: &Here<'_>) -> IndexView {
        self.sheet(List::People, 0, introduction, here)
    }

    /// The same on one of its sheets.
    pub(crate) fn sheet(
        &self,
        list: List,
        sheet: usize,
        introduction: Option<PageId>,
        here: &Here<'_>,
    ) -> IndexView {
        let rows = self
            .site
            .listed
            .sheet(list, sheet)
            .iter()
            .filter_map(|item| match item {
                Item::Party(id) => Some(self.party_row(*id, here)),
                Item::Person(id) => Some(self.person_row(*id, here)),
                Item::Alias(..) | Item::Tagged(..) | Item::Page(_) | Item::Term(_) => None,
            });
        let document = introduction.map(|page| self.organisation.page(page).document);
        let mut fill = Filler::new(self, here, document);
        IndexView {
            intro_html: document.map_or_else(String::new, |id| self.whole_text(id, &mut fill)),
            rows: rows.collect(),
            sheets: self.sheet_links(list, sheet, here),
            footnotes: document.map_or_else(Vec::new, |id| self.footnotes(id, &mut fill)),
        }
    }

    /// A party as a row.
    pub(super) fn party_row(&self, id: PartyId, here: &Here<'_>) -> IndexRow {
        let party = self.organisation.party(id);
        let people = if party.kind == PartyKind::Team {
            self.people_in(id)
        } else {
            persons(party.keepers.iter().flatten())
        };
        let unnamed = if self.names_people() { 0 } else { people.len() };
        IndexRow {
            party: self.party_link(id, here),
            summary: self.summary(id).to_owned(),
            team: party.team.map(|team| self.party_link(team, here)),
            people: self.person_links(&people, here),
            unnamed,
            vacant: party.is_vacant(),
            roles: self.party_links(self.roles_in(id), here),
            teams: Vec::new(),
            provides: party.provides.len(),
            consumes: party.consumes.len(),
            tags: party.tags.clone(),
        }
    }

    fn person_row(&self, id: PersonId, here: &Here<'_>) -> IndexRow {
        let person = self.organisation.person(id);
        let mut roles: Vec<PartyId> = person.keeps.iter().map(|(role, _)| *role).collect();
        roles.dedup();
        IndexRow {
            party: self.person_link(id, here),
            summary: String::new(),
            team: None,
            people: Vec::new(),
            unnamed: 0,
            vacant: false,
            roles: self.party_links(&roles, here),
            teams: self.party_links(&person.teams, here),
            provides: 0,
            consumes: 0,
            tags: Vec::new(),
        }
    }

    fn party_links(&self, parties: &[PartyId], here: &Here<'_>) -> Vec<Link> {
        parties.iter().map(|id| self.party_link(*id, here)).collect()
    }
}
