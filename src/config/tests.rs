//! What `book.toml` may say, and what is said of it where it says it wrongly.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use insta::assert_snapshot;

use super::{Config, Publish, read, reported, told};
use crate::finding::Level;
use crate::model::{PartyKind, SectionKind};
use crate::text::cases;

fn read_book(text: &str) -> (Config, Vec<String>) {
    let files = [("book.toml", text), ("content/assets/logo.svg", "")];
    let snapshot = cases::snapshot(files);
    let (config, findings) = read(&snapshot);
    (config, reported(text, findings))
}

/// What is said of these lines below a `[book]` with a title.
fn faults(lines: &str) -> Vec<String> {
    read_book(&format!("[book]\ntitle = \"T\"\n{lines}")).1
}

/// What is said of this text.
fn faults_of_all(text: &str) -> Vec<String> {
    read_book(text).1
}

#[test]
fn everything_that_may_be_written_is_read() {
    let (config, findings) = read_book(
        r##"
        [book]
        title = "The Northwind handbook"
        description = "Who does what, and for whom"
        language = "de-CH"
        base_url = "https://handbook.example.org/north"
        schema = "holacracy"
        [build]
        output = "out/site"
        [theme]
        name = "ours"
        accent = "#0AF"
        logo = "content/assets/logo.svg"
        [site]
        edit_url = "https://git.example.org/edit/{path}"
        findings = false
        [people]
        publish = "names"
        [groups]
        teams = { title = "All teams", kind = "team" }
        delivery = { title = "Delivery", tag = "delivery" }
        [lints]
        broken-link = "warn"
        [checks]
        notice = "2 weeks"
        [serve]
        editor = "vscode"
        "##,
    );
    assert_eq!(findings, [""; 0]);
    assert_eq!(config.title, "The Northwind handbook");
    assert_eq!(config.description.as_deref(), Some("Who does what, and for whom"));
    assert_eq!(
        (config.language.tag.as_str(), config.language.words),
        ("de-CH", "de")
    );
    assert_eq!(
        config.base_url.as_deref(),
        Some("https://handbook.example.org/north/")
    );
    assert_eq!(config.schema.sections[1].title, "Domänen");
    assert_eq!(config.output, "out/site");
    assert_eq!(config.theme, "ours");
    assert_eq!(config.accent.as_deref(), Some("#00aaff"));
    assert_eq!(config.logo.unwrap().as_str(), "content/assets/logo.svg");
    assert_eq!(
        config.edit_url.as_deref(),
        Some("https://git.example.org/edit/{path}")
    );
    assert!(!config.findings);
    assert_eq!(config.publish, Publish::Names);
    let groups: Vec<_> = config
        .groups
        .iter()
        .map(|group| (group.id.as_str(), group.kind, group.tag.as_deref()))
        .collect();
    assert_eq!(
        groups,
        [
            ("delivery", None, Some("delivery")),
            ("teams", Some(PartyKind::Team), None)
        ]
    );
    let lints: Vec<_> = config
        .lints
        .iter()
        .map(|set| (set.name.value.as_str(), set.level))
        .collect();
    assert_eq!(lints, [("broken-link", Level::Warn)]);
    assert_eq!(config.notice.unwrap().days, 14);
    let editor = config.editor.and_then(|editor| editor.editor());
    assert_eq!(editor, Some("VS Code"));
}

#[test]
fn sections_are_changed_and_added() {
    let (config, findings) = read_book(
        r#"
        [book]
        title = "T"
        [[section]]
        id = "purpose"
        title = "Why"
        required = false
        [[section]]
        id = "out-of-scope"
        title = "Out of scope"
        also = ["Limits"]
        kind = "list"
        prompt = "What does it not do?"
        required = ["role"]
        domains = ["role"]
        "#,
    );
    assert_eq!(findings, [""; 0]);
    let schema = config.schema;
    let id = |heading, kind| schema.matching(heading, kind).map(|rule| rule.id.as_str());
    assert_eq!(id("Why", PartyKind::Team), Some("purpose"));
    assert_eq!(id("Purpose", PartyKind::Team), Some("purpose"));
    assert_eq!(schema.section("purpose").unwrap().required, []);
    assert!(schema.section("purpose").unwrap().prompt.is_some());
    let added = schema.sections.last().unwrap();
    assert_eq!(
        (added.title.as_str(), added.kind),
        ("Out of scope", SectionKind::List)
    );
    assert_eq!(added.required, [PartyKind::Role]);
    // A name that the handbook gives to a section is taken from the one that had it.
    assert_eq!(id("Limits", PartyKind::Role), Some("out-of-scope"));
    assert_eq!(id("Limits", PartyKind::Team), None);
    assert_eq!(id("Constraints", PartyKind::Role), Some("external-constraints"));
}

