//! The tools that others build handbooks with, and the same organisation as they read it.

pub(crate) mod formats;
mod layouts;
pub(crate) mod program;
pub(crate) mod translation;
