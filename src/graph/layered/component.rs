//! One connected part of a graph, laid out by itself.

use super::level::Levels;
use super::{Edge, Graph, Node, Place, Spacing, balance, cycle, layer, order, port, route};
use crate::graph::area::Area;

/// A connected part in its own coordinates, which begin at 0, 0.
pub(super) struct Component {
    pub(super) width: i32,
    pub(super) height: i32,
    /// The nodes by their positions in the graph, with their areas and layers.
    pub(super) nodes: Vec<(usize, Area, usize)>,
    /// The edges by their positions in the graph.
    pub(super) routes: Vec<(usize, route::Route)>,
    pub(super) crossings: usize,
}

/// The connected parts, the largest first; each has its nodes in their order.
///
/// Where a node has to be first or last, all nodes with edges are one part, so that they share their layers.
pub(super) fn components(graph: &Graph) -> Vec<Vec<usize>> {
    let count = graph.nodes.len();
    let mut groups = Groups((0..count).collect());
    let mut placed = None;
    let has_places = graph.nodes.iter().any(|node| node.place != Place::Free);
    for edge in proper_edges(graph) {
        groups.join(edge.from, edge.to);
        if has_places {
            groups.join(edge.from, *placed.get_or_insert(edge.from));
        }
    }
    let mut members = vec![Vec::new(); count];
    for node in 0..count {
        members[groups.root(node)].push(node);
    }
    members.retain(|nodes| !nodes.is_empty());
    members.sort_by_key(|nodes| std::cmp::Reverse(nodes.len()));
    members
}

/// The edges between two nodes that there are.
fn proper_edges(graph: &Graph) -> impl Iterator<Item = &Edge> {
    let count = graph.nodes.len();
    let edges = graph.edges.iter();
    edges.filter(move |edge| edge.from != edge.to && edge.from < count && edge.to < count)
}

/// Sets joined by their smallest members (Galler and Fischer 1964).
struct Groups(Vec<usize>);

impl Groups {
    fn root(&mut self, mut node: usize) -> usize {
        while self.0[node] != node {
            self.0[node] = self.0[self.0[node]];
            node = self.0[node];
        }
        node
    }

    fn join(&mut self, one: usize, other: usize) {
        let (one, other) = (self.root(one), self.root(other));
        self.0[one.max(other)] = one.min(other);
    }
}

/// An edge within a component.
#[derive(Clone, Copy, Debug)]
pub(super) struct Link {
    /// Its ends, by their positions in the component: `left` stands in a layer before `right`.
    pub(super) left: usize,
    pub(super) right: usize,
    pub(super) weight: u32,
    /// Whether it goes from `right` to `left`.
    pub(super) is_back: bool,
    /// Its position in the graph.
    pub(super) edge: usize,
}

/// Lays out the component that has these nodes.
pub(super) fn lay_out(graph: &Graph, members: &[usize], spacing: &Spacing) -> Component {
    let (mut links, loops) = links(graph, members);
    let nodes: Vec<Node> = members.iter().map(|node| graph.nodes[*node]).collect();
    cycle::break_cycles(&mut links, &nodes);
    let layers = layer::layers(&links, &nodes);
    let mut levels = Levels::new(&links, &layers);
    let crossings = order::order(&mut levels);
    let ports = port::Ports::new(&levels, &nodes, &loops, spacing);
    let middles = balance::middles(&levels, &ports, spacing);
    let frame = route::Frame::new(&levels, &nodes, &ports, middles, spacing);
    let routes = frame.routes(&links, &loops);
    let placed = members.iter().enumerate();
    Component {
        width: frame.width(),
        height: frame.height(),
        nodes: placed
            .map(|(at, node)| (*node, frame.area(at), layers[at]))
            .collect(),
        routes,
        crossings,
    }
}

/// The component's edges in an order of their own, and its loops: a node, and the edge.
fn links(graph: &Graph, members: &[usize]) -> (Vec<Link>, Vec<(usize, usize)>) {
    let place = |node: usize| members.binary_search(&node);
    let (mut links, mut loops) = (Vec::new(), Vec::new());
    for (edge, Edge { from, to, weight }) in graph.edges.iter().enumerate() {
        let (Ok(left), Ok(right)) = (place(*from), place(*to)) else {
            continue;
        };
        if left == right {
            loops.push((left, edge));
            continue;
        }
        links.push(Link {
            left,
            right,
            weight: *weight,
            is_back: false,
            edge,
        });
    }
    links.sort_by_key(|link| (link.left, link.right, link.weight));
    loops.sort_unstable();
    (links, loops)
}
