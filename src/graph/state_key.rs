//! What lines mean: the states that occur, in words, below a drawing.

use super::area::Point;
use super::stroke::{dashes, mark, pieces};
use super::text_width::Face;
use crate::model::State;
use crate::text::escape;

const FACE: Face = Face {
    size: 13,
    bold: false,
};
/// How long a sample of a line is.
const SAMPLE: i32 = 28;
/// From the begin of a sample to its word.
const WORD: i32 = 51;
const GAP: i32 = 24;
const STEP: i32 = 22;

/// The samples in rows.
pub(super) struct Key<'a> {
    samples: Vec<(State, Point, &'a str)>,
    pub(super) height: i32,
}

impl<'a> Key<'a> {
    /// A key of these states, within a width, from `top` on.
    pub(super) fn new(states: &[State], words: &'a [String; 4], top: i32, left: i32, width: i32) -> Self {
        let mut samples = Vec::new();
        let mut at = Point::new(left, top + STEP);
        for (state, word) in State::ALL.into_iter().zip(words) {
            if !states.contains(&state) {
                continue;
            }
            let needed = WORD + FACE.width(word);
            if at.x > left && at.x + needed > left + width {
                at = Point::new(left, at.y + STEP);
            }
            samples.push((state, at, word.as_str()));
            at.x += needed + GAP;
        }
        let height = if samples.is_empty() { 0 } else { at.y + 8 - top };
        Self { samples, height }
    }

    /// How wide the drawing has to be for it.
    pub(super) fn right(&self) -> i32 {
        let ends = self
            .samples
            .iter()
            .map(|(_, at, word)| at.x + WORD + FACE.width(word) * 108 / 100);
        ends.max().unwrap_or(0)
    }

    pub(super) fn draw(&self, out: &mut String) {
        for (state, Point { x, y }, word) in &self.samples {
            out.push_str("<g class=\"rb-edge rb-edge-");
            out.push_str(state.name());
            out.push_str("\"><path class=\"rb-line\"");
            dashes(out, *state);
            pieces(out, " d=\"M", &[(x + 1, " "), (y - 4, "h"), (SAMPLE - 1, "\"/>")]);
            mark(out, *state, Point::new(x + WORD - 10, y - 4));
            pieces(
                out,
                "</g><text class=\"rb-key\" fill=\"currentColor\" stroke=\"none\" x=\"",
                &[(x + WORD, "\" y=\""), (*y, "\">")],
            );
            escape::text(out, word);
            out.push_str("</text>");
        }
    }
}
