//! What is shown of the sources beside a finding.

use annotate_snippets::{Annotation, AnnotationKind, Group, Level as Tone, Origin, Snippet};

use super::located::Located;
use super::patch::changes;
use super::printable::{printable, words};
use super::{Characters, Look, Report};
use crate::finding::{Edit, Finding, Fix, Label, Level, Lines};
use crate::text::{SourceId, Span, filled};

/// A line longer than this, in bytes, is shown only around what matters.
const LONG_LINE: usize = 10_000;
/// Labels further apart than this, in bytes, are shown one by one.
const FAR: usize = 64 * 1024;
/// What is shown of a long line before and after the beginning of a span, in bytes.
const AROUND: (usize, usize) = (60, 240);

/// What stands before a help: a line's number, and how it is drawn.
const BEFORE_HELP: usize = "1234 = help: ".len();
/// Lines of words are not made shorter than this.
const LEAST_COLUMNS: usize = 20;

/// So many places that belong to a finding are shown; the others are counted.
const MOST_RELATED: usize = 8;
/// A fix of more changes than these is named only.
const MOST_CHANGES: usize = 3;

/// Cuts out of the sources what is to be shown of them.
pub(super) struct Excerpts<'a> {
    located: Located<'a>,
    characters: Characters,
    /// How long lines of words may be.
    columns: Option<usize>,
}

impl<'a> Excerpts<'a> {
    /// Excerpts of the report's sources.
    pub(super) fn of(report: &Report<'a>, look: Look) -> Self {
        Self {
            located: Located::of(report),
            characters: look.characters,
            columns: look.wraps.then_some(look.width),
        }
    }

