//! Who stands at the other end of the relations of a role that is kept in a team, by name.

use std::collections::BTreeSet;

use super::here::Here;
use super::people::each_once;
use super::view::Counterpart;
use super::views::Views;
use crate::model::{Agreement, AgreementId, Direction, PartyId, PartyKind, PersonId, Who};
use crate::resolve::counterparts;

impl Views<'_> {
    /// How the roles of a team rely on each other, by the names of who keeps them there.
    pub(super) fn counterparts_in(&self, team: PartyId, here: &Here<'_>) -> Vec<Counterpart> {
        let roles = self.roles_in(team);
        if !self.names_people() {
            return Vec::new();
        }
        let within: BTreeSet<PartyId> = roles.iter().copied().collect();
        let mut found = Vec::new();
        for role in roles {
            let keepers = self.people_for(*role, Some(team));
            for id in &self.organisation.party(*role).consumes {
                let agreement = self.organisation.agreement(*id);
                if agreement.provider == *role || !within.contains(&agreement.provider) || keepers.is_empty()
                {
                    continue;
                }
                let people = self.people_for(agreement.provider, Some(team));
                if !people.is_empty() {
                    let (keepers, more_keepers) = self.first_links(&keepers, here);
                    found.push(Counterpart {
                        role: Some(self.party_link(*role, here)),
                        keepers,
                        more_keepers,
                        ..self.counterpart(agreement, Direction::Needs, &people, here)
                    });
                }
            }
        }
        found
    }

    /// Whom a person relies on and serves as a keeper of `role` within `team`, by name.
    pub(super) fn counterparts_of(
        &self,
        person: PersonId,
        role: PartyId,
        team: Option<PartyId>,
        here: &Here<'_>,
    ) -> Vec<Counterpart> {
        let one = |(end, id): (Direction, AgreementId)| {
            let agreement = self.organisation.agreement(id);
            let other = agreement.party(end.opposite());
            if other == role || self.organisation.party(other).kind != PartyKind::Role {
                return None;
            }
            let mut people = self.people_for(other, team);
            people.retain(|other| *other != person);
            if people.is_empty() {
                return None;
            }
            Some(self.counterpart(agreement, end, &people, here))
        };
        self.organisation
            .party(role)
            .relations()
            .filter_map(one)
            .collect()
    }

    /// Who stands at the other end of an agreement, seen from `end`.
    fn counterpart(
        &self,
        agreement: &Agreement,
        end: Direction,
        people: &[PersonId],
        here: &Here<'_>,
    ) -> Counterpart {
        let (people, more_people) = self.first_links(people, here);
        Counterpart {
            role: None,
            keepers: Vec::new(),
            more_keepers: 0,
            needs: end == Direction::Needs,
            other: self.party_link(agreement.party(end.opposite()), here),
            people,
            more_people,
            state: agreement.state.name(),
        }
    }

    /// The people who stand for `role`, seen from `team`, each once.
    pub(super) fn people_for(&self, role: PartyId, team: Option<PartyId>) -> Vec<PersonId> {
        let organisation = self.organisation;
        let holders = team.map_or_else(
            || organisation.party(role).keepers.iter().flatten().collect(),
            |team| counterparts::counterparts(organisation, role, team),
        );
        let mut people = Vec::new();
        for holder in holders {
            match holder.who {
                Who::Person(person) => people.push(person),
                _ => people.extend(counterparts::people_for(organisation, holder)),
            }
        }
        each_once(people)
    }
}
