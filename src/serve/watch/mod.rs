//! Watching the handbook's folder.
//!
//! Events only wake: whoever is woken looks again and compares contents, so that an event that is lost, doubled or
//! wrong does no harm. What matters here is to wake fast, to wake always, and not to wake because files were read.

mod dropping;
mod gather;
mod identity;
mod network;
mod polling;
mod survey;
mod system;
mod told;
mod walk;
mod watches;
mod words;

#[cfg(test)]
mod tests;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, Sender, SyncSender};
use std::thread::{Builder, JoinHandle};
use std::time::Duration;

use polling::Polling;
use survey::Root;
use system::System;
use told::Told;
use watches::Maker;

/// How often to look where the system tells nothing.
const POLL: Duration = Duration::from_millis(500);

/// Why to look again.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) enum Wake {
    /// These files were finished being written or were renamed: look at them at once. `Everything` follows. Their
    /// names are those of the handbook, below its folder as it was given to `Watch::start`, also where the
    /// event was about the target of a link.
    Files(BTreeSet<PathBuf>),
    /// Anything may have changed.
    Everything,
    /// Words for the user, such as that the system's watcher failed and polling goes on instead.
    Notice(String),
}

/// How to watch.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Way {
    /// By the system's watcher, where there is one that works.
    System,
    /// By looking every so often.
    Polling(Duration),
}

/// The watch over a handbook; it ends when dropped.
#[derive(Debug)]
pub(crate) struct Watch {
    tell: Option<SyncSender<Told>>,
    thread: Option<JoinHandle<()>>,
}

impl Watch {
    /// Watches the handbook in `root`: `book.toml`, `baseline.toml`, what lies below `content/` and `themes/`, and
    /// where links in them lead. What changes after this has returned is not missed. It never fails: where
    /// the system's watcher can't be had, a notice says so, and the handbook is polled.
    pub(crate) fn start(root: &Path, way: Way, wakes: Sender<Wake>) -> Self {
        Self::start_by(&Maker::recommended(), root, way, wakes)
    }

    /// Ends it, and waits until its threads have ended.
    pub(crate) fn stop(self) {
        drop(self);
    }

    fn start_by(maker: &Maker, root: &Path, way: Way, wakes: Sender<Wake>) -> Self {
        let (tell, told) = told::channel();
        let root = Root::new(root);
        let eyes = Eyes::open(maker, &tell, &root, way, &wakes);
        let unseen = wakes.clone();
        let look = move || eyes.look(&root, &told, &wakes);
        let thread = Builder::new().name(String::from("watch")).spawn(look);
        if let Err(error) = &thread {
            // Nobody may listen any more, and then nobody need know.
            let _ = unseen.send(Wake::Notice(words::no_thread(error)));
        }
        Self {
            tell: Some(tell),
            thread: thread.ok(),
        }
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        // A thread that has ended by itself hears nothing, and need not.
        let _ = self.tell.take().map(|tell| tell.send(Told::Stop));
        let _ = self.thread.take().map(JoinHandle::join);
    }
}

/// What looks.
enum Eyes {
    System(Box<System>),
    Polling(Polling),
}

impl Eyes {
    fn open(maker: &Maker, tell: &SyncSender<Told>, root: &Root, way: Way, wakes: &Sender<Wake>) -> Self {
        let notice = match way {
            Way::Polling(interval) => return Self::Polling(Polling::start(root, interval)),
            Way::System => match network::file_system(root) {
                Some(kind) => words::network(&kind, POLL),
                None => match System::start(maker, tell, root) {
                    Ok(system) => return Self::System(Box::new(system)),
                    Err(error) => words::failed(&error, POLL),
                },
            },
        };
        let _ = wakes.send(Wake::Notice(notice));
        Self::Polling(Polling::start(root, POLL))
    }

    fn look(self, root: &Root, told: &Receiver<Told>, wakes: &Sender<Wake>) {
        let polling = match self {
            Self::Polling(polling) => Ok(polling),
            Self::System(system) => match system.run(told, wakes) {
                Ending::Failed(error) => instead(&error, root, wakes),
                Ending::Stopped => Err(Ending::Stopped),
            },
        };
        if let Ok(polling) = polling {
            polling.run(told, wakes);
        }
    }
}

/// Polling, once the system's watcher has failed; what changed meanwhile is to be found.
fn instead(error: &notify::Error, root: &Root, wakes: &Sender<Wake>) -> Result<Polling, Ending> {
    send(wakes, Wake::Notice(words::failed(error, POLL)))?;
    let polling = Polling::start(root, POLL);
    send(wakes, Wake::Everything)?;
    Ok(polling)
}

/// Why looking ends.
#[derive(Debug)]
enum Ending {
    /// It was told to, or nobody listens.
    Stopped,
    /// The system's watcher can't go on.
    Failed(notify::Error),
}

fn send(wakes: &Sender<Wake>, wake: Wake) -> Result<(), Ending> {
    wakes.send(wake).map_err(|_| Ending::Stopped)
}
