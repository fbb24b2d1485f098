//! What programs read: pages as plain Markdown, the list of them, what a page's head says.

use serde_json::Value;

use super::support::{Handbook, Site};

const FILES: &str = r#"
//- book.toml
[book]
title = "Pass & Co."
description = "Who does what"
base_url = "https://example.org/book/"
[lints]
warnings = "allow"
//- content/people.toml
[ana]
name = "Ana </script> Ruiz"
//- content/teams/pass.md
# Pass
//- content/roles/guide.md
+++
keepers = ["ana", { vacant = true }]
team = "pass"
contact = "guide@example.org"
+++
# Guide

## Purpose

Nobody gets lost.

## Key Responsibilities

- Know the way
  - in snow too

## Stakeholders and Key Deliverables

### [[porter]] of the day

- a map

//- content/roles/porter.md
# Porter

## Dependencies

### [[guide]]

- a map that is right
//- content/how/to-walk.md
# How to walk

See [the guide](../roles/guide.md).

## Uphill

Slowly.
"#;

fn text(site: &Site, path: &str) -> String {
    String::from_utf8_lossy(site.bytes(path)).into_owned()
}

#[test]
fn a_role_is_there_as_markdown_with_both_sides_words() {
    let site = Handbook::new(FILES).site();
    assert_eq!(
        text(&site, "roles/guide.md"),
        "# Guide\n\n- Role\n- Role keepers: Ana </script> Ruiz, open\n- Team: [Pass](../teams/pass.md)\n\
         - Contact: guide@example.org\n\n## Purpose\n\nNobody gets lost.\n\n## Key Responsibilities\n\n- Know the way\n  \
         - in snow too\n\n## Delivers\n\n### [Porter](porter.md) (both sides say so)\n\n- a map\n\nPorter says that it needs:\n\n\
         - a map that is right\n"
    );
    assert_eq!(
        text(&site, "how/to-walk.md"),
        "# How to walk\n\nSee the guide.\n\n## Uphill\n\nSlowly.\n"
    );
}

#[test]
fn the_list_names_every_page_that_is_there_as_markdown() {
    let site = Handbook::new(FILES).site();
    let list = text(&site, "llms.txt");
    assert!(list.starts_with("# Pass & Co.\n\n> Who does what\n"), "{list}");
    let listed: Vec<&str> = list
        .split("](")
        .skip(1)
        .filter_map(|rest| rest.split(')').next())
        .collect();
    let is_markdown = |path: &&str| {
        std::path::Path::new(path)
            .extension()
            .is_some_and(|end| end == "md")
    };
    let mut there: Vec<&str> = site
        .files
        .keys()
        .map(String::as_str)
        .filter(is_markdown)
        .collect();
    let mut named = listed.clone();
    named.sort_unstable();
    there.sort_unstable();
    assert_eq!(named, there);
    for path in there {
        let page = site.page(&path.replace(".md", ".html"));
        let links = page.all("link[rel=alternate][type=\"text/markdown\"]");
        assert_eq!(links.len(), 1, "{path}");
    }
}

#[test]
fn a_page_says_in_its_head_what_it_is() {
    let site = Handbook::new(FILES).site();
    let meta = |path: &str, property: &str| {
        let page = site.page(path);
        let found = page.all(&format!("meta[property=\"og:{property}\"]"));
        found
            .first()
            .and_then(|meta| meta.attr("content"))
            .unwrap_or_default()
            .to_owned()
    };
    assert_eq!(meta("roles/guide.html", "title"), "Guide");
    assert_eq!(meta("roles/guide.html", "type"), "article");
    assert_eq!(meta("roles/guide.html", "description"), "Nobody gets lost.");
    assert_eq!(meta("roles/guide.html", "site_name"), "Pass & Co.");
    assert_eq!(
        meta("roles/guide.html", "url"),
        "https://example.org/book/roles/guide.html"
    );
    assert_eq!(meta("index.html", "type"), "website");
    assert_eq!(meta("people/ana.html", "type"), "profile");
}

