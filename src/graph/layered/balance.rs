//! Heights at last: the four alignments of Brandes and Köpf (2001), balanced.

use super::Spacing;
use super::align::{self, Preference};
use super::level::Levels;
use super::port::Ports;

/// The middle of each vertex; the highest box begins at 0.
pub(super) fn middles(levels: &Levels, ports: &Ports, spacing: &Spacing) -> Vec<i32> {
    let conflicts = align::conflicts(levels);
    let mut found =
        Preference::ALL.map(|preference| align::middles(levels, ports, &conflicts, spacing, preference));
    let extents = [0, 1, 2, 3].map(|nth| extent(&found[nth], ports));
    let narrowest = extents.into_iter().min_by_key(|(top, bottom)| bottom - top);
    let narrowest = narrowest.unwrap_or_default();
    for (nth, preference) in Preference::ALL.into_iter().enumerate() {
        let by = if preference.from_above {
            narrowest.0 - extents[nth].0
        } else {
            narrowest.1 - extents[nth].1
        };
        for middle in &mut found[nth] {
            *middle += by;
        }
    }
    let mut middles: Vec<i32> = (0..levels.layer.len())
        .map(|vertex| {
            let mut four = [0, 1, 2, 3].map(|nth| found[nth][vertex]);
            four.sort_unstable();
            (four[1] + four[2]).div_euclid(2)
        })
        .collect();
    let (top, _) = extent(&middles, ports);
    for middle in &mut middles {
        *middle -= top;
    }
    middles
}

/// Where the highest vertex begins and the lowest ends.
fn extent(middles: &[i32], ports: &Ports) -> (i32, i32) {
    let sized = || middles.iter().zip(&ports.heights);
    let top = sized().map(|(middle, height)| middle - height / 2).min();
    let bottom = sized().map(|(middle, height)| middle + height / 2).max();
    (top.unwrap_or(0), bottom.unwrap_or(0))
}
