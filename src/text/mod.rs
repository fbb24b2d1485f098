//! Texts and where things stand in them: sources, spans, checked paths, the one slugger, near names.
//!
//! The lowest room: it knows nothing of roles and touches nothing outside.

mod near;
mod path;
mod slug;
mod snapshot;
mod span;

pub use near::nearest;
pub use path::{PathFault, SitePath, SourcePath};
pub use slug::{Slugger, slug};
pub use snapshot::{Asset, Fault, Snapshot, Source, SourceId, ThemeFile};
pub use span::{Place, Span};
