//! One row of a layered drawing, and how moving its vertices takes crossings away.

use super::cross::pair;
use super::level::Levels;

/// In rows longer than this vertices are not moved beyond their neighbours.
pub(super) const LONG: usize = 200;

/// So often neighbours of a row are exchanged at a time.
const PASSES: usize = 4;

/// Puts the places of a vertex's neighbours on one side into `places`, in order.
pub(super) fn neighbours(levels: &Levels, vertex: usize, left: bool, places: &mut Vec<usize>) {
    let begin = places.len();
    if left {
        places.extend(levels.lefts(vertex).map(|near| levels.place[near]));
    } else {
        places.extend(levels.rights(vertex).map(|near| levels.place[near]));
    }
    places[begin..].sort_unstable();
}

/// A row with the places of its vertices' neighbours.
struct Row {
    vertices: Vec<Ends>,
    /// Of one vertex after the other: those on the left, then those on the right.
    places: Vec<usize>,
}

/// A vertex, and where the places of its neighbours are.
#[derive(Clone, Copy)]
struct Ends {
    vertex: usize,
    is_node: bool,
    begin: usize,
    middle: usize,
    end: usize,
}

/// How much worse it is if one vertex stands above another than below it, crossings in the upper
/// half, pairs that stand against their own order in the lower one.
type Excess = i64;
/// A crossing outweighs any number of pairs.
const CROSSING: Excess = 1 << 32;

impl Row {
    fn of(levels: &Levels, layer: usize) -> Self {
        let row = &levels.rows[layer];
        let mut places = Vec::with_capacity(4 * row.len());
        let vertices = row.iter().map(|vertex| {
            let begin = places.len();
            neighbours(levels, *vertex, true, &mut places);
            let middle = places.len();
            neighbours(levels, *vertex, false, &mut places);
            Ends {
                vertex: *vertex,
                is_node: !levels.is_bend(*vertex),
                begin,
                middle,
                end: places.len(),
            }
        });
        Self {
            vertices: vertices.collect(),
            places,
        }
    }

    fn excess(&self, one: &Ends, other: &Ends) -> Excess {
        let side = |one: &[usize], other: &[usize]| match (one, other) {
            ([], _) | (_, []) => 0,
            ([one], [other]) => Excess::from(one > other) - Excess::from(one < other),
            _ => difference(one, other),
        };
        let lefts = |ends: &Ends| &self.places[ends.begin..ends.middle];
        let rights = |ends: &Ends| &self.places[ends.middle..ends.end];
        let crossings = side(lefts(one), lefts(other)) + side(rights(one), rights(other));
        let turned = match (one.is_node && other.is_node, one.vertex > other.vertex) {
            (false, _) => 0,
            (true, true) => 1,
            (true, false) => -1,
        };
        crossings * CROSSING + turned
    }

    fn put_back(&self, levels: &mut Levels, layer: usize, order: impl Iterator<Item = usize>) {
        let row = &mut levels.rows[layer];
        row.clear();
        row.extend(order.map(|at| self.vertices[at].vertex));
        levels.renumber_row(layer);
    }
}

/// How many crossings more the edges to `one` and those to `other` have, if `one` stands above, than if it stands below.
fn difference(one: &[usize], other: &[usize]) -> Excess {
    let signed = |count: usize| Excess::try_from(count).unwrap_or(Excess::MAX);
    signed(pair(one, other)) - signed(pair(other, one))
}

/// Exchanges neighbours where that is better, from above to below until nothing changes.
pub(super) fn exchange(levels: &mut Levels, layer: usize) -> bool {
    let row = Row::of(levels, layer);
    let mut order: Vec<usize> = (0..row.vertices.len()).collect();
    let mut is_better = false;
    for _ in 0..PASSES {
        let mut is_changed = false;
        for at in 1..order.len() {
            let (above, below) = (&row.vertices[order[at - 1]], &row.vertices[order[at]]);
            if row.excess(above, below) > 0 {
                order.swap(at - 1, at);
                is_changed = true;
            }
        }
        is_better |= is_changed;
        if !is_changed {
            break;
        }
    }
    if is_better {
        row.put_back(levels, layer, order.into_iter());
    }
    is_better
}

/// Moves each vertex to where it crosses least.
pub(super) fn sift(levels: &mut Levels, layer: usize) -> bool {
    let count = levels.rows[layer].len();
    if count > LONG {
        return false;
    }
    let row = Row::of(levels, layer);
    // Each pair is compared once, however often its vertices pass each other.
    let mut excess = vec![0; count * count];
    for one in 0..count {
        for other in one + 1..count {
            let more = row.excess(&row.vertices[one], &row.vertices[other]);
            excess[one * count + other] = more;
            excess[other * count + one] = -more;
        }
    }
    let mut order: Vec<usize> = (0..count).collect();
    let mut is_better = false;
    for vertex in 0..count {
        let at = order.iter().position(|other| *other == vertex).unwrap_or(0);
        let own = &excess[vertex * count..][..count];
        let mut best = (0, at);
        let mut cost = 0;
        for above in (0..at).rev() {
            cost += own[order[above]];
            if cost < best.0 {
                best = (cost, above);
            }
        }
        cost = 0;
        for below in at + 1..count {
            cost -= own[order[below]];
            if cost < best.0 {
                best = (cost, below);
            }
        }
        if best.1 != at {
            is_better = true;
            order.remove(at);
            order.insert(best.1, vertex);
        }
    }
    if is_better {
        row.put_back(levels, layer, order.into_iter());
    }
    is_better
}
