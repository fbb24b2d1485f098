//! The baseline: findings that were there before. They are known by kind, file and subject, so that it holds
//! when lines move and wordings change; they are not reported, and stand against nothing.

use std::collections::BTreeMap;
use std::fmt::Write;

use super::named;
use crate::config::{Origin, Table, read_toml};
use crate::finding::{Finding, Kind, Level, Levels, Recorded, kind, subjects_of};
use crate::text::{Snapshot, SourceId};

/// The version of the file's form.
const VERSION: i64 = 1;

/// More of the same in one file than anyone can mean.
const MOST: i64 = 1_000_000;

const WRITE_AGAIN: &str = "`rolebook check --write-baseline` writes this file again";

const ABOUT: &str = "\
# Findings that were here before: `rolebook check` reports only those that are new.
# Written by `rolebook check --write-baseline`, and written again by it once some are mended.
";

/// Of what an entry is: the file, the kind's name, the subject.
type Key = (String, String, String);

/// Findings by what they are about, and how many there are of each.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Baseline(BTreeMap<Key, usize>);

impl Baseline {
    /// Reads `baseline.toml`, and says what is wrong with it; empty where there is none.
    pub(crate) fn read(snapshot: &Snapshot) -> (Self, Vec<Finding>) {
        let Some(source) = snapshot.baseline else {
            return (Self::default(), Vec::new());
        };
        let written = snapshot.source(source);
        if written.fault.is_some() {
            return (Self::default(), Vec::new());
        }
        let origin = Origin {
            kind: &kind::INVALID_CONFIG,
            source,
            offset: 0,
        };
        let (baseline, findings) = read_toml(&written.text, origin, table);
        let findings = findings.into_iter().map(|finding| finding.help(WRITE_AGAIN));
        (baseline, findings.collect())
    }

    /// Those of `findings` that can be put off.
    pub(crate) fn of<'f>(snapshot: &Snapshot, findings: impl IntoIterator<Item = &'f Finding>) -> Self {
        let mut counts = BTreeMap::new();
        for finding in findings.into_iter().filter(|finding| can_wait(finding)) {
            for key in keys(snapshot, finding) {
                *counts.entry(key).or_default() += 1;
            }
        }
        Self(counts)
    }

    /// Marks those of `findings`, all that is found in one source, that were there before.
    pub(crate) fn mark(&self, snapshot: &Snapshot, findings: &mut [Finding]) {
        if self.0.is_empty() {
            return;
        }
        let mut used: BTreeMap<Key, usize> = BTreeMap::new();
        for finding in findings.iter_mut().filter(|finding| can_wait(finding)) {
            let keys = keys(snapshot, finding);
            let is_left = |key: &Key| {
                let used = used.get(key).copied().unwrap_or_default();
                self.0.get(key).is_some_and(|count| *count > used)
            };
            finding.is_known = keys.iter().all(is_left);
            if finding.is_known {
                for key in keys {
                    *used.entry(key).or_default() += 1;
                }
            }
        }
    }

    /// What was there and is no more among `findings`, all of the handbook's. What nobody asks for at present is not
    /// gone.
    pub(crate) fn gone<'f>(
        &self,
        snapshot: &Snapshot,
        levels: &Levels,
        findings: impl IntoIterator<Item = &'f Finding>,
    ) -> Vec<Recorded> {
        if self.0.is_empty() {
            return Vec::new();
        }
        self.gone_from(snapshot, levels, &Self::of(snapshot, findings))
    }

    /// What is in here and not in `current`.
    fn gone_from(&self, snapshot: &Snapshot, levels: &Levels, current: &Self) -> Vec<Recorded> {
        let gone = self.0.iter().filter_map(|(key, count)| {
            let (path, name, subject) = key;
            let count = count.saturating_sub(current.0.get(key).copied().unwrap_or_default());
            (count > 0 && is_asked(snapshot, levels, path, name)).then(|| Recorded {
                name: name.clone(),
                path: path.clone(),
                subject: subject.clone(),
                count,
            })
        });
        gone.collect()
    }

    /// As it stands in `baseline.toml`: a heading a file, a line a subject, in order.
    pub(crate) fn text(&self) -> String {
        let mut out = format!("{ABOUT}\nversion = {VERSION}\n");
        let mut current = None;
        for ((path, name, subject), count) in &self.0 {
            if current != Some(path) {
                let _ = write!(out, "\n[findings.{}]\n", quoted(path));
                current = Some(path);
            }
            let _ = writeln!(out, "{name}.{} = {count}", quoted(subject));
        }
        out
    }
}

/// Whether a finding can be put off. Notes fail nothing, and become something else in time. Where `book.toml` is
/// wrong or a file can't be read, nobody knows what else is: that is mended first.
fn can_wait(finding: &Finding) -> bool {
    const NEVER: [&Kind; 3] = [
        &kind::INVALID_CONFIG,
        &kind::UNREADABLE_SOURCE,
        // What was published once can't be taken back.
        &kind::INTERNAL_LEAK,
    ];
    finding.level > Level::Note && !NEVER.contains(&finding.kind)
}

/// The entries that a finding stands for.
fn keys(snapshot: &Snapshot, finding: &Finding) -> Vec<Key> {
    let path = snapshot.source(finding.place.place.source).path.as_str();
    let subjects = subjects_of(snapshot, finding).into_iter();
    let key = |subject| (path.to_owned(), finding.kind.name.to_owned(), subject);
    subjects.map(key).collect()
}

/// Whether anyone asks for findings of that name in that file.
fn is_asked(snapshot: &Snapshot, levels: &Levels, path: &str, name: &str) -> bool {
    let Some(kind) = named(name) else {
        return true; // There are none any more, and never will be.
    };
    let sources = &snapshot.sources;
    let found = sources.binary_search_by(|source| source.path.as_str().cmp(path));
    let id = found.ok().and_then(|at| u32::try_from(at).ok()).map(SourceId);
    let level = id.map_or_else(|| levels.everywhere(kind), |id| levels.of(kind, id));
    level > Level::Allow
}

fn table(table: &Table) -> Baseline {
    table.report_missing("version", "version = 1");
    let version = table.get("version");
    let number = version.and_then(|value| value.number(i64::MIN..=i64::MAX));
    if let (Some(value), Some(number)) = (version, number.filter(|number| *number != VERSION)) {
        value.report(value.finding(format!(
            "this baseline is of version {number}, and this rolebook knows version {VERSION}"
        )));
    }
    let mut counts = BTreeMap::new();
    table.inner("findings", |files| {
        for (path, value) in files.entries() {
            let wants = "lines such as `vacant-role.\"engineer\" = 1`";
            value.table(wants, |kinds| file(&path.value, kinds, &mut counts));
        }
    });
    Baseline(if number == Some(VERSION) {
        counts
    } else {
        BTreeMap::new()
    })
}

/// What stands of one file.
fn file(path: &str, kinds: &Table, counts: &mut BTreeMap<Key, usize>) {
    for (name, value) in kinds.entries() {
        value.table("subjects with a number each", |subjects| {
            for (subject, count) in subjects.entries() {
                if let Some(count) = count
                    .number(1..=MOST)
                    .and_then(|count| usize::try_from(count).ok())
                {
                    counts.insert((path.to_owned(), name.value.clone(), subject.value), count);
                }
            }
        });
    }
}

/// A text in quotes, as TOML writes it.
fn quoted(text: &str) -> String {
    let mut out = String::from('"');
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            c if c.is_control() => {
                let _ = write!(out, "\\u{:04X}", u32::from(c));
            }
            c => out.push(c),
        }
    }
    out.push('"');
    out
}
