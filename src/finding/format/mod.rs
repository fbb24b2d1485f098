//! How findings are printed: a table of formats, one file each, all of the same report.

mod excerpt;
mod fingerprint;
mod github;
mod gitlab;
mod human;
#[cfg(test)]
mod human_tests;
mod json;
mod located;
mod patch;
mod printable;
mod sarif;
mod short;
#[cfg(test)]
mod strange_tests;

use std::fmt;

use serde::Serialize;

pub use human::summary;
pub use json::schema;
pub(crate) use printable::printable;

use super::{Finding, Level, Recorded};
use crate::text::Snapshot;

/// What there is to print.
#[derive(Clone, Copy, Debug)]
pub struct Report<'a> {
    /// Where findings point.
    pub snapshot: &'a Snapshot,
    /// All of them, by place; also those that the baseline knows.
    pub findings: &'a [&'a Finding],
    /// What the baseline has and is no more.
    pub gone: &'a [Recorded],
    /// What leads from the current folder to the handbook: empty, or with a `/` at its end. It stands before
    /// every path, in every format: whoever reads them looks from where the command was called, which in CI
    /// is the repository's own folder.
    pub prefix: &'a str,
    /// What is milder is left out.
    pub least: Level,
}

impl<'a> Report<'a> {
    /// The findings to be printed, those that the baseline knows among them.
    pub fn all(&self) -> impl Iterator<Item = &'a Finding> {
        let least = self.least;
        self.findings
            .iter()
            .copied()
            .filter(move |finding| finding.level >= least)
    }

    /// The findings to be printed that are new.
    pub fn reported(&self) -> impl Iterator<Item = &'a Finding> {
        self.all().filter(|finding| !finding.is_known)
    }
}

/// How a report looks where people read it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Look {
    /// Whether the terminal knows colours.
    pub color: bool,
    /// How many columns there are.
    pub width: usize,
    /// Whether long sentences go on below where they began, as on a terminal, which would break them anywhere.
    pub wraps: bool,
    /// Which characters it draws and writes with.
    pub characters: Characters,
}

impl Default for Look {
    /// As it is kept in a file.
    fn default() -> Self {
        Self {
            color: false,
            width: 110,
            wraps: false,
            characters: Characters::AsciiLines,
        }
    }
}

/// Which characters people can see.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Characters {
    /// All of them.
    Unicode,
    /// Lines are drawn with ASCII; words are as they are.
    AsciiLines,
    /// All that is rolebook's own is ASCII: lines, quotes, dashes. What users wrote stays.
    Ascii,
}

/// Each finding of a report that is new, as people read it, in order.
pub(crate) fn drawn(report: &Report, look: Look) -> Vec<String> {
    human::drawn(report, look)
}

/// A way of printing findings.
#[derive(Debug)]
pub struct Format {
    /// Its name on the command line.
    pub name: &'static str,
    /// What it is for, in a few words that begin small.
    pub summary: &'static str,
    /// Whether people read it at a terminal; all others are for programs and for files.
    pub is_talk: bool,
    write: fn(&mut dyn fmt::Write, &Report, Look) -> fmt::Result,
}

impl Format {
    /// The format of that name.
    pub fn named(name: &str) -> Option<&'static Self> {
        FORMATS.iter().find(|format| format.name == name)
    }

    /// Prints the report; `look` matters only where people read it.
    ///
    /// # Errors
    /// Where `out` can't be written to.
    pub fn write(&self, out: &mut dyn fmt::Write, report: &Report, look: Look) -> fmt::Result {
        (self.write)(out, report, look)
    }
}

/// Every format, in the order in which they are listed to people; the first is the usual one.
pub static FORMATS: &[Format] = &[
    Format {
        name: "human",
        summary: "with the lines that matter, for people",
        is_talk: true,
        write: human::write,
    },
    Format {
        name: "short",
        summary: "a line a finding, for editors and scripts",
        is_talk: false,
        write: short::write,
    },
    Format {
        name: "json",
        summary: "all there is to know of each, for programs",
        is_talk: false,
        write: json::write,
    },
    Format {
        name: "sarif",
        summary: "SARIF 2.1.0, which forges and editors read",
        is_talk: false,
        write: sarif::write,
    },
    Format {
        name: "github",
        summary: "annotations of a merge request, from a workflow of GitHub",
        is_talk: false,
        write: github::write,
    },
    Format {
        name: "gitlab",
        summary: "a code quality report for GitLab",
        is_talk: false,
        write: gitlab::write,
    },
];

/// Writes a JSON document. It may be shown in a terminal: what would steer that is written as a number, which
/// means the same.
fn document(out: &mut dyn fmt::Write, value: &impl Serialize) -> fmt::Result {
    let text = serde_json::to_string_pretty(value).map_err(|_| fmt::Error)?;
    let mut done = 0;
    for (at, c) in text.char_indices() {
        if c != '\n' && printable::steers(c) {
            write!(out, "{}\\u{:04x}", &text[done..at], u32::from(c))?;
            done = at + c.len_utf8();
        }
    }
    writeln!(out, "{}", &text[done..])
}

impl PartialEq for Format {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name
    }
}

impl Eq for Format {}
