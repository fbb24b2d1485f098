//! What keeps a handbook from being read at all.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

/// What keeps a handbook from being read at all; all else becomes a finding.
#[derive(Debug)]
pub enum LoadError {
    /// Neither this folder nor one above it holds a `book.toml`.
    NoBook {
        /// The folder.
        folder: PathBuf,
        /// Whether the folders above it were looked at too.
        searched: bool,
    },
    /// The handbook has no folder `content`.
    NoContent(PathBuf),
    /// `book.toml` names a theme that has no folder.
    NoTheme {
        /// Its name.
        name: String,
        /// Where its folder would be.
        folder: PathBuf,
    },
    /// A file of the theme can't be used.
    Theme {
        /// The file.
        path: PathBuf,
        /// Why not.
        reason: String,
    },
    /// The handbook can't be read as it was at some commit.
    Revision {
        /// Which commit, branch or tag.
        revision: String,
        /// Why not.
        reason: String,
    },
    /// A file or folder can't be read.
    Io {
        /// Which.
        path: PathBuf,
        /// The system's words.
        source: io::Error,
    },
}

impl LoadError {
    pub(super) fn io(path: &Path, source: io::Error) -> Self {
        Self::Io {
            path: path.to_owned(),
            source,
        }
    }

    /// What to do about it.
    pub fn help(&self) -> Option<String> {
        match self {
            Self::NoBook { searched: true, .. } => Some(String::from(
                "go into the handbook's folder or name it with `--root DIR`; `rolebook init` starts a new handbook",
            )),
            Self::NoBook { folder, .. } => Some(format!(
                "`rolebook init {}` starts a new handbook there",
                folder.display()
            )),
            Self::NoContent(folder) => Some(format!(
                "make the folder `{}` and put the roles into `roles/` in it",
                folder.display()
            )),
            Self::NoTheme { folder, .. } => Some(format!(
                "make the folder `{}`, or take `name` out of `[theme]` in `book.toml`",
                folder.display()
            )),
            Self::Theme { .. } => Some(String::from("mend the file, or take it out of the theme")),
            Self::Revision { .. } => Some(String::from(
                "name a commit, a branch or a tag of the repository that the handbook is in; in CI, fetch its history too",
            )),
            Self::Io { .. } => None,
        }
    }
}

impl fmt::Display for LoadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoBook {
                folder,
                searched: true,
            } => {
                write!(
                    f,
                    "there is no `book.toml` in `{}` or in a folder above it",
                    folder.display()
                )
            }
            Self::NoBook { folder, .. } => write!(f, "there is no `book.toml` in `{}`", folder.display()),
            Self::NoContent(folder) => {
                write!(
                    f,
                    "the handbook has no sources: there is no folder `{}`",
                    folder.display()
                )
            }
            Self::NoTheme { name, .. } => write!(f, "there is no theme `{name}`"),
            Self::Theme { path, reason } => {
                write!(f, "the theme's file `{}` can't be used: {reason}", path.display())
            }
            Self::Revision { revision, reason } => {
                write!(
                    f,
                    "the handbook can't be read as it was at `{revision}`: {reason}"
                )
            }
            Self::Io { path, source } => write!(f, "`{}` can't be read: {source}", path.display()),
        }
    }
}

impl std::error::Error for LoadError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Io { source, .. } => Some(source),
            _ => None,
        }
    }
}
