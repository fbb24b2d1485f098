//! Where a command puts what it made for another program: a file, or standard output.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use clap::Args;

use super::{Failure, Here, Stream, Terminal};

/// The option of every command that makes one file.
#[derive(Args, Debug)]
pub(super) struct Output {
    /// The file to write; one that is there is written over [default: standard output]
    #[arg(long, short, value_name = "FILE")]
    output: Option<PathBuf>,
}

impl Output {
    /// The ending of the file's name, in small letters; empty where there is none.
    pub(super) fn ending(&self) -> String {
        let path = self.output.as_deref().and_then(Path::extension);
        let ending = path.unwrap_or_default().to_string_lossy();
        ending.to_lowercase()
    }

    /// Whether it goes to standard output.
    #[cfg(feature = "png")]
    pub(super) const fn is_standard(&self) -> bool {
        self.output.is_none()
    }

    /// Writes `bytes`, and says where.
    ///
    /// # Errors
    /// Where the file can't be written.
    pub(super) fn write(&self, bytes: &[u8], here: &Here, terminal: &Terminal) -> Result<(), Failure> {
        let Some(path) = &self.output else {
            return terminal.pass_on(bytes);
        };
        let path = here.folder(Some(path));
        fs::write(&path, bytes).map_err(|error| refused(&path, &error, here))?;
        terminal.done(Stream::Talk, "Wrote", &here.show(&path))
    }
}

/// What is wrong with `path`, and what to do.
fn refused(path: &Path, error: &std::io::Error, here: &Here) -> Failure {
    let shown = here.show(path);
    let folder = path.parent().filter(|folder| !folder.is_dir());
    let (reason, help) = match (folder, error.kind()) {
        (Some(folder), ErrorKind::NotFound | ErrorKind::NotADirectory) => {
            let folder = here.show(folder);
            (
                format!("there is no folder `{folder}`"),
                "make the folder first, or name a file in another one with `--output FILE`",
            )
        }
        (None, _) if path.is_dir() => (
            String::from("it is a folder"),
            "name a file in it with `--output FILE`",
        ),
        _ => (
            error.to_string(),
            "see who may write there, or name another file with `--output FILE`",
        ),
    };
    Failure::Error {
        message: format!("`{shown}` can't be written: {reason}"),
        help: Some(help.to_owned()),
    }
}
