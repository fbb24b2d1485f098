//! What changed when, and who changed it: from git, in the organisation's own terms.

use std::process::Command;

use scraper::ElementRef;

use super::repository::Repository;
use super::support::{Handbook, Page, Site, text};

/// The choir over some weeks: a bit of everything that can change, by several people.
fn choir() -> Repository {
    let choir = Repository::of(Handbook::copy_of(
        &std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/handbook/choir"),
    ));
    choir.commit_as("Ana Ruiz", "2026-01-10T09:00:00+01:00", "first");
    let librarian = "content/roles/librarian.md";
    choir.replace(
        librarian,
        "keepers = [\"leo-brandt\"]",
        "keepers = [\"ana-ruiz\"]",
    );
    choir.replace(
        librarian,
        "- Keeps the scores",
        "- Keeps and mends the scores\n- Orders what is missing from the [[audience]]",
    );
    choir.replace(
        librarian,
        "- Scores for everyone",
        "- Scores for everyone who sings",
    );
    choir.commit_as(
        "Leo Brandt",
        "2026-02-01T23:30:00-05:00",
        "more for the librarian\n\nCo-authored-by: Mira Sol <mira@example.org>",
    );
    // Nothing of the organisation.
    choir.replace(librarian, "## Purpose\n", "## Purpose\n\n");
    choir.commit_as("Mira Sol", "2026-02-02T08:00:00Z", "white space");
    for language in ["", ".de"] {
        choir.git(&[
            "mv",
            &format!("content/roles/librarian{language}.md"),
            &format!("content/roles/archivist{language}.md"),
        ]);
    }
    choir.replace(
        "content/roles/archivist.md",
        "title = \"Librarian\"",
        "title = \"Archivist\"\naliases = [\"librarian\"]",
    );
    choir.replace(
        "content/roles/conductor.md",
        "- [[librarian]] - scores for everyone\n",
        "",
    );
    choir.replace(
        "content/roles/conductor.md",
        "### For the rehearsals\n",
        "### [[choir]]\n\n- Voices\n",
    );
    choir.replace("content/guides/rehearsing.md", "# How we", "# On how we");
    choir.replace(
        "content/people.toml",
        "[leo-brandt]",
        "[mira-sol]\nname = \"Mira Sol\"\n\n[leo-brandt]",
    );
    choir.commit_as("Ana Ruiz", "2026-03-05T10:00:00+01:00", "an archivist");
    choir.git(&[
        "rm",
        "--quiet",
        "content/external/audience.md",
        "content/external/audience.de.md",
    ]);
    choir.replace(
        "content/teams/choir.md",
        "### [[audience]]\n\n- Two concerts a [[season]]\n",
        "",
    );
    choir.replace(
        "content/teams/choir.de.md",
        "### [[Publikum]]",
        "### [[Notenwart]]",
    );
    choir.replace("content/roles/archivist.md", " from the [[audience]]", "");
    choir.commit_as("Ana Ruiz", "2026-03-06T10:00:00+01:00", "no audience");
    choir
}

fn site(choir: &Repository) -> Site {
    let run = choir.0.run(&["build", "--allow", "warnings"]);
    assert_eq!(run.code, 0, "{}{}", run.stdout, run.stderr);
    Site::read(&choir.0.path("public"))
}

/// What a page of changes tells, a line each; links with where they lead.
fn told(page: &Page) -> String {
    let mut lines = vec![text(page.one("h1"))];
    for element in page.all(".commit h2, .commit h3, .commit li, .commit > p") {
        let depth = element.ancestors().filter(|node| {
            let element = node.value().as_element();
            element.is_some_and(|element| element.name() == "ul")
        });
        let own: String = element
            .children()
            .filter(|child| {
                child
                    .value()
                    .as_element()
                    .is_none_or(|child| child.name() != "ul")
            })
            .map(|child| match (child.value().as_text(), ElementRef::wrap(child)) {
                (Some(text), _) => text.to_string(),
                (None, Some(element)) => match element.attr("href") {
                    Some(href) => format!("{} <{href}>", text(element)),
                    None => format!("[{}]", text(element)),
                },
                (None, None) => String::new(),
            })
            .collect();
        let own = own.split_whitespace().collect::<Vec<_>>().join(" ");
        let name = element.value().name();
        lines.push(match name {
            "h2" => format!("\n## {own}"),
            "h3" => format!("### {own}"),
            _ => format!("{}- {own}", "  ".repeat(depth.count().saturating_sub(1))),
        });
    }
    lines.join("\n")
}

