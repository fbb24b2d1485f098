//! Commands that write sources: a handbook to begin with, a new file from the schema.

#![expect(clippy::disallowed_methods, reason = "this room writes sources")]

mod create;
mod error;
mod file_name;
mod init;
mod starter;

pub use create::{Subject, create};
pub use error::AuthorError;
pub use init::init;
