#![allow(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "a test stops where its own folder fails"
)]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use super::manifest::MANIFEST;
use super::{Count, PublishError, Report, publish};
use crate::render::{Artifact, Artifacts, Origin, Pieces, RenderError};
use crate::stage::Unwatched;
use crate::text::{SitePath, SourcePath};

/// A site in memory.
struct Pages(BTreeMap<SitePath, Page>);

enum Page {
    Bytes(String),
    /// Written piece by piece.
    Pieces(Vec<&'static str>),
    /// A copy of a file of the handbook.
    Copy(SourcePath),
    /// It can't be rendered.
    Faulty,
}

impl Artifacts for Pages {
    fn paths(&self) -> Vec<SitePath> {
        self.0.keys().cloned().collect()
    }

    fn origin(&self) -> Option<Origin> {
        None
    }

    fn prepare(&self) {}

    fn kind(&self, path: &SitePath) -> &'static str {
        if super::is_page(path) { "page" } else { "file" }
    }

    fn make(&self, path: &SitePath) -> Result<Option<Artifact<'_>>, RenderError> {
        let artifact = match self.0.get(path) {
            Some(Page::Bytes(text)) => Artifact::Bytes(text.clone().into_bytes()),
            Some(Page::Pieces(pieces)) => Artifact::Pieces(Pieces::of(|out| {
                let mut pieces = pieces.iter();
                pieces.try_for_each(|piece| out.write_all(piece.as_bytes()))
            })),
            Some(Page::Copy(source)) => Artifact::Copy(source.clone()),
            Some(Page::Faulty) => return Err(RenderError(String::from("no such template"))),
            None => return Ok(None),
        };
        Ok(Some(artifact))
    }
}

fn site(files: &[(&str, &str)]) -> Pages {
    let file = |(path, text): &(&str, &str)| (SitePath::new(path).unwrap(), Page::Bytes((*text).to_owned()));
    Pages(files.iter().map(file).collect())
}

struct Folder(tempfile::TempDir);

impl Folder {
    fn new() -> Self {
        let folder = Self(tempfile::tempdir().unwrap());
        folder.write("content/index.md", "# Home");
        folder
    }

    fn path(&self, path: &str) -> PathBuf {
        self.0.path().join(path)
    }

