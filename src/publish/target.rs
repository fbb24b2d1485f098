//! Where a site is published to, and the places beside it.

use std::ffi::OsString;
use std::path::{Component, Path, PathBuf};

use super::PublishError;

/// The output folder and the hidden places beside it, on the same file system.
#[derive(Clone, Debug)]
pub(super) struct Target {
    /// The folder that the site is published to; its parent is there.
    pub(super) output: PathBuf,
    /// Where the new site is made, and where the old one is after the two have changed places.
    pub(super) staging: PathBuf,
    /// Where the old site waits for a moment on systems that can't let two folders change places.
    pub(super) previous: PathBuf,
    /// The file that is locked while a run publishes.
    pub(super) lock: PathBuf,
}

impl Target {
    /// Finds the places for `output`, which is relative to `root`; a link to a folder is followed.
    pub(super) fn find(root: &Path, output: &Path) -> Result<Self, PublishError> {
        let written = root.join(output);
        let unfit = |reason| PublishError::Unfit {
            output: written.clone(),
            reason,
        };
        let real = real(&written).ok_or_else(|| unfit("that is no folder's name"))?;
        let root = root.canonicalize().map_err(PublishError::io("read", root))?;
        if root.starts_with(&real) {
            return Err(unfit("the handbook itself lies in it"));
        }
        if ["content", "themes", ".git"]
            .iter()
            .any(|folder| real.starts_with(root.join(folder)))
        {
            return Err(unfit("it lies among the handbook's sources"));
        }
        if real.exists() && !real.is_dir() {
            return Err(unfit("that is a file"));
        }
        if real.is_symlink() {
            return Err(unfit("that is a link which leads nowhere"));
        }
        let (Some(parent), Some(name)) = (real.parent(), real.file_name()) else {
            return Err(unfit("that is no folder's name"));
        };
        std::fs::create_dir_all(parent).map_err(PublishError::io("made", parent))?;
        let beside = |what: &str| {
            let mut hidden = OsString::from(".");
            hidden.push(name);
            hidden.push(what);
            parent.join(hidden)
        };
        Ok(Self {
            staging: beside(".staging"),
            previous: beside(".previous"),
            lock: beside(".lock"),
            output: real,
        })
    }
}

/// The path without links, `.` and `..`; what isn't there yet is taken as written.
fn real(path: &Path) -> Option<PathBuf> {
    let there = path
        .ancestors()
        .find_map(|folder| Some((folder, folder.canonicalize().ok()?)));
    let (folder, real) = there?;
    let rest = path.strip_prefix(folder).ok()?;
    let is_plain = rest.components().all(|part| matches!(part, Component::Normal(_)));
    is_plain.then(|| {
        if rest.as_os_str().is_empty() {
            real.clone()
        } else {
            real.join(rest)
        }
    })
}