#[test]
fn changes_are_told_in_the_organisation_s_own_terms() {
    let choir = choir();
    let site = site(&choir);
    insta::assert_snapshot!("all", told(&site.page("changes.html")));
    insta::assert_snapshot!(
        "of_a_role_that_was_renamed",
        told(&site.page("history/archivist.html"))
    );
    insta::assert_snapshot!("in_german", told(&site.page("de/history/conductor.html")));
    assert_eq!(site.dead_links(), Vec::<String>::new());
}

/// What stands at the end of a page about its last change.
fn changed(site: &Site, path: &str) -> Vec<String> {
    site.page(path).texts(".changed")
}

#[test]
fn each_page_says_when_its_source_changed_last_and_who_did() {
    let site = site(&choir());
    let cases = [
        (
            "roles/archivist.html",
            "Last changed on Mar 6, 2026 by Ana Ruiz, Mira Sol, Leo Brandt · History",
        ),
        (
            "roles/conductor.html",
            "Last changed on Mar 5, 2026 by Ana Ruiz · History",
        ),
        ("glossary.html", "Last changed on Jan 10, 2026 by Ana Ruiz"),
        (
            "de/roles/archivist.html",
            "Zuletzt geändert am 05.03.2026 von Ana Ruiz · Geschichte",
        ),
    ];
    for (path, expected) in cases {
        assert_eq!(changed(&site, path), [expected], "{path}");
    }
    // A page that no source is for has none of its own.
    assert!(changed(&site, "roles/index.html").is_empty());
    let authors = site.page("roles/archivist.html").attributes(".changed a", "href");
    assert_eq!(
        authors,
        [
            "../people/ana-ruiz.html",
            "../people/mira-sol.html",
            "../people/leo-brandt.html",
            "../history/archivist.html"
        ]
    );
    let sitemap = String::from_utf8(site.bytes("sitemap.xml").to_vec()).unwrap();
    let document = roxmltree::Document::parse(&sitemap).unwrap();
    let of = |page: &str| {
        let url = document.descendants().find(|node| {
            node.tag_name().name() == "loc" && node.text().is_some_and(|loc| loc.ends_with(page))
        });
        let url = url.and_then(|loc| loc.parent()).unwrap();
        let modified = url.children().find(|node| node.tag_name().name() == "lastmod");
        modified.and_then(|node| node.text()).map(str::to_owned)
    };
    assert_eq!(of("/glossary.html").as_deref(), Some("2026-01-10T08:00:00Z"));
    assert_eq!(of("/roles/index.html"), None);
    let data: serde_json::Value = serde_json::from_slice(site.bytes("rolebook.json")).unwrap();
    let parties = data["parties"].as_array().unwrap();
    let conductor = parties.iter().find(|party| party["id"] == "conductor").unwrap();
    assert_eq!(conductor["changed"], "2026-03-05");
}

#[test]
fn without_git_nothing_is_said_of_history() {
    let choir = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/handbook/choir");
    let handbook = Handbook::copy_of(&choir);
    let quiet = |handbook: &Handbook| {
        let run = handbook.run(&["build", "--deny", "warnings"]);
        assert_eq!(
            (run.code, run.stderr.contains("git")),
            (0, false),
            "{}",
            run.stderr
        );
        let site = Site::read(&handbook.path("public"));
        assert!(!site.files.contains_key("changes.html"));
        assert!(site.pages().all(|page| changed(&site, page).is_empty()));
        let feeds = site.files.keys().filter(|path| path.contains("atom"));
        assert_eq!(feeds.count(), 0);
    };
    quiet(&handbook);
    // In a repository, but nothing of it was ever committed.
    let repository = Repository::of(handbook);
    quiet(&repository.0);
}

