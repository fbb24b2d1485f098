//! The analysis: what is counted is what the pages say, and nobody is named who may not be.

use std::fmt::Write as _;

use super::support::{Handbook, Page};

/// A chain to a role that everyone needs, three in a circle, a pair, roles without relations and without keepers.
const SMALL: &str = r#"
//- content/teams/alpha.md
# Alpha
//- content/external/customer.md
# Customer
//- content/people.toml
[ana]
name = "Ana Ruiz"
[leo]
name = "Leo Brandt"
//- content/roles/editor.md
+++
delegator = "alpha"
keepers = ["ana"]
+++
# Editor

## Stakeholders and Key Deliverables

### [[customer]]

- a book

## Dependencies

### [[writer]]

- a text

### [[printer]]

- a price
//- content/roles/writer.md
+++
keepers = ["ana", "leo"]
+++
# Writer

## Stakeholders and Key Deliverables

### [[editor]]

- a text

## Dependencies

### [[printer]]

- a proof
//- content/roles/printer.md
+++
keepers = ["leo"]
+++
# Printer

## Dependencies

### [[mill]]

- paper
//- content/roles/mill.md
+++
keepers = []
+++
# Mill

## Dependencies

### [[forester]]

- wood
//- content/roles/forester.md
# Forester

## Dependencies

### [[sawyer]]

- planks
//- content/roles/sawyer.md
# Sawyer

## Dependencies

### [[carter]]

- a cart
//- content/roles/carter.md
# Carter

## Dependencies

### [[forester]]

- a track

### [[printer]]

- a sign
//- content/roles/hermit.md
# Hermit
"#;

/// The cells of a section's rows.
fn rows(page: &Page, section: &str) -> Vec<String> {
    let rows = page.all(&format!("#rb-{section} tbody tr"));
    let cells = scraper::Selector::parse("th, td").unwrap();
    let row = |row: scraper::ElementRef<'_>| {
        let cells = row.select(&cells).map(super::support::text);
        cells.collect::<Vec<_>>().join(" | ")
    };
    rows.into_iter().map(row).collect()
}

#[test]
fn roles_stand_in_the_order_of_how_much_hangs_on_them() {
    let page = Handbook::new(SMALL).site().page("graphs/analysis.html");
    let relied_on = rows(&page, "relied-on");
    assert_eq!(
        relied_on[..3],
        ["Printer |  | 3", "Forester |  | 2", "Carter |  | 1"]
    );
    assert_eq!(
        relied_on.len(),
        6,
        "not those on whom nobody relies: {relied_on:?}"
    );
    let links = page.attributes("#rb-relied-on tbody th a", "href");
    assert_eq!(links[0], "../roles/printer.html");
    assert_eq!(rows(&page, "vacant"), ["Mill |  | 1"]);
    assert_eq!(rows(&page, "isolated"), ["Hermit | "]);
}

#[test]
fn of_the_shortest_ways_between_others_those_through_a_role_are_counted() {
    let path = "\
//- content/roles/a.md
# A
## Dependencies
- [[b]] - x
//- content/roles/b.md
# B
## Dependencies
- [[c]] - x
//- content/roles/c.md
# C
## Dependencies
- [[d]] - x
//- content/roles/d.md
# D
";
    let page = Handbook::new(path).site().page("graphs/analysis.html");
    // Of the three ways without B, a-c, a-d and c-d, two lead through it.
    assert_eq!(rows(&page, "between"), ["B |  | 67", "C |  | 67"]);
    assert_eq!(
        page.texts("#rb-between thead th"),
        ["Party", "Team", "Of 100 ways"]
    );
    assert!(!page.texts("#rb-between p").concat().contains("too many"));
}

