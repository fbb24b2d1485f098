//! Spans of bytes within a source.

use super::SourceId;

/// A half-open range of bytes in one source's text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

impl Span {
    /// The range from `start` to `end`; an inverted range becomes empty at `start`.
    pub const fn new(start: usize, end: usize) -> Self {
        let end = if end < start { start } else { end };
        Self { start, end }
    }

    /// The same range, `by` bytes further on: from a part's offsets to the whole's.
    #[must_use]
    pub const fn shifted(self, by: usize) -> Self {
        Self {
            start: self.start + by,
            end: self.end + by,
        }
    }

    /// The nearest range that lies within `text` and on character boundaries.
    ///
    /// Renderers of diagnostics panic on anything else.
    #[must_use]
    pub fn clamped(self, text: &str) -> Self {
        let start = text.floor_char_boundary(self.start);
        let end = text.ceil_char_boundary(self.end.max(start));
        Self { start, end }
    }

    /// The text it covers, clamped.
    pub fn of(self, text: &str) -> &str {
        let Span { start, end } = self.clamped(text);
        &text[start..end]
    }
}

impl From<std::ops::Range<usize>> for Span {
    fn from(range: std::ops::Range<usize>) -> Self {
        Self::new(range.start, range.end)
    }
}

/// A range of bytes in a named source: where a finding points.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// The source.
    pub source: SourceId,
    /// The bytes in it.
    pub span: Span,
}

impl Place {
    /// The place `span` in `source`.
    pub const fn new(source: SourceId, span: Span) -> Self {
        Self { source, span }
    }

    /// The very beginning of `source`: for what concerns the file as a whole.
    pub const fn top(source: SourceId) -> Self {
        Self {
            source,
            span: Span::new(0, 0),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Span;

    #[test]
    fn clamping_never_splits_a_character() {
        let text = "aé日";
        for start in 0..12 {
            for end in 0..12 {
                let span = Span { start, end }.clamped(text);
                assert!(
                    text.get(span.start..span.end).is_some(),
                    "{start}..{end} gave {span:?}"
                );
            }
        }
    }
}
