//! Findings in the handbook itself.

use std::fmt::Write as _;

use rolebook::finding::Level;

use super::support::{Handbook, Page, Site, text};

const HANDBOOK: &str = r#"
//- content/index.md
[nowhere](nowhere.md)
//- content/teams/vega.md
+++
title = "Vega"
members = ["ben"]
+++

## Purpose

See [the plan](plan.md).
//- content/roles/open.md
+++
title = "Scout"
delegator = ["vega"]
keepers = []
+++
//- content/roles/kept.md
+++
title = "Cook"
keepers = [{ role = "chief" }]
+++

## Purpose

Keeps [the kitchen](kitchen.md).

## Dependencies

### [[chief]]

- [a plan](plan.md)
//- content/roles/chief.md
+++
title = "Chief"
keepers = ["ana"]
+++
//- content/people/ana.md
+++
name = "Ana Ruiz"
+++
I wrote [this](this.md).
//- content/people.toml
[ben]
name = "Ben Ode"
"#;

/// A handbook of which nothing is told but broken links and vacant roles.
fn handbook() -> Handbook {
    let handbook = Handbook::new(HANDBOOK);
    let edit_url = "[site]\nedit_url = \"https://git.example.org/edit/{path}#L{line}\"\n";
    handbook.write("book.toml", book("", edit_url));
    handbook
}

/// A `book.toml` with those lines in `[book]`, and those tables.
fn book(lines: &str, tables: &str) -> String {
    let mut book = format!(
        "[book]\ntitle = \"Test\"\n{lines}\n{tables}\n[lints]\nbroken-link = \"warn\"\nunknown-party = \"warn\"\n"
    );
    let others = rolebook::catalogue().filter(|kind| !["broken-link", "vacant-role"].contains(&kind.name));
    for kind in others.filter(|kind| kind.level == Level::Warn) {
        writeln!(book, "{} = \"allow\"", kind.name).unwrap();
    }
    book
}

/// The groups of a list: their headings, and below each its points.
fn groups(page: &Page) -> Vec<(String, Vec<String>)> {
    let one = |selector: &str| scraper::Selector::parse(selector).unwrap();
    let groups = page.all(".point-group").into_iter();
    groups
        .map(|group| {
            let heading = text(group.select(&one("h2")).next().unwrap());
            (heading, group.select(&one(".point")).map(text).collect())
        })
        .collect()
}

fn headings(page: &Page) -> Vec<String> {
    groups(page).into_iter().map(|(heading, _)| heading).collect()
}

#[test]
fn points_are_listed_by_role_by_kind_and_by_person() {
    let site = handbook().site();
    assert_eq!(site.dead_links(), Vec::<String>::new());
    let by_role = site.page("findings.html");
    assert_eq!(by_role.texts("h1"), ["Open points"]);
    assert_eq!(by_role.texts(".points-total"), ["6 open points"]);
    assert_eq!(
        headings(&by_role),
        ["Cook 2", "Scout 1", "Vega 1", "Test 1", "Ana Ruiz 1"]
    );
    let cook = &groups(&by_role)[0].1;
    assert!(
        cook[0].contains("Purpose") && cook[0].contains("Edit content/roles/kept.md, line 8"),
        "{cook:?}"
    );
    let places = by_role.attributes(".point a", "href");
    for place in [
        "roles/kept.html#purpose",
        "roles/kept.html#chief",
        "https://git.example.org/edit/content/roles/kept.md#L8",
        "https://git.example.org/edit/content/roles/open.md#L4",
    ] {
        assert!(places.iter().any(|href| href == place), "{place} in {places:?}");
    }
    let by_kind = site.page("findings/by-kind.html");
    assert_eq!(headings(&by_kind), ["Broken links 5", "Vacant roles 1"]);
    assert!(
        groups(&by_kind)[1].1[0].starts_with("Nobody keeps Scout Scout"),
        "{:?}",
        groups(&by_kind)
    );
    let by_person = site.page("findings/by-person.html");
    let groups = groups(&by_person);
    let told: Vec<(&str, usize)> = groups
        .iter()
        .map(|(heading, points)| (heading.as_str(), points.len()))
        .collect();
    assert_eq!(
        told,
        [("Ana Ruiz 3", 3), ("Ben Ode 2", 2), ("Nobody in particular 1", 1)]
    );
    assert!(groups[1].1[0].contains("as delegator: nobody keeps this role"));
    assert!(!groups[1].1[1].contains("as delegator"));
}

