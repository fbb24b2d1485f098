//! `tiny_http`, and the work-rounds for what it gets wrong. Nothing else names it.
//!
//! Of version 0.12 these are used: accepting, a thread a connection, and reading the heads of requests.
//! What has to be worked round:
//!
//! - Its pool of threads now and then gives a connection to a thread that is busy with another one, and
//!   the connection then waits for as long as that one lasts. Any later connection that ends frees it: so
//!   this file connects to itself when nothing comes for a while (`knock`).
//! - When the process has no more file descriptors, its accepting thread ends, with an error or by a panic
//!   that nobody is told of. Then knocking finds nobody there.
//! - Dropping a request allocates as much as its body claims to be long. Such requests are never dropped; each
//!   costs a thread and a connection for good, which only a client that means harm will ask for.
//! - It goes on reading a connection after a request that it could not find the end of, and hands on what was
//!   part of a body as a request (CVE-2026-66752). Nothing more is taken from such a connection.

use std::collections::{BTreeSet, VecDeque};
use std::io::{self, ErrorKind, Write};
use std::mem;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr, TcpListener, TcpStream};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tiny_http::{Response, Server, StatusCode};

use super::answer::Answer;
use super::print::print;
use super::request::Head;

/// How long nothing comes before the listener is knocked at, in milliseconds: soon after a request, which may
/// have come with others that are stuck, and less and less often after that.
const SOONEST_KNOCK: u64 = 2;
const LATEST_KNOCK: u64 = 500;

/// How many knocks there are at once: each of them frees one connection that is stuck.
const KNOCKS: usize = 4;

/// How long a knock may take.
const LONGEST_KNOCK: Duration = Duration::from_secs(1);

/// How long one write may wait for a client. An answer takes a few writes, so that a client that takes nothing
/// is given up after some three times that.
#[cfg(unix)]
const LONGEST_WRITE: Duration = Duration::from_secs(10);

/// Bodies up to this length are read into memory by `tiny_http` before anybody is asked; in bytes.
const READ_ANYWAY: usize = 1024;

/// Bodies above this length are neither read nor dropped; in bytes.
const LONGEST_DROPPED: usize = 1024 * 1024;

/// A port that is listened on.
pub(super) struct Listener {
    server: Server,
    address: SocketAddr,
    peers: Arc<Peers>,
    until_knock: AtomicU64,
    #[cfg(test)]
    door: TcpListener,
}

/// What a listener has to say.
pub(super) enum Next {
    /// A request came.
    Request(Box<Incoming>),
    /// Nothing came for a while, or the listener was woken.
    Nothing,
    /// Nobody listens any more.
    Lost(io::Error),
}

/// A request whose head was read.
pub(super) struct Incoming {
    head: Head,
    /// Taken when it is answered.
    request: Option<tiny_http::Request>,
    /// None if another request of the same connection has not been answered yet, or spoilt it.
    turn: Option<Turn>,
}

impl Listener {
    /// Begins to listen.
    pub(super) fn open(address: SocketAddr) -> io::Result<Self> {
        let listener = TcpListener::bind(address)?;
        #[cfg(unix)]
        set_options(&listener);
        Ok(Self {
            #[cfg(test)]
            door: listener.try_clone()?,
            address: listener.local_addr()?,
            server: Server::from_listener(listener, None).map_err(io::Error::other)?,
            peers: Arc::default(),
            until_knock: AtomicU64::new(SOONEST_KNOCK),
        })
    }

    /// Where it listens.
    pub(super) fn address(&self) -> SocketAddr {
        self.address
    }

    /// Waits for a request, though not for long.
    pub(super) fn next(&self) -> Next {
        let until_knock = self.until_knock.load(Ordering::Relaxed);
        let (until_next, next) = match self.server.recv_timeout(Duration::from_millis(until_knock)) {
            Ok(Some(request)) => (SOONEST_KNOCK, self.incoming(request)),
            Ok(None) => {
                let next = if self.knock() { Next::Nothing } else { self.last() };
                ((until_knock * 2).min(LATEST_KNOCK), next)
            }
            Err(error) => (until_knock, Next::Lost(error)),
        };
        self.until_knock.store(until_next, Ordering::Relaxed);
        next
    }

    /// Makes `next` return.
    pub(super) fn wake(&self) {
        self.server.unblock();
    }

    /// Makes accepting fail, as it does when the process has no more file descriptors.
    #[cfg(all(test, target_os = "linux"))]
    pub(super) fn fail(&self) {
        let _ = rustix::net::shutdown(&self.door, rustix::net::Shutdown::Both);
    }

    fn incoming(&self, request: tiny_http::Request) -> Next {
        Next::Request(Box::new(Incoming::new(request, &self.peers)))
    }

    /// Whether somebody listens, as far as can be told.
    fn knock(&self) -> bool {
        let ip = match self.address.ip() {
            IpAddr::V4(ip) if ip.is_unspecified() => Ipv4Addr::LOCALHOST.into(),
            IpAddr::V6(ip) if ip.is_unspecified() => Ipv6Addr::LOCALHOST.into(),
            ip => ip,
        };
        let door = SocketAddr::new(ip, self.address.port());
        // Another failure, such as of opening a connection at all, says nothing about the listener.
        let is_refused = |error: io::Error| error.kind() == ErrorKind::ConnectionRefused;
        let knock = || TcpStream::connect_timeout(&door, LONGEST_KNOCK);
        !(0..KNOCKS).any(|_| knock().is_err_and(is_refused))
    }

