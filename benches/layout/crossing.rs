//! Crossings as a reader sees them: of curves, in any drawing.

use crate::graph::area::Point;
use crate::graph::layered::{Graph, Layout, Step};

/// An edge's way as short lines.
pub(crate) type Lines = Vec<(f64, f64)>;

/// Pieces into which a curve is cut.
const PIECES: u32 = 12;

/// The ways of a layout's edges.
pub(crate) fn lines(layout: &Layout) -> Vec<Lines> {
    let at = |point: Point| (f64::from(point.x), f64::from(point.y));
    let routes = layout.routes.iter().map(|route| {
        let mut lines = Vec::new();
        if let Some(route) = route {
            lines.push(at(route.start));
            for step in &route.steps {
                match step {
                    Step::Line(end) => lines.push(at(*end)),
                    Step::Curve(one, two, end) => curve(&mut lines, at(*one), at(*two), at(*end)),
                }
            }
        }
        lines
    });
    routes.collect()
}

/// Adds a cubic Bézier curve from where the lines end.
pub(crate) fn curve(lines: &mut Lines, one: (f64, f64), two: (f64, f64), end: (f64, f64)) {
    let Some(start) = lines.last().copied() else {
        return;
    };
    // De Casteljau: between points that lie between points.
    for piece in 1..=PIECES {
        let part = f64::from(piece) / f64::from(PIECES);
        let between = |a: (f64, f64), b: (f64, f64)| (a.0 + (b.0 - a.0) * part, a.1 + (b.1 - a.1) * part);
        let middle = between(one, two);
        let (first, last) = (between(start, one), between(two, end));
        lines.push(between(between(first, middle), between(middle, last)));
    }
}

struct Line {
    edge: usize,
    from: (f64, f64),
    to: (f64, f64),
}

/// How often edges cross that have no end in common.
pub(crate) fn crossings(graph: &Graph, ways: &[Lines]) -> usize {
    let mut lines: Vec<Line> = Vec::new();
    for (edge, way) in ways.iter().enumerate() {
        lines.extend(way.windows(2).map(|pair| {
            let (from, to) = if pair[0].0 <= pair[1].0 {
                (pair[0], pair[1])
            } else {
                (pair[1], pair[0])
            };
            Line { edge, from, to }
        }));
    }
    lines.sort_by(|one, other| one.from.0.total_cmp(&other.from.0));
    let mut open: Vec<&Line> = Vec::new();
    let mut found = 0;
    for line in &lines {
        open.retain(|open| open.to.0 >= line.from.0);
        found += open
            .iter()
            .filter(|open| cross(open, line) && !meet(graph, open.edge, line.edge))
            .count();
        open.push(line);
    }
    found
}

/// Whether two edges have an end in common, or are one.
fn meet(graph: &Graph, one: usize, other: usize) -> bool {
    let (one, other) = (graph.edges[one], graph.edges[other]);
    [one.from, one.to]
        .iter()
        .any(|end| [other.from, other.to].contains(end))
}

fn cross(one: &Line, other: &Line) -> bool {
    let bounds = |line: &Line| (line.from.1.min(line.to.1), line.from.1.max(line.to.1));
    let ((top, bottom), (other_top, other_bottom)) = (bounds(one), bounds(other));
    // A point on a line counts as on its one side, so that a crossing in a corner counts once.
    let sides = |line: &Line, at: &Line| is_left(line, at.from) != is_left(line, at.to);
    top <= other_bottom && other_top <= bottom && sides(one, other) && sides(other, one)
}

fn is_left(line: &Line, at: (f64, f64)) -> bool {
    let (dx, dy) = (line.to.0 - line.from.0, line.to.1 - line.from.1);
    dx * (at.1 - line.from.1) - dy * (at.0 - line.from.0) > 0.0
}
