//! What a baseline knows, and what it is like.

use super::cases::snapshot;
use super::{Asked, Baseline};
use crate::finding::{Finding, Level, Levels, kind};
use crate::text::{Place, SourceId};
use crate::{Compiled, compile};

const BROKEN: &str = "
//- content/a.md
[[nobody]] and [gone](gone.md), [gone](gone.md)
//- content/roles/b.md
+++
keepers = []
+++

## Purpose

Text.

## Key Responsibilities

- Text
";

fn compiled(files: &str, baseline: &str) -> Compiled {
    compile(
        &snapshot(&format!("{files}\n//- baseline.toml\n{baseline}")),
        &Asked::default(),
    )
}

/// The baseline of a handbook as it is.
fn recorded(files: &str) -> String {
    let snapshot = snapshot(files);
    let findings = compile(&snapshot, &Asked::default()).findings;
    Baseline::of(&snapshot, &findings).text()
}

/// The findings that are new, and what is gone.
fn told(compiled: &Compiled) -> Vec<String> {
    let new = compiled.findings.iter().filter(|finding| !finding.is_known);
    let new = new.map(|finding| format!("new: {}", finding.message));
    let gone = compiled.gone.iter();
    let gone = gone.map(|gone| {
        format!(
            "gone: {} {} {} {}",
            gone.path, gone.name, gone.subject, gone.count
        )
    });
    new.chain(gone).collect()
}

