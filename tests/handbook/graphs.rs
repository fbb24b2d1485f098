//! The pages of graphs: each relation is drawn or counted, and told beside the drawing.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use super::support::{Handbook, Page};

/// Two teams, a role in none, someone outside, relations of every state.
pub(crate) const SMALL: &str = r#"
//- content/teams/alpha.md
# Alpha
//- content/teams/beta.md
+++
delegator = "alpha"
+++
# Beta
//- content/external/customer.md
# Customer
//- content/people.toml
[ana]
name = "Ana Ruiz"
contact = "ana@example.org"
[leo]
name = "Leo Brandt"
[mia]
name = "Mia Kern"
//- content/glossary.md
# Glossary

Backlog
: What is to be done next.
//- content/roles/writer.md
+++
delegator = ["alpha", "beta"]
keepers = [{ person = "ana", team = "alpha" }, { person = "leo", team = "beta" }]
contact = "writers@example.org"
+++
## Purpose

Texts are there. Others may read them.

## Key Responsibilities

- Keeps the [[Backlog]].

## Stakeholders and Key Deliverables

### [[reader]]

- a text
- a summary

### [[customer]]

- a book

## Dependencies

### [[printer]]

- a print
//- content/roles/reader.md
+++
delegator = "beta"
keepers = [{ person = "mia", team = "beta" }]
+++
## Purpose

Reads.

## Dependencies

### [[writer]]

- a text
//- content/roles/printer.md
+++
keepers = []
+++
## Purpose

Prints.

## Stakeholders and Key Deliverables

### [[reader]]

- paper
"#;

fn edges(page: &Page) -> BTreeSet<(String, String, String)> {
    let nodes = page.all(".canvas > svg.rb-graph:first-of-type [data-node]");
    let by_position = !page.all(".canvas [data-ends=positions]").is_empty();
    let title = |end: &str| {
        let is_meant = |(at, node): (usize, &scraper::ElementRef<'_>)| {
            if by_position {
                at.to_string() == end
            } else {
                node.value().attr("data-node") == Some(end)
            }
        };
        let mut nodes = nodes.iter().enumerate();
        nodes
            .find(|node| is_meant(*node))
            .map(|(_, node)| super::support::text(*node))
            .unwrap_or_default()
    };
    let drawn = page.all(".canvas > svg.rb-graph:first-of-type [data-to]");
    let edges = drawn.into_iter().map(|edge| {
        let above = |name: &str| {
            let mut around = edge.ancestors().filter_map(scraper::ElementRef::wrap);
            let own = edge.value().attr(name);
            own.map(str::to_owned)
                .or_else(|| around.find_map(|element| element.value().attr(name).map(str::to_owned)))
                .unwrap_or_default()
        };
        let mut around = edge.ancestors().filter_map(scraper::ElementRef::wrap);
        let states = ["mutual", "expected", "offered", "external"];
        let is_of = |element: scraper::ElementRef<'_>| {
            let found = states.iter().find(|state| {
                let class = format!("rb-edge-{state}");
                element.value().classes().any(|known| known == class)
            });
            found.map(|state| (*state).to_owned())
        };
        let state = is_of(edge).or_else(|| around.find_map(is_of)).unwrap_or_default();
        (title(&above("data-from")), title(&above("data-to")), state)
    });
    edges.collect()
}

fn is_there(edges: &BTreeSet<(String, String, String)>, provider: &str, consumer: &str, state: &str) -> bool {
    edges
        .iter()
        .any(|(from, to, told)| from.starts_with(provider) && to.starts_with(consumer) && told == state)
}

