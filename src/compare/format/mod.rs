//! How a comparison is printed.

mod html;
mod json;
mod markdown;
mod outline;
mod text;

use super::Comparison;

/// A way of printing.
#[derive(Debug)]
pub(crate) struct Format {
    /// What it is called on the command line.
    pub(crate) name: &'static str,
    /// What it is for, in one line.
    pub(crate) summary: &'static str,
    write: fn(&Comparison, &Ends<'_>, &Drawn<'_>) -> String,
}

/// What the two states are called, such as a branch and the working folder.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Ends<'e> {
    /// The earlier one.
    pub(crate) from: &'e str,
    /// The later one.
    pub(crate) to: &'e str,
}

/// One of the two states.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum End {
    /// The earlier one.
    From,
    /// The later one.
    To,
}

/// Gives the drawing of a party's relations in one of the states, in light colours and in dark ones; none where it has
/// none there.
pub(crate) type Drawn<'d> = dyn Fn(End, &str) -> Option<(String, String)> + 'd;

/// All formats; the first is the default.
pub(crate) const FORMATS: &[Format] = &[
    Format {
        name: "text",
        summary: "for people, on a terminal",
        write: |comparison, ends, _| text::write(comparison, ends),
    },
    Format {
        name: "markdown",
        summary: "for a comment on a merge request",
        write: |comparison, ends, _| markdown::write(comparison, ends),
    },
    Format {
        name: "html",
        summary: "a page in one file, with drawings before and after",
        write: html::write,
    },
    Format {
        name: "json",
        summary: "for programs",
        write: |comparison, ends, _| json::write(comparison, ends),
    },
];

impl Format {
    /// The comparison in that format.
    pub(crate) fn write(&self, comparison: &Comparison, ends: &Ends<'_>, drawn: &Drawn<'_>) -> String {
        (self.write)(comparison, ends, drawn)
    }
}
