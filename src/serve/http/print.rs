//! Answers as bytes.

use std::fmt::Write as _;
use std::io::{self, Write};

use super::answer::{Answer, Body};
use super::request::Head;

/// Writes the answer to the request in `asked`. Events follow later.
pub(super) fn print(answer: &Answer, asked: &Head, to: &mut dyn Write) -> io::Result<()> {
    to.write_all(head(answer, asked).as_bytes())?;
    match &answer.body {
        Body::Bytes(bytes) if !asked.is_head() => to.write_all(bytes)?,
        _ => {}
    }
    to.flush()
}

/// Whether every header can be written without becoming more than one.
pub(super) fn is_writable(answer: &Answer) -> bool {
    let is_plain = |byte: u8| byte.is_ascii_graphic() || byte == b' ';
    answer
        .headers
        .iter()
        .all(|(name, value)| name.bytes().chain(value.bytes()).all(is_plain))
}

/// Each answer says that it is the last one: a connection that is kept keeps a thread, for which `tiny` may
/// let others wait.
fn head(answer: &Answer, asked: &Head) -> String {
    let status = answer.status;
    let mut head = format!("HTTP/1.1 {status} {}\r\nConnection: close\r\n", reason(status));
    let mut add = |name: &str, value: &str| {
        let _ = write!(head, "{name}: {value}\r\n");
    };
    if !answer.kind.is_empty() {
        add("Content-Type", answer.kind);
    }
    match &answer.body {
        Body::Bytes(bytes) => add("Content-Length", &bytes.len().to_string()),
        Body::Empty if status != 304 && status != 204 => add("Content-Length", "0"),
        Body::Events(_) if asked.knows_chunks => add("Transfer-Encoding", "chunked"),
        Body::Empty | Body::Events(_) => {}
    }
    for (name, value) in &answer.headers {
        add(name, value);
    }
    let has = |name: &str| {
        answer
            .headers
            .iter()
            .any(|(given, _)| given.eq_ignore_ascii_case(name))
    };
    for (name, value) in [
        ("X-Content-Type-Options", "nosniff"),
        ("Cache-Control", "no-store"),
    ] {
        if !has(name) {
            add(name, value);
        }
    }
    head.push_str("\r\n");
    head
}

fn reason(status: u16) -> &'static str {
    match status {
        200 => "OK",
        204 => "No Content",
        301 => "Moved Permanently",
        302 => "Found",
        303 => "See Other",
        304 => "Not Modified",
        307 => "Temporary Redirect",
        308 => "Permanent Redirect",
        400 => "Bad Request",
        403 => "Forbidden",
        404 => "Not Found",
        405 => "Method Not Allowed",
        410 => "Gone",
        413 => "Content Too Large",
        414 => "URI Too Long",
        417 => "Expectation Failed",
        500 => "Internal Server Error",
        501 => "Not Implemented",
        503 => "Service Unavailable",
        _ => "",
    }
}
