//! The preview: the handbook in memory, its pages made when they are asked for, and open pages told of edits.
//!
//! `follow` waits for wakes and edits; `preview` holds the handbook as it is now and tells open pages; `answers` says what
//! is at an address. Below them are `watch` (the files), `http` (the web server) and `client` (what runs in the browser).

#![expect(
    clippy::disallowed_methods,
    reason = "this room watches files, serves pages and measures how long that takes"
)]

mod answers;
mod asset;
mod client;
mod error;
mod follow;
mod http;
mod look;
mod moved;
pub(crate) mod network;
mod preview;
mod report;
mod shown;
mod state;
mod watch;

pub(crate) use error::ServeError;
pub(crate) use follow::{Happening, Plan, Stop, inbox, run};
pub(crate) use http::Port;
pub(crate) use state::State;
pub(crate) use watch::Way;

/// Everything of the preview's own lies below this.
const OWN: &str = "/__rolebook/";
