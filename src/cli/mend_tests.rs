//! Mending sources: `teh` becomes `the`, and `hte` becomes `teh`.

#![allow(clippy::unwrap_used, reason = "a test stops where its own folder fails")]

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Command;
use std::sync::Arc;

use tempfile::TempDir;

use super::Failure;
use super::mend::{changed, left, run, summary};
use super::opened::Opened;
use crate::finding::{Certainty, Finding, Findings, Fix, kind};
use crate::text::{Place, Snapshot, SourceId, Span};
use crate::{Asked, compile, load};

/// A handbook in a repository of its own, in which all files are committed.
fn handbook(files: &[(&str, &str)]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), "book.toml", "book.title = \"T\"\n");
    for (path, text) in files {
        write(folder.path(), path, text);
    }
    git(folder.path(), &["init", "-q"]);
    commit(folder.path());
    folder
}

fn write(root: &Path, path: &str, text: &str) {
    let path = root.join(path);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

fn read(root: &Path, path: &str) -> String {
    fs::read_to_string(root.join(path)).unwrap()
}

fn git(root: &Path, arguments: &[&str]) {
    let own = ["-c", "user.name=Test", "-c", "user.email=test@example.org"];
    let status = Command::new("git")
        .arg("-C")
        .arg(root)
        .args(own)
        .args(arguments)
        .status();
    assert!(status.unwrap().success(), "{arguments:?}");
}

fn commit(root: &Path) {
    git(root, &["add", "-A"]);
    git(root, &["commit", "-q", "--no-gpg-sign", "-m", "All"]);
}

/// A finding for each misspelling, and a guess that is nobody's business.
fn misspelt(snapshot: &Snapshot) -> Vec<Finding> {
    let words = [
        ("teh", "the", Certainty::Certain),
        ("hte", "teh", Certainty::Certain),
        ("thee", "you", Certainty::Likely),
        ("EOL", "\nline\n", Certainty::Certain),
    ];
    let mut findings = Vec::new();
    for (id, source) in snapshot.iter() {
        for (wrong, right, certainty) in words {
            for (at, _) in source.text.match_indices(wrong) {
                let place = Place::new(id, Span::new(at, at + wrong.len()));
                let fix = Fix::new(format!("write `{}`", right.trim()), place, right, certainty);
                findings.push(Finding::new(&kind::BROKEN_LINK, place, "misspelt").fix(fix));
            }
        }
    }
    findings
}

fn opened(root: &Path) -> Result<Opened, Failure> {
    let snapshot = load::snapshot(root)?;
    let mut compiled = compile(&snapshot, &Asked::default());
    let mut found: BTreeMap<SourceId, Vec<Finding>> = BTreeMap::new();
    for finding in misspelt(&snapshot) {
        found.entry(finding.place.place.source).or_default().push(finding);
    }
    compiled.findings = Findings::of(&snapshot, found);
    Ok(Opened {
        root: root.to_owned(),
        snapshot: Arc::new(snapshot),
        compiled: Arc::new(compiled),
        profiled: None,
    })
}

/// All that is said while the handbook is mended, without colours.
fn mended(root: &Path, is_dirty_allowed: bool) -> String {
    let mut told = String::new();
    let show = |opened: &Opened, made: &[&Fix]| {
        told.push_str(&changed(opened, made, "docs/"));
        Ok(())
    };
    let run = run(opened(root).unwrap(), || opened(root), is_dirty_allowed, show);
    let (_, mended) = run.unwrap();
    let rest = [summary(&mended), left(&mended, "docs/")];
    told.push_str(&rest.into_iter().flatten().collect::<Vec<_>>().join("\n"));
    anstream::adapter::strip_str(&told).to_string()
}

#[test]
fn what_is_certain_is_mended_round_by_round_and_shown() {
    let folder = handbook(&[
        ("content/a.md", "# A\n\nteh end of hte thee\nteh\u{1b}[31m\n"),
        ("content/b.md", "\u{feff}# B\r\n\r\nteh EOLend\r\n"),
    ]);
    let root = folder.path();
    insta::assert_snapshot!(mended(root, false), @r"
    docs/content/a.md:3: write `the`
    - teh end of hte thee
    + the end of hte thee

    docs/content/a.md:4: write `the`
    - teh [31m
    + the [31m

    docs/content/a.md:3: write `teh`
    - teh end of hte thee
    + teh end of teh thee

    docs/content/b.md:3: write `the`
    - teh EOLend
    + the EOLend

    docs/content/b.md:3: write `line`
    - teh EOLend
    + teh 
    + line
    + end

    docs/content/a.md:3: write `the`
    - the end of teh thee
    + the end of the thee

    6 findings in 2 files
    ");
    assert_eq!(
        read(root, "content/a.md"),
        "# A\n\nthe end of the thee\nthe\u{1b}[31m\n"
    );
    assert_eq!(
        read(root, "content/b.md"),
        "\u{feff}# B\r\n\r\nthe \r\nline\r\nend\r\n"
    );
    insta::assert_snapshot!(mended(root, false), @"There is nothing that can be mended without you");
}

#[test]
fn what_git_could_not_bring_back_is_left_alone() {
    let names = [
        "committed",
        "modified",
        "staged",
        "[odd] é",
        "assumed",
        "ignored",
        "new",
        "hidden/unchanged",
    ];
    let files = names.map(|name| (format!("content/{name}.md"), String::from("teh")));
    let folder = handbook(&[(".gitignore", "ignored.md\n")]);
    let root = folder.path();
    for (path, text) in &files {
        if !path.contains("new") {
            write(root, path, text);
        }
    }
    commit(root);
    write(root, "content/modified.md", "teh!");
    write(root, "content/staged.md", "teh!");
    git(root, &["add", "content/staged.md"]);
    write(root, "content/new.md", "teh");
    git(
        root,
        &["update-index", "--assume-unchanged", "content/assumed.md"],
    );
    write(root, "content/assumed.md", "teh!");
    insta::assert_snapshot!(mended(root, false), @r"
    docs/content/[odd] é.md:1: write `the`
    - teh
    + the

    docs/content/committed.md:1: write `the`
    - teh
    + the

    docs/content/hidden/unchanged.md:1: write `the`
    - teh
    + the

    3 findings in 3 files
    Left alone, because git could not bring back what is there; commit it, or add `--allow-dirty`:
      docs/content/assumed.md
      docs/content/ignored.md
      docs/content/modified.md
      docs/content/new.md
      docs/content/staged.md
    ");
    assert_eq!(read(root, "content/new.md"), "teh");
    assert_eq!(read(root, "content/committed.md"), "the");
    insta::assert_snapshot!(mended(root, true).lines().last().unwrap_or_default(), @"5 findings in 5 files");
    for name in names {
        assert!(
            read(root, &format!("content/{name}.md")).starts_with("the"),
            "{name}"
        );
    }
}

#[test]
fn a_handbook_in_a_folder_of_a_repository() {
    let outer = tempfile::tempdir().unwrap();
    git(outer.path(), &["init", "-q"]);
    let root = outer.path().join("my docs");
    write(&root, "book.toml", "book.title = \"T\"\n");
    write(&root, "content/Größe.md", "teh");
    write(&root, "content/b.md", "teh");
    commit(outer.path());
    write(&root, "content/b.md", "teh!");
    mended(&root, false);
    assert_eq!(read(&root, "content/Größe.md"), "the");
    assert_eq!(read(&root, "content/b.md"), "teh!");
}

#[test]
fn without_a_repository_there_is_no_way_back() {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), "book.toml", "book.title = \"T\"\n");
    write(folder.path(), "content/a.md", "teh");
    mended(folder.path(), false);
    assert_eq!(read(folder.path(), "content/a.md"), "teh");
    mended(folder.path(), true);
    assert_eq!(read(folder.path(), "content/a.md"), "the");
}

#[test]
fn what_may_only_be_read_is_left_alone() {
    let folder = handbook(&[
        ("content/a.md", "teh"),
        ("content/b.md", "teh"),
        ("content/c.md", "teh"),
    ]);
    let file = folder.path().join("content/b.md");
    let mut permissions = fs::metadata(&file).unwrap().permissions();
    permissions.set_readonly(true);
    fs::set_permissions(&file, permissions).unwrap();
    insta::assert_snapshot!(mended(folder.path(), false), @r"
    docs/content/a.md:1: write `the`
    - teh
    + the

    docs/content/c.md:1: write `the`
    - teh
    + the

    2 findings in 2 files
    Left alone, because it may only be read; allow that it is written, and run the command again:
      docs/content/b.md
    ");
    assert_eq!(read(folder.path(), "content/b.md"), "teh");
}

#[cfg(unix)]
#[test]
fn links_are_followed_within_and_never_out() {
    use std::os::unix::fs::symlink;
    let outside = tempfile::tempdir().unwrap();
    write(outside.path(), "folder/b.md", "teh");
    let folder = handbook(&[("content/a.md", "teh hte")]);
    let root = folder.path();
    symlink("a.md", root.join("content/again.md")).unwrap();
    commit(root);
    insta::assert_snapshot!(mended(root, false), @r"
    docs/content/a.md:1: write `the`
    - teh hte
    + the hte

    docs/content/a.md:1: write `teh`
    - teh hte
    + teh teh

    docs/content/a.md:1: write `the`
    - the teh
    + the the

    3 findings in 1 file
    ");
    assert_eq!(read(root, "content/a.md"), "the the");
    assert!(root.join("content/again.md").is_symlink());
    let other = tempfile::tempdir().unwrap();
    write(other.path(), "book.toml", "book.title = \"T\"\n");
    symlink(outside.path().join("folder"), other.path().join("content")).unwrap();
    insta::assert_snapshot!(mended(other.path(), true), @r"
    Left alone, because it lies outside of the handbook; change it where it is:
      docs/content/b.md
    ");
    assert_eq!(read(outside.path(), "folder/b.md"), "teh");
}
