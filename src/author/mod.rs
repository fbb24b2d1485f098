//! Commands that write sources: a handbook to begin with, a new file from the schema.

#![expect(clippy::disallowed_methods, reason = "this room writes sources")]

mod create;
mod error;
mod file_name;
mod init;
mod starter;

pub(crate) use create::{Subject, create};
pub(crate) use error::AuthorError;
pub(crate) use init::init;
