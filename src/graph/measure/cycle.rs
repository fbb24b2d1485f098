//! Cycles: which nodes reach each other, and a shortest way around.

use std::cmp::Reverse;
use std::collections::{BTreeMap, VecDeque};

use super::{Digraph, Strong};

/// How many edges are looked at in all; only in large graphs without short cycles that is not enough for certainty.
const MOST_LOOKS: usize = 50_000_000;

/// Nodes that all reach each other.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Knot {
    /// The nodes, in order; two at least.
    pub(crate) members: Vec<usize>,
    /// A cycle of some of them, from its first node on: each leads to the next, and the last to the first. No edge of
    /// it has its reverse beside it; a pair that leads to each other only stands here where there is no such cycle.
    pub(crate) cycle: Vec<usize>,
    /// Whether none of that kind is shorter for certain.
    pub(crate) is_shortest: bool,
}

/// The components with cycles in them, the largest first, and in each of them one of its shortest cycles.
pub(crate) fn knots(graph: &Digraph, strong: &Strong) -> Vec<Knot> {
    let mut cycles = one_way_cycles(graph, strong);
    let members = strong.members.iter().enumerate();
    let mut of_several: Vec<(usize, &Vec<usize>)> =
        members.filter(|(_, members)| members.len() > 1).collect();
    of_several.sort_by_key(|(_, members)| (Reverse(members.len()), members.first().copied()));
    let knots = of_several.into_iter().map(|(component, members)| {
        let found = cycles.remove(&component);
        let (cycle, is_shortest) = found.unwrap_or_else(|| (pair(graph, members), true));
        Knot {
            members: members.clone(),
            cycle,
            is_shortest,
        }
    });
    knots.collect()
}

/// A cycle, and whether there is no shorter one for certain.
type Found = (Vec<usize>, bool);

/// A shortest cycle without pairs of each component that has any.
fn one_way_cycles(graph: &Digraph, strong: &Strong) -> BTreeMap<usize, Found> {
    let one_way = graph.one_way();
    let within = Strong::of(&one_way);
    let mut search = Search {
        graph: &one_way,
        strong: &within,
        came: vec![None; graph.nodes()],
        round: 0,
        looks: MOST_LOOKS,
    };
    let mut parts: Vec<&Vec<usize>> = within
        .members
        .iter()
        .filter(|members| members.len() > 1)
        .collect();
    parts.sort_unstable();
    let mut cycles: BTreeMap<usize, Found> = BTreeMap::new();
    for part in parts {
        let Some(first) = part.first() else { continue };
        let (cycle, is_shortest) = search.shortest(part);
        let best = cycles
            .entry(strong.of[*first])
            .or_insert_with(|| (Vec::new(), true));
        best.1 &= is_shortest;
        if best.0.is_empty() || cycle.len() < best.0.len() {
            best.0 = cycle;
        }
    }
    cycles
}

/// The first two of `nodes` that lead to each other.
fn pair(graph: &Digraph, nodes: &[usize]) -> Vec<usize> {
    let pairs = nodes.iter().filter_map(|node| {
        let mut successors = graph.successors(*node).iter();
        let other = successors.find(|other| graph.leads(**other, *node))?;
        Some(vec![*node, *other])
    });
    pairs.min().unwrap_or_default()
}

/// Looks for cycles, breadth first; what it writes down is used again from one search to the next.
struct Search<'g> {
    graph: &'g Digraph,
    strong: &'g Strong,
    /// In which round each node was reached, and from where.
    came: Vec<Option<(usize, usize)>>,
    round: usize,
    /// How many edges may still be looked at.
    looks: usize,
}

impl Search<'_> {
    /// A shortest cycle of a component's nodes.
    fn shortest(&mut self, nodes: &[usize]) -> Found {
        let mut cycle: Vec<usize> = Vec::new();
        let mut is_shortest = true;
        for start in nodes {
            // Without pairs, none is shorter than three.
            if cycle.len() == 3 {
                break;
            }
            if self.looks == 0 && !cycle.is_empty() {
                is_shortest = false;
                break;
            }
            let most = if cycle.is_empty() {
                nodes.len()
            } else {
                cycle.len() - 1
            };
            cycle = self.cycle(*start, most).unwrap_or(cycle);
        }
        let first = (0..cycle.len()).min_by_key(|at| cycle[*at]).unwrap_or(0);
        cycle.rotate_left(first);
        (cycle, is_shortest)
    }

    /// A shortest cycle through `start`, if it has `most` nodes or fewer.
    fn cycle(&mut self, start: usize, most: usize) -> Option<Vec<usize>> {
        self.round += 1;
        let mut open = VecDeque::from([(start, 1)]);
        while let Some((node, length)) = open.pop_front() {
            if length > most {
                return None;
            }
            let successors = self.graph.successors(node);
            self.looks = self.looks.saturating_sub(successors.len());
            for next in successors {
                if *next == start {
                    return Some(self.way(start, node));
                }
                let is_new = self.came[*next].is_none_or(|(round, _)| round < self.round);
                if is_new && self.strong.of[*next] == self.strong.of[start] {
                    self.came[*next] = Some((self.round, node));
                    open.push_back((*next, length + 1));
                }
            }
        }
        None
    }

    /// The way from `start` on which `end` was reached in this round.
    fn way(&self, start: usize, end: usize) -> Vec<usize> {
        let mut way = vec![end];
        let mut at = end;
        while at != start {
            let Some((_, from)) = self.came[at] else { break };
            way.push(from);
            at = from;
        }
        way.reverse();
        way
    }
}
