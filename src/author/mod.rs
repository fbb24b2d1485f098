//! Commands that write sources: a handbook to begin with, a new file from the schema, what a fix changes.

#![expect(
    clippy::disallowed_methods,
    reason = "this room writes sources, and asks git about them"
)]

mod create;
mod error;
mod file_name;
mod git;
mod init;
mod replace;
mod starter;
mod writable;

pub(crate) use create::{Subject, create};
pub(crate) use error::AuthorError;
pub(crate) use init::init;
pub(crate) use replace::{put, replace};
pub(crate) use writable::{Hold, holds};
