//! How serious a finding is, and who decides it.

use std::collections::BTreeMap;

use super::{Finding, Kind};
use crate::text::SourceId;

/// How serious a finding is; set as Cargo sets its lints.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// Not reported.
    Allow,
    /// Reported.
    Warn,
    /// Reported, and nothing is published.
    Deny,
}

impl Level {
    /// All of them as they are written, mildest first.
    pub const ALL: [(&'static str, Level); 3] = [
        ("allow", Level::Allow),
        ("warn", Level::Warn),
        ("deny", Level::Deny),
    ];
}

/// The levels that a handbook sets: for all of it, and for single sources.
#[derive(Clone, Debug, Default)]
pub struct Levels {
    everywhere: BTreeMap<&'static str, Level>,
    within: BTreeMap<(SourceId, &'static str), Level>,
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

    /// The level of `kind` in `source`.
    pub fn of(&self, kind: &'static Kind, source: SourceId) -> Level {
        let within = self.within.get(&(source, kind.name));
        let level = within.or_else(|| self.everywhere.get(kind.name));
        level.copied().unwrap_or(kind.level)
    }

    /// The one sink: gives each finding its level, drops what is allowed, and sorts what is left by
    /// place. The same thing said twice of one place is said once.
    pub fn apply(&self, findings: Vec<Finding>) -> Vec<Finding> {
        let mut kept: Vec<Finding> = findings
            .into_iter()
            .map(|finding| Finding {
                level: self.of(finding.kind, finding.place.place.source),
                ..finding
            })
            .filter(|finding| finding.level > Level::Allow)
            .collect();
        kept.sort_by(|a, b| {
            (a.place.place, a.kind.name, &a.message).cmp(&(b.place.place, b.kind.name, &b.message))
        });
        kept.dedup();
        kept
    }
}
