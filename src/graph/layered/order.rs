//! The order in each layer, so that few edges cross.
//!
//! Layer by layer to and fro, each sorted by the means of its neighbours' places (Sugiyama et al. 1981) or by
//! their medians (Eades and Wormald 1994), then single vertices moved to where they cross least (sifting:
//! Matuszewski, Schönfeld and Molitor 1999; neighbours exchanged: Gansner et al. 1993). From several beginnings a few
//! sweeps are made, and those that have come furthest are gone on with: the best is taken.

use super::cross::crossings;
use super::level::Levels;
use super::row::{LONG, exchange, neighbours, sift};

/// Sweeps without gain after which it ends.
const PATIENCE: usize = 4;
/// Beginnings at most: in a graph of more segments than `SMALL` those by chance bring too little for the time they take.
const STARTS: usize = 16;
const SMALL: usize = 150;
/// After so many sweeps from each, only those that have come furthest are gone on with.
const FIRST_SWEEPS: usize = 4;
const KEPT: usize = 2;
/// Beginnings of a tangle: nobody can read it, with a few crossings fewer neither.
const STARTS_OF_TANGLES: usize = 2;
/// Segments of all beginnings together: the larger, the fewer beginnings.
const EFFORT: usize = 6_000;
/// Above so many segments there are fewer sweeps as well, so that any graph is laid out within seconds.
const LARGE: usize = 40_000;
/// Sweeps at most from one beginning.
const SWEEPS: usize = 24;

/// Orders all rows; says how often edges cross.
pub(super) fn order(levels: &mut Levels) -> usize {
    let mut runs: Vec<Run> = Vec::new();
    for start in 0..starts(levels) {
        match Start::ALL.get(start) {
            Some(start) => start.set(levels),
            None => shuffle(levels, start as u64),
        }
        let mut run = Run::from(levels);
        run.sweep(levels, FIRST_SWEEPS.min(most_sweeps(levels)));
        let is_enough = run.is_tangle(levels) && start + 1 >= STARTS_OF_TANGLES;
        let is_perfect = run.cost == (0, 0);
        runs.push(run);
        if is_enough || is_perfect {
            break;
        }
    }
    // Equals stay in the order of their beginnings.
    runs.sort_by_key(|run| run.cost);
    runs.truncate(KEPT);
    for run in &mut runs {
        run.finish(levels);
    }
    let best = runs.into_iter().min_by_key(|run| run.cost);
    let (found, rows) = best.map(|run| (run.cost, run.rows)).unwrap_or_default();
    levels.rows = rows;
    if is_upside_down(levels) {
        for row in &mut levels.rows {
            row.reverse();
        }
    }
    levels.renumber();
    found.0
}

/// From how many beginnings the order of a graph of that size is looked for.
fn starts(levels: &Levels) -> usize {
    let segments = levels.segments.len();
    let most = if segments <= SMALL {
        STARTS
    } else {
        Start::ALL.len()
    };
    (EFFORT / (segments + 1)).clamp(1, most)
}

/// How often edges cross, and how many pairs of nodes stand against their own order; the fewer, the better, and where
/// there are as many crossings, what makes no difference is the same in every drawing.
type Cost = (usize, usize);

fn turned(levels: &Levels) -> usize {
    let mut nodes: Vec<usize> = Vec::new();
    let mut turned = 0;
    for row in levels.rows.iter().filter(|row| row.len() <= LONG) {
        nodes.clear();
        nodes.extend(row.iter().filter(|vertex| !levels.is_bend(**vertex)));
        for (at, node) in nodes.iter().enumerate() {
            turned += nodes[at + 1..].iter().filter(|other| *other < node).count();
        }
    }
    turned
}

/// Whether the nodes' own order is better kept the other way round: of two mirrored orders it is always the same.
fn is_upside_down(levels: &Levels) -> bool {
    let sums = levels.rows.iter().map(|row| {
        let nodes: Vec<usize> = row
            .iter()
            .copied()
            .filter(|vertex| !levels.is_bend(*vertex))
            .collect();
        let from_middle = |place: usize| (2 * place + 1).cast_signed() - nodes.len().cast_signed();
        let moments = nodes
            .iter()
            .enumerate()
            .map(|(place, node)| from_middle(place) * node.cast_signed());
        moments.sum::<isize>()
    });
    sums.sum::<isize>() < 0
}

