//! A neighbour's card: its words, measured and cut into lines.

use super::geometry::{Area, Flow, Point};
use super::{Neighbour, NeighbourWords, Side};
use crate::graph::line_break::break_lines;
use crate::graph::text_width::Face;
use crate::model::State;

/// Between a card's side and its words.
const PAD_X: i32 = 12;
/// Between a mark's left side and its word.
pub(super) const MARK: i32 = 15;

/// How much of a card is shown, the less the more cards there are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Density {
    name_lines: usize,
    qualifier_lines: usize,
    pad: i32,
    /// Between cards.
    pub(super) gap: i32,
}

const ROOMY: Density = Density {
    name_lines: 3,
    qualifier_lines: 2,
    pad: 9,
    gap: 14,
};
const COMPACT: Density = Density {
    name_lines: 2,
    qualifier_lines: 1,
    pad: 5,
    gap: 6,
};
/// Qualifiers are left to the card's title.
const DENSE: Density = Density {
    name_lines: 1,
    qualifier_lines: 0,
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
        let sides = sides(neighbour);
        let mut card = Self {
            lines: Vec::new(),
            relations: Vec::new(),
            height: density.pad,
        };
        let inner = width - 2 * PAD_X;
        let cut = |style: Style, text: &str, most| break_lines(text, style.face(), inner, most);
        for text in cut(Style::Name, &neighbour.title, density.name_lines) {
            card.line(Style::Name, text);
        }
        for text in cut(Style::Qualifier, &qualifier(&sides), density.qualifier_lines) {
            card.line(Style::Qualifier, text);
        }
        for (flow, side) in sides {
            let text = one_line(words.state(side.state), Style::State.face(), inner - MARK);
            card.relation(flow, side, text);
        }
        card.height += density.pad;
        card
    }

    fn line(&mut self, style: Style, text: String) {
        let (baseline, step) = if style == Style::Name { (15, 19) } else { (13, 17) };
        self.lines.push(Line {
            style,
            at: Point::new(PAD_X, self.height + baseline),
            text,
        });
        self.height += step;
    }

    fn relation(&mut self, flow: Flow, side: &Side, text: String) {
        let at = Point::new(PAD_X + MARK, self.height + 15);
        let word = Line {
            style: Style::State,
            at,
            text,
        };
        self.relations.push(Relation {
            flow,
            state: side.state,
            items: side.items,
            word,
        });
        self.height += 20;
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