#[test]
fn a_shallow_clone_says_so_and_tells_no_wrong_date() {
    let choir = choir();
    let clone = tempfile::tempdir().unwrap();
    let from = format!("file://{}", choir.0.path(".").display());
    let to = clone.path().to_str().unwrap();
    choir.git(&["clone", "--quiet", "--depth", "2", &from, to]);
    let run = |arguments: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_rolebook"));
        command.args(["--root", to]).args(arguments);
        let output = command.env("NO_COLOR", "1").current_dir(to).output().unwrap();
        String::from_utf8([output.stdout, output.stderr].concat()).unwrap()
    };
    let check = ["check", "--allow", "warnings", "--deny", "incomplete-history"];
    insta::assert_snapshot!("shallow", run(&check));
    assert!(run(&["build"]).contains("warning[incomplete-history]: this is a shallow clone"));
    let site = Site::read(&clone.path().join("public"));
    assert_eq!(
        changed(&site, "roles/archivist.html"),
        ["Last changed on Mar 6, 2026 by Ana Ruiz · History"]
    );
    // That it seems to be new in the oldest commit that is there is not so.
    assert!(changed(&site, "roles/conductor.html").is_empty());
    assert_eq!(site.page("changes.html").all(".commit").len(), 1);
    // Where nobody asks for a history, nobody misses it.
    std::fs::write(
        clone.path().join("book.toml"),
        choir.0.read("book.toml") + "\n[site]\nhistory = \"none\"\n",
    )
    .unwrap();
    assert_eq!(run(&check), "Checked Riverside choir: nothing to mend\n");
}

#[test]
fn what_is_told_of_people_is_for_the_handbook_to_say() {
    let choir = choir();
    let book = choir.0.read("book.toml");
    let all = site(&choir);
    assert!(
        all.page("history/archivist.html")
            .texts(".commit")
            .concat()
            .contains("Leo Brandt")
    );

    choir
        .0
        .write("book.toml", format!("{book}\n[site]\nhistory = \"dates\"\n"));
    let dates = site(&choir);
    assert_eq!(changed(&dates, "glossary.html"), ["Last changed on Jan 10, 2026"]);
    assert!(dates.page("changes.html").all(".commit h2 .people").is_empty());

    choir
        .0
        .write("book.toml", format!("{book}\n[site]\nhistory = \"none\"\n"));
    let none = site(&choir);
    assert!(!none.files.contains_key("changes.html") && changed(&none, "glossary.html").is_empty());

    // Of people nothing is published: their names are in no byte, of today or of before.
    choir.replace(
        "content/roles/conductor.md",
        "contact = \"conductor@choir.example.org\"\n",
        "",
    );
    choir
        .0
        .write("book.toml", format!("{book}\n[people]\npublish = \"none\"\n"));
    choir.commit_as("Ana Ruiz", "2026-03-07T10:00:00+01:00", "no names");
    let nameless = site(&choir);
    assert!(nameless.files.contains_key("changes.atom"));
    // Who relies on whom is told all the same.
    let told = nameless.page("history/conductor.html").texts(".commit");
    assert!(
        told.concat().contains("removed Depends on: Archivist"),
        "{told:?}"
    );
    for (path, bytes) in &nameless.files {
        let text = String::from_utf8_lossy(bytes);
        for name in [
            "Ana Ruiz",
            "ana-ruiz",
            "Leo Brandt",
            "leo-brandt",
            "Mira Sol",
            "mira-sol",
        ] {
            assert!(!text.contains(name), "{path} names {name}");
        }
    }
}

/// What RFC 4287 asks of a feed, and the titles of its entries.
fn entries(site: &Site, path: &str) -> Vec<String> {
    let text = String::from_utf8(site.bytes(path).to_vec()).unwrap();
    let document = roxmltree::Document::parse(&text).unwrap();
    let feed = document.root_element();
    assert_eq!(feed.tag_name().namespace(), Some("http://www.w3.org/2005/Atom"));
    let values = |node: roxmltree::Node, name: &str| -> Vec<String> {
        let children = node.children().filter(|child| child.tag_name().name() == name);
        children
            .map(|child| child.text().unwrap_or_default().to_owned())
            .collect()
    };
    let links = |node: roxmltree::Node, rel: &str| -> Vec<String> {
        let links = node.children().filter(|child| child.tag_name().name() == "link");
        let links = links.filter(|link| link.attribute("rel") == Some(rel));
        links
            .filter_map(|link| link.attribute("href"))
            .map(str::to_owned)
            .collect()
    };
    let own = format!("https://choir.example.org/handbook/{path}");
    assert_eq!(links(feed, "self"), [own]);
    let mut ids = std::collections::BTreeSet::new();
    let mut titles = Vec::new();
    let all = feed.children().filter(|node| node.tag_name().name() == "entry");
    for node in all.clone().chain([feed]) {
        for single in ["id", "title", "updated"] {
            assert_eq!(values(node, single).len(), 1, "{path}: {single}");
        }
        let id = values(node, "id").concat();
        assert!(id.starts_with("https://"), "{id}");
        assert!(ids.insert(id), "two have one id");
        assert!(
            values(node, "updated")
                .concat()
                .parse::<jiff::Timestamp>()
                .is_ok()
        );
        let page = links(node, "alternate").concat();
        let page = page.strip_prefix("https://choir.example.org/handbook/").unwrap();
        let (file, anchor) = page.split_once('#').unwrap_or((page, ""));
        let page = site.page(file);
        assert!(
            anchor.is_empty() || page.all(&format!("[id='{anchor}']")).len() == 1,
            "{file}#{anchor}"
        );
    }
    for entry in all {
        titles.push(format!(
            "{} {}",
            &values(entry, "updated").concat()[..10],
            values(entry, "title").concat()
        ));
        assert_eq!(values(entry, "content").len(), 1);
    }
    // Where entries have no author, the feed has.
    let author = feed
        .children()
        .find(|child| child.tag_name().name() == "author")
        .unwrap();
    assert_eq!(values(author, "name").len(), 1);
    titles
}

