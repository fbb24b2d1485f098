//! The threads that answer.

use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;

/// The threads that answer: so many at most.
#[derive(Debug)]
pub(super) struct Crew {
    most: usize,
    busy: Mutex<usize>,
    ended: Condvar,
}

/// A thread that may be started; given back when it has ended.
#[derive(Debug)]
pub(super) struct Place(Arc<Crew>);

impl Crew {
    /// A crew of so many threads at most, none of them started.
    pub(super) fn new(most: usize) -> Arc<Self> {
        Arc::new(Self {
            most,
            busy: Mutex::new(0),
            ended: Condvar::new(),
        })
    }

    /// A place for one more thread, unless all are busy.
    pub(super) fn place(self: &Arc<Self>) -> Option<Place> {
        let mut busy = self.lock();
        if *busy >= self.most {
            return None;
        }
        *busy += 1;
        Some(Place(Arc::clone(self)))
    }

    /// Waits until every thread has ended, though no longer than `limit`; whether they have.
    pub(super) fn wait(&self, limit: Duration) -> bool {
        let busy = self.lock();
        let waited = self.ended.wait_timeout_while(busy, limit, |busy| *busy > 0);
        let (busy, _) = waited.unwrap_or_else(PoisonError::into_inner);
        *busy == 0
    }

    fn lock(&self) -> MutexGuard<'_, usize> {
        self.busy.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Place {
    /// Does `task` on a thread of its own. Where the system has no more threads, the task is dropped.
    pub(super) fn start(self, task: impl FnOnce() + Send + 'static) {
        let thread = thread::Builder::new().name(String::from("preview answer"));
        let _ = thread.spawn(move || {
            // All that the task holds is gone before the place is given back.
            task();
            drop(self);
        });
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        *self.0.lock() -= 1;
        self.0.ended.notify_all();
    }
}
