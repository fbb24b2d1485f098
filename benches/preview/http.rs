//! Asking for a page: as little of HTTP as that takes.

use std::io::{self, Read, Write};
use std::net::{Ipv4Addr, TcpStream};
use std::time::Duration;

/// The page at `path`, if it is there: the head of the answer, and all that follows.
///
/// HTTP/1.0, so that what is looked for is never cut in two by the length of a chunk.
///
/// # Errors
/// Where nobody answers, or something other than a page.
pub(crate) fn get(port: u16, path: &str, patience: Duration) -> io::Result<Vec<u8>> {
    let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, port))?;
    stream.set_read_timeout(Some(patience))?;
    stream.set_nodelay(true)?;
    let request = format!(
        "GET {path} HTTP/1.0\r\nHost: 127.0.0.1:{port}\r\nAccept: text/html\r\nConnection: close\r\n\r\n"
    );
    stream.write_all(request.as_bytes())?;
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer)?;
    let status = answer.split(|byte| *byte == b' ').nth(1);
    if status == Some(b"200") {
        Ok(answer)
    } else {
        Err(io::Error::other("the answer is no page"))
    }
}

/// Whether `words` stand in `text`.
pub(crate) fn has(text: &[u8], words: &str) -> bool {
    text.windows(words.len()).any(|found| found == words.as_bytes())
}
