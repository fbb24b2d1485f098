//! How editors save.

use std::fs::{self, File};
use std::io::Write;

use super::{By, Handbook, in_every_way};
use crate::serve::watch::Wake;

const PAGE: &str = "content/roles/engineer.md";

/// How many of them speak of files.
fn files(wakes: &[Wake]) -> usize {
    wakes.iter().filter(|wake| matches!(wake, Wake::Files(_))).count()
}

#[test]
fn a_write_is_one_file_at_once_and_everything_later() {
    in_every_way(|book| {
        for path in [PAGE, "book.toml", "baseline.toml", "themes/own/style.css"] {
            book.write(path, "written");
            let wakes = book.settles();
            assert!(book.count(path, &wakes) > 0, "{:?}: {path}: {wakes:?}", book.by);
            assert_eq!(wakes.last(), Some(&Wake::Everything));
            if book.by != By::Polling {
                assert_eq!(files(&wakes), 1, "{path}: {wakes:?}");
            }
        }
    });
}

#[test]
fn a_save_by_rename_is_given_at_once() {
    in_every_way(|book| {
        book.write("content/roles/.engineer.tmp", "renamed");
        fs::rename(book.at("content/roles/.engineer.tmp"), book.at(PAGE)).unwrap();
        let wakes = book.settles();
        assert!(book.count(PAGE, &wakes) > 0, "{:?}: {wakes:?}", book.by);
        if book.by != By::Polling {
            assert_eq!(files(&wakes), 1, "{wakes:?}");
        }
    });
}

#[test]
fn a_save_as_vim_does_it_is_one_save() {
    in_every_way(|book| {
        book.write("content/roles/.engineer.md.swp", "swap");
        book.write("content/roles/4913", "");
        fs::remove_file(book.at("content/roles/4913")).unwrap();
        let backup = book.at("content/roles/engineer.md~");
        fs::rename(book.at(PAGE), &backup).unwrap();
        book.write(PAGE, "by vim");
        fs::remove_file(backup).unwrap();
        let wakes = book.settles();
        assert!(book.count(PAGE, &wakes) > 0, "{:?}: {wakes:?}", book.by);
        if book.by != By::Polling {
            assert_eq!(files(&wakes), 1, "{wakes:?}");
        }
    });
}

#[test]
fn a_second_save_is_given_as_well() {
    in_every_way(|book| {
        book.write(PAGE, "first");
        book.becomes_known();
        book.write(PAGE, "second");
        book.write(PAGE, "second, again");
        book.becomes_known();
        book.write("content/index.md", "another");
        let wakes = book.settles();
        assert!(book.count(PAGE, &wakes) >= 2, "{:?}: {wakes:?}", book.by);
        assert!(
            book.count("content/index.md", &wakes) > 0,
            "{:?}: {wakes:?}",
            book.by
        );
    });
}

#[test]
fn a_write_of_the_same_length_is_seen() {
    in_every_way(|book| {
        for text in ["aaa", "bbb", "ccc", "aaa"] {
            book.write(PAGE, text);
            book.becomes_known();
        }
    });
}

#[test]
fn a_writer_who_keeps_the_file_open_is_seen() {
    in_every_way(|book| {
        let mut file = File::create(book.at(PAGE)).unwrap();
        for part in ["one ", "two ", "three"] {
            file.write_all(part.as_bytes()).unwrap();
            file.flush().unwrap();
            book.becomes_known();
        }
    });
}

#[test]
fn new_renamed_and_removed_files_are_seen() {
    in_every_way(|book| {
        book.write("content/new.md", "new");
        book.becomes_known();
        fs::rename(book.at("content/new.md"), book.at("content/roles/newer.md")).unwrap();
        book.becomes_known();
        fs::remove_file(book.at("content/roles/newer.md")).unwrap();
        book.becomes_known();
        fs::hard_link(book.at(PAGE), book.at("content/linked.md")).unwrap();
        book.becomes_known();
        fs::remove_file(book.at("book.toml")).unwrap();
        book.becomes_known();
        fs::rename(book.at("themes/own/style.css"), book.folder.path().join("away")).unwrap();
        book.becomes_known();
        fs::rename(book.folder.path().join("away"), book.at("themes/own/back.css")).unwrap();
        book.becomes_known();
    });
}

#[test]
fn names_are_those_of_the_folder_as_it_was_given() {
    let book = Handbook::new(By::Folder);
    let (sender, wakes) = std::sync::mpsc::channel();
    let root = book.root.join("content/../.");
    let watch = super::Watch::start(&root, super::Way::System, sender);
    book.write(PAGE, "written");
    let expected = Wake::Files([root.join(PAGE)].into());
    assert_eq!(wakes.recv_timeout(super::LIMIT), Ok(expected));
    watch.stop();
}
