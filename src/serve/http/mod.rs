//! The web server of the preview: requests in, answers and event streams out.
//!
//! It knows nothing of handbooks. Whoever serves implements `Respond`, which sees only requests that passed
//! every check (`request`), and pushes events through `Streams`. Each request has a thread of its own until
//! the last byte of its answer is written (`exchange`), so that a client that doesn't read holds up nobody.
//! A supervisor takes requests from the listener, and replaces it when it is lost. `tiny_http` accepts
//! connections and reads the heads of requests; it is named in `tiny` alone.

mod answer;
mod bind;
mod crew;
mod etag;
mod exchange;
mod host;
mod print;
mod request;
mod server;
mod stream;
mod streams;
mod supervisor;
mod target;
mod tiny;

pub(crate) use answer::Answer;
pub(crate) use bind::{BindError, Port};
pub(crate) use request::Request;
pub(crate) use server::Server;
pub(crate) use streams::{Event, Streams, Subscription};
pub(crate) use supervisor::Notice;

/// Whoever knows what to answer; asked by several threads at once.
pub(crate) trait Respond: Send + Sync + 'static {
    /// The answer to `request`. A panic is answered in its stead.
    fn respond(&self, request: &Request) -> Answer;
}

#[cfg(test)]
mod tests;
