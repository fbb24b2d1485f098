//! A file's text replaced as a whole: whoever reads it, whatever happens, reads the old one or the new one.

use std::fs;
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

use super::AuthorError;

const MARK: &str = "\u{feff}";

/// Where the file at `path` of the handbook in `root` really lies, all links followed.
///
/// # Errors
/// Where it is not there, or a link leads out of the handbook.
pub(crate) fn real(root: &Path, path: &str) -> Result<PathBuf, AuthorError> {
    let named = root.join(path);
    let folder = root.canonicalize().map_err(AuthorError::io(root))?;
    let real = named.canonicalize().map_err(AuthorError::io(&named))?;
    if real.starts_with(folder) {
        Ok(real)
    } else {
        Err(AuthorError::Outside(named))
    }
}

/// Puts `text` in place of `old`, which the file at `path` of the handbook in `root` must still hold. A byte order
/// mark before it, and who may read it, stay as they are.
///
/// # Errors
/// Where the file holds something else by now, lies outside of the handbook or can't be written.
pub(crate) fn replace(root: &Path, path: &str, old: &str, text: &str) -> Result<(), AuthorError> {
    let real = real(root, path)?;
    let (mark, held) = held(&real).map_err(AuthorError::io(&real))?;
    if held != old.as_bytes() {
        return Err(AuthorError::Changed(root.join(path)));
    }
    swap_in(&real, &format!("{mark}{text}")).map_err(AuthorError::io(&real))
}

/// What a file holds: its byte order mark, if there is one, and all else.
pub(super) fn held(file: &Path) -> io::Result<(&'static str, Vec<u8>)> {
    let mut held = fs::read(file)?;
    if held.starts_with(MARK.as_bytes()) {
        Ok((MARK, held.split_off(MARK.len())))
    } else {
        Ok(("", held))
    }
}

/// Writes the file at `path` of the handbook in `root`, whether or not there is one.
///
/// # Errors
/// Where it is a link that leads out of the handbook, or can't be written.
pub(crate) fn put(root: &Path, path: &str, text: &str) -> Result<(), AuthorError> {
    let named = root.join(path);
    let file = if named.is_symlink() {
        real(root, path)?
    } else {
        named
    };
    swap_in(&file, text).map_err(AuthorError::io(&file))
}

/// Whether `file` is one that may only be read. Its folder would let another take its place; whoever closed it did
/// not mean that.
pub(super) fn is_closed(file: &Path) -> bool {
    fs::metadata(file).is_ok_and(|old| old.permissions().readonly())
}

/// Writes `text` beside `file`, then gives it that name.
fn swap_in(file: &Path, text: &str) -> io::Result<()> {
    if is_closed(file) {
        return Err(io::Error::new(ErrorKind::PermissionDenied, "it may only be read"));
    }
    let (beside, mut new) = open_beside(file)?;
    let written = write(&mut new, file, text).and_then(|()| fs::rename(&beside, file));
    if written.is_err() {
        let _ = fs::remove_file(&beside); // The first error is the one to tell.
    }
    written
}

/// Makes a file beside `file`, hidden, so that nobody takes it for a source meanwhile. A run that was killed may have
/// left one of the same name: processes in containers all have the same number.
fn open_beside(file: &Path) -> io::Result<(PathBuf, fs::File)> {
    const MOST: usize = 100;
    let process = std::process::id();
    let mut names = (0..MOST).map(|n| file.with_file_name(format!(".rolebook-{process}-{n}.new")));
    let opened = names.find_map(|beside| match fs::File::create_new(&beside) {
        Err(error) if error.kind() == ErrorKind::AlreadyExists => None,
        opened => Some(opened.map(|new| (beside, new))),
    });
    opened.unwrap_or_else(|| Err(ErrorKind::AlreadyExists.into()))
}

fn write(new: &mut fs::File, file: &Path, text: &str) -> io::Result<()> {
    match fs::metadata(file) {
        Ok(old) => {
            give_to_owner(new, &old);
            new.set_permissions(old.permissions())?;
        }
        Err(error) if error.kind() == ErrorKind::NotFound => {}
        Err(error) => return Err(error),
    }
    new.write_all(text.as_bytes())?;
    new.sync_all()
}

/// Who works as root, as in a container, leaves files to those whose they are. Nobody else may give files away.
#[cfg(unix)]
fn give_to_owner(new: &fs::File, old: &fs::Metadata) {
    use std::os::unix::fs::{MetadataExt, fchown};
    let _ = fchown(new, Some(old.uid()), Some(old.gid()));
}

#[cfg(not(unix))]
fn give_to_owner(_new: &fs::File, _old: &fs::Metadata) {}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test stops where its own folder fails")]
mod tests {
    use std::fs;

    use super::{AuthorError, put, replace};

    #[test]
    fn a_file_is_replaced_only_while_it_holds_what_was_read() {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path();
        fs::write(root.join("a.md"), "\u{feff}old").unwrap();
        replace(root, "a.md", "old", "new\r\n").unwrap();
        assert_eq!(fs::read_to_string(root.join("a.md")).unwrap(), "\u{feff}new\r\n");
        let error = replace(root, "a.md", "old", "newer").unwrap_err();
        assert!(matches!(error, AuthorError::Changed(_)), "{error}");
        assert_eq!(
            fs::read_dir(root).unwrap().count(),
            1,
            "nothing is left beside it"
        );
        let closed = |is_closed| {
            let mut permissions = fs::metadata(root.join("a.md")).unwrap().permissions();
            permissions.set_readonly(is_closed);
            fs::set_permissions(root.join("a.md"), permissions).unwrap();
        };
        closed(true);
        let error = replace(root, "a.md", "new\r\n", "newer").unwrap_err();
        assert!(matches!(error, AuthorError::Io { .. }), "{error}");
        closed(false);
        let stale = format!(".rolebook-{}-0.new", std::process::id());
        fs::write(root.join(&stale), "of a run that was killed").unwrap();
        replace(root, "a.md", "new\r\n", "newer").unwrap();
        fs::remove_file(root.join(&stale)).unwrap();
        put(root, "b.toml", "b").unwrap();
        put(root, "b.toml", "c").unwrap();
        assert_eq!(fs::read_to_string(root.join("b.toml")).unwrap(), "c");
    }

    #[cfg(unix)]
    #[test]
    fn links_are_followed_within_and_never_out() {
        use std::os::unix::fs::{PermissionsExt, symlink};
        let outside = tempfile::tempdir().unwrap();
        fs::write(outside.path().join("secret.md"), "old").unwrap();
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path();
        fs::write(root.join("a.md"), "old").unwrap();
        fs::set_permissions(root.join("a.md"), fs::Permissions::from_mode(0o640)).unwrap();
        symlink("a.md", root.join("in.md")).unwrap();
        symlink(outside.path().join("secret.md"), root.join("out.md")).unwrap();
        symlink(outside.path(), root.join("folder")).unwrap();
        replace(root, "in.md", "old", "new").unwrap();
        assert_eq!(fs::read_to_string(root.join("a.md")).unwrap(), "new");
        assert!(root.join("in.md").is_symlink());
        let mode = fs::metadata(root.join("a.md")).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o640);
        for name in ["out.md", "folder/secret.md"] {
            let error = replace(root, name, "old", "new").unwrap_err();
            assert!(matches!(error, AuthorError::Outside(_)), "{name}: {error}");
        }
        assert!(put(root, "out.md", "new").is_err());
        assert_eq!(
            fs::read_to_string(outside.path().join("secret.md")).unwrap(),
            "old"
        );
    }
}
