//! How serious a finding is, and who decides it.

use std::collections::BTreeMap;

use super::{Finding, Kind};
use crate::text::SourceId;

/// How serious a finding is; set as Cargo sets its lints.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// Not reported.
    Allow,
    /// Said by the way: never fails anything, whatever is set. Not to be set itself.
    Note,
    /// Reported.
    Warn,
    /// Reported, and nothing is published.
    Deny,
}

impl Level {
    /// Those that can be set, as they are written, mildest first.
    pub const ALL: [(&'static str, Level); 3] = [
        ("allow", Level::Allow),
        ("warn", Level::Warn),
        ("deny", Level::Deny),
    ];

    /// As it is written in data.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Allow => "allow",
            Self::Note => "note",
            Self::Warn => "warn",
            Self::Deny => "deny",
        }
    }
}

/// The levels that a handbook sets: for all of it, and for single sources.
#[derive(Clone, Debug, Default)]
pub struct Levels {
    everywhere: BTreeMap<&'static str, Level>,
    within: BTreeMap<(SourceId, &'static str), Level>,
    warnings: Option<Level>,
}

impl Levels {
    /// Sets the level of `kind` in the whole handbook.
    pub fn set(&mut self, kind: &'static Kind, level: Level) {
        self.everywhere.insert(kind.name, level);
    }

    /// Sets the level of `kind` in one source, over what holds for the whole handbook.
    pub fn set_within(&mut self, source: SourceId, kind: &'static Kind, level: Level) {
        self.within.insert((source, kind.name), level);
    }

    /// Makes of every warning what `level` says.
    pub fn set_warnings(&mut self, level: Level) {
        self.warnings = Some(level);
    }

    /// The level of `kind` where no source sets its own.
    pub fn everywhere(&self, kind: &'static Kind) -> Level {
        self.raised(self.everywhere.get(kind.name).copied().unwrap_or(kind.level))
    }

    /// The level of `kind` in `source`.
    pub fn of(&self, kind: &'static Kind, source: SourceId) -> Level {
        match self.within.get(&(source, kind.name)) {
            Some(level) => self.raised(*level),
            None => self.everywhere(kind),
        }
    }

    /// Whether anyone may hear of `kind` anywhere.
    pub fn is_heard(&self, kind: &'static Kind) -> bool {
        let named = |(_, name): &&(SourceId, &'static str)| *name == kind.name;
        self.everywhere(kind) > Level::Allow || self.within.keys().any(|key| named(&key))
    }

    fn raised(&self, level: Level) -> Level {
        match self.warnings {
            Some(warnings) if level == Level::Warn => warnings,
            _ => level,
        }
    }

    /// Gives each finding its level, and drops what is allowed.
    pub fn apply(&self, findings: Vec<Finding>) -> Vec<Finding> {
        let levelled = findings.into_iter().map(|finding| {
            let level = self.of(finding.kind, finding.place.place.source);
            Finding {
                level: if finding.level == Level::Note {
                    level.min(Level::Note)
                } else {
                    level
                },
                ..finding
            }
        });
        levelled.filter(|finding| finding.level > Level::Allow).collect()
    }
}
