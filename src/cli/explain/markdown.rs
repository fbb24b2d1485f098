//! Explanations as Markdown, and the page of all of them.

use std::fmt::Write;

use crate::finding::format::FORMATS;
use crate::finding::kind::files;
use crate::finding::{Example, Kind};

/// What the page says before it comes to the kinds.
const INTRODUCTION: &str = include_str!("introduction.md");

/// The page of all kinds: front matter, how findings are used, a table, and each kind.
pub(super) fn page(kinds: impl Iterator<Item = &'static Kind>) -> String {
    let kinds: Vec<&Kind> = kinds.collect();
    let mut out = INTRODUCTION.replace("{formats}", formats().trim_end());
    out.push_str("\n## All of them\n\n| name | level | what it says |\n| --- | --- | --- |\n");
    for kind in &kinds {
        let (name, level) = (kind.name, kind.level.name());
        let _ = writeln!(out, "| [`{name}`](#{name}) | {level} | {} |", kind.summary);
    }
    for kind in kinds {
        out.push('\n');
        out.push_str(&explanation(kind));
    }
    out
}

/// The table of formats.
fn formats() -> String {
    let mut out = String::from("| format | for what |\n| --- | --- |\n");
    for format in FORMATS {
        let _ = writeln!(out, "| `{}` | {} |", format.name, format.summary);
    }
    out
}

/// One kind: a heading, and all that is to be said of it.
pub(super) fn explanation(kind: &Kind) -> String {
    let level = kind.level.name();
    let mut out = format!("## {}\n\n*Level: {level}.* {}\n", kind.name, kind.sentence());
    for (heading, words) in kind.explanation.paragraphs() {
        let _ = write!(out, "\n**{heading}.** {words}\n");
    }
    let sides = kind.explanation.example.iter().flat_map(Example::sides);
    for (heading, files) in sides {
        let _ = write!(out, "\n**{heading}:**\n");
        written(&mut out, files);
    }
    out
}

/// The files of an example, each as a code block below its path.
fn written(out: &mut String, example: &str) {
    for (path, text) in files(example) {
        let language = path.rsplit_once('.').map_or("text", |(_, extension)| extension);
        let language = if language == "md" { "markdown" } else { language };
        let fence = fence(text);
        let _ = write!(
            out,
            "\n`{path}`\n\n{fence}{language}\n{}\n{fence}\n",
            text.trim_end()
        );
    }
}

/// A fence that is longer than any in `text`.
fn fence(text: &str) -> String {
    let longest = text
        .lines()
        .map(str::trim_start)
        .map(|line| line.len() - line.trim_start_matches('`').len())
        .max();
    "`".repeat(longest.unwrap_or_default().max(2) + 1)
}
