//! Everything a build may look at, read from a folder.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use rayon::prelude::*;

use super::inside::Inside;
use super::walk::{Found, walk};
use super::{BASELINE, BOOK, LoadError, read, theme};
use crate::config;
use crate::text::{Asset, CONTENT, Fault, Snapshot, Source, SourceId, SourcePath};

/// Reads the handbook in the folder `root`.
///
/// A file that can't be read is in the snapshot with the reason, and becomes a finding.
///
/// # Errors
/// Where the folder is no handbook, or its theme can't be read.
pub fn snapshot(root: &Path) -> Result<Snapshot, LoadError> {
    let book = book(root)?;
    let content = root.join(CONTENT);
    if !content.is_dir() {
        return Err(LoadError::NoContent(content));
    }
    let theme = theme::files(root, &theme_name(&book))?;
    let (sources, assets) = content_files(root, &content);
    let mut sources: Vec<Source> = sources.into_par_iter().map(source).collect();
    sources.push(book);
    sources.extend(beside_book(root, BASELINE));
    sources.sort_by(|a, b| a.path.cmp(&b.path));
    let named = |name: &str| {
        let mut ids = (0..).map(SourceId).zip(&sources);
        ids.find(|(_, source)| source.path.as_str() == name)
            .map(|(id, _)| id)
    };
    Ok(Snapshot {
        config: named(BOOK),
        baseline: named(BASELINE),
        sources,
        assets,
        theme,
        history: None,
        profile: None,
    })
}

/// `book.toml`.
fn book(root: &Path) -> Result<Source, LoadError> {
    let missing = || LoadError::NoBook {
        folder: root.to_owned(),
        searched: false,
    };
    beside_book(root, BOOK).ok_or_else(missing)
}

/// The file of that name in the handbook's folder, if there is one. Findings show what they are about, so that no link
/// may lead to what nobody means to show.
fn beside_book(root: &Path, name: &str) -> Option<Source> {
    let path = root.join(name);
    let own = SourcePath::new(name).ok()?;
    let fault = if !path.is_symlink() || Inside::of(&[root]).holds(&path) {
        None
    } else if path.exists() {
        Some(Fault::Link("leads out of the handbook"))
    } else {
        Some(Fault::Link("leads nowhere"))
    };
    (path.is_file() || fault.is_some()).then(|| source(Unread { own, path, fault }))
}

/// The theme that `book.toml` names; what else it says is looked at later, with everything else.
fn theme_name(book: &Source) -> String {
    let alone = Snapshot {
        config: Some(SourceId(0)),
        sources: vec![book.clone()],
        ..Snapshot::default()
    };
    config::read(&alone).0.theme
}

/// A source that is still to be read.
struct Unread {
    own: SourcePath,
    path: PathBuf,
    fault: Option<Fault>,
}

/// The files below `content/`: texts and faulty ones, and all others in the order of their paths.
fn content_files(root: &Path, content: &Path) -> (Vec<Unread>, Vec<Asset>) {
    let mut sources = Vec::new();
    let mut assets = Vec::new();
    for Found { path, below, fault } in walk(content, &Inside::of(&[root, content])) {
        let Ok(own) = SourcePath::new(&format!("{CONTENT}/{below}")) else {
            // The walk gives no path that isn't below its folder.
            continue;
        };
        if fault.is_some() || is_text(&below) {
            sources.push(Unread { own, path, fault });
        } else {
            assets.push(Asset { path: own });
        }
    }
    assets.sort_by(|a, b| a.path.cmp(&b.path));
    (sources, assets)
}

/// Whether the file at that path below `content/` is a source.
pub(super) fn is_text(below: &str) -> bool {
    let extension = below.rsplit_once('.').map(|(_, extension)| extension);
    below == "people.toml" || extension == Some("md")
}

