//! Both ends' claims, held together.

use super::{Handbook, assert_lines};

/// The structure of the seed page: an engineer, and whom they deal with.
const SEED: &str = "\
=== roles/engineer.md
+++
title     = \"Engineer\"
aliases   = [\"Engineers\"]
delegator = [\"[[team]]\", \"[[product-owner]]\"]
+++
## Stakeholders and Key Deliverables

### [[product-owner]] of the Engineer’s team

- what was learned about the architecture
- backlog items, refined

### [[solution-architect|Solution Architects]]

- built solutions

### [[customer]]

Answers to questions.

### [[team]]

- work on the backlog

## Dependencies

[[product-owner]] of the Engineer’s team
: - a backlog

[[solution-architect|Solution Architects]]
: - designs

[[scrum-master]]
: - removed obstacles

[[team]]
: - shared work
=== roles/solution-architect.md
# Solution Architect
=== roles/scrum-master.md
# Scrum Master
=== teams/team.md
# Team
=== external/customer.md
# Customer
";

#[test]
fn the_seed_gives_its_agreements() {
    let silent = format!("{SEED}=== roles/product-owner.md\n# Product Owner\n");
    assert_lines(
        &Handbook::of(&silent).agreements(),
        "
engineer -> customer external 1/0
engineer -> product-owner offered 1/0
engineer -> solution-architect offered 1/0
engineer -> team offered 1/0
product-owner -> engineer expected 0/1
scrum-master -> engineer expected 0/1
solution-architect -> engineer expected 0/1
team -> engineer expected 0/1
",
    );
    let answering = format!(
        "{SEED}=== roles/product-owner.md\n# Product Owner\n\n## Deliverables\n\n### Engineer\n\n- a backlog\n"
    );
    let handbook = Handbook::of(&answering);
    assert_lines(
        &handbook.agreements(),
        "
engineer -> customer external 1/0
engineer -> product-owner offered 1/0
engineer -> solution-architect offered 1/0
engineer -> team offered 1/0
product-owner -> engineer mutual 1/1
scrum-master -> engineer expected 0/1
solution-architect -> engineer expected 0/1
team -> engineer expected 0/1
",
    );
    assert_eq!(handbook.findings(), "");
}

#[test]
fn several_entries_are_several_claims_of_one_agreement() {
    let handbook = Handbook::of(
        "\
=== roles/a.md
# A

## Dependencies

### [[b]] in the morning

- tea

### [[c]] and [[b]]

- coffee
=== roles/b.md
# B
=== roles/c.md
# C
",
    );
    assert_lines(
        &handbook.agreements(),
        "b -> a expected 0/2\nc -> a expected 0/1\n",
    );
}

#[test]
fn a_set_stands_for_its_members_but_the_claimant() {
    let handbook = Handbook::of(
        "\
=== book.toml
[book]
title = \"H\"
[groups]
streams = { title = \"All streams\", kind = \"team\", tag = \"stream\" }
=== teams/z.md
+++
title = \"Aare\"
tags = [\"stream\"]
+++
=== teams/b.md
+++
title = \"Birs\"
tags = [\"stream\"]
+++

## Deliverables

### All streams

- news
=== teams/c.md
+++
title = \"Calancasca\"
+++

## Dependencies

### [[streams]] and [[z]]

- goods
=== roles/r.md
+++
title = \"R\"
tags = [\"stream\"]
+++
",
    );
    assert_lines(
        &handbook.agreements(),
        "b -> c expected 0/1\nb -> z offered 1/0\nz -> c expected 0/1\n",
    );
    let organisation = &handbook.organisation;
    assert_eq!(handbook.ids(&organisation.groups[0].members), "z b");
    let via: Vec<bool> = organisation
        .claims
        .iter()
        .map(|claim| claim.via.is_some())
        .collect();
    assert_eq!(via, [true, true, false], "z is named itself");
}

#[test]
fn agreements_are_listed_by_the_other_end_s_title() {
    let handbook = Handbook::of(
        "\
=== roles/a.md
# A

## Deliverables

### [[m]] and [[z]] and [[a]]

- a thing
=== roles/m.md
# zebra
=== roles/z.md
# Ant
",
    );
    let organisation = &handbook.organisation;
    let party = organisation.party(handbook.party("a"));
    let consumers = party
        .provides
        .iter()
        .map(|id| organisation.agreement(*id).consumer);
    assert_eq!(handbook.ids(&consumers.collect::<Vec<_>>()), "a z m");
    assert!(
        organisation
            .agreement_between(handbook.party("a"), handbook.party("m"))
            .is_some()
    );
    assert!(
        organisation
            .agreement_between(handbook.party("m"), handbook.party("a"))
            .is_none()
    );
}
