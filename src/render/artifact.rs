//! What a site is made of, by address: the boundary to whoever publishes or serves it.

use std::fmt;
use std::io;

use super::Origin;
use crate::text::{SitePath, SourcePath};

/// One file of the site.
#[derive(Debug)]
pub enum Artifact<'a> {
    /// These bytes.
    Bytes(Vec<u8>),
    /// What may be too much to be held as a whole.
    Pieces(Pieces<'a>),
    /// A drawing (SVG), to be drawn as PNG, a pixel a unit: with the system's fonts, by whoever publishes or serves it.
    Picture(String),
    /// A file of the handbook, as it is.
    Copy(SourcePath),
}

/// What is made while it is written.
pub struct Pieces<'a>(Box<WritePieces<'a>>);

type WritePieces<'a> = dyn Fn(&mut dyn io::Write) -> io::Result<()> + 'a;

impl<'a> Pieces<'a> {
    /// What `write` writes, each time the same.
    pub fn of(write: impl Fn(&mut dyn io::Write) -> io::Result<()> + 'a) -> Self {
        Self(Box::new(write))
    }

    /// Writes all of it to `out`.
    ///
    /// # Errors
    /// Where `out` can't be written to.
    pub fn write(&self, out: &mut dyn io::Write) -> io::Result<()> {
        (self.0)(out)
    }

    /// All of it.
    ///
    /// # Errors
    /// Where it can't be made.
    pub fn whole(&self) -> Result<Vec<u8>, RenderError> {
        let mut bytes = Vec::new();
        let written = self.write(&mut bytes);
        written.map_err(|error| RenderError(format!("it can't be made: {error}")))?;
        Ok(bytes)
    }
}

impl fmt::Debug for Pieces<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Pieces")
    }
}

/// A theme that can't be used: its own file, and what is wrong with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RenderError(pub String);

impl fmt::Display for RenderError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
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
    fn make(&self, path: &SitePath) -> Result<Option<Artifact<'_>>, RenderError>;
}