#[test]
fn of_people_only_names_are_told_where_only_names_are_published() {
    let handbook = Handbook::new(
        "//- book.toml\n[book]\ntitle = \"T\"\nbase_url = \"https://example.org/\"\n[site]\ncards = false\n\
         //- content/people.toml\n[ana]\nname = \"Ana Ruiz\"\ncontact = \"xsecretmail\"\npronouns = \"xsecretpronouns\"\n\
         location = \"xsecretplace\"\nlinks = { xsecretlink = \"https://xsecretlink.example.org\" }\n\
         //- content/people/leo.md\n+++\nname = \"Leo Brandt\"\ncontact = \"xsecretleo\"\n+++\nxsecrettext\n\
         //- content/roles/reader.md\n+++\nkeepers = [{ person = \"ana\", since = 2025-01-01, until = 2031-12-31, focus = \"xsecretfocus\", note = \"xsecretnote\" }]\n+++\n# Reader\n\
         ## Purpose\n\nReads.\n\n## Key Responsibilities\n\n- Reads\n",
    );
    let repository = Repository::of(handbook);
    repository.commit_as("Ana Ruiz", "2026-01-01T12:00:00Z", "first");
    repository.replace("content/roles/reader.md", "xsecretnote", "xsecretnotes");
    repository.replace("content/people/leo.md", "xsecrettext", "xsecrettexts");
    repository.replace("content/roles/reader.md", "- Reads", "- Reads aloud");
    repository.commit_as("Leo Brandt", "2026-01-02T12:00:00Z", "second");
    let told = |site: &Site| {
        let files = site.files.iter();
        let told = files.filter(|(_, bytes)| String::from_utf8_lossy(bytes).contains("xsecret"));
        told.map(|(path, _)| path.clone()).collect::<Vec<_>>()
    };
    let whole = site(&repository);
    assert!(told(&whole).len() > 4 && whole.files.contains_key("calendar.ics"));
    let book = repository.0.read("book.toml");
    repository
        .0
        .write("book.toml", book + "[people]\npublish = \"names\"\n");
    let names = site(&repository);
    assert_eq!(told(&names), [""; 0]);
    assert!(
        !names.files.contains_key("calendar.ics"),
        "when a term ends is not told"
    );
    assert_eq!(
        changed(&names, "roles/reader.html"),
        ["Last changed on Jan 2, 2026 by Leo Brandt, Ana Ruiz · History"]
    );
}

#[test]
fn changes_can_be_followed_as_feeds() {
    let choir = choir();
    let site = site(&choir);
    assert_eq!(
        entries(&site, "changes.atom"),
        [
            "2026-03-06 Audience, Archivist, Choir",
            "2026-03-05 On how we rehearse, Archivist, Conductor, People",
            "2026-02-02 Archivist",
            "2026-01-10 Audience, Glossary, On how we rehearse, Welcome, Conductor, Archivist, Choir, People",
        ]
    );
    assert_eq!(
        entries(&site, "history/conductor.atom"),
        [
            "2026-03-05 Conductor",
            "2026-02-02 Archivist",
            "2026-01-10 Conductor"
        ]
    );
    // A team's tells of its roles too.
    let of_team = entries(&site, "history/choir.atom");
    assert_eq!(
        of_team,
        [
            "2026-03-06 Archivist, Choir",
            "2026-03-05 Archivist, Conductor",
            "2026-02-02 Archivist",
            "2026-01-10 Conductor, Archivist, Choir",
        ]
    );
    assert_eq!(entries(&site, "de/history/choir.atom").len(), of_team.len());
    // They are offered where they are about the page.
    let offered = site
        .page("roles/conductor.html")
        .attributes("link[type='application/atom+xml']", "href");
    assert_eq!(offered, ["../changes.atom", "../history/conductor.atom"]);
    // A feed names its entries by addresses in the world.
    choir.replace(
        "book.toml",
        "base_url = \"https://choir.example.org/handbook/\"\n",
        "",
    );
    let nowhere = self::site(&choir);
    assert!(nowhere.files.keys().all(|path| !path.contains("atom")));
    assert!(nowhere.files.contains_key("changes.html"));
}

