//! What a whole drawing is made of, each thing in its place.

use super::card::{Card, Line, PAD_X};
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

/// A neighbour in its place.
#[derive(Debug)]
pub(super) struct Placed<'a> {
    pub(super) neighbour: &'a Neighbour,
    pub(super) card: Card,
    pub(super) area: Area,
    /// One for each of the card's relations, in their order.
    pub(super) edges: Vec<Edge>,
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
        let lines = break_lines(&centre.title, CENTRE, width - 2 * PAD_X, CENTRE_LINES);
        let height = CENTRE_STEP * rows(lines.len().max(1)) + 2 * PAD_X;
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

    /// Where its first line's baseline is centred.
    pub(super) fn first_baseline(&self) -> Point {
        let text_height = CENTRE_STEP * rows(self.lines.len());
        let x = self.area.x + self.area.width / 2;
        Point {
            x,
            y: self.area.y + (self.area.height - text_height) / 2 + 15,
        }
    }
}

/// A whole drawing.
#[derive(Debug)]
pub(super) struct Layout<'a> {
    pub(super) width: i32,
    pub(super) height: i32,
    pub(super) headings: Vec<Line>,
    pub(super) middle: Middle,
    /// What joins the ends of many edges to the centre, where they don't reach it themselves.
    pub(super) rails: Vec<(Point, Point)>,
    pub(super) cards: Vec<Placed<'a>>,
    pub(super) legend: Vec<Sample>,
}

/// The neighbours by what they are to the centre, each part in the given order.
pub(super) struct Parts<'a> {
    pub(super) dependencies: Vec<&'a Neighbour>,
    pub(super) stakeholders: Vec<&'a Neighbour>,
    pub(super) both: Vec<&'a Neighbour>,
}

impl<'a> Parts<'a> {
    pub(super) fn of(neighbours: &'a [Neighbour]) -> Self {
        let mut parts = Self {
            dependencies: Vec::new(),
            stakeholders: Vec::new(),
            both: Vec::new(),
        };
        for neighbour in neighbours {
            match (&neighbour.provides, &neighbour.consumes) {
                (Some(_), Some(_)) => parts.both.push(neighbour),
                (Some(_), None) => parts.dependencies.push(neighbour),
                // One without a relation is shown too, rather than dropped.
                (None, _) => parts.stakeholders.push(neighbour),
            }
        }
        parts
    }
}

/// A number of rows as a factor of lengths.
pub(super) fn rows(count: usize) -> i32 {
    i32::try_from(count).unwrap_or(i32::MAX)
}
