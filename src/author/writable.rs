//! Whether a source may be changed unasked.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use super::git::uncommitted;
use super::replace::{held, is_closed, real};
use crate::text::{Snapshot, Source, SourceId};

/// Why a source is left as it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Hold {
    /// It holds changes that git could not bring back.
    Uncommitted,
    /// There is no git, or no repository that it looks into: nothing could bring back what it holds.
    NoWayBack,
    /// It may only be read.
    Closed,
    /// It can't be reached within the handbook.
    Outside,
    /// It does not hold what was read, or goes by two names.
    Changed,
}

/// Those of `sources` in the handbook in `root` that may not be changed, and why; those that `is_free` says
/// need not be committed.
pub(crate) fn holds(
    root: &Path,
    snapshot: &Snapshot,
    sources: &BTreeSet<SourceId>,
    is_free: impl Fn(&Source) -> bool,
) -> BTreeMap<SourceId, Hold> {
    let mut holds = BTreeMap::new();
    let mut files: BTreeMap<PathBuf, SourceId> = BTreeMap::new();
    for id in sources {
        let source = snapshot.source(*id);
        let Ok(file) = real(root, source.path.as_str()) else {
            holds.insert(*id, Hold::Outside);
            continue;
        };
        let is_same = held(&file).is_ok_and(|(_, text)| text == source.text.as_bytes());
        if !is_same || files.contains_key(&file) {
            holds.insert(*id, Hold::Changed);
        } else if is_closed(&file) {
            holds.insert(*id, Hold::Closed);
        } else {
            files.insert(file, *id);
        }
    }
    let asked = files.iter().filter(|(_, id)| !is_free(snapshot.source(**id)));
    let asked: BTreeSet<PathBuf> = asked.map(|(file, _)| file.clone()).collect();
    let (lost, hold) = match uncommitted(root, &asked) {
        Some(lost) => (lost, Hold::Uncommitted),
        None => (asked, Hold::NoWayBack),
    };
    let lost = lost.iter().filter_map(|file| files.get(file));
    holds.extend(lost.map(|id| (*id, hold)));
    holds
}
