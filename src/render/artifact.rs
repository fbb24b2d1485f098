//! What a site is made of, by address: the boundary to whoever publishes or serves it.

use super::Origin;
use crate::text::{SitePath, SourcePath};

/// One file of the site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Artifact {
    /// These bytes.
    Bytes(Vec<u8>),
    /// A drawing (SVG), to be drawn as PNG, a pixel a unit: with the system's fonts, by whoever publishes or serves it.
    Picture(String),
    /// A file of the handbook, as it is.
    Copy(SourcePath),
}

/// A theme that can't be used: its own file, and what is wrong with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RenderError(pub String);

impl std::fmt::Display for RenderError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for RenderError {}

/// A whole site, each file of which is made when it is asked for.
pub trait Artifacts: Sync {
    /// Every address, in order.
    fn paths(&self) -> Vec<SitePath>;

    /// What it is made from; none where files depend on anything else, such as the system's fonts.
    fn origin(&self) -> Option<Origin>;

    /// Makes what many files are made from, which would else be made while the first of them is: once, on all cores.
    fn prepare(&self);

    /// What the file at `path` is, in a word such as `role` or `search`: files of a kind are counted together.
    fn kind(&self, path: &SitePath) -> &'static str;

    /// Makes the file at `path`; none where there is none.
    ///
    /// # Errors
    /// Where the theme's templates can't be rendered.
    fn make(&self, path: &SitePath) -> Result<Option<Artifact>, RenderError>;
}
