//! Agreements: both ends' claims on one relation, held together.

use super::support::Handbook;

/// A handbook of the seed page's structure: one role that says much, and parties that say nothing yet.
const SEED: &str = r#"
//- content/roles/engineer.md
+++
title = "Engineer"
aliases = ["Engineers", "DevOps Engineer"]
delegator = ["team", "product-owner"]
+++

> [!NOTE]
> By service we mean what a team answers for.

## Purpose

Keeps services running.

## Key Responsibilities

- Knows the service

## Stakeholders and Key Deliverables

[[product-owner]] of the Engineer's team
: - Technical knowledge
  - New features

[[solution-architect]]
: - Solutions built

[[customer]]
: - Answers to questions

[[team]]
: - Its share of the work

## Dependencies

### [[product-owner]] of the Engineer's team

- Items that can be worked on
  - with a reason

### [[solution-architect]]

- Advice

### [[scrum-master]] of the Engineer's team

- A framework that works

### [[team]]

Clear words, from whoever is in it.

//- content/roles/product-owner.md
+++
title = "Product Owner"
+++

## Purpose

Decides what comes first.

//- content/roles/solution-architect.md
# Solution Architect

//- content/roles/scrum-master.md
# Scrum Master

//- content/teams/team.md
# Team

//- content/external/customer.md
# Customer
"#;

fn agreements(handbook: &Handbook) -> Vec<String> {
    let data = handbook.data();
    let text = |value: &serde_json::Value| value.as_str().unwrap().to_owned();
    let row = |a: &serde_json::Value| {
        format!(
            "{} -> {} {}",
            text(&a["provider"]),
            text(&a["consumer"]),
            text(&a["state"])
        )
    };
    let mut rows: Vec<String> = data["agreements"].as_array().unwrap().iter().map(row).collect();
    rows.sort();
    rows
}

#[test]
fn a_role_that_speaks_alone() {
    assert_eq!(
        agreements(&Handbook::new(SEED)),
        [
            "engineer -> customer external",
            "engineer -> product-owner offered",
            "engineer -> solution-architect offered",
            "engineer -> team offered",
            "product-owner -> engineer expected",
            "scrum-master -> engineer expected",
            "solution-architect -> engineer expected",
            "team -> engineer expected",
        ]
    );
}

#[test]
fn an_expectation_becomes_mutual_once_the_provider_promises_it() {
    let handbook = Handbook::new(SEED);
    let product_owner = handbook.read("content/roles/product-owner.md");
    let promise = "\n## Stakeholders and Key Deliverables\n\n- Engineers: a backlog in order\n";
    handbook.write("content/roles/product-owner.md", product_owner.clone() + promise);
    assert!(handbook.run(&["build"]).code == 0);
    // Without a link an item is no relation: it names nobody for certain.
    assert!(agreements(&handbook).contains(&"product-owner -> engineer expected".to_owned()));

    let promise = "\n## Stakeholders and Key Deliverables\n\n- [[Engineers]]: a backlog in order\n";
    handbook.write("content/roles/product-owner.md", product_owner + promise);
    assert!(agreements(&handbook).contains(&"product-owner -> engineer mutual".to_owned()));
}

#[test]
fn the_three_ways_of_writing_mean_the_same_and_render_the_same() {
    let ways = [
        "### [[b]] of the team\n\n- one\n- two\n  - deeper\n",
        "[[b]] of the team\n: - one\n  - two\n    - deeper\n",
        "- [[b]] of the team: one\n",
        "### B\n\n- one\n- two\n  - deeper\n",
    ];
    let facts = |way: &str| {
        let handbook = Handbook::new(&format!(
            "//- content/roles/a.md\n# A\n\n## Dependencies\n\n{way}\n//- content/roles/b.md\n# B\n"
        ));
        let data = handbook.data();
        let agreement = data["agreements"][0].clone();
        let page = handbook.site().page("roles/a.html");
        assert_eq!(
            page.all("section:has(> h2#dependencies) dl.relations dt").len(),
            1,
            "{way}"
        );
        (agreement["state"].clone(), agreement["needs"].clone())
    };
    let all = serde_json::json!(["one", "two", "deeper"]);
    assert_eq!(facts(ways[0]), ("expected".into(), all.clone()));
    assert_eq!(facts(ways[1]), ("expected".into(), all.clone()));
    assert_eq!(facts(ways[3]), ("expected".into(), all));
    assert_eq!(facts(ways[2]).0, "expected");
}

#[test]
fn a_set_holds_for_each_of_its_members() {
    let handbook = Handbook::new(
        r#"
//- book.toml
[book]
title = "Test"
[groups]
streams = { title = "All streams", kind = "team", tag = "stream" }
//- content/roles/a.md
# A

## Stakeholders and Key Deliverables

### [[streams]]

- news
//- content/teams/vega.md
+++
title = "Vega"
tags = ["stream"]
+++
//- content/teams/lyra.md
+++
title = "Lyra"
tags = ["stream"]
+++
//- content/teams/office.md
# Office
"#,
    );
    assert_eq!(agreements(&handbook), ["a -> lyra offered", "a -> vega offered"]);
}

#[test]
fn a_grouping_is_no_party_and_its_items_are() {
    let handbook = Handbook::new(
        "//- content/roles/a.md\n# A\n\n## Dependencies\n\n### Inside\n\n- [[b]] - one\n- [[c]]\n  - two\n
//- content/roles/b.md\n# B\n//- content/roles/c.md\n# C\n",
    );
    assert_eq!(agreements(&handbook), ["b -> a expected", "c -> a expected"]);
}
