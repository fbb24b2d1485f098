//! The wide arrangement: cards in two columns, the centre a tall card between them.
//!
//! The centre is as high as the columns, so that edges run level and never bunch or cross.

use super::card::{Card, Density, Line, Relation, Style, one_line};
use super::geometry::{Area, Edge, Point};
use super::layout::{Layout, Middle, Parts, Placed};
use super::{Centre, Neighbour, NeighbourWords, legend};

/// The width of the whole.
pub(super) const WIDTH: i32 = 760;
const CARD: i32 = 232;
const CENTRE: i32 = 152;
const CENTRE_X: i32 = (WIDTH - CENTRE) / 2;
const HEADING_HEIGHT: i32 = 26;
/// Between a column's parts.
const PART_GAP: i32 = 10;
/// Between the outermost edge and the centre's corner.
const CORNER: i32 = 22;

/// Arranges dependencies left and stakeholders right; those that are both, below them where there is room.
pub(super) fn arrange<'a>(
    centre: &Centre,
    neighbours: &'a [Neighbour],
    words: &NeighbourWords,
) -> Layout<'a> {
    let parts = Parts::of(neighbours);
    let density = Density::of(rows_of_longer_column(&parts));
    let mut left = Column::new(0, density, words);
    let mut right = Column::new(WIDTH - CARD, density, words);
    left.part(&words.dependencies, &parts.dependencies);
    right.part(&words.stakeholders, &parts.stakeholders);
    let heading = words.both();
    for neighbour in parts.both {
        let column = if left.next_top(&heading) <= right.next_top(&heading) {
            &mut left
        } else {
            &mut right
        };
        column.part(&heading, &[neighbour]);
    }

    let mut middle = Middle::new(centre, CENTRE);
    middle.area = between(middle.area.height, &left, &right);
    let bottom = left.bottom.max(right.bottom).max(middle.area.bottom());
    let (legend, legend_height) = legend::arrange(neighbours, words, bottom, WIDTH);
    let mut headings = left.headings;
    headings.extend(right.headings);
    let mut cards = left.cards;
    cards.extend(right.cards);
    Layout {
        width: WIDTH,
        height: bottom + legend_height + 1,
        headings,
        middle,
        rails: Vec::new(),
        cards,
        legend,
    }
}

fn rows_of_longer_column(parts: &Parts<'_>) -> usize {
    let (left, right) = (parts.dependencies.len(), parts.stakeholders.len());
    left.max(right).max((left + right + parts.both.len()).div_ceil(2))
}

/// A column that grows downwards.
struct Column<'a, 'w> {
    x: i32,
    density: Density,
    words: &'w NeighbourWords,
    headings: Vec<Line>,
    cards: Vec<Placed<'a>>,
    /// What the last heading says.
    under: String,
    bottom: i32,
}

impl<'a, 'w> Column<'a, 'w> {
    fn new(x: i32, density: Density, words: &'w NeighbourWords) -> Self {
        Self {
            x,
            density,
            words,
            headings: Vec::new(),
            cards: Vec::new(),
            under: String::new(),
            bottom: 1,
        }
    }

    /// Adds cards under a heading, which is repeated only where it changes.
    fn part(&mut self, heading: &str, neighbours: &[&'a Neighbour]) {
        for neighbour in neighbours {
            let y = self.next_top(heading);
            if self.cards.is_empty() || self.under != heading {
                let at = Point { x: self.x, y: y - 10 };
                let text = one_line(heading, Style::Heading.face(), CARD);
                self.headings.push(Line {
                    style: Style::Heading,
                    at,
                    text,
                });
                heading.clone_into(&mut self.under);
            }
            let card = Card::new(neighbour, self.words, CARD, self.density);
            let area = Area {
                x: self.x,
                y,
                width: CARD,
                height: card.height,
            };
            self.bottom = area.bottom();
            let card = card.moved_to(area);
            let edges = edges(&card, area);
            self.cards.push(Placed {
                neighbour,
                card,
                area,
                edges,
            });
        }
    }

    /// Where the next card under this heading begins.
    fn next_top(&self, heading: &str) -> i32 {
        match self.cards.is_empty() {
            true => self.bottom + HEADING_HEIGHT,
            false if self.under == heading => self.bottom + self.density.gap,
            false => self.bottom + PART_GAP + HEADING_HEIGHT,
        }
    }

    fn ends(&self) -> impl Iterator<Item = i32> {
        self.cards
            .iter()
            .flat_map(|placed| placed.card.relations.iter().map(Relation::middle))
    }
}

/// The centre, as high as its title and as the edges need.
fn between(text_height: i32, left: &Column<'_, '_>, right: &Column<'_, '_>) -> Area {
    let ends = || left.ends().chain(right.ends());
    let (top, bottom) = (ends().min().unwrap_or(0), ends().max().unwrap_or(0));
    let height = text_height.max(bottom - top + 2 * CORNER);
    let y = (i32::midpoint(top, bottom) - height / 2).max(1);
    Area {
        x: CENTRE_X,
        y,
        width: CENTRE,
        height,
    }
}

fn edges(card: &Card, area: Area) -> Vec<Edge> {
    let (card_x, centre_x) = if area.x < CENTRE_X {
        (area.right(), CENTRE_X)
    } else {
        (area.x, CENTRE_X + CENTRE)
    };
    let edge = |relation: &Relation| {
        let y = relation.middle();
        Edge::new(relation.flow, Point { x: card_x, y }, Point { x: centre_x, y })
    };
    card.relations.iter().map(edge).collect()
}
