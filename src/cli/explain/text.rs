//! Explanations for a terminal.

use std::fmt::Write;

use anstyle::{AnsiColor, Style};

use super::super::wrap::wrapped;
use crate::finding::kind::files;
use crate::finding::{Example, Kind, Level};

const HEADING: Style = AnsiColor::BrightCyan.on_default().bold();
const NAME: Style = Style::new().bold();

/// Longer lines are hard to read.
const MOST_COLUMNS: usize = 100;
/// A summary with less room than this goes below its name.
const LEAST_BESIDE: usize = 24;

/// The list of all kinds: names, levels, summaries.
pub(super) fn list(kinds: impl Iterator<Item = &'static Kind>, width: usize) -> String {
    let kinds: Vec<&Kind> = kinds.collect();
    let names = kinds.iter().map(|kind| kind.name.len()).max().unwrap_or_default();
    let levels = Level::ALL
        .iter()
        .map(|(name, _)| name.len())
        .max()
        .unwrap_or_default();
    let beside = names + levels + 4;
    let is_narrow = width < beside + LEAST_BESIDE;
    let indent = if is_narrow { 4 } else { beside };
    let mut out = String::new();
    for kind in kinds {
        let (name, level) = (kind.name, kind.level.name());
        let summary = wrapped(kind.summary, width.min(MOST_COLUMNS + beside) - indent);
        let mut lines = summary.lines();
        let first = if is_narrow {
            ""
        } else {
            lines.next().unwrap_or_default()
        };
        let line = format!("{NAME}{name:names$}{NAME:#}  {level:levels$}  {first}");
        let _ = writeln!(out, "{}", line.trim_end());
        for line in lines {
            let _ = writeln!(out, "{:indent$}{line}", "");
        }
    }
    let _ = write!(
        out,
        "\n`rolebook explain NAME` says more of one; `[lints]` in `book.toml` sets their levels.\n"
    );
    out
}

/// All that is to be said of one kind.
pub(super) fn explanation(kind: &Kind, width: usize) -> String {
    let width = width.min(MOST_COLUMNS);
    let level = kind.level.name();
    let mut out = format!("{NAME}{}{NAME:#} (level: {level})\n", kind.name);
    let _ = writeln!(out, "{}", wrapped(kind.summary, width));
    for (heading, words) in kind.explanation.paragraphs() {
        let words = wrapped(words, width);
        let _ = write!(out, "\n{HEADING}{heading}{HEADING:#}\n{words}\n");
    }
    let sides = kind.explanation.example.iter().flat_map(Example::sides);
    for (heading, side) in sides {
        let _ = write!(out, "\n{HEADING}{heading}{HEADING:#}\n");
        for (path, text) in files(side) {
            let _ = write!(out, "  {NAME}{path}{NAME:#}\n{}", indented(text));
        }
    }
    out
}

fn indented(text: &str) -> String {
    text.lines().fold(String::new(), |mut out, line| {
        let line = format!("    {line}");
        let _ = writeln!(out, "{}", line.trim_end());
        out
    })
}
