//! One stream, written as its events happen.

use std::io::{self, Write};
use std::sync::mpsc::RecvTimeoutError;
use std::time::Duration;

use super::streams::Subscription;

/// Tells a browser how soon to come back to a stream that ended, in milliseconds.
const COME_BACK: &[u8] = b"retry: 1000\n\n";

/// A line that no page sees: writing it shows whether anybody is there.
const STILL_HERE: &[u8] = b": still here\n\n";

/// Writes `events` until the client is gone or the stream is closed. It is never silent for longer than
/// `silence`.
pub(super) fn write(
    events: &Subscription,
    silence: Duration,
    in_chunks: bool,
    to: &mut dyn Write,
) -> io::Result<()> {
    let Some(waiting) = events.waiting() else {
        return Ok(());
    };
    let mut to = Pieces { to, in_chunks };
    to.write(COME_BACK)?;
    for event in &waiting.first {
        to.write(event)?;
    }
    to.flush()?;
    loop {
        match waiting.queue.recv_timeout(silence) {
            Ok(event) => {
                to.write(&event)?;
                for event in waiting.queue.try_iter() {
                    to.write(&event)?;
                }
            }
            Err(RecvTimeoutError::Timeout) => to.write(STILL_HERE)?,
            Err(RecvTimeoutError::Disconnected) => return to.end(),
        }
        to.flush()?;
    }
}

/// A body of unknown length. Its end is told in chunks where the client knows them: connections stay open
/// until the client closes them.
struct Pieces<'a> {
    to: &'a mut dyn Write,
    in_chunks: bool,
}

impl Pieces<'_> {
    fn write(&mut self, piece: &[u8]) -> io::Result<()> {
        if !self.in_chunks {
            return self.to.write_all(piece);
        }
        write!(self.to, "{:x}\r\n", piece.len())?;
        self.to.write_all(piece)?;
        self.to.write_all(b"\r\n")
    }

    fn flush(&mut self) -> io::Result<()> {
        self.to.flush()
    }

    fn end(&mut self) -> io::Result<()> {
        if self.in_chunks {
            self.to.write_all(b"0\r\n\r\n")?;
        }
        self.to.flush()
    }
}
