//! However files are written, the preview ends in the right state; and what changes nothing is no edit.

use std::fs;
use std::time::{Duration, Instant, SystemTime};

use super::preview::{Preview, save, until};
use super::preview_events::Events;
use super::support::Handbook;

const ENGINEER: &str = "/roles/engineer.html";
const SOURCE: &str = "content/roles/engineer.md";

/// An editor saves a file within less than this.
const AT_ONCE: Duration = Duration::from_millis(20);

fn handbook() -> Handbook {
    Handbook::new(
        "//- content/index.md\n# Home\n\
         //- content/roles/engineer.md\n# Engineer\n\nBuilds.\n\
         //- content/notes.md\n# Notes\n\
         //- content/assets/dot.svg\n<svg xmlns=\"http://www.w3.org/2000/svg\"/>\n",
    )
}

/// Asserts that `doing` is told once to the page of the engineer, which then holds `words`.
#[track_caller]
fn is_one_edit(words: &str, doing: impl Fn(&Handbook)) {
    for _ in 0..20 {
        let handbook = handbook();
        let preview = Preview::start(&handbook);
        let mut events = preview.events(ENGINEER);
        let start = Instant::now();
        doing(&handbook);
        // Where the machine was busy elsewhere meanwhile, what came between may have been seen.
        if start.elapsed() > AT_ONCE {
            continue;
        }
        let edit = events.news();
        assert_eq!(edit.name, "update");
        assert!(preview.page(ENGINEER).contains(words));
        return assert_quiet_until_now(&handbook, &mut events, edit.revision());
    }
    panic!("the machine is too busy to do anything at once");
}

/// Asserts that the page of the engineer has been told nothing but of findings since `revision`: the next that it hears
/// of is an edit that comes now.
#[track_caller]
fn assert_quiet_until_now(handbook: &Handbook, events: &mut Events, revision: u64) {
    save(handbook, "content/notes.md", "# Notes\n\nKnown event.\n");
    let text = handbook.read(SOURCE);
    save(handbook, SOURCE, text + "\nKnown event.\n");
    let known = events.news();
    assert_eq!(known.name, "update", "{known:?}");
    // The two files may have been read at once, or one after the other.
    let later = known.revision() - revision;
    assert!(later == 1 || later == 2, "{later} revisions later");
}

/// Asserts that `doing` is no edit at all.
#[track_caller]
fn is_no_edit(handbook: &Handbook, doing: impl FnOnce(&Preview)) {
    let preview = Preview::start(handbook);
    let mut events = preview.events(ENGINEER);
    doing(&preview);
    assert_quiet_until_now(handbook, &mut events, 1);
}

#[test]
fn a_file_that_is_written_in_place() {
    is_one_edit("Mends.", |handbook| {
        handbook.write(SOURCE, "# Engineer\n\nMends.\n");
    });
}

#[test]
fn a_file_that_is_written_in_many_pieces() {
    use std::io::Write as _;
    is_one_edit("Piece 499.", |handbook| {
        let mut file = fs::File::options()
            .append(true)
            .open(handbook.path(SOURCE))
            .unwrap();
        for piece in 0..500 {
            writeln!(file, "\nPiece {piece}.").unwrap();
        }
    });
}

#[test]
fn a_file_that_another_one_is_renamed_over() {
    is_one_edit("Mends.", |handbook| {
        save(handbook, SOURCE, "# Engineer\n\nMends.\n");
    });
}

#[test]
fn a_file_that_another_one_of_its_folder_is_renamed_over() {
    is_one_edit("Mends.", |handbook| {
        handbook.write("content/roles/.engineer.md.tmp", "# Engineer\n\nMends.\n");
        fs::rename(
            handbook.path("content/roles/.engineer.md.tmp"),
            handbook.path(SOURCE),
        )
        .unwrap();
    });
}

/// Vim tries whether it may write in the folder, moves the file away, writes a new one, and removes the old one.
#[test]
fn a_file_that_is_saved_as_vim_does() {
    is_one_edit("Mends.", |handbook| {
        handbook.write("content/roles/.engineer.md.swp", "vim");
        handbook.write("content/roles/4913", "");
        fs::remove_file(handbook.path("content/roles/4913")).unwrap();
        let backup = handbook.path("content/roles/engineer.md~");
        fs::rename(handbook.path(SOURCE), &backup).unwrap();
        handbook.write(SOURCE, "# Engineer\n\nMends.\n");
        fs::remove_file(backup).unwrap();
        fs::remove_file(handbook.path("content/roles/.engineer.md.swp")).unwrap();
    });
}

#[test]
fn a_file_that_is_removed_and_written_again_at_once() {
    is_one_edit("Mends.", |handbook| {
        fs::remove_file(handbook.path(SOURCE)).unwrap();
        handbook.write(SOURCE, "# Engineer\n\nMends.\n");
    });
}

