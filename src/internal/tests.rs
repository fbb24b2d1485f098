//! What a profile leaves of sources.

use crate::text::{Profile, Snapshot, cases};
use crate::{Asked, compile};

/// What is left of `files`, a text each; and what is found.
fn left(files: &[(&str, &str)]) -> (Vec<(String, String)>, Vec<String>) {
    let book = ("book.toml", "[book]\ntitle = \"T\"\n[profiles.public]\n");
    let has_book = files.iter().any(|(path, _)| *path == "book.toml");
    let all = files.iter().copied().chain((!has_book).then_some(book));
    let snapshot = Snapshot {
        profile: Some(Profile {
            name: "public".to_owned(),
            is_reduced: false,
        }),
        ..cases::snapshot(all)
    };
    let compiled = compile(&snapshot, &Asked::default());
    let denied = compiled
        .findings
        .iter()
        .filter(|finding| finding.level == crate::finding::Level::Deny);
    let found = denied.map(|finding| {
        let source = snapshot.source(finding.place.place.source);
        let span = finding.place.place.span;
        format!(
            "{} `{}`: {}",
            source.path,
            &source.text[span.start..span.end],
            finding.message
        )
    });
    let found = found.collect();
    let reduced = compiled.reduced(&snapshot).unwrap_or_default();
    let left = reduced
        .sources
        .iter()
        .filter(|source| source.path.as_str() != "book.toml");
    (
        left.map(|source| (source.path.to_string(), source.text.to_string()))
            .collect(),
        found,
    )
}

const BOARD: (&str, &str) = (
    "content/teams/board.md",
    "+++\ninternal = true\n+++\n# Supervisory Board\n",
);
const PEOPLE: (&str, &str) = (
    "content/people.toml",
    "[ana]\nname = \"Ana Ruiz\"\n\n[leo]\nname = \"Leo Brandt\"\ninternal = true\n\n[leo.links]\nx = \"https://example.org\"\n\n[mira]\nname = \"Mira Sol\"\n",
);

#[test]
fn whole_sources_and_people_are_left_out() {
    let (left, found) = left(&[BOARD, PEOPLE, ("content/roles/a.md", "# A\n")]);
    let paths: Vec<&str> = left.iter().map(|(path, _)| path.as_str()).collect();
    assert_eq!(paths, ["content/people.toml", "content/roles/a.md"]);
    assert_eq!(
        left[0].1,
        "[ana]\nname = \"Ana Ruiz\"\n\n[mira]\nname = \"Mira Sol\"\n"
    );
    assert_eq!(found, [""; 0]);
}

#[test]
fn sections_fields_and_keys_are_cut_out() {
    let role = "+++\ntitle = \"A\"\ninternal = [\"Key Challenges\", \"On call\", \"contact\", \"habits\"]\n\
                contact = \"a@example.org\"\nreviewed = 2026-01-01\n[fields]\n\"On call\" = \"yes\"\n\"Based in\" = \"Bern\"\n+++\n\n\
                ## Purpose\n\nSays so[^1].\n\n## Key Challenges\n\nSecret.\n\n### Deeper\n\nToo.\n\n## Habits\n\nNone.\n\n[^1]: A note.\n";
    let (left, found) = left(&[("content/roles/a.md", role)]);
    assert_eq!(found, [""; 0]);
    // The list of what is internal names it, and goes as well.
    assert_eq!(
        left[0].1,
        "+++\ntitle = \"A\"\nreviewed = 2026-01-01\n[fields]\n\"Based in\" = \"Bern\"\n+++\n\n\
         ## Purpose\n\nSays so[^1].\n\n[^1]: A note.\n"
    );
}

#[test]
fn whoever_is_internal_holds_nothing_and_has_no_relations() {
    let role = "+++\nkeepers = [\n  \"ana\",\n  { person = \"leo\", share = 50 }, # half\n  \"mira\",\n]\ndelegator = \"board\"\n+++\n# A\n\n\
                ## Stakeholders and Key Deliverables\n\n### [[board]]\n\n- secrets\n\n### [[b]]\n\n- news\n\n\
                ## Dependencies\n\n- [[board]] - advice\n  - in time\n- [[b]] - help\n";
    let terms =
        "+++\nkeepers = [\"leo\"]\n+++\n# B\n\n## Dependencies\n\n[[board]]\n: money\n\n[[a]]\n: news\n";
    let (left, found) = left(&[
        BOARD,
        PEOPLE,
        ("content/roles/a.md", role),
        ("content/roles/b.md", terms),
    ]);
    assert_eq!(found, [""; 0]);
    let text = |path: &str| {
        &left
            .iter()
            .find(|(own, _)| own == path)
            .map_or(&left[0], |found| found)
            .1
    };
    assert_eq!(
        text("content/roles/a.md"),
        "+++\nkeepers = [\n  \"ana\",\n   # half\n  \"mira\",\n]\n+++\n# A\n\n\
         ## Stakeholders and Key Deliverables\n\n### [[b]]\n\n- news\n\n\
         ## Dependencies\n\n- [[b]] - help\n"
    );
    // With nobody left it would read as if nobody kept it.
    assert_eq!(
        text("content/roles/b.md"),
        "+++\n+++\n# B\n\n## Dependencies\n\n[[a]]\n: news\n"
    );
}