    fn write(&self, path: &str, text: &str) {
        let path = self.path(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    fn publish(&self, site: &Pages) -> Result<Report, PublishError> {
        publish(self.0.path(), Path::new("public"), site, &[], &Unwatched)
    }

    /// Every file below `folder` with its text, and what else lies beside it.
    fn files(&self, folder: &str) -> Vec<(String, String)> {
        let folder = self.path(folder);
        let mut files: Vec<(String, String)> = walkdir::WalkDir::new(&folder)
            .into_iter()
            .map(Result::unwrap)
            .filter(|entry| entry.file_type().is_file())
            .map(|entry| {
                let path = entry.path().strip_prefix(&folder).unwrap().display().to_string();
                (path, fs::read_to_string(entry.path()).unwrap())
            })
            .filter(|(path, _)| path != MANIFEST)
            .collect();
        files.sort();
        files
    }

    fn holds(&self, files: &[(&str, &str)]) {
        let own = |(path, text): &(&str, &str)| (String::from(*path), String::from(*text));
        assert_eq!(self.files("public"), files.iter().map(own).collect::<Vec<_>>());
        for place in [".public.staging", ".public.previous"] {
            assert!(!self.path(place).exists(), "{place} is left");
        }
    }

    fn make_old(&self, path: &str) -> SystemTime {
        let time = SystemTime::UNIX_EPOCH + Duration::from_secs(1_000_000_000);
        fs::File::options()
            .write(true)
            .open(self.path(path))
            .unwrap()
            .set_modified(time)
            .unwrap();
        time
    }

    fn modified(&self, path: &str) -> SystemTime {
        self.path(path).metadata().unwrap().modified().unwrap()
    }
}

#[test]
fn a_site_is_published_and_replaced() {
    let folder = Folder::new();
    let first = [("a/deep/b.html", "b"), ("c.css", "c"), ("index.html", "one")];
    let report = folder.publish(&site(&first)).unwrap();
    assert_eq!(report.pages, Count { total: 2, changed: 2 });
    assert_eq!(
        (report.files, report.bytes, report.removed),
        (Count { total: 3, changed: 3 }, 5, 0)
    );
    folder.holds(&first);

    let old = folder.make_old("public/c.css");
    folder.make_old("public/index.html");
    let second = [("c.css", "c"), ("index.html", "two"), ("new.html", "n")];
    let report = folder.publish(&site(&second)).unwrap();
    assert_eq!(report.files, Count { total: 3, changed: 2 });
    assert_eq!((report.removed, report.kept), (1, None));
    folder.holds(&second);
    assert_eq!(
        folder.modified("public/c.css"),
        old,
        "an unchanged file keeps its time"
    );
    assert_ne!(folder.modified("public/index.html"), old);
}

#[test]
fn the_same_site_touches_nothing() {
    let folder = Folder::new();
    let files = [("index.html", "one")];
    folder.publish(&site(&files)).unwrap();
    let (list, time) = (
        fs::read(folder.path("public").join(MANIFEST)).unwrap(),
        folder.modified("public"),
    );
    let report = folder.publish(&site(&files)).unwrap();
    assert_eq!(
        (report.files, report.removed),
        (Count { total: 1, changed: 0 }, 0)
    );
    assert_eq!(folder.modified("public"), time);
    assert_eq!(fs::read(folder.path("public").join(MANIFEST)).unwrap(), list);
    folder.holds(&files);
}

#[test]
fn what_is_made_in_pieces_is_kept_where_it_is_as_it_was() {
    let folder = Folder::new();
    let pieces = |pieces: &[&'static str]| {
        Pages(BTreeMap::from([(
            SitePath::new("data.json").unwrap(),
            Page::Pieces(pieces.to_vec()),
        )]))
    };
    assert_eq!(folder.publish(&pieces(&["[1,", "2]"])).unwrap().files.changed, 1);
    folder.holds(&[("data.json", "[1,2]")]);
    let old = folder.make_old("public/data.json");
    assert_eq!(folder.publish(&pieces(&["[1", ",2]"])).unwrap().files.changed, 0);
    assert_eq!(folder.modified("public/data.json"), old);
    assert_eq!(folder.publish(&pieces(&["[1,", "3]"])).unwrap().files.changed, 1);
    folder.holds(&[("data.json", "[1,3]")]);
}

#[test]
fn files_of_the_handbook_are_copied() {
    let folder = Folder::new();
    folder.write("content/logo.svg", "<svg/>");
    let source = SourcePath::new("content/logo.svg").unwrap();
    let copy = |source: &SourcePath| {
        Pages(BTreeMap::from([(
            SitePath::new("logo.svg").unwrap(),
            Page::Copy(source.clone()),
        )]))
    };
    folder.publish(&copy(&source)).unwrap();
    folder.holds(&[("logo.svg", "<svg/>")]);
    let old = folder.make_old("public/logo.svg");
    assert_eq!(folder.publish(&copy(&source)).unwrap().files.changed, 0);
    assert_eq!(folder.modified("public/logo.svg"), old);
    folder.write("content/logo.svg", "<SVG/>");
    assert_eq!(folder.publish(&copy(&source)).unwrap().files.changed, 1);
    folder.holds(&[("logo.svg", "<SVG/>")]);
    let gone = SourcePath::new("content/gone.svg").unwrap();
    let error = folder.publish(&copy(&gone)).unwrap_err().to_string();
    assert!(error.contains("gone.svg` can't be read"), "{error}");
    folder.holds(&[("logo.svg", "<SVG/>")]);
}

#[test]
fn a_foreign_folder_is_never_touched() {
    let folder = Folder::new();
    folder.write("public/thesis.txt", "years of work");
    let error = folder.publish(&site(&[("index.html", "one")])).unwrap_err();
    assert!(matches!(error, PublishError::NotOurs(_)), "{error}");
    folder.holds(&[("thesis.txt", "years of work")]);

    fs::remove_file(folder.path("public/thesis.txt")).unwrap();
    folder.publish(&site(&[("index.html", "one")])).unwrap();
    folder.write("public/CNAME", "handbook.example.org");
    folder.write("public/.DS_Store", "");
    let error = folder.publish(&site(&[("index.html", "two")])).unwrap_err();
    assert!(error.to_string().ends_with("did not write: `CNAME`"), "{error}");
    assert!(error.help().unwrap().contains("content/"));
    folder.holds(&[
        (".DS_Store", ""),
        ("CNAME", "handbook.example.org"),
        ("index.html", "one"),
    ]);

    fs::remove_file(folder.path("public/CNAME")).unwrap();
    folder.publish(&site(&[("index.html", "two")])).unwrap();
    folder.holds(&[("index.html", "two")]);
}

#[test]
fn a_page_that_can_not_be_made_leaves_the_old_site() {
    let folder = Folder::new();
    folder.publish(&site(&[("index.html", "one")])).unwrap();
    let mut broken = site(&[("a.html", "new"), ("index.html", "two")]);
    broken.0.insert(SitePath::new("b.html").unwrap(), Page::Faulty);
    assert!(matches!(folder.publish(&broken), Err(PublishError::Render(_))));
    folder.holds(&[("index.html", "one")]);
}

#[test]
fn some_folders_are_no_output() {
    let folder = Folder::new();
    folder.write("file", "a file");
    let nested = folder.path("content");
    for output in [
        ".",
        "..",
        "",
        "content",
        "content/public",
        "themes/a",
        "file",
        "/",
        "new/../content",
    ] {
        let error = publish(
            folder.0.path(),
            Path::new(output),
            &site(&[("index.html", "one")]),
            &[],
            &Unwatched,
        )
        .unwrap_err();
        assert!(matches!(error, PublishError::Unfit { .. }), "{output}: {error}");
    }
    assert_eq!(folder.files("content").len(), 1, "{}", nested.display());
    publish(
        folder.0.path(),
        Path::new("dist/site"),
        &site(&[("index.html", "one")]),
        &[],
        &Unwatched,
    )
    .unwrap();
    assert_eq!(folder.files("dist/site").len(), 1);
}

#[cfg(unix)]
#[test]
fn a_linked_output_stays_a_link() {
    use std::os::unix::fs::symlink;
    let folder = Folder::new();
    fs::create_dir(folder.path("www")).unwrap();
    symlink("www", folder.path("public")).unwrap();
    folder.publish(&site(&[("index.html", "one")])).unwrap();
    folder.publish(&site(&[("index.html", "two")])).unwrap();
    assert!(folder.path("public").is_symlink());
    assert_eq!(
        folder.files("www"),
        [(String::from("index.html"), String::from("two"))]
    );
    symlink("nowhere", folder.path("dangling")).unwrap();
    let error = publish(
        folder.0.path(),
        Path::new("dangling"),
        &site(&[]),
        &[],
        &Unwatched,
    )
    .unwrap_err();
    assert!(matches!(error, PublishError::Unfit { .. }), "{error}");
}

#[test]
fn two_runs_do_not_meet() {
    let folder = Folder::new();
    folder.publish(&site(&[("index.html", "one")])).unwrap();
    let other = fs::File::options()
        .write(true)
        .open(folder.path(".public.lock"))
        .unwrap();
    other.lock().unwrap();
    let error = folder.publish(&site(&[("index.html", "two")])).unwrap_err();
    assert!(matches!(error, PublishError::Busy(_)), "{error}");
    folder.holds(&[("index.html", "one")]);
    drop(other);
    folder.publish(&site(&[("index.html", "two")])).unwrap();
}

#[test]
fn what_a_killed_run_left_is_put_in_order() {
    let folder = Folder::new();
    let one = site(&[("a.html", "a"), ("index.html", "one")]);
    folder.publish(&one).unwrap();
    // Killed while it wrote, and after the two changed places.
    folder.write(".public.staging/.rolebook-unfinished", "");
    folder.write(".public.staging/half.html", "ha");
    folder.publish(&one).unwrap();
    folder.holds(&[("a.html", "a"), ("index.html", "one")]);
    folder.write(".public.staging/old.html", "old");
    folder.write(
        &format!(".public.staging/{MANIFEST}"),
        r#"{"version":1,"files":["gone.html","old.html"]}"#,
    );
    folder.publish(&one).unwrap();
    folder.holds(&[("a.html", "a"), ("index.html", "one")]);
    // Killed between two renames.
    fs::rename(folder.path("public"), folder.path(".public.previous")).unwrap();
    let report = folder.publish(&one).unwrap();
    assert_eq!(report.files.changed, 0, "the old site is back");
    folder.holds(&[("a.html", "a"), ("index.html", "one")]);
    // Someone's own folder of that name.
    folder.write(".public.staging/thesis.txt", "years of work");
    assert!(matches!(folder.publish(&one), Err(PublishError::NotOurs(_))));
    assert!(folder.path(".public.staging/thesis.txt").exists());
}

#[test]
fn a_damaged_list_stops_everything() {
    let folder = Folder::new();
    folder.publish(&site(&[("index.html", "one")])).unwrap();
    folder.write(
        &format!("public/{MANIFEST}"),
        r#"{"version":1,"files":["../content/index.md"]}"#,
    );
    let error = folder.publish(&site(&[("index.html", "two")])).unwrap_err();
    assert!(matches!(error, PublishError::Manifest { .. }), "{error}");
    folder.holds(&[("index.html", "one")]);
    assert!(folder.path("content/index.md").exists());
}
