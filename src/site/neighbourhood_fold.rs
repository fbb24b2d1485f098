//! Neighbours that are drawn together, where there are too many for a card each.

use std::collections::{BTreeMap, BTreeSet};

use super::summary::shortened;
use super::views::Views;
use crate::graph::{Neighbour, Side};
use crate::model::{PartyId, PartyKind, State};

/// More neighbours are drawn together by their teams.
const MOST_CARDS: usize = 24;

/// Where even so there are more cards, those of the fewest neighbours are one for each state.
const MOST_FOLDS: usize = 48;

/// Where a card for several leads: to the table that names them.
pub(super) const TABLE: &str = "rb-neighbourhood-table";

/// A neighbour, and the team that it is drawn with where there are many.
pub(super) struct Known {
    pub(super) neighbour: Neighbour,
    pub(super) team: Option<PartyId>,
}

/// Neighbours on one card, by position.
struct Group {
    /// The team that all of them are drawn with; none for one that has none, and for the rest.
    team: Option<PartyId>,
    /// The states of their relations: of what is needed, of what is delivered.
    states: (Option<State>, Option<State>),
    members: Vec<usize>,
}

impl Views<'_> {
    /// The cards of `neighbours`, in their order, and how many of them share a card. Neighbours share one only where all
    /// of their relations are of the same states, so that no state is told that is not there.
    pub(super) fn cards(&self, neighbours: &[Known]) -> (Vec<Neighbour>, usize) {
        if neighbours.len() <= MOST_CARDS {
            let each = neighbours.iter().map(|known| known.neighbour.clone());
            return (each.collect(), 0);
        }
        let groups = with_a_rest(by_team(neighbours));
        let folded = groups
            .iter()
            .map(|group| group.members.len())
            .filter(|size| *size > 1);
        let folded = folded.sum();
        let cards = groups.iter().filter_map(|group| self.card(neighbours, group));
        (cards.collect(), folded)
    }

    fn card(&self, neighbours: &[Known], group: &Group) -> Option<Neighbour> {
        let members: Vec<&Neighbour> = group
            .members
            .iter()
            .map(|at| &neighbours[*at].neighbour)
            .collect();
        let [_, _, ..] = members.as_slice() else {
            return members.first().map(|only| Neighbour::clone(only));
        };
        let name = group.team.map_or_else(
            || self.words.say("graph.others", None, &[]),
            |team| self.organisation.party(team).title.clone(),
        );
        let titles: Vec<&str> = members
            .iter()
            .take(20)
            .map(|member| member.title.as_str())
            .collect();
        let together = |side: fn(&Neighbour) -> Option<&Side>| {
            let mut sides = members.iter().filter_map(|member| side(member));
            let first = sides.next()?;
            Some(Side {
                state: first.state,
                items: first.items + sides.map(|side| side.items).sum::<usize>(),
                qualifier: shortened(&titles.join(", ")),
            })
        };
        Some(Neighbour {
            title: self.words.say(
                "neighbourhood.fold",
                i64::try_from(members.len()).ok(),
                &[("name", &name)],
            ),
            kind: PartyKind::Team,
            href: format!("#{TABLE}"),
            provides: together(|neighbour| neighbour.provides.as_ref()),
            consumes: together(|neighbour| neighbour.consumes.as_ref()),
        })
    }
}

/// Neighbours of one team whose relations are of the same states; one without a team alone. In the order of their first.
fn by_team(neighbours: &[Known]) -> Vec<Group> {
    let mut at: BTreeMap<_, usize> = BTreeMap::new();
    let mut groups: Vec<Group> = Vec::new();
    for (position, known) in neighbours.iter().enumerate() {
        let state = |side: &Option<Side>| side.as_ref().map(|side| side.state);
        let Neighbour {
            provides, consumes, ..
        } = &known.neighbour;
        let states = (state(provides), state(consumes));
        let next = groups.len();
        let place = match known.team {
            Some(team) => *at.entry((team, states)).or_insert(next),
            None => next,
        };
        if place == next {
            groups.push(Group {
                team: known.team,
                states,
                members: Vec::new(),
            });
        }
        groups[place].members.push(position);
    }
    groups
}

/// The same, where there are too many: the smallest of them as one for all that have the same states, at the end.
fn with_a_rest(groups: Vec<Group>) -> Vec<Group> {
    if groups.len() <= MOST_FOLDS {
        return groups;
    }
    let mut by_size: Vec<usize> = (0..groups.len()).collect();
    by_size.sort_by_key(|at| std::cmp::Reverse(groups[*at].members.len()));
    let large: BTreeSet<usize> = by_size.into_iter().take(MOST_FOLDS).collect();
    let mut kept: Vec<Group> = Vec::new();
    let mut rest: BTreeMap<_, Group> = BTreeMap::new();
    for (at, group) in groups.into_iter().enumerate() {
        if large.contains(&at) {
            kept.push(group);
        } else {
            let all = rest.entry(group.states).or_insert_with(|| Group {
                team: None,
                states: group.states,
                members: Vec::new(),
            });
            all.members.extend(group.members);
        }
    }
    kept.extend(rest.into_values());
    kept
}
