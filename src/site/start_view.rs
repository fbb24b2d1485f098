//! Where to start for someone new in a role of a team: whom to serve, on whom to rely, by name.

use std::collections::BTreeMap;

use super::facts::contact;
use super::fill::Filler;
use super::here::Here;
use super::relation_view;
use super::view::{Acquaintance, Link, StartRow, StartView};
use super::views::Views;
use crate::model::{Agreement, Direction, Organisation, PartyId, PartyKind, PersonId};
use crate::resolve::counterparts::keepers_within;

/// So many items of one relation are told; the page is to stay one that can be printed.
const MOST_ITEMS: usize = 4;

/// So many people are introduced.
const MOST_PEOPLE: usize = 40;

/// The teams within which a role is kept by somebody's own entry, by number: each has a page of its own to start from.
pub(super) fn teams_of(organisation: &Organisation, role: PartyId) -> Vec<PartyId> {
    let keepers = organisation.party(role).keepers.iter().flatten();
    let mut teams: Vec<PartyId> = keepers.filter_map(|keeper| keeper.team).collect();
    teams.sort_unstable();
    teams.dedup();
    teams
}

impl Views<'_> {
    /// What templates see as `start`.
    pub(crate) fn start(&self, role: PartyId, team: Option<PartyId>, here: &Here<'_>) -> StartView {
        let party = self.organisation.party(role);
        let document = self.document_of(party);
        let mut fill = Filler::new(self, here, Some(party.document));
        let most = relation_view::introduction(document);
        let introduction = self.first_sections(party.document, most, &mut fill);
        let within = team.or(party.team);
        let (relies_on, serves) = (
            self.start_rows(role, within, Direction::Needs, here),
            self.start_rows(role, within, Direction::Delivers, here),
        );
        StartView {
            role: self.party_link(role, here),
            summary: self.summary(role).to_owned(),
            team: within.map(|team| self.party_link(team, here)),
            delegators: self.holders(&party.delegators, here),
            keepers: match team {
                Some(team) => self.holders(keepers_within(self.organisation, role, team), here),
                None => self.holders(party.keepers.iter().flatten(), here),
            },
            contact: party.contact.as_deref().map(contact),
            introduction,
            relies_on,
            serves,
            people: self.acquaintances(role, within, here),
            footnotes: self.footnotes(party.document, &mut fill),
        }
    }

    /// The link to where someone new in `role` starts.
    pub(super) fn start_link(&self, role: PartyId, team: Option<PartyId>, here: &Here<'_>) -> Link {
        let team = team.filter(|team| teams_of(self.organisation, role).contains(team));
        Link {
            title: self.start_title(role, team),
            href: Some(here.to(&super::address::start(self.organisation, role, team))),
        }
    }

    /// Where someone new in `party` starts, for each team in which it is kept; nowhere where it is no role.
    pub(super) fn starts(&self, party: PartyId, here: &Here<'_>) -> Vec<Link> {
        if self.organisation.party(party).kind != PartyKind::Role {
            return Vec::new();
        }
        let teams = teams_of(self.organisation, party).into_iter().map(Some);
        let starts = std::iter::once(None).chain(teams);
        starts.map(|team| self.start_link(party, team, here)).collect()
    }

    /// What such a page is called.
    pub(super) fn start_title(&self, role: PartyId, team: Option<PartyId>) -> String {
        let title = |id| self.organisation.party(id).title.as_str();
        match team {
            Some(team) => {
                let values = [("name", title(role)), ("team", title(team))];
                self.words.say("start.title-in", None, &values)
            }
            None => self.words.say("start.title", None, &[("name", title(role))]),
        }
    }

    fn start_rows(
        &self,
        role: PartyId,
        team: Option<PartyId>,
        end: Direction,
        here: &Here<'_>,
    ) -> Vec<StartRow> {
        let agreements = self.organisation.party(role).agreements(end).iter();
        agreements
            .map(|id| self.start_row(self.organisation.agreement(*id), team, end, here))
            .collect()
    }

    fn start_row(
        &self,
        agreement: &Agreement,
        team: Option<PartyId>,
        end: Direction,
        here: &Here<'_>,
    ) -> StartRow {
        let id = agreement.party(end.opposite());
        let other = self.organisation.party(id);
        let (people, more_people) = self.first_links(&self.people_there(id, team), here);
        let mut items = self.items_of(agreement, end);
        let more_items = items.len().saturating_sub(MOST_ITEMS);
        items.truncate(MOST_ITEMS);
        StartRow {
            other: self.party_link(id, here),
            kind: other.kind.name(),
            people,
            more_people: if self.names_people() { more_people } else { 0 },
            contact: other.contact.as_deref().map(contact),
            items,
            more_items,
            state: agreement.state.name(),
        }
    }

    /// Who stands for a party, seen from `team`; nobody in particular for a team or an external party.
    fn people_there(&self, party: PartyId, team: Option<PartyId>) -> Vec<PersonId> {
        if self.organisation.party(party).kind == PartyKind::Role {
            self.people_for(party, team)
        } else {
            Vec::new()
        }
    }

    /// What is delivered in an agreement, in the words of `end`, or else of the other one.
    fn items_of(&self, agreement: &Agreement, end: Direction) -> Vec<String> {
        let own = agreement.claims(end);
        let claims = if own.is_empty() {
            agreement.claims(end.opposite())
        } else {
            own
        };
        let mut texts = Vec::new();
        for claim in claims {
            let claim = self.organisation.claim(*claim);
            let items = self.organisation.entry_of(claim).items.iter();
            let outermost = items.filter(|item| item.depth == 0);
            texts.extend(outermost.map(|item| self.text(claim.document, &item.text)));
        }
        texts.retain(|text| !text.is_empty());
        texts
    }

    /// Everyone at the other ends of a role's relations, those on whom it relies first.
    fn acquaintances(&self, role: PartyId, team: Option<PartyId>, here: &Here<'_>) -> Vec<Acquaintance> {
        if !self.names_people() {
            return Vec::new();
        }
        let mut order: Vec<PersonId> = Vec::new();
        let mut met: BTreeMap<PersonId, (Vec<PartyId>, bool, bool)> = BTreeMap::new();
        for (end, id) in self.organisation.party(role).relations() {
            let other = self.organisation.agreement(id).party(end.opposite());
            for person in self.people_there(other, team) {
                let (roles, relied_on, served) = met.entry(person).or_insert_with(|| {
                    order.push(person);
                    Default::default()
                });
                *relied_on |= end == Direction::Needs;
                *served |= end == Direction::Delivers;
                if !roles.contains(&other) {
                    roles.push(other);
                }
            }
        }
        let people = order.into_iter().take(MOST_PEOPLE);
        let met = people.filter_map(|person| Some((person, met.remove(&person)?)));
        met.map(|(person, (roles, relied_on, served))| Acquaintance {
            person: self.person_link(person, here),
            roles: roles.iter().map(|id| self.party_link(*id, here)).collect(),
            relied_on,
            served,
        })
        .collect()
    }
}
