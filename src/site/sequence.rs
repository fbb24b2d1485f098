//! What comes before and after a party: roles within their team, others within their kind, by title.

use std::collections::BTreeMap;

use crate::model::{Organisation, PartyId, PartyKind};

/// What comes before and after each party, by party.
#[derive(Clone, Debug, Default)]
pub(crate) struct Sequence {
    around: Vec<(Option<PartyId>, Option<PartyId>)>,
    /// The parties of each kind, by title.
    by_title: BTreeMap<PartyKind, Vec<PartyId>>,
}

impl Sequence {
    /// The sequences of all parties.
    pub(crate) fn of(organisation: &Organisation) -> Self {
        let mut order: Vec<PartyId> = (0..organisation.parties.len()).map(PartyId::at).collect();
        order.sort_by_cached_key(|id| (organisation.party(*id).title.to_lowercase(), *id));
        let mut around = vec![(None, None); order.len()];
        let mut by_title: BTreeMap<PartyKind, Vec<PartyId>> = BTreeMap::new();
        let mut last: BTreeMap<(PartyKind, Option<PartyId>), PartyId> = BTreeMap::new();
        for id in order {
            let party = organisation.party(id);
            by_title.entry(party.kind).or_default().push(id);
            let team = party.team.filter(|_| party.kind == PartyKind::Role);
            if let Some(before) = last.insert((party.kind, team), id) {
                around[before.index()].1 = Some(id);
                around[id.index()].0 = Some(before);
            }
        }
        Self { around, by_title }
    }

    /// What comes before `party`.
    pub(crate) fn previous(&self, party: PartyId) -> Option<PartyId> {
        self.around[party.index()].0
    }

    /// What comes after `party`.
    pub(crate) fn next(&self, party: PartyId) -> Option<PartyId> {
        self.around[party.index()].1
    }

    /// The parties of a kind, by title.
    pub(crate) fn of_kind(&self, kind: PartyKind) -> &[PartyId] {
        self.by_title.get(&kind).map_or(&[], Vec::as_slice)
    }
}
