//! What was committed to the sources, as far back as git knows.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::Timestamp;
use jiff::civil::Date;

use super::SourcePath;

/// The history of a handbook's sources.
#[derive(Debug, Default)]
pub struct History {
    /// The commit that it ends with; none where nothing of it can be read.
    pub head: String,
    /// The commits that touched a source below `content/`, the newest first. Merges are left out: what they bring
    /// was committed before.
    pub commits: Vec<Commit>,
    /// What the sources held, by the numbers that changes have.
    pub texts: Vec<Arc<str>>,
    /// Why it is not the whole, if it is not.
    pub shortfall: Option<Shortfall>,
    last: BTreeMap<SourcePath, LastChange>,
}

/// Why a history is not the whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shortfall {
    /// The clone is a shallow one: what came before its oldest commits is not there.
    Shallow,
    /// Git does not let it be read, because the folder is another user's.
    Refused,
}

/// A commit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Commit {
    /// Its object name, in full.
    pub id: String,
    /// When it was committed.
    pub at: Timestamp,
    /// The day where that was done.
    pub day: Date,
    /// Who wrote it, those whom it names as further authors included; as a mailmap spells them.
    pub authors: Vec<String>,
    /// The sources that it changed. Of the oldest commits of a shallow clone, which seem to add everything, none.
    pub changes: Vec<Change>,
}

/// What a commit did to a source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// Where it lies after it; where it lay, if it is gone.
    pub path: SourcePath,
    /// Where it lay, if it was moved.
    pub from: Option<SourcePath>,
    /// What it held before, by number; none where it is new, or its text is not to be had.
    pub before: Option<usize>,
    /// What it holds after it; none where it is gone, or its text is not to be had.
    pub after: Option<usize>,
    /// Whether it is gone.
    pub is_gone: bool,
}

/// When a source changed last, and who ever did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LastChange {
    /// When.
    pub at: Timestamp,
    /// The day where that was done.
    pub day: Date,
    /// Everyone who changed it, whoever did last first.
    pub authors: Vec<String>,
}

/// Histories that end with the same commit, and reach back as far, are the same.
impl PartialEq for History {
    fn eq(&self, other: &Self) -> bool {
        let key = |history: &Self| (history.commits.len(), history.shortfall);
        self.head == other.head && key(self) == key(other)
    }
}

impl Eq for History {}

impl History {
    /// The history of those commits.
    pub fn new(
        head: String,
        commits: Vec<Commit>,
        texts: Vec<Arc<str>>,
        shortfall: Option<Shortfall>,
    ) -> Self {
        let last = last_changes(&commits);
        Self {
            head,
            commits,
            texts,
            shortfall,
            last,
        }
    }

    /// When the source that lies at `path` today changed last.
    pub fn last_change(&self, path: &SourcePath) -> Option<&LastChange> {
        self.last.get(path)
    }
}

/// Where a source that had a path at some time lies today, seen from the newest commit to the oldest.
#[derive(Debug)]
pub(crate) struct Moves<T>(BTreeMap<SourcePath, T>);

impl<T> Default for Moves<T> {
    fn default() -> Self {
        Self(BTreeMap::new())
    }
}

impl<T: Copy> Moves<T> {
    /// Which source `change` is about; `fresh` makes one that was not met before. Then it goes by the path that it had
    /// before the change.
    pub(crate) fn follow(&mut self, change: &Change, fresh: impl FnOnce() -> T) -> T {
        let known = self.0.get(&change.path).copied();
        let one = known.unwrap_or_else(fresh);
        match &change.from {
            Some(from) => {
                self.0.remove(&change.path);
                self.0.insert(from.clone(), one);
            }
            None => {
                self.0.insert(change.path.clone(), one);
            }
        }
        one
    }
}

fn last_changes(commits: &[Commit]) -> BTreeMap<SourcePath, LastChange> {
    let mut found: Vec<(SourcePath, LastChange)> = Vec::new();
    let mut moves: Moves<usize> = Moves::default();
    // Of what is gone nothing is asked; it is followed all the same, so that no other takes its place.
    for commit in commits {
        for change in &commit.changes {
            let one = moves.follow(change, || {
                let last = LastChange {
                    at: commit.at,
                    day: commit.day,
                    authors: Vec::new(),
                };
                found.push((change.path.clone(), last));
                found.len() - 1
            });
            let authors = &mut found[one].1.authors;
            for author in &commit.authors {
                if !authors.contains(author) {
                    authors.push(author.clone());
                }
            }
        }
    }
    found.into_iter().rev().collect()
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::{Change, Commit, History};
    use crate::text::SourcePath;

    fn path(name: &str) -> SourcePath {
        SourcePath::new(&format!("content/{name}.md")).unwrap()
    }

    fn commit(day: i8, author: &str, changes: &[(&str, Option<&str>)]) -> Commit {
        let date = jiff::civil::date(2026, 1, day);
        Commit {
            id: format!("{day:040}"),
            at: jiff::tz::TimeZone::UTC.to_timestamp(date.at(0, 0, 0, 0)).unwrap(),
            day: date,
            authors: vec![author.to_owned()],
            changes: changes
                .iter()
                .map(|(name, from)| Change {
                    path: path(name),
                    from: from.map(path),
                    before: None,
                    after: None,
                    is_gone: false,
                })
                .collect(),
        }
    }

    #[test]
    fn the_last_change_of_a_source_is_known_under_its_name_of_today() {
        let commits = vec![
            commit(5, "E", &[("a", None)]),
            commit(4, "D", &[("b", Some("a"))]),
            commit(3, "C", &[("a", None), ("c", None)]),
            commit(2, "E", &[("a", None)]),
        ];
        let history = History::new(String::new(), commits, Vec::new(), None);
        let told = |name: &str| {
            let last = history.last_change(&path(name)).unwrap();
            (last.day.day(), last.authors.join(" "))
        };
        // What was `a` before the fourth is `b` today.
        assert_eq!(told("a"), (5, "E".to_owned()));
        assert_eq!(told("b"), (4, "D C E".to_owned()));
        assert_eq!(told("c"), (3, "C".to_owned()));
        assert!(history.last_change(&path("d")).is_none());
    }
}