#[test]
fn above_the_lists_stands_how_much_there_is_of_what() {
    let handbook = handbook();
    let site = handbook.site();
    for (list, kinds) in [
        (
            "findings.html",
            [
                "findings/by-kind.html#broken-link",
                "findings/by-kind.html#vacant-role",
            ],
        ),
        ("findings/by-kind.html", ["#broken-link", "#vacant-role"]),
    ] {
        let page = site.page(list);
        assert_eq!(
            page.texts(".points-overview li"),
            ["Broken links 5", "Vacant roles 1"]
        );
        assert_eq!(page.attributes(".points-overview a", "href"), kinds);
        assert_eq!(page.texts(".points-lists a").len(), 3, "nothing comes due");
    }
    let by_person = site.page("findings/by-person.html");
    assert_eq!(
        by_person.texts(".points-overview li"),
        ["Ana Ruiz 3", "Ben Ode 2", "Nobody in particular 1"]
    );
    assert_eq!(
        by_person.attributes(".points-overview a", "href"),
        ["#ana", "#ben", "#rb-nobody"]
    );
    assert_eq!(by_person.attributes("h2", "id"), ["ana", "ben", "rb-nobody"]);
}

#[test]
fn the_lists_lead_to_each_other_and_every_page_to_them() {
    let site = handbook().site();
    let by_kind = site.page("findings/by-kind.html");
    assert_eq!(
        by_kind.texts(".points-lists a"),
        ["By role", "By kind", "By person"]
    );
    assert_eq!(by_kind.texts(".points-lists [aria-current=page]"), ["By kind"]);
    assert_eq!(by_kind.texts(".breadcrumbs a"), ["Home", "Open points"]);
    assert!(
        site.page("roles/chief.html")
            .attributes(".navigation a", "href")
            .contains(&"../findings.html".to_owned())
    );
    let home = site.page("index.html");
    assert!(home.texts(".counts a").contains(&"6 open points".to_owned()));
}

#[test]
fn each_page_shows_its_own_points() {
    let site = handbook().site();
    let page = site.page("roles/kept.html");
    let points = page.texts("details #rb-open-points .point-text");
    assert_eq!(points.len(), 2, "{points:?}");
    assert_eq!(page.texts(".open-points summary"), ["2 open points"]);
    assert!(
        page.attributes("#rb-open-points a", "href")
            .contains(&"#purpose".to_owned())
    );
    for (path, number) in [
        ("roles/chief.html", 0),
        ("index.html", 1),
        ("people/ana.html", 1),
        ("people/ben.html", 0),
        ("findings.html", 0),
    ] {
        assert_eq!(site.page(path).all("#rb-open-points li").len(), number, "{path}");
    }
}

#[test]
fn a_handbook_that_shows_no_findings_has_none_anywhere() {
    let handbook = handbook();
    handbook.write("book.toml", book("", "[site]\nfindings = false"));
    let site = handbook.site();
    assert!(!site.pages().any(|path| path.starts_with("findings")));
    for path in site.pages() {
        let page = site.page(path);
        assert!(page.all(".open-points, .points").is_empty(), "{path}");
        assert!(
            !page.texts("a").iter().any(|link| link.contains("pen points")),
            "{path}"
        );
    }
    assert_eq!(handbook.data()["findings"], serde_json::json!([]));
}

#[test]
fn nothing_is_told_of_what_is_held_back() {
    let handbook = handbook();
    handbook.write(
        "content/roles/typo.md",
        "+++\ntitle = \"Typo\"\ndelegator = [\"Ana Riuz\"]\n+++\n",
    );
    for (publish, lists) in [("none", 2), ("names", 3)] {
        handbook.write(
            "book.toml",
            book("", &format!("[people]\npublish = \"{publish}\"")),
        );
        let site = handbook.site();
        assert_eq!(site.dead_links(), Vec::<String>::new());
        let page = site.page("findings.html");
        assert_eq!(page.all(".points-lists a").len(), lists, "{publish}");
        assert_eq!(headings(&page), ["Scout 1"], "{publish}");
        let told = handbook.data()["findings"].to_string();
        let page = String::from_utf8_lossy(site.bytes("findings.html"));
        assert!(!told.contains("Riuz") && !page.contains("Riuz"), "{publish}");
        assert!(
            !told.contains("people/ana") && told.contains("Scout"),
            "{publish}: {told}"
        );
    }
}