fn source(Unread { own, path, fault }: Unread) -> Source {
    let read = fault.map_or_else(|| read::text(&path), Err);
    let (text, fault) = match read {
        Ok(text) => (text, None),
        Err(fault) => (Arc::from(""), Some(fault)),
    };
    Source {
        path: own,
        text,
        fault,
    }
}

#[cfg(test)]
#[allow(
    clippy::unwrap_used,
    reason = "a test stops where its own folder can't be made"
)]
mod tests {
    use std::fs;
    use std::path::Path;

    use super::super::find_root;
    use super::{LoadError, snapshot};
    use crate::text::{Fault, Snapshot};

    fn folder(files: &[(&str, &[u8])]) -> tempfile::TempDir {
        let folder = tempfile::tempdir().unwrap();
        for (path, bytes) in files {
            let path = folder.path().join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, bytes).unwrap();
        }
        folder
    }

    fn faults(snapshot: &Snapshot) -> Vec<(&str, &Fault)> {
        let faulty = snapshot
            .sources
            .iter()
            .filter_map(|source| Some((source, source.fault.as_ref()?)));
        faulty
            .map(|(source, fault)| (source.path.as_str(), fault))
            .collect()
    }

    #[test]
    fn a_folder_becomes_sources_assets_and_a_theme() {
        let folder = folder(&[
            ("book.toml", b"[book]\ntitle = \"A\"\n"),
            ("content/index.md", b"\xef\xbb\xbf# Home\n"),
            ("content/people.toml", b"[ana]\nname = \"Ana\"\n"),
            ("content/roles/engineer.md", b"# Engineer\n"),
            ("content/roles.md", b"# Roles\n"),
            ("content/roles/team.png", b"\x89PNG"),
            ("content/roles/.engineer.md.swp", b"x"),
            ("content/roles/people.toml", b"x = 1\n"),
            ("content/.obsidian/app.json", b"{}"),
            ("themes/default/templates/role.html", b"<p>"),
            ("themes/other/templates/role.html", b"<b>"),
            ("README.md", b"not content"),
        ]);
        let snapshot = snapshot(folder.path()).unwrap();
        let paths: Vec<&str> = snapshot
            .sources
            .iter()
            .map(|source| source.path.as_str())
            .collect();
        assert_eq!(
            paths,
            [
                "book.toml",
                "content/index.md",
                "content/people.toml",
                "content/roles.md",
                "content/roles/engineer.md"
            ]
        );
        assert_eq!(
            snapshot.source(snapshot.config.unwrap()).path.as_str(),
            "book.toml"
        );
        assert_eq!(
            &*snapshot.sources[1].text, "# Home\n",
            "the byte order mark is gone"
        );
        let assets: Vec<&str> = snapshot.assets.iter().map(|asset| asset.path.as_str()).collect();
        assert_eq!(assets, ["content/roles/people.toml", "content/roles/team.png"]);
        let theme: Vec<&str> = snapshot.theme.iter().map(|file| file.name.as_str()).collect();
        assert_eq!(theme, ["templates/role.html"]);
        assert!(faults(&snapshot).is_empty());
    }

    #[test]
    fn what_can_not_be_read_says_why() {
        let large = vec![b'x'; 4 * 1024 * 1024 + 1];
        let folder = folder(&[
            ("book.toml", b""),
            ("content/a.md", b"fine\xff"),
            ("content/large.md", &large),
            ("content/..md", b""),
            ("content/con/b.md", b""),
        ]);
        let snapshot = snapshot(folder.path()).unwrap();
        let expected = [
            ("content/..md", &Fault::Name("has nothing before its extension")),
            ("content/a.md", &Fault::NotUtf8(4)),
            (
                "content/con",
                &Fault::Name("is one that Windows keeps for itself"),
            ),
            (
                "content/large.md",
                &Fault::TooLarge {
                    len: 4_194_305,
                    limit: 4_194_304,
                },
            ),
        ];
        assert_eq!(faults(&snapshot), expected);
    }

    #[cfg(unix)]
    #[test]
    fn links_stay_within_the_handbook() {
        use std::os::unix::fs::symlink;
        let outside = folder(&[("secret.md", b"secret"), ("folder/a.md", b"secret")]);
        let folder = folder(&[
            ("book.toml", b""),
            ("NOTES.md", b"notes"),
            ("content/roles/a.md", b"a"),
        ]);
        let content = folder.path().join("content");
        let links = [
            (Path::new("../NOTES.md"), "fine.md"),
            (Path::new("roles"), "linked"),
            (&outside.path().join("secret.md"), "out.md"),
            (&outside.path().join("folder"), "out"),
            (Path::new("nothing.md"), "dangling.md"),
            (Path::new("self.md"), "self.md"),
            (Path::new("."), "round"),
            (Path::new("../roles"), "roles/deeper"),
        ];
        for (to, from) in links {
            symlink(to, content.join(from)).unwrap();
        }
        symlink(
            outside.path().join("secret.md"),
            folder.path().join("baseline.toml"),
        )
        .unwrap();
        let snapshot = snapshot(folder.path()).unwrap();
        let circle = Fault::Link("leads round in a circle");
        let out = Fault::Link("leads out of the handbook");
        let expected = [
            ("baseline.toml", &out),
            ("content/dangling.md", &Fault::Link("leads nowhere")),
            ("content/linked/deeper", &circle),
            ("content/out", &out),
            ("content/out.md", &out),
            ("content/roles/deeper", &circle),
            ("content/round", &circle),
            ("content/self.md", &circle),
        ];
        assert_eq!(faults(&snapshot), expected);
        let readable = snapshot.sources.iter().filter(|source| source.fault.is_none());
        let paths: Vec<&str> = readable.map(|source| source.path.as_str()).collect();
        assert_eq!(
            paths,
            [
                "book.toml",
                "content/fine.md",
                "content/linked/a.md",
                "content/roles/a.md"
            ]
        );
    }

    #[cfg(unix)]
    #[test]
    fn names_that_are_no_text_and_pipes_are_faults() {
        use std::ffi::OsStr;
        use std::os::unix::ffi::OsStrExt;
        let folder = folder(&[("book.toml", b""), ("content/a.md", b"a")]);
        let content = folder.path().join("content");
        fs::write(content.join(OsStr::from_bytes(b"b\xff.md")), "b").unwrap();
        fs::write(content.join("c\u{7}.md"), "c").unwrap();
        let _socket = std::os::unix::net::UnixListener::bind(content.join("d.md")).unwrap();
        let snapshot = snapshot(folder.path()).unwrap();
        let expected = [
            ("content/b\u{fffd}.md", &Fault::Name("is not written in UTF-8")),
            (
                "content/c\u{fffd}.md",
                &Fault::Name("holds a character that can't be seen"),
            ),
            (
                "content/d.md",
                &Fault::Unreadable(String::from("it is not an ordinary file")),
            ),
        ];
        assert_eq!(faults(&snapshot), expected);
    }

    #[test]
    fn the_nearest_handbook_is_found() {
        let folder = folder(&[("book.toml", b""), ("content/roles/a.md", b"")]);
        let roles = folder.path().join("content/roles");
        assert_eq!(find_root(None, &roles).unwrap(), folder.path());
        assert_eq!(
            find_root(Some(folder.path()), Path::new("/")).unwrap(),
            folder.path()
        );
        let missing = find_root(Some(&roles), folder.path()).unwrap_err();
        assert!(missing.help().unwrap().contains("rolebook init"), "{missing}");
        assert!(matches!(snapshot(&roles), Err(LoadError::NoBook { .. })));
    }

    #[test]
    fn a_handbook_without_sources_says_what_to_do() {
        let folder = folder(&[("book.toml", b"")]);
        let missing = snapshot(folder.path()).unwrap_err();
        assert!(matches!(missing, LoadError::NoContent(_)));
        assert!(missing.help().unwrap().contains("roles/"), "{missing}");
    }
}
