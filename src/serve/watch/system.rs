//! Listening to the system's watcher.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, SyncSender};
use std::time::{Duration, Instant};

use super::dropping::is_fleeting;
use super::gather::Gather;
use super::survey::{Root, Survey};
use super::told::{Change, Ears, TELLS_CLOSING, Told};
use super::walk::{folders, survey};
use super::watches::{Maker, Watches};
use super::{Ending, Wake, send};

/// How often to make sure that what is watched is still what lies there: mounts come and go without events.
const CHECK: Duration = Duration::from_secs(2);

/// The same while a part of the handbook is missing.
const CHECK_MISSING: Duration = Duration::from_millis(500);

/// How long to rest after events were lost: reading a huge handbook can itself be what makes the system lose some.
const REST: Duration = Duration::from_secs(2);

/// How long the watcher's own thread may take to end.
const FAREWELL: Duration = Duration::from_secs(1);

/// How many events are heard before files are given.
const AT_ONCE: usize = 256;

/// A handbook that the system watches.
#[derive(Debug)]
pub(super) struct System {
    root: Root,
    watches: Watches,
    survey: Survey,
    gather: Gather,
    checked: Instant,
    /// Whether events were lost, and when to do something about it.
    lost: Arc<AtomicBool>,
    rested: Instant,
}

impl System {
    /// Has the handbook watched.
    pub(super) fn start(maker: &Maker, tell: &SyncSender<Told>, root: &Root) -> notify::Result<Self> {
        let (ears, lost) = Ears::new(tell);
        let mut watches = Watches::new(maker, ears)?;
        watches.begin();
        let survey = survey(root, &mut watches);
        watches.settle()?;
        Ok(Self {
            root: root.clone(),
            watches,
            survey,
            gather: Gather::default(),
            checked: Instant::now(),
            lost,
            rested: Instant::now(),
        })
    }

    /// Wakes until it ends.
    pub(super) fn run(mut self, told: &Receiver<Told>, wakes: &Sender<Wake>) -> Ending {
        let ending = loop {
            if let Err(ending) = self.turn(told, wakes) {
                break ending;
            }
        };
        drop(self.watches);
        if matches!(ending, Ending::Stopped) {
            // Its thread has ended when nobody is left who could tell.
            while told.recv_timeout(FAREWELL).is_ok() {}
        }
        ending
    }

    fn turn(&mut self, told: &Receiver<Told>, wakes: &Sender<Wake>) -> Result<(), Ending> {
        match told.recv_timeout(self.due().saturating_duration_since(Instant::now())) {
            Ok(first) => self.hear(first, told, wakes)?,
            Err(RecvTimeoutError::Timeout) => {}
            Err(RecvTimeoutError::Disconnected) => return Err(Ending::Stopped),
        }
        let now = Instant::now();
        if self.rested <= now && self.lost.swap(false, Ordering::AcqRel) {
            self.rested = now + REST;
            self.watches.forget_all();
            self.gather.hear(now);
        }
        if self.gather.due().is_some_and(|due| due <= now) {
            return self.everything(wakes);
        }
        if self.check_due() <= now {
            self.checked = now;
            if self.survey.is_stale() || self.watches.is_stale() {
                return self.everything(wakes);
            }
        }
        Ok(())
    }

    /// When there is something to do though nothing be heard.
    fn due(&self) -> Instant {
        let lost = self.lost.load(Ordering::Acquire).then_some(self.rested);
        let due = [self.gather.due(), lost].into_iter().flatten().min();
        let check = self.check_due();
        due.map_or(check, |due| due.min(check))
    }

    fn check_due(&self) -> Instant {
        let complete = self.survey.complete;
        self.checked + if complete { CHECK } else { CHECK_MISSING }
    }

    /// Hears what has been told by now, and gives the files it was about.
    fn hear(&mut self, first: Told, told: &Receiver<Told>, wakes: &Sender<Wake>) -> Result<(), Ending> {
        let mut files = BTreeSet::new();
        let now = Instant::now();
        for next in std::iter::once(first).chain(told.try_iter().take(AT_ONCE)) {
            match next {
                Told::Change(change, path) => self.change(change, &path, now, &mut files)?,
                Told::Lost => self.lost.store(true, Ordering::Release),
                Told::Failed(error) => return Err(Ending::Failed(error)),
                Told::Stop => return Err(Ending::Stopped),
            }
        }
        if self.gather.gives(files.len()) {
            send(wakes, Wake::Files(files))?;
        }
        Ok(())
    }

    /// Files that are whole go to `files`. Those that are gone or only begun don't: most editors save by way of
    /// such a moment, and whoever looked then would see a page vanish. They are found once it is quiet.
    fn change(
        &mut self,
        change: Change,
        path: &Path,
        now: Instant,
        files: &mut BTreeSet<PathBuf>,
    ) -> Result<(), Ending> {
        let comes_or_goes = matches!(change, Change::Renamed | Change::Made | Change::Gone);
        if comes_or_goes && self.survey.is_gate(path) {
            self.gather.hear(now);
            self.watches.forget(path);
            return self.adapt();
        }
        let shown = self.survey.shown(path);
        if shown.is_empty() {
            return Ok(());
        }
        self.gather.hear(now);
        let whole = match change {
            Change::Written => TELLS_CLOSING || path.is_file(),
            Change::Renamed => self.renamed(path),
            Change::Made => {
                self.made(path);
                false
            }
            Change::Gone => {
                self.watches.forget(path);
                false
            }
            Change::Touched => false,
        };
        if whole && !path.file_name().is_some_and(is_fleeting) {
            files.extend(shown);
        }
        Ok(())
    }

    /// Whether what was renamed is a file that is there now.
    fn renamed(&mut self, path: &Path) -> bool {
        match fs::symlink_metadata(path) {
            Ok(metadata) if metadata.is_dir() => folders(path, &mut self.watches),
            Ok(_) => return true,
            Err(_) => self.watches.forget(path),
        }
        false
    }

    /// A new folder is watched at once: the sooner, the less is left to be found when it is quiet.
    fn made(&mut self, path: &Path) {
        if fs::symlink_metadata(path).is_ok_and(|metadata| metadata.is_dir()) {
            folders(path, &mut self.watches);
        }
    }

    /// Watches what is to be watched now.
    fn adapt(&mut self) -> Result<(), Ending> {
        self.watches.begin();
        self.survey = survey(&self.root, &mut self.watches);
        self.watches.settle().map_err(Ending::Failed)
    }

    /// Has everything looked at; what changes while that is done is heard of.
    fn everything(&mut self, wakes: &Sender<Wake>) -> Result<(), Ending> {
        self.gather.end();
        self.adapt()?;
        self.checked = Instant::now();
        send(wakes, Wake::Everything)
    }
}
