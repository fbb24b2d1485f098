//! What keeps a source from being written.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

/// What keeps a source from being written; nothing was changed.
#[derive(Debug)]
pub(crate) enum AuthorError {
    /// A new handbook needs an empty folder.
    NotEmpty {
        /// The folder.
        folder: PathBuf,
        /// One of the things in it.
        holds: String,
    },
    /// The title is no title.
    Title {
        /// The title.
        title: String,
        /// Why not.
        reason: &'static str,
    },
    /// Something goes by that name already.
    Taken {
        /// The name.
        name: String,
        /// What goes by it, such as "the role `Engineer`".
        by: String,
    },
    /// There is a file of that name.
    Exists(PathBuf),
    /// The file is a link that leads out of the handbook.
    Outside(PathBuf),
    /// The file does not hold any more what was read.
    Changed(PathBuf),
    /// A file or folder can't be written.
    Io {
        /// Which.
        path: PathBuf,
        /// The system's words.
        source: io::Error,
    },
}

impl AuthorError {
    /// Makes an error that says `path` can't be written.
    pub(super) fn io(path: &Path) -> impl FnOnce(io::Error) -> Self {
        move |source| Self::Io {
            path: path.to_owned(),
            source,
        }
    }

    /// What to do about it.
    pub(crate) fn help(&self) -> Option<String> {
        let text = match self {
            Self::NotEmpty { .. } => "nothing was touched; name a new folder: `rolebook init my-handbook`",
            Self::Title { .. } => "give a title as people say it: `rolebook new role \"Office Manager\"`",
            Self::Taken { .. } => "give it another title, or change the one that is there",
            Self::Exists(_) => "nothing was touched; edit that file, or give another title",
            Self::Outside(_) => "nothing was touched; change the file that the link leads to",
            Self::Changed(_) => "it was left as it is; run the command again",
            Self::Io { .. } => return None,
        };
        Some(text.to_owned())
    }
}

impl fmt::Display for AuthorError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotEmpty { folder, holds } => {
                write!(
                    f,
                    "the folder `{}` is not empty: it holds `{holds}`",
                    folder.display()
                )
            }
            Self::Title { title, reason } => {
                write!(f, "`{}` can't be a title: {reason}", title.escape_debug())
            }
            Self::Taken { name, by } => write!(f, "there is {by} already, which goes by `{name}`"),
            Self::Exists(path) => write!(f, "there is a file `{}` already", path.display()),
            Self::Outside(path) => write!(f, "`{}` leads out of the handbook", path.display()),
            Self::Changed(path) => write!(f, "`{}` was changed meanwhile", path.display()),
            Self::Io { path, source } => write!(f, "`{}` can't be written: {source}", path.display()),
        }
    }
}

impl std::error::Error for AuthorError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Io { source, .. } => Some(source),
            _ => None,
        }
    }
}
