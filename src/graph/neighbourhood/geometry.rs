//! Places and directions. All lengths are whole drawing units, so output has no rounding noise.

/// A place in the drawing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Point {
    pub(super) x: i32,
    pub(super) y: i32,
}

impl Point {
    pub(super) const fn new(x: i32, y: i32) -> Self {
        Self { x, y }
    }
}

/// A rectangle in the drawing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Area {
    pub(super) x: i32,
    pub(super) y: i32,
    pub(super) width: i32,
    pub(super) height: i32,
}

impl Area {
    pub(super) const fn right(self) -> i32 {
        self.x + self.width
    }

    pub(super) const fn bottom(self) -> i32 {
        self.y + self.height
    }
}

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
