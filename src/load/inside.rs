//! Whether a symbolic link stays within the handbook.

use std::path::{Path, PathBuf};

/// The real folders that links may lead into.
#[derive(Clone, Debug)]
pub(super) struct Inside(Vec<PathBuf>);

impl Inside {
    /// The real places of `folders`; what is not there allows nothing.
    pub(super) fn of(folders: &[&Path]) -> Self {
        Self(
            folders
                .iter()
                .filter_map(|folder| folder.canonicalize().ok())
                .collect(),
        )
    }

    /// Whether what is at `path`, all links followed, lies within one of the folders.
    pub(super) fn holds(&self, path: &Path) -> bool {
        let real = path.canonicalize();
        real.is_ok_and(|real| self.0.iter().any(|folder| real.starts_with(folder)))
    }
}
