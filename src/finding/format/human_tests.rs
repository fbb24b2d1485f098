//! What people see of findings.

#![allow(clippy::unwrap_used, reason = "a test stops where its own sources are wrong")]

use std::collections::BTreeMap;

use proptest::prelude::*;

use super::{Characters, Look, Report, human, summary};
use crate::finding::{Certainty, Edit, Finding, Findings, Fix, Level, kind};
use crate::text::{Place, Snapshot, SourceId, Span, cases};

fn snapshot(files: &[(&str, &str)]) -> Snapshot {
    cases::snapshot(files.iter().copied())
}

fn at(snapshot: &Snapshot, source: u32, words: &str) -> Place {
    let start = snapshot.sources[source as usize].text.find(words).unwrap();
    Place::new(SourceId(source), Span::new(start, start + words.len()))
}

fn shown(snapshot: &Snapshot, findings: &[Finding]) -> String {
    drawn(snapshot, findings, Characters::AsciiLines)
}

fn drawn(snapshot: &Snapshot, findings: &[Finding], characters: Characters) -> String {
    let findings: Vec<&Finding> = findings.iter().collect();
    let report = Report {
        snapshot,
        findings: &findings,
        gone: &[],
        prefix: "docs/",
        least: Level::Note,
    };
    let look = Look {
        color: false,
        width: 100,
        wraps: false,
        characters,
    };
    let mut out = String::new();
    human::write(&mut out, &report, look).unwrap();
    out
}

