//! Handbooks exactly as the documentation writes them.

use super::support::Handbook;

/// What the configuration may say, all of it.
const BOOK: &str = r##"
# book.toml: everything is optional but the title
[book]
title       = "The Northwind handbook"
description = "Who does what, and for whom"
language    = "en"
base_url    = "https://handbook.example.org/"     # for canonical links, sitemap, feeds; pages link relatively anyway
schema      = "s3"                                # or "holacracy"

[build]
output = "public"

[theme]
name   = "default"
accent = "#0a6e5c"
logo   = "assets/logo.svg"

[site]
edit_url = "https://git.example.org/handbook/-/edit/main/{path}"
findings = true

[people]
publish = "full"

[groups]
value-stream-teams = { title = "All value stream teams", kind = "team", tag = "value-stream" }

[[section]]                                       # adds a section to the schema, or changes the one with this id
id = "out-of-scope"
title = "Out of scope"
kind = "list"
prompt = "What might people expect of this role that it does not do?"

[lints]
vacant-role = "deny"

[checks]
notice = "30 days"

[serve]
editor = "vscode"
"##;

/// A role with all that a role may say.
const ENGINEER: &str = r##"+++
title      = "Engineer"
aliases    = ["Engineers", "DevOps Engineer"]
delegator  = ["[[team]]", "[[product-owner]]"]        # ids work too: "product-owner"
team       = "platform"                                # the team it lives in, where that is not its delegator
keepers    = ["ana-ruiz", { person = "leo-brandt", team = "vega", since = 2025-03-01, until = 2027-03-01, share = 60, focus = "storage" }]
contact    = "#engineering"
reviewed   = 2026-05-01
review     = "12 months"
tags       = ["engineering"]
[fields]                                               # shown as further rows of the facts table
"On call"  = "yes, one week in six"
+++

> [!NOTE]
> We use [[Service]] for ...

## Purpose

Prose.

## Key Responsibilities

- One responsibility an item. Items may nest, hold several paragraphs, links, code.

## Stakeholders and Key Deliverables

### [[product-owner]] of the Engineer's team

- A deliverable an item, nested as wanted.

### [[customer]]

Prose instead of a list is one deliverable.

## Dependencies

[[product-owner]] of the Engineer's team
: - the same as a definition list: a term with its party, an item each
"##;

/// Whom those pages name.
const OTHERS: &str = r#"
//- content/index.md
# Home
//- content/glossary.md
# Glossary

Service
: What a customer gets from us.
//- content/people.toml
[ana-ruiz]
name     = "Ana Ruiz"
contact  = "ana@example.org"
links    = ["https://git.example.org/ana"]
pronouns = "she/her"
location = "Bilbao"

[leo-brandt]
name = "Leo Brandt"
//- content/external/customer.md
# Customer
//- content/roles/product-owner.md
# Product Owner

Keeps [[value-stream-teams]] supplied.
//- content/teams/team.md
# Team
//- content/teams/platform.md
# Platform
//- content/teams/vega.md
+++
title   = "Vega"
members = ["ana-ruiz", { person = "leo-brandt", as = "chair" }]
tags    = ["value-stream"]
+++
"#;

/// The handbook with this page of the Engineer.
fn northwind(engineer: &str) -> Handbook {
    let handbook = Handbook::new(OTHERS);
    handbook.write("book.toml", BOOK);
    handbook.write("content/roles/engineer.md", engineer);
    let logo = "<svg xmlns='http://www.w3.org/2000/svg'/>";
    handbook.write("content/assets/logo.svg", logo);
    handbook
}

#[test]
fn a_handbook_with_every_key_of_the_configuration_and_of_a_role_builds() {
    let handbook = northwind(ENGINEER);
    assert_eq!(
        handbook.findings(),
        "Checked The Northwind handbook: nothing to mend\n"
    );
    let site = handbook.site();
    assert_eq!(site.dead_links(), Vec::<String>::new());
    let page = site.page("roles/engineer.html");
    let facts = page.texts("table.facts th");
    let expected = [
        "Delegator",
        "Team",
        "Role keepers",
        "Contact",
        "Review",
        "Also known as",
        "Tags",
        "On call",
    ];
    assert_eq!(facts, expected);
    let data = handbook.data();
    let agreements = data["agreements"].as_array().unwrap().iter();
    let text = |value: &serde_json::Value| value.as_str().unwrap().to_owned();
    let found: Vec<[String; 3]> = agreements
        .map(|a| [&a["provider"], &a["consumer"], &a["state"]].map(text))
        .collect();
    let expected = [
        ["engineer", "customer", "external"],
        ["engineer", "product-owner", "offered"],
        ["product-owner", "engineer", "expected"],
    ];
    assert_eq!(found, expected);
}

#[test]
fn what_the_readme_shows_of_a_role_and_of_a_finding_is_so() {
    let readme = include_str!("../../README.md");
    let block = |fence: &str| {
        let (_, rest) = readme.split_once(&format!("```{fence}\n")).unwrap();
        rest.split_once("```\n").unwrap().0
    };
    let site = northwind(block("markdown")).site();
    assert_eq!(site.page("roles/engineer.html").texts("h1"), ["Engineer"]);

    let sample = Handbook::sample();
    let owner = sample.read("content/roles/product-owner.md");
    let wrong = owner.replace(
        "\n[[engineer]] of the Product Owner's team\n:",
        "\n[[enginer]] of the Product Owner's team\n:",
    );
    assert_ne!(owner, wrong);
    sample.write("content/roles/product-owner.md", wrong);
    let found = sample.findings();
    assert!(found.starts_with(block("text")), "{found}");
}