#[test]
fn points_speak_the_handbooks_language_where_they_can() {
    let handbook = handbook();
    handbook.write("book.toml", book("language = \"de-CH\"", ""));
    let page = handbook.site().page("findings.html");
    assert_eq!(page.texts(".points-total"), ["6 offene Punkte"]);
    let scout = page.one(".point-group:has(a[href='roles/open.html']) .point");
    assert_eq!(
        text(scout),
        "Scout ist nicht besetzt Unbesetzte Rollen content/roles/open.md, Zeile 4"
    );
    assert!(
        !page.all(".point-text [lang=en]").is_empty(),
        "what is said in English only says so"
    );
    let english = self::handbook().site().page("findings.html");
    assert!(english.all("main [lang]").is_empty());
}

#[test]
fn where_nothing_is_open_it_says_so() {
    let handbook = Handbook::new("//- content/index.md\n# Home\n");
    handbook.run(&["build", "--allow", "warnings"]).ok();
    let page = Site::read(&handbook.path("public")).page("findings.html");
    assert_eq!(
        page.texts(".points-total"),
        ["Nothing is open: all that is said here fits together."]
    );
    assert!(page.all(".point, #rb-dates").is_empty());
}

#[test]
fn what_comes_due_stands_by_date_and_is_the_same_on_any_day() {
    let handbook = Handbook::new(
        r#"
//- content/roles/a.md
+++
title = "A"
reviewed = 2026-05-01
review = "12 months"
keepers = [{ person = "ana", until = 2027-03-01 }, { person = "ben", until = 2025-03-01 }]
+++
//- content/roles/b.md
+++
title = "B"
review = "6 months"
+++
//- content/roles/c.md
+++
title = "C"
reviewed = 2020-05-01
review = "12 months"
+++
//- content/people.toml
[ana]
name = "Ana"
[ben]
name = "Ben"
"#,
    );
    let build = |day: &str| {
        handbook.run(&["build", "--date", day]).ok();
        Site::read(&handbook.path("public"))
    };
    let (early, late) = (build("2020-01-01"), build("2030-01-01"));
    assert!(early.files == late.files, "nothing of today is in the site");
    let page = early.page("findings.html");
    assert_eq!(
        page.texts(".dates tbody tr"),
        [
            "C every 12 months May 1, 2021 May 1, 2020",
            "A every 12 months May 1, 2027 May 1, 2026",
            "B every 6 months – not reviewed yet",
            "A Mar 1, 2025 Ben",
            "A Mar 1, 2027 Ana",
        ]
    );
    assert_eq!(
        page.attributes(".dates time[data-past]", "data-past"),
        ["overdue", "overdue", "ended", "ended"]
    );
    let role = early.page("roles/a.html");
    assert_eq!(
        role.attributes(".facts time[data-past]", "datetime"),
        ["2027-03-01", "2025-03-01", "2027-05-01"]
    );
}

#[test]
fn where_there_are_very_many_they_are_counted() {
    let handbook = handbook();
    let links = |number: usize| {
        let link = |at: usize| format!("- [x](gone-{at}.md)\n");
        (0..number).map(link).collect::<String>()
    };
    handbook.write(
        "content/roles/chief.md",
        format!("# Chief\n\n## Purpose\n\n{}", links(1_000)),
    );
    let site = handbook.site();
    assert_eq!(site.dead_links(), Vec::<String>::new());
    let page = site.page("findings.html");
    assert_eq!(page.texts(".points-total"), ["1006 open points"]);
    assert!(page.all(".point").is_empty());
    let rows = page.texts(".points-folded > li");
    assert_eq!(rows.first().map(String::as_str), Some("Chief 1000 open points"));
    assert_eq!(
        page.attributes(".points-folded a", "href")[0],
        "roles/chief.html#rb-open-points"
    );
    assert_eq!(
        site.page("roles/chief.html").all("#rb-open-points > li").len(),
        1_000
    );
    let by_kind = site.page("findings/by-kind.html");
    assert!(
        by_kind
            .texts(".points-folded li")
            .contains(&"Cook 2 open points".to_owned())
    );
}

#[test]
fn data_names_the_parties_and_the_place() {
    let data = handbook().data();
    let findings = data["findings"].as_array().unwrap();
    let cook = findings
        .iter()
        .find(|finding| finding["url"] == "roles/kept.html#purpose")
        .unwrap();
    assert_eq!(cook["parties"], serde_json::json!(["kept"]));
    assert_eq!(cook["line"], 8);
    assert_eq!(cook["known"], false);
    assert_eq!(cook["related"], serde_json::json!([]));
}
