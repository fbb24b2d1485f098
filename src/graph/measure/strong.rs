//! Strongly connected components: nodes that all reach each other.

use petgraph::algo::kosaraju_scc;
use petgraph::graph::{DiGraph, NodeIndex};

use super::Digraph;

/// The components of a graph. A node on no cycle is one by itself.
#[derive(Debug)]
pub(crate) struct Strong {
    /// The component of each node.
    pub(super) of: Vec<usize>,
    /// The nodes of each component, in order. No edge leads from a component to one after it.
    pub(super) members: Vec<Vec<usize>>,
}

impl Strong {
    /// Finds the components with the algorithm of Kosaraju (Sharir 1981). Tarjan's, as petgraph has it, calls itself
    /// for each node of a chain, which may be longer than a thread's stack is deep.
    pub(crate) fn of(graph: &Digraph) -> Self {
        let nodes = 0..graph.nodes();
        let mut petgraph: DiGraph<(), (), usize> = DiGraph::with_capacity(graph.nodes(), graph.edges());
        for _ in nodes.clone() {
            petgraph.add_node(());
        }
        for from in nodes {
            for to in graph.successors(from) {
                petgraph.add_edge(NodeIndex::new(from), NodeIndex::new(*to), ());
            }
        }
        let mut of = vec![0; graph.nodes()];
        let mut members = Vec::new();
        for component in kosaraju_scc(&petgraph) {
            let mut nodes: Vec<usize> = component.into_iter().map(NodeIndex::index).collect();
            nodes.sort_unstable();
            for node in &nodes {
                of[*node] = members.len();
            }
            members.push(nodes);
        }
        Self { of, members }
    }

    /// How many components have cycles in them.
    pub(crate) fn cyclic(&self) -> usize {
        self.members.iter().filter(|members| members.len() > 1).count()
    }
}
