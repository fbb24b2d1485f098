//! Folders that come, go, and come again.

use std::fs;
use std::path::Path;

use super::{Handbook, in_each_way, in_every_way, put};
use crate::serve::watch::Wake;

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let to = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy(&entry.path(), &to);
        } else {
            fs::copy(entry.path(), to).unwrap();
        }
    }
}

/// Whether the watch still sees what happens everywhere.
fn still_sees(book: &Handbook) {
    let paths = ["book.toml", "content/roles/engineer.md", "themes/own/style.css"];
    for text in ["before", "seen still"] {
        for path in paths {
            book.write(path, text);
        }
        let wakes = book.settles();
        for path in paths {
            let seen = text == "before" || book.count(path, &wakes) > 0;
            assert!(seen, "{:?}: {path}: {wakes:?}", book.by);
        }
    }
}

#[test]
fn files_in_new_folders_are_seen() {
    in_every_way(|book| {
        for number in 0..10 {
            book.write(&format!("content/new/{number}/deeper/still/page.md"), "new");
        }
        book.settles();
        book.write("content/new/7/deeper/still/page.md", "changed");
        let wakes = book.settles();
        assert!(
            book.count("content/new/7/deeper/still/page.md", &wakes) > 0,
            "{:?}: {wakes:?}",
            book.by
        );
    });
}

#[test]
fn folders_that_are_moved_are_seen_where_they_are() {
    in_every_way(|book| {
        fs::rename(book.at("content/roles"), book.at("content/people")).unwrap();
        book.settles();
        book.write("content/people/lead.md", "changed");
        let wakes = book.settles();
        assert!(
            book.count("content/people/lead.md", &wakes) > 0,
            "{:?}: {wakes:?}",
            book.by
        );
        fs::rename(book.at("content/people"), book.folder.path().join("away")).unwrap();
        book.settles();
        book.wakes();
        put(&book.folder.path().join("away/lead.md"), "no content now");
        assert_eq!(book.wakes(), [], "{:?}", book.by);
        fs::rename(book.folder.path().join("away"), book.at("content/roles")).unwrap();
        book.settles();
        still_sees(book);
    });
}

#[test]
fn a_folder_made_again_in_one_go_is_seen() {
    in_every_way(|book| {
        for folder in ["content/roles", "content", "themes", "themes/own", ""] {
            let (folder, backup) = (book.at(folder), book.folder.path().join("backup"));
            copy(&folder, &backup);
            fs::remove_dir_all(&folder).unwrap();
            copy(&backup, &folder);
            fs::remove_dir_all(&backup).unwrap();
            book.settles();
            still_sees(book);
        }
    });
}

#[test]
fn a_folder_made_again_later_is_seen() {
    in_every_way(|book| {
        for folder in ["content", "themes", ""] {
            let (folder, away) = (book.at(folder), book.folder.path().join("away"));
            fs::rename(&folder, &away).unwrap();
            book.settles();
            book.wakes();
            put(&away.join("roles/engineer.md"), "elsewhere");
            assert_eq!(book.wakes(), [], "{:?}", book.by);
            fs::rename(&away, &folder).unwrap();
            book.settles();
            still_sees(book);
        }
    });
}

#[test]
fn another_handbook_at_the_same_place_is_seen() {
    in_every_way(|book| {
        let (root, other) = (&book.root, book.folder.path().join("other"));
        copy(root, &other);
        put(&other.join("content/roles/engineer.md"), "of the other");
        fs::rename(root, book.folder.path().join("elsewhere")).unwrap();
        fs::rename(&other, root).unwrap();
        book.settles();
        still_sees(book);
    });
}

#[test]
fn a_moved_folder_above_the_handbook_is_seen() {
    in_each_way(|by| {
        let mut book = Handbook::new(by);
        let above = book.folder.path().join("above");
        fs::create_dir(&above).unwrap();
        fs::rename(&book.root, above.join("book")).unwrap();
        book.root = above.join("book");
        book.begin();
        let away = book.folder.path().join("away");
        fs::rename(&above, &away).unwrap();
        book.settles();
        copy(&away, &above);
        book.settles();
        still_sees(&book);
    });
}

#[test]
fn a_handbook_that_comes_later_is_seen() {
    in_each_way(|by| {
        let mut book = Handbook::new(by);
        let away = book.folder.path().join("away");
        fs::rename(&book.root, &away).unwrap();
        book.begin();
        fs::rename(&away, &book.root).unwrap();
        book.settles();
        still_sees(&book);
    });
}

#[test]
fn hundreds_of_files_are_few_wakes() {
    in_every_way(|book| {
        for round in ["one", "two"] {
            for number in 0..500 {
                let path = format!("content/{}/{number}.md", number % 25);
                let _ = fs::remove_file(book.at(&path));
                book.write(&path, round);
            }
            let wakes = book.settles();
            assert!(wakes.len() < 200, "{:?}: {} wakes", book.by, wakes.len());
            assert_eq!(wakes.last(), Some(&Wake::Everything));
        }
        fs::remove_dir_all(book.at("content")).unwrap();
        let wakes = book.settles();
        assert!(wakes.len() < 200, "{:?}: {} wakes", book.by, wakes.len());
        book.write("content/roles/engineer.md", "again");
        book.settles();
        still_sees(book);
    });
}
