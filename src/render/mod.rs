//! Theme, templates, and all that is made of an organisation: pages, style sheets, data.

mod artifact;
mod built_in;
mod calendar;
mod data;
mod edition;
mod feed;
mod handbook;
mod hosting;
mod inline_words;
mod origin;
mod plain;
mod templates;
mod theme;

pub use artifact::{Artifact, Artifacts, Pieces, RenderError};
pub use handbook::Handbook;
pub(crate) use handbook::{Located, designs};
pub use origin::Origin;
