//! Whether a site is there already, as it would be made again.
//!
//! The list of its files says what it was made from. Where that is the same, and no file was touched after the list was
//! written, which is the last of them, nothing has to be made to know what it would hold.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::Path;
use std::time::SystemTime;

use rayon::prelude::*;
use sha2::digest::Output;
use sha2::{Digest, Sha256};

use super::manifest::MANIFEST;
use super::old::OldSite;
use super::{Count, Report};
use super::{PublishError, is_page};
use crate::render::{Artifacts, Origin};
use crate::text::SitePath;

/// What the site is made from, as a number, with what those files hold that are published as they are; none where that
/// can't be told.
pub(super) fn origin(root: &Path, site: &dyn Artifacts) -> Result<Option<String>, PublishError> {
    let Some(Origin { digest, copies }) = site.origin() else {
        return Ok(None);
    };
    let held = copies.par_iter().map(|path| {
        let path = root.join(path.as_str());
        digest_of(&path).map_err(PublishError::io("read", &path))
    });
    let held = held.collect::<Result<Vec<_>, PublishError>>()?;
    let held = held.into_iter().fold(Sha256::new(), Digest::chain_update);
    let held = held.finalize();
    let held = held.iter().map(|byte| format!("{byte:02x}"));
    Ok(Some(digest + "-" + &held.collect::<String>()))
}

/// A number for what the file at `path` holds, which is never held in memory as a whole.
fn digest_of(path: &Path) -> io::Result<Output<Sha256>> {
    let mut file = File::open(path)?;
    let mut hasher = Sha256::new();
    let mut piece = vec![0; 64 * 1024];
    loop {
        match file.read(&mut piece)? {
            0 => return Ok(hasher.finalize()),
            len => hasher.update(&piece[..len]),
        }
    }
}

/// What is there, where it is what would be made from `origin`.
pub(super) fn report(output: &Path, old: &OldSite, origin: &str) -> Option<Report> {
    if old.manifest.origin() != Some(origin) {
        return None;
    }
    let written = fs::metadata(output.join(MANIFEST)).ok()?.modified().ok()?;
    let files: Vec<&SitePath> = old.manifest.files().collect();
    let lengths = files
        .par_iter()
        .map(|path| untouched(&output.join(path.as_str()), written));
    let lengths = lengths.collect::<Option<Vec<u64>>>()?;
    let count = |total| Count { total, changed: 0 };
    Some(Report {
        output: output.to_owned(),
        pages: count(files.iter().filter(|path| is_page(path)).count()),
        files: count(files.len()),
        removed: 0,
        bytes: lengths.iter().sum(),
        kinds: std::collections::BTreeMap::new(),
        kept: None,
    })
}

/// The length of the ordinary file at `path`, where it was there before the time `written`.
fn untouched(path: &Path, written: SystemTime) -> Option<u64> {
    let metadata = fs::symlink_metadata(path).ok()?;
    let is_older = metadata.modified().is_ok_and(|modified| modified < written);
    (metadata.is_file() && is_older).then_some(metadata.len())
}
