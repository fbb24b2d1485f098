//! Places as programs want them: a path, lines and columns.

use super::Report;
use crate::finding::fix::has_returns;
use crate::finding::{Edit, Lines, SourceLines};
use crate::text::{Place, Snapshot, SourceId, Span};

/// A position in a text; line and column count from one, the column counts characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Position {
    pub(super) line: usize,
    pub(super) column: usize,
}

/// From where to where a place goes; the end is one past the last character.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Range {
    pub(super) start: Position,
    pub(super) end: Position,
    pub(super) span: Span,
}

impl Range {
    /// The last line of which anything is in it: one that it only just reaches is not.
    pub(super) fn last_line(&self) -> usize {
        if self.end.column == 1 && self.end.line > self.start.line {
            self.end.line - 1
        } else {
            self.end.line
        }
    }
}

/// Finds paths, lines and columns.
pub(super) struct Located<'a> {
    snapshot: &'a Snapshot,
    prefix: &'a str,
    lines: SourceLines<'a>,
}

impl<'a> Located<'a> {
    /// Places in the sources of `report`.
    pub(super) fn of(report: &Report<'a>) -> Self {
        Self {
            snapshot: report.snapshot,
            prefix: report.prefix,
            lines: SourceLines::of(report.snapshot),
        }
    }

    /// The path of a source, as it is seen from the current folder.
    pub(super) fn path(&self, source: SourceId) -> String {
        format!("{}{}", self.prefix, self.snapshot.source(source).path)
    }

    /// The lines of a source.
    pub(super) fn lines(&self, source: SourceId) -> &Lines<'a> {
        self.lines.source(source)
    }

    /// What an edit puts in, with the ends of lines that the file has.
    pub(super) fn inserted(&self, edit: &Edit) -> String {
        let text = &self.snapshot.source(edit.place.source).text;
        edit.text_in(has_returns(text)).into_owned()
    }

    /// The lines and columns of `place`.
    pub(super) fn range(&self, place: Place) -> Range {
        let lines = self.lines(place.source);
        let span = place.span.clamped(lines.text());
        let position = |offset| {
            let (line, column) = lines.position(offset);
            Position { line, column }
        };
        Range {
            start: position(span.start),
            end: position(span.end),
            span,
        }
    }
}