#[test]
fn it_is_written_a_line_a_subject() {
    insta::assert_snapshot!(recorded(BROKEN), @r#"
    # Findings that were here before: `rolebook check` reports only those that are new.
    # Written by `rolebook check --write-baseline`, and written again by it once some are mended.

    version = 1

    [findings."content/a.md"]
    broken-link."gone.md" = 1
    broken-link."nobody" = 1

    [findings."content/roles/b.md"]
    vacant-role."b" = 1
    "#);
    assert_eq!(
        told(&compiled(BROKEN, &recorded(BROKEN))),
        [""; 0],
        "what it knows is not new"
    );
}

#[test]
fn what_is_new_is_told_and_what_is_gone() {
    let baseline = recorded(BROKEN);
    let moved = BROKEN.replace("[[nobody]]", "# A\n\nAnd so *on* to [[nobody]]");
    assert_eq!(told(&compiled(&moved, &baseline)), [""; 0]);
    let more = BROKEN.replace("[[nobody]]", "[[nobody]], [[noone]]");
    assert_eq!(
        told(&compiled(&more, &baseline)),
        ["new: nothing in this handbook is called `noone`"]
    );
    let mended = BROKEN.replace("[[nobody]] and", "").replace("keepers = []", "");
    assert_eq!(
        told(&compiled(&mended, &baseline)),
        [
            "gone: content/a.md broken-link nobody 1",
            "gone: content/roles/b.md vacant-role b 1"
        ]
    );
    let elsewhere = BROKEN.replace("content/a.md", "content/c.md");
    let told = told(&compiled(&elsewhere, &baseline));
    assert_eq!(told.len(), 4, "{told:?}");
}

#[test]
fn as_many_as_there_were_are_known() {
    let snapshot = snapshot("//- content/a.md\n# A\n");
    let finding = |subjects: &[&str]| {
        let finding = Finding::new(&kind::BROKEN_LINK, Place::top(SourceId(1)), "broken");
        subjects
            .iter()
            .fold(finding, |finding, subject| finding.about(*subject))
    };
    let baseline = Baseline::of(&snapshot, &[finding(&["x"]), finding(&["x", "y"])]);
    let known = |findings: &[&[&str]]| {
        let mut findings: Vec<Finding> = findings.iter().map(|subjects| finding(subjects)).collect();
        baseline.mark(&snapshot, &mut findings);
        let gone = baseline.gone(&snapshot, &Levels::default(), &findings);
        let known: Vec<bool> = findings.iter().map(|finding| finding.is_known).collect();
        (known, gone.iter().map(|gone| gone.count).sum::<usize>())
    };
    assert_eq!(
        known(&[&["x"], &["y", "x"], &["x"]]),
        (vec![true, true, false], 0)
    );
    assert_eq!(
        known(&[&["x", "z"], &["x"]]),
        (vec![false, true], 1),
        "what has more to it is new"
    );
    assert_eq!(known(&[&["x", "x", "x"]]), (vec![true], 1));
    assert_eq!(known(&[&["y"]]), (vec![true], 2));
    let note = finding(&["x"]).note();
    let mut notes = [note];
    baseline.mark(&snapshot, &mut notes);
    let gone = baseline.gone(&snapshot, &Levels::default(), &notes);
    assert!(
        !notes[0].is_known && gone.len() == 2,
        "notes are told of as before"
    );
}

#[test]
fn what_nobody_asks_for_is_not_gone() {
    let baseline = recorded(BROKEN);
    let lax = format!("//- book.toml\nbook.title = \"T\"\nlints.vacant-role = \"allow\"\n{BROKEN}");
    assert_eq!(told(&compiled(&lax, &baseline)), [""; 0]);
    let lax = BROKEN.replace(
        "keepers = []",
        "lints.vacant-role = \"allow\"\nlints.unused-allow = \"allow\"",
    );
    assert_eq!(told(&compiled(&lax, &baseline)), [""; 0]);
}

#[test]
fn what_can_not_wait_is_not_recorded() {
    let files = "//- book.toml\nbook.titel = \"T\"\n//- content/a.md\na\0b\n";
    assert_eq!(recorded(files), recorded("//- content/a.md\n# A\n"));
    let compiled = compiled(
        files,
        "version = 1\n[findings.\"book.toml\"]\ninvalid-config.\"titel\" = 1\n",
    );
    assert!(!compiled.is_publishable());
}

#[test]
fn what_is_wrong_with_it_is_said() {
    let faults = |baseline: &str| {
        let compiled = compiled("//- content/a.md\n# A\n", baseline);
        let told = compiled.findings.iter().map(|finding| {
            assert_eq!(finding.kind, &kind::INVALID_CONFIG);
            format!("{} ({})", finding.message, finding.help.join("; "))
        });
        told.collect::<Vec<_>>().join("\n")
    };
    let cases = [
        "",
        "version = 2\n",
        "version = 1\n[findings]\n\"content/a.md\" = 3\nx.broken-link = 1\ny.broken-link.z = 0\n",
        "version = 1\n<<<<<<< HEAD\n",
        "version = 1\nfindngs = 1\n",
    ];
    insta::assert_snapshot!(cases.map(faults).join("\n\n"), @r#"
    `version` is missing (add `version = 1`; `rolebook check --write-baseline` writes this file again)

    this baseline is of version 2, and this rolebook knows version 1 (`rolebook check --write-baseline` writes this file again)

    `content/a.md` wants lines such as `vacant-role."engineer" = 1`, but this is a number (`rolebook check --write-baseline` writes this file again)
    `broken-link` wants subjects with a number each, but this is a number (`rolebook check --write-baseline` writes this file again)
    `z` wants a whole number from 1 to 1000000 (`rolebook check --write-baseline` writes this file again)

    two versions of this file were put together here, and nobody has chosen (keep what is right of both, and take the lines with `<<<<<<<`, `=======` and `>>>>>>>` out; `rolebook check --write-baseline` writes this file again)

    `findngs` is no key that rolebook knows here (did you mean `findings`?; `rolebook check --write-baseline` writes this file again)
    "#);
}

#[test]
fn all_is_new_where_it_is_left_aside() {
    let files = format!("{BROKEN}\n//- baseline.toml\n{}", recorded(BROKEN));
    let asked = Asked {
        ignores_baseline: true,
        ..Asked::default()
    };
    let compiled = compile(&snapshot(&files), &asked);
    assert!(compiled.findings.iter().all(|finding| !finding.is_known));
    assert!(!compiled.is_publishable());
}

#[test]
fn what_was_put_off_stands_against_nothing() {
    let compiled = compiled(BROKEN, &recorded(BROKEN));
    assert!(compiled.is_publishable());
    assert!(
        compiled
            .findings
            .iter()
            .any(|finding| finding.level == Level::Deny)
    );
}
