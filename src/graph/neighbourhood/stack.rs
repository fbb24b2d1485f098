//! The narrow arrangement, for phones: everything in one column, the edges joined by a rail at its side.

use super::card::Density;
use super::column::{Column, Track};
use super::geometry::Point;
use super::layout::{Groups, Layout, Middle};
use super::{Centre, Neighbour, NeighbourWords};

const WIDTH: i32 = 340;
/// Half a line's width, so that outlines are not cut off.
const EDGE: i32 = 1;
const RAIL: i32 = 12;
const CARD_X: i32 = 56;
const TRACK: Track = Track {
    x: CARD_X,
    width: WIDTH - CARD_X - EDGE,
    port: CARD_X,
    centre: RAIL,
};
/// Around the centre.
const GAP: i32 = 14;

/// Arranges dependencies above the centre, and below it whom it serves, then those that are both.
pub(super) fn arrange<'a>(
    centre: &Centre,
    neighbours: &'a [Neighbour],
    words: &NeighbourWords,
) -> Layout<'a> {
    let groups = Groups::of(neighbours);
    let density = Density::of(neighbours.len());
    let mut above = Column::new(TRACK, EDGE, density, words);
    above.add(&words.dependencies, &groups.dependencies);

    let mut middle = Middle::new(centre, WIDTH - 2 * EDGE);
    middle.area.x = EDGE;
    middle.area.y = if above.parts.is_empty() {
        EDGE
    } else {
        above.bottom + 2 * GAP
    };

    let both = &words.both;
    let mut below = Column::new(TRACK, middle.area.bottom(), density, words);
    below.add(&words.stakeholders, &groups.stakeholders);
    below.add(both, &groups.both);

    let rail = |from: i32, to: i32| (Point::new(RAIL, from), Point::new(RAIL, to));
    let down_to = above.ends().min().map(|first| rail(first, middle.area.y));
    let down_from = below.ends().max().map(|last| rail(middle.area.bottom(), last));
    let height = below.bottom + EDGE;
    let mut parts = above.parts;
    parts.extend(below.parts);
    Layout {
        width: WIDTH,
        height,
        middle,
        rails: down_to.into_iter().chain(down_from).collect(),
        parts,
        // The words stand right beside the edges here.
        legend: Vec::new(),
    }
}
