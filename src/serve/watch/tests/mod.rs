//! Real folders, changed as people and their programs change them, watched in every way there is.

#![allow(
    clippy::unwrap_used,
    reason = "a test stops where its own folder can't be made"
)]

mod chance;
mod editors;
mod failures;
mod folders;
#[cfg(unix)]
mod links;
mod silence;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, channel};
use std::sync::{Arc, Mutex};
use std::thread::{JoinHandle, scope, sleep, spawn};
use std::time::{Duration, Instant};

use tempfile::TempDir;

use super::dropping::is_dropping;
use super::watches::Maker;
use super::{Wake, Watch, Way};

/// Longer than anything takes on a busy machine.
const LIMIT: Duration = Duration::from_secs(10);

/// Longer than anything that was begun goes on.
const CALM: Duration = Duration::from_millis(300);

/// Longer than the silence before everything, and than several looks when polling.
const PAUSE: Duration = Duration::from_millis(120);

/// How a test watches.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum By {
    /// The system, each folder by itself.
    Folder,
    /// The system, whole trees: what macOS and Windows do.
    Tree,
    /// Polling.
    Polling,
}

/// Tries something in every way.
fn in_every_way(attempt: impl Fn(&Handbook) + Sync) {
    in_each_way(|by| attempt(&Handbook::watched(by)));
}

/// The same for handbooks that are not watched from the beginning. Most of the time is spent waiting.
fn in_each_way(attempt: impl Fn(By) + Sync) {
    scope(|scope| {
        for by in [By::Folder, By::Tree, By::Polling] {
            let attempt = &attempt;
            scope.spawn(move || attempt(by));
        }
    });
}

type Contents = BTreeMap<PathBuf, Vec<u8>>;

/// What somebody knows who looks only when woken, and only where they are told to.
#[derive(Debug, Default)]
struct Known {
    contents: Contents,
    wakes: Vec<(Instant, Wake)>,
}

/// A handbook that is watched, and read by somebody who trusts the watch.
#[derive(Debug)]
struct Handbook {
    by: By,
    folder: TempDir,
    root: PathBuf,
    known: Arc<Mutex<Known>>,
    watch: Option<Watch>,
    reader: Option<JoinHandle<()>>,
}

impl Handbook {
    fn watched(by: By) -> Self {
        let mut handbook = Self::new(by);
        handbook.begin();
        handbook
    }

    /// One that isn't watched yet.
    fn new(by: By) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path().join("book");
        for path in [
            "book.toml",
            "content/index.md",
            "content/roles/engineer.md",
            "content/roles/lead.md",
            "themes/own/style.css",
            "public/index.html",
        ] {
            put(&root.join(path), path);
        }
        Self {
            by,
            folder,
            root,
            known: Arc::default(),
            watch: None,
            reader: None,
        }
    }

    fn begin(&mut self) {
        let (sender, wakes) = channel();
        let mut maker = Maker::recommended();
        maker.whole_trees |= self.by == By::Tree;
        let way = match self.by {
            By::Polling => Way::Polling(Duration::from_millis(20)),
            By::Folder | By::Tree => Way::System,
        };
        self.watch = Some(Watch::start_by(&maker, &self.root, way, sender));
        self.known.lock().unwrap().contents = everything(&self.root);
        let (root, known) = (self.root.clone(), Arc::clone(&self.known));
        self.reader = Some(spawn(move || read(&root, &known, &wakes)));
    }

    fn at(&self, path: &str) -> PathBuf {
        self.root.join(path)
    }

    fn write(&self, path: &str, text: &str) {
        put(&self.at(path), text);
    }

    /// Waits until all that is on disk is known.
    fn becomes_known(&self) {
        let holds = || self.known.lock().unwrap().contents == everything(&self.root);
        let start = Instant::now();
        while !holds() {
            let known = self.known.lock().unwrap();
            assert!(start.elapsed() < LIMIT, "{:?}: {:?}", self.by, known.contents);
            drop(known);
            sleep(Duration::from_millis(2));
        }
    }

    /// Waits until nothing more comes, and takes what came.
    fn wakes(&self) -> Vec<Wake> {
        sleep(CALM);
        self.when_calm()
    }

    /// Waits until all is known and nothing more comes, and takes what came.
    fn settles(&self) -> Vec<Wake> {
        self.becomes_known();
        self.when_calm()
    }

    fn when_calm(&self) -> Vec<Wake> {
        let start = Instant::now();
        let is_calm = || {
            let known = self.known.lock().unwrap();
            let last = known.wakes.last();
            last.is_none_or(|(when, wake)| *wake == Wake::Everything && when.elapsed() > PAUSE)
        };
        while !is_calm() {
            assert!(start.elapsed() < LIMIT, "{:?}: it never ends", self.by);
            sleep(Duration::from_millis(5));
        }
        let wakes = std::mem::take(&mut self.known.lock().unwrap().wakes);
        wakes.into_iter().map(|(_, wake)| wake).collect()
    }

    /// How often `wakes` speak of the file.
    fn count(&self, path: &str, wakes: &[Wake]) -> usize {
        let path = self.at(path);
        let names = |wake: &&Wake| matches!(wake, Wake::Files(files) if files.contains(&path));
        wakes.iter().filter(names).count()
    }
}

impl Drop for Handbook {
    fn drop(&mut self) {
        drop(self.watch.take());
        if let Some(reader) = self.reader.take() {
            reader.join().unwrap();
        }
    }
}

fn put(path: &Path, text: &str) {
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

fn read(root: &Path, known: &Mutex<Known>, wakes: &Receiver<Wake>) {
    for wake in wakes {
        let now = Instant::now();
        let all = (wake == Wake::Everything).then(|| everything(root));
        let mut known = known.lock().unwrap();
        if let Some(all) = all {
            known.contents = all;
        } else if let Wake::Files(files) = &wake {
            for path in files {
                match fs::read(path) {
                    Ok(bytes) => known.contents.insert(path.clone(), bytes),
                    Err(_) => known.contents.remove(path),
                };
            }
        }
        known.wakes.push((now, wake));
    }
}

/// All of a handbook's files.
fn everything(root: &Path) -> Contents {
    let mut contents = Contents::new();
    for name in ["book.toml", "baseline.toml", "content", "themes"] {
        collect(&root.join(name), 0, &mut contents);
    }
    contents
}

fn collect(path: &Path, depth: usize, contents: &mut Contents) {
    if let Ok(bytes) = fs::read(path) {
        contents.insert(path.to_owned(), bytes);
    }
    for entry in fs::read_dir(path).into_iter().flatten().flatten() {
        if !is_dropping(&entry.file_name()) && depth < 10 {
            collect(&entry.path(), depth + 1, contents);
        }
    }
}
