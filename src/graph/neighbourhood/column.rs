//! A column of cards that grows downwards.

use super::card::{Card, Density, Line, Relation, Style, one_line};
use super::geometry::{Area, Edge, Point};
use super::layout::{Part, Placed};
use super::{Neighbour, NeighbourWords};

/// A heading, with the gap to its cards.
const HEADING: i32 = 26;
/// Between the parts under two headings.
const PART_GAP: i32 = 10;

/// Where a column's cards and edges stand.
#[derive(Clone, Copy, Debug)]
pub(super) struct Track {
    /// The cards' left side.
    pub(super) x: i32,
    pub(super) width: i32,
    /// Where edges meet the cards: their left side or their right.
    pub(super) port: i32,
    /// Where edges meet the centre, or what leads to it.
    pub(super) centre: i32,
}

/// Cards below each other, in parts with a heading each.
pub(super) struct Column<'a, 'w> {
    track: Track,
    density: Density,
    words: &'w NeighbourWords,
    pub(super) parts: Vec<Part<'a>>,
    /// Where it ends so far.
    pub(super) bottom: i32,
}

impl<'a, 'w> Column<'a, 'w> {
    pub(super) const fn new(track: Track, top: i32, density: Density, words: &'w NeighbourWords) -> Self {
        Self {
            track,
            density,
            words,
            parts: Vec::new(),
            bottom: top,
        }
    }

    /// Adds cards under a heading, which is written again only where it changes.
    pub(super) fn add(&mut self, heading: &str, neighbours: &[&'a Neighbour]) {
        for neighbour in neighbours {
            let y = self.next_top(heading);
            let placed = self.place(neighbour, y);
            self.bottom = placed.area.bottom();
            match self.parts.last_mut() {
                Some(part) if part.title == heading => part.cards.push(placed),
                _ => {
                    let at = Point::new(self.track.x, y - 10);
                    let text = one_line(heading, Style::Heading.face(), self.track.width);
                    let title = heading.to_owned();
                    let heading = Line {
                        style: Style::Heading,
                        at,
                        text,
                    };
                    self.parts.push(Part {
                        title,
                        heading,
                        cards: vec![placed],
                    });
                }
            }
        }
    }

    /// Where the next card under this heading would begin.
    pub(super) fn next_top(&self, heading: &str) -> i32 {
        match self.parts.last() {
            None => self.bottom + HEADING,
            Some(part) if part.title == heading => self.bottom + self.density.gap,
            Some(_) => self.bottom + PART_GAP + HEADING,
        }
    }

    /// The heights of its edges.
    pub(super) fn ends(&self) -> impl Iterator<Item = i32> {
        let cards = self.parts.iter().flat_map(|part| &part.cards);
        cards.flat_map(|placed| placed.edges.iter().map(|edge| edge.neighbour().y))
    }

    fn place(&self, neighbour: &'a Neighbour, y: i32) -> Placed<'a> {
        let Track {
            x,
            width,
            port,
            centre,
        } = self.track;
        let card = Card::new(neighbour, self.words, width, self.density);
        let area = Area {
            x,
            y,
            width,
            height: card.height,
        };
        let card = card.moved_to(area);
        let edge = |relation: &Relation| {
            let y = relation.middle();
            Edge::new(relation.flow, Point::new(port, y), Point::new(centre, y))
        };
        let edges = card.relations.iter().map(edge).collect();
        Placed {
            neighbour,
            card,
            area,
            edges,
        }
    }
}
