//! Where the system's watcher can't be had or fails, and how it all ends.

use std::fs;
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::time::{Duration, Instant};

use notify::event::{Event, EventKind, Flag};
use notify::{Config, ErrorKind, EventHandler, RecommendedWatcher, RecursiveMode, Watcher, WatcherKind};

use super::{By, Handbook, LIMIT};
use crate::serve::watch::told::Ears;
use crate::serve::watch::watches::Maker;
use crate::serve::watch::{Wake, Watch, Way};

/// A watcher that the system allows only so many watches.
struct Limited {
    watcher: RecommendedWatcher,
    left: usize,
}

impl Watcher for Limited {
    fn new<F: EventHandler>(ears: F, config: Config) -> notify::Result<Self> {
        let watcher = RecommendedWatcher::new(ears, config)?;
        Ok(Self { watcher, left: 10 })
    }

    fn watch(&mut self, path: &Path, mode: RecursiveMode) -> notify::Result<()> {
        let left = self.left.checked_sub(1);
        self.left = left.ok_or_else(|| notify::Error::new(ErrorKind::MaxFilesWatch))?;
        self.watcher.watch(path, mode)
    }

    fn unwatch(&mut self, path: &Path) -> notify::Result<()> {
        self.watcher.unwatch(path)
    }

    fn kind() -> WatcherKind {
        RecommendedWatcher::kind()
    }
}

fn limited(ears: Ears) -> notify::Result<Box<dyn Watcher + Send>> {
    Ok(Box::new(Limited::new(ears, Config::default())?))
}

fn refused(_: Ears) -> notify::Result<Box<dyn Watcher + Send>> {
    Err(notify::Error::io(std::io::Error::from_raw_os_error(24)))
}

/// The notice, and that polling goes on.
fn polls_instead(book: &Handbook, make: fn(Ears) -> notify::Result<Box<dyn Watcher + Send>>) -> String {
    let maker = Maker {
        make,
        whole_trees: false,
    };
    let (sender, wakes) = channel();
    let watch = Watch::start_by(&maker, &book.root, Way::System, sender);
    let mut notice = None;
    for number in 0.. {
        book.write(&format!("content/{number}/new.md"), "new");
        match wakes.recv_timeout(LIMIT).unwrap() {
            Wake::Notice(words) => {
                notice = Some(words);
                break;
            }
            _ if number < 100 => {}
            other => panic!("no notice, but {other:?}"),
        }
    }
    while wakes.recv_timeout(Duration::from_secs(2)).is_ok() {}
    book.write("content/index.md", "changed");
    let expected = Wake::Files([book.at("content/index.md")].into());
    assert_eq!(wakes.recv_timeout(LIMIT), Ok(expected));
    assert_eq!(wakes.recv_timeout(LIMIT), Ok(Wake::Everything));
    watch.stop();
    notice.unwrap()
}

/// A watcher that hears nothing.
struct Deaf;

impl Watcher for Deaf {
    fn new<F: EventHandler>(_: F, _: Config) -> notify::Result<Self> {
        Ok(Self)
    }

    fn watch(&mut self, _: &Path, _: RecursiveMode) -> notify::Result<()> {
        Ok(())
    }

    fn unwatch(&mut self, _: &Path) -> notify::Result<()> {
        Ok(())
    }

    fn kind() -> WatcherKind {
        WatcherKind::NullWatcher
    }
}

#[test]
fn what_lies_there_is_looked_at_though_nothing_is_heard() {
    let book = Handbook::new(By::Folder);
    let maker = Maker {
        make: |_| Ok(Box::new(Deaf)),
        whole_trees: false,
    };
    let (sender, wakes) = channel();
    let watch = Watch::start_by(&maker, &book.root, Way::System, sender);
    let away = book.folder.path().join("away");
    for (from, to) in [(&book.root, &away), (&away, &book.root)] {
        fs::rename(from, to).unwrap();
        assert_eq!(wakes.recv_timeout(LIMIT), Ok(Wake::Everything));
    }
    fs::rename(book.at("content/roles"), book.at("content/others")).unwrap();
    assert_eq!(wakes.recv_timeout(LIMIT), Ok(Wake::Everything));
    watch.stop();
}

