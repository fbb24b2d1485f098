//! Places as programs want them: a path, lines and columns.

use std::collections::BTreeMap;

use super::Report;
use crate::finding::fix::has_returns;
use crate::finding::{Edit, Lines};
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

/// Finds lines and columns, reading each source once.
pub(super) struct Located<'a> {
    snapshot: &'a Snapshot,
    prefix: &'a str,
    lines: BTreeMap<SourceId, Lines<'a>>,
}

impl<'a> Located<'a> {
    /// Places in the sources of `report`.
    pub(super) fn of(report: &Report<'a>) -> Self {
        Self {
            snapshot: report.snapshot,
            prefix: report.prefix,
            lines: BTreeMap::new(),
        }
    }

    /// The path of a source, as it is seen from the current folder.
    pub(super) fn path(&self, source: SourceId) -> String {
        format!("{}{}", self.prefix, self.snapshot.source(source).path)
    }

    /// What an edit puts in, with the ends of lines that the file has.
    pub(super) fn inserted(&self, edit: &Edit) -> String {
        let text = &self.snapshot.source(edit.place.source).text;
        edit.text_in(has_returns(text)).into_owned()
    }

    /// The lines and columns of `place`.
    pub(super) fn range(&mut self, place: Place) -> Range {
        let snapshot = self.snapshot;
        let lines = self.lines.entry(place.source);
        let lines = lines.or_insert_with(|| Lines::of(&snapshot.source(place.source).text));
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
