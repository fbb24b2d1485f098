//! Which roles, cards and edges are drawn.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::fold::{Card, cards};
use super::{MOST_EDGES, MOST_MEMBERS, TeamFold, TeamParty, TeamRelation, TeamShown};
use crate::model::State;

/// What is drawn: the team's roles first, then the cards outside.
pub(super) struct Choice {
    /// The roles' positions among the parties.
    pub(super) members: Vec<usize>,
    pub(super) cards: Vec<Card>,
    pub(super) edges: Vec<Bundle>,
    pub(super) shown: TeamShown,
}

/// The agreements of one state between what is drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Bundle {
    /// The positions of its ends among the roles and cards.
    pub(super) from: usize,
    pub(super) to: usize,
    pub(super) state: State,
    pub(super) items: usize,
    /// The positions of its agreements among the relations.
    pub(super) relations: Vec<usize>,
}

impl Choice {
    pub(super) fn new(parties: &[TeamParty], relations: &[TeamRelation]) -> Self {
        let proper = proper(parties, relations);
        let mut weights = vec![0; parties.len()];
        for relation in proper.iter().map(|at| &relations[*at]) {
            weights[relation.provider] += 1;
            weights[relation.consumer] += 1;
        }
        let own = (0..parties.len()).filter(|party| parties[*party].is_member);
        let mut members: Vec<usize> = own.collect();
        let all_members = members.len();
        members.sort_by_key(|party| Reverse(weights[*party]));
        members.truncate(MOST_MEMBERS);
        members.sort_unstable();

        let is_drawn = |party: &usize| !parties[*party].is_member || members.binary_search(party).is_ok();
        let drawn = proper.iter().map(|at| (*at, &relations[*at]));
        let drawn: Vec<(usize, &TeamRelation)> = drawn
            .filter(|(_, relation)| is_drawn(&relation.provider) && is_drawn(&relation.consumer))
            .collect();
        let mut outside: Vec<usize> = drawn
            .iter()
            .flat_map(|(_, relation)| [relation.provider, relation.consumer])
            .filter(|party| !parties[*party].is_member)
            .collect();
        outside.sort_unstable();
        outside.dedup();
        let cards = cards(parties, &outside, &weights);
        let edges = bundles(&drawn, &places(parties.len(), &members, &cards));
        let agreements = edges.iter().map(|edge| edge.relations.len()).sum();
        let shown = TeamShown {
            members: members.len(),
            outside: cards.iter().filter(|card| !card.is_fold()).count(),
            folds: folds(&cards),
            edges: edges.len(),
            agreements,
            left_out_members: all_members - members.len(),
            left_out_agreements: proper.len() - agreements,
        };
        Self {
            members,
            cards,
            edges,
            shown,
        }
    }
}

/// The relations that have both ends, and one at least in the team.
fn proper(parties: &[TeamParty], relations: &[TeamRelation]) -> Vec<usize> {
    let is_proper = |relation: &TeamRelation| {
        let ends = (parties.get(relation.provider), parties.get(relation.consumer));
        matches!(ends, (Some(provider), Some(consumer)) if provider.is_member || consumer.is_member)
    };
    let all = 0..relations.len();
    all.filter(|at| is_proper(&relations[*at])).collect()
}

/// Where each party is drawn; what is not drawn stands at no role or card.
fn places(count: usize, members: &[usize], cards: &[Card]) -> Vec<usize> {
    let mut places = vec![usize::MAX; count];
    for (place, party) in members.iter().enumerate() {
        places[*party] = place;
    }
    for (nth, card) in cards.iter().enumerate() {
        for party in &card.parties {
            places[*party] = members.len() + nth;
        }
    }
    places
}

/// One edge for each pair and state; those of most items where there are too many.
fn bundles(drawn: &[(usize, &TeamRelation)], places: &[usize]) -> Vec<Bundle> {
    let mut found: BTreeMap<(usize, usize, State), Bundle> = BTreeMap::new();
    for (at, relation) in drawn {
        let (from, to, state) = (
            places[relation.provider],
            places[relation.consumer],
            relation.state,
        );
        let bundle = found.entry((from, to, state)).or_insert_with(|| Bundle {
            from,
            to,
            state,
            items: 0,
            relations: Vec::new(),
        });
        bundle.items += relation.items;
        bundle.relations.push(*at);
    }
    let mut bundles: Vec<Bundle> = found.into_values().collect();
    if bundles.len() > MOST_EDGES {
        bundles.sort_by_key(|bundle| Reverse((bundle.items, bundle.relations.len())));
        bundles.truncate(MOST_EDGES);
        bundles.sort_by_key(|bundle| (bundle.from, bundle.to, bundle.state));
    }
    bundles
}

fn folds(cards: &[Card]) -> Vec<TeamFold> {
    let folds = cards.iter().filter(|card| card.is_fold());
    let told = folds.map(|card| TeamFold {
        home: card.home,
        parties: card.parties.clone(),
    });
    told.collect()
}
