//! People who keep both ends of an agreement.

use std::cmp::Reverse;

use super::listed;
use crate::model::{Agreement, AgreementId, PartyId, PersonId};
use crate::site::here::Here;
use crate::site::view::{BothEnds, Listed, Reliance};
use crate::site::views::Views;

/// How many agreements are named for each person.
const MOST_AGREEMENTS: usize = 5;

impl Views<'_> {
    /// The people who keep both ends of agreements, and those agreements; those with most first.
    pub(super) fn both_ends(&self, here: &Here<'_>) -> Listed<BothEnds> {
        let people = (0..self.organisation.people.len()).map(PersonId::at);
        let people = people.map(|id| (id, self.agreements_with_self(id)));
        let mut people: Vec<(PersonId, Vec<&Agreement>)> =
            people.filter(|(_, agreements)| !agreements.is_empty()).collect();
        people.sort_by_cached_key(|(id, agreements)| {
            (
                Reverse(agreements.len()),
                self.organisation.person(*id).name.to_lowercase(),
                *id,
            )
        });
        listed(people, |(id, agreements)| BothEnds {
            person: self.person_link(id, here),
            number: agreements.len(),
            more: agreements.len().saturating_sub(MOST_AGREEMENTS),
            agreements: agreements
                .into_iter()
                .take(MOST_AGREEMENTS)
                .map(|agreement| Reliance {
                    consumer: self.party_link(agreement.consumer, here),
                    provider: self.party_link(agreement.provider, here),
                })
                .collect(),
        })
    }

    /// The agreements of which a person keeps both ends, by who relies on whom: seen from the team in which the person
    /// keeps the role that relies, the person is among those who stand for the other.
    fn agreements_with_self(&self, person: PersonId) -> Vec<&Agreement> {
        let keeps = &self.organisation.person(person).keeps;
        let is_kept = |role: PartyId| keeps.iter().any(|(kept, _)| *kept == role);
        let mut found: Vec<AgreementId> = Vec::new();
        for (role, holder) in keeps {
            for id in &self.organisation.party(*role).consumes {
                let provider = self.organisation.agreement(*id).provider;
                let with_self = || self.people_for(provider, holder.team).contains(&person);
                if provider != *role && is_kept(provider) && !found.contains(id) && with_self() {
                    found.push(*id);
                }
            }
        }
        found
            .into_iter()
            .map(|id| self.organisation.agreement(id))
            .collect()
    }
}
