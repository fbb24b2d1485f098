//! One request, and all of its answer.

use std::io::Write;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::time::Duration;

use super::Respond;
use super::answer::{Answer, Body};
use super::host::Hosts;
use super::print::{is_writable, print};
use super::request::{Head, Request};
use super::stream;

/// What answering takes.
#[derive(Clone)]
pub(super) struct Answering {
    pub(super) respond: Arc<dyn Respond>,
    pub(super) hosts: Hosts,
    /// How long a stream may be silent.
    pub(super) silence: Duration,
}

impl Answering {
    /// Answers the request in `head`. What can't be written ends with the connection, and nobody need know.
    pub(super) fn exchange(&self, head: &Head, mut to: Box<dyn Write + Send>) {
        let answer = sendable(self.answer(head));
        let sent = print(&answer, head, &mut to);
        if let (Ok(()), Body::Events(events), false) = (sent, answer.body, head.is_head()) {
            let _ = stream::write(&events, self.silence, head.knows_chunks, &mut to);
        }
    }

    fn answer(&self, head: &Head) -> Answer {
        let request = match Request::check(head, &self.hosts) {
            Ok(request) => request,
            Err(refusal) => return refusal,
        };
        let answer = catch_unwind(AssertUnwindSafe(|| self.respond.respond(&request)));
        answer.unwrap_or_else(|_| {
            Answer::words(
                500,
                "Something went wrong within rolebook while this page was made; that is a mistake in rolebook. \
                 The preview goes on.",
            )
        })
    }
}

/// `answer`, or what is answered in place of one that can't be sent.
fn sendable(answer: Answer) -> Answer {
    match &answer.body {
        Body::Events(events) if events.waiting().is_none() => too_busy(),
        _ if !is_writable(&answer) => Answer::words(
            500,
            "The answer has a header that can't be written; that is a mistake in rolebook.",
        ),
        _ => answer,
    }
}

/// For whoever comes when all places are taken.
pub(super) fn too_busy() -> Answer {
    let answer = Answer::words(503, "Too many pages are open at once; close some of them.");
    answer.with_header("Retry-After", "5")
}
