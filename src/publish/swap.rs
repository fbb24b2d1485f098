//! The new site in the old one's place, in one step where the system knows one.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::manifest::Manifest;
use super::target::Target;
use super::{PublishError, old};

/// Puts in order what a killed run left.
pub(super) fn recover(target: &Target) -> Result<(), PublishError> {
    if !target.output.exists() && Manifest::read(&target.previous)?.is_some() {
        // It was killed between the two renames: the old site is still whole.
        rename(&target.previous, &target.output)?;
    }
    for leftover in [&target.staging, &target.previous] {
        if old::remove(leftover)? {
            return Err(PublishError::NotOurs(leftover.clone()));
        }
    }
    Ok(())
}

/// Puts the staged site into the output's place and removes the old one. Gives the folder in which
/// files stayed that someone put into the old site meanwhile.
pub(super) fn swap(target: &Target) -> Result<Option<PathBuf>, PublishError> {
    let replaced = if !target.output.exists() {
        rename(&target.staging, &target.output)?;
        return Ok(None);
    } else if exchange(&target.staging, &target.output)
        .map_err(PublishError::io("replaced", &target.output))?
    {
        &target.staging
    } else {
        replace_in_two_steps(target)?;
        &target.previous
    };
    // The new site is published by now: what can't be removed is told, and is no failure.
    let stayed = old::remove(replaced).unwrap_or(true);
    Ok(stayed.then(|| replaced.clone()))
}

/// Lets two folders change places; false where the system or the disk can't.
#[cfg(any(target_os = "linux", target_os = "android", target_vendor = "apple"))]
fn exchange(a: &Path, b: &Path) -> io::Result<bool> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    use rustix::io::Errno;
    match renameat_with(CWD, a, CWD, b, RenameFlags::EXCHANGE) {
        Ok(()) => Ok(true),
        Err(Errno::NOSYS | Errno::INVAL | Errno::NOTSUP) => Ok(false),
        Err(error) => Err(error.into()),
    }
}

#[cfg(not(any(target_os = "linux", target_os = "android", target_vendor = "apple")))]
fn exchange(_: &Path, _: &Path) -> io::Result<bool> {
    Ok(false)
}

fn replace_in_two_steps(target: &Target) -> Result<(), PublishError> {
    rename(&target.output, &target.previous)?;
    let replaced = rename(&target.staging, &target.output);
    if replaced.is_err() {
        rename(&target.previous, &target.output)?;
    }
    replaced
}

fn rename(from: &Path, to: &Path) -> Result<(), PublishError> {
    fs::rename(from, to).map_err(PublishError::io("replaced", to))
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test stops where its own folder fails")]
mod tests {
    use std::fs;
    use std::path::Path;

    use super::{Target, replace_in_two_steps};

    #[test]
    fn two_steps_replace_a_folder_where_one_can_not() {
        let folder = tempfile::tempdir().unwrap();
        let target = Target::find(folder.path(), Path::new("public")).unwrap();
        for (place, text) in [(&target.output, "old"), (&target.staging, "new")] {
            fs::create_dir(place).unwrap();
            fs::write(place.join("index.html"), text).unwrap();
        }
        replace_in_two_steps(&target).unwrap();
        assert_eq!(
            fs::read_to_string(target.output.join("index.html")).unwrap(),
            "new"
        );
        // With nothing staged the old site stays where it is.
        assert!(replace_in_two_steps(&target).is_err());
        assert_eq!(
            fs::read_to_string(target.output.join("index.html")).unwrap(),
            "new"
        );
    }
}
