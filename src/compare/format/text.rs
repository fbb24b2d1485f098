//! For people, on a terminal.

use std::fmt::Write as _;

use super::Ends;
use super::outline::{Line, Sign, outline};
use crate::compare::Comparison;

pub(super) fn write(comparison: &Comparison, ends: &Ends<'_>) -> String {
    let Ends { from, to } = ends;
    if comparison.is_empty() {
        return format!("The organisation is the same in {from} and {to}.\n");
    }
    let mut text = format!("From {from} to {to}:\n");
    for part in outline(comparison) {
        let _ = writeln!(text, "\n{}", part.title);
        for line in &part.lines {
            put(line, 1, &mut text);
        }
    }
    text
}

fn put(line: &Line, depth: usize, text: &mut String) {
    let sign = match line.sign {
        Sign::Gained => "+ ",
        Sign::Lost => "- ",
        Sign::Changed => "~ ",
        Sign::Told => "",
    };
    let _ = writeln!(text, "{}{sign}{}", "  ".repeat(depth), line.text);
    for below in &line.below {
        put(below, depth + 2, text);
    }
}
