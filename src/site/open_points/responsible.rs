//! Who answers for a page.

use std::collections::BTreeSet;

use crate::model::{Holder, Organisation, PartyId, PartyKind, PersonId, Who};
use crate::resolve::counterparts::people_for;
use crate::site::page::Page;

/// How far up delegation is followed where nobody keeps the domain that delegated either.
const MOST_LEVELS: usize = 16;

/// The people who answer for a page.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Responsible {
    pub(super) people: BTreeSet<PersonId>,
    /// Whether they do because they delegated what nobody keeps.
    pub(super) as_delegators: bool,
}

/// Who answers for `page`: a role's keepers, a team's members, the person; where nobody keeps it, those who
/// delegated it.
pub(super) fn responsible(organisation: &Organisation, page: Page) -> Responsible {
    match page {
        Page::Party(_, party) => for_party(organisation, party),
        Page::Person(person) => Responsible {
            people: BTreeSet::from([person]),
            as_delegators: false,
        },
        _ => Responsible::default(),
    }
}

fn for_party(organisation: &Organisation, party: PartyId) -> Responsible {
    let mut people = own_people(organisation, party);
    let as_delegators = people.is_empty();
    let mut seen = BTreeSet::from([party]);
    let mut level = vec![party];
    for _ in 0..MOST_LEVELS {
        if !people.is_empty() {
            break;
        }
        let parties = level.iter().map(|id| organisation.party(*id));
        let delegators: Vec<&Holder> = parties.flat_map(|party| &party.delegators).collect();
        let above = delegators.iter().filter_map(|holder| match holder.who {
            Who::Party(id) => Some(id),
            _ => None,
        });
        level = above.filter(|id| seen.insert(*id)).collect();
        people.extend(
            delegators
                .iter()
                .flat_map(|holder| people_for(organisation, holder)),
        );
        people.extend(level.iter().flat_map(|id| own_people(organisation, *id)));
    }
    Responsible {
        people,
        as_delegators,
    }
}

/// The people behind a party's keepers and members.
fn own_people(organisation: &Organisation, id: PartyId) -> BTreeSet<PersonId> {
    let party = organisation.party(id);
    let holders = party.keepers.iter().flatten().chain(&party.members);
    holders
        .flat_map(|holder| match holder.who {
            // A role that is a member of a team, or keeps a role, stands for its keepers.
            Who::Party(role) if organisation.party(role).kind == PartyKind::Role => people_for(
                organisation,
                &Holder {
                    who: Who::KeepersOf(role),
                    ..holder.clone()
                },
            ),
            _ => people_for(organisation, holder),
        })
        .collect()
}
