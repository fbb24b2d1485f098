//! Where lines begin: from a byte to its line and column, without reading the text again.

use std::sync::OnceLock;

use crate::text::{Place, Snapshot, SourceId, Span};

/// The lines of one text.
#[derive(Clone, Debug)]
pub struct Lines<'a> {
    text: &'a str,
    starts: Vec<usize>,
    /// How many characters begin before each [`STEP`]th byte: a line may be very long, and full of findings.
    counted: Vec<usize>,
}

const STEP: usize = 4096;

impl<'a> Lines<'a> {
    /// Finds the lines of `text`; there is always at least one.
    pub fn of(text: &'a str) -> Self {
        let ends = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n');
        let starts = std::iter::once(0).chain(ends.map(|(at, _)| at + 1)).collect();
        let chunks = text.as_bytes().chunks(STEP);
        let counts = chunks.scan(0, |count, chunk| {
            *count += characters(chunk);
            Some(*count)
        });
        let counted = std::iter::once(0).chain(counts).collect();
        Self {
            text,
            starts,
            counted,
        }
    }

    /// The text itself.
    pub fn text(&self) -> &'a str {
        self.text
    }

    /// The number of the line that holds `offset`, counted from nought.
    pub fn line(&self, offset: usize) -> usize {
        self.starts
            .partition_point(|start| *start <= offset)
            .saturating_sub(1)
    }

    /// The bytes of that line, without its end.
    pub fn span(&self, line: usize) -> Span {
        let start = self.starts.get(line).copied().unwrap_or(self.text.len());
        let end = self.starts.get(line + 1).map_or(self.text.len(), |next| next - 1);
        let end = if self.text[start..end].ends_with('\r') {
            end - 1
        } else {
            end
        };
        Span::new(start, end)
    }

    /// The line and column of `offset`, both counted from one, as editors show them.
    pub fn position(&self, offset: usize) -> (usize, usize) {
        let offset = self.text.floor_char_boundary(offset);
        let line = self.line(offset);
        let start = self.starts.get(line).copied().unwrap_or(0);
        (line + 1, self.before(offset) - self.before(start) + 1)
    }

    /// How many characters begin before `offset`.
    fn before(&self, offset: usize) -> usize {
        let step = offset / STEP;
        let counted = self.counted.get(step).copied().unwrap_or_default();
        let rest = self.text.as_bytes().get(step * STEP..offset);
        counted + characters(rest.unwrap_or_default())
    }
}

/// The lines of a snapshot's sources, each of which is read once.
#[derive(Debug)]
pub(crate) struct SourceLines<'a> {
    snapshot: &'a Snapshot,
    /// Those of each source, once somebody asks for them.
    found: Vec<OnceLock<Lines<'a>>>,
}

impl<'a> SourceLines<'a> {
    /// The lines of the sources of `snapshot`.
    pub(crate) fn of(snapshot: &'a Snapshot) -> Self {
        Self {
            snapshot,
            found: snapshot.sources.iter().map(|_| OnceLock::new()).collect(),
        }
    }

    /// The lines of one source.
    pub(crate) fn source(&self, id: SourceId) -> &Lines<'a> {
        let text = &self.snapshot.source(id).text;
        self.found[id.0 as usize].get_or_init(|| Lines::of(text))
    }

    /// The line and column at which `place` begins.
    pub(crate) fn position(&self, place: Place) -> (usize, usize) {
        self.source(place.source).position(place.span.start)
    }
}

/// How many characters begin in a piece of UTF-8.
fn characters(bytes: &[u8]) -> usize {
    let continues = |byte: &&u8| **byte & 0b1100_0000 == 0b1000_0000;
    bytes.len() - bytes.iter().filter(continues).count()
}

#[cfg(test)]
mod tests {
    use super::Lines;

    #[test]
    fn bytes_have_lines_and_columns() {
        let text = "één\r\ntwo\n\nlast";
        let lines = Lines::of(text);
        let cases = [
            (0, (1, 1)),
            (1, (1, 1)),
            (2, (1, 2)),
            (7, (2, 1)),
            (11, (3, 1)),
            (12, (4, 1)),
            (99, (4, 5)),
        ];
        for (offset, position) in cases {
            assert_eq!(lines.position(offset), position, "at {offset}");
        }
        let long = format!("a\n{}", "é".repeat(2 * super::STEP));
        let lines_of_long = Lines::of(&long);
        for character in [0, 1, 2_047, 2_048, 4_095, 4_096, 8_192] {
            let offset = 2 + 2 * character;
            assert_eq!(lines_of_long.position(offset), (2, character + 1), "at {offset}");
        }
        let shown: Vec<&str> = (0..5).map(|line| lines.span(line).of(text)).collect();
        assert_eq!(shown, ["één", "two", "", "last", ""]);
    }
}
