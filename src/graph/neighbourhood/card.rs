//! A neighbour's card: its words, measured and cut into lines.

use super::geometry::{Area, Flow, Point};
use super::{Neighbour, NeighbourWords, Side};
use crate::graph::line_break::break_lines;
use crate::graph::text_width::Face;
use crate::model::State;

const NAME_STEP: i32 = 19;
const SMALL_STEP: i32 = 17;
const STATE_STEP: i32 = 20;
/// Between a card's side and its words.
pub(super) const PAD_X: i32 = 12;
/// Between a mark's left side and its word.
pub(super) const MARK: i32 = 15;

/// How much of a card is shown, the less the more cards there are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Density {
    name_lines: usize,
    qualifier_lines: usize,
    /// Whether states stand beside the name, or else below it.
    beside: bool,
    pad: i32,
    /// Between cards.
    pub(super) gap: i32,
}

const ROOMY: Density = Density {
    name_lines: 3,
    qualifier_lines: 2,
    beside: false,
    pad: 9,
    gap: 14,
};
const COMPACT: Density = Density {
    name_lines: 2,
    qualifier_lines: 1,
    beside: true,
    pad: 6,
    gap: 8,
};
const DENSE: Density = Density {
    name_lines: 1,
    qualifier_lines: 0,
    beside: true,
    pad: 3,
    gap: 4,
};

impl Density {
    /// For so many cards below each other.
    pub(super) const fn of(rows: usize) -> Self {
        match rows {
            0..=8 => ROOMY,
            9..=40 => COMPACT,
            _ => DENSE,
        }
    }
}

/// How a line of words looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Style {
    Name,
    Qualifier,
    State,
    Heading,
}

impl Style {
    pub(super) const fn face(self) -> Face {
        match self {
            Self::Name => Face { size: 15, bold: true },
            Self::Heading => Face { size: 13, bold: true },
            Self::Qualifier | Self::State => Face {
                size: 13,
                bold: false,
            },
        }
    }
}

/// A line of words; `at` is where its baseline begins.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Line {
    pub(super) style: Style,
    pub(super) at: Point,
    pub(super) text: String,
}

/// One relation as the card shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Relation {
    pub(super) flow: Flow,
    pub(super) state: State,
    pub(super) items: usize,
    /// The state's word; its mark stands before it, and its edge meets the card at its height.
    pub(super) word: Line,
}

impl Relation {
    /// The height of the middle of its word.
    pub(super) const fn middle(&self) -> i32 {
        self.word.at.y - 4
    }
}

/// A card with its corner at 0, 0 until it is moved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Card {
    pub(super) lines: Vec<Line>,
    pub(super) relations: Vec<Relation>,
    pub(super) height: i32,
}

impl Card {
    /// Cuts and measures the neighbour's words for a card of this width.
    pub(super) fn new(neighbour: &Neighbour, words: &NeighbourWords, width: i32, density: Density) -> Self {
        let inner = width - 2 * PAD_X;
        let sides = sides(neighbour);
        let beside = if density.beside {
            states_width(words, inner)
        } else {
            0
        };
        let name_room = if beside > 0 { inner - beside - 8 } else { inner };

        let mut lines = Vec::new();
        let mut y = density.pad;
        for text in break_lines(
            &neighbour.title,
            Style::Name.face(),
            name_room,
            density.name_lines,
        ) {
            lines.push(Line {
                style: Style::Name,
                at: Point { x: PAD_X, y: y + 15 },
                text,
            });
            y += NAME_STEP;
        }
        let (state_x, state_room) = if density.beside {
            (width - PAD_X - beside, beside)
        } else {
            (PAD_X, inner)
        };
        let state_y = density.pad;
        if density.beside {
            y = y.max(state_y + STATE_STEP * rows(&sides));
        }
        for text in break_lines(
            &qualifier(&sides),
            Style::Qualifier.face(),
            inner,
            density.qualifier_lines,
        ) {
            lines.push(Line {
                style: Style::Qualifier,
                at: Point { x: PAD_X, y: y + 13 },
                text,
            });
            y += SMALL_STEP;
        }
        let state_y = if density.beside { state_y } else { y + 1 };
        let relations = relations(
            &sides,
            words,
            Point {
                x: state_x,
                y: state_y,
            },
            state_room - MARK,
        );
        if !density.beside {
            y = state_y + STATE_STEP * rows(&sides);
        }
        Self {
            lines,
            relations,
            height: y + density.pad,
        }
    }

    /// Moves everything to where the card stands.
    pub(super) fn moved_to(mut self, area: Area) -> Self {
        for line in self
            .lines
            .iter_mut()
            .chain(self.relations.iter_mut().map(|relation| &mut relation.word))
        {
            line.at.x += area.x;
            line.at.y += area.y;
        }
        self
    }
}

/// The relations with a neighbour, what the centre depends on first.
pub(super) fn sides(neighbour: &Neighbour) -> Vec<(Flow, &Side)> {
    let provides = neighbour.provides.iter().map(|side| (Flow::In, side));
    let consumes = neighbour.consumes.iter().map(|side| (Flow::Out, side));
    provides.chain(consumes).collect()
}

fn rows(sides: &[(Flow, &Side)]) -> i32 {
    // At most two.
    i32::try_from(sides.len()).unwrap_or(2)
}

fn relations(sides: &[(Flow, &Side)], words: &NeighbourWords, at: Point, room: i32) -> Vec<Relation> {
    let mut y = at.y;
    let mut relations = Vec::with_capacity(sides.len());
    for (flow, side) in sides {
        let word = Line {
            style: Style::State,
            at: Point {
                x: at.x + MARK,
                y: y + 14,
            },
            text: one_line(words.state(side.state), Style::State.face(), room),
        };
        relations.push(Relation {
            flow: *flow,
            state: side.state,
            items: side.items,
            word,
        });
        y += STATE_STEP;
    }
    relations
}

/// How much of a line the marks and words of the states take, the same in all cards.
fn states_width(words: &NeighbourWords, inner: i32) -> i32 {
    let widths = State::ALL.map(|state| MARK + Style::State.face().width(words.state(state)));
    widths.into_iter().max().unwrap_or(0).min(inner / 2)
}

/// What is said around the neighbour's name, once where both relations say the same.
fn qualifier(sides: &[(Flow, &Side)]) -> String {
    let mut said: Vec<&str> = sides.iter().map(|(_, side)| side.qualifier.trim()).collect();
    said.retain(|qualifier| !qualifier.is_empty());
    said.dedup();
    said.join(" · ")
}

/// The text on one line, with an ellipsis where it is wider.
pub(super) fn one_line(text: &str, face: Face, width: i32) -> String {
    break_lines(text, face, width, 1).pop().unwrap_or_default()
}
