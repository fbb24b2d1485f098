//! What a file that is published as it is looks like from outside, to see whether it is another one now.

use std::collections::BTreeMap;
use std::path::Path;
use std::time::SystemTime;

use crate::text::{Snapshot, SourcePath};

/// How long a file is, and when it was last written, as far as the system tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stamp {
    len: u64,
    modified: Option<SystemTime>,
}

impl Stamp {
    /// That of the file at `path`; none where it can't be seen.
    pub fn of(path: &Path) -> Option<Self> {
        let metadata = path.metadata().ok()?;
        Some(Self {
            len: metadata.len(),
            modified: metadata.modified().ok(),
        })
    }
}

/// The stamps of all files of the handbook in `root` that are published as they are.
pub fn stamps(root: &Path, snapshot: &Snapshot) -> BTreeMap<SourcePath, Stamp> {
    let assets = snapshot.assets.iter();
    let stamps = assets.filter_map(|asset| {
        let stamp = Stamp::of(&root.join(asset.path.as_str()))?;
        Some((asset.path.clone(), stamp))
    });
    stamps.collect()
}
