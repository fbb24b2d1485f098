//! What is to be watched, as one walk through the handbook found it.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use super::dropping::is_dropping;

/// The folder of a handbook's sources.
pub(super) const CONTENT: &str = "content";

/// The folder of its themes.
pub(super) const THEMES: &str = "themes";

/// The files beside them.
pub(super) const FILES: [&str; 2] = ["book.toml", "baseline.toml"];

/// The handbook's folder.
#[derive(Clone, Debug)]
pub(super) struct Root {
    /// As it was given, and as files are named to those who are woken.
    pub(super) shown: PathBuf,
    /// From the top of the disk; with a name, where that can be had.
    pub(super) absolute: PathBuf,
}

impl Root {
    /// The folder `shown`.
    pub(super) fn new(shown: &Path) -> Self {
        let absolute = std::path::absolute(shown).unwrap_or_else(|_| shown.to_owned());
        let named = absolute.file_name().is_some();
        Self {
            shown: shown.to_owned(),
            absolute: if named {
                absolute
            } else {
                absolute.canonicalize().unwrap_or(absolute)
            },
        }
    }

    /// The folders that may each lie on a disk of their own.
    pub(super) fn parts(&self) -> [PathBuf; 3] {
        let root = &self.absolute;
        [root.clone(), root.join(CONTENT), root.join(THEMES)]
    }
}

/// What is to be watched.
#[derive(Debug, Default)]
pub(super) struct Survey {
    /// Where paths led that may lead elsewhere later: the handbook's parts, and links.
    pub(super) leads: BTreeMap<PathBuf, Option<PathBuf>>,
    /// The names that real files and folders go by in the handbook.
    pub(super) names: BTreeMap<PathBuf, Vec<PathBuf>>,
    /// The real paths that, when they come or go, change what is to be watched.
    pub(super) gates: BTreeSet<PathBuf>,
    /// Whether the handbook was there.
    pub(super) complete: bool,
}

impl Survey {
    /// The names that the real path `path` goes by in the handbook; none where it is nobody's content.
    pub(super) fn shown(&self, path: &Path) -> Vec<PathBuf> {
        let mut shown = Vec::new();
        for ancestor in path.ancestors() {
            let names = self.names.get(ancestor).map(Vec::as_slice).unwrap_or_default();
            let Ok(rest) = path.strip_prefix(ancestor) else {
                continue;
            };
            if rest.iter().any(is_dropping) {
                break;
            }
            if rest.as_os_str().is_empty() {
                shown.extend_from_slice(names);
            } else {
                shown.extend(names.iter().map(|name| name.join(rest)));
            }
        }
        shown
    }

    /// Whether what comes or goes at the real path `path` changes what is to be watched.
    pub(super) fn is_gate(&self, path: &Path) -> bool {
        self.gates.contains(path)
    }

    /// Whether a path leads elsewhere by now.
    pub(super) fn is_stale(&self) -> bool {
        let mut leads = self.leads.iter();
        leads.any(|(path, to)| path.canonicalize().ok() != *to)
    }
}
