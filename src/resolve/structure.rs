//! What follows from who holds what: delegated domains, roles of teams, people's roles and teams.

use std::sync::Arc;

use super::counterparts::people_for;
use super::order::Ranks;
use crate::model::{Holder, Organisation, PartyId, PartyKind, PersonId, Who};

/// Tells each party which domains it delegated and which roles live in it.
pub(super) fn tell_parties(organisation: &mut Organisation, ranks: &Ranks) {
    let mut delegates: Vec<Vec<PartyId>> = vec![Vec::new(); organisation.parties.len()];
    let mut roles: Vec<Vec<PartyId>> = vec![Vec::new(); organisation.parties.len()];
    for (id, party) in (0..).map(PartyId).zip(organisation.parties.iter()) {
        for delegator in &party.delegators {
            if let Who::Party(delegator) | Who::KeepersOf(delegator) = delegator.who {
                delegates[delegator.index()].push(id);
            }
        }
        if let (PartyKind::Role, Some(team)) = (party.kind, party.team) {
            roles[team.index()].push(id);
        }
    }
    for (party, (mut delegates, mut roles)) in Arc::make_mut(&mut organisation.parties)
        .iter_mut()
        .zip(delegates.into_iter().zip(roles))
    {
        ranks.sort(&mut delegates);
        ranks.sort(&mut roles);
        party.delegates = delegates;
        party.roles = roles;
    }
}

/// Tells each person which roles they keep and which teams they are in.
pub(super) fn tell_people(organisation: &mut Organisation, ranks: &Ranks) {
    let mut keeps: Vec<Vec<(PartyId, Holder)>> = vec![Vec::new(); organisation.people.len()];
    let mut teams: Vec<Vec<PartyId>> = vec![Vec::new(); organisation.people.len()];
    for (id, party) in (0..).map(PartyId).zip(organisation.parties.iter()) {
        for holder in party.keepers.iter().flatten() {
            for person in people_for(organisation, holder) {
                let kept = Holder {
                    who: Who::Person(person),
                    ..holder.clone()
                };
                teams[person.index()].extend(kept.team.or(party.team));
                keeps[person.index()].push((id, kept));
            }
        }
        for member in &party.members {
            for person in members_for(organisation, id, member) {
                teams[person.index()].push(id);
            }
        }
    }
    for (person, (mut keeps, mut teams)) in Arc::make_mut(&mut organisation.people)
        .iter_mut()
        .zip(keeps.into_iter().zip(teams))
    {
        keeps.sort_by_key(|(role, _)| ranks.of(*role));
        ranks.sort(&mut teams);
        person.keeps = keeps;
        person.teams = teams;
    }
}

/// The people whom a member of `team` stands for: a role that is a member stands for its keepers there.
fn members_for(organisation: &Organisation, team: PartyId, member: &Holder) -> Vec<PersonId> {
    let who = match &member.who {
        Who::Party(role) if organisation.party(*role).kind == PartyKind::Role => Who::KeepersOf(*role),
        other => other.clone(),
    };
    let seen_from_team = Holder {
        who,
        team: Some(team),
        ..member.clone()
    };
    people_for(organisation, &seen_from_team)
}