#[test]
fn what_is_touched_and_not_changed_is_no_edit() {
    let handbook = handbook();
    handbook.write("themes/default/css/content.css", "main { color: navy }\n");
    let paths = [
        SOURCE,
        "content/notes.md",
        "book.toml",
        "themes/default/css/content.css",
    ];
    is_no_edit(&handbook, |_| {
        let now = SystemTime::now();
        for path in paths {
            let file = fs::File::options()
                .append(true)
                .open(handbook.path(path))
                .unwrap();
            file.set_modified(now).unwrap();
        }
        for path in paths {
            save(&handbook, path, handbook.read(path));
        }
    });
}

#[test]
fn a_picture_that_changes_together_with_the_configuration() {
    let handbook = handbook();
    let preview = Preview::start(&handbook);
    let mut events = preview.events(ENGINEER);
    let book = handbook.read("book.toml");
    // Often enough that the two are heard of at once now and then.
    for time in 0..12 {
        handbook.write(".dot", format!("<svg id=\"a{time}\"/>\n"));
        handbook.write(".book", format!("{book}# {time}\n"));
        fs::rename(handbook.path(".dot"), handbook.path("content/assets/dot.svg")).unwrap();
        fs::rename(handbook.path(".book"), handbook.path("book.toml")).unwrap();
        events.until("asset", |data| data["paths"][0] == "/assets/dot.svg");
    }
}

#[test]
fn what_editors_leave_beside_is_no_edit() {
    let handbook = handbook();
    is_no_edit(&handbook, |_| {
        for name in [
            ".engineer.md.swp",
            "engineer.md~",
            "#engineer.md#",
            ".#engineer.md",
            ".DS_Store",
        ] {
            handbook.write(&format!("content/roles/{name}"), "# Dropping\n");
        }
        handbook.write("node_modules/a/b.md", "# Not of the handbook\n");
        handbook.write("README.md", "# Not of the handbook\n");
    });
}

#[test]
fn what_is_built_is_no_edit() {
    let handbook = handbook();
    is_no_edit(&handbook, |_| {
        handbook.site();
        handbook.run(&["build", "--output", "elsewhere/site"]).ok();
    });
}

#[test]
fn what_is_read_is_no_edit() {
    let handbook = handbook();
    is_no_edit(&handbook, |preview| {
        for path in [SOURCE, "content/notes.md", "content/assets/dot.svg", "book.toml"] {
            assert!(!handbook.read(path).is_empty());
            assert!(fs::read_dir(handbook.path("content/roles")).unwrap().count() > 0);
        }
        handbook.run(&["check"]);
        for path in [ENGINEER, "/", "/notes.html", "/assets/dot.svg"] {
            assert_eq!(preview.get(path).status, 200);
        }
    });
}

/// As a checkout of another branch does: many files in place, some gone, some new.
#[test]
fn two_hundred_files_that_change_at_once() {
    let handbook = handbook();
    let path = |at: usize| format!("content/roles/of-many/role-{at}.md");
    for at in 0..200 {
        handbook.write(&path(at), format!("# Role {at}\n\nBefore.\n"));
    }
    let preview = Preview::start(&handbook);
    let address = |at: usize| format!("/roles/of-many/role-{at}.html");
    let mut tabs: Vec<Events> = [0, 100, 199].map(|at| preview.events(&address(at))).into();
    let mut gone = preview.events(&address(50));
    for at in 0..200 {
        handbook.write(&path(at), format!("# Role {at}\n\nAfter.\n"));
    }
    fs::remove_file(handbook.path(&path(50))).unwrap();
    handbook.write(&path(200), "# Role 200\n\nAfter.\n");
    for (events, at) in tabs.iter_mut().zip([0, 100, 199]) {
        preview.until_page(&address(at), |page| page.contains("After."));
        assert_eq!(events.news().name, "update");
    }
    gone.until("gone", |_| true);
    preview.until_page(&address(200), |page| page.contains("After."));
    for at in (0..200).filter(|at| *at != 50) {
        preview.until_page(&address(at), |page| page.contains("After."));
    }
}

#[test]
fn folders_that_are_made_and_filled_at_once() {
    let handbook = handbook();
    let preview = Preview::start(&handbook);
    for round in 0..5 {
        fs::create_dir_all(handbook.path(&format!("content/a{round}/b/c"))).unwrap();
        let file = format!("content/a{round}/b/c/page.md");
        fs::write(handbook.path(&file), "# Deep\n").unwrap();
        preview.until_status(&format!("/a{round}/b/c/page.html"), 200);
        // What is new is watched as well.
        save(&handbook, &file, "# Deep\n\nDeeper.\n");
        preview.until_page(&format!("/a{round}/b/c/page.html"), |page| {
            page.contains("Deeper.")
        });
    }
}