#[test]
fn chains_and_cycles_are_told_link_by_link() {
    let page = Handbook::new(SMALL).site().page("graphs/analysis.html");
    let cycle = page.texts("#rb-cycles tbody li");
    assert_eq!(cycle, ["Carter", "Forester", "Sawyer"]);
    assert_eq!(page.texts("#rb-cycles tbody td.number"), ["5"]);
    let chain = page.texts("#rb-chains tbody li");
    assert_eq!(chain, ["Editor", "Writer", "cycle of 5 parties"]);
    let to_cycle = page.attributes("#rb-chains li.cycle a", "href");
    assert_eq!(to_cycle, ["#rb-cycle-carter"]);
    assert_eq!(page.attributes("#rb-cycles tbody tr", "id"), ["rb-cycle-carter"]);
}

#[test]
fn two_that_rely_on_each_other_are_a_cycle_where_there_is_no_other() {
    let pair = "\
//- content/roles/a.md
# A
## Dependencies
- [[b]] - x
//- content/roles/b.md
# B
## Dependencies
- [[a]] - x
";
    let site = Handbook::new(pair).site();
    let page = site.page("graphs/analysis.html");
    assert_eq!(page.texts("#rb-cycles tbody li"), ["A", "B"]);
    assert_eq!(page.texts("#rb-chains .empty"), ["None."]);
    let notes = site.page("graphs/dependencies.html").texts(".graph-notes li");
    assert_eq!(
        notes,
        ["1 group of parties relies on itself in a circle; it is listed here: Analysis"]
    );
    let leads = site
        .page("graphs/index.html")
        .attributes(".graph-cards a", "href");
    assert!(leads.contains(&"analysis.html".to_owned()), "{leads:?}");
}

#[test]
fn people_on_whom_much_hangs_and_who_agree_with_themselves_are_named() {
    let page = Handbook::new(SMALL).site().page("graphs/analysis.html");
    assert_eq!(rows(&page, "single-keeper"), ["Printer |  | Leo Brandt | 3"]);
    assert_eq!(
        page.attributes("#rb-single-keeper a.person", "href"),
        ["../people/leo.html"]
    );
    let people = page.texts("#rb-both-ends tbody th");
    assert_eq!(people, ["Ana Ruiz", "Leo Brandt"]);
    let relied = page.texts("#rb-both-ends .chain li");
    assert_eq!(relied, ["Editor", "Writer", "Writer", "Printer"]);
}

