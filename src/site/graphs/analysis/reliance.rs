//! Who relies on whom, as a graph of parties' numbers.

use crate::graph::measure::Digraph;
use crate::model::Organisation;

/// Who relies on whom by their own word.
pub(super) struct Reliances {
    /// An edge from each party to each that it says it needs something from. Nodes are parties by number.
    pub(super) graph: Digraph,
    /// How many rely on each party.
    pub(super) dependents: Vec<usize>,
}

impl Reliances {
    /// As all pages tell it.
    pub(super) fn of(organisation: &Organisation) -> Self {
        let agreements = organisation.agreements.iter();
        let needed = agreements.filter(|agreement| !agreement.needs.is_empty());
        let edges = needed.map(|agreement| (agreement.consumer.index(), agreement.provider.index()));
        let graph = Digraph::new(organisation.parties.len(), edges);
        Self {
            dependents: graph.in_degrees(),
            graph,
        }
    }
}
