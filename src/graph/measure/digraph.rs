//! A directed graph as one list of ends, which is quick to walk through.

/// A directed graph without loops, and with one edge at most from one node to another.
#[derive(Debug)]
pub(crate) struct Digraph {
    /// Where the ends of each node's edges begin, and after the last one where they end.
    starts: Vec<usize>,
    /// Where edges lead to, by where they come from, each node's in order.
    ends: Vec<usize>,
}

impl Digraph {
    /// The graph of `count` nodes with those edges, `from` and `to`. Loops, edges that are there already, and those
    /// of nodes that are not there are left out.
    pub(crate) fn new(count: usize, edges: impl IntoIterator<Item = (usize, usize)>) -> Self {
        let counts = |(from, to): &(usize, usize)| from != to && *from < count && *to < count;
        let mut edges: Vec<(usize, usize)> = edges.into_iter().filter(counts).collect();
        edges.sort_unstable();
        edges.dedup();
        let mut starts = vec![0; count + 1];
        for (from, _) in &edges {
            starts[from + 1] += 1;
        }
        for at in 0..count {
            starts[at + 1] += starts[at];
        }
        let ends = edges.into_iter().map(|(_, to)| to).collect();
        Self { starts, ends }
    }

    /// How many nodes there are.
    pub(crate) const fn nodes(&self) -> usize {
        self.starts.len() - 1
    }

    /// How many edges there are.
    pub(crate) const fn edges(&self) -> usize {
        self.ends.len()
    }

    /// Where a node's edges lead to, in order.
    pub(crate) fn successors(&self, node: usize) -> &[usize] {
        &self.ends[self.starts[node]..self.starts[node + 1]]
    }

    /// Whether an edge leads from one node to the other.
    pub(super) fn leads(&self, from: usize, to: usize) -> bool {
        self.successors(from).binary_search(&to).is_ok()
    }

    /// The same graph without edges of which the reverse is there as well.
    pub(super) fn one_way(&self) -> Self {
        let from = |from| self.successors(from).iter().map(move |to| (from, *to));
        let edges = (0..self.nodes()).flat_map(from);
        Self::new(self.nodes(), edges.filter(|(from, to)| !self.leads(*to, *from)))
    }

    /// How many edges lead to each node: its in-degree.
    pub(crate) fn in_degrees(&self) -> Vec<usize> {
        let mut degrees = vec![0; self.nodes()];
        for end in &self.ends {
            degrees[*end] += 1;
        }
        degrees
    }
}
