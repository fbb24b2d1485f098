//! A source split into its front matter and what stands below it.

use std::ops::Range;

use super::yaml::{Written, as_toml};
use crate::finding::{Certainty, Finding, Fix, kind};
use crate::text::{Place, SourceId, Span};

/// The two parts of a source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Split {
    /// The bytes between the `+++` lines; empty where there are none.
    pub(super) front: Range<usize>,
    /// The first byte below them.
    pub(super) body: usize,
    /// What is wrong with how the two are parted.
    pub(super) finding: Option<Finding>,
}

const FENCE: &str = "+++";
const YAML_FENCE: &str = "---";

/// The front matter of `text`, and where it begins; where there is none, nothing, and where the text begins.
pub(crate) fn front(text: &str) -> (&str, usize) {
    let split = split(text, SourceId(0));
    (
        text.get(split.front.clone()).unwrap_or_default(),
        split.front.start,
    )
}

/// What stands below the front matter of `text`.
pub(crate) fn body(text: &str) -> &str {
    // What is wrong with how it is split is told elsewhere, whichever source it is.
    text.get(split(text, SourceId(0)).body..).unwrap_or_default()
}

/// Splits `text`.
pub(super) fn split(text: &str, source: SourceId) -> Split {
    let begin = text.len() - text.trim_start_matches(['\u{feff}', '\r', '\n']).len();
    let mut lines = lines(text, begin);
    let opening = lines.next().unwrap_or(begin..begin);
    match line(text, &opening) {
        FENCE => match lines.find(|range| line(text, range) == FENCE) {
            Some(closing) => Split {
                front: opening.end..closing.start,
                body: closing.end,
                finding: None,
            },
            None => unclosed(text, &opening, source),
        },
        YAML_FENCE => yaml(text, &opening, source),
        _ => nothing(begin),
    }
}

fn nothing(begin: usize) -> Split {
    Split {
        front: begin..begin,
        body: begin,
        finding: None,
    }
}

/// Without its closing line, front matter is taken to end before the first heading, so that nothing
/// else is said of what it holds.
fn unclosed(text: &str, opening: &Range<usize>, source: SourceId) -> Split {
    let heading = lines(text, opening.end).find(|range| line(text, range).starts_with("## "));
    let end = heading.map_or(text.len(), |range| range.start);
    let finding = Finding::new(
        &kind::INVALID_FRONT_MATTER,
        fence(opening, source),
        "the front matter is never closed",
    )
    .label("opened here")
    .help("write a second line `+++` below the last of its lines");
    Split {
        front: opening.end..end,
        body: end,
        finding: Some(finding),
    }
}

/// `---` is a line across the page, unless keys stand below it.
fn yaml(text: &str, opening: &Range<usize>, source: SourceId) -> Split {
    let mut below = lines(text, opening.end);
    let has_key = below.next().is_some_and(|range| is_yaml_key(line(text, &range)));
    let closing = below.find(|range| matches!(line(text, range), YAML_FENCE | "..."));
    let Some(closing) = closing.filter(|_| has_key) else {
        return nothing(opening.start);
    };
    let finding = Finding::new(
        &kind::INVALID_FRONT_MATTER,
        fence(opening, source),
        "this front matter is YAML, which is not read",
    )
    .label("rolebook reads TOML between `+++` lines")
    .help("write `+++` instead of both `---` lines, and `title = \"...\"` instead of `title: ...`");
    let end = closing.start + line(text, &closing).len();
    let place = Place::new(source, Span::new(opening.start, end));
    let written = text.get(opening.end..closing.start).and_then(as_toml);
    let finding = match written {
        Some(written) => finding.fix(in_toml(&written, place)),
        None => finding,
    };
    Split {
        front: closing.end..closing.end,
        body: closing.end,
        finding: Some(finding),
    }
}

/// Puts front matter as it is written here at `place`.
fn in_toml(written: &Written, place: Place) -> Fix {
    let certainty = if written.is_certain {
        Certainty::Certain
    } else {
        Certainty::Likely
    };
    let title = if written.is_whole {
        "write it as TOML"
    } else {
        "write it as TOML, with what has no meaning here as a comment"
    };
    let toml = &written.toml;
    Fix::new(title, place, format!("{FENCE}\n{toml}{FENCE}"), certainty)
}

fn is_yaml_key(line: &str) -> bool {
    line.split_once(':').is_some_and(|(key, _)| {
        !key.is_empty() && key.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '-'))
    })
}

fn fence(opening: &Range<usize>, source: SourceId) -> Place {
    Place::new(source, Span::new(opening.start, opening.start + FENCE.len()))
}

fn line<'t>(text: &'t str, range: &Range<usize>) -> &'t str {
    text.get(range.clone()).unwrap_or_default().trim_end()
}

/// The lines of `text` from `begin` on, each with what ends it.
fn lines(text: &str, begin: usize) -> impl Iterator<Item = Range<usize>> + '_ {
    let mut at = begin;
    text.get(begin..)
        .unwrap_or_default()
        .split_inclusive('\n')
        .map(move |line| {
            let start = at;
            at += line.len();
            start..at
        })
}

#[cfg(test)]
mod tests {
    use super::split;
    use crate::text::SourceId;

    #[test]
    fn front_matter_stands_between_its_lines() {
        let cases = [
            ("+++\na = 1\n+++\nText", "a = 1\n", "Text", None),
            (
                "\u{feff}+++ \r\na = 1\r\n+++\t\r\nText",
                "a = 1\r\n",
                "Text",
                None,
            ),
            ("\n\n+++\n+++", "", "", None),
            ("Text\n+++\n", "", "Text\n+++\n", None),
            (
                "+++\na = 1\n\n## Purpose\n",
                "a = 1\n\n",
                "## Purpose\n",
                Some("the front matter is never closed"),
            ),
            ("+++", "", "", Some("the front matter is never closed")),
            (
                "---\ntitle: A\n---\nText",
                "",
                "Text",
                Some("this front matter is YAML, which is not read"),
            ),
            ("---\nText\n---\n", "", "---\nText\n---\n", None),
            ("---\n", "", "---\n", None),
            ("", "", "", None),
        ];
        for (text, front, body, message) in cases {
            let found = split(text, SourceId(0));
            assert_eq!(&text[found.front], front, "{text:?}");
            assert_eq!(&text[found.body..], body, "{text:?}");
            assert_eq!(
                found.finding.map(|finding| finding.message).as_deref(),
                message,
                "{text:?}"
            );
        }
    }
}
