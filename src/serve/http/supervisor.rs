//! Keeps somebody listening.

use std::fmt;
use std::io;
use std::net::SocketAddr;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use super::crew::Crew;
use super::exchange::{Answering, too_busy};
use super::tiny::{Incoming, Listener, Next};

/// How long to wait before listening again, at first.
const SHORTEST_PAUSE: Duration = Duration::from_millis(100);

/// How long to wait at most.
const LONGEST_PAUSE: Duration = Duration::from_secs(5);

/// Something that the user should know.
#[derive(Debug)]
pub(crate) enum Notice {
    /// The listener is gone; it is being started again.
    Lost(io::Error),
    /// It is there again.
    Back(SocketAddr),
}

impl fmt::Display for Notice {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Lost(error) => write!(
                f,
                "the preview stopped listening: {error}; it tries to listen again, and pages that are open \
                 come back by themselves"
            ),
            Self::Back(address) => write!(f, "the preview listens on `{address}` again"),
        }
    }
}

/// Takes requests from a listener, and replaces it when it is lost.
pub(super) struct Supervisor {
    pub(super) control: Arc<Control>,
    pub(super) answering: Answering,
    pub(super) crew: Arc<Crew>,
    pub(super) tell: Box<dyn FnMut(Notice) + Send>,
}

/// By what a supervisor is stopped.
pub(super) struct Control {
    state: Mutex<State>,
    stopped: Condvar,
}

struct State {
    /// None between one listener and the next.
    listener: Option<Arc<Listener>>,
    is_stopped: bool,
}

impl Control {
    /// Nothing is stopped yet.
    pub(super) fn new(listener: Listener) -> Arc<Self> {
        Arc::new(Self {
            state: Mutex::new(State {
                listener: Some(Arc::new(listener)),
                is_stopped: false,
            }),
            stopped: Condvar::new(),
        })
    }

    /// Makes the supervisor end.
    pub(super) fn stop(&self) {
        let mut state = self.lock();
        state.is_stopped = true;
        if let Some(listener) = &state.listener {
            listener.wake();
        }
        self.stopped.notify_all();
    }

    /// Makes the listener fail.
    #[cfg(all(test, target_os = "linux"))]
    pub(super) fn fail(&self) {
        if let Some(listener) = &self.lock().listener {
            listener.fail();
        }
    }

    /// The listener, unless it is time to end.
    fn listener(&self) -> Option<Arc<Listener>> {
        let state = self.lock();
        state.listener.clone().filter(|_| !state.is_stopped)
    }

    fn replace(&self, listener: Option<Listener>) {
        // The old one goes when the lock is free again: going takes a moment.
        let old = std::mem::replace(&mut self.lock().listener, listener.map(Arc::new));
        drop(old);
    }

    /// Waits for `pause`; whether it is time to end.
    fn pause(&self, pause: Duration) -> bool {
        let waited = self
            .stopped
            .wait_timeout_while(self.lock(), pause, |state| !state.is_stopped);
        waited.unwrap_or_else(PoisonError::into_inner).0.is_stopped
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Supervisor {
    /// Works until it is stopped.
    pub(super) fn run(mut self) {
        let mut pause = SHORTEST_PAUSE;
        while let Some(listener) = self.control.listener() {
            match listener.next() {
                Next::Request(incoming) => {
                    pause = SHORTEST_PAUSE;
                    self.take(incoming);
                }
                Next::Nothing => {}
                Next::Lost(error) => {
                    let address = listener.address();
                    drop(listener);
                    self.control.replace(None);
                    (self.tell)(Notice::Lost(error));
                    pause = self.listen_again(address, pause);
                }
            }
        }
        self.control.replace(None);
    }

    fn take(&self, incoming: Box<Incoming>) {
        let Some(place) = self.crew.place() else {
            incoming.turn_away(&too_busy());
            return;
        };
        let answering = self.answering.clone();
        place.start(move || {
            let head = incoming.head().clone();
            if let Some(to) = incoming.writer() {
                answering.exchange(&head, to);
            }
        });
    }

    /// Tries until somebody listens or it is time to end; how long to wait the next time. A listener that is
    /// lost before it brought a request was no success.
    fn listen_again(&mut self, address: SocketAddr, mut pause: Duration) -> Duration {
        while !self.control.pause(pause) {
            pause = (pause * 2).min(LONGEST_PAUSE);
            if let Ok(listener) = Listener::open(address) {
                self.control.replace(Some(listener));
                (self.tell)(Notice::Back(address));
                break;
            }
        }
        pause
    }
}
