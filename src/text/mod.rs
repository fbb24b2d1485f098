//! Texts and where things stand in them: sources, spans, checked paths, the one slugger, near names.
//!
//! The lowest room: it knows nothing of roles and touches nothing outside.

#[cfg(test)]
pub(crate) mod cases;
pub(crate) mod escape;
mod history;
mod lines;
mod name;
mod near;
mod path;
mod phrase;
mod readable;
mod slug;
mod snapshot;
mod span;
mod spoken;

pub(crate) use history::Moves;
pub use history::{Change, Commit, History, LastChange, Shortfall};
pub(crate) use lines::filled;
pub(crate) use name::{folded, normal, unaccented};
pub use near::nearest;
pub(crate) use path::push_percent;
pub use path::{CONTENT, PathFault, SitePath, SourcePath};
pub use phrase::{Phrase, Word};
pub(crate) use readable::{capitalised, readable};
pub use slug::{Slugger, slug};
pub use snapshot::{Asset, Fault, Profile, Snapshot, Source, SourceId, ThemeFile};
pub use span::{Place, Span};
pub(crate) use spoken::{alternatives, count};
