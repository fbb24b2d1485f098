//! The handbook's own theme files.

use std::path::Path;

use super::LoadError;
use super::inside::Inside;
use super::walk::{Found, walk};
use crate::text::{Fault, ThemeFile};

/// The theme that is built in; a folder of its name overrides parts of it.
const BUILT_IN: &str = "default";

/// The files below `themes/NAME`, by name; none where there is no such folder and need be none.
pub(super) fn files(root: &Path, name: &str) -> Result<Vec<ThemeFile>, LoadError> {
    let folder = root.join("themes").join(name);
    // A name that isn't one is a finding about `book.toml`.
    if name.is_empty() || name.contains(['/', '\\', ':']) || name.starts_with('.') {
        return Ok(Vec::new());
    }
    if !folder.is_dir() {
        return if name == BUILT_IN {
            Ok(Vec::new())
        } else {
            Err(LoadError::NoTheme {
                name: name.to_owned(),
                folder,
            })
        };
    }
    let inside = Inside::of(&[root, &folder]);
    let mut files: Vec<ThemeFile> = walk(&folder, &inside)
        .into_iter()
        .map(file)
        .collect::<Result<_, _>>()?;
    files.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(files)
}

fn file(found: Found) -> Result<ThemeFile, LoadError> {
    if let Some(fault) = found.fault {
        let reason = match fault {
            Fault::Link(words) => format!("this link {words}"),
            Fault::Name(words) => format!("its name {words}"),
            Fault::Unreadable(words) => words,
            Fault::NotUtf8(_) | Fault::TooLarge { .. } => String::from("it is no text"),
        };
        return Err(LoadError::Theme {
            path: found.path,
            reason,
        });
    }
    let bytes = std::fs::read(&found.path).map_err(|error| LoadError::io(&found.path, error))?;
    Ok(ThemeFile {
        name: found.below,
        bytes: bytes.into(),
    })
}
