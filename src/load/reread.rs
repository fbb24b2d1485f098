//! Some files of a handbook once more, without looking at the others.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::inside::Inside;
use super::read;
use crate::text::{CONTENT, Snapshot, SourcePath};

/// `snapshot` with what the files at `paths` hold now, where they are known and it is something else; none where there
/// is nothing new.
///
/// Files that came, went or can't be read any more are left to a look at everything.
///
/// `theme`: the name of the handbook's theme.
pub fn reread(root: &Path, theme: &str, snapshot: &Snapshot, paths: &BTreeSet<PathBuf>) -> Option<Snapshot> {
    let mut fresh = None;
    let inside = Inside::of(&[root, &root.join(CONTENT)]);
    for path in paths.iter().filter(|path| inside.holds(path)) {
        let Some(own) = own_path(root, path) else {
            continue;
        };
        let below_theme = own.as_str().strip_prefix("themes/");
        let below_theme = below_theme.and_then(|rest| rest.strip_prefix(theme)?.strip_prefix('/'));
        match below_theme {
            Some(name) => reread_theme(path, name, snapshot, &mut fresh),
            None => reread_source(path, &own, snapshot, &mut fresh),
        }
    }
    fresh
}

/// Where a file lies within the handbook.
pub fn own_path(root: &Path, path: &Path) -> Option<SourcePath> {
    let below = path.strip_prefix(root).ok()?;
    let names: Option<Vec<&str>> = below.iter().map(|name| name.to_str()).collect();
    SourcePath::new(&names?.join("/")).ok()
}

fn reread_source(path: &Path, own: &SourcePath, snapshot: &Snapshot, fresh: &mut Option<Snapshot>) {
    let Ok(at) = snapshot.sources.binary_search_by(|source| source.path.cmp(own)) else {
        return;
    };
    let known = &snapshot.sources[at];
    match read::text(path) {
        Ok(text) if known.fault.is_some() || text != known.text => {
            let source = &mut fresh.get_or_insert_with(|| snapshot.clone()).sources[at];
            source.text = text;
            source.fault = None;
        }
        Ok(_) | Err(_) => {}
    }
}

fn reread_theme(path: &Path, name: &str, snapshot: &Snapshot, fresh: &mut Option<Snapshot>) {
    let by_name = |file: &crate::text::ThemeFile| file.name.as_str().cmp(name);
    let Ok(at) = snapshot.theme.binary_search_by(by_name) else {
        return;
    };
    if let Ok(bytes) = std::fs::read(path)
        && *bytes != *snapshot.theme[at].bytes
    {
        fresh.get_or_insert_with(|| snapshot.clone()).theme[at].bytes = Arc::from(bytes);
    }
}

#[cfg(test)]
#[allow(
    clippy::unwrap_used,
    reason = "a test stops where its own folder can't be made"
)]
mod tests {
    use std::collections::BTreeSet;
    use std::fs;

    use super::reread;
    use crate::load;

    #[test]
    fn only_what_is_known_and_differs_is_new() {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path();
        let files = [
            ("book.toml", "[book]\ntitle = \"A\"\n"),
            ("content/a.md", "# A\n"),
            ("content/b.md", "# B\n"),
            ("themes/default/css/tokens.css", "a {}"),
        ];
        for (path, text) in files {
            fs::create_dir_all(root.join(path).parent().unwrap()).unwrap();
            fs::write(root.join(path), text).unwrap();
        }
        let snapshot = load::snapshot(root).unwrap();
        let all = || {
            files
                .map(|(path, _)| root.join(path))
                .into_iter()
                .collect::<BTreeSet<_>>()
        };
        assert_eq!(reread(root, "default", &snapshot, &all()), None);
        fs::write(root.join("content/a.md"), "\u{feff}# Other\n").unwrap();
        fs::write(root.join("themes/default/css/tokens.css"), "b {}").unwrap();
        fs::write(root.join("content/new.md"), "# New\n").unwrap();
        fs::remove_file(root.join("content/b.md")).unwrap();
        let mut paths = all();
        paths.insert(root.join("content/new.md"));
        let fresh = reread(root, "default", &snapshot, &paths).unwrap();
        let texts: Vec<&str> = fresh.sources.iter().map(|source| &*source.text).collect();
        assert_eq!(texts, ["[book]\ntitle = \"A\"\n", "# Other\n", "# B\n"]);
        assert_eq!(&*fresh.theme[0].bytes, b"b {}");
    }

    #[cfg(unix)]
    #[test]
    fn no_link_is_followed_out_of_the_handbook() {
        let outside = tempfile::NamedTempFile::new().unwrap();
        fs::write(outside.path(), "secret").unwrap();
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path();
        fs::create_dir(root.join("content")).unwrap();
        fs::write(root.join("book.toml"), "").unwrap();
        let page = root.join("content/a.md");
        fs::write(&page, "# A\n").unwrap();
        let snapshot = load::snapshot(root).unwrap();
        fs::remove_file(&page).unwrap();
        std::os::unix::fs::symlink(outside.path(), &page).unwrap();
        assert_eq!(reread(root, "default", &snapshot, &BTreeSet::from([page])), None);
    }
}
