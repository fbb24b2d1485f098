//! Where a handbook is: the folder that holds `book.toml`.

use std::path::{Path, PathBuf};

use super::LoadError;

/// The name of the configuration.
pub const BOOK: &str = "book.toml";

/// The file beside it that holds the findings that were there before.
pub const BASELINE: &str = "baseline.toml";

/// The folder of the handbook: `given`, or else the nearest of `current` and the folders above it
/// that holds a `book.toml`.
///
/// # Errors
/// Where there is none.
pub fn find_root(given: Option<&Path>, current: &Path) -> Result<PathBuf, LoadError> {
    let holds_book = |folder: &Path| folder.join(BOOK).exists();
    let missing = |folder: &Path| LoadError::NoBook {
        folder: folder.to_owned(),
        searched: given.is_none(),
    };
    match given {
        Some(folder) if holds_book(folder) => Ok(folder.to_owned()),
        Some(folder) => Err(missing(folder)),
        None => {
            let found = current.ancestors().find(|folder| holds_book(folder));
            found.map(Path::to_owned).ok_or_else(|| missing(current))
        }
    }
}
