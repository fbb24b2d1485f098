//! What `[lints]` and the command line make of all findings.

use super::{Asked, Lints, named, unknown_lint};
use crate::config::{Config, Language};
use crate::finding::{Finding, Kind, Level, Levels, join};
use crate::model::{Document, WrittenLevel};
use crate::text::{Snapshot, SourceId, Span};

/// The levels that are set, and where: `book.toml` first, the command line over it, a source's own over both.
#[derive(Clone, Debug, Default)]
pub(crate) struct Settings {
    /// All of them.
    pub(crate) levels: Levels,
    /// Those of sources, to see which of them do anything.
    pub(super) written: Vec<Setting>,
}

/// A level that one source sets for itself.
#[derive(Clone, Debug)]
pub(super) struct Setting {
    pub(super) kind: &'static Kind,
    pub(super) level: Level,
    pub(super) source: SourceId,
    /// The bytes of the name.
    pub(super) span: Span,
}

impl Settings {
    /// Looks up every name that `[lints]` has, and says which of them no finding has.
    pub(crate) fn of<'d>(
        snapshot: &Snapshot,
        config: &Config,
        documents: impl IntoIterator<Item = &'d Document>,
        asked: &Asked,
    ) -> (Self, Vec<Finding>) {
        let language = &config.language;
        let mut settings = Self::default();
        let mut findings = Vec::new();
        if let Some(book) = snapshot.config {
            for written in &config.lints {
                match Lints::named(&written.name.value) {
                    Some(lints) => settings.set(lints, written.level),
                    None => findings.push(unknown(language, book, written)),
                }
            }
        }
        for (lints, level) in &asked.levels {
            settings.set(*lints, *level);
        }
        for document in documents {
            for written in &document.front.lints {
                match named(&written.name.value) {
                    Some(kind) => settings.set_within(document.source, kind, written),
                    None => findings.push(unknown(language, document.source, written)),
                }
            }
        }
        (settings, findings)
    }

    fn set(&mut self, lints: Lints, level: Level) {
        match lints {
            Lints::One(kind) => self.levels.set(kind, level),
            Lints::Warnings => self.levels.set_warnings(level),
        }
    }

    fn set_within(&mut self, source: SourceId, kind: &'static Kind, written: &WrittenLevel) {
        let level = written.level;
        self.levels.set_within(source, kind, level);
        self.written.push(Setting {
            kind,
            level,
            source,
            span: written.name.span,
        });
    }

    /// The sources that set a level of their own.
    pub(crate) fn sources(&self) -> impl Iterator<Item = SourceId> {
        self.written.iter().map(|set| set.source)
    }

    /// Gives each of what is found in one source its level and drops what is allowed; what is said twice is joined.
    pub(crate) fn apply(&self, findings: Vec<Finding>) -> Vec<Finding> {
        join(self.levels.apply(findings))
    }
}

fn unknown(language: &Language, source: SourceId, written: &WrittenLevel) -> Finding {
    unknown_lint::finding(language, source, &written.name)
}
