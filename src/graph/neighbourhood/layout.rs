//! What a whole drawing is made of, each thing in its place.

use super::card::{Card, Line};
use super::geometry::{Area, Edge, Point};
use super::legend::Sample;
use super::{Centre, Neighbour};
use crate::graph::line_break::break_lines;
use crate::graph::text_width::Face;
use crate::model::PartyKind;

/// The centre's title.
pub(super) const CENTRE: Face = Face { size: 16, bold: true };
/// From one line of the centre's title to the next.
pub(super) const CENTRE_STEP: i32 = 20;
const CENTRE_LINES: usize = 8;
const CENTRE_PAD: i32 = 8;
/// About a screen.
const TITLE_EVERY: i32 = 900;

/// A neighbour in its place.
#[derive(Debug)]
pub(super) struct Placed<'a> {
    pub(super) neighbour: &'a Neighbour,
    pub(super) card: Card,
    pub(super) area: Area,
    /// One for each of the card's relations, in their order.
    pub(super) edges: Vec<Edge>,
}

/// The cards under one heading.
#[derive(Debug)]
pub(super) struct Part<'a> {
    /// What the heading says in full.
    pub(super) title: String,
    pub(super) heading: Line,
    pub(super) cards: Vec<Placed<'a>>,
}

/// The centre in its place.
#[derive(Debug)]
pub(super) struct Middle {
    pub(super) kind: PartyKind,
    pub(super) area: Area,
    /// Its title, each line centred.
    pub(super) lines: Vec<String>,
}

impl Middle {
    /// The centre's card, as high as its title, with its corner at 0, 0.
    pub(super) fn new(centre: &Centre, width: i32) -> Self {
        let lines = break_lines(&centre.title, CENTRE, width - 2 * CENTRE_PAD, CENTRE_LINES);
        let height = CENTRE_STEP * rows(lines.len().max(1)) + 3 * CENTRE_PAD;
        Self {
            kind: centre.kind,
            area: Area {
                x: 0,
                y: 0,
                width,
                height,
            },
            lines,
        }
    }

    /// Where the first line of its title begins; in a tall card it is repeated, so that it is always in sight.
    pub(super) fn titles(&self) -> impl Iterator<Item = Point> {
        let text_height = CENTRE_STEP * rows(self.lines.len());
        let times = 1 + self.area.height / TITLE_EVERY.max(2 * text_height);
        let (Area { x, y, width, height }, share) = (self.area, self.area.height / times);
        let top = y + (height - times * share) / 2 + (share - text_height) / 2;
        (0..times).map(move |nth| Point::new(x + width / 2, top + nth * share + 15))
    }
}

/// A whole drawing.
#[derive(Debug)]
pub(super) struct Layout<'a> {
    pub(super) width: i32,
    pub(super) height: i32,
    pub(super) middle: Middle,
    /// What joins the ends of many edges to the centre, where they don't reach it themselves.
    pub(super) rails: Vec<(Point, Point)>,
    /// In the order of reading.
    pub(super) parts: Vec<Part<'a>>,
    pub(super) legend: Vec<Sample>,
}

/// The neighbours by what they are to the centre, each group in the given order.
pub(super) struct Groups<'a> {
    pub(super) dependencies: Vec<&'a Neighbour>,
    pub(super) stakeholders: Vec<&'a Neighbour>,
    pub(super) both: Vec<&'a Neighbour>,
}

impl<'a> Groups<'a> {
    pub(super) fn of(neighbours: &'a [Neighbour]) -> Self {
        let mut groups = Self {
            dependencies: Vec::new(),
            stakeholders: Vec::new(),
            both: Vec::new(),
        };
        for neighbour in neighbours {
            match (&neighbour.provides, &neighbour.consumes) {
                (Some(_), Some(_)) => groups.both.push(neighbour),
                (Some(_), None) => groups.dependencies.push(neighbour),
                // One without a relation is shown too, rather than dropped.
                (None, _) => groups.stakeholders.push(neighbour),
            }
        }
        groups
    }

    /// How many cards the longer of two columns has to hold.
    pub(super) fn rows_of_longer_column(&self) -> usize {
        let (left, right) = (self.dependencies.len(), self.stakeholders.len());
        left.max(right).max((left + right + self.both.len()).div_ceil(2))
    }

    /// Whether the centre depends on nobody.
    pub(super) fn nothing_comes_in(&self) -> bool {
        self.dependencies.is_empty() && self.both.is_empty()
    }
}

/// A number of lines as a factor of lengths.
fn rows(count: usize) -> i32 {
    i32::try_from(count).unwrap_or(i32::MAX)
}
