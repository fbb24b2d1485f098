//! The narrow arrangement, for phones: everything in one column, the edges joined by a rail at its side.

use super::card::{Card, Density, Line, Relation, Style, one_line};
use super::geometry::{Area, Edge, Point};
use super::layout::{Layout, Middle, Parts, Placed};
use super::{Centre, Neighbour, NeighbourWords};

/// The width of the whole.
pub(super) const WIDTH: i32 = 340;
const RAIL: i32 = 12;
const CARD_X: i32 = 56;
const HEADING_HEIGHT: i32 = 26;
const PART_GAP: i32 = 12;

/// Arranges dependencies above the centre, and below it whom it serves, then those that are both.
pub(super) fn arrange<'a>(
    centre: &Centre,
    neighbours: &'a [Neighbour],
    words: &NeighbourWords,
) -> Layout<'a> {
    let parts = Parts::of(neighbours);
    let mut stack = Stack {
        density: Density::of(neighbours.len()),
        words,
        headings: Vec::new(),
        cards: Vec::new(),
        bottom: 1,
    };
    stack.part(&words.dependencies, &parts.dependencies);
    let first = stack.first_end(0);
    let mut middle = Middle::new(centre, WIDTH - 2);
    middle.area.x = 1;
    if !stack.cards.is_empty() {
        stack.bottom += PART_GAP + 4;
    }
    middle.area.y = stack.bottom;
    let mut rails: Vec<(Point, Point)> = first
        .map(|y| {
            (
                Point { x: RAIL, y },
                Point {
                    x: RAIL,
                    y: middle.area.y,
                },
            )
        })
        .into_iter()
        .collect();

    stack.bottom = middle.area.bottom() + PART_GAP;
    stack.part(&words.stakeholders, &parts.stakeholders);
    stack.part(&words.both(), &parts.both);
    if let Some(y) = stack.last_end(parts.dependencies.len()) {
        rails.push((
            Point {
                x: RAIL,
                y: middle.area.bottom(),
            },
            Point { x: RAIL, y },
        ));
    }
    Layout {
        width: WIDTH,
        height: stack.bottom + 1,
        headings: stack.headings,
        middle,
        rails,
        cards: stack.cards,
        // The words stand right beside the edges here.
        legend: Vec::new(),
    }
}

/// A column that grows downwards.
struct Stack<'a, 'w> {
    density: Density,
    words: &'w NeighbourWords,
    headings: Vec<Line>,
    cards: Vec<Placed<'a>>,
    bottom: i32,
}

impl<'a> Stack<'a, '_> {
    fn part(&mut self, heading: &str, neighbours: &[&'a Neighbour]) {
        if neighbours.is_empty() {
            return;
        }
        let width = WIDTH - CARD_X - 1;
        let at = Point {
            x: CARD_X,
            y: self.bottom + HEADING_HEIGHT - 10,
        };
        self.headings.push(Line {
            style: Style::Heading,
            at,
            text: one_line(heading, Style::Heading.face(), width),
        });
        let mut y = self.bottom + HEADING_HEIGHT;
        for neighbour in neighbours {
            let card = Card::new(neighbour, self.words, width, self.density);
            let area = Area {
                x: CARD_X,
                y,
                width,
                height: card.height,
            };
            self.bottom = area.bottom();
            y = self.bottom + self.density.gap;
            let card = card.moved_to(area);
            let edges = edges(&card);
            self.cards.push(Placed {
                neighbour,
                card,
                area,
                edges,
            });
        }
        self.bottom += PART_GAP;
    }

    /// The height of the first edge of the cards from this one on.
    fn first_end(&self, from: usize) -> Option<i32> {
        self.ends(from).min()
    }

    /// The height of the last edge of the cards from this one on.
    fn last_end(&self, from: usize) -> Option<i32> {
        self.ends(from).max()
    }

    fn ends(&self, from: usize) -> impl Iterator<Item = i32> {
        let cards = self.cards.get(from..).unwrap_or_default();
        cards
            .iter()
            .flat_map(|placed| placed.edges.iter().map(|edge| edge.neighbour().y))
    }
}

fn edges(card: &Card) -> Vec<Edge> {
    let edge = |relation: &Relation| {
        let y = relation.middle();
        Edge::new(relation.flow, Point { x: CARD_X, y }, Point { x: RAIL, y })
    };
    card.relations.iter().map(edge).collect()
}
