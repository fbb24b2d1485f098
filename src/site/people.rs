//! People among holders, and links to them.

use super::here::Here;
use super::view::Link;
use super::views::Views;
use crate::model::{Holder, PartyId, PersonId, Who};

/// How many people are named where there may be very many, each of whom has a page that names the others.
const MOST_NAMED: usize = 20;

impl Views<'_> {
    /// Links to people; none where people are not published.
    pub(super) fn person_links(&self, people: &[PersonId], here: &Here<'_>) -> Vec<Link> {
        let people = people.iter().filter(|_| self.names_people());
        people.map(|id| self.person_link(*id, here)).collect()
    }

    /// Links to the first of many people, and how many more there are.
    pub(super) fn first_links(&self, people: &[PersonId], here: &Here<'_>) -> (Vec<Link>, usize) {
        let (named, others) = people.split_at(people.len().min(MOST_NAMED));
        (self.person_links(named, here), others.len())
    }

    /// Who is in a team: by its own word, and besides by keeping one of its roles there.
    pub(super) fn people_in(&self, team: PartyId) -> Vec<PersonId> {
        let roles = self.roles_in(team).iter();
        let keepers = roles.flat_map(|role| self.organisation.party(*role).keepers.iter().flatten());
        let within = keepers.filter(|keeper| keeper.team == Some(team));
        persons(self.organisation.party(team).members.iter().chain(within))
    }
}

/// The persons among `holders`, each once.
pub(super) fn persons<'h>(holders: impl IntoIterator<Item = &'h Holder>) -> Vec<PersonId> {
    let found = holders.into_iter().filter_map(|holder| match holder.who {
        Who::Person(id) => Some(id),
        _ => None,
    });
    each_once(found.collect())
}

/// Each of `people` where they first stand.
pub(super) fn each_once(people: Vec<PersonId>) -> Vec<PersonId> {
    if people.len() < 2 {
        return people;
    }
    let mut numbered: Vec<(PersonId, usize)> = people.into_iter().zip(0..).collect();
    numbered.sort_unstable();
    numbered.dedup_by_key(|(person, _)| *person);
    numbered.sort_unstable_by_key(|(_, at)| *at);
    numbered.into_iter().map(|(person, _)| person).collect()
}

#[cfg(test)]
mod tests {
    use super::each_once;
    use crate::model::PersonId;

    #[test]
    fn people_stand_where_they_are_named_first() {
        let cases: [(&[u32], &[u32]); 4] = [
            (&[], &[]),
            (&[7], &[7]),
            (&[3, 1, 3, 2, 1], &[3, 1, 2]),
            (&[1, 1], &[1]),
        ];
        for (named, expected) in cases {
            let people = each_once(named.iter().map(|id| PersonId(*id)).collect());
            assert_eq!(
                people,
                expected.iter().map(|id| PersonId(*id)).collect::<Vec<_>>()
            );
        }
    }
}