#[test]
fn on_a_terminal_long_sentences_go_on_where_they_began() {
    let sources = snapshot(&[("content/index.md", "# Home\n")]);
    let place = Place::new(SourceId(0), Span::new(2, 6));
    let finding = Finding::new(
        &kind::BROKEN_LINK,
        place,
        "the quick brown fox jumps over the lazy dog and back",
    )
    .label("this is the home page")
    .help("take `the dog away` or ask it to be so kind as to lie elsewhere");
    let report = Report {
        snapshot: &sources,
        findings: &[&finding],
        gone: &[],
        prefix: "",
        least: Level::Note,
    };
    let look = Look {
        width: 50,
        wraps: true,
        ..Look::default()
    };
    let mut out = String::new();
    human::write(&mut out, &report, look).unwrap();
    insta::assert_snapshot!(out, @r"
    error[broken-link]: the quick brown fox jumps
                        over the lazy dog and back
     --> content/index.md:1:3
      |
    1 | # Home
      |   ^^^^ this is the home page
      |
      = help: take `the dog away` or ask it to be
              so kind as to lie elsewhere

    `rolebook explain broken-link` says more
    ");
}

#[test]
fn a_finding_shows_its_place_and_what_to_do() {
    let sources = snapshot(&[
        (
            "content/roles/engineer.md",
            "+++\ntitle = \"Engineer\"\n+++\n\n### [[product-ownr]] of the team\n",
        ),
        (
            "content/roles/office.md",
            "+++\r\n\ttitle = \"日本 Engineer\"\r\n+++\r\n",
        ),
    ]);
    let unknown = Finding::new(
        &kind::UNKNOWN_PARTY,
        at(&sources, 0, "product-ownr"),
        "nothing answers to `product-ownr`",
    )
    .label("no role, team or external party has this name")
    .near(&["product-owner"]);
    let double = Finding::new(
        &kind::DUPLICATE_ID,
        at(&sources, 1, "Engineer"),
        "`Engineer` is there twice",
    )
    .label("here")
    .related(at(&sources, 0, "Engineer"), "and here");
    insta::assert_snapshot!(shown(&sources, &[unknown, double]), @r#"
    error[unknown-party]: nothing answers to `product-ownr`
     --> docs/content/roles/engineer.md:5:7
      |
    5 | ### [[product-ownr]] of the team
      |       ^^^^^^^^^^^^ no role, team or external party has this name
      |
      = help: did you mean `product-owner`?

    error[duplicate-id]: `Engineer` is there twice
     --> docs/content/roles/office.md:2:14
      |
    2 |     title = "日本 Engineer"
      |                   ^^^^^^^^ here
      |
     ::: docs/content/roles/engineer.md:2:10
      |
    2 | title = "Engineer"
      |          -------- and here

    `rolebook explain NAME` says more: duplicate-id, unknown-party
    "#);
}

#[test]
fn an_unreadable_file_and_a_long_line_are_shown_in_short() {
    let long = format!(
        "fine\n{}[[nobody]]{}\n",
        "ä ".repeat(200_000),
        " z".repeat(200_000)
    );
    let sources = snapshot(&[("content/long.md", &long), ("content/photo.md", "")]);
    let findings = [
        Finding::new(
            &kind::UNKNOWN_PARTY,
            at(&sources, 0, "nobody"),
            "nothing answers to `nobody`",
        )
        .label("who?"),
        Finding::new(
            &kind::UNREADABLE_SOURCE,
            Place::top(SourceId(1)),
            "this file is \u{1b}[31mnot text",
        ),
    ];
    insta::assert_snapshot!(shown(&sources, &findings), @"
    error[unknown-party]: nothing answers to `nobody`
     --> docs/content/long.md:2:400003
      |
     ::: 
    2 | ... ä ä ä ä ä ä ä ä ä ä ä ä ä ä ä ä ä ä ä [[nobody]] z z z z z z z z z z z z z z z z z z z z ...
      |                                             ^^^^^^ who?

    error[unreadable-source]: this file is  [31mnot text
    --> docs/content/photo.md

    `rolebook explain NAME` says more: unknown-party, unreadable-source
    ");
}

#[test]
fn findings_are_counted_in_words() {
    let warning = |source| Finding {
        level: Level::Warn,
        ..Finding::new(&kind::BROKEN_LINK, Place::top(SourceId(source)), "a")
    };
    let error = |source| Finding::new(&kind::BROKEN_LINK, Place::top(SourceId(source)), "b");
    let cases = [
        (vec![], None),
        (vec![error(0)], Some("1 error in 1 file")),
        (
            vec![error(0), error(0), warning(3)],
            Some("2 errors, 1 warning in 2 files"),
        ),
        (vec![warning(1), warning(2)], Some("2 warnings in 2 files")),
    ];
    let files = ["content/a.md", "content/b.md", "content/c.md", "content/d.md"];
    let snapshot = snapshot(&files.map(|path| (path, "# A\n")));
    for (findings, expected) in cases {
        let mut of_sources: BTreeMap<SourceId, Vec<Finding>> = BTreeMap::new();
        for finding in findings {
            of_sources
                .entry(finding.place.place.source)
                .or_default()
                .push(finding);
        }
        assert_eq!(summary(&Findings::of(&snapshot, of_sources)).as_deref(), expected);
    }
}

#[test]
fn a_fix_is_shown_as_what_goes_and_what_comes() {
    let sources = snapshot(&[
        ("content/a.md", "# A\n\nSee [[enginer]].\nAnd [[enginer]].\n"),
        ("content/b.md", "# B\n"),
    ]);
    let word = at(&sources, 0, "enginer");
    let near = Finding::new(&kind::UNKNOWN_PARTY, word, "nothing answers to `enginer`")
        .near(&["engineer"])
        .fix(Fix::new("write `engineer`", word, "engineer", Certainty::Likely));
    let second = Place::new(SourceId(0), word.span.shifted(17));
    let mut both = near.clone();
    both.help = vec![String::from("names are looked up in any letter case")];
    both.fix = Some(Fix {
        title: String::from("write `engineer` in both places"),
        edits: vec![
            edit(word, "engineer"),
            edit(second, "engineer"),
            edit(
                Place::new(SourceId(1), Span::new(4, 4)),
                "\n## Purpose\n\nSay what it is for.\n",
            ),
        ],
        certainty: Certainty::Certain,
    });
    let mut large = near.clone();
    large.fix = Some(Fix::new(
        "write it all anew",
        word,
        "x\n".repeat(40),
        Certainty::Likely,
    ));
    insta::assert_snapshot!(shown(&sources, &[near, both, large]), @"
    error[unknown-party]: nothing answers to `enginer`
     --> docs/content/a.md:3:7
      |
    3 | See [[enginer]].
      |       ^^^^^^^
      |
    help: write `engineer`
      |
    3 | See [[engineer]].
      |             +

    error[unknown-party]: nothing answers to `enginer`
     --> docs/content/a.md:3:7
      |
    3 | See [[enginer]].
      |       ^^^^^^^
      |
      = help: names are looked up in any letter case
    help: write `engineer` in both places
      |
    3 ~ See [[engineer]].
    4 ~ And [[engineer]].
      |
     --> docs/content/b.md:2:1
      |
    2 + 
    3 + ## Purpose
    4 + 
    5 + Say what it is for.
      |

    error[unknown-party]: nothing answers to `enginer`
     --> docs/content/a.md:3:7
      |
    3 | See [[enginer]].
      |       ^^^^^^^
      |
      = help: did you mean `engineer`?
      = help: write it all anew

    `rolebook explain unknown-party` says more
    ");
}

fn edit(place: Place, text: &str) -> Edit {
    Edit {
        place,
        text: text.to_owned(),
    }
}

#[test]
fn of_many_places_the_first_are_shown() {
    let sources = snapshot(&[("content/a.md", &"[[x]]\n".repeat(30))]);
    let place = |line: usize| Place::new(SourceId(0), Span::new(6 * line, 6 * line + 5));
    let finding = |more: usize| {
        let first = Finding::new(&kind::UNKNOWN_PARTY, place(0), "nothing answers to `x`").note();
        (1..=more).fold(first, |finding, line| finding.related(place(line), "and here"))
    };
    let nine = shown(&sources, &[finding(9)]);
    assert_eq!(nine.matches("and here").count(), 9);
    assert!(!nine.contains("more places"), "{nine}");
    let ten = shown(&sources, &[finding(10)]);
    assert_eq!(ten.matches("and here").count(), 8);
    assert!(ten.contains("= note: and 2 more places\n"), "{ten}");
    assert!(ten.starts_with("note[unknown-party]: "), "{ten}");
}

#[test]
fn characters_are_those_that_the_terminal_has() {
    let sources = snapshot(&[("content/a.md", "“Bürö” → [[x]]\n")]);
    let finding = Finding::new(
        &kind::UNKNOWN_PARTY,
        at(&sources, 0, "[[x]]"),
        "Bürö says “x…” – and nothing answers",
    )
    .label("who’s that?")
    .help("write «\u{a0}y\u{a0}»");
    let findings = [finding.clone(), finding];
    insta::assert_snapshot!(drawn(&sources, &findings[..1], Characters::Ascii), @r#"
    error[unknown-party]: Bürö says "x..." - and nothing answers
     --> docs/content/a.md:1:10
      |
    1 | “Bürö” → [[x]]
      |          ^^^^^ who's that?
      |
      = help: write " y "

    `rolebook explain unknown-party` says more
    "#);
    insta::assert_snapshot!(drawn(&sources, &findings, Characters::Unicode), @"
    error[unknown-party]: Bürö says “x…” – and nothing answers
      ╭▸ docs/content/a.md:1:10
      │
    1 │ “Bürö” → [[x]]
      │          ━━━━━ who’s that?
      │
      ╰ help: write « y »

    error[unknown-party]: Bürö says “x…” – and nothing answers
      ╭▸ docs/content/a.md:1:10
      │
    1 │ “Bürö” → [[x]]
      │          ━━━━━ who’s that?
      │
      ╰ help: write « y »

    `rolebook explain unknown-party` says more
    ");
    let all = drawn(&sources, &findings[..1], Characters::AsciiLines);
    assert!(
        all.contains("Bürö says “x…” – and nothing answers\n --> "),
        "{all}"
    );
}

#[test]
fn what_the_baseline_knows_and_what_is_too_mild_is_left_out() {
    let sources = snapshot(&[("content/a.md", "text\n")]);
    let finding = |message: &str| Finding::new(&kind::BROKEN_LINK, Place::top(SourceId(0)), message);
    let known = Finding {
        is_known: true,
        ..finding("known")
    };
    assert_eq!(shown(&sources, std::slice::from_ref(&known)), "");
    let text = shown(&sources, &[known, finding("new")]);
    assert!(text.contains("new") && !text.contains("known"), "{text}");
    assert!(
        text.ends_with("\n\n`rolebook explain broken-link` says more\n"),
        "{text}"
    );
}

proptest! {
    /// Whatever the text and the spans, something is shown and nothing panics.
    #[test]
    fn no_span_is_too_strange(
        text in "([a-zäß日\t\r\n\u{200d}\u{301}🙂]{0,40}|[a\n]{0,30}|x{9900,10100}\n?){0,5}",
        spans in prop::collection::vec((0usize..200, 0usize..12_000), 1..4),
    ) {
        let sources = snapshot(&[("content/a.md", &text), ("content/b.md", "one\r\ntwo")]);
        let place = |(at, (start, end)): (usize, &(usize, usize))| {
            Place::new(SourceId(u32::from(at % 3 == 2)), Span { start: *start, end: *end })
        };
        let mut places = spans.iter().enumerate().map(place);
        let mut finding = Finding::new(&kind::BROKEN_LINK, places.next().unwrap(), "message").label("label");
        for place in places {
            finding = finding.related(place, "related");
        }
        prop_assert!(shown(&sources, &[finding]).contains("error[broken-link]: message"));
    }

    /// Whatever a fix changes, it is shown or named.
    #[test]
    fn no_fix_is_too_strange(
        text in "([a-zäß日\t\r\n\u{200d}\u{301}🙂 ]{0,40}|[a\n]{0,30}){0,3}",
        edits in prop::collection::vec((0usize..70, 0usize..12, "[aé\t\r\n\u{1b} 日]{0,12}"), 1..5),
    ) {
        let sources = snapshot(&[("content/a.md", &text), ("content/b.md", "")]);
        let edits = edits.iter().map(|(start, len, text)| {
            let span = Span::new(*start, start + len);
            edit(Place::new(SourceId(u32::from(start % 7 == 2)), span), text)
        });
        let fix = Fix {
            title: String::from("mend it"),
            edits: edits.collect(),
            certainty: Certainty::Likely,
        };
        let finding = Finding::new(&kind::BROKEN_LINK, Place::top(SourceId(0)), "message").fix(fix);
        let text = shown(&sources, std::slice::from_ref(&finding));
        prop_assert!(text.contains("help: mend it"), "{text}");
        prop_assert!(!text.contains('\u{1b}'), "{text}");
        drawn(&sources, &[finding], Characters::Unicode);
    }
}