#[test]
fn who_keeps_a_role_elsewhere_does_not_agree_with_themselves() {
    let teams = "\
//- content/teams/alpha.md
# Alpha
//- content/teams/beta.md
# Beta
//- content/people.toml
[ana]
name = \"Ana Ruiz\"
[leo]
name = \"Leo Brandt\"
//- content/roles/engineer.md
+++
keepers = [{ person = \"ana\", team = \"alpha\" }, { person = \"leo\", team = \"beta\" }]
+++
# Engineer

## Dependencies

- [[owner]] - an order
//- content/roles/owner.md
+++
keepers = [{ person = \"leo\", team = \"alpha\" }, { person = \"ana\", team = \"beta\" }]
+++
# Owner
";
    let handbook = Handbook::new(teams);
    let people = || {
        let page = handbook.site().page("graphs/analysis.html");
        page.texts("#rb-both-ends tbody th")
    };
    assert_eq!(people(), [""; 0], "each relies on the other");

    let owner = handbook.read("content/roles/owner.md");
    let in_beta = owner.replace("\"ana\", team = \"beta\"", "\"leo\", team = \"beta\"");
    handbook.write("content/roles/owner.md", in_beta);
    assert_eq!(people(), ["Leo Brandt"], "within beta");

    let nowhere = owner
        .replace(", team = \"alpha\"", "")
        .replace(", team = \"beta\"", "");
    handbook.write("content/roles/owner.md", nowhere);
    assert_eq!(
        people(),
        ["Ana Ruiz", "Leo Brandt"],
        "both keep the role for everyone"
    );
}

#[test]
fn where_people_are_withheld_the_roles_are_told_and_nobody_is_named() {
    let handbook = Handbook::new(SMALL);
    let book = handbook.read("book.toml");
    handbook.write("book.toml", format!("{book}\n[people]\npublish = \"none\"\n"));
    let page = handbook.site().page("graphs/analysis.html");
    assert_eq!(rows(&page, "single-keeper"), ["Printer |  | 3"]);
    assert!(page.all("#rb-both-ends").is_empty());
    assert!(page.all("a[href*=\"people/\"]").is_empty());
    let text = page.texts("html").concat();
    for name in ["Ruiz", "Leo", "Brandt", "Both ends"] {
        assert!(!text.contains(name), "{name}");
    }
}

#[test]
fn figures_are_those_of_the_whole() {
    let page = Handbook::new(SMALL).site().page("graphs/analysis.html");
    let figures = rows(&page, "figures");
    let expected = [
        "Parties | 10 | 8 roles, 1 team, 1 external party",
        "Agreements | 10 | ",
        "both sides say so | 1 | 10 % of all",
        "expected, not promised | 8 | 80 % of all",
        "offered, not asked for | 0 | 0 % of all",
        "external | 1 | 10 % of all",
    ];
    assert_eq!(figures[..6], expected);
    assert!(
        figures[6].starts_with("Told by both sides | 11 % | of 9 agreements"),
        "{figures:?}"
    );
    assert!(
        figures[7].starts_with("Agreements of a role: median | 2"),
        "{figures:?}"
    );
    assert_eq!(figures[8], "Agreements of a role: most | 4 | Printer");
}

#[test]
fn every_section_says_what_it_lists_and_where_the_measure_comes_from() {
    let page = Handbook::new(SMALL).site().page("graphs/analysis.html");
    let sections = page.attributes("section.analysis", "id");
    assert_eq!(sections.len(), 9);
    for id in &sections {
        for what in ["h2", "p:not(.source)", "p.source", "table, .empty"] {
            let found = page.all(
                &what
                    .split(", ")
                    .map(|what| format!("#{id} {what}"))
                    .collect::<Vec<_>>()
                    .join(", "),
            );
            assert!(!found.is_empty(), "{id} has no {what}");
        }
    }
    let mut listed = page.attributes("nav.contents a", "href");
    listed.retain(|href| href.starts_with("#rb-"));
    assert_eq!(
        listed,
        sections.iter().map(|id| format!("#{id}")).collect::<Vec<_>>()
    );
}

#[test]
fn long_lists_are_cut_and_the_rest_is_counted() {
    let mut files = String::new();
    for at in 0..60 {
        let _ = write!(
            files,
            "//- content/roles/role-{at:02}.md\n# Role {at:02}\n\n## Dependencies\n\n- [[role-{:02}]] - x\n",
            at + 1
        );
    }
    files.push_str("//- content/roles/role-60.md\n# Role 60\n");
    for at in 0..25 {
        let _ = write!(files, "//- content/roles/lone-{at:02}.md\n# Lone {at:02}\n");
    }
    let page = Handbook::new(&files).site().page("graphs/analysis.html");
    assert_eq!(rows(&page, "relied-on").len(), 20);
    assert_eq!(page.texts("#rb-relied-on .more"), ["and 40 more"]);
    assert_eq!(rows(&page, "isolated").len(), 20);
    assert_eq!(page.texts("#rb-isolated .more"), ["and 5 more"]);
    let chain = page.texts("#rb-chains tbody tr:first-child li");
    assert_eq!(chain.len(), 21);
    assert_eq!(
        (chain[0].as_str(), chain[10].as_str(), chain[20].as_str()),
        ("Role 00", "and 41 more", "Role 60")
    );
    assert_eq!(page.texts("#rb-chains tbody td.number"), ["61"]);
}

#[test]
fn where_nobody_says_anything_of_another_there_is_no_analysis() {
    let site = Handbook::new("//- content/roles/a.md\n# A\n").site();
    assert!(!site.pages().any(|path| path == "graphs/analysis.html"));
    let links = site.page("graphs/index.html").attributes("a", "href");
    assert!(!links.iter().any(|href| href.contains("analysis")), "{links:?}");
}
