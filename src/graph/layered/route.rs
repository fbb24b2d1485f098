//! Boxes in their columns, and the ways of edges between them.
//!
//! Within a column an edge runs level, apart from all boxes; between columns, where there are none, it swings.

use super::component::Link;
use super::level::Levels;
use super::port::Ports;
use super::{Node, Spacing};
use crate::graph::area::{Area, Point};

/// The way of an edge, from where it begins.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Route {
    pub(crate) start: Point,
    pub(crate) steps: Vec<Step>,
    /// Whether it goes against the flow, from right to left.
    pub(crate) is_back: bool,
}

/// A piece of a way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Step {
    /// Straight to a point.
    Line(Point),
    /// A cubic Bézier curve: two control points and its end.
    Curve(Point, Point, Point),
}

impl Step {
    pub(crate) const fn end(self) -> Point {
        match self {
            Self::Line(end) | Self::Curve(_, _, end) => end,
        }
    }
}

impl Route {
    pub(crate) fn end(&self) -> Point {
        self.steps.last().map_or(self.start, |step| step.end())
    }

    pub(super) fn moved(mut self, by: Point) -> Self {
        let moved = |point: Point| Point::new(point.x + by.x, point.y + by.y);
        self.start = moved(self.start);
        for step in &mut self.steps {
            *step = match *step {
                Step::Line(end) => Step::Line(moved(end)),
                Step::Curve(one, two, end) => Step::Curve(moved(one), moved(two), moved(end)),
            };
        }
        self
    }

    /// Goes straight on, along the last piece where that was straight too.
    fn level_to(&mut self, x: i32) {
        let end = Point::new(x, self.end().y);
        if self.end() == end {
            return;
        }
        match self.steps.last_mut() {
            Some(Step::Line(last)) => *last = end,
            _ => self.steps.push(Step::Line(end)),
        }
    }

    /// Swings over to a point on the right.
    fn swing_to(&mut self, to: Point) {
        let from = self.end();
        if from.y == to.y {
            return self.level_to(to.x);
        }
        let middle = i32::midpoint(from.x, to.x);
        let controls = (Point::new(middle, from.y), Point::new(middle, to.y));
        self.steps.push(Step::Curve(controls.0, controls.1, to));
    }

    /// The same way, gone from its end.
    fn turned(self) -> Self {
        let starts = std::iter::once(self.start).chain(self.steps.iter().map(|step| step.end()));
        let mut steps: Vec<Step> = starts
            .zip(&self.steps)
            .map(|(start, step)| match step {
                Step::Line(_) => Step::Line(start),
                Step::Curve(one, two, _) => Step::Curve(*two, *one, start),
            })
            .collect();
        steps.reverse();
        Self {
            start: self.end(),
            steps,
            is_back: true,
        }
    }
}

/// How far a loop reaches from its box, as its control points lie.
const LOOP: i32 = 32;
/// Steps in which columns move apart, so that one more edge seldom moves anything.
const STEP: i32 = 20;

/// Everything in its place.
pub(super) struct Frame<'a> {
    levels: &'a Levels,
    ports: &'a Ports,
    middles: Vec<i32>,
    areas: Vec<Area>,
    /// Where each column begins and ends.
    columns: Vec<(i32, i32)>,
    lead: i32,
    has_loops: bool,
}

impl<'a> Frame<'a> {
    pub(super) fn new(
        levels: &'a Levels,
        nodes: &[Node],
        ports: &'a Ports,
        middles: Vec<i32>,
        spacing: &Spacing,
    ) -> Self {
        let mut columns = Vec::with_capacity(levels.rows.len());
        let mut x = 0;
        for row in &levels.rows {
            let boxes = row.iter().filter(|vertex| !levels.is_bend(**vertex));
            let width = boxes.map(|node| nodes[*node].width).max().unwrap_or(0);
            columns.push((x, x + width));
            x += width + spacing.layers + widening(levels, ports, &middles, row);
        }
        let area = |(node, size): (usize, &Node)| {
            let (left, right) = columns[levels.layer[node]];
            Area {
                x: left + (right - left - size.width) / 2,
                y: middles[node] - ports.heights[node] / 2,
                width: size.width,
                height: ports.heights[node],
            }
        };
        Self {
            areas: nodes.iter().enumerate().map(area).collect(),
            levels,
            ports,
            middles,
            columns,
            lead: spacing.lead,
            has_loops: !ports.loops.is_empty(),
        }
    }

    pub(super) fn area(&self, node: usize) -> Area {
        self.areas[node]
    }

    pub(super) fn width(&self) -> i32 {
        let end = self.columns.last().map_or(0, |(_, end)| *end);
        end + if self.has_loops { LOOP } else { 0 }
    }

    pub(super) fn height(&self) -> i32 {
        let bends = self.middles.iter().skip(self.areas.len()).copied();
        let bottoms = self.areas.iter().map(|area| area.bottom());
        bottoms.chain(bends).max().unwrap_or(0)
    }

    /// The ways of all edges, each with the edge's position in the graph.
    pub(super) fn routes(&self, links: &[Link], loops: &[(usize, usize)]) -> Vec<(usize, Route)> {
        let mut segment = 0;
        let mut routes = Vec::with_capacity(links.len() + loops.len());
        for (link, chain) in links.iter().zip(&self.levels.chains) {
            let route = self.route(link, chain, segment);
            segment += chain.len() - 1;
            routes.push((link.edge, if link.is_back { route.turned() } else { route }));
        }
        for ((node, edge), ends) in loops.iter().zip(&self.ports.loops) {
            routes.push((*edge, self.around(*node, *ends)));
        }
        routes
    }

    /// From left to right along a chain, whose first segment is given.
    fn route(&self, link: &Link, chain: &[usize], segment: usize) -> Route {
        let mut route = Route {
            start: Point::new(
                self.areas[link.left].right(),
                self.middles[link.left] + self.ports.ends[segment].0,
            ),
            steps: Vec::with_capacity(2 * chain.len()),
            is_back: false,
        };
        for (nth, vertex) in chain.iter().enumerate() {
            let (left, right) = self.columns[self.levels.layer[*vertex]];
            if nth > 0 {
                let port = self.ports.ends[segment + nth - 1].1;
                route.swing_to(Point::new(left - self.lead, self.middles[*vertex] + port));
            }
            let is_end = *vertex == link.right;
            route.level_to(if is_end {
                self.areas[link.right].x
            } else {
                right + self.lead
            });
        }
        route
    }

    fn around(&self, node: usize, (from, to): (i32, i32)) -> Route {
        let (x, y) = (self.areas[node].right(), self.middles[node]);
        let at = |x: i32, port: i32| Point::new(x, y + port);
        Route {
            start: at(x, from),
            steps: vec![Step::Curve(at(x + LOOP, from), at(x + LOOP, to), at(x, to))],
            is_back: false,
        }
    }
}

/// What the gap behind a row is wider than the least, so that no edge gets steep and none hides among others.
fn widening(levels: &Levels, ports: &Ports, middles: &[i32], row: &[usize]) -> i32 {
    let segments = row.iter().flat_map(|vertex| &levels.after[*vertex]);
    let rises = segments.map(|segment| {
        let (ends, port) = (levels.segments[*segment], ports.ends[*segment]);
        (middles[ends.left] + port.0 - middles[ends.right] - port.1).abs()
    });
    let steepest = rises.max().unwrap_or(0);
    (steepest / 5).min(6 * STEP) / STEP * STEP
}
