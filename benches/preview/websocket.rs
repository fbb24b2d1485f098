//! As much of a websocket as hearing of a reload takes: RFC 6455, without fragments and extensions.

use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, TcpStream};

/// Sixteen bytes in base 64, as the handshake wants them; a server proves by them that it knows what a websocket is.
const KEY: &str = "cm9sZWJvb2sgYmVuY2hlcw==";

/// What a frame holds.
mod opcode {
    pub(super) const TEXT: u8 = 1;
    pub(super) const CLOSE: u8 = 8;
    pub(super) const PING: u8 = 9;
    pub(super) const PONG: u8 = 10;
}

/// An open websocket.
pub(crate) struct WebSocket(BufReader<TcpStream>);

impl WebSocket {
    /// Opens the websocket at `path`.
    ///
    /// # Errors
    /// Where there is none.
    pub(crate) fn open(port: u16, path: &str) -> io::Result<Self> {
        let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, port))?;
        stream.set_nodelay(true)?;
        let request = format!(
            "GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nOrigin: http://127.0.0.1:{port}\r\n\
             Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n\
             Sec-WebSocket-Key: {KEY}\r\n\r\n"
        );
        stream.write_all(request.as_bytes())?;
        let mut stream = BufReader::new(stream);
        let mut line = String::new();
        stream.read_line(&mut line)?;
        if line.split(' ').nth(1) != Some("101") {
            return Err(io::Error::other("there is no websocket"));
        }
        while !line.trim_end().is_empty() {
            line.clear();
            stream.read_line(&mut line)?;
        }
        Ok(Self(stream))
    }

    /// Says `text`, which is short.
    ///
    /// # Errors
    /// Where the other end is gone.
    pub(crate) fn say(&mut self, text: &str) -> io::Result<()> {
        self.send(opcode::TEXT, text.as_bytes())
    }

    /// The next message.
    ///
    /// # Errors
    /// Where the other end is gone, or says that it goes.
    pub(crate) fn hear(&mut self) -> io::Result<String> {
        loop {
            let [first, second] = self.bytes()?;
            let len = match second & 0x7f {
                126 => u64::from(u16::from_be_bytes(self.bytes()?)),
                127 => u64::from_be_bytes(self.bytes()?),
                len => u64::from(len),
            };
            let mut payload = Vec::new();
            self.0.by_ref().take(len).read_to_end(&mut payload)?;
            match first & 0x0f {
                opcode::CLOSE => return Err(io::ErrorKind::ConnectionAborted.into()),
                opcode::PING => self.send(opcode::PONG, &payload)?,
                opcode::PONG => {}
                _ => return Ok(String::from_utf8_lossy(&payload).into_owned()),
            }
        }
    }

    /// A client masks what it sends; a mask of noughts is one.
    fn send(&mut self, opcode: u8, payload: &[u8]) -> io::Result<()> {
        let len = u8::try_from(payload.len()).ok().filter(|len| *len < 126);
        let len = len.ok_or(io::ErrorKind::InvalidInput)?;
        let mut frame = vec![0x80 | opcode, 0x80 | len, 0, 0, 0, 0];
        frame.extend(payload);
        self.0.get_mut().write_all(&frame)
    }

    fn bytes<const N: usize>(&mut self) -> io::Result<[u8; N]> {
        let mut bytes = [0; N];
        self.0.read_exact(&mut bytes)?;
        Ok(bytes)
    }
}
