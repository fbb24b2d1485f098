//! The events of a preview, as a page in a browser is sent them.

use std::io::{BufRead, BufReader, Read};
use std::net::TcpStream;
use std::time::Instant;

use serde_json::Value;

use super::preview::{LIMIT, Preview};

/// An event that a page was sent.
#[derive(Debug)]
pub(crate) struct Event {
    pub(crate) name: String,
    pub(crate) data: Value,
}

impl Event {
    /// The revision as of which it holds.
    pub(crate) fn revision(&self) -> u64 {
        self.data["revision"].as_u64().unwrap()
    }
}

/// The events that a page is sent.
pub(crate) struct Events {
    from: BufReader<Chunks>,
}

impl Events {
    /// Asks for the events of the page at `path`, made at `revision`.
    #[track_caller]
    pub(crate) fn open(preview: &Preview, path: &str, revision: Option<u64>) -> Self {
        let revision = revision.map_or_else(String::new, |revision| format!("&revision={revision}"));
        let (from, reply) = preview.exchange(
            &format!(
                "GET /__rolebook/events?page={path}{revision} HTTP/1.1\r\nHost: {}\r\n\r\n",
                preview.address
            ),
            false,
        );
        assert_eq!(reply.status, 200, "{}", reply.text());
        assert_eq!(reply.header("Content-Type"), Some("text/event-stream"));
        assert_eq!(reply.header("Transfer-Encoding"), Some("chunked"));
        Self {
            from: BufReader::new(Chunks { from, left: 0 }),
        }
    }

    /// The next event; none where the stream ends.
    pub(crate) fn next_or_end(&mut self) -> Option<Event> {
        let start = Instant::now();
        let (mut name, mut data) = (None, String::new());
        loop {
            assert!(start.elapsed() < LIMIT, "nothing happens");
            let mut line = String::new();
            if self.from.read_line(&mut line).unwrap() == 0 {
                return None;
            }
            let line = line.trim_end();
            if let Some(given) = line.strip_prefix("event: ") {
                name = Some(given.to_owned());
            } else if let Some(given) = line.strip_prefix("data: ") {
                data += given;
            } else if let Some(name) = name.take_if(|_| line.is_empty()) {
                let data = serde_json::from_str(&data).unwrap();
                return Some(Event { name, data });
            }
        }
    }

    /// The next event.
    #[track_caller]
    pub(crate) fn next(&mut self) -> Event {
        self.next_or_end().expect("the stream goes on")
    }

    /// The next event that does not tell of findings alone.
    #[track_caller]
    pub(crate) fn news(&mut self) -> Event {
        loop {
            let event = self.next();
            if event.name != "findings" {
                return event;
            }
        }
    }

    /// Waits for an event of that name that is so, and gives it; others go by.
    #[track_caller]
    pub(crate) fn until(&mut self, name: &str, is_so: impl Fn(&Value) -> bool) -> Event {
        loop {
            let event = self.next();
            if event.name == name && is_so(&event.data) {
                return event;
            }
        }
    }
}

/// The body of an answer that comes in chunks.
struct Chunks {
    from: BufReader<TcpStream>,
    left: usize,
}

impl Read for Chunks {
    fn read(&mut self, to: &mut [u8]) -> std::io::Result<usize> {
        if self.left == 0 {
            let mut line = String::new();
            self.from.read_line(&mut line)?;
            self.left = usize::from_str_radix(line.trim_end(), 16).unwrap_or(0);
            if self.left == 0 {
                return Ok(0);
            }
        }
        let most = to.len().min(self.left);
        let read = self.from.read(&mut to[..most])?;
        self.left -= read;
        if self.left == 0 {
            self.from.read_exact(&mut [0; 2])?;
        }
        Ok(read)
    }
}
