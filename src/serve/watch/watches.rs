//! Which folders the system watches for us.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::fs::Metadata;
use std::io::ErrorKind::PermissionDenied;
use std::path::{Path, PathBuf};

use notify::{Config, ErrorKind, RecommendedWatcher, RecursiveMode, Watcher};

use super::identity::Identity;
use super::told::Ears;
use super::walk::{Extent, Visit};

/// What makes the system's watcher.
pub(super) struct Maker {
    /// Makes it.
    pub(super) make: fn(Ears) -> notify::Result<Box<dyn Watcher + Send>>,
    /// Whether it can watch all that is below a folder by itself. For Linux, notify only seems to: a folder
    /// that vanishes while it looks makes it forget others.
    pub(super) whole_trees: bool,
}

impl Maker {
    /// That of this system.
    pub(super) fn recommended() -> Self {
        Self {
            make: |ears| {
                let config = Config::default().with_follow_symlinks(false);
                Ok(Box::new(RecommendedWatcher::new(ears, config)?))
            },
            whole_trees: cfg!(not(any(target_os = "linux", target_os = "android"))),
        }
    }
}

/// The watched folders.
pub(super) struct Watches {
    watcher: Box<dyn Watcher + Send>,
    whole_trees: bool,
    held: BTreeMap<PathBuf, Held>,
    /// Those that the last walk came by.
    seen: BTreeSet<PathBuf>,
    /// Why watching can't go on.
    failure: Option<notify::Error>,
}

/// A folder that is watched.
struct Held {
    identity: Identity,
    mode: RecursiveMode,
}

impl fmt::Debug for Watches {
    fn fmt(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        formatter.debug_set().entries(self.held.keys()).finish()
    }
}

impl Watches {
    /// None as yet.
    pub(super) fn new(maker: &Maker, ears: Ears) -> notify::Result<Self> {
        Ok(Self {
            watcher: (maker.make)(ears)?,
            whole_trees: maker.whole_trees,
            held: BTreeMap::new(),
            seen: BTreeSet::new(),
            failure: None,
        })
    }

    /// A walk through the handbook begins.
    pub(super) fn begin(&mut self) {
        self.seen.clear();
    }

    /// It has ended: what it didn't come by is no longer watched.
    pub(super) fn settle(&mut self) -> notify::Result<()> {
        let unseen = self.held.keys().filter(|folder| !self.seen.contains(*folder));
        for folder in unseen.cloned().collect::<Vec<_>>() {
            self.let_go(&folder);
        }
        self.failure.take().map_or(Ok(()), Err)
    }

    /// What was at the path is gone, and its watches with it.
    pub(super) fn forget(&mut self, path: &Path) {
        let below = self.held.range(path.to_owned()..).map(|(folder, _)| folder);
        let below = below.take_while(|folder| folder.starts_with(path));
        for folder in below.cloned().collect::<Vec<_>>() {
            self.let_go(&folder);
        }
    }

    /// Events were lost: who knows what is watched still.
    pub(super) fn forget_all(&mut self) {
        // Where a folder is watched after all, watching it once more does nothing.
        if !self.whole_trees {
            self.held.clear();
        }
    }

    /// Whether another folder lies at the path of one that is watched.
    pub(super) fn is_stale(&self) -> bool {
        let mut held = self.held.iter();
        held.any(|(folder, held)| Identity::of(folder) != Some(held.identity))
    }

    fn let_go(&mut self, folder: &Path) {
        self.held.remove(folder);
        // The system has often let go of it already.
        let _ = self.watcher.unwatch(folder);
    }

    /// How to watch it; not at all where another watch reaches it.
    fn mode(&self, folder: &Path, extent: Extent) -> Option<RecursiveMode> {
        if !self.whole_trees {
            return Some(RecursiveMode::NonRecursive);
        }
        let is_tree = |path: &Path| {
            let held = self.held.get(path).filter(|_| self.seen.contains(path));
            held.is_some_and(|held| held.mode == RecursiveMode::Recursive)
        };
        let mode = match extent {
            Extent::Within => return None,
            Extent::Alone => RecursiveMode::NonRecursive,
            Extent::Tree => RecursiveMode::Recursive,
        };
        (!folder.ancestors().any(is_tree)).then_some(mode)
    }
}

impl Visit for Watches {
    fn folder(&mut self, folder: &Path, extent: Extent) {
        let Some(mode) = self.mode(folder, extent) else {
            return;
        };
        let Some(identity) = Identity::of(folder).filter(|_| self.failure.is_none()) else {
            return;
        };
        let held = self.held.get(folder);
        if !held.is_some_and(|held| held.identity == identity && held.mode == mode) {
            if held.is_some() {
                self.let_go(folder);
            }
            match self.watcher.watch(folder, mode) {
                Ok(()) => {}
                Err(error) if is_passing(&error, folder) => return,
                Err(error) => {
                    self.failure = Some(error);
                    return;
                }
            }
            self.held.insert(folder.to_owned(), Held { identity, mode });
        }
        self.seen.insert(folder.to_owned());
    }

    fn wants_files(&self) -> bool {
        false
    }

    fn file(&mut self, _: PathBuf, _: &Metadata) {}
}

/// Whether the folder is at fault, which was removed meanwhile or can't be read, rather than the watcher.
fn is_passing(error: &notify::Error, folder: &Path) -> bool {
    match &error.kind {
        ErrorKind::MaxFilesWatch => false,
        ErrorKind::Io(error) if error.kind() == PermissionDenied => true,
        _ => !folder.is_dir(),
    }
}
