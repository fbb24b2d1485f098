//! Theme, templates, and all that is made of an organisation: pages, style sheets, data.

mod artifact;

pub use artifact::{Artifact, Artifacts, RenderError};
