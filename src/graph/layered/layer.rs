//! Layers: every edge leads to a later one, and the edges together are as short as can be.
//!
//! Gansner, Koutsofios, North and Vo's network simplex (1993).

use super::component::Link;
use super::tree::{Arc, Tree};
use super::{Node, Place};

/// Keeps first and last nodes at the rim.
const RIM: i64 = 1_000_000;
/// Exchanges of a tree's arcs for each node at most: the method needs far fewer, but nobody has shown that it must.
const EXCHANGES: usize = 10;

/// The layer of each node of a connected component, from 0.
pub(super) fn layers(links: &[Link], nodes: &[Node]) -> Vec<usize> {
    let mut arcs: Vec<Arc> = links
        .iter()
        .map(|link| Arc::new(link.left, link.right, 1, link.weight.max(1).into()))
        .collect();
    let count = nodes.len();
    let rims = nodes.iter().any(|node| node.place != Place::Free);
    if rims {
        hold_rims(&mut arcs, nodes);
    }
    let mut tree = Tree::new(count + if rims { 2 } else { 0 }, arcs);
    for _ in 0..EXCHANGES * count {
        if !tree.exchange() {
            break;
        }
    }
    numbered(&tree.ranks()[..count])
}

/// Two more nodes, between the first and the free, and between the free and the last.
fn hold_rims(arcs: &mut Vec<Arc>, nodes: &[Node]) {
    let (left, right) = (nodes.len(), nodes.len() + 1);
    arcs.push(Arc::new(left, right, 0, 1));
    for (at, node) in nodes.iter().enumerate() {
        match node.place {
            Place::First => arcs.push(Arc::new(at, left, 1, RIM)),
            Place::Last => arcs.push(Arc::new(right, at, 1, RIM)),
            Place::Free => arcs.extend([Arc::new(left, at, 1, 0), Arc::new(at, right, 1, 0)]),
        }
    }
}

/// From 0 without a gap.
fn numbered(ranks: &[i64]) -> Vec<usize> {
    let mut used = ranks.to_vec();
    used.sort_unstable();
    used.dedup();
    let number = |rank| used.binary_search(rank).unwrap_or_default();
    ranks.iter().map(number).collect()
}
