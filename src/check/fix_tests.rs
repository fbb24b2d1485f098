//! What would mend names that were written a little differently: certain where they are the same but for how
//! they are typed.

use super::cases::found;
use crate::finding::Kind;
use crate::finding::kind::{
    BROKEN_LINK, INVALID_CONFIG, INVALID_FRONT_MATTER, UNKNOWN_PARTY, UNKNOWN_PERSON,
};

/// The first line of each finding, and its fix.
fn fixes(kind: &'static Kind, files: &str) -> String {
    let all = found(kind, files);
    let told = |line: &&str| !line.starts_with("  ") || line.starts_with("  fix") || line.starts_with("    ");
    let lines: Vec<&str> = all.lines().filter(told).collect();
    lines.join("\n")
}

const PARTIES: &str = r#"
//- content/roles/product-owner.md
# Product Owner

## Key Metrics

- Text
//- content/teams/buero.md
+++
title = "Büro"
aliases = ["Hauptbüro Nord"]
+++
//- content/people.toml
[jose]
name = "José Ruiz"
"#;

#[test]
fn names_of_parties_and_people() {
    let files = format!(
        r#"{PARTIES}
//- content/roles/a.md
+++
title = "A"
delegator = ["Prodct Owner", "hauptbuero nord"]
keepers = ["Jose_Ruiz", {{ person = "jsoe" }}]
team = "Buro"
+++

## Dependencies

### [[Hauptbuero-Nord]]

### Prodct Owner

### Product Owner of the team

### [[nobody]]
"#
    );
    insta::assert_snapshot!(fixes(&UNKNOWN_PARTY, &files), @r#"
    deny: no role, team, external party or person is called `Prodct Owner`
      fix (Likely): did you mean `product-owner`?
        content/roles/a.md:3:15 "Prodct Owner" -> "product-owner"
    deny: no role, team, external party or person is called `hauptbuero nord`
      fix (Certain): write `Hauptbüro Nord`
        content/roles/a.md:3:31 "hauptbuero nord" -> "Hauptbüro Nord"
    deny: no team is called `Buro`
      fix (Likely): did you mean `Büro`?
        content/roles/a.md:5:9 "Buro" -> "Büro"
    deny: no role, team or external party is called `Hauptbuero-Nord`
      fix (Certain): write `Hauptbüro Nord`
        content/roles/a.md:10:7 "Hauptbuero-Nord" -> "Hauptbüro Nord"
    deny: no role, team or external party is called `Prodct Owner`
      fix (Likely): write `[[product-owner]]`
        content/roles/a.md:12:5 "Prodct Owner" -> "[[product-owner]]"
    deny: no role, team or external party is called `Product Owner of the team`
      fix (Likely): write `[[product-owner]]`
        content/roles/a.md:14:5 "Product Owner" -> "[[product-owner]]"
    deny: no role, team or external party is called `nobody`
    "#);
    insta::assert_snapshot!(fixes(&UNKNOWN_PERSON, &files), @r#"
    deny: no person is called `Jose_Ruiz`
      fix (Certain): write `José Ruiz`
        content/roles/a.md:4:13 "Jose_Ruiz" -> "José Ruiz"
    deny: no person is called `jsoe`
      fix (Likely): did you mean `jose`?
        content/roles/a.md:4:37 "jsoe" -> "jose"
    "#);
}

#[test]
fn links() {
    let files = format!(
        r#"{PARTIES}
//- content/a.md
[a](roles/Product-Owner.md#key-metrics) and [b](roles/product_owner.md "roles/product_owner.md") and
[c](roles/product_owner.md) and [d](roles/product-owner.html) and [e](/roles/product-owner.md)

[f](roles/product-owner.md#Key_Metrics), [[product-owner#Key Metric]], [[Hauptbuero Nord|x]]

<a href="roles/product-ownr.md">g</a>
"#
    );
    insta::assert_snapshot!(fixes(&BROKEN_LINK, &files), @r#"
    deny: there is no file `content/roles/Product-Owner.md`
      fix (Certain): write `roles/product-owner.md`
        content/a.md:1:5 "roles/Product-Owner.md" -> "roles/product-owner.md"
    deny: there is no file `content/roles/product_owner.md`
      fix (Certain): write `roles/product-owner.md`
        content/a.md:1:49 "roles/product_owner.md" -> "roles/product-owner.md"
        content/a.md:2:5 "roles/product_owner.md" -> "roles/product-owner.md"
    deny: there is no file `content/roles/product-owner.html`
      fix (Likely): write `roles/product-owner.md`
        content/a.md:2:37 "roles/product-owner.html" -> "roles/product-owner.md"
    deny: `/roles/product-owner.md` does not say where it is, seen from this file
      fix (Likely): write `roles/product-owner.md`
        content/a.md:2:71 "/roles/product-owner.md" -> "roles/product-owner.md"
    deny: the role `Product Owner` has no heading `Key_Metrics`
      fix (Certain): write `key-metrics`
        content/a.md:4:28 "Key_Metrics" -> "key-metrics"
    deny: the role `Product Owner` has no heading `Key Metric`
      fix (Likely): did you mean `key-metrics`?
        content/a.md:4:58 "Key Metric" -> "key-metrics"
    deny: nothing in this handbook is called `Hauptbuero Nord`
      fix (Certain): write `Hauptbüro Nord`
        content/a.md:4:74 "Hauptbuero Nord" -> "Hauptbüro Nord"
    deny: there is no file `content/roles/product-ownr.md`
      fix (Likely): did you mean `roles/product-owner.md`?
        content/a.md:6:10 "roles/product-ownr.md" -> "roles/product-owner.md"
    "#);
}

#[test]
fn of_two_that_may_be_meant_neither_is_certain() {
    let files = r#"
//- content/roles/muller.md
# Muller
//- content/roles/mueller.md
# Mueller
//- content/a.md
[[Müller]] [[MULLER_]] [[mueller#mueller]] [[Müller#Müller|Müller]]

[a](b.md#X "b.md#X") [[x.md]](X.md)
//- content/b.md
## x
//- content/x.md
X
"#;
    insta::assert_snapshot!(fixes(&BROKEN_LINK, files), @r#"
    deny: nothing in this handbook is called `Müller`
    deny: the role `Mueller` has no heading `mueller`
    deny: the page `B` has no heading `X`
      fix (Certain): write `x`
        content/a.md:3:10 "X" -> "x"
    deny: nothing in this handbook is called `x.md`
    "#);
}

#[test]
fn keys_and_values() {
    let files = r#"
//- book.toml
[book]
Title = "Test"
[site]
edit-url = "https://example.org/{path}"
findings = "true"
[lints]
vacant-role = "Deny"
broken-link = "denny"
[groop]
[[section]]
id = "Out of Scope"
title = "Out of scope"
"#;
    insta::assert_snapshot!(fixes(&INVALID_CONFIG, files), @r#"
    deny: `Title` is no key that rolebook knows here
      fix (Certain): write `title`
        book.toml:2:1 "Title" -> "title"
    deny: `edit-url` is no key that rolebook knows here
      fix (Certain): write `edit_url`
        book.toml:4:1 "edit-url" -> "edit_url"
    deny: `findings` wants `true` or `false` without quotes, but this is a text
      fix (Certain): write `true`
        book.toml:5:12 "\"true\"" -> "true"
    deny: `vacant-role` can't be `Deny`
      fix (Certain): write `deny`
        book.toml:7:16 "Deny" -> "deny"
    deny: `broken-link` can't be `denny`
      fix (Likely): did you mean `deny`?
        book.toml:8:16 "denny" -> "deny"
    deny: `groop` is no key that rolebook knows here
    deny: `Out of Scope` can't be an id
      fix (Certain): write `out-of-scope`
        book.toml:11:6 "\"Out of Scope\"" -> "\"out-of-scope\""
    "#);
    let files = r#"
//- content/roles/a.md
+++
title = 2026
Title = "x"
reviewed = "2026-05-01"
order = "7"
tags = [1, "x"]
keepers = [{ text = "x", share = "007" }]
+++
//- content/roles/b.md
+++
titel = “Engineer”
contact = Office
Aliases = ["x"]
reviewed = "2026-05-01"
+++
//- content/roles/c.md
+++
Contact = "x"
CONTACT = "y"
reviewed = "2026-05-01 10:00"
Fields.x = "x"
Fields.y = "y"
+++
"#;
    insta::assert_snapshot!(fixes(&INVALID_FRONT_MATTER, files), @r#"
    deny: `title` wants a text in quotes, but this is a number
      fix (Certain): write `"2026"`
        content/roles/a.md:2:9 "2026" -> "\"2026\""
    deny: `Title` is no key that rolebook knows here
    deny: `reviewed` wants a date, but this is a text
      fix (Certain): write `2026-05-01`
        content/roles/a.md:4:12 "\"2026-05-01\"" -> "2026-05-01"
    deny: `order` is for pages or the glossary, and this is a role
    deny: `tags` wants texts in quotes, such as `["one", "two"]`, but this is a number
      fix (Certain): write `"1"`
        content/roles/a.md:6:9 "1" -> "\"1\""
    deny: `share` wants a whole number without quotes, but this is a text
    deny: a text wants straight quotes, and these are curly ones
      fix (Certain): write `"Engineer"`
        content/roles/b.md:2:9 "“Engineer”" -> "\"Engineer\""
    deny: a text has to stand in quotes
      fix (Likely): write `"Office"`
        content/roles/b.md:3:11 "Office" -> "\"Office\""
    deny: `Aliases` is no key that rolebook knows here
    deny: `reviewed` wants a date, but this is a text
      fix (Likely): write `2026-05-01`
        content/roles/b.md:5:12 "\"2026-05-01\"" -> "2026-05-01"
    deny: `Contact` is no key that rolebook knows here
    deny: `CONTACT` is no key that rolebook knows here
    deny: `reviewed` wants a date, but this is a text
    deny: `Fields` is no key that rolebook knows here
    "#);
}
