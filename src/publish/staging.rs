//! Where a new site is made.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use rayon::prelude::*;

use super::PublishError;
use super::compare;
use super::encoded;
use super::manifest::{MANIFEST, Manifest};
use super::old::OldSite;
use super::target::Target;
use crate::config::Encoding;
use crate::picture::{self, Extent};
use crate::render::{Artifact, Artifacts, Pieces};
use crate::stage::Watch;
use crate::text::SitePath;

/// How many bytes are gathered before they are written.
const PIECE: usize = 64 * 1024;

/// The file that says of a folder: rolebook began it and did not finish.
const MARKER: &str = ".rolebook-unfinished";

/// Whether `folder` is the beginning of a site that a run did not finish.
pub(super) fn is_unfinished(folder: &Path) -> bool {
    folder.join(MARKER).is_file()
}

/// Removes a site that was not finished, the marker last: a run that is killed meanwhile leaves a folder
/// that the next one still knows as unfinished.
pub(super) fn discard(folder: &Path) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        if entry.file_type()?.is_dir() {
            fs::remove_dir_all(entry.path())?;
        } else if entry.file_name() != MARKER {
            fs::remove_file(entry.path())?;
        }
    }
    fs::remove_file(folder.join(MARKER))?;
    fs::remove_dir(folder)
}

/// A folder in which a site is made; removed unless it was finished.
#[derive(Debug)]
pub(super) struct Staging {
    folder: PathBuf,
    finished: bool,
}

/// A file of the new site.
#[derive(Clone, Debug)]
pub(super) struct Made {
    /// Its address.
    pub(super) path: SitePath,
    /// Its length.
    pub(super) len: u64,
    /// Whether it is new or other than before, and thus written already.
    pub(super) changed: bool,
    /// What it is, in a word.
    pub(super) kind: &'static str,
    /// How long it took to make it, and to hold it against the old one and write it.
    pub(super) took: (Duration, Duration),
}

/// What a file holds.
enum Holding {
    Bytes(Vec<u8>),
    /// What that file of the handbook holds.
    File(PathBuf),
}

impl Staging {
    /// Makes the folder; what an earlier run left there is gone by now.
    pub(super) fn open(target: &Target) -> Result<Self, PublishError> {
        let folder = target.staging.clone();
        fs::create_dir(&folder).map_err(PublishError::io("made", &folder))?;
        let marker = folder.join(MARKER);
        let staging = Self {
            folder,
            finished: false,
        };
        fs::write(&marker, "").map_err(PublishError::io("written", &marker))?;
        Ok(staging)
    }

    /// Makes every file of `site`, on all cores, and writes those that are not in `old` as they are.
    pub(super) fn make(
        &self,
        root: &Path,
        (site, encodings): (&dyn Artifacts, &[Encoding]),
        old: &OldSite,
        watch: &dyn Watch,
    ) -> Result<Vec<Made>, PublishError> {
        let mut paths = site.paths();
        paths.sort();
        paths.dedup();
        self.make_folders(&paths)?;
        let (all, done) = (paths.len(), AtomicUsize::new(0));
        let made = paths.into_par_iter().map(|path| {
            let made = self.make_one(path, root, (site, encodings), old);
            watch.has_made(done.fetch_add(1, Ordering::Relaxed) + 1, all);
            made
        });
        let made: Vec<Vec<Made>> = made.collect::<Result<_, PublishError>>()?;
        Ok(made.into_iter().flatten().collect())
    }