#[test]
fn each_map_has_what_its_side_tells_and_counts_the_rest() {
    let site = Handbook::new(SMALL).site();
    let needed = edges(&site.page("graphs/dependencies.html"));
    assert_eq!(needed.len(), 2, "{needed:?}");
    assert!(is_there(&needed, "Writer", "Reader", "mutual"), "{needed:?}");
    assert!(is_there(&needed, "Printer", "Writer", "expected"), "{needed:?}");
    let delivered = edges(&site.page("graphs/stakeholders.html"));
    assert_eq!(delivered.len(), 3, "{delivered:?}");
    assert!(
        is_there(&delivered, "Printer", "Reader", "offered"),
        "{delivered:?}"
    );
    assert!(
        is_there(&delivered, "Writer", "Customer", "external"),
        "{delivered:?}"
    );
    let notes = |path: &str| site.page(path).texts(".graph-notes li");
    assert_eq!(
        notes("graphs/dependencies.html"),
        ["2 more relations are told only by those who deliver: Stakeholder graph"]
    );
    assert_eq!(
        notes("graphs/stakeholders.html"),
        ["1 more relation is told only by those who need something: Dependency graph"]
    );
}

#[test]
fn beside_each_map_stands_a_table_of_the_same() {
    let site = Handbook::new(SMALL).site();
    let rows = |path: &str| site.page(path).texts(".graph-facts tbody tr");
    assert_eq!(
        rows("graphs/dependencies.html"),
        [
            "ReaderBetaWriter (both sides say so, 1)",
            "WriterAlphaPrinter (expected, not promised, 1)"
        ]
    );
    assert_eq!(
        rows("graphs/stakeholders.html"),
        [
            "PrinterReader (offered, not asked for, 1)",
            "WriterAlphaCustomer (external, 1); Reader (both sides say so, 2)"
        ]
    );
}

#[test]
fn the_delegation_map_has_everyone_once_and_the_list_as_well() {
    let site = Handbook::new(SMALL).site();
    let page = site.page("graphs/delegation.html");
    let mut drawn = page.attributes(".canvas svg [data-node]", "data-node");
    drawn.sort();
    assert_eq!(drawn, ["alpha", "beta", "printer", "reader", "writer"]);
    assert_eq!(
        page.texts(".tree .tree-row"),
        [
            "Alpha",
            "Beta",
            "Reader",
            "Writer (also delegated by Beta)",
            "Printer open"
        ]
    );
    let below = page.texts(".tree > li:first-child > ul > li:first-child > ul .tree-row");
    assert_eq!(below, ["Reader"]);
}

#[test]
fn teams_are_drawn_with_their_agreements_and_lead_to_their_own_graphs() {
    let site = Handbook::new(SMALL).site();
    let page = site.page("graphs/teams.html");
    let between = page.attributes(".canvas svg [data-to]", "data-from");
    assert!(!between.is_empty());
    let links = page.attributes(".canvas svg a.rb-node-team", "href");
    assert_eq!(links, ["teams/alpha.html", "teams/beta.html"]);
    let alpha = site.page("graphs/teams/alpha.html");
    let edges = edges(&alpha);
    assert!(is_there(&edges, "Writer", "Reader", "mutual"), "{edges:?}");
    assert!(is_there(&edges, "Printer", "Writer", "expected"), "{edges:?}");
    assert_eq!(
        edges.len(),
        3,
        "only what a role of the team stands in: {edges:?}"
    );
    let of_edges = alpha.attributes(".canvas svg a[data-to]", "href");
    assert!(
        of_edges
            .iter()
            .any(|href| href == "../../roles/writer.html#reader"),
        "{of_edges:?}"
    );
}

#[test]
fn someone_new_learns_on_one_page_whom_to_serve_and_on_whom_to_rely_by_name() {
    let site = Handbook::new(SMALL).site();
    let page = site.page("start/writer/beta.html");
    assert_eq!(page.texts("h1"), ["New as Writer in Beta"]);
    assert_eq!(page.texts(".start-other .people"), ["Mia Kern"]);
    assert_eq!(
        page.texts(".start-rows .start-other > .party"),
        ["Printer", "Customer", "Reader"]
    );
    let met = page.texts(".acquaintances li");
    assert_eq!(met, ["Mia Kern: Reader you serve them"]);
    assert_eq!(page.texts(".terms-here dt"), ["Backlog"]);
    assert_eq!(page.texts(".terms-here dd"), ["What is to be done next."]);
    assert!(
        page.texts("table.facts td")
            .iter()
            .any(|cell| cell.contains("Leo Brandt"))
    );
    assert!(
        !page.texts("main").concat().contains("Ana Ruiz"),
        "she keeps it in another team"
    );
    let role = site.page("roles/writer.html");
    let starts = role.attributes(".entrances a", "href");
    assert_eq!(
        starts,
        [
            "../start/writer.html",
            "../start/writer/alpha.html",
            "../start/writer/beta.html"
        ]
    );
}