/// Puts each row into an order as good as any, the same for the same seed: Marsaglia's xorshift (2003).
fn shuffle(levels: &mut Levels, seed: u64) {
    let mut state = seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1;
    for row in &mut levels.rows {
        row.sort_unstable();
        for last in (1..row.len()).rev() {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            let other = (state >> 16) % (last as u64 + 1);
            row.swap(last, usize::try_from(other).unwrap_or(last));
        }
    }
    levels.renumber();
}

/// The order to begin with.
#[derive(Clone, Copy)]
enum Start {
    /// As nodes are met from the left, the deepest first.
    DeepFromLeft,
    DeepFromRight,
    /// As nodes are met from the left, the nearest first.
    WideFromLeft,
    /// The nodes' own order.
    Given,
}

impl Start {
    const ALL: [Self; 4] = [
        Self::DeepFromLeft,
        Self::DeepFromRight,
        Self::WideFromLeft,
        Self::Given,
    ];

    fn set(self, levels: &mut Levels) {
        let met = match self {
            Self::DeepFromLeft => met(levels, true, true),
            Self::DeepFromRight => met(levels, false, true),
            Self::WideFromLeft => met(levels, true, false),
            Self::Given => (0..levels.layer.len()).collect(),
        };
        for row in &mut levels.rows {
            row.clear();
        }
        for vertex in met {
            levels.rows[levels.layer[vertex]].push(vertex);
        }
        levels.renumber();
    }
}

/// All vertices in the order in which a walk along the segments meets them.
fn met(levels: &Levels, from_left: bool, is_deep: bool) -> Vec<usize> {
    let mut seen = vec![false; levels.layer.len()];
    let mut met = Vec::with_capacity(seen.len());
    let mut starts: Vec<usize> = (0..levels.nodes).collect();
    starts.sort_by_key(|node| {
        let layer = levels.layer[*node];
        if from_left {
            layer
        } else {
            levels.rows.len() - layer
        }
    });
    for start in starts {
        let mut open = std::collections::VecDeque::from([start]);
        while let Some(vertex) = if is_deep {
            open.pop_back()
        } else {
            open.pop_front()
        } {
            if std::mem::replace(&mut seen[vertex], true) {
                continue;
            }
            met.push(vertex);
            let near = levels.rights(vertex).chain(levels.lefts(vertex));
            let mut near: Vec<usize> = near.filter(|near| !seen[*near]).collect();
            if is_deep {
                near.reverse();
            }
            open.extend(near);
        }
    }
    met
}

/// How far it has come from one beginning.
struct Run {
    /// What the best order so far costs.
    cost: Cost,
    /// That order.
    rows: Vec<Vec<usize>>,
    /// Sweeps so far, and how many of them without gain since the last that had one.
    sweeps: usize,
    idle: usize,
}

impl Run {
    /// At its beginning.
    fn from(levels: &Levels) -> Self {
        Self {
            cost: (crossings(levels), turned(levels)),
            rows: levels.rows.clone(),
            sweeps: 0,
            idle: 0,
        }
    }

    /// Sweeps on until there are `most` sweeps in all, or nothing is gained any more.
    fn sweep(&mut self, levels: &mut Levels, most: usize) {
        while self.sweeps < most && self.cost.0 > 0 && self.idle < PATIENCE {
            let to_right = self.sweeps.is_multiple_of(2);
            for layer in along(levels, to_right) {
                sort_row(levels, layer, to_right, self.sweeps % 4 < 2);
            }
            repeat(levels, passes(levels), exchange);
            self.sweeps += 1;
            self.idle += 1;
            self.keep_better(levels);
        }
    }