#[test]
fn all_that_is_wrong_is_said_in_one_run() {
    let text =
        "[book]\ntitel = \"T\"\nlanguage = 3\n[build]\nouput = \"x\"\n[theme]\naccent = \"red\"\n[lint]";
    let told = told(faults_of_all, &[text]);
    assert_snapshot!(told);
}

#[test]
fn what_is_wrong_is_said_where_it_stands() {
    let told = told(
        faults,
        &[
            r#"base_url = "handbook.example.org""#,
            r#"base_url = "https://""#,
            r#"base_url = "https://x.org/?a""#,
            r#"language = "de_CH""#,
            r#"language = "english please""#,
            r#"schema = "s4""#,
            "description = 3",
            r#"description = ["a"]"#,
            "[build]\noutput = \"../x\"",
            "[build]\noutput = \"/srv/www\"",
            "[build]\noutput = \".\"",
            "[build]\noutput = \"Content/site\"",
            "[theme]\nname = \"a/b\"",
            "[theme]\nname = \"..\"",
            "[theme]\naccent = \"#12345\"",
            "[theme]\nlogo = \"assets/logo.png\"",
            "[theme]\nlogo = \"../logo.png\"",
            "[site]\nedit_url = \"https://git.example.org/\"",
            "[site]\nedit_url = \"https://git.example.org/{path}#L{lines}\"",
            "[site]\nfindings = \"yes\"",
            "[people]\npublish = \"name\"",
            "[groups]\nall = { title = \"All\" }\nx = \"y\"",
            "[groups]\nall = { kind = \"roles\" }",
            "[lints]\nbroken-links = \"warn\"\nbroken-link = \"error\"\nno-such-thing = \"allow\"",
            "[checks]\nnotice = \"a month\"\nnotices = 1",
            "[[section]]\ntitle = \"A\"",
            "[[section]]\nid = \"Out of scope\"",
            "[[section]]\nid = \"deps\"\ntitle = \"Dependencies\"",
            "[[section]]\nid = \"a\"\ntitle = \"A\"\nkind = \"lists\"\ndomains = \"person\"\nrequired = 1",
            "section = 3",
        ],
    );
    assert_snapshot!(told);
}

#[test]
fn a_title_is_asked_for() {
    let told = told(
        faults_of_all,
        &[
            "",
            "[build]\noutput = \"out\"",
            "[book]\nschema = \"s3\"",
            "[book]\ntitle = \" \"",
            "title = \"T\"\nschema = \"s3\"",
            r#"book = "T""#,
        ],
    );
    assert_snapshot!(told);
}

#[test]
fn what_is_no_toml_is_said_in_plain_words() {
    let told = told(
        faults,
        &[
            "language = en",
            "language = “en”",
            "language =",
            r#"language: "en""#,
            "language",
            "language = \"en\nschema = \"s4\"",
            r#"title = "U""#,
            "[site]\nfindings = yes",
            "description = 'it's'",
            r#"description = "C:\path""#,
            "[groups]\na = { title = \"A\" kind = \"team\" }",
            "[groups]\na = { title = \"A\", kind = \"team\"",
            "[build\noutput = \"x\"",
            "ä = 1",
        ],
    );
    assert_snapshot!(told);
}

#[test]
fn the_marks_of_other_systems_are_read_over() {
    let (config, findings) = read_book("\u{feff}[book]\r\ntitle = \"T\"\r\n[build]\r\noutput = \"out\"\r\n");
    assert_eq!(findings, [""; 0]);
    assert_eq!((config.title.as_str(), config.output.as_str()), ("T", "out"));
}

#[test]
fn nesting_without_end_is_borne() {
    for text in [
        format!("a = {}", "[".repeat(100_000)),
        format!("a = {}", "{a=".repeat(100_000)),
        format!("{}a = 1", "a.".repeat(100_000)),
        format!("[{}a]", "a.".repeat(100_000)),
        "a = b\n".repeat(100_000),
        (0..20_000)
            .map(|n| format!("k{n} = 1"))
            .collect::<Vec<_>>()
            .join("\n"),
        "[[section]]\n".repeat(1_000),
    ] {
        assert!(!read_book(&text).1.is_empty());
    }
}
