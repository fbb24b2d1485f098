//! A folder to a snapshot: the only room that reads a handbook.

#![expect(clippy::disallowed_methods, reason = "this room reads the handbook's files")]

mod error;
mod git;
mod history;
mod inside;
mod name;
mod read;
mod reread;
mod revision;
mod root;
mod snapshot;
mod stamp;
mod theme;
mod walk;

pub use error::LoadError;
pub use history::{add_history, add_shortfall, is_in_repository};
pub(crate) use name::name_fault;
pub use reread::{own_path, reread};
pub use revision::{merge_base, revision};
pub use root::{BASELINE, BOOK, find_root};
pub use snapshot::snapshot;
pub use stamp::{Stamp, stamps};
