//! In which order parties stand in a matrix.

use std::collections::{BTreeMap, BTreeSet};

use crate::graph::seriation;
use crate::model::{PartyId, PartyKind};
use crate::site::graphs::network::Network;
use crate::site::views::Views;

impl Views<'_> {
    /// The parties of `network` by team, teams by title; within a team those together that stand in relations with the
    /// same others. Those in no team come after, external parties last.
    pub(super) fn matrix_order(&self, network: &Network<'_>) -> Vec<PartyId> {
        let mut related: BTreeMap<PartyId, BTreeSet<usize>> = BTreeMap::new();
        for agreement in &network.agreements {
            let (provider, consumer) = (agreement.provider, agreement.consumer);
            related.entry(provider).or_default().insert(consumer.index());
            related.entry(consumer).or_default().insert(provider.index());
        }
        let mut by_team: BTreeMap<(bool, bool, String, Option<PartyId>), Vec<PartyId>> = BTreeMap::new();
        for id in related.keys() {
            let is_outside = self.organisation.party(*id).kind == PartyKind::External;
            let team = network.team_of(*id).filter(|_| !is_outside);
            let title = team.map(|team| self.organisation.party(team).title.to_lowercase());
            let key = (is_outside, team.is_none(), title.unwrap_or_default(), team);
            by_team.entry(key).or_default().push(*id);
        }
        let mut order = Vec::new();
        for mut ids in by_team.into_values() {
            ids.sort_by_cached_key(|id| (self.organisation.party(*id).title.to_lowercase(), *id));
            let sets: Vec<BTreeSet<usize>> = ids
                .iter()
                .map(|id| related.get(id).cloned().unwrap_or_default())
                .collect();
            order.extend(seriation(&sets).into_iter().map(|at| ids[at]));
        }
        order
    }
}
