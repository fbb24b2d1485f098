//! Cards outside of the team: a party each, or, where there are too many, a team each.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::{MOST_OUTSIDE, MOST_OUTWARD, TeamParty};

/// One card: the parties that it stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Card {
    /// The team of all of them, where there are several of one.
    pub(super) home: Option<usize>,
    pub(super) parties: Vec<usize>,
}

impl Card {
    pub(super) fn is_fold(&self) -> bool {
        self.parties.len() > 1
    }
}

/// The cards for these parties outside, given how many agreements each has.
pub(super) fn cards(parties: &[TeamParty], outside: &[usize], weights: &[usize]) -> Vec<Card> {
    let single = |party: &usize| Card {
        home: None,
        parties: vec![*party],
    };
    let outward: usize = outside.iter().map(|party| weights[*party]).sum();
    if outside.len() <= MOST_OUTSIDE && outward <= MOST_OUTWARD {
        return outside.iter().map(single).collect();
    }
    let mut cards: Vec<Card> = Vec::new();
    let mut places: BTreeMap<usize, usize> = BTreeMap::new();
    for party in outside {
        let known = parties[*party]
            .home
            .map(|home| (home, places.get(&home).copied()));
        match known {
            Some((_, Some(place))) => cards[place].parties.push(*party),
            Some((home, None)) => {
                places.insert(home, cards.len());
                cards.push(Card {
                    home: Some(home),
                    parties: vec![*party],
                });
            }
            None => cards.push(single(party)),
        }
    }
    let weight = |card: &Card| card.parties.iter().map(|party| weights[*party]).sum::<usize>();
    gather_rest(&mut cards, weight);
    for card in cards.iter_mut().filter(|card| !card.is_fold()) {
        card.home = None;
    }
    cards
}

/// Puts the lightest cards into one, at the end, where there are still too many.
fn gather_rest(cards: &mut Vec<Card>, weight: impl Fn(&Card) -> usize) {
    if cards.len() <= MOST_OUTSIDE {
        return;
    }
    let mut order: Vec<usize> = (0..cards.len()).collect();
    order.sort_by_key(|at| Reverse(weight(&cards[*at])));
    let mut is_kept = vec![false; cards.len()];
    for at in order.into_iter().take(MOST_OUTSIDE - 1) {
        is_kept[at] = true;
    }
    let mut kept = is_kept.into_iter();
    let (mut all, mut rest) = (Vec::new(), Vec::new());
    for card in cards.drain(..) {
        if kept.next() == Some(true) {
            all.push(card);
        } else {
            rest.extend(card.parties);
        }
    }
    all.push(Card {
        home: None,
        parties: rest,
    });
    *cards = all;
}
