//! What keeps a preview from beginning.

use std::fmt;

use super::http::BindError;
use crate::load::LoadError;
use crate::render::RenderError;

/// What keeps a preview from beginning.
#[derive(Debug)]
pub(crate) enum ServeError {
    /// The handbook can't be read.
    Load(LoadError),
    /// Its theme can't be used.
    Render(RenderError),
    /// Nobody can be answered.
    Bind(BindError),
}

impl ServeError {
    /// What to do about it.
    pub(crate) fn help(&self) -> Option<String> {
        match self {
            Self::Load(error) => error.help(),
            Self::Render(_) => None,
            Self::Bind(error) => error.help().map(str::to_owned),
        }
    }
}

impl fmt::Display for ServeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Load(error) => error.fmt(f),
            Self::Render(error) => error.fmt(f),
            Self::Bind(error) => error.fmt(f),
        }
    }
}

impl From<LoadError> for ServeError {
    fn from(error: LoadError) -> Self {
        Self::Load(error)
    }
}

impl From<RenderError> for ServeError {
    fn from(error: RenderError) -> Self {
        Self::Render(error)
    }
}

impl From<BindError> for ServeError {
    fn from(error: BindError) -> Self {
        Self::Bind(error)
    }
}
