//! Where edges end at the sides of boxes: below each other, in the order of where they come from.

use super::level::Levels;
use super::{Node, Spacing};

/// The places of edges' ends, from the middle of their vertex downwards.
pub(super) struct Ports {
    /// Of each vertex; an even number, 0 for bends.
    pub(super) heights: Vec<i32>,
    /// Of each segment, at its left vertex and at its right one.
    pub(super) ends: Vec<(i32, i32)>,
    /// The two ends of each loop.
    pub(super) loops: Vec<(i32, i32)>,
}

impl Ports {
    /// Makes boxes high enough, and spreads the ends over their sides. A loop has the lowest ports at the right.
    pub(super) fn new(levels: &Levels, nodes: &[Node], loops: &[(usize, usize)], spacing: &Spacing) -> Self {
        let mut ports = Self {
            heights: vec![0; levels.layer.len()],
            ends: vec![(0, 0); levels.segments.len()],
            loops: vec![(0, 0); loops.len()],
        };
        for (node, size) in nodes.iter().enumerate() {
            let own = loops.partition_point(|(other, _)| *other < node)
                ..loops.partition_point(|(other, _)| *other <= node);
            let (left, right) = (
                levels.before[node].len(),
                levels.after[node].len() + 2 * own.len(),
            );
            let needed = spacing.ports.saturating_mul(number(left.max(right)));
            let height = size.height.max(needed).max(2);
            ports.heights[node] = height + height % 2;
            let before = Side::new(ports.heights[node], left, spacing);
            let after = Side::new(ports.heights[node], right, spacing);
            for (nth, segment) in sorted(levels, node, true).into_iter().enumerate() {
                ports.ends[segment].1 = before.port(nth);
            }
            for (nth, segment) in sorted(levels, node, false).into_iter().enumerate() {
                ports.ends[segment].0 = after.port(nth);
            }
            for (nth, own) in own.enumerate() {
                let first = levels.after[node].len() + 2 * nth;
                ports.loops[own] = (after.port(first), after.port(first + 1));
            }
        }
        ports
    }
}

/// The segments at one side of a vertex, in the order of their other ends.
pub(super) fn sorted(levels: &Levels, vertex: usize, left: bool) -> Vec<usize> {
    let segments = if left { &levels.before } else { &levels.after };
    let mut segments = segments[vertex].clone();
    segments.sort_by_key(|segment| {
        let other = levels.segments[*segment];
        levels.place[if left { other.left } else { other.right }]
    });
    segments
}

/// The ports at one side of a box.
struct Side {
    step: i32,
    count: i32,
}

impl Side {
    fn new(height: i32, count: usize, spacing: &Spacing) -> Self {
        let count = number(count);
        Self {
            step: (height / count.max(1)).min(2 * spacing.ports),
            count,
        }
    }

    fn port(&self, nth: usize) -> i32 {
        (2 * number(nth) - self.count + 1) * self.step / 2
    }
}

fn number(count: usize) -> i32 {
    i32::try_from(count).unwrap_or(i32::MAX)
}
