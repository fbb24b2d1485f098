//! Who actually stands for a role: the people behind holders, and a role's keepers seen from a team.

use std::collections::BTreeSet;

use crate::model::{Holder, Organisation, PartyId, PersonId, Who};

/// The keepers of `role` within `team`: those who hold it there by their own entry, and, where the role lives
/// in that team, those whose entry names no team.
pub(crate) fn keepers_within(organisation: &Organisation, role: PartyId, team: PartyId) -> Vec<&Holder> {
    let party = organisation.party(role);
    let lives_there = party.team == Some(team);
    let keepers = party.keepers.iter().flatten();
    keepers
        .filter(|keeper| keeper.team == Some(team) || (lives_there && keeper.team.is_none()))
        .collect()
}

/// Who stands for `role` seen from `team`: its keepers within that team; where there are none, its keepers
/// without a team of their own; where there are none, all of them. Vacancies stand for nobody.
pub(crate) fn counterparts(organisation: &Organisation, role: PartyId, team: PartyId) -> Vec<&Holder> {
    let someone = |keeper: &&Holder| keeper.who != Who::Vacant;
    let mut found = keepers_within(organisation, role, team);
    found.retain(someone);
    let all = || organisation.party(role).keepers.iter().flatten().filter(someone);
    if found.is_empty() {
        found.extend(all().filter(|keeper| keeper.team.is_none()));
    }
    if found.is_empty() {
        found.extend(all());
    }
    found
}

/// The people whom `holder` stands for, by id: the person, or whoever keeps the role that it names; within its
/// team, where it names one.
pub(crate) fn people_for(organisation: &Organisation, holder: &Holder) -> Vec<PersonId> {
    /// Chains of roles that keep roles are not followed further.
    const MOST_ROLES: usize = 64;
    let mut people = BTreeSet::new();
    let mut seen: BTreeSet<PartyId> = BTreeSet::new();
    let mut open = vec![holder];
    while let Some(Holder { who, .. }) = open.pop() {
        match who {
            Who::Person(person) => {
                people.insert(*person);
            }
            Who::KeepersOf(role) if seen.len() < MOST_ROLES && seen.insert(*role) => match holder.team {
                Some(team) => open.extend(counterparts(organisation, *role, team)),
                None => open.extend(organisation.party(*role).keepers.iter().flatten()),
            },
            Who::KeepersOf(_) | Who::Party(_) | Who::Text(_) | Who::Vacant | Who::Unknown(_) => {}
        }
    }
    people.into_iter().collect()
}
