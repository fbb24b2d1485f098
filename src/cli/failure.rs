//! Why a command did not do what it was asked.

use crate::author::AuthorError;
use crate::load::LoadError;
use crate::publish::PublishError;
use crate::render::RenderError;
use crate::serve::ServeError;

/// Why a command did not do what it was asked.
#[derive(Debug)]
pub(super) enum Failure {
    /// Findings stand against it, and were printed.
    Findings,
    /// The machine is wrong, or the usage.
    Error {
        /// What is wrong, in one sentence without a full stop.
        message: String,
        /// What to do.
        help: Option<String>,
    },
}

impl Failure {
    /// What the command ends with.
    pub(super) const fn exit_code(&self) -> u8 {
        match self {
            Self::Findings => 1,
            Self::Error { .. } => 2,
        }
    }
}

macro_rules! from_errors {
    ($($error:ty),*) => {$(
        impl From<$error> for Failure {
            fn from(error: $error) -> Self {
                Self::Error { message: error.to_string(), help: error.help() }
            }
        }
    )*};
}

from_errors!(AuthorError, LoadError, PublishError, ServeError);

impl From<RenderError> for Failure {
    fn from(error: RenderError) -> Self {
        Self::Error {
            message: error.to_string(),
            help: None,
        }
    }
}
