//! Where lines begin: from a byte to its line and column, without reading the text again.

use crate::text::Span;

/// The lines of one text.
#[derive(Clone, Debug)]
pub struct Lines<'a> {
    text: &'a str,
    starts: Vec<usize>,
}

impl<'a> Lines<'a> {
    /// Finds the lines of `text`; there is always at least one.
    pub fn of(text: &'a str) -> Self {
        let ends = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n');
        let starts = std::iter::once(0).chain(ends.map(|(at, _)| at + 1)).collect();
        Self { text, starts }
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
        (line + 1, self.text[start..offset].chars().count() + 1)
    }
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
        let shown: Vec<&str> = (0..5).map(|line| lines.span(line).of(text)).collect();
        assert_eq!(shown, ["één", "two", "", "last", ""]);
    }
}
