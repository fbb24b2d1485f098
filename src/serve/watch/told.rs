//! What the system's watcher tells, in the few words that matter here.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};

use notify::event::{AccessKind, AccessMode, EventKind, ModifyKind, RenameMode};
use notify::{Event, EventHandler};

/// Whether the system tells when a writer closes a file; elsewhere every write counts as the last.
pub(super) const TELLS_CLOSING: bool = cfg!(any(target_os = "linux", target_os = "android"));

/// How many events may wait. Where there are more, some are lost, and everything is looked at.
const WAITING: usize = 1024;

/// What is told.
#[derive(Debug)]
pub(super) enum Told {
    /// Something happened at a path.
    Change(Change, PathBuf),
    /// The watcher can't go on.
    Failed(notify::Error),
    /// Nothing: others were lost.
    Lost,
    /// It is time to end.
    Stop,
}

/// What happened at a path.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Change {
    /// A file was written, for now to its end.
    Written,
    /// Something was renamed to this name, or perhaps from it.
    Renamed,
    /// Something was made, and will be written to.
    Made,
    /// Nothing is there any more.
    Gone,
    /// Something else, such as a write that others will follow.
    Touched,
}

/// A way to tell, and its other end.
pub(super) fn channel() -> (SyncSender<Told>, Receiver<Told>) {
    sync_channel(WAITING)
}

/// What listens to the system's watcher, on that one's own thread, and must therefore never wait.
#[derive(Debug)]
pub(super) struct Ears {
    tell: SyncSender<Told>,
    lost: Arc<AtomicBool>,
}

impl Ears {
    /// Ears that tell, and the flag they raise when something could not be told.
    pub(super) fn new(tell: &SyncSender<Told>) -> (Self, Arc<AtomicBool>) {
        let lost = Arc::new(AtomicBool::new(false));
        let ears = Self {
            tell: tell.clone(),
            lost: Arc::clone(&lost),
        };
        (ears, lost)
    }

    fn tell(&self, told: Told) {
        if self.tell.try_send(told).is_err() {
            self.lost.store(true, Ordering::Release);
        }
    }
}

impl EventHandler for Ears {
    fn handle_event(&mut self, event: notify::Result<Event>) {
        match event {
            Ok(event) if event.need_rescan() => self.tell(Told::Lost),
            Ok(event) => {
                for (change, path) in changes(event) {
                    self.tell(Told::Change(change, path));
                }
            }
            Err(error) if matches!(error.kind, notify::ErrorKind::MaxFilesWatch) => {
                self.tell(Told::Failed(error));
            }
            Err(_) => self.tell(Told::Lost),
        }
    }
}

/// What an event says of its paths.
fn changes(event: Event) -> Vec<(Change, PathBuf)> {
    let change = match event.kind {
        EventKind::Access(AccessKind::Close(AccessMode::Write)) => Change::Written,
        // Somebody reads, most often ourselves; and both ends of a rename were told one by one.
        EventKind::Access(_) | EventKind::Modify(ModifyKind::Name(RenameMode::Both)) => return Vec::new(),
        EventKind::Modify(ModifyKind::Name(RenameMode::From)) | EventKind::Remove(_) => Change::Gone,
        EventKind::Modify(ModifyKind::Name(_)) => Change::Renamed,
        EventKind::Modify(ModifyKind::Data(_) | ModifyKind::Any) if !TELLS_CLOSING => Change::Written,
        EventKind::Create(_) => Change::Made,
        EventKind::Modify(_) | EventKind::Any | EventKind::Other => Change::Touched,
    };
    event.paths.into_iter().map(|path| (change, path)).collect()
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;
    use std::sync::atomic::Ordering;

    use notify::event::{AccessKind, AccessMode, DataChange, EventKind, Flag, ModifyKind};
    use notify::{Event, EventHandler};

    use super::{Change, Ears, TELLS_CLOSING, Told, WAITING, changes, channel};

    fn of(kind: EventKind) -> Option<Change> {
        let changes = changes(Event::new(kind).add_path(PathBuf::from("a.md")));
        changes.first().map(|(change, _)| *change)
    }

    #[test]
    fn reading_is_no_change() {
        for access in [
            AccessKind::Any,
            AccessKind::Read,
            AccessKind::Open(AccessMode::Any),
            AccessKind::Close(AccessMode::Read),
        ] {
            assert_eq!(of(EventKind::Access(access)), None, "{access:?}");
        }
        let closed = EventKind::Access(AccessKind::Close(AccessMode::Write));
        assert_eq!(of(closed), Some(Change::Written));
    }

    #[test]
    fn a_write_is_the_last_where_closing_is_not_told() {
        let expected = if TELLS_CLOSING {
            Change::Touched
        } else {
            Change::Written
        };
        assert_eq!(
            of(EventKind::Modify(ModifyKind::Data(DataChange::Any))),
            Some(expected)
        );
    }

    #[test]
    fn what_is_too_much_is_known_to_be_lost() {
        let (tell, told) = channel();
        let (mut ears, lost) = Ears::new(&tell);
        ears.handle_event(Ok(Event::new(EventKind::Other).set_flag(Flag::Rescan)));
        assert!(matches!(told.recv(), Ok(Told::Lost)));
        let write = Event::new(EventKind::Access(AccessKind::Close(AccessMode::Write)));
        for _ in 0..=WAITING {
            assert!(!lost.load(Ordering::Acquire));
            ears.handle_event(Ok(write.clone().add_path(PathBuf::from("a.md"))));
        }
        assert!(lost.load(Ordering::Acquire));
    }
}
