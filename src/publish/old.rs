//! The site that is there already.

use std::collections::BTreeSet;
use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use walkdir::WalkDir;

use super::manifest::{MANIFEST, Manifest};
use super::{PublishError, staging};
use crate::text::SitePath;

/// What systems leave in every folder that someone opens.
const DROPPINGS: [&str; 3] = [".DS_Store", "Thumbs.db", "desktop.ini"];

/// The site in a folder, all files of which are rolebook's.
#[derive(Debug)]
pub(super) struct OldSite {
    folder: PathBuf,
    listed: bool,
    /// Its files.
    pub(super) manifest: Manifest,
}

impl OldSite {
    /// Reads the site in `folder`; refuses a folder that holds anything else.
    pub(super) fn read(folder: &Path) -> Result<Self, PublishError> {
        let manifest = Manifest::read(folder)?;
        let listed = manifest.is_some();
        let old = Self {
            folder: folder.to_owned(),
            listed,
            manifest: manifest.unwrap_or_default(),
        };
        let files = old.foreign()?;
        match (files.is_empty(), listed) {
            (true, _) => Ok(old),
            (false, true) => Err(PublishError::Foreign {
                output: old.folder,
                files,
            }),
            (false, false) => Err(PublishError::NotOurs(old.folder)),
        }
    }

    /// Whether there is a site.
    pub(super) fn exists(&self) -> bool {
        self.listed
    }

    /// Where its file `path` is, if it has one.
    pub(super) fn file(&self, path: &SitePath) -> Option<PathBuf> {
        self.manifest.holds(path).then(|| self.folder.join(path.as_str()))
    }

    /// The files in its folder that are not rolebook's, in order.
    fn foreign(&self) -> Result<Vec<String>, PublishError> {
        if !self.folder.exists() {
            return Ok(Vec::new());
        }
        let own: BTreeSet<PathBuf> = self
            .manifest
            .files()
            .map(|path| PathBuf::from(path.as_str()))
            .collect();
        let mut foreign = Vec::new();
        for entry in WalkDir::new(&self.folder).min_depth(1).sort_by_file_name() {
            let entry = entry.map_err(|error| PublishError::io("read", &self.folder)(error.into()))?;
            let path = entry.path().strip_prefix(&self.folder).unwrap_or(entry.path());
            let known = entry.file_type().is_dir()
                || own.contains(path)
                || path == Path::new(MANIFEST)
                || is_dropping(entry.path());
            if !known {
                foreign.push(path.display().to_string());
            }
        }
        Ok(foreign)
    }
}

fn is_dropping(path: &Path) -> bool {
    path.file_name()
        .is_some_and(|name| DROPPINGS.iter().any(|dropping| name == *dropping))
}

/// Removes what rolebook made in `folder`: a site that was replaced, or the beginning of one. Whatever
/// else is in it stays; true where that is so.
pub(super) fn remove(folder: &Path) -> Result<bool, PublishError> {
    match fs::symlink_metadata(folder) {
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(false),
        Ok(metadata) if metadata.is_dir() => {}
        _ => return Ok(true),
    }
    if staging::is_unfinished(folder) {
        staging::discard(folder).map_err(PublishError::io("removed", folder))?;
        return Ok(false);
    }
    let manifest = Manifest::read(folder)?.unwrap_or_default();
    for path in manifest.files() {
        forget(&folder.join(path.as_str()))?;
    }
    for entry in WalkDir::new(folder)
        .min_depth(1)
        .contents_first(true)
        .into_iter()
        .flatten()
    {
        if is_dropping(entry.path()) {
            forget(entry.path())?;
        } else if entry.file_type().is_dir() {
            // A folder that isn't empty holds someone's file, and stays.
            let _ = fs::remove_dir(entry.path());
        }
    }
    // Last, so that a run that is killed before can be taken up by the next one.
    let rest = fs::read_dir(folder).map_err(PublishError::io("read", folder))?;
    let is_other =
        |entry: io::Result<fs::DirEntry>| entry.map_or(true, |entry| entry.file_name() != MANIFEST);
    let holds_others = rest.into_iter().any(is_other);
    forget(&folder.join(MANIFEST))?;
    if !holds_others {
        fs::remove_dir(folder).map_err(PublishError::io("removed", folder))?;
    }
    Ok(holds_others)
}

fn forget(file: &Path) -> Result<(), PublishError> {
    match fs::remove_file(file) {
        Err(error) if error.kind() != ErrorKind::NotFound && !file.is_dir() => {
            Err(PublishError::io("removed", file)(error))
        }
        _ => Ok(()),
    }
}