    /// What is left when nobody listens: requests that came before, and the reason if it was told.
    fn last(&self) -> Next {
        match self.server.try_recv() {
            Ok(Some(request)) => self.incoming(request),
            Ok(None) => Next::Lost(io::Error::other(
                "its thread ended, as it does when too many files are open",
            )),
            Err(error) => Next::Lost(error),
        }
    }
}

/// Sets what connections have from their listener, since nobody sees them themselves. A system that knows no
/// such heritage is not worth failing for.
#[cfg(unix)]
fn set_options(listener: &TcpListener) {
    use rustix::net::sockopt::{Timeout, set_socket_timeout, set_tcp_nodelay};
    let _ = set_socket_timeout(listener, Timeout::Send, Some(LONGEST_WRITE));
    // A head and its body are written one after the other, and should not wait for each other.
    let _ = set_tcp_nodelay(listener, true);
}

impl Incoming {
    fn new(request: tiny_http::Request, peers: &Arc<Peers>) -> Self {
        let headers = request.headers().iter();
        let head = Head {
            method: request.method().as_str().to_owned(),
            target: request.url().to_owned(),
            knows_chunks: *request.http_version() >= (1, 1),
            headers: headers
                .map(|header| (header.field.to_string(), header.value.to_string()))
                .collect(),
        };
        let turn = request.remote_addr().and_then(|peer| peers.enter(*peer, &head));
        Self {
            head,
            request: Some(request),
            turn,
        }
    }

    /// The request.
    pub(super) fn head(&self) -> &Head {
        &self.head
    }

    /// Where to write the answer; none if nobody waits for it. May wait for the client, so it is for a thread
    /// of one's own.
    pub(super) fn writer(mut self: Box<Self>) -> Option<Box<dyn Write + Send>> {
        let turn = self.turn.take()?;
        let request = self.request.take()?;
        if declares_much(&request, &self.head) {
            // The only way to write an answer without dropping what holds the body.
            let refusal = Response::from_string("A request with a body is not read here.\n");
            mem::forget(request.upgrade("none", refusal.with_status_code(StatusCode(413))));
            return None;
        }
        let to = request.into_writer();
        Some(Box::new(Writer { to, _turn: turn }))
    }

    /// Writes a short answer, without waiting for the client.
    pub(super) fn turn_away(self: Box<Self>, answer: &Answer) {
        let is_short = self.request.as_ref().is_some_and(|request| !has_unread(request));
        let head = self.head.clone();
        if let (true, Some(mut to)) = (is_short, self.writer()) {
            // Whom it doesn't reach is gone.
            let _ = print(answer, &head, &mut to);
        }
    }
}

impl Drop for Incoming {
    fn drop(&mut self) {
        let Some(request) = self.request.take() else {
            return;
        };
        if has_unread(&request) {
            mem::forget(request);
        } else {
            // A request dropped as it is would be answered, after waiting for the answer before it.
            drop(request.into_writer());
        }
    }
}

/// Whether dropping the request would wait for its body.
fn has_unread(request: &tiny_http::Request) -> bool {
    request.body_length().is_some_and(|length| length > READ_ANYWAY)
}

/// Whether dropping the request would allocate much, or wait for a client that waits for an answer.
fn declares_much(request: &tiny_http::Request, head: &Head) -> bool {
    let length = request.body_length().unwrap_or_default();
    length > LONGEST_DROPPED || (length > 0 && head.values("expect").next().is_some())
}

/// A writer that gives the turn back when it is dropped.
struct Writer {
    to: Box<dyn Write + Send>,
    _turn: Turn,
}

impl Write for Writer {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.to.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.to.flush()
    }
}

/// The connections of which a request is being answered, and those that are spoilt.
#[derive(Debug, Default)]
struct Peers(Mutex<Known>);

#[derive(Debug, Default)]
struct Known {
    answering: BTreeSet<SocketAddr>,
    spoilt: VecDeque<SocketAddr>,
}

/// The right of a connection to one answer.
struct Turn {
    peers: Arc<Peers>,
    peer: SocketAddr,
}

impl Peers {
    /// A turn for a request of `peer`, unless it should have waited for an answer, or spoilt its connection.
    fn enter(self: &Arc<Self>, peer: SocketAddr, head: &Head) -> Option<Turn> {
        /// How many are remembered: more than come before their ports are used again.
        const MOST_SPOILT: usize = 64;
        let mut known = self.lock();
        if known.spoilt.contains(&peer) || !known.answering.insert(peer) {
            return None;
        }
        if spoils(head) {
            known.spoilt.truncate(MOST_SPOILT - 1);
            known.spoilt.push_front(peer);
        }
        Some(Turn {
            peers: Arc::clone(self),
            peer,
        })
    }

    fn lock(&self) -> MutexGuard<'_, Known> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Turn {
    fn drop(&mut self) {
        self.peers.lock().answering.remove(&self.peer);
    }
}

/// Whether it can't be told where the next request begins.
fn spoils(head: &Head) -> bool {
    let lengths: Vec<&str> = head.values("content-length").collect();
    head.values("transfer-encoding").next().is_some()
        || lengths.len() > 1
        || lengths.iter().any(|length| length.parse::<usize>().is_err())
}
