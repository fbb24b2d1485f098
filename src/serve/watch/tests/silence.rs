//! What must not wake.

use std::fs;
use std::path::PathBuf;

use super::{By, everything, in_every_way, put};
use crate::serve::watch::Wake;

#[test]
fn reading_does_not_wake() {
    in_every_way(|book| {
        for number in 0..100 {
            book.write(&format!("content/many/{number}.md"), "text");
        }
        book.settles();
        book.wakes();
        for _ in 0..20 {
            assert!(everything(&book.root).len() > 100);
        }
        assert_eq!(book.wakes(), [], "{:?}", book.by);
    });
}

#[test]
fn what_lies_beside_the_sources_does_not_wake() {
    in_every_way(|book| {
        book.wakes();
        book.write("public/index.html", "published");
        book.write("public/roles/index.html", "published");
        book.write(".public.new/index.html", "published");
        fs::rename(book.at("public"), book.at("public.old")).unwrap();
        fs::rename(book.at(".public.new"), book.at("public")).unwrap();
        fs::remove_dir_all(book.at("public.old")).unwrap();
        book.write("README.md", "read me");
        book.write(".git/index", "index");
        put(&book.folder.path().join("busy/file"), "beside the handbook");
        put(&book.folder.path().join("book.zip"), "beside the handbook");
        assert_eq!(book.wakes(), [], "{:?}", book.by);
    });
}

#[test]
fn droppings_do_not_wake_and_hide_nothing() {
    in_every_way(|book| {
        let droppings = [
            "content/.engineer.md.swp",
            "content/roles/engineer.md~",
            "content/#index.md#",
            "content/.#index.md",
            "content/.obsidian/app.json",
            "themes/own/.DS_Store",
        ];
        book.wakes();
        for dropping in droppings {
            book.write(dropping, "dropping");
        }
        for dropping in droppings {
            fs::remove_file(book.at(dropping)).unwrap();
        }
        let mut wakes = book.wakes();
        if book.by == By::Polling {
            // The folder isn't what it was, but no file is given.
            wakes.retain(|wake| *wake != Wake::Everything);
        }
        assert_eq!(wakes, [], "{:?}", book.by);
        book.write("content/.index.md.swp", "dropping");
        book.write("content/index.md", "content");
        book.write("content/index.md~", "dropping");
        let wakes = book.settles();
        let files: Vec<&PathBuf> = wakes
            .iter()
            .filter_map(|wake| match wake {
                Wake::Files(files) => Some(files),
                _ => None,
            })
            .flatten()
            .collect();
        assert!(
            files.iter().all(|path| **path == book.at("content/index.md")),
            "{files:?}"
        );
        assert!(!files.is_empty());
    });
}

#[test]
fn what_vim_asks_the_folder_is_given_by_everything_only() {
    in_every_way(|book| {
        book.write("content/4913", "");
        let wakes = book.settles();
        assert!(wakes.contains(&Wake::Everything), "{wakes:?}");
        if book.by != By::Polling {
            assert_eq!(book.count("content/4913", &wakes), 0);
        }
    });
}