    /// What is to be shown of a finding: itself, and what would mend it.
    pub(super) fn groups(&self, finding: &'a Finding) -> Vec<Group<'a>> {
        let before = "warning[]: ".len() + finding.kind.name.len();
        let title = tone(finding.level)
            .primary_title(self.words(&finding.message, before))
            .id(finding.kind.name);
        let (related, more) = first(&finding.related);
        let mut labels = vec![(&finding.place, AnnotationKind::Primary)];
        labels.extend(related.iter().map(|label| (label, AnnotationKind::Context)));
        // The file to be mended comes first; the others in the order in which they are named.
        let mut sources = vec![finding.place.place.source];
        for (label, _) in &labels {
            if !sources.contains(&label.place.source) {
                sources.push(label.place.source);
            }
        }
        let mut group = Group::with_title(title);
        for source in sources {
            let here = labels.iter().filter(|(label, _)| label.place.source == source);
            let here: Vec<(&Label, AnnotationKind)> = here.copied().collect();
            group = self.excerpt(group, source, &here);
        }
        if more > 0 {
            group = group.element(Tone::NOTE.message(format!("and {more} more places")));
        }
        let patch = finding.fix.as_ref().and_then(|fix| self.patch(fix));
        let helps = finding
            .help
            .iter()
            .filter(|help| !is_said(help, finding.fix.as_ref()));
        for help in helps {
            group = group.element(Tone::HELP.message(self.words(help, BEFORE_HELP)));
        }
        match (&finding.fix, patch) {
            (Some(_), Some(patch)) => vec![group, patch],
            (Some(fix), None) => vec![group.element(Tone::HELP.message(self.words(&fix.title, BEFORE_HELP)))],
            (None, _) => vec![group],
        }
    }

    /// What a fix changes, where that is little enough to be shown.
    fn patch(&self, fix: &'a Fix) -> Option<Group<'a>> {
        let mut sources: Vec<SourceId> = fix.edits.iter().map(|edit| edit.place.source).collect();
        sources.sort();
        sources.dedup();
        let title = Tone::HELP.secondary_title(self.words(&fix.title, "help: ".len()));
        let mut group = Group::with_title(title);
        let mut left = MOST_CHANGES;
        for source in sources {
            let path = self.path(source);
            let lines = self.located.lines(source);
            let edits = fix.edits.iter().filter(|edit| edit.place.source == source);
            let changes = changes(edits, lines)?;
            left = left.checked_sub(changes.len())?;
            group = changes.iter().fold(group, |group, change| {
                group.element(change.snippet(path.clone(), lines))
            });
        }
        (left < MOST_CHANGES).then_some(group)
    }

    fn path(&self, source: SourceId) -> String {
        printable(&self.located.path(source))
    }

    /// Words of rolebook's own, as the terminal can show them, behind so many other characters.
    fn words(&self, text: &str, before: usize) -> String {
        let words = words(text, self.characters);
        match self.columns {
            Some(columns) => {
                let width = columns.saturating_sub(before).max(LEAST_COLUMNS);
                filled(&words, width).join("\n")
            }
            None => words,
        }
    }

    /// Adds what is to be shown of one source.
    fn excerpt(
        &self,
        mut group: Group<'a>,
        id: SourceId,
        labels: &[(&'a Label, AnnotationKind)],
    ) -> Group<'a> {
        let characters = self.characters;
        let path = self.path(id);
        let lines = self.located.lines(id);
        let source = lines.text();
        if source.is_empty() {
            group = group.element(Origin::path(path));
            let spoken = labels.iter().filter(|(label, _)| !label.text.is_empty());
            return spoken.fold(group, |group, (label, _)| {
                group.element(Tone::NOTE.message(words(&label.text, characters)))
            });
        }
        let marks: Vec<Mark> = labels
            .iter()
            .map(|(label, kind)| Mark::of(label, *kind, lines, characters))
            .collect();
        match whole(source, &marks, lines) {
            Some((window, first)) => group.element(
                Snippet::source(&source[window.start..window.end])
                    .path(path)
                    .line_start(first + 1)
                    .annotations(marks.iter().map(|mark| mark.annotation(window, 0))),
            ),
            None => marks.iter().fold(group, |group, mark| {
                let (window, line, column) = mark.window(source, lines);
                let (lead, text) = elided(source, window, lines.span(line - 1));
                group
                    .element(Origin::path(path.clone()).line(line).char_column(column))
                    .element(
                        Snippet::source(text)
                            .line_start(line)
                            .annotation(mark.annotation(window, lead)),
                    )
            }),
        }
    }
}

/// The lines that hold all marks and the number of the first, where they are few and short enough
/// to be shown as they are.
fn whole(text: &str, marks: &[Mark], lines: &Lines) -> Option<(Span, usize)> {
    let start = marks.iter().map(|mark| mark.span.start).min()?;
    let end = marks.iter().map(|mark| mark.span.end).max()?;
    if end - start > FAR {
        return None;
    }
    let (first, last) = (lines.line(start), lines.line(end));
    let short = (first..=last).all(|line| {
        let span = lines.span(line);
        span.end - span.start <= LONG_LINE
    });
    // A span may end behind the line's own text, in its line end.
    let end = lines.span(last).end.max(end).min(text.len());
    short.then(|| (Span::new(lines.span(first).start, end), first))
}

/// The window's text with dots where the line goes on, and how long the dots before it are.
fn elided(text: &str, window: Span, line: Span) -> (usize, String) {
    const DOTS: &str = "...";
    let before = if window.start > line.start { DOTS } else { "" };
    let after = if window.end < line.end { DOTS } else { "" };
    (before.len(), format!("{before}{}{after}", window.of(text)))
}

/// The first of the related places, and how many more there are.
fn first(related: &[Label]) -> (&[Label], usize) {
    // One that is left over is shown as shortly as it is counted.
    if related.len() > MOST_RELATED + 1 {
        (&related[..MOST_RELATED], related.len() - MOST_RELATED)
    } else {
        (related, 0)
    }
}

/// Whether the fix shows what the help asks.
fn is_said(help: &str, fix: Option<&Fix>) -> bool {
    let asked = |edit: &Edit| help == format!("did you mean `{}`?", edit.text);
    fix.is_some_and(|fix| fix.edits.iter().any(asked))
}

fn tone(level: Level) -> Tone<'static> {
    match level {
        Level::Deny => Tone::ERROR,
        Level::Warn => Tone::WARNING,
        Level::Note | Level::Allow => Tone::NOTE,
    }
}

/// A span to be underlined, and what to say of it.
struct Mark {
    span: Span,
    text: String,
    kind: AnnotationKind,
}

impl Mark {
    fn of(label: &Label, kind: AnnotationKind, lines: &Lines, characters: Characters) -> Self {
        let span = label.place.span.clamped(lines.text());
        // Of a long stretch its first line is enough to find it by.
        let first = lines.span(lines.line(span.start)).end.max(span.start);
        let end = if span.end - span.start > LONG_LINE {
            span.end.min(first)
        } else {
            span.end
        };
        Self {
            span: Span::new(span.start, end),
            text: words(&label.text, characters),
            kind,
        }
    }

    /// What to show of the mark's first line, with the mark's line and column.
    fn window(&self, text: &str, lines: &Lines) -> (Span, usize, usize) {
        let (line, column) = lines.position(self.span.start);
        let whole = lines.span(line - 1);
        let start = self.span.start.saturating_sub(AROUND.0).max(whole.start);
        let end = (self.span.start + AROUND.1).min(whole.end).max(self.span.start);
        (Span::new(start, end).clamped(text), line, column)
    }

    /// The underline within what is shown of `window`, which has `lead` bytes put before it.
    fn annotation<'a>(&self, window: Span, lead: usize) -> Annotation<'a> {
        let within = |offset: usize| offset.clamp(window.start, window.end) - window.start + lead;
        let range = within(self.span.start)..within(self.span.end);
        let annotation = self.kind.span(range);
        if self.text.is_empty() {
            annotation
        } else {
            annotation.label(self.text.clone())
        }
    }
}
