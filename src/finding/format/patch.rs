//! A suggested edit, shown as lines that go and lines that come.

use std::borrow::Cow;

use annotate_snippets::{Patch, Snippet};

use crate::finding::{Edit, Lines};
use crate::text::Span;

/// So many lines of a source are shown of one change.
const MOST_LINES: usize = 6;
/// So many lines may come with it.
const MOST_NEW: usize = 12;
/// So long may a line be, in bytes.
const LONGEST: usize = 400;

/// Changes of neighbouring lines, as one.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Change {
    /// The first line, counted from nought, and the last.
    lines: (usize, usize),
    /// The bytes that go.
    span: Span,
    /// What comes.
    text: String,
}

/// The changes that `edits` of one source make, in its order; none where they are too many to be shown, or
/// get into each other's way.
pub(super) fn changes<'a>(edits: impl Iterator<Item = &'a Edit>, lines: &Lines) -> Option<Vec<Change>> {
    let mut edits: Vec<(Span, Cow<str>)> = edits.map(|edit| on_lines_of_its_own(edit, lines)).collect();
    edits.sort_by_key(|(span, _)| *span);
    let mut changes: Vec<Change> = Vec::new();
    for (span, text) in edits {
        let (first, last) = (lines.line(span.start), lines.line(span.end));
        match changes.last_mut() {
            Some(change) if span.start < change.span.end => return None,
            // One change a stretch of lines: several of them could not be drawn in all cases.
            Some(change) if first <= change.lines.1 + 1 => {
                change.text.push_str(&lines.text()[change.span.end..span.start]);
                change.text.push_str(&text);
                change.span.end = span.end;
                change.lines.1 = last;
            }
            _ => changes.push(Change {
                lines: (first, last),
                span,
                text: text.into_owned(),
            }),
        }
    }
    changes
        .iter()
        .all(|change| change.is_small(lines))
        .then_some(changes)
}

/// What an edit takes and puts there. What begins with a new line at the end of one is the same as what begins
/// the next line, and that one is not shown as changed.
fn on_lines_of_its_own<'a>(edit: &'a Edit, lines: &Lines) -> (Span, Cow<'a, str>) {
    let span = edit.place.span.clamped(lines.text());
    let behind = &lines.text()[span.end..];
    let line_end = ["\r\n", "\n"].into_iter().find(|end| behind.starts_with(end));
    match (edit.text.strip_prefix('\n'), line_end) {
        (Some(text), Some(end)) if span.start == span.end => {
            (span.shifted(end.len()), Cow::Owned(format!("{text}\n")))
        }
        _ => (span, Cow::Borrowed(&edit.text)),
    }
}

impl Change {
    fn is_small(&self, lines: &Lines) -> bool {
        let (first, last) = self.lines;
        let is_short = |line| {
            let span = lines.span(line);
            span.end - span.start <= LONGEST
        };
        last - first < MOST_LINES
            && (first..=last).all(is_short)
            && self.text.lines().count() <= MOST_NEW
            && self.text.lines().all(|line| line.len() <= LONGEST)
    }

    /// What to show of it.
    pub(super) fn snippet<'a>(&self, path: String, lines: &Lines<'a>) -> Snippet<'a, Patch<'a>> {
        let (first, last) = self.lines;
        let start = lines.span(first).start;
        // A change may end within a line end.
        let end = lines.span(last).end.max(self.span.end).min(lines.text().len());
        let range = self.span.start - start..self.span.end - start;
        Snippet::source(&lines.text()[start..end])
            .path(path)
            .line_start(first + 1)
            .patch(Patch::new(range, shown(&self.text)))
    }
}

/// The text without characters that would steer the terminal.
fn shown(text: &str) -> String {
    let lines: Vec<String> = text.split('\n').map(super::printable::printable).collect();
    lines.join("\n")
}