#[test]
fn the_same_history_gives_the_same_bytes_anywhere() {
    let choir = choir();
    let here = site(&choir).files;
    let clone = tempfile::tempdir().unwrap();
    let from = format!("file://{}", choir.0.path(".").display());
    choir.git(&["clone", "--quiet", &from, clone.path().to_str().unwrap()]);
    let mut command = Command::new(env!("CARGO_BIN_EXE_rolebook"));
    command
        .args(["--root", ".", "build", "--allow", "warnings"])
        .envs([
            ("TZ", "Asia/Tokyo"),
            ("LC_ALL", "de_CH.UTF-8"),
            ("LANGUAGE", "de"),
        ]);
    let output = command.current_dir(clone.path()).output().unwrap();
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    assert!(Site::read(&clone.path().join("public")).files == here);
}

/// The lines of a calendar, put together again where they were folded (RFC 5545, 3.1).
fn lines(calendar: &[u8]) -> Vec<String> {
    let text = std::str::from_utf8(calendar).unwrap();
    assert!(
        text.lines().count() == text.matches("\r\n").count(),
        "every line ends in CRLF"
    );
    assert!(text.split("\r\n").all(|line| line.len() <= 75));
    let unfolded = text.replace("\r\n ", "");
    unfolded.lines().map(str::to_owned).collect()
}

#[test]
fn reviews_and_terms_are_a_calendar() {
    let handbook = Handbook::new(
        "//- book.toml\n[book]\ntitle = \"Choir, small\"\nbase_url = \"https://example.org/x/\"\n\
         //- content/people.toml\n[ana]\nname = \"Ana Ruiz\"\n\
         //- content/roles/reader.md\n+++\ntitle = \"Reader; of scores, with a name that is too long for one line of a calendar\"\n\
         keepers = [{ person = \"ana\", until = 2027-03-31 }]\nreviewed = 2026-01-31\nreview = \"1 month\"\n+++\n\
         //- content/roles/other.md\n# Other\n",
    );
    let build = |handbook: &Handbook| {
        handbook.run(&["build", "--allow", "warnings"]).ok();
        Site::read(&handbook.path("public"))
    };
    let site = build(&handbook);
    insta::assert_snapshot!("calendar", lines(site.bytes("calendar.ics")).join("\n"));
    let offered = site
        .page("findings.html")
        .attributes("a[type='text/calendar']", "href");
    assert_eq!(offered, ["calendar.ics"]);
    // Where terms of people are not published, they are in no calendar either.
    handbook.write(
        "book.toml",
        "[book]\ntitle = \"T\"\n[people]\npublish = \"names\"\n",
    );
    let names = lines(build(&handbook).bytes("calendar.ics"));
    assert_eq!(
        names
            .iter()
            .filter(|line| line.as_str() == "BEGIN:VEVENT")
            .count(),
        1
    );
    handbook.write("content/roles/reader.md", "# Reader\n");
    assert!(!build(&handbook).files.contains_key("calendar.ics"));
}

#[test]
fn the_preview_shows_the_history_too() {
    let choir = choir();
    let built = site(&choir);
    let preview = super::preview::Preview::start(&choir.0);
    // The first page does not wait for it.
    let page = preview.until_page("/roles/archivist.html", |page| page.contains("Last changed on"));
    let shown = Page(scraper::Html::parse_document(&page));
    assert_eq!(shown.texts(".changed"), changed(&built, "roles/archivist.html"));
    let history = preview.get("/history/archivist.html").without_script().0;
    assert!(history.as_bytes() == built.bytes("history/archivist.html"));
    // An edit is no commit.
    super::preview::save(
        &choir.0,
        "content/roles/archivist.md",
        choir.0.read("content/roles/archivist.md") + "\n## Habits\n\nWe whisper.\n",
    );
    let page = preview.until_page("/roles/archivist.html", |page| page.contains("We whisper."));
    let shown = Page(scraper::Html::parse_document(&page));
    assert_eq!(shown.texts(".changed"), changed(&built, "roles/archivist.html"));
}
