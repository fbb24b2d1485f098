//! A broken edit takes no page away: the last good one stays, what is wrong is said, and it goes when it is mended.

use std::fs;

use serde_json::Value;

use super::preview::{Preview, save, until};
use super::preview_events::Events;
use super::support::Handbook;

const ENGINEER: &str = "/roles/engineer.html";
const SOURCE: &str = "content/roles/engineer.md";
const GOOD: &str = "# Engineer\n\n## Purpose\n\nBuilds.\n";

fn handbook() -> Handbook {
    let handbook = Handbook::new("//- content/index.md\n# Home\n//- content/notes.md\n# Notes\n");
    handbook.write(SOURCE, GOOD);
    handbook
}

/// A running preview, the page as it was at first, and its events.
fn begun(handbook: &Handbook) -> (Preview, String, Events) {
    let preview = Preview::start(handbook);
    let page = preview.page(ENGINEER);
    let events = preview.events(ENGINEER);
    (preview, page, events)
}

/// The texts of the errors that are listed for the page.
fn errors(preview: &Preview, path: &str) -> Vec<String> {
    let said = preview.findings(path);
    let listed = said["findings"].as_array().unwrap().iter();
    let errors = listed.filter(|finding| finding["level"] == "deny");
    errors
        .map(|finding| finding["text"].as_str().unwrap().to_owned())
        .collect()
}

/// Asserts that the page stays as it was while something is wrong that is said with `words`, and gives the events of
/// that time.
#[track_caller]
fn stays(preview: &Preview, events: &mut Events, page: &str, words: &[&str]) {
    let told = events.next();
    assert_eq!(told.name, "findings", "the page is not touched: {told:?}");
    assert_eq!(told.data["broken"], true);
    assert!(told.data["errors"].as_u64().unwrap() > 0);
    assert_eq!(preview.page(ENGINEER), page);
    assert_eq!(preview.findings(ENGINEER)["broken"], true);
    let errors = errors(preview, ENGINEER);
    for words in words {
        assert!(
            errors.iter().any(|text| text.contains(words)),
            "no {words:?} in {errors:?}"
        );
    }
}

/// Asserts that nothing is wrong any more, and that nothing had to be told of the page.
#[track_caller]
fn is_mended(preview: &Preview, events: &mut Events, page: &str) {
    let told = events.next();
    assert_eq!(told.name, "findings", "the page is as it was: {told:?}");
    assert_eq!(
        (&told.data["broken"], &told.data["errors"]),
        (&Value::from(false), &Value::from(0))
    );
    assert_eq!(preview.page(ENGINEER), page);
    assert_eq!(errors(preview, ENGINEER), Vec::<String>::new());
}

/// Asserts that an edit reaches the page as ever.
#[track_caller]
fn goes_on(handbook: &Handbook, preview: &Preview, events: &mut Events) {
    save(handbook, SOURCE, "# Engineer\n\n## Purpose\n\nGoes on.\n");
    assert_eq!(events.news().name, "update");
    assert!(preview.page(ENGINEER).contains("Goes on."));
}

#[test]
fn broken_front_matter() {
    let handbook = handbook();
    let (preview, page, mut events) = begun(&handbook);
    save(&handbook, SOURCE, format!("+++\ntags = [\n+++\n{GOOD}\nMore.\n"));
    stays(
        &preview,
        &mut events,
        &page,
        &["error[invalid-front-matter]", "content/roles/engineer.md:2:"],
    );
    save(&handbook, SOURCE, GOOD);
    is_mended(&preview, &mut events, &page);
    goes_on(&handbook, &preview, &mut events);
}

#[test]
fn a_link_to_nobody() {
    let handbook = handbook();
    let (preview, page, mut events) = begun(&handbook);
    save(&handbook, SOURCE, format!("{GOOD}\nAsk [[nobody]].\n"));
    stays(
        &preview,
        &mut events,
        &page,
        &["error[broken-link]", "Ask [[nobody]]."],
    );
    // Broken otherwise, it stays all the same; mended with other words, it goes on with those.
    save(&handbook, SOURCE, format!("{GOOD}\nAsk [[no-one]].\n"));
    events.until("findings", |_| true);
    assert_eq!(preview.page(ENGINEER), page);
    save(&handbook, SOURCE, format!("{GOOD}\nAsk [[notes]].\n"));
    assert_eq!(events.news().name, "update");
    assert!(preview.page(ENGINEER).contains(">Notes</a>"));
    let told = events.next();
    assert_eq!(
        (told.name.as_str(), &told.data["broken"]),
        ("findings", &Value::from(false))
    );
}

