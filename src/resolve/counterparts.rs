//! Who actually stands for a role: the people behind holders, and a role's keepers seen from a team.

use std::collections::BTreeSet;

use crate::model::{Holder, Organisation, Party, PartyId, PersonId, Who};

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

/// The one person who keeps a role; none where there are several, nobody, or not known to be few.
pub(crate) fn only_keeper(organisation: &Organisation, role: &Party) -> Option<PersonId> {
    let mut people: BTreeSet<PersonId> = BTreeSet::new();
    for keeper in role.keepers.as_deref()? {
        people.extend(people_behind(organisation, keeper)?);
        if people.len() > 1 {
            return None;
        }
    }
    people.pop_first()
}

/// The people behind a keeper; none where they are not known to be few: a team, plain words, a name that
/// nothing answers to, somebody who is being sought.
fn people_behind(organisation: &Organisation, keeper: &Holder) -> Option<Vec<PersonId>> {
    match &keeper.who {
        Who::Person(person) => Some(vec![*person]),
        Who::KeepersOf(role) => {
            let behind = organisation.party(*role).keepers.as_deref()?;
            let is_counted = |holder: &Holder| matches!(holder.who, Who::Person(_) | Who::KeepersOf(_));
            behind
                .iter()
                .all(is_counted)
                .then(|| people_for(organisation, keeper))
        }
        Who::Party(_) | Who::Text(_) | Who::Unknown(_) | Who::Vacant => None,
    }
}
