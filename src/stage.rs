//! The stages of a build, and who is told how far it is.

/// What a build does, one after the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stage {
    /// Files are read.
    Load,
    /// git is asked what changed.
    History,
    /// Sources become documents.
    Parse,
    /// Names are looked up, claims held against each other.
    Resolve,
    /// Translations are laid over their originals.
    Translate,
    /// The site's files get their addresses.
    Plan,
    /// Lints run.
    Check,
    /// What pages share is made.
    Prepare,
    /// The old site is looked at.
    Look,
    /// Words are indexed for the search.
    Index,
    /// Files are made, held against the old site, and written.
    Render,
    /// The new site takes the place of the old one.
    Publish,
}

impl Stage {
    /// Its name, in lower case.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Load => "load",
            Self::History => "history",
            Self::Parse => "parse",
            Self::Resolve => "resolve",
            Self::Translate => "translate",
            Self::Plan => "plan",
            Self::Check => "check",
            Self::Prepare => "prepare",
            Self::Look => "look",
            Self::Index => "index",
            Self::Render => "render",
            Self::Publish => "publish",
        }
    }
}

/// Whoever is told how far a build is. Nothing that is built depends on it.
pub trait Watch: Sync {
    /// A stage begins; the one before it has ended.
    fn begins(&self, stage: Stage);

    /// So many files of all are there.
    fn has_made(&self, files: usize, all: usize);
}

/// Nobody is told.
#[derive(Clone, Copy, Debug)]
pub struct Unwatched;

impl Watch for Unwatched {
    fn begins(&self, _: Stage) {}

    fn has_made(&self, _: usize, _: usize) {}
}
