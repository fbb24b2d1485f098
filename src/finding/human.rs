//! Findings for people at a terminal, in the manner of a compiler.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{Annotation, AnnotationKind, Group, Level as Tone, Origin, Renderer, Snippet};

use super::{Finding, Label, Level, Lines};
use crate::text::{Snapshot, SourceId, Span};

/// A line longer than this, in bytes, is shown only around what matters.
const LONG_LINE: usize = 10_000;
/// Labels further apart than this, in bytes, are shown one by one.
const FAR: usize = 64 * 1024;
/// What is shown of a long line before and after the beginning of a span, in bytes.
const AROUND: (usize, usize) = (60, 240);

/// How findings are shown to people.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Human {
    /// Whether the terminal knows colours.
    pub color: bool,
    /// How many columns there are.
    pub width: usize,
    /// Whether to draw with ASCII only.
    pub ascii: bool,
    /// What leads from the current folder to the handbook: empty, or with a `/` at its end.
    pub prefix: String,
}

impl Human {
    /// Writes all `findings`, an empty line after each.
    ///
    /// # Errors
    /// Where `out` can't be written to.
    pub fn write(&self, out: &mut dyn fmt::Write, snapshot: &Snapshot, findings: &[Finding]) -> fmt::Result {
        let decor = if self.ascii {
            DecorStyle::Ascii
        } else {
            DecorStyle::Unicode
        };
        let renderer = if self.color {
            Renderer::styled()
        } else {
            Renderer::plain()
        };
        let renderer = renderer.decor_style(decor).term_width(self.width);
        let mut excerpts = Excerpts {
            snapshot,
            prefix: &self.prefix,
            lines: BTreeMap::new(),
        };
        for finding in findings {
            let group = excerpts.group(finding);
            writeln!(out, "{}\n", renderer.render(&[group]))?;
        }
        Ok(())
    }
}

/// How many findings there are, such as "3 errors, 1 warning in 2 files"; none where there are none.
pub fn summary(findings: &[Finding]) -> Option<String> {
    let count = |level| findings.iter().filter(|finding| finding.level == level).count();
    let files: BTreeSet<SourceId> = findings
        .iter()
        .map(|finding| finding.place.place.source)
        .collect();
    let parts: Vec<String> = [(count(Level::Deny), "error"), (count(Level::Warn), "warning")]
        .into_iter()
        .filter(|(number, _)| *number > 0)
        .map(|(number, noun)| plural(number, noun))
        .collect();
    (!parts.is_empty()).then(|| format!("{} in {}", parts.join(", "), plural(files.len(), "file")))
}

fn plural(number: usize, noun: &str) -> String {
    let ending = if number == 1 { "" } else { "s" };
    format!("{number} {noun}{ending}")
}

/// Cuts out of the sources what is to be shown of them.
struct Excerpts<'a> {
    snapshot: &'a Snapshot,
    prefix: &'a str,
    lines: BTreeMap<SourceId, Lines<'a>>,
}

