//! Below whom each party stands on the delegation map, and who delegated it besides.

use std::collections::BTreeMap;

use crate::model::{Organisation, PartyId, PartyKind, Who};

/// Where each role and team stands, and everyone that delegated to one.
pub(super) struct Lineage {
    /// Below whom each party stands.
    pub(super) parents: BTreeMap<PartyId, Option<PartyId>>,
    /// Who delegated each, in the order of writing.
    pub(super) delegators: BTreeMap<PartyId, Vec<PartyId>>,
}

impl Lineage {
    /// A role stands in its team, and otherwise, as teams do, below its first delegator. Where that goes round in a
    /// circle, it is cut at the first of them by title.
    pub(super) fn of(organisation: &Organisation) -> Self {
        let delegators = delegators(organisation);
        let mut parents: BTreeMap<PartyId, Option<PartyId>> = BTreeMap::new();
        let mut order: Vec<PartyId> = delegators.keys().copied().collect();
        order.sort_by_cached_key(|id| (organisation.party(*id).title.to_lowercase(), *id));
        for id in order {
            let party = organisation.party(id);
            let team = party.team.filter(|team| *team != id);
            let first = delegators.get(&id).and_then(|by| by.first().copied());
            let above = match party.kind {
                PartyKind::Role => team.or(first),
                PartyKind::Team | PartyKind::External => first.or(team),
            };
            parents.insert(id, above.filter(|above| !leads_to(id, *above, &parents)));
        }
        // A delegator from outside holds circles too.
        let outside: Vec<PartyId> = parents.values().flatten().copied().collect();
        for id in outside {
            parents.entry(id).or_insert(None);
        }
        Self { parents, delegators }
    }

    /// Who delegated a party beside the one below whom it stands.
    pub(super) fn others(&self, id: PartyId) -> impl Iterator<Item = PartyId> {
        let parent = self.parents.get(&id).copied().flatten();
        let delegators = self.delegators.get(&id).into_iter().flatten().copied();
        delegators.filter(move |by| Some(*by) != parent)
    }

    /// Whether a party was delegated by the one below whom it stands.
    pub(super) fn is_by_parent(&self, id: PartyId) -> bool {
        let parent = self.parents.get(&id).copied().flatten();
        let delegators = self.delegators.get(&id);
        parent.is_some_and(|parent| delegators.is_some_and(|by| by.contains(&parent)))
    }

    /// The parties below each, roles last, by title.
    pub(super) fn below(&self, organisation: &Organisation) -> BTreeMap<Option<PartyId>, Vec<PartyId>> {
        let mut below: BTreeMap<Option<PartyId>, Vec<PartyId>> = BTreeMap::new();
        for (id, parent) in &self.parents {
            below.entry(*parent).or_default().push(*id);
        }
        for ids in below.values_mut() {
            ids.sort_by_cached_key(|id| {
                let party = organisation.party(*id);
                (party.kind == PartyKind::Role, party.title.to_lowercase(), *id)
            });
        }
        below
    }
}

/// The parties that delegated each role and team, in the order of writing.
fn delegators(organisation: &Organisation) -> BTreeMap<PartyId, Vec<PartyId>> {
    let parties = (0..).map(PartyId::at).zip(organisation.parties.iter());
    let domains = parties.filter(|(_, party)| party.kind != PartyKind::External);
    let delegators = domains.map(|(id, party)| {
        let mut delegators: Vec<PartyId> = Vec::new();
        for holder in &party.delegators {
            if let Who::Party(by) | Who::KeepersOf(by) = holder.who
                && by != id
                && !delegators.contains(&by)
            {
                delegators.push(by);
            }
        }
        (id, delegators)
    });
    delegators.collect()
}

/// Whether the way up from `at` leads to `id`, as far as parents are settled.
fn leads_to(id: PartyId, mut at: PartyId, settled: &BTreeMap<PartyId, Option<PartyId>>) -> bool {
    while at != id {
        match settled.get(&at) {
            Some(Some(above)) => at = *above,
            Some(None) | None => return false,
        }
    }
    true
}