    /// Makes the file at `path`, and what lies beside it.
    fn make_one(
        &self,
        path: SitePath,
        root: &Path,
        (site, encodings): (&dyn Artifacts, &[Encoding]),
        old: &OldSite,
    ) -> Result<Vec<Made>, PublishError> {
        let begun = Instant::now();
        let artifact = site.make(&path).map_err(PublishError::Render)?;
        let holding = match artifact {
            None => return Ok(Vec::new()),
            Some(Artifact::Bytes(bytes)) => Holding::Bytes(bytes),
            Some(Artifact::Pieces(pieces)) => return self.make_pieces(path, (site, encodings), &pieces, old),
            Some(Artifact::Picture(svg)) => {
                let drawn = picture::png(&svg, Extent::Scale(1.0));
                Holding::Bytes(drawn.map_err(PublishError::Picture)?)
            }
            Some(Artifact::Copy(source)) => Holding::File(root.join(source.as_str())),
        };
        let making = begun.elapsed();
        let (len, changed) = match &holding {
            Holding::Bytes(bytes) => self.write(&path, bytes, old)?,
            Holding::File(source) => self.copy(&path, source, old)?,
        };
        let own = Made {
            kind: site.kind(&path),
            took: (making, begun.elapsed().saturating_sub(making)),
            path,
            len,
            changed,
        };
        let mut made = match holding {
            Holding::Bytes(bytes) => self.encode(&own, &bytes, encodings, old)?,
            Holding::File(source) => self.encode_file(&own, &source, encodings, old)?,
        };
        made.push(own);
        Ok(made)
    }

    /// The same for what is made while it is written, so that both are counted as making.
    fn make_pieces(
        &self,
        path: SitePath,
        (site, encodings): (&dyn Artifacts, &[Encoding]),
        pieces: &Pieces<'_>,
        old: &OldSite,
    ) -> Result<Vec<Made>, PublishError> {
        let begun = Instant::now();
        let to = self.folder.join(path.as_str());
        let written = File::create_new(&to).and_then(|file| {
            let mut file = BufWriter::with_capacity(PIECE, file);
            pieces.write(&mut file)?;
            file.into_inner()?.metadata()
        });
        let len = written.map_err(PublishError::io("written", &to))?.len();
        let making = begun.elapsed();
        let old_file = old.file(&path);
        let is_same = |old: &PathBuf| compare::holds_same(old, &to).unwrap_or(false);
        let same = old_file.filter(is_same);
        if same.is_some() {
            fs::remove_file(&to).map_err(PublishError::io("removed", &to))?;
        }
        let own = Made {
            kind: site.kind(&path),
            took: (making, begun.elapsed().saturating_sub(making)),
            path,
            len,
            changed: same.is_none(),
        };
        let mut made = self.encode_file(&own, &same.unwrap_or(to), encodings, old)?;
        made.push(own);
        Ok(made)
    }

    /// Writes what `source`, which is the file `own`, holds beside it in `encodings`, where that is worth it.
    fn encode_file(
        &self,
        own: &Made,
        source: &Path,
        encodings: &[Encoding],
        old: &OldSite,
    ) -> Result<Vec<Made>, PublishError> {
        if encodings.is_empty() || !encoded::is_text(&own.path) {
            return Ok(Vec::new());
        }
        let bytes = fs::read(source).map_err(PublishError::io("read", source))?;
        self.encode(own, &bytes, encodings, old)
    }

    /// Writes what the file `own` holds beside it in `encodings`, where that is worth it.
    fn encode(
        &self,
        own: &Made,
        bytes: &[u8],
        encodings: &[Encoding],
        old: &OldSite,
    ) -> Result<Vec<Made>, PublishError> {
        let mut made = Vec::new();
        for encoding in encodings
            .iter()
            .filter(|_| encoded::is_worth_it(&own.path, bytes.len()))
        {
            let Some(path) = encoded::beside(&own.path, *encoding) else {
                continue;
            };
            // Where the file is as it was, so is what was made of it.
            let known = old.file(&path).filter(|_| !own.changed);
            let known = known.and_then(|known| fs::metadata(known).ok());
            let begun = Instant::now();
            let (len, changed) = if let Some(metadata) = known {
                (metadata.len(), false)
            } else {
                let encoded = encoded::encoded(bytes, *encoding);
                let failed = PublishError::io("compressed", Path::new(own.path.as_str()));
                self.write(&path, &encoded.map_err(failed)?, old)?
            };
            made.push(Made {
                path,
                len,
                changed,
                kind: "compressed",
                took: (begun.elapsed(), Duration::ZERO),
            });
        }
        Ok(made)
    }

