//! How much an edit moves: one role more among a hundred.

use super::seeded::{Random, graph};
use crate::graph::layered::{Edge, Graph, Spacing, lay_out};

const NODES: usize = 100;
const GRAPHS: u64 = 40;

/// Prints how far the other roles move, in heights of a box.
pub(crate) fn print(spacing: &Spacing) {
    let (mut shifts, mut kept) = (Vec::new(), Vec::new());
    for seed in 1..=GRAPHS {
        let before = graph(NODES, super::DENSITY, seed);
        let after = with_one_more(&before, seed);
        let (one, other) = (lay_out(&before, spacing), lay_out(&after, spacing));
        let pairs = || one.areas.iter().zip(&other.areas);
        let far = pairs().map(|(one, other)| f64::from(one.x - other.x).hypot(f64::from(one.y - other.y)));
        let height = f64::from(before.nodes[0].height);
        shifts.push(far.sum::<f64>() / super::count(NODES) / height);
        let layers = one.layers.iter().zip(&other.layers);
        kept.push(super::count(layers.filter(|(one, other)| one == other).count()) / super::count(NODES));
    }
    println!(
        "one role more in {NODES}: the others move by {:.2} box heights (median of {GRAPHS} graphs' means); \
         {:.0} % keep their layer",
        super::median(shifts),
        super::median(kept) * 100.0
    );
}

/// A role at the end of the list, which provides to one role and needs two.
fn with_one_more(graph: &Graph, seed: u64) -> Graph {
    let mut random = Random::new(seed + 1_000);
    let mut graph = graph.clone();
    graph.nodes.push(graph.nodes[0]);
    for nth in 0..3 {
        let other = random.below(NODES);
        let (from, to) = if nth == 0 { (NODES, other) } else { (other, NODES) };
        graph.edges.push(Edge { from, to, weight: 1 });
    }
    graph
}