impl<'a> Excerpts<'a> {
    fn group(&mut self, finding: &'a Finding) -> Group<'a> {
        let tone = if finding.level == Level::Deny {
            Tone::ERROR
        } else {
            Tone::WARNING
        };
        let title = tone
            .primary_title(printable(&finding.message))
            .id(finding.kind.name);
        let mut group = Group::with_title(title);
        let mut labels = vec![(&finding.place, AnnotationKind::Primary)];
        labels.extend(
            finding
                .related
                .iter()
                .map(|label| (label, AnnotationKind::Context)),
        );
        // The file to be mended comes first; the others in the order in which they are named.
        let mut sources = vec![finding.place.place.source];
        for (label, _) in &labels {
            if !sources.contains(&label.place.source) {
                sources.push(label.place.source);
            }
        }
        for source in sources {
            let here: Vec<(&Label, AnnotationKind)> = labels
                .iter()
                .filter(|(label, _)| label.place.source == source)
                .copied()
                .collect();
            group = self.excerpt(group, source, &here);
        }
        for help in &finding.help {
            group = group.element(Tone::HELP.message(printable(help)));
        }
        group
    }

    /// Adds what is to be shown of one source.
    fn excerpt(
        &mut self,
        mut group: Group<'a>,
        id: SourceId,
        labels: &[(&'a Label, AnnotationKind)],
    ) -> Group<'a> {
        let source = self.snapshot.source(id);
        let path = printable(&format!("{}{}", self.prefix, source.path));
        if source.text.is_empty() {
            group = group.element(Origin::path(path));
            let words = labels.iter().filter(|(label, _)| !label.text.is_empty());
            return words.fold(group, |group, (label, _)| {
                group.element(Tone::NOTE.message(printable(&label.text)))
            });
        }
        let lines = self.lines.entry(id).or_insert_with(|| Lines::of(&source.text));
        let marks: Vec<Mark> = labels
            .iter()
            .map(|(label, kind)| Mark::of(label, *kind, lines))
            .collect();
        match whole(&source.text, &marks, lines) {
            Some((window, first)) => group.element(
                Snippet::source(&source.text[window.start..window.end])
                    .path(path)
                    .line_start(first + 1)
                    .annotations(marks.iter().map(|mark| mark.annotation(window, 0))),
            ),
            None => marks.iter().fold(group, |group, mark| {
                let (window, line, column) = mark.window(&source.text, lines);
                let (lead, text) = elided(&source.text, window, lines.span(line - 1));
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

/// A span to be underlined, and what to say of it.
struct Mark<'a> {
    span: Span,
    text: &'a str,
    kind: AnnotationKind,
}

impl<'a> Mark<'a> {
    fn of(label: &'a Label, kind: AnnotationKind, lines: &Lines) -> Self {
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
            text: &label.text,
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
    fn annotation(&self, window: Span, lead: usize) -> Annotation<'a> {
        let within = |offset: usize| offset.clamp(window.start, window.end) - window.start + lead;
        let range = within(self.span.start)..within(self.span.end);
        let annotation = self.kind.span(range);
        if self.text.is_empty() {
            annotation
        } else {
            annotation.label(printable(self.text))
        }
    }
}

/// The text without characters that would steer the terminal or break the line.
fn printable(text: &str) -> String {
    text.chars()
        .map(|c| if c.is_control() { ' ' } else { c })
        .collect()
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test stops where its own sources are wrong")]
mod tests {
    use proptest::prelude::*;

    use super::super::{Finding, Human, kind, summary};
    use crate::text::{Place, Snapshot, Source, SourceId, SourcePath, Span};

    fn snapshot(files: &[(&str, &str)]) -> Snapshot {
        let source = |(path, text): &(&str, &str)| Source {
            path: SourcePath::new(path).unwrap(),
            text: (*text).into(),
            fault: None,
        };
        Snapshot {
            sources: files.iter().map(source).collect(),
            ..Snapshot::default()
        }
    }

    fn at(snapshot: &Snapshot, source: u32, words: &str) -> Place {
        let start = snapshot.sources[source as usize].text.find(words).unwrap();
        Place::new(SourceId(source), Span::new(start, start + words.len()))
    }

    fn shown(snapshot: &Snapshot, findings: &[Finding]) -> String {
        let human = Human {
            color: false,
            width: 100,
            ascii: true,
            prefix: String::from("docs/"),
        };
        let mut out = String::new();
        human.write(&mut out, snapshot, findings).unwrap();
        out
    }

    #[test]
    fn a_finding_shows_its_place_and_what_to_do() {
        let sources = snapshot(&[
            (
                "content/roles/engineer.md",
                "+++\ntitle = \"Engineer\"\n+++\n\n### [[product-ownr]] of the team\n",
            ),
            (
                "content/roles/office.md",
                "+++\r\n\ttitle = \"日本 Engineer\"\r\n+++\r\n",
            ),
        ]);
        let unknown = Finding::new(
            &kind::UNKNOWN_PARTY,
            at(&sources, 0, "product-ownr"),
            "nothing answers to `product-ownr`",
        )
        .label("no role, team or external party has this name")
        .near(&["product-owner"]);
        let double = Finding::new(
            &kind::DUPLICATE_ID,
            at(&sources, 1, "Engineer"),
            "`Engineer` is there twice",
        )
        .label("here")
        .related(at(&sources, 0, "Engineer"), "and here");
        insta::assert_snapshot!(shown(&sources, &[unknown, double]), @r#"
        error[unknown-party]: nothing answers to `product-ownr`
         --> docs/content/roles/engineer.md:5:7
          |
        5 | ### [[product-ownr]] of the team
          |       ^^^^^^^^^^^^ no role, team or external party has this name
          |
          = help: did you mean `product-owner`?

        error[duplicate-id]: `Engineer` is there twice
         --> docs/content/roles/office.md:2:14
          |
        2 |     title = "日本 Engineer"
          |                   ^^^^^^^^ here
          |
         ::: docs/content/roles/engineer.md:2:10
          |
        2 | title = "Engineer"
          |          -------- and here
        "#);
    }

    #[test]
    fn an_unreadable_file_and_a_long_line_are_shown_in_short() {
        let long = format!(
            "fine\n{}[[nobody]]{}\n",
            "ä ".repeat(200_000),
            " z".repeat(200_000)
        );
        let sources = snapshot(&[("content/long.md", &long), ("content/photo.md", "")]);
        let findings = [
            Finding::new(
                &kind::UNKNOWN_PARTY,
                at(&sources, 0, "nobody"),
                "nothing answers to `nobody`",
            )
            .label("who?"),
            Finding::new(
                &kind::UNREADABLE_SOURCE,
                Place::top(SourceId(1)),
                "this file is \u{1b}[31mnot text",
            ),
        ];
        insta::assert_snapshot!(shown(&sources, &findings), @r"
        error[unknown-party]: nothing answers to `nobody`
         --> docs/content/long.md:2:400003
          |
         ::: 
        2 | ... ä ä ä ä ä ä ä ä ä ä ä ä ä ä ä ä ä ä ä [[nobody]] z z z z z z z z z z z z z z z z z z z z ...
          |                                             ^^^^^^ who?

        error[unreadable-source]: this file is  [31mnot text
        --> docs/content/photo.md
        ");
    }

    #[test]
    fn findings_are_counted_in_words() {
        let warning = |source| Finding {
            level: super::Level::Warn,
            ..Finding::new(&kind::BROKEN_LINK, Place::top(SourceId(source)), "a")
        };
        let error = |source| Finding::new(&kind::BROKEN_LINK, Place::top(SourceId(source)), "b");
        let cases = [
            (vec![], None),
            (vec![error(0)], Some("1 error in 1 file")),
            (
                vec![error(0), error(0), warning(3)],
                Some("2 errors, 1 warning in 2 files"),
            ),
            (vec![warning(1), warning(2)], Some("2 warnings in 2 files")),
        ];
        for (findings, expected) in cases {
            assert_eq!(summary(&findings).as_deref(), expected);
        }
    }

    proptest! {
        /// Whatever the text and the spans, something is shown and nothing panics.
        #[test]
        fn no_span_is_too_strange(
            text in "([a-zäß日\t\r\n\u{200d}\u{301}🙂]{0,40}|[a\n]{0,30}|x{9900,10100}\n?){0,5}",
            spans in prop::collection::vec((0usize..200, 0usize..12_000), 1..4),
        ) {
            let sources = snapshot(&[("content/a.md", &text), ("content/b.md", "one\r\ntwo")]);
            let place = |(at, (start, end)): (usize, &(usize, usize))| {
                Place::new(SourceId(u32::from(at % 3 == 2)), Span { start: *start, end: *end })
            };
            let mut places = spans.iter().enumerate().map(place);
            let mut finding = Finding::new(&kind::BROKEN_LINK, places.next().unwrap(), "message").label("label");
            for place in places {
                finding = finding.related(place, "related");
            }
            prop_assert!(shown(&sources, &[finding]).contains("error[broken-link]: message"));
        }
    }
}
