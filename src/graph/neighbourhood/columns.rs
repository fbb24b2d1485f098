//! The wide arrangement: cards in two columns, the centre a tall card between them.
//!
//! The centre is as high as the columns, so that edges run level and never bunch or cross.

use super::card::Density;
use super::column::{Column, Track};
use super::geometry::Area;
use super::layout::{Groups, Layout, Middle};
use super::{Centre, Neighbour, NeighbourWords, legend};

const CARD: i32 = 232;
const GAP: i32 = 67;
const CENTRE: i32 = 160;
/// Half a line's width, so that outlines are not cut off.
const EDGE: i32 = 1;
/// Between the outermost edge and the centre's corner.
const CORNER: i32 = 22;

/// Arranges dependencies left and stakeholders right; those that are both, below them where there is room.
pub(super) fn arrange<'a>(
    centre: &Centre,
    neighbours: &'a [Neighbour],
    words: &NeighbourWords,
) -> Layout<'a> {
    let groups = Groups::of(neighbours);
    let density = Density::of(groups.rows_of_longer_column());
    let centre_x = if groups.nothing_comes_in() {
        EDGE
    } else {
        EDGE + CARD + GAP
    };
    let mut left = Column::new(left_of(centre_x), EDGE, density, words);
    let mut right = Column::new(right_of(centre_x + CENTRE), EDGE, density, words);
    left.add(&words.dependencies, &groups.dependencies);
    right.add(&words.stakeholders, &groups.stakeholders);
    let heading = &words.both;
    for neighbour in groups.both {
        let left_is_shorter = left.next_top(heading) <= right.next_top(heading);
        let column = if left_is_shorter { &mut left } else { &mut right };
        column.add(heading, &[neighbour]);
    }

    let mut middle = Middle::new(centre, CENTRE);
    middle.area = between(centre_x, middle.area.height, &left, &right);
    let right_end = middle.area.right() + if right.parts.is_empty() { 0 } else { GAP + CARD };
    let bottom = left.bottom.max(right.bottom).max(middle.area.bottom());
    let (legend, legend_height) = legend::arrange(neighbours, words, bottom, right_end);
    let mut parts = left.parts;
    parts.extend(right.parts);
    Layout {
        width: right_end + EDGE,
        height: bottom + legend_height + EDGE,
        middle,
        rails: Vec::new(),
        parts,
        legend,
    }
}

const fn left_of(centre: i32) -> Track {
    let x = centre - GAP - CARD;
    Track {
        x,
        width: CARD,
        port: x + CARD,
        centre,
    }
}

const fn right_of(centre: i32) -> Track {
    let x = centre + GAP;
    Track {
        x,
        width: CARD,
        port: x,
        centre,
    }
}

/// The centre, as high as its title and as the edges need.
fn between(x: i32, text_height: i32, left: &Column<'_, '_>, right: &Column<'_, '_>) -> Area {
    let ends = || left.ends().chain(right.ends());
    let (top, bottom) = (ends().min().unwrap_or(0), ends().max().unwrap_or(0));
    let height = text_height.max(bottom - top + 2 * CORNER);
    let y = (i32::midpoint(top, bottom) - height / 2).max(EDGE);
    Area {
        x,
        y,
        width: CENTRE,
        height,
    }
}