#[test]
fn what_would_give_something_away_is_found() {
    let page = "# Page\n\nAsk the [[board]], [Leo](people/leo.md) or Leo Brandt; `Supervisory Board` too. A board of wood.\n\n\
                [there](roles/a.md#key-challenges)\n";
    let role = "+++\ninternal = [\"key-challenges\", \"Key Chalenges\"]\n+++\n# A\n\n## Key Challenges\n\nThe [[board]].\n";
    let people = PEOPLE.1.replace(
        "name = \"Mira Sol\"",
        "name = \"Mira Sol\"\nlocation = \"beside Leo Brandt\"",
    );
    let (_, found) = left(&[
        BOARD,
        ("content/people.toml", &people),
        ("content/page.md", page),
        ("content/roles/a.md", role),
    ]);
    let leaks: Vec<&str> = found
        .iter()
        .map(String::as_str)
        .filter(|found| found.contains("internal") || found.contains("there is"))
        .collect();
    assert_eq!(
        leaks,
        [
            "content/page.md `[[board]]`: “Supervisory Board” is internal, and would be named here",
            "content/page.md `people/leo.md`: there is no file `content/people/leo.md`",
            "content/page.md `Leo Brandt`: “Leo Brandt” is internal, and would be named here",
            "content/page.md `[there](roles/a.md#key-challenges)`: “A: Key Challenges” is internal, and would be named here",
            "content/people.toml `Leo Brandt`: “Leo Brandt” is internal, and would be named here",
            "content/roles/a.md `Key Chalenges`: there is no section, no field and no key `Key Chalenges` here",
        ]
    );
}

#[test]
fn the_configuration_marks_paths_sections_and_fields() {
    let book = "[book]\ntitle = \"T\"\n[internal]\npaths = [\"board\", \"nowhere\"]\nsections = [\"key-challenges\", \"none\"]\n\
                fields = [\"On call\"]\n[profiles.public]\n";
    let role = "+++\nfields = { \"On call\" = \"yes\", \"Based in\" = \"Bern\" }\n+++\n# A\n\n## Key Challenges\n\nSecret.\n";
    let (left, found) = left(&[
        ("book.toml", book),
        ("content/board/minutes.md", "# Minutes\n"),
        ("content/roles/a.md", role),
    ]);
    assert_eq!(
        left,
        [(
            "content/roles/a.md".to_owned(),
            "+++\nfields = {  \"Based in\" = \"Bern\" }\n+++\n# A\n\n".to_owned()
        )]
    );
    assert_eq!(
        found,
        [
            "book.toml `nowhere`: there is no `nowhere` below `content/`",
            "book.toml `none`: no source has a section, a field or a key `none`"
        ]
    );
}

#[test]
fn translations_are_cut_like_their_originals() {
    let book = "[book]\ntitle = \"T\"\n[translations.de]\ntitle = \"T\"\n[profiles.public]\n";
    let role = "+++\ninternal = [\"Key Challenges\", \"Habits\", \"On call\"]\n[fields]\n\"On call\" = \"yes\"\n+++\n# A\n\n\
                ## Key Challenges\n\nSecret.\n\n## Open\n\nx\n\n## Habits\n\nNone.\n\n## Dependencies\n\n- [[board]] - advice\n";
    let german = "+++\n[fields]\n\"Bereitschaft\" = \"ja\"\n+++\n# Ä\n\n## Herausforderungen\n\nGeheim.\n\n## Offen\n\nx\n\n\
                  ## Gewohnheiten\n\nKeine.\n\n## Abhängigkeiten\n\n- [[Aufsichtsrat]] - Rat\n";
    let (left, found) = left(&[
        ("book.toml", book),
        BOARD,
        ("content/teams/board.de.md", "# Aufsichtsrat\n"),
        ("content/roles/a.md", role),
        ("content/roles/a.de.md", german),
    ]);
    assert_eq!(found, [""; 0]);
    let german = &left
        .iter()
        .find(|(path, _)| path == "content/roles/a.de.md")
        .map_or(&left[0], |found| found)
        .1;
    assert!(
        !german.contains("Geheim") && !german.contains("Keine") && !german.contains("ja"),
        "{german}"
    );
    assert!(
        german.contains("## Offen") && !german.contains("Aufsichtsrat"),
        "{german}"
    );
}

#[test]
fn who_is_internal_has_no_page_in_any_language_and_leaves_no_empty_list() {
    let book = "[book]\ntitle = \"T\"\n[translations.de]\ntitle = \"T\"\n[profiles.public]\n";
    // One keeper is internal, the other keeps it in a team that is: with both gone it would read as if nobody kept it.
    let role =
        "+++\nkeepers = [\"leo\", { person = \"ana\", team = \"board\" }]\nteam = \"board\"\n+++\n# A\n";
    let (left, found) = left(&[
        ("book.toml", book),
        BOARD,
        PEOPLE,
        ("content/people/leo.md", "# Leo Brandt\n"),
        ("content/people/leo.de.md", "Geheim.\n"),
        ("content/roles/a.md", role),
    ]);
    assert_eq!(found, [""; 0]);
    let paths: Vec<&str> = left.iter().map(|(path, _)| path.as_str()).collect();
    assert_eq!(paths, ["content/people.toml", "content/roles/a.md"]);
    assert_eq!(left[1].1, "+++\n+++\n# A\n");
}

#[test]
fn what_the_configuration_says_on_pages_is_looked_through() {
    let book = "[book]\ntitle = \"T\"\n[[section]]\nid = \"advice\"\ntitle = \"Advice\"\n\
                prompt = \"What does the Supervisory Board ask?\"\n[profiles.public]\n";
    let (_, found) = left(&[("book.toml", book), BOARD]);
    assert_eq!(
        found,
        ["book.toml ``: “Supervisory Board” is internal, and would be named here"]
    );
}
