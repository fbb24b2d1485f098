//! A site to a folder, whole or not at all.
//!
//! Everything is made in a staging folder beside the output, and the two change places at the end: a
//! reader of the output sees the whole old site or the whole new one. What rolebook did not write is
//! never touched; a list of its own files at the root of the output says which those are.

#![expect(clippy::disallowed_methods, reason = "this room writes the site")]

mod compare;
mod encoded;
mod error;
mod lock;
mod manifest;
mod old;
mod staging;
mod swap;
mod target;
mod unchanged;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::time::Duration;

pub use error::PublishError;

use lock::Lock;
use manifest::Manifest;
use old::OldSite;
use staging::{Made, Staging};
use target::Target;

use crate::config::Encoding;
use crate::render::Artifacts;
use crate::stage::{Stage, Watch};
use crate::text::SitePath;

/// What was published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// The folder.
    pub output: PathBuf,
    /// Pages.
    pub pages: Count,
    /// All files, pages too.
    pub files: Count,
    /// How many files of the old site are no more.
    pub removed: usize,
    /// The length of all files.
    pub bytes: u64,
    /// The files by what they are.
    pub kinds: BTreeMap<&'static str, Kind>,
    /// Where files are that someone put into the old site while the new one was made.
    pub kept: Option<PathBuf>,
}

/// How many there are, and how many of them are new or other than before.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    /// How many there are.
    pub total: usize,
    /// How many are new or other than before.
    pub changed: usize,
}

/// Files of a kind, and how long threads worked on them, all threads together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Kind {
    /// How many there are.
    pub files: usize,
    /// Their length.
    pub bytes: u64,
    /// To make them.
    pub making: Duration,
    /// To hold them against the old site and to write those that differ.
    pub writing: Duration,
}

/// Publishes `site` to the folder `output`, which is relative to the handbook's folder `root`.
///
/// Files that are as they were keep their modification time. Texts lie beside themselves in those `encodings`. `watch` is
/// told how far it is.
///
/// # Errors
/// Where the folder isn't rolebook's to write, or can't be written. The old site is then as it was.
pub fn publish(
    root: &Path,
    output: &Path,
    site: &dyn Artifacts,
    encodings: &[Encoding],
    watch: &dyn Watch,
) -> Result<Report, PublishError> {
    watch.begins(Stage::Look);
    let target = Target::find(root, output)?;
    let _lock = Lock::take(&target)?;
    swap::recover(&target)?;
    let old = OldSite::read(&target.output)?;
    let origin = unchanged::origin(root, site)?;
    let known = origin
        .as_deref()
        .and_then(|origin| unchanged::report(&target.output, &old, origin));
    if let Some(report) = known {
        return Ok(report);
    }
    let staging = Staging::open(&target)?;
    watch.begins(Stage::Index);
    site.prepare();
    watch.begins(Stage::Render);
    let made = staging.make(root, (site, encodings), &old, watch)?;
    let manifest = Manifest::of(made.iter().map(|made| made.path.clone()), origin);
    let mut report = report(&target, &made, &old, &manifest);
    if report.files.changed == 0 && report.removed == 0 && old.exists() {
        if manifest.origin().is_some() {
            // The same was made from something else: that is noted, for the next time.
            staging.note(&manifest, &target)?;
        }
        return Ok(report);
    }
    watch.begins(Stage::Publish);
    staging.carry_over(&made, &old)?;
    staging.close(&manifest)?;
    let swapped = swap::swap(&target).inspect_err(|_| {
        // What can't be removed now, the next run removes.
        let _ = old::remove(&target.staging);
    });
    report.kept = swapped?;
    Ok(report)
}

fn report(target: &Target, made: &[Made], old: &OldSite, manifest: &Manifest) -> Report {
    let count = |wanted: fn(&Made) -> bool| {
        let those = || made.iter().filter(|made| wanted(made));
        Count {
            total: those().count(),
            changed: those().filter(|made| made.changed).count(),
        }
    };
    Report {
        output: target.output.clone(),
        pages: count(|made| is_page(&made.path)),
        files: count(|_| true),
        removed: old.manifest.files().filter(|path| !manifest.holds(path)).count(),
        bytes: made.iter().map(|made| made.len).sum(),
        kinds: kinds(made),
        kept: None,
    }
}

fn kinds(made: &[Made]) -> BTreeMap<&'static str, Kind> {
    let mut kinds: BTreeMap<&'static str, Kind> = BTreeMap::new();
    for made in made {
        let kind = kinds.entry(made.kind).or_default();
        let (making, writing) = made.took;
        kind.files += 1;
        kind.bytes += made.len;
        kind.making += making;
        kind.writing += writing;
    }
    kinds
}

fn is_page(path: &SitePath) -> bool {
    path.as_str()
        .rsplit_once('.')
        .is_some_and(|(_, extension)| extension == "html")
}

#[cfg(test)]
mod tests;
