//! Nodes and the bends of edges, in layers, so that every segment of an edge leads to the next layer.

use super::component::Link;

/// A layered graph. The vertices from 0 on are the nodes; behind them are the bends.
#[derive(Clone, Debug)]
pub(super) struct Levels {
    /// How many vertices are nodes.
    pub(super) nodes: usize,
    /// The vertices of each layer, from above to below.
    pub(super) rows: Vec<Vec<usize>>,
    pub(super) layer: Vec<usize>,
    /// The place in its row.
    pub(super) place: Vec<usize>,
    pub(super) segments: Vec<Segment>,
    /// The segments at each vertex: from the layer before, and to the next.
    pub(super) before: Vec<Vec<usize>>,
    pub(super) after: Vec<Vec<usize>>,
    /// The vertices along each link.
    pub(super) chains: Vec<Vec<usize>>,
}

/// A piece of an edge between neighbouring layers.
#[derive(Clone, Copy, Debug)]
pub(super) struct Segment {
    pub(super) left: usize,
    pub(super) right: usize,
}

impl Levels {
    /// The layers with each row in the order of the vertices.
    pub(super) fn new(links: &[Link], layers: &[usize]) -> Self {
        let mut levels = Self {
            nodes: layers.len(),
            rows: vec![Vec::new(); layers.iter().max().map_or(0, |last| last + 1)],
            layer: layers.to_vec(),
            place: Vec::new(),
            segments: Vec::new(),
            before: vec![Vec::new(); layers.len()],
            after: vec![Vec::new(); layers.len()],
            chains: Vec::new(),
        };
        for link in links {
            levels.thread(link);
        }
        for (vertex, layer) in levels.layer.iter().enumerate() {
            levels.rows[*layer].push(vertex);
        }
        levels.place = vec![0; levels.layer.len()];
        levels.renumber();
        levels
    }

    /// Adds a link with a bend in every layer that it passes.
    fn thread(&mut self, link: &Link) {
        let mut chain = vec![link.left];
        for layer in self.layer[link.left] + 1..self.layer[link.right] {
            chain.push(self.layer.len());
            self.layer.push(layer);
            self.before.push(Vec::new());
            self.after.push(Vec::new());
        }
        chain.push(link.right);
        for pair in chain.windows(2) {
            self.after[pair[0]].push(self.segments.len());
            self.before[pair[1]].push(self.segments.len());
            self.segments.push(Segment {
                left: pair[0],
                right: pair[1],
            });
        }
        self.chains.push(chain);
    }

    pub(super) fn is_bend(&self, vertex: usize) -> bool {
        vertex >= self.nodes
    }

    /// Notes the places after rows have changed.
    pub(super) fn renumber(&mut self) {
        for layer in 0..self.rows.len() {
            self.renumber_row(layer);
        }
    }

    pub(super) fn renumber_row(&mut self, layer: usize) {
        for (place, vertex) in self.rows[layer].iter().enumerate() {
            self.place[*vertex] = place;
        }
    }

    /// The vertices that segments join to this one in the layer before.
    pub(super) fn lefts(&self, vertex: usize) -> impl ExactSizeIterator<Item = usize> {
        self.before[vertex]
            .iter()
            .map(|segment| self.segments[*segment].left)
    }

    /// The vertices that segments join to this one in the next layer.
    pub(super) fn rights(&self, vertex: usize) -> impl ExactSizeIterator<Item = usize> {
        self.after[vertex]
            .iter()
            .map(|segment| self.segments[*segment].right)
    }
}
