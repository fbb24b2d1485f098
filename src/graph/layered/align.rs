//! One of the four alignments of Brandes and Köpf (2001): as many segments as can be run level, in one order of
//! preference.
//!
//! Vertices hang together by their ports, not by their middles (as Rüegg et al. 2015), so that what is drawn runs
//! level. Blocks are put in place by longest paths over the graph of blocks rather than by the paper's classes, which
//! the erratum of Brandes, Walter and Zink (2020) shows to overlap.

use super::Spacing;
use super::level::Levels;
use super::port::{Ports, sorted};

/// Where to begin: at which layer, and at which end of the rows.
#[derive(Clone, Copy)]
pub(super) struct Preference {
    pub(super) from_left: bool,
    pub(super) from_above: bool,
}

impl Preference {
    pub(super) const ALL: [Self; 4] = [
        Self::new(true, true),
        Self::new(true, false),
        Self::new(false, true),
        Self::new(false, false),
    ];

    const fn new(from_left: bool, from_above: bool) -> Self {
        Self {
            from_left,
            from_above,
        }
    }
}

/// Segments that are not to run level, because they cross one between two bends, which is.
pub(super) fn conflicts(levels: &Levels) -> Vec<bool> {
    let mut marked = vec![false; levels.segments.len()];
    for (row, next) in levels.rows.iter().zip(levels.rows.iter().skip(1)) {
        let (mut first, mut begin) = (0, 0);
        for (place, vertex) in next.iter().enumerate() {
            let inner = levels.lefts(*vertex).find(|_| levels.is_bend(*vertex));
            let inner = inner.filter(|left| levels.is_bend(*left));
            if inner.is_none() && place + 1 < next.len() {
                continue;
            }
            let last = inner.map_or(row.len(), |left| levels.place[left]);
            for passed in &next[begin..=place] {
                for segment in &levels.before[*passed] {
                    let left = levels.place[levels.segments[*segment].left];
                    marked[*segment] = left < first || left > last;
                }
            }
            (first, begin) = (last, place + 1);
        }
    }
    marked
}

/// Vertices that run level with each other, and how far each lies below its block.
struct Blocks {
    root: Vec<usize>,
    shift: Vec<i32>,
}

/// The middle of each vertex.
pub(super) fn middles(
    levels: &Levels,
    ports: &Ports,
    conflicts: &[bool],
    spacing: &Spacing,
    preference: Preference,
) -> Vec<i32> {
    let blocks = Blocks::new(levels, ports, conflicts, preference);
    let places = blocks.places(levels, ports, spacing, preference);
    let sign = if preference.from_above { 1 } else { -1 };
    let vertices = 0..levels.layer.len();
    vertices
        .map(|vertex| sign * places[blocks.root[vertex]] + blocks.shift[vertex])
        .collect()
}

impl Blocks {
    /// Joins each vertex with the middle one of its neighbours, where nothing that is joined already crosses.
    fn new(levels: &Levels, ports: &Ports, conflicts: &[bool], preference: Preference) -> Self {
        let count = levels.layer.len();
        let mut blocks = Self {
            root: (0..count).collect(),
            shift: vec![0; count],
        };
        let Preference {
            from_left,
            from_above,
        } = preference;
        for row in directed(&levels.rows, from_left) {
            // The least place that may be joined next, counted from where the row begins.
            let mut free = 0;
            for vertex in directed(row, from_above) {
                let segments = sorted(levels, *vertex, from_left);
                for segment in middle(&segments, from_above) {
                    let ends = levels.segments[segment];
                    let other = if from_left { ends.left } else { ends.right };
                    let length = levels.rows[levels.layer[other]].len();
                    let place = levels.place[other];
                    let place = if from_above { place } else { length - 1 - place };
                    if conflicts[segment] || place < free {
                        continue;
                    }
                    let (left, right) = ports.ends[segment];
                    let (own, far) = if from_left { (right, left) } else { (left, right) };
                    blocks.root[*vertex] = blocks.root[other];
                    blocks.shift[*vertex] = blocks.shift[other] + far - own;
                    free = place + 1;
                    break;
                }
            }
        }
        blocks
    }

    /// Where each block lies, by its root, counted from where rows begin: as near to it as can be, then as near
    /// to what stands behind it.
    fn places(&self, levels: &Levels, ports: &Ports, spacing: &Spacing, preference: Preference) -> Vec<i32> {
        let count = self.root.len();
        let (mut behind, mut waits) = (vec![Vec::new(); count], vec![0; count]);
        let sign = if preference.from_above { 1 } else { -1 };
        for row in &levels.rows {
            for pair in row.windows(2) {
                let (near, far) = if preference.from_above {
                    (pair[0], pair[1])
                } else {
                    (pair[1], pair[0])
                };
                let apart = distance(levels, ports, spacing, pair[0], pair[1]);
                let apart = apart + sign * (self.shift[near] - self.shift[far]);
                behind[self.root[near]].push((self.root[far], apart));
                waits[self.root[far]] += 1;
            }
        }
        let is_first = |block: &usize| self.root[*block] == *block && waits[*block] == 0;
        let mut open: Vec<usize> = (0..count).filter(is_first).collect();
        let (mut places, mut passed) = (vec![0; count], Vec::with_capacity(count));
        while let Some(block) = open.pop() {
            passed.push(block);
            for (next, apart) in &behind[block] {
                places[*next] = places[*next].max(places[block] + apart);
                waits[*next] -= 1;
                if waits[*next] == 0 {
                    open.push(*next);
                }
            }
        }
        for block in passed.into_iter().rev() {
            let nearest = behind[block].iter().map(|(next, apart)| places[*next] - apart);
            places[block] = nearest.min().unwrap_or(places[block]);
        }
        places
    }
}

/// The least distance between the middles of vertices above each other.
fn distance(levels: &Levels, ports: &Ports, spacing: &Spacing, above: usize, below: usize) -> i32 {
    let gap = match (levels.is_bend(above), levels.is_bend(below)) {
        (true, true) => spacing.lanes,
        (false, false) => spacing.nodes,
        _ => i32::midpoint(spacing.lanes, spacing.nodes),
    };
    ports.heights[above] / 2 + gap + ports.heights[below] / 2
}

/// The one or two in the middle, the preferred one first.
fn middle(segments: &[usize], from_above: bool) -> impl Iterator<Item = usize> {
    let count = segments.len();
    let (low, high) = (count.saturating_sub(1) / 2, count / 2);
    let (first, second) = if from_above { (low, high) } else { (high, low) };
    let second = if first == second {
        None
    } else {
        segments.get(second)
    };
    segments.get(first).into_iter().chain(second).copied()
}

fn directed<T>(items: &[T], forwards: bool) -> Box<dyn Iterator<Item = &T> + '_> {
    if forwards {
        Box::new(items.iter())
    } else {
        Box::new(items.iter().rev())
    }
}
