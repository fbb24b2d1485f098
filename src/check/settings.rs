//! What `[lints]` and the command line make of all findings.

use super::{Asked, Lints, named, unknown_lint, unused_allow};
use crate::config::{Config, Language};
use crate::finding::{Finding, Kind, Level, Levels};
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
    pub(crate) written: Vec<Setting>,
    unknown: Vec<Finding>,
}

/// A level that one source sets for itself.
#[derive(Clone, Debug)]
pub(crate) struct Setting {
    pub(crate) kind: &'static Kind,
    pub(crate) level: Level,
    pub(crate) source: SourceId,
    /// The bytes of the name.
    pub(crate) span: Span,
}

impl<'a> Settings<'a> {
    /// Looks up every name that `[lints]` has.
    pub(crate) fn of<'d>(
        snapshot: &'a Snapshot,
        config: &'a Config,
        documents: impl IntoIterator<Item = &'d Document>,
        asked: &Asked,
    ) -> Self {
        let mut settings = Self {
            snapshot,
            language: &config.language,
            levels: Levels::default(),
            written: Vec::new(),
            unknown: Vec::new(),
        };
        for written in &config.lints {
            if written.name.value == Lints::WARNINGS {
                settings.levels.set_warnings(written.level);
            } else if let Some(kind) = settings.kind(snapshot.config, written) {
                settings.levels.set(kind, written.level);
            }
        }
        for (lints, level) in &asked.levels {
            match lints {
                Lints::One(kind) => settings.levels.set(kind, *level),
                Lints::Warnings => settings.levels.set_warnings(*level),
            }
        }
        for document in documents {
            for written in &document.front.lints {
                if let Some(kind) = settings.kind(Some(document.source), written) {
                    let (source, level, span) = (document.source, written.level, written.name.span);
                    settings.levels.set_within(source, kind, level);
                    settings.written.push(Setting {
                        kind,
                        level,
                        source,
                        span,
                    });
                }
            }
        }
        settings
    }

    fn kind(&mut self, source: Option<SourceId>, written: &WrittenLevel) -> Option<&'static Kind> {
        let kind = named(&written.name.value);
        if let (None, Some(source)) = (kind, source) {
            self.unknown
                .push(unknown_lint::finding(self.language, source, &written.name));
        }
        kind
    }

    /// Gives each of `findings` its level and drops what is allowed; adds what is to be said of `[lints]`
    /// itself.
    pub(crate) fn apply(mut self, mut findings: Vec<Finding>) -> Vec<Finding> {
        findings.append(&mut self.unknown);
        findings.extend(unused_allow::findings(&self, &findings));
        crate::finding::join(self.levels.apply(findings))
    }
}
