//! Symbolic links.

use std::fs;
use std::os::unix::fs::symlink;

use super::{By, Handbook, in_each_way, in_every_way};

/// Tries something with a handbook in which `links` lead from the second to the first.
fn with_links(links: &[(&str, &str)], files: &[&str], attempt: impl Fn(&Handbook) + Sync) {
    in_each_way(|by| {
        let mut book = Handbook::new(by);
        for path in files {
            book.write(path, "target");
        }
        for (to, from) in links {
            symlink(to, book.at(from)).unwrap();
        }
        book.begin();
        attempt(&book);
    });
}

fn changes(book: &Handbook, target: &str, link: &str) {
    book.wakes();
    book.write(target, "changed");
    let wakes = book.settles();
    assert!(book.count(link, &wakes) > 0, "{:?}: {target}: {wakes:?}", book.by);
    book.write("next", "renamed");
    fs::rename(book.at("next"), book.at(target)).unwrap();
    let wakes = book.settles();
    assert!(book.count(link, &wakes) > 0, "{:?}: {target}: {wakes:?}", book.by);
}

#[test]
fn a_change_behind_a_link_goes_by_the_link_s_name() {
    let links = [
        ("../NOTES.md", "content/notes.md"),
        ("../more/deep", "content/more"),
        ("conf/book.toml", "baseline.toml"),
        ("roles", "content/same"),
    ];
    let files = ["NOTES.md", "more/deep/down/a.md", "conf/book.toml"];
    with_links(&links, &files, |book| {
        changes(book, "NOTES.md", "content/notes.md");
        changes(book, "more/deep/down/a.md", "content/more/down/a.md");
        changes(book, "conf/book.toml", "baseline.toml");
        changes(book, "content/roles/lead.md", "content/same/lead.md");
        book.wakes();
        book.write("more/unlinked.md", "beside");
        book.write("conf/unlinked.toml", "beside");
        assert_eq!(book.wakes(), [], "{:?}", book.by);
    });
}

#[test]
fn the_content_may_be_a_link_to_anywhere() {
    in_each_way(|by| {
        let mut book = Handbook::new(by);
        for name in ["content", "themes/own"] {
            let real = book.folder.path().join("elsewhere").join(name);
            fs::create_dir_all(real.parent().unwrap()).unwrap();
            fs::rename(book.at(name), &real).unwrap();
            symlink(&real, book.at(name)).unwrap();
        }
        book.begin();
        changes(&book, "content/roles/engineer.md", "content/roles/engineer.md");
        changes(&book, "themes/own/style.css", "themes/own/style.css");
        let other = book.folder.path().join("other");
        super::put(&other.join("roles/engineer.md"), "of the other");
        fs::remove_file(book.at("content")).unwrap();
        symlink(&other, book.at("content")).unwrap();
        book.settles();
        changes(&book, "content/roles/engineer.md", "content/roles/engineer.md");
    });
}

#[test]
fn the_handbook_may_be_a_link_that_is_switched() {
    in_each_way(|by| {
        let mut book = Handbook::new(by);
        let [one, two] = ["one", "two"].map(|name| book.folder.path().join(name));
        fs::rename(&book.root, &one).unwrap();
        symlink(&one, &book.root).unwrap();
        book.begin();
        changes(&book, "content/index.md", "content/index.md");
        super::put(&two.join("book.toml"), "of the other");
        super::put(&two.join("content/index.md"), "of the other");
        let next = book.folder.path().join("next");
        symlink(&two, &next).unwrap();
        fs::rename(&next, &book.root).unwrap();
        book.settles();
        changes(&book, "content/index.md", "content/index.md");
    });
}

#[test]
fn links_may_come_dangle_and_lead_elsewhere() {
    in_every_way(|book| {
        symlink("../later.md", book.at("content/later.md")).unwrap();
        book.settles();
        book.write("later.md", "come");
        book.settles();
        changes(book, "later.md", "content/later.md");
        book.write("more/a.md", "target");
        symlink("../more", book.at("content/more")).unwrap();
        book.settles();
        changes(book, "more/a.md", "content/more/a.md");
        book.write("others/a.md", "other");
        fs::remove_file(book.at("content/more")).unwrap();
        symlink("../others", book.at("content/more")).unwrap();
        book.settles();
        changes(book, "others/a.md", "content/more/a.md");
    });
}

#[test]
fn a_link_on_the_way_of_a_link_may_lead_elsewhere() {
    let links = [("v1", "current"), ("../current/a.md", "content/a.md")];
    with_links(&links, &["v1/a.md", "v2/a.md"], |book| {
        book.write("v2/a.md", "second");
        fs::remove_file(book.at("current")).unwrap();
        symlink("v2", book.at("current")).unwrap();
        book.settles();
        changes(book, "v2/a.md", "content/a.md");
    });
}

#[test]
fn circles_end() {
    let links = [
        (".", "content/round"),
        ("..", "content/up"),
        ("../roles", "content/roles/deeper"),
        ("self.md", "content/self.md"),
        ("../public/index.html", "content/page.html"),
    ];
    for by in [By::Folder, By::Tree] {
        let mut book = Handbook::new(by);
        for (to, from) in links {
            symlink(to, book.at(from)).unwrap();
        }
        let (sender, wakes) = std::sync::mpsc::channel();
        let watch = super::Watch::start(&book.root, super::Way::System, sender);
        book.write("public/other.html", "published");
        book.write("public/index.html", "published");
        let expected = super::Wake::Files([book.at("content/page.html")].into());
        assert_eq!(wakes.recv_timeout(super::LIMIT), Ok(expected), "{by:?}");
        book.watch = Some(watch);
    }
}