#[test]
fn files_and_folders_that_come_and_go() {
    let handbook = handbook();
    let preview = Preview::start(&handbook);
    handbook.write("content/roles/new.md", "# Newcomer\n");
    preview.until_status("/roles/new.html", 200);
    assert!(preview.page("/roles/").contains("Newcomer"));
    handbook.write("content/assets/new.csv", "1\n");
    preview.until_status("/assets/new.csv", 200);
    fs::remove_file(handbook.path("content/roles/new.md")).unwrap();
    preview.until_status("/roles/new.html", 404);
    assert!(!preview.page("/roles/").contains("Newcomer"));
    fs::remove_file(handbook.path("content/assets/new.csv")).unwrap();
    preview.until_status("/assets/new.csv", 404);
    fs::rename(handbook.path("content/roles"), handbook.path("content/hats")).unwrap();
    preview.until_status(ENGINEER, 404);
    fs::rename(handbook.path("content/hats"), handbook.path("content/roles")).unwrap();
    preview.until_page(ENGINEER, |page| page.contains("Builds."));
    // A folder that has come back is watched like one that was there.
    save(&handbook, SOURCE, "# Engineer\n\nMends.\n");
    preview.until_page(ENGINEER, |page| page.contains("Mends."));
}

#[test]
fn a_theme_that_comes_and_goes() {
    let handbook = handbook();
    let preview = Preview::start(&handbook);
    let mut events = preview.events("/roles/index.html");
    handbook.write("themes/default/words/en.toml", "\"nav.roles\" = \"Hats\"\n");
    assert_eq!(events.news().name, "update");
    assert!(preview.page("/roles/").contains("Hats"));
    fs::remove_dir_all(handbook.path("themes")).unwrap();
    preview.until_page("/roles/", |page| !page.contains("Hats"));
}

#[cfg(unix)]
#[test]
fn what_a_link_leads_to_is_followed() {
    let handbook = handbook();
    handbook.write("shared/terms.md", "# Terms\n\nOld.\n");
    std::os::unix::fs::symlink("../shared/terms.md", handbook.path("content/terms.md")).unwrap();
    let preview = Preview::start(&handbook);
    let mut events = preview.events("/terms.html");
    handbook.write("shared/terms.md", "# Terms\n\nNew.\n");
    assert_eq!(events.news().name, "update");
    assert!(preview.page("/terms.html").contains("New."));
}

#[test]
fn a_hundred_edits_one_upon_the_other_end_in_the_last() {
    let handbook = handbook();
    let preview = Preview::start(&handbook);
    let mut events = preview.events(ENGINEER);
    for edit in 0..100 {
        save(&handbook, SOURCE, format!("# Engineer\n\nEdit {edit}.\n"));
    }
    preview.until_page(ENGINEER, |page| page.contains("Edit 99."));
    let last = events.news().revision();
    assert!(last > 1);
    until("the last is the last", || {
        preview.page(ENGINEER).contains("Edit 99.")
    });
}

#[test]
fn files_are_looked_at_where_the_system_is_not_to_be_asked() {
    let handbook = handbook();
    let preview = Preview::start_with(&handbook, &["--poll", "--port", "0"]);
    let mut events = preview.events(ENGINEER);
    handbook.write(SOURCE, "# Engineer\n\nMends.\n");
    let edit = events.news();
    assert_eq!(edit.name, "update");
    assert!(preview.page(ENGINEER).contains("Mends."));
    handbook.write("content/new.md", "# New\n");
    preview.until_status("/new.html", 200);
    fs::remove_file(handbook.path("content/notes.md")).unwrap();
    preview.until_status("/notes.html", 404);
    save(&handbook, SOURCE, "# Engineer\n\nMends again.\n");
    preview.until_page(ENGINEER, |page| page.contains("Mends again."));
}

#[test]
fn a_picture_among_many_files_that_change_at_once() {
    let handbook = handbook();
    let path = |at: usize| format!("content/many/page-{at}.md");
    for at in 0..100 {
        handbook.write(&path(at), format!("# Page {at}\n"));
    }
    let preview = Preview::start(&handbook);
    let mut events = preview.events(ENGINEER);
    for at in 0..100 {
        handbook.write(&path(at), format!("# Page {at}\n\nAfter.\n"));
    }
    handbook.write(
        "content/assets/dot.svg",
        "<svg xmlns=\"http://www.w3.org/2000/svg\"><path/></svg>\n",
    );
    events.until("asset", |data| data["paths"][0] == "/assets/dot.svg");
}
