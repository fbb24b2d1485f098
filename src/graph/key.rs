//! The key of a drawing: its signs, each with what it means.

use super::svg::{dashes, pieces};
use super::text_width::Face;
use crate::model::State;
use crate::text::escape;

/// The letters of the words.
const FACE: Face = Face {
    size: 13,
    bold: false,
};
/// How long a sign is.
const SIGN: i32 = 28;
/// From a sign's left side to its words.
const WORDS: i32 = SIGN + 8;
/// Between rows' baselines.
const ROW: i32 = 22;
/// Between two entries of a row.
const GAP: i32 = 24;

/// A sign that is explained.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Sign {
    /// An edge.
    Edge(State),
    /// The way an edge points.
    Arrow,
    /// A dashed ring: nobody keeps it.
    Vacant,
    /// The same with a cross in it.
    Open,
    /// Two dots: more delegators than one.
    Further,
    /// A number in a filled circle: so many roles.
    Number,
}

/// A sign with its words; `x`, `y` is the left end of the words' baseline, before [`WORDS`].
#[derive(Debug)]
struct Entry<'a> {
    sign: Sign,
    words: &'a str,
    x: i32,
    y: i32,
}

/// A key in rows.
#[derive(Debug)]
pub(crate) struct Key<'a> {
    entries: Vec<Entry<'a>>,
    pub(crate) height: i32,
}

impl<'a> Key<'a> {
    /// Rows of at most `width`, below each other from 0, 0 on.
    pub(crate) fn new(signs: impl IntoIterator<Item = (Sign, &'a str)>, width: i32) -> Self {
        let mut entries = Vec::new();
        let (mut x, mut y) = (0, ROW);
        for (sign, words) in signs {
            let needed = WORDS + FACE.width(words) * 108 / 100;
            if x > 0 && x + needed > width {
                (x, y) = (0, y + ROW);
            }
            entries.push(Entry { sign, words, x, y });
            x += needed + GAP;
        }
        let height = if entries.is_empty() { 0 } else { y + 6 };
        Self { entries, height }
    }

    /// Writes it with its upper left corner at this place.
    pub(crate) fn draw(&self, out: &mut String, left: i32, top: i32) {
        if self.entries.is_empty() {
            return;
        }
        out.push_str("<g class=\"rb-key\" font-size=\"13\">");
        for entry in &self.entries {
            let (x, y) = (left + entry.x, top + entry.y);
            sign(out, entry.sign, x, y - 4);
            let numbers = [
                (x + WORDS, "\" y=\""),
                (y, "\" fill=\"currentColor\" stroke=\"none\">"),
            ];
            pieces(out, "<text x=\"", &numbers);
            escape::text(out, entry.words);
            out.push_str("</text>");
        }
        out.push_str("</g>");
    }
}

/// Draws a sign from `x` on, with its middle at the height `y`.
fn sign(out: &mut String, sign: Sign, x: i32, y: i32) {
    let middle = x + SIGN / 2;
    match sign {
        Sign::Edge(state) => {
            out.push_str("<g class=\"rb-edge rb-edge-");
            out.push_str(state.name());
            out.push('"');
            out.push_str(dashes(state));
            pieces(out, "><path d=\"M", &[(x, " "), (y, "h"), (SIGN, "\"/></g>")]);
        }
        Sign::Arrow => {
            pieces(out, "<path d=\"M", &[(x, " "), (y, "h"), (SIGN - 6, "\"/>")]);
            let numbers = [(x + SIGN, " "), (y, "l-8-4v8z\"/>")];
            pieces(
                out,
                "<path class=\"rb-tip\" fill=\"currentColor\" stroke=\"none\" d=\"M",
                &numbers,
            );
        }
        Sign::Vacant => {
            let numbers = [(middle, "\" cy=\""), (y, "\" r=\"7\"/>")];
            pieces(
                out,
                "<circle class=\"rb-ring\" stroke-dasharray=\"3 2\" cx=\"",
                &numbers,
            );
        }
        Sign::Open => {
            let numbers = [(middle, "\" cy=\""), (y, "\" r=\"8\"/>")];
            pieces(
                out,
                "<circle class=\"rb-ring\" stroke-dasharray=\"3 2\" cx=\"",
                &numbers,
            );
            cross(out, middle, y);
        }
        Sign::Further => further(out, middle, y),
        Sign::Number => {
            let numbers = [(middle, "\" cy=\""), (y, "\" r=\"9\"/>")];
            pieces(out, "<circle class=\"rb-ring\" cx=\"", &numbers);
            let numbers = [
                (middle, "\" y=\""),
                (
                    y + 4,
                    "\" font-size=\"11\" text-anchor=\"middle\" fill=\"currentColor\" stroke=\"none\">n</text>",
                ),
            ];
            pieces(out, "<text x=\"", &numbers);
        }
    }
}

/// A small cross: a place to be filled.
pub(crate) fn cross(out: &mut String, x: i32, y: i32) {
    let numbers = [(x - 4, " "), (y, "h8m-4-4v8\"/>")];
    pieces(
        out,
        "<path class=\"rb-open\" stroke-width=\"1.5\" d=\"M",
        &numbers,
    );
}

/// Two dots side by side around a place.
pub(crate) fn further(out: &mut String, x: i32, y: i32) {
    let numbers = [(x - 4, " "), (y, "h0m8 0h0\"/>")];
    let begin = "<path class=\"rb-further\" stroke-width=\"5\" stroke-linecap=\"round\" d=\"M";
    pieces(out, begin, &numbers);
}

#[cfg(test)]
mod tests {
    use super::{Key, Sign};

    #[test]
    fn entries_stay_within_the_width_and_apart() {
        let words = ["both sides say so", "only expected", "only offered", "external"];
        for width in [160, 300, 500, 2000] {
            let key = Key::new(words.map(|words| (Sign::Arrow, words)), width);
            assert_eq!(key.entries.len(), words.len());
            for pair in key.entries.windows(2) {
                let end = pair[0].x + super::WORDS + super::FACE.width(pair[0].words);
                assert!(end <= width && (pair[1].y > pair[0].y || pair[1].x > end));
            }
        }
        assert_eq!(Key::new([], 100).height, 0);
    }
}