    /// Takes the files that are as they were from the old site, with their modification times.
    pub(super) fn carry_over(&self, made: &[Made], old: &OldSite) -> Result<(), PublishError> {
        made.par_iter().filter(|made| !made.changed).try_for_each(|made| {
            let Some(from) = old.file(&made.path) else {
                return Ok(());
            };
            let to = self.folder.join(made.path.as_str());
            let linked = fs::hard_link(&from, &to).or_else(|_| copy_with_time(&from, &to));
            linked.map_err(PublishError::io("written", &to))
        })
    }

    /// Gives the old site, which stays, this list of its files in the place of its own.
    pub(super) fn note(&self, manifest: &Manifest, target: &Target) -> Result<(), PublishError> {
        manifest.write(&self.folder)?;
        let to = target.output.join(MANIFEST);
        fs::rename(self.folder.join(MANIFEST), &to).map_err(PublishError::io("written", &to))
    }

    /// Finishes the site: adds the list of its files.
    pub(super) fn close(mut self, manifest: &Manifest) -> Result<(), PublishError> {
        manifest.write(&self.folder)?;
        let marker = self.folder.join(MARKER);
        fs::remove_file(&marker).map_err(PublishError::io("removed", &marker))?;
        self.finished = true;
        Ok(())
    }

    /// Makes every folder once, before files are written on all cores.
    fn make_folders(&self, paths: &[SitePath]) -> Result<(), PublishError> {
        let folders = paths.iter().filter_map(|path| path.as_str().rsplit_once('/'));
        let folders: BTreeSet<&str> = folders.map(|(folder, _)| folder).collect();
        for folder in folders {
            let folder = self.folder.join(folder);
            fs::create_dir_all(&folder).map_err(PublishError::io("made", &folder))?;
        }
        Ok(())
    }

    /// The length of the file, and whether it had to be written.
    fn write(&self, path: &SitePath, bytes: &[u8], old: &OldSite) -> Result<(u64, bool), PublishError> {
        let len = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
        if old
            .file(path)
            .is_some_and(|old| compare::holds_bytes(&old, bytes))
        {
            return Ok((len, false));
        }
        let to = self.folder.join(path.as_str());
        let written = File::create_new(&to).and_then(|mut file| file.write_all(bytes));
        written.map_err(PublishError::io("written", &to))?;
        Ok((len, true))
    }

    /// The same for a file of the handbook, which is never held in memory.
    fn copy(&self, path: &SitePath, from: &Path, old: &OldSite) -> Result<(u64, bool), PublishError> {
        let mut file = File::open(from).map_err(PublishError::io("read", from))?;
        if let Some(old) = old.file(path) {
            let same = compare::holds_same(&old, from).map_err(PublishError::io("read", from))?;
            if same {
                let len = file.metadata().map_or(0, |metadata| metadata.len());
                return Ok((len, false));
            }
        }
        let to = self.folder.join(path.as_str());
        let copied = File::create_new(&to).and_then(|mut to| io::copy(&mut file, &mut to));
        Ok((copied.map_err(PublishError::io("written", &to))?, true))
    }
}

impl Drop for Staging {
    fn drop(&mut self) {
        if !self.finished {
            // What can't be removed now, the next run removes.
            let _ = discard(&self.folder);
        }
    }
}

/// For file systems that know no hard links.
fn copy_with_time(from: &Path, to: &Path) -> io::Result<()> {
    let mut old = File::open(from)?;
    let mut new = File::create_new(to)?;
    io::copy(&mut old, &mut new)?;
    new.set_modified(old.metadata()?.modified()?)
}
