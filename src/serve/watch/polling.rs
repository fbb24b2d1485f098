//! Looking every so often, where the system tells nothing.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, Metadata};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender};
use std::time::{Duration, Instant, SystemTime};

use super::gather::Gather;
use super::identity::Signature;
use super::survey::Root;
use super::told::Told;
use super::walk::{Extent, Visit, survey};
use super::{Ending, Wake, send};

/// Faster than this nobody needs it.
const LEAST: Duration = Duration::from_millis(10);

/// Looking takes at most one part of so many of the time: some disks are slow.
const SHARE: u32 = 5;

/// A handbook that is looked at every so often.
#[derive(Debug)]
pub(super) struct Polling {
    root: Root,
    interval: Duration,
    /// How long looking took.
    took: Duration,
    seen: Seen,
    /// Whether the last look found something. Those who were woken looked a moment later, when it may have been
    /// different again: everything is given once more.
    again: bool,
}

impl Polling {
    /// Looks for the first time.
    pub(super) fn start(root: &Root, interval: Duration) -> Self {
        let start = Instant::now();
        let seen = Seen::of(root);
        Self {
            root: root.clone(),
            interval: interval.max(LEAST),
            took: start.elapsed(),
            seen,
            again: false,
        }
    }

    /// Wakes until it ends.
    pub(super) fn run(mut self, told: &Receiver<Told>, wakes: &Sender<Wake>) {
        while self.turn(told, wakes).is_ok() {}
    }

    fn turn(&mut self, told: &Receiver<Told>, wakes: &Sender<Wake>) -> Result<(), Ending> {
        let wait = self.interval.max(self.took * (SHARE - 1));
        let until = Instant::now() + wait;
        loop {
            match told.recv_timeout(until.saturating_duration_since(Instant::now())) {
                Err(RecvTimeoutError::Timeout) => break,
                Ok(Told::Stop) | Err(RecvTimeoutError::Disconnected) => return Err(Ending::Stopped),
                // The last words of a watcher that has failed.
                Ok(_) => {}
            }
        }
        self.look(wakes)
    }

    fn look(&mut self, wakes: &Sender<Wake>) -> Result<(), Ending> {
        let start = Instant::now();
        let seen = Seen::of(&self.root);
        self.took = start.elapsed();
        let before = std::mem::replace(&mut self.seen, seen);
        let differs = self.seen != before;
        if !std::mem::replace(&mut self.again, differs) && !differs {
            return Ok(());
        }
        let changed = self.seen.changed_since(&before);
        if Gather::default().gives(changed.len()) {
            send(wakes, Wake::Files(changed))?;
        }
        send(wakes, Wake::Everything)
    }
}

/// What there is.
#[derive(Debug, Eq, PartialEq)]
struct Seen {
    /// The files by the names they go by in the handbook.
    files: BTreeMap<PathBuf, Signature>,
    /// The folders they lie in: what was there for a moment only, when others looked, leaves its trace in them.
    folders: BTreeMap<PathBuf, Signature>,
    /// Where links and the handbook's parts lead.
    leads: BTreeMap<PathBuf, Option<PathBuf>>,
}

impl Seen {
    fn of(root: &Root) -> Self {
        let mut look = Look {
            now: SystemTime::now(),
            files: BTreeMap::new(),
            folders: BTreeMap::new(),
        };
        let survey = survey(root, &mut look);
        Self {
            files: look.files,
            folders: look.folders,
            leads: survey.leads,
        }
    }

    /// The files that are new or other than before.
    fn changed_since(&self, before: &Self) -> BTreeSet<PathBuf> {
        let files = self.files.iter();
        let changed = files.filter(|(path, signature)| before.files.get(*path) != Some(*signature));
        changed.map(|(path, _)| path.clone()).collect()
    }
}

struct Look {
    now: SystemTime,
    files: BTreeMap<PathBuf, Signature>,
    folders: BTreeMap<PathBuf, Signature>,
}

impl Visit for Look {
    fn folder(&mut self, folder: &Path, extent: Extent) {
        // Where others work too, as in the handbook's own folder, not all that happens matters.
        if extent == Extent::Alone {
            return;
        }
        if let Ok(metadata) = fs::metadata(folder) {
            let signature = Signature::of(&metadata, self.now);
            self.folders.insert(folder.to_owned(), signature);
        }
    }

    fn wants_files(&self) -> bool {
        true
    }

    fn file(&mut self, shown: PathBuf, metadata: &Metadata) {
        self.files.insert(shown, Signature::of(metadata, self.now));
    }
}
