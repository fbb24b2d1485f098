//! `delegation-cycle`: parties that delegate to each other in a circle.

use std::collections::{BTreeMap, VecDeque};

use super::Evidence;
use crate::finding::{Explanation, Finding, Kind, Level};
use crate::model::{Organisation, PartyId, Who};
use crate::text::{Phrase, Place};

/// Parties that delegate to each other in a circle: nobody stands above any of them.
pub(super) static KIND: Kind = Kind {
    name: "delegation-cycle",
    level: Level::Deny,
    title: Phrase {
        en: "Delegation in a circle",
        de: "Delegation im Kreis",
        fr: "Délégation en boucle",
        it: "Delega in circolo",
    },
    summary: "parties that delegate to each other in a circle",
    explanation: Explanation {
        what: "",
        why: "",
        mend: "",
        example: None,
    },
    names_people: false,
    is_timed: false,
};

/// One finding for each knot of parties that delegate to each other, with a shortest circle in it.
pub(super) fn run(evidence: &Evidence) -> Vec<Finding> {
    let organisation = evidence.organisation;
    let delegators: Vec<Vec<(usize, Place)>> = organisation.parties.iter().map(delegators).collect();
    let knots = knots(&delegators);
    let mut sizes = vec![0_usize; delegators.len()];
    for knot in &knots {
        sizes[*knot] += 1;
    }
    let mut told = vec![false; delegators.len()];
    let mut findings = Vec::new();
    for (party, knot) in knots.iter().enumerate() {
        let in_itself = || delegators[party].iter().any(|(delegator, _)| *delegator == party);
        if told[*knot] || (sizes[*knot] < 2 && !in_itself()) {
            continue;
        }
        told[*knot] = true;
        let within = |other: usize| knots[other] == *knot;
        findings.extend(finding(organisation, &circle(&delegators, party, within)));
    }
    findings
}

/// Who delegated a party, and where it says so.
fn delegators(party: &crate::model::Party) -> Vec<(usize, Place)> {
    let delegators = party
        .delegators
        .iter()
        .filter_map(|delegator| match delegator.who {
            Who::Party(id) | Who::KeepersOf(id) => Some((id.index(), delegator.place)),
            Who::Person(_) | Who::Text(_) | Who::Vacant | Who::Unknown(_) => None,
        });
    delegators.collect()
}

/// The number of the knot (strongly connected component) that each party is in: Tarjan's algorithm on a
/// stack of its own, because chains of delegation may be long.
fn knots(edges: &[Vec<(usize, Place)>]) -> Vec<usize> {
    const UNSEEN: usize = usize::MAX;
    let mut order = vec![UNSEEN; edges.len()];
    let mut low = vec![0; edges.len()];
    let mut knot = vec![UNSEEN; edges.len()];
    let (mut seen, mut found) = (0, 0);
    let mut unassigned = Vec::new();
    for start in 0..edges.len() {
        if order[start] != UNSEEN {
            continue;
        }
        let mut path: Vec<(usize, usize)> = vec![(start, 0)];
        while let Some((node, next)) = path.pop() {
            if next == 0 {
                order[node] = seen;
                low[node] = seen;
                seen += 1;
                unassigned.push(node);
            }
            if let Some((other, _)) = edges[node].get(next) {
                path.push((node, next + 1));
                if order[*other] == UNSEEN {
                    path.push((*other, 0));
                } else if knot[*other] == UNSEEN {
                    low[node] = low[node].min(order[*other]);
                }
                continue;
            }
            if let Some((above, _)) = path.last() {
                low[*above] = low[*above].min(low[node]);
            }
            if low[node] == order[node] {
                while let Some(member) = unassigned.pop() {
                    knot[member] = found;
                    if member == node {
                        break;
                    }
                }
                found += 1;
            }
        }
    }
    knot
}

