//! What `[lints]` and the command line make of all findings.

use super::{Asked, Lints, named, unknown_lint, unused_allow};
use crate::config::{Config, Language};
use crate::finding::{Finding, Kind, Level, Levels, join};
use crate::model::{Document, WrittenLevel};
use crate::text::{Snapshot, SourceId, Span};

/// The levels that are set, and where: `book.toml` first, the command line over it, a source's own over both.
#[derive(Debug)]
pub(crate) struct Settings<'a> {
    pub(super) snapshot: &'a Snapshot,
    pub(super) language: &'a Language,
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

impl<'a> Settings<'a> {
    /// Looks up every name that `[lints]` has, and says which of them no finding has.
    pub(crate) fn of<'d>(
        snapshot: &'a Snapshot,
        config: &'a Config,
        documents: impl IntoIterator<Item = &'d Document>,
        asked: &Asked,
    ) -> (Self, Vec<Finding>) {
        let mut settings = Self {
            snapshot,
            language: &config.language,
            levels: Levels::default(),
            written: Vec::new(),
        };
        let mut findings = Vec::new();
        if let Some(book) = snapshot.config {
            for written in &config.lints {
                match Lints::named(&written.name.value) {
                    Some(lints) => settings.set(lints, written.level),
                    None => findings.push(settings.unknown(book, written)),
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
                    None => findings.push(settings.unknown(document.source, written)),
                }
            }
        }
        (settings, findings)
    }

    fn unknown(&self, source: SourceId, written: &WrittenLevel) -> Finding {
        unknown_lint::finding(self.language, source, &written.name)
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

    /// Gives each of `findings` its level and drops what is allowed; adds the settings that suppress nothing.
    pub(crate) fn apply(&self, mut findings: Vec<Finding>) -> Vec<Finding> {
        findings.extend(unused_allow::findings(self, &findings));
        join(self.levels.apply(findings))
    }
}
