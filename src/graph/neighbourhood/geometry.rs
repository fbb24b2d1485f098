//! The ways of edges.

pub(super) use crate::graph::area::{Area, Point};

/// The way something flows between a neighbour and the centre.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Flow {
    /// The centre depends on the neighbour.
    In,
    /// The centre serves the neighbour.
    Out,
}

/// One relation, drawn from the provider to the consumer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Edge {
    pub(super) from: Point,
    pub(super) to: Point,
    pub(super) flow: Flow,
}

impl Edge {
    /// An edge between the neighbour's end and the centre's.
    pub(super) const fn new(flow: Flow, neighbour: Point, centre: Point) -> Self {
        let (from, to) = match flow {
            Flow::In => (neighbour, centre),
            Flow::Out => (centre, neighbour),
        };
        Self { from, to, flow }
    }

    /// Its end at the neighbour.
    pub(super) const fn neighbour(self) -> Point {
        match self.flow {
            Flow::In => self.from,
            Flow::Out => self.to,
        }
    }

    /// Its end at the centre.
    pub(super) const fn centre(self) -> Point {
        match self.flow {
            Flow::In => self.to,
            Flow::Out => self.from,
        }
    }
}