#[test]
fn findings_are_listed_in_the_words_of_the_terminal() {
    let handbook = handbook();
    save(&handbook, SOURCE, format!("{GOOD}\nAsk [[nobody]].\n"));
    save(&handbook, "content/notes.md", "# Notes\n\nSee [[nowhere]].\n");
    let preview = Preview::start(&handbook);
    let said = preview.findings("/notes.html");
    let listed = said["findings"].as_array().unwrap();
    let (own, other) = (&listed[0], &listed[1]);
    assert_eq!(
        (&own["here"], &other["here"]),
        (&Value::from(true), &Value::from(false)),
        "{said}"
    );
    assert_eq!(own["path"], "content/notes.md");
    assert_eq!((own["line"].as_u64(), own["column"].as_u64()), (Some(3), Some(7)));
    assert!(
        own["text"].as_str().unwrap().contains("content/notes.md:3:7"),
        "{own}"
    );
    assert_eq!(own["name"], "broken-link");
    assert_eq!(other["page"], "/roles/engineer.html#purpose");
    assert_eq!(
        (said["errors"].as_u64(), said["broken"].as_bool()),
        (Some(2), Some(true))
    );
    // Word for word what `check` prints, but for how lines are drawn.
    let words = |text: &str| -> Vec<String> {
        let is_word = |word: &&str| word.chars().any(char::is_alphanumeric);
        text.split_whitespace()
            .filter(is_word)
            .map(str::to_owned)
            .collect()
    };
    let printed = words(&handbook.findings()).join(" ");
    for finding in listed.iter().filter(|finding| finding["level"] == "deny") {
        let text = words(finding["text"].as_str().unwrap()).join(" ");
        assert!(printed.contains(&text), "{text}\nis not in\n{printed}");
    }
}

#[test]
fn a_page_that_was_broken_from_the_first_is_shown_as_well_as_it_can_be() {
    let handbook = handbook();
    save(&handbook, SOURCE, format!("{GOOD}\nAsk [[nobody]].\n"));
    let preview = Preview::start(&handbook);
    assert!(preview.page(ENGINEER).contains("Builds."));
    assert_eq!(preview.findings(ENGINEER)["broken"], true);
    assert_eq!(preview.findings("/notes.html")["broken"], false);
    // It follows what is written, as there is nothing better to keep.
    let mut events = preview.events(ENGINEER);
    save(&handbook, SOURCE, "# Engineer\n\nMends, with [[nobody]].\n");
    assert_eq!(events.news().name, "update");
    assert!(preview.page(ENGINEER).contains("Mends, with"));
    // Once it was whole, it stays so.
    save(&handbook, SOURCE, GOOD);
    preview.until_page(ENGINEER, |page| page.contains("Builds."));
    let whole = preview.page(ENGINEER);
    save(&handbook, SOURCE, "# Engineer\n\nMends, with [[nobody]].\n");
    events.until("findings", |data| data["broken"] == false);
    events.until("findings", |data| data["broken"] == true);
    assert_eq!(preview.page(ENGINEER), whole);
}

#[test]
fn a_broken_configuration() {
    let handbook = handbook();
    let (preview, page, mut events) = begun(&handbook);
    let good = handbook.read("book.toml");
    save(&handbook, "book.toml", "[book\ntitle = \"Other\"\n");
    stays(&preview, &mut events, &page, &["error[", "book.toml:1:"]);
    save(&handbook, "book.toml", &good);
    is_mended(&preview, &mut events, &page);
    save(&handbook, "book.toml", good.replace("Test", "Other"));
    assert_eq!(events.news().name, "update");
    assert!(preview.page(ENGINEER).contains("Other"));
}

#[test]
fn no_configuration_at_all() {
    let handbook = handbook();
    let (preview, page, mut events) = begun(&handbook);
    fs::rename(handbook.path("book.toml"), handbook.path("away.toml")).unwrap();
    stays(&preview, &mut events, &page, &["there is no `book.toml`"]);
    fs::rename(handbook.path("away.toml"), handbook.path("book.toml")).unwrap();
    is_mended(&preview, &mut events, &page);
    goes_on(&handbook, &preview, &mut events);
}

#[test]
fn a_broken_template() {
    let handbook = handbook();
    let template = "themes/default/templates/role.html";
    let built_in = concat!(env!("CARGO_MANIFEST_DIR"), "/themes/default/templates/role.html");
    let good = fs::read_to_string(built_in).unwrap();
    handbook.write(template, &good);
    let (preview, page, mut events) = begun(&handbook);
    save(&handbook, template, format!("{good}{{% if %}}"));
    stays(&preview, &mut events, &page, &["role.html"]);
    // The handbook's words are still followed as soon as the theme can be used.
    save(&handbook, SOURCE, "# Engineer\n\n## Purpose\n\nMends.\n");
    save(&handbook, template, &good);
    assert_eq!(events.news().name, "update");
    events.until("findings", |data| data["broken"] == false);
    assert!(preview.page(ENGINEER).contains("Mends."));
    assert_eq!(errors(&preview, ENGINEER), Vec::<String>::new());
}