    /// Goes on from its best order until that no longer gets better.
    fn finish(&mut self, levels: &mut Levels) {
        self.take_up(levels);
        self.sweep(levels, most_sweeps(levels));
        self.take_up(levels);
        let passes = if self.is_tangle(levels) { 1 } else { passes(levels) };
        repeat(levels, passes, sift);
        self.keep_better(levels);
    }

    fn take_up(&self, levels: &mut Levels) {
        levels.rows.clone_from(&self.rows);
        levels.renumber();
    }

    /// Whether so many crossings are more than there are segments.
    fn is_tangle(&self, levels: &Levels) -> bool {
        self.cost.0 > levels.segments.len()
    }

    /// Notes the order if it is better than the best so far.
    fn keep_better(&mut self, levels: &Levels) {
        let crossings = crossings(levels);
        // Pairs are counted only where they decide.
        if crossings > self.cost.0 {
            return;
        }
        let found = (crossings, turned(levels));
        if found < self.cost {
            self.idle = 0;
            self.cost = found;
            self.rows.clone_from(&levels.rows);
        }
    }
}

/// Sweeps at most in a graph of that size.
fn most_sweeps(levels: &Levels) -> usize {
    let large = levels.segments.len() / LARGE;
    (SWEEPS / (1 + 2 * large)).max(2)
}

/// How often each row is improved at a time.
fn passes(levels: &Levels) -> usize {
    if levels.segments.len() < LARGE {
        PATIENCE
    } else {
        1
    }
}

/// The layers that have one before them on the way.
fn along(levels: &Levels, to_right: bool) -> Box<dyn Iterator<Item = usize>> {
    let count = levels.rows.len();
    if to_right {
        Box::new(1..count)
    } else {
        Box::new((0..count.saturating_sub(1)).rev())
    }
}

/// Sorts a row by its neighbours on one side; a vertex without any stays where it is.
fn sort_row(levels: &mut Levels, layer: usize, by_left: bool, by_mean: bool) {
    let row = std::mem::take(&mut levels.rows[layer]);
    let mut moved: Vec<(u64, usize)> = Vec::with_capacity(row.len());
    let mut places = Vec::new();
    for vertex in &row {
        places.clear();
        neighbours(levels, *vertex, by_left, &mut places);
        if !places.is_empty() {
            let at = if by_mean { mean(&places) } else { median(&places) };
            moved.push((at, *vertex));
        }
    }
    moved.sort_by_key(|(at, _)| *at);
    let mut moved = moved.into_iter();
    let has_neighbours = |vertex: &usize| {
        let segments = if by_left { &levels.before } else { &levels.after };
        !segments[*vertex].is_empty()
    };
    let sorted = row.iter().map(|vertex| {
        let next = if has_neighbours(vertex) {
            moved.next()
        } else {
            None
        };
        next.map_or(*vertex, |(_, vertex)| vertex)
    });
    levels.rows[layer] = sorted.collect();
    levels.renumber_row(layer);
}

/// Fine enough to tell means apart.
const FINE: u64 = 1 << 20;

fn mean(places: &[usize]) -> u64 {
    let sum: u64 = places.iter().map(|place| *place as u64).sum();
    sum * FINE / places.len() as u64
}

fn median(places: &[usize]) -> u64 {
    let half = places.len() / 2;
    let (low, high) = (places[(places.len() - 1) / 2], places[half]);
    (low + high) as u64 * FINE / 2
}

/// Improves one row after the other, while that makes them better. A row that is what it was, between rows that are what
/// they were, is not looked at again.
fn repeat(levels: &mut Levels, passes: usize, improve: fn(&mut Levels, usize) -> bool) {
    let count = levels.rows.len();
    let mut is_due = vec![true; count];
    for _ in 0..passes {
        let mut is_better = false;
        for layer in 0..count {
            if !std::mem::take(&mut is_due[layer]) {
                continue;
            }
            if improve(levels, layer) {
                is_better = true;
                is_due[layer.saturating_sub(1)..count.min(layer + 2)].fill(true);
            }
        }
        if !is_better {
            break;
        }
    }
}
