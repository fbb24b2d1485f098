//! What goes back to a client.

use std::sync::Arc;

use super::etag;
use super::request::Request;
use super::streams::Subscription;

/// Plain words, for what is said in a browser's window without a page.
const WORDS: &str = "text/plain; charset=utf-8";

/// What goes back to a client. Unless its headers say otherwise, nobody keeps it.
#[derive(Debug)]
pub(crate) struct Answer {
    /// The status code.
    pub(crate) status: u16,
    /// The content type; empty where there is no content.
    pub(crate) kind: &'static str,
    /// Further headers. `Content-Type`, `Content-Length` and `Connection` are not among them.
    pub(crate) headers: Vec<(&'static str, String)>,
    /// What follows the head.
    pub(crate) body: Body,
}

/// What follows the head of an answer.
#[derive(Debug)]
pub(crate) enum Body {
    /// Nothing.
    Empty,
    /// These bytes.
    Bytes(Arc<[u8]>),
    /// Events, as they happen.
    Events(Subscription),
}

impl Answer {
    /// These bytes, which are found.
    pub(crate) fn bytes(kind: &'static str, bytes: impl Into<Arc<[u8]>>) -> Self {
        Self {
            status: 200,
            kind,
            headers: Vec::new(),
            body: Body::Bytes(bytes.into()),
        }
    }

    /// A few plain words.
    pub(crate) fn words(status: u16, words: &str) -> Self {
        Self::bytes(WORDS, format!("{words}\n").into_bytes()).with_status(status)
    }

    /// Events, as they happen.
    pub(crate) fn events(subscription: Subscription) -> Self {
        Self {
            status: 200,
            kind: "text/event-stream",
            headers: Vec::new(),
            body: Body::Events(subscription),
        }
    }

    /// The same with another status code.
    pub(crate) fn with_status(mut self, status: u16) -> Self {
        self.status = status;
        self
    }

    /// The same with one more header.
    pub(crate) fn with_header(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.headers.push((name, value.into()));
        self
    }

    /// The same with `tag`, which changes when the bytes do; without the bytes if the client has them already.
    pub(crate) fn with_etag(self, tag: &str, request: &Request) -> Self {
        let Some(tag) = etag::quoted(tag) else {
            return self;
        };
        let known = request.if_none_match.as_deref();
        let is_known = self.status == 200 && known.is_some_and(|known| etag::is_among(&tag, known));
        let answer = self.with_header("ETag", tag);
        if !is_known {
            return answer;
        }
        Self {
            status: 304,
            kind: "",
            body: Body::Empty,
            ..answer
        }
    }
}
