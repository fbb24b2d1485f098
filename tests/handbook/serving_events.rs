//! What open pages are told: everything that concerns them, once, and nothing else.

use std::fs;

use super::preview::{Preview, save};
use super::preview_events::Events;
use super::support::Handbook;

/// The engineer and the glossary's page know nothing of each other; the team shows the engineer's title.
fn handbook() -> Handbook {
    Handbook::new(
        "//- content/index.md\n# Home\n\
         //- content/roles/engineer.md\n# Engineer\n\n## Purpose\n\nBuilds.\n\
         //- content/teams/red.md\n# Red\n\nWith an [[engineer]].\n\
         //- content/notes.md\n# Notes\n\n![A dot](assets/dot.svg)\n\
         //- content/assets/dot.svg\n<svg xmlns=\"http://www.w3.org/2000/svg\"/>\n",
    )
}

const ENGINEER: &str = "/roles/engineer.html";

#[test]
fn a_stream_begins_with_where_things_are() {
    let handbook = handbook();
    let preview = Preview::start(&handbook);
    let mut events = Events::open(&preview, ENGINEER, Some(1));
    let hello = events.next();
    assert_eq!((hello.name.as_str(), hello.revision()), ("hello", 1));
    let findings = events.next();
    assert_eq!(findings.name, "findings");
    let said = preview.findings(ENGINEER);
    for count in ["revision", "errors", "warnings", "broken"] {
        assert_eq!(findings.data[count], said[count], "{count}");
    }
    assert_eq!(findings.data["broken"], false);
}

#[test]
fn an_edit_is_told_once_and_only_where_it_shows() {
    let handbook = handbook();
    let preview = Preview::start(&handbook);
    let mut engineer = preview.events(ENGINEER);
    let mut notes = preview.events("/notes.html");
    save(
        &handbook,
        "content/roles/engineer.md",
        "# Engineer\n\n## Purpose\n\nMends.\n",
    );
    let first = engineer.news();
    assert_eq!(first.name, "update");
    assert!(first.revision() > 1);
    assert!(preview.page(ENGINEER).contains("Mends."));
    save(&handbook, "content/notes.md", "# Notes\n\nMore.\n");
    let second = notes.news();
    assert_eq!(second.name, "update");
    assert!(
        second.revision() > first.revision(),
        "the first edit was no news here"
    );
    save(
        &handbook,
        "content/roles/engineer.md",
        "# Engineer\n\n## Purpose\n\nEnds.\n",
    );
    let third = engineer.news();
    assert_eq!(third.name, "update");
    assert!(
        third.revision() > second.revision(),
        "neither edit was told twice"
    );
}

#[test]
fn every_tab_of_a_page_is_told() {
    let handbook = handbook();
    let preview = Preview::start(&handbook);
    let mut tabs: Vec<Events> = (0..3).map(|_| preview.events(ENGINEER)).collect();
    save(&handbook, "content/roles/engineer.md", "# Engineer\n\nMends.\n");
    let told: Vec<u64> = tabs.iter_mut().map(|tab| tab.news().revision()).collect();
    assert!(told.iter().all(|revision| *revision == told[0]), "{told:?}");
}

#[test]
fn a_page_that_was_made_before_an_edit_is_told_when_it_connects() {
    let handbook = handbook();
    let preview = Preview::start(&handbook);
    let script = preview.get(ENGINEER).without_script().1;
    assert!(script.contains("data-revision=\"1\""), "{script}");
    save(&handbook, "content/roles/engineer.md", "# Engineer\n\nMends.\n");
    preview.until_page(ENGINEER, |page| page.contains("Mends."));
    let names = |events: &mut Events| [events.next().name, events.next().name];
    let mut late = Events::open(&preview, ENGINEER, Some(1));
    assert_eq!(names(&mut late), ["hello", "update"]);
    assert_eq!(late.next().name, "findings");
    // Whoever has the page as it is, or a page that is still as it was then, is left alone.
    let script = preview.get(ENGINEER).without_script().1;
    let (_, rest) = script.split_once("data-revision=\"").unwrap();
    let revision = rest.split_once('"').unwrap().0.parse().unwrap();
    let mut right = Events::open(&preview, ENGINEER, Some(revision));
    assert_eq!(names(&mut right), ["hello", "findings"]);
}

#[test]
fn a_page_that_others_did_not_change_is_left_alone_when_it_connects() {
    let handbook = handbook();
    let preview = Preview::start(&handbook);
    preview.page("/notes.html");
    save(&handbook, "content/roles/engineer.md", "# Engineer\n\nMends.\n");
    preview.until_page(ENGINEER, |page| page.contains("Mends."));
    let mut notes = Events::open(&preview, "/notes.html", Some(1));
    let hello = notes.next();
    assert!(hello.revision() > 1);
    assert_eq!(
        (hello.name.as_str(), notes.next().name.as_str()),
        ("hello", "findings")
    );
}

#[test]
fn a_title_is_told_wherever_it_shows() {
    let handbook = handbook();
    let preview = Preview::start(&handbook);
    let paths = [ENGINEER, "/teams/red.html", "/roles/index.html"];
    let mut pages = paths.map(|path| (path, preview.events(path)));
    save(&handbook, "content/roles/engineer.md", "# Plumber\n");
    for (path, events) in &mut pages {
        assert_eq!(events.news().name, "update", "{path}");
        assert!(preview.page(path).contains("Plumber"), "{path}");
    }
}

