//! Findings as they print, whole.

use super::support::Handbook;

/// What `check` prints of the handbook, held in a snapshot of the test's name.
macro_rules! prints {
    ($name:ident, $files:expr) => {
        #[test]
        fn $name() {
            insta::assert_snapshot!(Handbook::new($files).findings());
        }
    };
}

prints!(
    invalid_front_matter,
    r#"
//- content/roles/a.md
+++
titel = "A"
keepers = 3
reviewed = "2026-05-01"
review = "sometimes"
colour = "red"
+++
//- content/roles/b.md
+++
title = "B
delegator = ["a"]
+++
//- content/roles/c.md
+++
title = "C"

## Purpose

The second `+++` is missing.
//- content/roles/d.md
---
title: D
---
"#
);

prints!(
    invalid_config,
    r#"
//- book.toml
[book]
titel = "Test"
langauge = "de"
schema = "scrum"

[people]
publish = "some"

[lints]
broken-lnik = "warn"
unknown-party = "never"

[groups]
everyone = { title = "Everyone" }

[[section]]
id = "scope"
kind = "lists"
"#
);

prints!(
    duplicate_id,
    r"
//- content/roles/engineer.md
# Engineer
//- content/teams/engineer.md
# Engineers
//- content/roles/deep/Engineer.md
# Also Engineer
"
);

prints!(
    ambiguous_reference,
    r#"
//- content/roles/a.md
+++
title = "Security"
+++
//- content/roles/b.md
+++
title = "B"
aliases = ["security"]
+++
//- content/roles/c.md
# C

## Purpose

Asks [[Security]].
"#
);

prints!(
    url_collision,
    r"
//- content/external/a.md
# A
//- content/guide.md
# Guide
//- content/Guide.md
# Also a guide
//- content/guide.html
<p>An asset</p>
"
);

prints!(
    broken_link,
    r"
//- content/index.md
# Home

- [a page](roles/enginer.md)
- [another case](roles/Engineer.md)
- [a heading](roles/engineer.md#porpose)
- [a heading here](#nowhere)
- [[engineer#porpose]]
- [[Nobody knows this]]
- [out of the handbook](../../secret.md)
- [from the root](/roles/engineer.md)
- ![a picture](assets/logo.svg)
- [fine](roles/engineer.md#purpose)
//- content/roles/engineer.md
# Engineer

## Purpose

Keeps it running.
"
);

prints!(
    unknown_party,
    r#"
//- content/roles/a.md
+++
title = "A"
delegator = ["enginere"]
team = "vega"
+++

## Dependencies

### [[enginer]]

- one

### Engineer of A's team

- two

### The weather

- three

### [[ana]]

- four
//- content/roles/engineer.md
# Engineer
//- content/people.toml
[ana]
name = "Ana Ruiz"
"#
);

prints!(
    unknown_person,
    r#"
//- content/roles/a.md
+++
title = "A"
keepers = ["ana-riuz", { person = "leo" }]
+++
//- content/teams/t.md
+++
title = "T"
members = ["Ana Ruis"]
+++
//- content/people.toml
[ana-ruiz]
name = "Ana Ruiz"
"#
);

prints!(
    delegation_cycle,
    r#"
//- content/roles/a.md
+++
title = "A"
delegator = ["b"]
+++
//- content/roles/b.md
+++
title = "B"
delegator = ["c"]
+++
//- content/roles/c.md
+++
title = "C"
delegator = "a"
+++
//- content/roles/self.md
+++
title = "Self"
delegator = ["self"]
+++
"#
);

#[test]
fn levels_are_set_for_all_and_for_one_file() {
    let handbook = Handbook::new(
        "//- book.toml\n[book]\ntitle = \"T\"\n[lints]\nbroken-link = \"warn\"\n
//- content/index.md\n[gone](gone.md)\n
//- content/strict.md\n+++\n[lints]\nbroken-link = \"deny\"\n+++\n[gone](gone.md)\n
//- content/lax.md\n+++\n[lints]\nbroken-link = \"allow\"\n+++\n[gone](gone.md)\n",
    );
    insta::assert_snapshot!(handbook.findings_with(&[]));
    assert_eq!(handbook.run(&["build"]).code, 1);
    handbook.write("content/strict.md", "# Strict\n");
    assert_eq!(
        handbook.run(&["build"]).code,
        0,
        "a warning stands in no one's way"
    );
}

#[test]
fn build_publishes_nothing_while_an_error_stands() {
    let handbook = Handbook::new("//- content/index.md\n# Home\n");
    handbook.run(&["build"]).ok();
    let before = handbook.read("public/index.html");
    handbook.write("content/index.md", "# Changed\n\n[[nobody]]\n");
    assert_eq!(handbook.run(&["build"]).code, 1);
    assert_eq!(handbook.read("public/index.html"), before);
}
