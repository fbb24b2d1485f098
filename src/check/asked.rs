//! What a check is asked beside the handbook: on the command line.

use jiff::civil::Date;

use super::named;
use crate::finding::{Kind, Level};

/// What whoever checks asks for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Asked {
    /// The day against which reviews and terms are held; they are not held against any where there is none.
    pub today: Option<Date>,
    /// Levels, each over those before it. They go over `book.toml`, and a source's own over them.
    pub levels: Vec<(Lints, Level)>,
    /// Whether the baseline is left aside, so that all findings are new.
    pub ignores_baseline: bool,
}

/// What a level is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lints {
    /// A kind of finding.
    One(&'static Kind),
    /// Whatever is a warning when all levels are set.
    Warnings,
}

impl Lints {
    /// What means all warnings.
    pub(crate) const WARNINGS: &str = "warnings";

    /// What `name` means, where a level is set for the whole handbook.
    pub(crate) fn named(name: &str) -> Option<Self> {
        if name == Self::WARNINGS {
            Some(Self::Warnings)
        } else {
            named(name).map(Self::One)
        }
    }
}
