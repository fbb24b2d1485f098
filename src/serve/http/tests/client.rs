//! A client that sends what no browser would.

use std::io::{BufRead, BufReader, ErrorKind, Read, Write};
use std::net::{SocketAddr, TcpStream};

use super::PATIENCE;

/// One connection.
pub(super) struct Client(BufReader<TcpStream>);

/// An answer, or the head of one.
#[derive(Debug)]
pub(super) struct Reply {
    pub(super) status: u16,
    pub(super) headers: Vec<(String, String)>,
    pub(super) body: String,
}

impl Client {
    pub(super) fn new(address: SocketAddr) -> Self {
        let stream = TcpStream::connect(address).unwrap();
        stream.set_read_timeout(Some(PATIENCE)).unwrap();
        Self(BufReader::new(stream))
    }

    pub(super) fn send(&mut self, text: &str) {
        self.0.get_mut().write_all(text.as_bytes()).unwrap();
    }

    /// As a browser asks.
    pub(super) fn get(&mut self, target: &str) {
        self.send(&format!("GET {target} HTTP/1.1\r\nHost: localhost\r\n\r\n"));
    }

    pub(super) fn line(&mut self) -> String {
        let mut line = String::new();
        self.0.read_line(&mut line).unwrap();
        line.trim_end().to_owned()
    }

    pub(super) fn head(&mut self) -> Reply {
        let line = self.line();
        let status = line.strip_prefix("HTTP/1.1 ").and_then(|line| line.get(..3));
        let mut headers = Vec::new();
        loop {
            let line = self.line();
            let Some((name, value)) = line.split_once(": ") else {
                assert_eq!(line, "");
                break;
            };
            headers.push((name.to_ascii_lowercase(), value.to_owned()));
        }
        Reply {
            status: status
                .unwrap_or_else(|| panic!("no status in {line:?}"))
                .parse()
                .unwrap(),
            headers,
            body: String::new(),
        }
    }

    /// An answer with its body.
    pub(super) fn answer(&mut self) -> Reply {
        let mut reply = self.head();
        let length = reply
            .header("content-length")
            .map_or(0, |length| length.parse().unwrap());
        let mut body = vec![0; length];
        self.0.read_exact(&mut body).unwrap();
        reply.body = String::from_utf8(body).unwrap();
        reply
    }

    /// Reads lines until one is `wanted`; those before it.
    pub(super) fn read_until(&mut self, wanted: &str) -> Vec<String> {
        let mut before = Vec::new();
        loop {
            let line = self.line();
            if line == wanted {
                return before;
            }
            before.push(line);
            assert!(before.len() < 100_000, "no {wanted:?}");
        }
    }

    /// Says that nothing more will be sent, and reads whatever still comes.
    pub(super) fn rest(mut self) -> String {
        // Both fail where the server has closed the connection before reading all that was sent.
        let _ = self.0.get_mut().shutdown(std::net::Shutdown::Write);
        let mut rest = String::new();
        if let Err(error) = self.0.read_to_string(&mut rest) {
            assert_eq!(error.kind(), ErrorKind::ConnectionReset);
        }
        rest
    }
}

impl Reply {
    pub(super) fn header(&self, name: &str) -> Option<&str> {
        let mut those = self.headers.iter().filter(|(given, _)| given == name);
        let value = those.next().map(|(_, value)| value.as_str());
        assert!(those.next().is_none(), "{name} is there once");
        value
    }
}
