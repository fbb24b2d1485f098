//! All findings of a handbook, source by source: what is found in one source is replaced without touching the
//! others.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::{Finding, Level};
use crate::text::{Snapshot, SourceId};

/// All findings of a handbook, by place. A copy shares what it holds.
#[derive(Clone, Debug, Default)]
pub struct Findings {
    /// By the number of the source; none where nothing is found in it.
    of_source: Vec<Option<Arc<OfSource>>>,
}

/// What is found in one source.
#[derive(Debug, PartialEq, Eq)]
struct OfSource {
    /// By place.
    findings: Vec<Finding>,
    counts: Counts,
    /// The sources that they point at, or would change.
    touched: BTreeSet<SourceId>,
}

/// How many findings there are that are new, by their level.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Those that stand against publishing.
    pub errors: usize,
    /// Those that are reported.
    pub warnings: usize,
    /// Those that are said by the way.
    pub notes: usize,
}

impl Counts {
    /// How many there are of a level.
    pub fn of(&self, level: Level) -> usize {
        match level {
            Level::Deny => self.errors,
            Level::Warn => self.warnings,
            Level::Note => self.notes,
            Level::Allow => 0,
        }
    }
}

impl Findings {
    /// Those of each source of `snapshot`, each by place.
    pub(crate) fn of(snapshot: &Snapshot, mut found: BTreeMap<SourceId, Vec<Finding>>) -> Self {
        let sources = snapshot.iter().map(|(id, _)| found.remove(&id));
        Self {
            of_source: sources.map(|found| of_source(found?)).collect(),
        }
    }

    /// The same, with what is found in some sources replaced.
    pub(crate) fn with(&self, found: BTreeMap<SourceId, Vec<Finding>>) -> Self {
        let mut findings = self.clone();
        for (id, found) in found {
            if let Some(own) = findings.of_source.get_mut(id.0 as usize) {
                *own = of_source(found);
            }
        }
        findings
    }

    /// What is found in a source, by place.
    pub fn in_source(&self, id: SourceId) -> &[Finding] {
        let found = self.of_source.get(id.0 as usize).and_then(Option::as_ref);
        found.map_or(&[], |found| found.findings.as_slice())
    }

    /// Those of a level that are new, by place.
    pub fn of_level(&self, level: Level) -> impl Iterator<Item = &Finding> {
        let found = self.of_source.iter().flatten();
        let found = found.filter(move |found| found.counts.of(level) > 0);
        let findings = found.flat_map(|found| &found.findings);
        findings.filter(move |finding| finding.level == level && !finding.is_known)
    }

    /// All of them, by place.
    pub fn iter(&self) -> impl Iterator<Item = &Finding> + Clone {
        let found = self.of_source.iter().flatten();
        found.flat_map(|found| &found.findings)
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        let found = self.of_source.iter().flatten();
        found.map(|found| found.findings.len()).sum()
    }

    /// How many there are that the baseline does not know, by level.
    pub fn counts(&self) -> Counts {
        let found = self.of_source.iter().flatten();
        found.fold(Counts::default(), |sum, found| Counts {
            errors: sum.errors + found.counts.errors,
            warnings: sum.warnings + found.counts.warnings,
            notes: sum.notes + found.counts.notes,
        })
    }

    /// In how many sources something new is found.
    pub fn sources(&self) -> usize {
        let found = self.of_source.iter().flatten();
        found.filter(|found| found.counts != Counts::default()).count()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.of_source.iter().all(Option::is_none)
    }

    /// The sources in which something is found that points at one of `sources`, or would change it.
    pub(crate) fn touching(&self, sources: &BTreeSet<SourceId>) -> BTreeSet<SourceId> {
        let numbered = (0..).map(SourceId).zip(&self.of_source);
        let touching = numbered.filter_map(|(id, found)| {
            let found = found.as_ref()?;
            (!found.touched.is_disjoint(sources)).then_some(id)
        });
        touching.collect()
    }
}

impl PartialEq for Findings {
    fn eq(&self, other: &Self) -> bool {
        let same = |(ours, theirs): (&Option<Arc<OfSource>>, &Option<Arc<OfSource>>)| match (ours, theirs) {
            (Some(ours), Some(theirs)) => Arc::ptr_eq(ours, theirs) || ours == theirs,
            (ours, theirs) => ours.is_none() && theirs.is_none(),
        };
        self.of_source.len() == other.of_source.len() && self.of_source.iter().zip(&other.of_source).all(same)
    }
}

impl<'f> IntoIterator for &'f Findings {
    type Item = &'f Finding;
    type IntoIter = Box<dyn Iterator<Item = &'f Finding> + 'f>;

    fn into_iter(self) -> Self::IntoIter {
        Box::new(self.iter())
    }
}

fn of_source(findings: Vec<Finding>) -> Option<Arc<OfSource>> {
    let mut touched = BTreeSet::new();
    for finding in &findings {
        let labels = finding.related.iter().map(|label| label.place.source);
        let edits = finding.fix.iter().flat_map(|fix| &fix.edits);
        touched.extend(labels.chain(edits.map(|edit| edit.place.source)));
    }
    let of_level = |level| {
        let new = findings.iter().filter(|finding| !finding.is_known);
        new.filter(|finding| finding.level == level).count()
    };
    let counts = Counts {
        errors: of_level(Level::Deny),
        warnings: of_level(Level::Warn),
        notes: of_level(Level::Note),
    };
    (!findings.is_empty()).then(|| {
        Arc::new(OfSource {
            findings,
            counts,
            touched,
        })
    })
}
