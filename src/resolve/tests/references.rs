//! Links, wikilinks and images.

use super::{Handbook, assert_lines};

const OTHERS: &str = "
=== roles/product-owner.md
+++
title = \"Product Owner\"
aliases = [\"PO\", \"Owner\"]
+++

## Purpose

To decide.
=== roles/Scribe.md
# Scribe
=== roles/service-owner.md
+++
title = \"Service Owner\"
aliases = [\"Owner\"]
+++
=== people.toml
[ana-ruiz]
name = \"Ana Ruiz\"
=== glossary.md
# Glossary

Service level agreement (SLA)
: what was agreed
=== guides/start.md
# How to start

## First day
=== guides/map.svg
";

fn page(text: &str) -> Handbook {
    Handbook::of(&format!("=== guides/page.md\n# Page\n\n{text}\n{OTHERS}"))
}

#[test]
fn every_way_to_refer_leads_somewhere() {
    let cases = [
        ("[[product-owner]]", "party product-owner"),
        ("[[Product  Owner]]", "party product-owner"),
        ("[[po|her]]", "party product-owner"),
        ("[[product-owner#purpose]]", "party product-owner#purpose"),
        ("[[product-owner#Purpose]]", "party product-owner#purpose"),
        ("[[Ana Ruiz]]", "person ana-ruiz"),
        ("[[sla]]", "term Service level agreement (SLA)"),
        ("[[How to start]]", "page How to start"),
        ("[[guides/start]]", "page How to start"),
        ("[[start#first-day]]", "page How to start#first-day"),
        ("## Here\n\n[[#Here]]", "here#here"),
        ("## Here\n\n[x](#here)", "here#here"),
        (
            "[x](../roles/product-owner.md#purpose)",
            "party product-owner#purpose",
        ),
        ("[x](start.md)", "page How to start"),
        (
            "[x](../glossary.md#service-level-agreement-sla)",
            "term Service level agreement (SLA)",
        ),
        ("[x](../roles/)", "index roles"),
        ("[x](../roles/index.md)", "index roles"),
        ("[x](../people.toml)", "people"),
        ("[x](../people)", "people"),
        ("![x](map.svg)", "asset content/guides/map.svg"),
        ("[x](map.svg#part)", "asset content/guides/map.svg#part"),
        ("[x](https://example.org/a#b)", "url https://example.org/a#b"),
        ("<mailto:a@example.org>", "url mailto:a@example.org"),
    ];
    for (text, expected) in cases {
        let handbook = page(text);
        assert_eq!(handbook.targets("guides/page.md"), [expected], "{text}");
        assert_eq!(handbook.findings(), "", "{text}");
    }
}

#[test]
fn what_leads_nowhere_is_reported_once_each() {
    let handbook = page(
        "\
[[prodct owner]]
[[moon]]
[[owner]]
[[product-owner#purpos]]
[[sla#x]]
[x](#nowhere)
[x](../roles/prodct-owner.md)
[x](../roles/scribe.md)
[x](../roles/Scribe)
[x](/roles/Scribe.md)
[x](../../secret.md)
![x](mop.svg)
![x](start.md)
[x](ftp://example.org/)
[x]()",
    );
    assert_lines(
        &handbook.findings(),
        "
broken-link: nothing in this handbook is called `prodct owner`
  guides/page.md:3 `prodct owner` no role, team, person, term or page has this name
  = did you mean `product-owner`?
broken-link: nothing in this handbook is called `moon`
  guides/page.md:4 `moon` no role, team, person, term or page has this name
  = check the spelling, or link a file by its path: `[text](path/to/file.md)`
ambiguous-reference: `owner` is the name of more than one thing
  guides/page.md:5 `owner` 2 things answer to this name
  = write `[[product-owner]]` for the role `Product Owner` or `[[service-owner]]` for the role `Service Owner`
broken-link: the role `Product Owner` has no heading `purpos`
  guides/page.md:6 `purpos` this heading is not there
  = did you mean `purpose`?
broken-link: the term of the glossary `Service level agreement (SLA)` has no heading `x`
  guides/page.md:7 `x` this heading is not there
  = leave out the `#` and what stands behind it
broken-link: this page has no heading `nowhere`
  guides/page.md:8 `nowhere` this heading is not there
  = name a heading of that page in lower case with hyphens, such as `key-metrics`
broken-link: there is no file `content/roles/prodct-owner.md`
  guides/page.md:9 `../roles/prodct-owner.md` this file is missing
  = did you mean `../roles/product-owner.md`?
broken-link: there is no file `content/roles/scribe.md`
  guides/page.md:10 `../roles/scribe.md` this file is missing
  = write `../roles/Scribe.md`: upper and lower case must be as in the file's name
broken-link: there is no file `content/roles/Scribe`
  guides/page.md:11 `../roles/Scribe` this file is missing
  = write `../roles/Scribe.md`: links name the file, with its ending
broken-link: `/roles/Scribe.md` does not say where it is, seen from this file
  guides/page.md:12 `/roles/Scribe.md` links are relative to the file they stand in
  = write `../roles/Scribe.md`
broken-link: `../../secret.md` leads out of `content`
  guides/page.md:13 `../../secret.md` only what lies below `content` is published
  = move the file below `content`, or link to its address on the web
broken-link: there is no image `content/guides/mop.svg`
  guides/page.md:14 `mop.svg` this image is missing
  = did you mean `map.svg`?
broken-link: `start.md` is a page, not an image
  guides/page.md:15 `![x](start.md)` 
  = take the `!` before it away to link to the page
broken-link: `ftp://example.org/` is no address that pages can link to
  guides/page.md:16 `[x](ftp://example.org/)` 
  = links can lead to `https:`, `http:`, `mailto:` and `tel:` addresses, and to files of the handbook
broken-link: this link names nothing
  guides/page.md:17 `[x]()` no page and no heading
  = say where it leads, such as `[[product-owner]]` or `[text](page.md)`
",
    );
}

#[test]
fn an_id_is_meant_before_a_title_and_a_party_before_a_person() {
    let handbook = Handbook::of(
        "\
=== index.md
# Home

[[lead]] [[vega]] [[index]]
=== roles/lead.md
# First
=== roles/second.md
# Lead
=== teams/vega.md
# Team Vega
=== people.toml
[vega]
name = \"Vega Lund\"
=== guides/index.md
# Guides
",
    );
    assert_eq!(
        handbook.targets("index.md"),
        ["party lead", "party vega", "page Home"]
    );
    assert_eq!(handbook.findings(), "");
}

#[test]
fn two_files_can_t_have_one_id() {
    let handbook = Handbook::of(
        "\
=== index.md
# Home

[[sre]] [x](teams/SRE.md)
=== roles/sre.md
# Reliability Engineer
=== teams/SRE.md
# Reliability Team

## Dependencies

### [[sre]]

- x
",
    );
    assert_lines(
        &handbook.findings(),
        "
duplicate-id: there is more than one role, team or external party with the id `sre`
  teams/SRE.md:1 `` the file's name gives `Reliability Team` the id `SRE`
  roles/sre.md:1 `` `Reliability Engineer` has it already
  = rename one of the two files; a further name can go into its `aliases`
",
    );
    assert_eq!(handbook.targets("index.md"), ["party sre", "party sre"]);
    assert_eq!(
        handbook.agreements(),
        "",
        "the second has no place in the organisation"
    );
}

#[test]
fn back_links_leave_out_relations_and_a_page_s_own() {
    let handbook = Handbook::of(
        "\
=== index.md
# Zebra

[[a]] and again [[a]], [[sla]]
=== guides/b.md
# apple

[A](../roles/a.md)
=== roles/a.md
# A

[[a]] is me.
=== roles/b.md
# B

## Dependencies

### [[a]] by [[sla]]

- x
=== glossary.md
# Glossary

SLA
: is not [[sla]]
",
    );
    let organisation = &handbook.organisation;
    let titles = |mentions: &[crate::model::Mention]| {
        let titles = mentions
            .iter()
            .map(|mention| organisation.document(mention.document).title.clone());
        titles.collect::<Vec<_>>()
    };
    assert_eq!(
        titles(&organisation.party(handbook.party("a")).mentioned_by),
        ["apple", "Zebra"]
    );
    assert_eq!(titles(&organisation.terms[0].mentioned_by), ["B", "Zebra"]);
}

#[test]
fn links_to_folders_lead_to_what_they_show_on_a_forge() {
    let handbook = page(
        "\
<a id=\"own\"></a>

[x](../board) [x](../board/) [x](../board#votes)
[x](#top) [x](start.md#TOP) [x](#user-content-own) [x](start.md#user-content-first-day)
[x](../old)
[x](../old/roles/Scribe.md)
[x](../../roles/Scribe.md)
[x](/old)
[x](/handbook/guides/start)
=== board/README.md
# Board

## Votes
=== old/minutes.md
# Minutes",
    );
    let board = "page Board";
    let expected = [board, board, "page Board#votes", "here", "page How to start"];
    assert_eq!(handbook.targets("guides/page.md")[..5], expected);
    let own = ["here#own", "page How to start#first-day"];
    assert_eq!(handbook.targets("guides/page.md")[5..7], own);
    assert_lines(
        &handbook.findings(),
        "
broken-link: the folder `content/old` has no page of its own
  guides/page.md:7 `../old` this leads to a folder
  guides/page.md:10 `/old` and here
  = link to one of the pages in it, or write `index.md` there to say what it holds
broken-link: there is no file `content/old/roles/Scribe.md`
  guides/page.md:8 `../old/roles/Scribe.md` this file is missing
  = did you mean `../roles/Scribe.md`?
broken-link: `../../roles/Scribe.md` leads out of `content`
  guides/page.md:9 `../../roles/Scribe.md` only what lies below `content` is published
  = did you mean `../roles/Scribe.md`?
broken-link: `/handbook/guides/start` does not say where it is, seen from this file
  guides/page.md:11 `/handbook/guides/start` links are relative to the file they stand in
  = did you mean `start.md`?
",
    );
}

#[test]
fn links_written_for_a_forge_lead_to_the_same_headings() {
    let handbook = Handbook::of(
        "
=== content/notes.md
# Release notes

## 5.2.1 / 2026-03-20

## `get_value(path[, options])`

## A & B

## A & B

[x](#521--2026-03-20)
[x](#521-2026-03-20)
[x](#get_valuepath-options)
[x](#a--b-1)
[x](#a-b-2)
[x](#release-notes)
[x](#a--c)",
    );
    assert_lines(
        &handbook.findings(),
        "
broken-link: this page has no heading `a--c`
  notes.md:17 `a--c` this heading is not there
  = name a heading of that page in lower case with hyphens, such as `key-metrics`
",
    );
    let document = crate::model::DocumentId(0);
    let targets = &handbook.organisation.links_of(document).targets;
    let anchors: Vec<Option<&str>> = targets.iter().map(|target| target.anchor.as_deref()).collect();
    let day = Some("5-2-1-2026-03-20");
    let expected = [
        day,
        day,
        Some("get-value-path-options"),
        Some("a-b-2"),
        Some("a-b-2"),
        None,
        None,
    ];
    assert_eq!(anchors, expected);
}
