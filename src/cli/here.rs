//! Where the command was called, and paths as they are seen from there.

use std::path::{Path, PathBuf};

use super::Failure;
use crate::load;

/// Where the command was called, and for which handbook.
#[derive(Debug)]
pub(super) struct Here {
    current: PathBuf,
    root: Option<PathBuf>,
}

impl Here {
    /// Finds the current folder; `root` is as it was given.
    pub(super) fn find(root: Option<&Path>) -> Result<Self, Failure> {
        let current = std::env::current_dir().map_err(|error| Failure::Error {
            message: format!("the current folder can't be read: {error}"),
            help: None,
        })?;
        let root = root.map(|root| current.join(root));
        Ok(Self { current, root })
    }

    /// The handbook's folder.
    pub(super) fn root(&self) -> Result<PathBuf, Failure> {
        Ok(load::find_root(self.root.as_deref(), &self.current)?)
    }

    /// The folder that is meant by `path`, or else the one that `--root` names, or the current one.
    pub(super) fn folder(&self, path: Option<&Path>) -> PathBuf {
        let given = path
            // Without the `.` of `init .`, which would be said back.
            .map(|path| self.current.join(path).components().collect())
            .or_else(|| self.root.clone());
        given.unwrap_or_else(|| self.current.clone())
    }

    /// How to write `path` so that it can be opened from the current folder.
    pub(super) fn show(&self, path: &Path) -> String {
        let real = |path: &Path| path.canonicalize().unwrap_or_else(|_| path.to_owned());
        relative(&real(&self.current), &real(path))
            .unwrap_or_else(|| path.to_owned())
            .display()
            .to_string()
    }

    /// What to write before paths within the folder `root`.
    pub(super) fn prefix(&self, root: &Path) -> String {
        match self.show(root) {
            here if here == "." => String::new(),
            folder => format!("{folder}/"),
        }
    }
}

/// The way from one folder to another path, where it is short enough to be read.
fn relative(from: &Path, to: &Path) -> Option<PathBuf> {
    const MOST_UPS: usize = 3;
    let (ups, shared) = from
        .ancestors()
        .enumerate()
        .take(MOST_UPS + 1)
        .find(|(_, folder)| to.starts_with(folder))?;
    let rest = to.strip_prefix(shared).ok()?;
    let mut way: PathBuf = std::iter::repeat_n("..", ups).collect();
    // What is pushed behind a folder puts a `/` there, even if it is nothing.
    if !rest.as_os_str().is_empty() {
        way.push(rest);
    }
    Some(if way.as_os_str().is_empty() {
        PathBuf::from(".")
    } else {
        way
    })
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::relative;

    #[test]
    fn paths_are_seen_from_here() {
        let cases = [
            ("/a/b", "/a/b", Some(".")),
            ("/a/b", "/a/b/c/d", Some("c/d")),
            ("/a/b/c", "/a/b", Some("..")),
            ("/a/b/c", "/a/x", Some("../../x")),
            ("/a/b/c/d/e", "/x/y", None),
        ];
        for (from, to, expected) in cases {
            let way = relative(Path::new(from), Path::new(to));
            // As text: paths are equal whatever stands at their ends.
            assert_eq!(way.as_deref().and_then(Path::to_str), expected, "{from} {to}");
        }
    }
}
