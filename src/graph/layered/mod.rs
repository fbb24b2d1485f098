//! The layered drawing of a directed graph, from left to right.
//!
//! Sugiyama, Tagawa and Toda's four steps (1981): edges that close a cycle are set against the flow, nodes are
//! put into layers, layers are ordered so that few edges cross, and places are given. Each step names the method
//! it follows in the file that holds it.

mod align;
mod balance;
mod component;
mod cross;
mod cycle;
mod layer;
mod level;
mod order;
mod pack;
mod port;
mod route;
mod row;
#[cfg(test)]
mod tests;
mod tree;

use super::area::Area;
pub(crate) use route::{Route, Step};

/// A graph to lay out. Where there is a choice, nodes keep their order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Graph {
    pub(crate) nodes: Vec<Node>,
    pub(crate) edges: Vec<Edge>,
}

/// A box.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Node {
    pub(crate) width: i32,
    /// It becomes higher where more edges end at one of its sides than there is room for.
    pub(crate) height: i32,
    pub(crate) place: Place,
}

/// Where in the drawing a box has to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Place {
    /// Left of all that are not.
    First,
    /// Wherever its edges pull it.
    Free,
    /// Right of all that are not.
    Last,
}

/// An edge, by the positions of its ends among the nodes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Edge {
    pub(crate) from: usize,
    pub(crate) to: usize,
    /// How much it counts that it is short and goes with the flow.
    pub(crate) weight: u32,
}

/// The least distances, in drawing units.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Spacing {
    /// Between layers; more where many edges have to get from one to the next.
    pub(crate) layers: i32,
    /// How far edges run level at both sides of a layer; twice that is part of what is between layers.
    pub(crate) lead: i32,
    /// Between boxes above each other.
    pub(crate) nodes: i32,
    /// Between edges that pass through a layer.
    pub(crate) lanes: i32,
    /// Between ends of edges at the side of a box.
    pub(crate) ports: i32,
    /// Around the whole.
    pub(crate) margin: i32,
}

/// A graph laid out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Layout {
    pub(crate) width: i32,
    pub(crate) height: i32,
    /// The boxes in the order of the nodes.
    pub(crate) areas: Vec<Area>,
    /// Each node's layer within its component, from the left.
    pub(crate) layers: Vec<usize>,
    /// The routes in the order of the edges; none where an edge names a node that there is not.
    pub(crate) routes: Vec<Option<Route>>,
    /// How many times edges cross between layers.
    pub(crate) crossings: usize,
}

/// Lays a graph out: components below each other, the largest first, nodes without edges in rows at the end.
///
/// The same graph gives the same layout, in whichever order its edges stand. An edge that goes against the flow
/// runs from its first end's left side to its second end's right side, and says so (`Route::is_back`).
pub(crate) fn lay_out(graph: &Graph, spacing: &Spacing) -> Layout {
    let mut packed = pack::Packed::new(graph, spacing);
    for nodes in component::components(graph) {
        if nodes.len() == 1 && !has_edge(graph, nodes[0]) {
            packed.alone(nodes[0]);
        } else {
            packed.add(&component::lay_out(graph, &nodes, spacing));
        }
    }
    packed.finish()
}

fn has_edge(graph: &Graph, node: usize) -> bool {
    graph
        .edges
        .iter()
        .any(|edge| edge.from == node && edge.to == node)
}
