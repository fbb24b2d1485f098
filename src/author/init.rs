//! A new handbook.

use std::fs;
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};

use super::AuthorError;
use super::starter::FILES;

/// What an empty folder may hold.
const NOTHING: [&str; 2] = [".git", ".DS_Store"];

/// Writes a small handbook into `folder`, which is made where there is none; gives its files.
///
/// # Errors
/// Where the folder holds anything, or can't be written.
pub(crate) fn init(folder: &Path) -> Result<Vec<PathBuf>, AuthorError> {
    if let Some(holds) = first_thing_in(folder)? {
        return Err(AuthorError::NotEmpty {
            folder: folder.to_owned(),
            holds,
        });
    }
    let write = |(path, text): &(&str, &str)| {
        let path = folder.join(path);
        write_new(&path, text)?;
        Ok(path)
    };
    FILES.iter().map(write).collect()
}

/// The first name in a folder that isn't empty.
fn first_thing_in(folder: &Path) -> Result<Option<String>, AuthorError> {
    let entries = match fs::read_dir(folder) {
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
        read => read.map_err(AuthorError::io(folder))?,
    };
    let names = entries
        .flatten()
        .map(|entry| entry.file_name().to_string_lossy().into_owned());
    Ok(names.filter(|name| !NOTHING.contains(&name.as_str())).min())
}

/// Writes a file that must not be there yet, and the folders it lies in.
pub(super) fn write_new(path: &Path, text: &str) -> Result<(), AuthorError> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(AuthorError::io(folder))?;
    }
    let mut file = fs::File::create_new(path).map_err(|error| match error.kind() {
        ErrorKind::AlreadyExists => AuthorError::Exists(path.to_owned()),
        _ => AuthorError::io(path)(error),
    })?;
    file.write_all(text.as_bytes()).map_err(AuthorError::io(path))
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test stops where its own folder fails")]
mod tests {
    use std::fs;

    use super::{AuthorError, init};
    use crate::model::State;
    use crate::{compile, load};

    #[test]
    fn a_new_handbook_has_no_findings_and_every_agreement_is_mutual() {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join(".git")).unwrap();
        let files = init(folder.path()).unwrap();
        assert!(files.iter().all(|file| file.is_file()));
        let compiled = compile(&load::snapshot(folder.path()).unwrap(), &crate::Asked::default());
        assert!(compiled.findings.is_empty());
        let organisation = compiled.organisation;
        assert_eq!((organisation.parties.len(), organisation.people.len()), (5, 3));
        assert_eq!(organisation.agreements.len(), 9);
        for agreement in organisation.agreements.iter() {
            assert!(
                matches!(agreement.state, State::Mutual | State::External),
                "{agreement:?}"
            );
        }
    }

    #[test]
    fn a_folder_that_holds_something_is_left_alone() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("notes.txt"), "mine").unwrap();
        let error = init(folder.path()).unwrap_err();
        assert!(
            matches!(&error, AuthorError::NotEmpty { holds, .. } if holds == "notes.txt"),
            "{error}"
        );
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }
}
