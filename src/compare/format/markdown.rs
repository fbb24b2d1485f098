//! For a comment on a merge request: Markdown that GitHub and GitLab show alike.

use std::fmt::Write as _;

use super::Ends;
use super::outline::{Line, Sign, outline};
use crate::compare::Comparison;

/// A comment may be so long; GitHub takes 65,536 characters.
const MOST: usize = 60_000;

pub(super) fn write(comparison: &Comparison, ends: &Ends<'_>) -> String {
    let Ends { from, to } = ends;
    let (from, to) = (escaped(from), escaped(to));
    if comparison.is_empty() {
        return format!("### The organisation is the same\n\nNothing changes from {from} to {to}.\n");
    }
    let mut text = format!("### What changes in the organisation\n\nFrom {from} to {to}.\n");
    let mut left = 0;
    for part in outline(comparison) {
        let _ = write!(text, "\n#### {}\n\n", part.title);
        for line in &part.lines {
            put(line, 0, &mut text, &mut left);
        }
    }
    if left > 0 {
        let _ = writeln!(text, "\nAnd {left} more: `rolebook diff` shows all.");
    }
    text
}

/// `left` counts the lines that there is no room for.
fn put(line: &Line, depth: usize, text: &mut String, left: &mut usize) {
    if text.len() > MOST {
        *left += 1;
        return;
    }
    let words = escaped(&line.text.replace(" -> ", " → "));
    let words = match (line.sign, depth) {
        (Sign::Gained, _) => format!("**+** {words}"),
        (Sign::Lost, _) => format!("**−** ~~{words}~~"),
        (Sign::Changed, 0) => words,
        (Sign::Changed, _) => format!("**~** {words}"),
        (Sign::Told, 0) => format!("**{words}**"),
        (Sign::Told, _) => words,
    };
    let _ = writeln!(text, "{}- {words}", "  ".repeat(depth));
    for below in &line.below {
        put(below, depth + 1, text, left);
    }
}

/// What somebody wrote, as it is: no mark-up, no mention of anyone, no reference to an issue.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\n' | '\r' => out.push(' '),
            '\\' | '`' | '*' | '_' | '{' | '}' | '[' | ']' | '<' | '>' | '|' | '~' => out.extend(['\\', c]),
            // An invisible joiner keeps them from being followed.
            '@' | '#' | '!' => out.extend([c, '\u{2060}']),
            _ => out.push(c),
        }
    }
    out
}