fn linked_data(site: &Site, path: &str) -> Value {
    let page = site.page(path);
    let found = page.all("script[type=\"application/ld+json\"]");
    let data: String = found.iter().flat_map(scraper::ElementRef::text).collect();
    serde_json::from_str(&data).unwrap_or_default()
}

#[test]
fn roles_teams_and_people_are_told_in_the_words_of_schema_org() {
    let site = Handbook::new(FILES).site();
    let role = linked_data(&site, "roles/guide.html");
    assert_eq!(role["@context"], "https://schema.org");
    assert_eq!(role["@type"], "OrganizationRole");
    assert_eq!(role["roleName"], "Guide");
    assert_eq!(role["description"], "Nobody gets lost.");
    assert_eq!(role["memberOf"]["name"], "Pass");
    assert_eq!(
        role["member"][0]["name"], "Ana </script> Ruiz",
        "a name can't end the element"
    );
    assert_eq!(role["url"], "https://example.org/book/roles/guide.html");
    let team = linked_data(&site, "teams/pass.html");
    assert_eq!(team["@type"], "Organization");
    assert_eq!(team["parentOrganization"]["name"], "Pass & Co.");
    let person = linked_data(&site, "people/ana.html");
    assert_eq!(person["jobTitle"][0], "Guide");
    assert_eq!(linked_data(&site, "index.html")["description"], "Who does what");
    let hidden = Handbook::new(&FILES.replace("[lints]", "[people]\npublish = \"none\"\n[lints]")).site();
    assert_eq!(
        linked_data(&hidden, "roles/guide.html").get("member"),
        None,
        "people who are not named"
    );
    assert!(!text(&hidden, "roles/guide.md").contains("Ana"));
}

#[test]
fn a_handbook_without_a_logo_has_a_sign() {
    let site = Handbook::new(FILES).site();
    let page = site.page("roles/guide.html");
    let icon = page.all("link[rel=icon]")[0]
        .attr("href")
        .unwrap_or_default()
        .replace("../", "");
    assert!(text(&site, &icon).contains(">P</text>"), "{icon}");
}

/// The width and height of a PNG, which its first block says (PNG 3.0, 11.2.1).
#[cfg(feature = "png")]
fn size(png: &[u8]) -> (u32, u32) {
    assert!(png.starts_with(b"\x89PNG\r\n\x1a\n"));
    let number = |at: usize| u32::from_be_bytes(png[at..at + 4].try_into().unwrap());
    (number(16), number(20))
}

#[cfg(feature = "png")]
#[test]
fn a_page_has_a_card_where_the_handbook_asks_for_them() {
    let none = Handbook::new(FILES).site();
    assert!(!none.files.keys().any(|path| path.starts_with("cards/")));
    let files = FILES.replace("[lints]", "[site]\ncards = true\n[lints]");
    let site = Handbook::new(&files).site();
    let cards: Vec<&String> = site
        .files
        .keys()
        .filter(|path| path.starts_with("cards/"))
        .collect();
    assert_eq!(cards, ["cards/guide.png", "cards/pass.png", "cards/porter.png"]);
    assert_eq!(size(site.bytes("cards/guide.png")), (1_200, 630));
    assert_ne!(site.bytes("cards/guide.png"), site.bytes("cards/porter.png"));
    let page = site.page("roles/guide.html");
    let image = page.all("meta[property=\"og:image\"]");
    assert_eq!(
        image[0].attr("content"),
        Some("https://example.org/book/cards/guide.png")
    );
    assert!(
        site.page("people/ana.html")
            .all("meta[property=\"og:image\"]")
            .is_empty()
    );
}

#[test]
fn cards_need_the_handbooks_address() {
    let handbook = Handbook::new(
        "//- book.toml\n[book]\ntitle = \"T\"\n[site]\ncards = true\n//- content/roles/a.md\n# A\n",
    );
    let run = handbook.run(&["check", "--quiet", "--allow", "warnings", "--format", "short"]);
    assert_eq!(run.code, 1);
    assert_eq!(
        run.stdout,
        "book.toml:4:9: error: cards are looked for by other sites, and the handbook's address is not said [invalid-config]\n"
    );
}
