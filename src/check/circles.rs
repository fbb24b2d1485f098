//! Circles among parties that lead to each other: by delegation, by what they need.

use std::collections::VecDeque;

/// Where each party leads to, and by what.
pub(super) type Edges<T> = [Vec<(usize, T)>];

/// A step of a circle: where it leads to, and by what.
pub(super) type Step<T> = (usize, T);

/// From so many members of a knot on, a shortest circle is only looked for from the first ones.
const MOST_STARTS: usize = 32;

/// A shortest circle of each knot of parties that lead to each other, by its first party: the steps that lead
/// back to it, in order. The knots of one party are those that lead to themselves.
pub(super) fn circles<T: Copy>(edges: &Edges<T>) -> Vec<Vec<Step<T>>> {
    let knots = knots(edges);
    let mut members: Vec<Vec<usize>> = vec![Vec::new(); edges.len()];
    for (party, knot) in knots.iter().enumerate() {
        members[*knot].push(party); // there are as many knots as parties at the most
    }
    let mut search = Search::new(edges, &knots);
    let mut found = Vec::new();
    // Knots are numbered from the inside out; people read them in the order of parties.
    let mut order: Vec<&Vec<usize>> = members.iter().filter(|members| !members.is_empty()).collect();
    order.sort_unstable();
    for members in order {
        let starts = members.iter().take(MOST_STARTS);
        let circles = starts.map(|start| search.circle(*start));
        // The first of the shortest.
        let shortest = circles.filter(|circle| !circle.is_empty()).min_by_key(Vec::len);
        found.extend(shortest);
    }
    found
}

/// The number of the knot (strongly connected component) that each party is in: Tarjan's algorithm on a
/// stack of its own, because chains may be long.
pub(super) fn knots<T>(edges: &[Vec<(usize, T)>]) -> Vec<usize> {
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

/// Looks for circles; what it writes down is used again from one search to the next.
struct Search<'e, T> {
    edges: &'e Edges<T>,
    knots: &'e [usize],
    /// For each party that was reached: in which round, from where, by what.
    reached: Vec<Option<(usize, usize, T)>>,
    round: usize,
}

impl<'e, T: Copy> Search<'e, T> {
    fn new(edges: &'e Edges<T>, knots: &'e [usize]) -> Self {
        Self {
            edges,
            knots,
            reached: vec![None; edges.len()],
            round: 0,
        }
    }

    /// A shortest circle from `start` back to it; empty where there is none.
    fn circle(&mut self, start: usize) -> Vec<Step<T>> {
        self.round += 1;
        let mut open = VecDeque::from([start]);
        while let Some(node) = open.pop_front() {
            for (next, by) in &self.edges[node] {
                if self.knots[*next] == self.knots[start] && self.came(*next).is_none() {
                    self.reached[*next] = Some((self.round, node, *by));
                    open.push_back(*next);
                }
            }
            if self.came(start).is_some() {
                break;
            }
        }
        self.back(start)
    }

    /// From where, and by what, a party was reached in this round.
    fn came(&self, party: usize) -> Option<(usize, T)> {
        let (round, from, by) = self.reached[party]?;
        (round == self.round).then_some((from, by))
    }

    /// The steps by which `start` was reached from itself.
    fn back(&self, start: usize) -> Vec<Step<T>> {
        let mut steps = Vec::new();
        let mut at = start;
        while let Some((from, by)) = self.came(at) {
            steps.push((at, by));
            at = from;
            if at == start {
                break;
            }
        }
        steps.reverse();
        steps
    }
}

#[cfg(test)]
mod tests {
    use super::{circles, knots};

    fn edges(of: &[&[usize]]) -> Vec<Vec<(usize, ())>> {
        of.iter()
            .map(|ends| ends.iter().map(|end| (*end, ())).collect())
            .collect()
    }

    fn found(of: &[&[usize]]) -> Vec<Vec<usize>> {
        let circles = circles(&edges(of));
        circles
            .iter()
            .map(|circle| circle.iter().map(|(party, ())| *party).collect())
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
    fn a_shortest_circle_of_each_knot_is_found() {
        assert_eq!(found(&[&[1], &[2, 3], &[3], &[0]]), [vec![1, 3, 0]]);
        // The first party of a knot need not be in its shortest circle.
        assert_eq!(found(&[&[1], &[2], &[3], &[0, 2]]), [vec![3, 2]]);
        assert_eq!(found(&[&[0], &[2], &[1], &[]]), [vec![0], vec![2, 1]]);
    }

    #[test]
    fn long_chains_need_no_deep_stack() {
        let length = 200_000;
        let chain: Vec<Vec<(usize, ())>> = (0..length).map(|node| vec![((node + 1) % length, ())]).collect();
        let found = circles(&chain);
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].len(), length);
    }
}