#[test]
fn a_page_that_is_removed_is_gone_and_comes_back() {
    let handbook = handbook();
    let preview = Preview::start(&handbook);
    let mut notes = preview.events("/notes.html");
    let text = handbook.read("content/notes.md");
    fs::remove_file(handbook.path("content/notes.md")).unwrap();
    let gone = notes.news();
    assert_eq!(gone.name, "gone");
    assert!(
        gone.data["to"].is_null() && gone.data["title"].is_null(),
        "{gone:?}"
    );
    assert_eq!(preview.get("/notes.html").status, 404);
    // A tab that comes later with what it had is told as well.
    let mut late = Events::open(&preview, "/notes.html", Some(1));
    assert_eq!([late.next().name, late.next().name], ["hello", "gone"]);
    save(&handbook, "content/notes.md", text);
    for events in [&mut notes, &mut late] {
        let back = events.news();
        assert_eq!(back.name, "update");
        assert!(back.revision() > gone.revision());
    }
    assert!(preview.page("/notes.html").contains("Notes"));
}

#[test]
fn a_page_that_is_renamed_says_where_it_went() {
    let handbook = handbook();
    let preview = Preview::start(&handbook);
    let mut notes = preview.events("/notes.html");
    fs::rename(
        handbook.path("content/notes.md"),
        handbook.path("content/jottings.md"),
    )
    .unwrap();
    let gone = notes.news();
    assert_eq!(gone.name, "gone");
    assert_eq!(gone.data["to"], "/jottings.html");
    assert_eq!(gone.data["title"], "Notes");
    assert_eq!(preview.get("/notes.html").status, 404);
    assert!(preview.page("/jottings.html").contains("Notes"));
    // And back again. Whoever looks while a file is renamed may see it under neither name.
    fs::rename(
        handbook.path("content/jottings.md"),
        handbook.path("content/notes.md"),
    )
    .unwrap();
    let back = notes.until("update", |_| true);
    assert!(back.revision() > gone.revision());
    preview.until_page("/notes.html", |page| page.contains("Notes"));
}

#[test]
fn a_page_to_come_is_told_that_it_is_there() {
    let handbook = handbook();
    let preview = Preview::start(&handbook);
    assert_eq!(preview.get("/plans/next.html").status, 404);
    let mut events = preview.events("/plans/next.html");
    handbook.write("content/plans/next.md", "# Next\n");
    assert_eq!(events.news().name, "update");
    assert!(preview.page("/plans/next.html").contains("Next"));
}

#[test]
fn a_style_sheet_is_told_by_its_addresses() {
    let handbook = handbook();
    let css = "main { color: rebeccapurple }\n";
    handbook.write("themes/default/css/content.css", css);
    let preview = Preview::start(&handbook);
    let mut events = preview.events(ENGINEER);
    save(
        &handbook,
        "themes/default/css/content.css",
        css.replace("rebecca", "medium"),
    );
    let style = events.news();
    assert_eq!(style.name, "style");
    let page = preview.page(ENGINEER);
    for (from, to) in style.data["from"]
        .as_array()
        .unwrap()
        .iter()
        .zip(style.data["to"].as_array().unwrap())
    {
        let (from, to) = (from.as_str().unwrap(), to.as_str().unwrap());
        assert_ne!(from, to);
        assert!(page.contains(&to[1..]) && !page.contains(&from[1..]), "{to}");
        assert!(preview.get(to).text().contains("mediumpurple"));
    }
    save(&handbook, "content/roles/engineer.md", "# Engineer\n\nMends.\n");
    let update = events.news();
    assert_eq!(update.name, "update", "the style sheet was told once");
    assert!(update.revision() > style.revision());
}

#[test]
fn a_picture_is_told_by_its_address() {
    let handbook = handbook();
    let preview = Preview::start(&handbook);
    let mut events = preview.events("/notes.html");
    let drawn = "<svg xmlns=\"http://www.w3.org/2000/svg\"><path d=\"M0 0\"/></svg>\n";
    save(&handbook, "content/assets/dot.svg", drawn);
    let asset = events.news();
    assert_eq!(asset.name, "asset");
    assert_eq!(asset.data["paths"], serde_json::json!(["/assets/dot.svg"]));
    assert_eq!(preview.get("/assets/dot.svg").text(), drawn);
}

#[test]
fn findings_are_told_when_they_change() {
    let handbook = handbook();
    let preview = Preview::start(&handbook);
    let mut notes = preview.events("/notes.html");
    let before = preview.findings("/notes.html")["errors"].as_u64().unwrap();
    // The fault is elsewhere: it is counted here, and the page is none the worse.
    save(
        &handbook,
        "content/roles/engineer.md",
        "# Engineer\n\nSee [[nobody]].\n",
    );
    let told = notes.until("findings", |data| data["errors"] == before + 1);
    assert_eq!(told.data["broken"], false);
    save(&handbook, "content/roles/engineer.md", "# Engineer\n");
    notes.until("findings", |data| data["errors"] == before);
}
