//! Streams of events to open pages.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// More open streams than anybody has tabs.
const MOST_STREAMS: usize = 1000;

/// Events that may wait for a client. One that is further behind is let go: its browser comes back by itself,
/// and is then told where things are.
const MOST_WAITING: usize = 64;

/// Something that a page is told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Event {
    /// What it is called in the page's script.
    pub(crate) name: &'static str,
    /// One line of JSON.
    pub(crate) data: String,
}

/// An event as bytes, made once for all streams.
pub(super) type Encoded = Arc<[u8]>;

/// All open streams; cheap to clone.
#[derive(Clone, Debug)]
pub(crate) struct Streams {
    list: Arc<Mutex<List>>,
    most: usize,
    most_waiting: usize,
}

#[derive(Debug, Default)]
struct List {
    open: BTreeMap<u64, Open>,
    next: u64,
    is_closed: bool,
}

#[derive(Debug)]
struct Open {
    page: String,
    queue: SyncSender<Encoded>,
}

/// The other end of one stream; the stream ends when it is dropped.
#[derive(Debug)]
pub(crate) struct Subscription {
    id: u64,
    streams: Streams,
    /// None where there were too many streams.
    waiting: Option<Waiting>,
}

/// What is to be sent through a stream.
#[derive(Debug)]
pub(super) struct Waiting {
    /// What is sent before all else.
    pub(super) first: Vec<Encoded>,
    /// What comes later; it ends with the stream.
    pub(super) queue: Receiver<Encoded>,
}

impl Streams {
    /// No stream yet.
    pub(crate) fn new() -> Self {
        Self::with_limits(MOST_STREAMS, MOST_WAITING)
    }

    /// So many streams at most, with so many waiting events each.
    pub(super) fn with_limits(most: usize, most_waiting: usize) -> Self {
        Self {
            list: Arc::default(),
            most,
            most_waiting,
        }
    }

    /// Opens a stream for `page`, with events to send at once.
    ///
    /// `first` runs while the list of streams is locked, so that no event falls between what it says and what
    /// is sent later. It must not use the streams itself.
    pub(crate) fn subscribe(&self, page: &str, first: impl FnOnce() -> Vec<Event>) -> Subscription {
        let mut list = self.lock();
        let id = list.next;
        list.next += 1;
        if list.open.len() >= self.most {
            return self.subscription(id, None);
        }
        let (sender, queue) = sync_channel(self.most_waiting);
        let first = first().iter().map(Event::encode).collect();
        if !list.is_closed {
            let page = page.to_owned();
            list.open.insert(id, Open { page, queue: sender });
        }
        self.subscription(id, Some(Waiting { first, queue }))
    }

    fn subscription(&self, id: u64, waiting: Option<Waiting>) -> Subscription {
        Subscription {
            id,
            streams: self.clone(),
            waiting,
        }
    }

    /// The pages with at least one open stream.
    pub(crate) fn pages(&self) -> BTreeSet<String> {
        self.lock().open.values().map(|open| open.page.clone()).collect()
    }

    /// Sends `event` to all streams of `page`, without waiting for anybody.
    pub(crate) fn send(&self, page: &str, event: &Event) {
        self.send_to(|open| open.page == page, event);
    }

    /// Sends `event` to all streams, without waiting for anybody.
    pub(crate) fn send_all(&self, event: &Event) {
        self.send_to(|_| true, event);
    }

    fn send_to(&self, wanted: impl Fn(&Open) -> bool, event: &Event) {
        let bytes = event.encode();
        // Whose queue is full, or gone, is let go.
        self.lock()
            .open
            .retain(|_, open| !wanted(open) || open.queue.try_send(Arc::clone(&bytes)).is_ok());
    }

    /// Ends all streams; those that are opened later end at once.
    pub(crate) fn close(&self) {
        let mut list = self.lock();
        list.is_closed = true;
        list.open.clear();
    }

    fn lock(&self) -> MutexGuard<'_, List> {
        // The list is whole between any two of its changes, whatever `first` did.
        self.list.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Subscription {
    /// What is to be sent; none where there were too many streams.
    pub(super) fn waiting(&self) -> Option<&Waiting> {
        self.waiting.as_ref()
    }
}

impl Drop for Subscription {
    fn drop(&mut self) {
        self.streams.lock().open.remove(&self.id);
    }
}

impl Event {
    fn encode(&self) -> Encoded {
        let mut text = format!("event: {}\n", self.name);
        // JSON on one line has no line break; with one, it would still be one event.
        for line in self.data.replace('\r', "\n").split('\n') {
            text.push_str("data: ");
            text.push_str(line);
            text.push('\n');
        }
        text.push('\n');
        text.into_bytes().into()
    }
}