#[test]
fn lost_events_lead_to_everything_and_failures_to_polling() {
    let book = Handbook::new(By::Folder);
    let make = |mut ears: Ears| {
        std::thread::spawn(move || {
            ears.handle_event(Ok(Event::new(EventKind::Other).set_flag(Flag::Rescan)));
            std::thread::sleep(Duration::from_millis(500));
            ears.handle_event(Err(notify::Error::generic("who knows")));
            std::thread::sleep(Duration::from_secs(3));
            ears.handle_event(Err(notify::Error::new(ErrorKind::MaxFilesWatch)));
        });
        let deaf: Box<dyn Watcher + Send> = Box::new(Deaf);
        Ok(deaf)
    };
    let maker = Maker {
        make,
        whole_trees: false,
    };
    let (sender, wakes) = channel();
    let watch = Watch::start_by(&maker, &book.root, Way::System, sender);
    assert_eq!(wakes.recv_timeout(LIMIT), Ok(Wake::Everything));
    let start = Instant::now();
    assert_eq!(wakes.recv_timeout(LIMIT), Ok(Wake::Everything));
    assert!(start.elapsed() > Duration::from_secs(1), "it rests in between");
    assert!(matches!(wakes.recv_timeout(LIMIT), Ok(Wake::Notice(_))));
    assert_eq!(wakes.recv_timeout(LIMIT), Ok(Wake::Everything));
    watch.stop();
}

#[test]
fn a_refused_watcher_is_told_and_polling_goes_on() {
    let notice = polls_instead(&Handbook::new(By::Folder), refused);
    assert!(notice.contains("max_user_instances"), "{notice}");
    assert!(notice.contains("looking every 500 ms instead"), "{notice}");
}

#[test]
fn too_many_folders_are_told_and_polling_goes_on() {
    let book = Handbook::new(By::Folder);
    let notice = polls_instead(&book, limited);
    assert!(notice.contains("max_user_watches"), "{notice}");
    for number in 0..20 {
        fs::create_dir_all(book.at(&format!("content/many/{number}"))).unwrap();
    }
    let notice = polls_instead(&book, limited);
    assert!(notice.contains("max_user_watches"), "{notice}");
}

#[test]
fn an_end_is_at_once_and_whole() {
    static EARS: AtomicUsize = AtomicUsize::new(0);

    /// Counts those who listen.
    struct Counted(Ears);
    impl Drop for Counted {
        fn drop(&mut self) {
            EARS.fetch_sub(1, Ordering::SeqCst);
        }
    }
    impl EventHandler for Counted {
        fn handle_event(&mut self, event: notify::Result<notify::Event>) {
            self.0.handle_event(event);
        }
    }
    fn counted(ears: Ears) -> notify::Result<Box<dyn Watcher + Send>> {
        EARS.fetch_add(1, Ordering::SeqCst);
        Ok(Box::new(RecommendedWatcher::new(
            Counted(ears),
            Config::default(),
        )?))
    }

    let book = Handbook::new(By::Folder);
    for way in [Way::System, Way::Polling(Duration::from_hours(1))] {
        let maker = Maker {
            make: counted,
            whole_trees: false,
        };
        let (sender, wakes) = channel();
        let watch = Watch::start_by(&maker, &book.root, way, sender);
        book.write("content/index.md", "changed");
        let start = Instant::now();
        watch.stop();
        assert!(
            start.elapsed() < Duration::from_millis(900),
            "{:?}",
            start.elapsed()
        );
        assert_eq!(EARS.load(Ordering::SeqCst), 0);
        while wakes.try_recv().is_ok() {}
        let gone = wakes.recv_timeout(Duration::ZERO);
        assert_eq!(gone, Err(RecvTimeoutError::Disconnected));
    }
}

#[test]
fn it_ends_though_nobody_listens() {
    let book = Handbook::new(By::Folder);
    let (sender, wakes) = channel();
    let watch = Watch::start(&book.root, Way::System, sender);
    drop(wakes);
    for number in 0..2000 {
        book.write("content/index.md", &number.to_string());
    }
    watch.stop();
}