#[test]
fn a_template_that_only_some_pages_are_too_much_for() {
    let handbook = handbook();
    let template = "themes/default/templates/role.html";
    let built_in = concat!(env!("CARGO_MANIFEST_DIR"), "/themes/default/templates/role.html");
    let good = fs::read_to_string(built_in).unwrap();
    handbook.write(template, &good);
    let (preview, page, mut events) = begun(&handbook);
    save(
        &handbook,
        template,
        format!("{good}{{{{ nothing.of.that.name }}}}"),
    );
    let told = events.until("findings", |data| data["broken"] == true);
    assert!(told.revision() > 1);
    assert_eq!(preview.page(ENGINEER), page);
    save(&handbook, template, &good);
    events.until("findings", |data| data["broken"] == false);
    goes_on(&handbook, &preview, &mut events);
}

#[test]
fn the_sources_are_removed_and_made_again() {
    let handbook = handbook();
    let (preview, page, mut events) = begun(&handbook);
    let notes = preview.page("/notes.html");
    fs::remove_dir_all(handbook.path("content")).unwrap();
    // It may be seen while only some of them are gone; in the end nothing is left to show, and the last stays.
    events.until("findings", |data| data["errors"] != 0);
    let errors = errors(&preview, ENGINEER);
    assert!(errors.iter().any(|text| text.contains("content")), "{errors:?}");
    handbook.write("content/index.md", "# Home\n");
    handbook.write("content/notes.md", "# Notes\n");
    handbook.write(SOURCE, GOOD);
    // Until then it may be seen while only some of them are there.
    until("all as it was", || {
        let is_as_it_was = |path: &str, page: &str| {
            let reply = preview.get(path);
            reply.status == 200 && reply.without_script().0 == page
        };
        let is_fine = preview.findings(ENGINEER)["errors"] == 0;
        is_fine && is_as_it_was(ENGINEER, &page) && is_as_it_was("/notes.html", &notes)
    });
    save(&handbook, SOURCE, "# Engineer\n\n## Purpose\n\nGoes on.\n");
    preview.until_page(ENGINEER, |now| now.contains("Goes on."));
    events.until("update", |_| true);
}

#[test]
fn a_source_that_is_no_text_for_a_while() {
    let handbook = handbook();
    let (preview, page, mut events) = begun(&handbook);
    save(&handbook, SOURCE, b"# Engineer\n\n\xff\xfe\x00");
    stays(
        &preview,
        &mut events,
        &page,
        &["error[unreadable-source]", SOURCE],
    );
    save(&handbook, SOURCE, GOOD);
    is_mended(&preview, &mut events, &page);
    goes_on(&handbook, &preview, &mut events);
}

/// The handbook in a folder of the one that it gives.
#[cfg(unix)]
fn nested() -> Handbook {
    let outer =
        Handbook::new("//- inner/book.toml\n[book]\ntitle = \"Test\"\n//- inner/content/index.md\n# Home\n");
    outer.write(&format!("inner/{SOURCE}"), GOOD);
    outer
}

#[cfg(unix)]
#[track_caller]
fn survives_a_move(outer: &Handbook, preview: &Preview) {
    let (here, there) = (outer.path("inner"), outer.path("elsewhere"));
    let page = preview.page(ENGINEER);
    let mut events = preview.events(ENGINEER);
    fs::rename(&here, &there).unwrap();
    stays(preview, &mut events, &page, &["book.toml"]);
    fs::rename(&there, &here).unwrap();
    is_mended(preview, &mut events, &page);
    save(outer, &format!("inner/{SOURCE}"), GOOD.replace("Builds", "Mends"));
    assert_eq!(events.news().name, "update");
    assert!(preview.page(ENGINEER).contains("Mends."));
}

#[cfg(unix)]
#[test]
fn a_handbook_that_is_moved_away_and_back() {
    let outer = nested();
    let preview = Preview::start_with(&outer, &["--root", "inner", "--port", "0"]);
    survives_a_move(&outer, &preview);
}

#[cfg(unix)]
#[test]
fn a_handbook_that_is_moved_away_and_back_from_under_the_preview() {
    let outer = nested();
    let preview = Preview::start_in(&outer, "inner", &["--port", "0"]);
    survives_a_move(&outer, &preview);
}