#[test]
fn where_people_are_withheld_nobody_is_named_where_to_start() {
    let handbook = Handbook::new(SMALL);
    let book = handbook.read("book.toml");
    handbook.write("book.toml", format!("{book}\n[people]\npublish = \"none\"\n"));
    let site = handbook.site();
    for path in site
        .pages()
        .filter(|path| path.starts_with("start/") || path.starts_with("graphs/"))
    {
        let text = site.page(path).texts("html").concat();
        for name in ["Ruiz", "Leo", "Mia"] {
            assert!(!text.contains(name), "{name} in {path}");
        }
    }
}

#[test]
fn without_relations_or_teams_only_those_graphs_are_there_that_have_something_to_show() {
    let site = Handbook::new("//- content/roles/a.md\n# A\n").site();
    let graphs: Vec<&str> = site.pages().filter(|path| path.starts_with("graphs/")).collect();
    assert_eq!(graphs, ["graphs/delegation.html", "graphs/index.html"]);
    let empty = Handbook::new("//- content/index.md\n# Home\n").site();
    assert!(!empty.pages().any(|path| path.starts_with("graphs/")));
    let navigation = empty.page("index.html").texts("nav a");
    assert!(!navigation.iter().any(|link| link == "Graphs"), "{navigation:?}");
}

#[test]
fn many_neighbours_are_drawn_together_by_their_teams_and_named_in_the_table() {
    let mut files =
        String::from("//- content/roles/hub.md\n# Hub\n\n## Stakeholders and Key Deliverables\n\n");
    for team in 0..3 {
        for at in 0..10 {
            let _ = write!(files, "### [[role-{team}-{at}]]\n\n- one thing\n- another\n\n");
        }
    }
    for team in 0..3 {
        let _ = write!(files, "//- content/teams/team-{team}.md\n# Team {team}\n");
        for at in 0..10 {
            let needs = if at == 9 {
                ""
            } else {
                "## Dependencies\n\n### [[hub]]\n\n- one thing\n"
            };
            let _ = write!(
                files,
                "//- content/roles/role-{team}-{at}.md\n+++\ndelegator = \"team-{team}\"\n+++\n# Role {team}.{at}\n\n{needs}\n"
            );
        }
    }
    let page = Handbook::new(&files).site().page("roles/hub.html");
    let names = page.texts(".rb-wide .rb-card .rb-name");
    let expected = [
        "Team 0: 9 parties",
        "Role 0.9",
        "Team 1: 9 parties",
        "Role 1.9",
        "Team 2: 9 parties",
        "Role 2.9",
    ];
    assert_eq!(
        names, expected,
        "those whose relations are of one state share a card"
    );
    assert_eq!(
        page.attributes(".rb-wide .rb-card", "href")[0],
        "#rb-neighbourhood-table"
    );
    assert_eq!(
        page.texts(".rb-wide .rb-card .rb-items")[0],
        "18",
        "the items of all of them"
    );
    let caption = page.texts(".neighbourhood figcaption").concat();
    assert!(
        caption.contains("27 of them are drawn together by their teams"),
        "{caption}"
    );
    let rows = page.texts("#rb-neighbourhood-table tbody tr");
    assert_eq!(rows.len(), 30);
    assert_eq!(rows[0], "Role 0.0 both sides say so, 2 items");
}
