//! Where a tool tells an open page that it changed, and when it did.

use std::io::{self, BufRead, BufReader, Write};
use std::net::{Ipv4Addr, TcpStream};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;
use std::time::{Duration, Instant};

use super::http;
use super::websocket::WebSocket;

/// How a tool tells.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Kind {
    /// Server-sent events of the page that is open.
    Events,
    /// mdBook's websocket: whatever it says is a reload, and it is closed after that.
    MdBook,
    /// The websocket of `LiveReload`, which Hugo and Zola speak; its port stands in the page.
    LiveReload,
}

const HELLO: &str = r#"{"command":"hello","protocols":["http://livereload.com/protocols/official-7"]}"#;

/// Hears of reloads, as a browser would that has a page open, until the server ends.
pub(crate) struct Channel {
    reloads: Receiver<Instant>,
    is_over: Arc<AtomicBool>,
}

impl Channel {
    /// Opens the channel for the page at `path`.
    ///
    /// # Errors
    /// Where the server has none.
    pub(crate) fn open(kind: Kind, port: u16, path: &str) -> io::Result<Self> {
        let (sender, reloads) = channel();
        let is_over = Arc::new(AtomicBool::new(false));
        let path = path.to_owned();
        let mut ear = Ear::open(kind, port, &path)?;
        let over = Arc::clone(&is_over);
        thread::spawn(move || {
            loop {
                // An end is no mistake: a page that is loaded anew opens the channel anew.
                let _ = ear.hear(&sender);
                ear = loop {
                    if over.load(Ordering::Relaxed) {
                        return;
                    }
                    match Ear::open(kind, port, &path) {
                        Ok(ear) => break ear,
                        Err(_) => thread::sleep(Duration::from_millis(20)),
                    }
                };
            }
        });
        Ok(Self { reloads, is_over })
    }

    /// When the next reload came, if one has come or comes within `patience`.
    pub(crate) fn next(&self, patience: Duration) -> Option<Instant> {
        self.reloads.recv_timeout(patience).ok()
    }

    /// How many reloads came that nobody has asked for.
    pub(crate) fn rest(&self) -> usize {
        self.reloads.try_iter().count()
    }
}

impl Drop for Channel {
    fn drop(&mut self) {
        self.is_over.store(true, Ordering::Relaxed);
    }
}

/// One connection.
enum Ear {
    Events(BufReader<TcpStream>),
    Socket(WebSocket, Kind),
}

impl Ear {
    fn open(kind: Kind, port: u16, path: &str) -> io::Result<Self> {
        Ok(match kind {
            Kind::Events => {
                let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, port))?;
                let request = format!(
                    "GET /__rolebook/events?page={path} HTTP/1.0\r\nHost: 127.0.0.1:{port}\r\n\
                     Accept: text/event-stream\r\n\r\n"
                );
                stream.write_all(request.as_bytes())?;
                Self::Events(BufReader::new(stream))
            }
            Kind::MdBook => Self::Socket(WebSocket::open(port, "/__livereload")?, kind),
            Kind::LiveReload => {
                let mut socket = WebSocket::open(own_port(port, path)?, "/livereload")?;
                socket.say(HELLO)?;
                Self::Socket(socket, kind)
            }
        })
    }

    /// Passes on every reload, until the connection ends.
    fn hear(&mut self, to: &Sender<Instant>) -> io::Result<()> {
        loop {
            let is_reload = match self {
                Self::Events(stream) => {
                    let mut line = String::new();
                    if stream.read_line(&mut line)? == 0 {
                        return Ok(());
                    }
                    line.trim_end() == "event: update"
                }
                Self::Socket(socket, kind) => {
                    let message = socket.hear()?;
                    matches!(kind, Kind::MdBook) || message.contains("\"reload\"")
                }
            };
            // Where nobody listens any more, the server is about to end, and this with it.
            if is_reload && to.send(Instant::now()).is_err() {
                return Ok(());
            }
        }
    }
}

/// The port of the `LiveReload` websocket, which the page's script is told: `livereload.js?mindelay=10&port=1313`.
fn own_port(port: u16, path: &str) -> io::Result<u16> {
    let page = http::get(port, path, Duration::from_mins(1))?;
    let page = String::from_utf8_lossy(&page);
    let script = page.split_once("livereload.js?").map_or("", |(_, script)| script);
    let told = script.split_once("port=").map_or("", |(_, told)| told);
    let digits: String = told.chars().take_while(char::is_ascii_digit).collect();
    Ok(digits.parse().unwrap_or(port))
}
