//! Which nodes lie on the shortest ways between others: betweenness (Freeman 1977).
//!
//! Computed after Brandes, A faster algorithm for betweenness centrality (2001): one breadth-first walk from each
//! source counts the shortest ways, a walk back adds up what of them leads through each node.

use rayon::prelude::*;

use super::Digraph;
use crate::graph::rounding::real;

/// Shares are told in millionths.
pub(crate) const MILLION: u32 = 1_000_000;

/// How many sources are summed up at a time. Sums of fractions depend on their order, which therefore must not depend
/// on how many threads there are.
const AT_A_TIME: usize = 64;

/// The share of shortest ways that lead through each node, in millionths: of those that begin at another of `sources`
/// and end at a third node. Where several ways between two nodes are equally short, each counts for its part.
pub(crate) fn ways_through(graph: &Digraph, sources: &[usize]) -> Vec<u32> {
    let chunks = sources.par_chunks(AT_A_TIME).map(|chunk| {
        let mut walk = Walk::new(graph);
        for source in chunk {
            walk.from(*source);
        }
        walk.sums
    });
    let chunks: Vec<Sums> = chunks.collect();
    let mut all = Sums::new(graph.nodes());
    for chunk in &chunks {
        all.add(chunk);
    }
    all.shares()
}

/// What is known after some sources.
struct Sums {
    /// The ways through each node.
    through: Vec<f64>,
    /// The ways that begin or end at each node.
    own: Vec<usize>,
    /// All ways: the ordered pairs of a source and a node that it reaches.
    ways: usize,
}

impl Sums {
    fn new(count: usize) -> Self {
        Self {
            through: vec![0.0; count],
            own: vec![0; count],
            ways: 0,
        }
    }

    fn add(&mut self, other: &Self) {
        for (sum, more) in self.through.iter_mut().zip(&other.through) {
            *sum += more;
        }
        for (sum, more) in self.own.iter_mut().zip(&other.own) {
            *sum += more;
        }
        self.ways += other.ways;
    }

    fn shares(self) -> Vec<u32> {
        let nodes = self.through.into_iter().zip(self.own);
        nodes
            .map(|(through, own)| match self.ways - own {
                0 => 0,
                others => millionths(through / real(others)),
            })
            .collect()
    }
}

/// The one place where shares lose digits.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a share is from 0 to 1, and what were not is cut"
)]
fn millionths(share: f64) -> u32 {
    (share * f64::from(MILLION)).round() as u32
}

/// Numbers of ways grow with every step; above this they are made smaller, for all nodes equally far away alike.
const MANY: f64 = 1e150;

/// Walks from one source after the other; what it writes down is used again.
struct Walk<'g> {
    graph: &'g Digraph,
    sums: Sums,
    /// The nodes that were reached, by distance.
    reached: Vec<usize>,
    /// Where each distance begins among them, and by what its numbers of ways were made smaller.
    levels: Vec<(usize, f64)>,
    /// The distance of each node plus 1; 0 where it is not reached. By itself, as most looks end with it.
    steps: Vec<u32>,
    /// How many shortest ways lead to each node; on the way back what each of them carries: the node itself, and its part
    /// of the ways that go on.
    ways: Vec<f64>,
}

impl<'g> Walk<'g> {
    fn new(graph: &'g Digraph) -> Self {
        Self {
            graph,
            sums: Sums::new(graph.nodes()),
            reached: Vec::with_capacity(graph.nodes()),
            levels: Vec::new(),
            steps: vec![0; graph.nodes()],
            ways: vec![0.0; graph.nodes()],
        }
    }

    /// Adds the ways that begin at `source`.
    fn from(&mut self, source: usize) {
        self.there(source);
        self.back();
        let others = self.reached.len() - 1;
        self.sums.ways += others;
        self.sums.own[source] += others;
        for node in self.reached.drain(..) {
            self.sums.own[node] += usize::from(node != source);
            self.steps[node] = 0;
            self.ways[node] = 0.0;
        }
    }

    /// Reaches nodes, the nearest first, and counts the ways to them.
    fn there(&mut self, source: usize) {
        self.levels.clear();
        self.steps[source] = 1;
        self.ways[source] = 1.0;
        self.reached.push(source);
        let mut begin = 0;
        while begin < self.reached.len() {
            let end = self.reached.len();
            let ways = self.reached[begin..].iter().map(|node| self.ways[*node]);
            let scale = if ways.fold(0.0, f64::max) > MANY {
                1.0 / MANY
            } else {
                1.0
            };
            for at in begin..end {
                self.step(self.reached[at], scale);
            }
            self.levels.push((begin, scale));
            begin = end;
        }
    }

    fn step(&mut self, node: usize, scale: f64) {
        let steps = self.steps[node] + 1;
        let ways = scaled(self.ways[node], scale);
        for next in self.graph.successors(node) {
            let reached = &mut self.steps[*next];
            if *reached == 0 {
                *reached = steps;
                self.reached.push(*next);
            }
            // Added without a branch, which would be taken by chance.
            self.ways[*next] += if *reached == steps { ways } else { 0.0 };
        }
    }

    /// Goes back to the source, from the farthest nodes, and adds up what leads through each.
    fn back(&mut self) {
        let mut end = self.reached.len();
        for (begin, scale) in self.levels.iter().rev() {
            for node in &self.reached[*begin..end] {
                let (steps, ways) = (self.steps[*node] + 1, self.ways[*node]);
                let next = self.graph.successors(*node).iter();
                let carried = next.map(|next| {
                    if self.steps[*next] == steps {
                        self.ways[*next]
                    } else {
                        0.0
                    }
                });
                let through = carried.sum::<f64>() * scaled(ways, *scale);
                self.ways[*node] = (1.0 + through) / ways;
                if *begin > 0 {
                    self.sums.through[*node] += through;
                }
            }
            end = *begin;
        }
    }
}

/// A number of ways made smaller, but never so small that dividing by it fails.
fn scaled(ways: f64, scale: f64) -> f64 {
    (ways * scale).max(1.0 / MANY)
}
