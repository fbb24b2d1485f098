//! Graphs to measure with: roles in circles of twelve, a hub in each, cycles; the same for the same seed.

use crate::graph::layered::{Edge, Graph, Node, Place};

/// Roles in a circle.
const CIRCLE: usize = 12;

/// A graph of so many nodes, with so many edges for each.
pub(crate) fn graph(nodes: usize, density: f64, seed: u64) -> Graph {
    let mut random = Random::new(seed);
    let size = Node {
        width: 160,
        height: 40,
        place: Place::Free,
    };
    let mut graph = Graph {
        nodes: vec![size; nodes],
        edges: Vec::new(),
    };
    while crate::count(graph.edges.len()) < crate::count(nodes) * density {
        let edge = edge(&mut random, nodes);
        let is_known = |known: &Edge| known.from == edge.from && known.to == edge.to;
        if edge.from != edge.to && !graph.edges.iter().any(is_known) {
            graph.edges.push(edge);
        }
    }
    graph
}

/// Most edges stay in their circle, some lead to a circle's hub, few anywhere.
fn edge(random: &mut Random, nodes: usize) -> Edge {
    let from = random.below(nodes);
    let circle = from / CIRCLE * CIRCLE;
    let to = match random.below(10) {
        0..6 => circle + random.below(CIRCLE.min(nodes - circle)),
        6 | 7 => circle,
        8 => random.below(nodes) / CIRCLE * CIRCLE,
        _ => random.below(nodes),
    };
    let (from, to) = if random.below(4) == 0 {
        (to, from)
    } else {
        (from, to)
    };
    Edge { from, to, weight: 1 }
}

/// Marsaglia's xorshift (2003).
pub(crate) struct Random(u64);

impl Random {
    pub(crate) fn new(seed: u64) -> Self {
        let mut random = Self(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1);
        random.next();
        random
    }

    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    pub(crate) fn below(&mut self, end: usize) -> usize {
        let end = u64::try_from(end).unwrap_or(1).max(1);
        usize::try_from((self.next() >> 16) % end).unwrap_or(0)
    }
}
