//! How often edges cross: the accumulator tree of Barth, Jünger and Mutzel (2002).

use super::level::Levels;

/// The crossings between all layers.
pub(super) fn crossings(levels: &Levels) -> usize {
    let pairs = levels.rows.iter().zip(levels.rows.iter().skip(1));
    pairs.map(|(row, next)| between(levels, row, next.len())).sum()
}

/// The crossings of the segments from one row to the next, which has `width` vertices.
fn between(levels: &Levels, row: &[usize], width: usize) -> usize {
    let first = width.next_power_of_two() - 1;
    let mut tree = vec![0_usize; 2 * first + 1];
    let mut ends = Vec::new();
    let mut found = 0;
    for vertex in row {
        ends.clear();
        ends.extend(levels.rights(*vertex).map(|right| levels.place[right]));
        ends.sort_unstable();
        for end in &ends {
            let mut at = first + end;
            tree[at] += 1;
            while at > 0 {
                // Those that end further below, and begin above or here.
                if at % 2 == 1 {
                    found += tree[at + 1];
                }
                at = (at - 1) / 2;
                tree[at] += 1;
            }
        }
    }
    found
}

/// How often the edges to `one` and those to `other` cross, if `one` stands above; both in ascending order.
pub(super) fn pair(one: &[usize], other: &[usize]) -> usize {
    let mut found = 0;
    let mut above = 0;
    for end in one {
        while above < other.len() && other[above] < *end {
            above += 1;
        }
        found += above;
    }
    found
}
