//! From an address to a running server, and to its end.

use std::net::{IpAddr, SocketAddr};
use std::sync::Arc;
use std::thread::{self, JoinHandle};
use std::time::Duration;

use super::Respond;
use super::bind::{BindError, Port, first_free};
use super::crew::Crew;
use super::exchange::Answering;
use super::host::Hosts;
use super::streams::Streams;
use super::supervisor::{Control, Notice, Supervisor};
use super::tiny::Listener;

/// How many exchanges there may be at once: all streams that are allowed, and as many pages as are asked for
/// meanwhile.
const MOST_EXCHANGES: usize = 1256;

/// How long a stream may be silent.
const SILENCE: Duration = Duration::from_secs(15);

/// How long the end waits for those who are writing an answer. Some clients never read theirs.
const LONGEST_GOODBYE: Duration = Duration::from_millis(300);

/// A server that has its port, and answers nobody yet.
pub(crate) struct Server {
    listener: Listener,
    hosts: Hosts,
    most: usize,
    silence: Duration,
}

/// A server that answers.
pub(crate) struct Running {
    control: Arc<Control>,
    crew: Arc<Crew>,
    streams: Streams,
    supervisor: JoinHandle<()>,
}

impl Server {
    /// Listens on a port of `host`. `names` are names of this machine, under which it is asked as well.
    ///
    /// # Errors
    /// Where the port, or every port that is tried, can't be listened on.
    pub(crate) fn bind(host: IpAddr, port: Port, names: &[String]) -> Result<Self, BindError> {
        let listener = first_free(host, port, Listener::open)?;
        Ok(Self {
            hosts: Hosts::new(listener.address(), names),
            listener,
            most: MOST_EXCHANGES,
            silence: SILENCE,
        })
    }

    /// The same, for impatient tests.
    #[cfg(test)]
    pub(super) fn with_limits(self, most: usize, silence: Duration) -> Self {
        Self {
            most,
            silence,
            ..self
        }
    }

    /// Where it listens.
    pub(crate) fn address(&self) -> SocketAddr {
        self.listener.address()
    }

    /// Begins to answer with what `respond` says, on threads of its own. `streams` are those that `respond`
    /// subscribes to: they end with the server. `tell` hears when the listener is lost, and when it is back.
    pub(crate) fn start(
        self,
        respond: Arc<dyn Respond>,
        streams: Streams,
        tell: impl FnMut(Notice) + Send + 'static,
    ) -> Running {
        let control = Control::new(self.listener);
        let crew = Crew::new(self.most);
        let supervisor = Supervisor {
            control: Arc::clone(&control),
            answering: Answering {
                respond,
                hosts: self.hosts,
                silence: self.silence,
            },
            crew: Arc::clone(&crew),
            tell: Box::new(tell),
        };
        Running {
            control,
            crew,
            streams,
            supervisor: thread::spawn(move || supervisor.run()),
        }
    }
}

impl Running {
    /// Makes the listener fail.
    #[cfg(all(test, target_os = "linux"))]
    pub(super) fn lose_listener(&self) {
        self.control.fail();
    }

    /// Listens no more, ends all streams, and waits for answers that are on their way; whether all threads have
    /// ended. One that is left writes to a client that doesn't read: nothing can be done about it but to end
    /// the process, which nothing keeps from ending.
    pub(crate) fn stop(self) -> bool {
        self.control.stop();
        // A supervisor that panicked has ended as well.
        let _ = self.supervisor.join();
        self.streams.close();
        self.crew.wait(LONGEST_GOODBYE)
    }
}