/// A shortest circle from `start` back to it: each party that the one before delegates to, and where it
/// says so; `start` comes last.
fn circle(
    edges: &[Vec<(usize, Place)>],
    start: usize,
    within: impl Fn(usize) -> bool,
) -> Vec<(PartyId, Place)> {
    let mut delegated: BTreeMap<usize, (usize, Place)> = BTreeMap::new();
    let mut open = VecDeque::from([start]);
    while let Some(node) = open.pop_front() {
        for (delegator, place) in &edges[node] {
            if within(*delegator) && !delegated.contains_key(delegator) {
                delegated.insert(*delegator, (node, *place));
                open.push_back(*delegator);
            }
        }
        if delegated.contains_key(&start) {
            break;
        }
    }
    let mut circle = Vec::new();
    let mut at = start;
    while let Some((next, place)) = delegated.get(&at) {
        circle.push((PartyId::at(*next), *place));
        at = *next;
        if at == start {
            break;
        }
    }
    circle
}

fn finding(organisation: &Organisation, circle: &[(PartyId, Place)]) -> Option<Finding> {
    /// Of a longer circle the rest is only counted.
    const MOST: usize = 8;
    let title = |id: PartyId| organisation.party(id).title.as_str();
    let start = title(circle.last()?.0);
    let (first, place) = circle.first().map(|(id, place)| (title(*id), *place))?;
    if circle.len() == 1 {
        let finding = Finding::new(&KIND, place, format!("`{start}` delegates to itself"));
        return Some(
            finding
                .label("names itself as its delegator")
                .help("name who is above it, or nobody"),
        );
    }
    let mut message = format!("`{start}` delegates to `{first}`");
    let mut related = Vec::new();
    for pair in circle.windows(2).take(MOST - 1) {
        let (above, (below, place)) = (title(pair[0].0), (title(pair[1].0), pair[1].1));
        message.push_str(", which delegates to `");
        message.push_str(below);
        message.push('`');
        related.push((place, format!("`{below}` names `{above}` as its delegator")));
    }
    if circle.len() > MOST {
        let more = circle.len() - MOST;
        message = format!("{message}, and so on through {more} more, back to `{start}`");
    }
    let finding = Finding::new(&KIND, place, message)
        .label(format!("`{first}` names `{start}` as its delegator"))
        .help("take one of these delegators away: whoever is at the top has none within the circle");
    Some(
        related
            .into_iter()
            .fold(finding, |finding, (place, text)| finding.related(place, text)),
    )
}

#[cfg(test)]
mod tests {
    use super::{circle, knots};
    use crate::text::{Place, SourceId};

    fn edges(of: &[&[usize]]) -> Vec<Vec<(usize, Place)>> {
        of.iter()
            .map(|ends| ends.iter().map(|end| (*end, Place::top(SourceId(0)))).collect())
            .collect()
    }

    #[test]
    fn parties_that_reach_each_other_are_in_one_knot() {
        let knots = knots(&edges(&[&[1, 4], &[2], &[0, 3], &[], &[3], &[5]]));
        assert!(knots[0] == knots[1] && knots[1] == knots[2]);
        for other in [3, 4, 5] {
            assert_ne!(knots[0], knots[other]);
        }
    }

    #[test]
    fn the_shortest_circle_is_found() {
        let edges = edges(&[&[1], &[2, 3], &[3], &[0]]);
        let through: Vec<u32> = circle(&edges, 0, |_| true).iter().map(|(id, _)| id.0).collect();
        assert_eq!(through, [3, 1, 0]);
    }

    #[test]
    fn long_chains_need_no_deep_stack() {
        let length = 200_000;
        let chain: Vec<Vec<(usize, Place)>> = (0..length)
            .map(|node| vec![((node + 1) % length, Place::top(SourceId(0)))])
            .collect();
        assert!(knots(&chain).iter().all(|knot| *knot == 0));
        assert_eq!(circle(&chain, 0, |_| true).len(), length);
    }
}
