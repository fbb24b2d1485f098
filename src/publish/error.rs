//! What keeps a site from being published.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

use crate::picture::PictureError;
use crate::render::RenderError;

/// What keeps a site from being published; the old one is as it was.
#[derive(Debug)]
pub enum PublishError {
    /// No folder that a site may be published to.
    Unfit {
        /// The folder.
        output: PathBuf,
        /// Why not.
        reason: &'static str,
    },
    /// The folder holds files, and rolebook did not write them.
    NotOurs(PathBuf),
    /// The folder holds rolebook's files, and others.
    Foreign {
        /// The folder.
        output: PathBuf,
        /// The others, relative to the folder.
        files: Vec<String>,
    },
    /// The list of rolebook's own files can't be understood.
    Manifest {
        /// The list.
        path: PathBuf,
        /// What is wrong with it.
        reason: String,
    },
    /// Another run publishes to the same folder.
    Busy(PathBuf),
    /// A page can't be rendered.
    Render(RenderError),
    /// A picture can't be drawn.
    Picture(PictureError),
    /// A file or folder can't be read or written.
    Io {
        /// What can't be done with it, such as "written".
        done: &'static str,
        /// Which.
        path: PathBuf,
        /// The system's words.
        source: io::Error,
    },
}

impl PublishError {
    /// Makes an error of the system's that says `path` can't be `done`.
    pub(super) fn io(done: &'static str, path: &Path) -> impl FnOnce(io::Error) -> Self {
        move |source| Self::Io {
            done,
            path: path.to_owned(),
            source,
        }
    }

    /// What to do about it.
    pub fn help(&self) -> Option<String> {
        let text = match self {
            Self::Unfit { .. } => {
                "name another folder with `--output DIR`, or with `output` under `[build]` in `book.toml`"
            }
            Self::NotOurs(_) => {
                "nothing was touched; empty the folder or move it away, or name another one with `--output DIR`"
            }
            Self::Foreign { .. } => {
                "nothing was touched; move these files away; what is to be published with the site, put into `content/`"
            }
            Self::Manifest { .. } => "move the folder away, so that the site can be built anew",
            Self::Busy(_) => "wait until it has finished, and try again",
            Self::Render(_) => return None,
            Self::Picture(error) => return error.help.clone(),
            Self::Io { source, .. } => match source.kind() {
                io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => {
                    "the disk is full; the site is as it was before"
                }
                io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => {
                    "see who may write there, or name another folder with `--output DIR`"
                }
                io::ErrorKind::CrossesDevices | io::ErrorKind::ResourceBusy => {
                    "a mounted folder can't be replaced; name a folder within it with `--output DIR`"
                }
                _ => return None,
            },
        };
        Some(text.to_owned())
    }
}

impl fmt::Display for PublishError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unfit { output, reason } => {
                write!(
                    f,
                    "the site can't be published to `{}`: {reason}",
                    output.display()
                )
            }
            Self::NotOurs(output) => {
                write!(
                    f,
                    "the folder `{}` holds files that rolebook did not write",
                    output.display()
                )
            }
            Self::Foreign { output, files } => {
                write!(
                    f,
                    "the folder `{}` holds files that rolebook did not write: ",
                    output.display()
                )?;
                name_some(f, files)
            }
            Self::Manifest { path, reason } => {
                write!(
                    f,
                    "the list of published files `{}` can't be understood: {reason}",
                    path.display()
                )
            }
            Self::Busy(output) => {
                write!(
                    f,
                    "another run of rolebook is publishing to `{}`",
                    output.display()
                )
            }
            Self::Render(error) => error.fmt(f),
            Self::Picture(error) => error.fmt(f),
            Self::Io { done, path, source } => write!(f, "`{}` can't be {done}: {source}", path.display()),
        }
    }
}

/// The first few names, and how many more there are.
fn name_some(f: &mut fmt::Formatter<'_>, names: &[String]) -> fmt::Result {
    const MOST: usize = 5;
    let some: Vec<String> = names.iter().take(MOST).map(|name| format!("`{name}`")).collect();
    write!(f, "{}", some.join(", "))?;
    match names.len().saturating_sub(MOST) {
        0 => Ok(()),
        more => write!(f, " and {more} more"),
    }
}

impl std::error::Error for PublishError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Io { source, .. } => Some(source),
            Self::Render(error) => Some(error),
            Self::Picture(error) => Some(error),
            _ => None,
        }
    }
}
