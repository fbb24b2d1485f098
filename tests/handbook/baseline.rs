//! Findings that are put off: written down once, then only what is new is told.

use super::support::{Handbook, Run};

fn said(run: &Run) -> String {
    format!("{}: {}--\n{}", run.code, run.stdout, run.stderr)
}

#[test]
fn an_organisation_begins_with_many() {
    let handbook = Handbook::new("");
    handbook.write("content/index.md", "[[nobody]]\n\n[gone](gone.md)\n");
    handbook.write("content/other.md", "[gone](gone.md)\n");
    let check = |options: &[&str]| said(&handbook.run(&[&["check", "--format", "short"], options].concat()));
    insta::assert_snapshot!(check(&["--write-baseline"]), @r"
    0: --
    Wrote `baseline.toml`: 3 findings in 2 files
    nothing new, 3 known from the baseline
    ");
    insta::assert_snapshot!(handbook.read("baseline.toml"), @r#"
    # Findings that were here before: `rolebook check` reports only those that are new.
    # Written by `rolebook check --write-baseline`, and written again by it once some are mended.

    version = 1

    [findings."content/index.md"]
    broken-link."gone.md" = 1
    broken-link."nobody" = 1

    [findings."content/other.md"]
    broken-link."gone.md" = 1
    "#);
    insta::assert_snapshot!(check(&[]), @r"
    0: --
    nothing new, 3 known from the baseline
    ");
    handbook.run(&["build"]).ok();
    // Lines move, and something is new.
    handbook.write(
        "content/index.md",
        "# Home\n\nOf [[nobody]] and [[noone]].\n\n[gone](gone.md)\n",
    );
    insta::assert_snapshot!(check(&[]), @r"
    1: content/index.md:3:21: error: nothing in this handbook is called `noone` [broken-link]
    --
    1 error in 1 file, and 3 known from the baseline
    ");
    assert_eq!(handbook.run(&["build"]).code, 1);
    // That is mended, and so is something old.
    handbook.write("content/index.md", "# Home\n\n[gone](gone.md)\n");
    insta::assert_snapshot!(check(&[]), @r"
    0: --
    nothing new, 2 known from the baseline
    1 finding of the baseline is gone; `rolebook check --write-baseline` forgets what is gone:
      content/index.md: broken-link (nobody)
    ");
    assert_eq!(handbook.run(&["check", "--no-baseline"]).code, 1);
    insta::assert_snapshot!(check(&["--write-baseline"]), @r"
    0: --
    Wrote `baseline.toml`: 2 findings in 2 files
    nothing new, 2 known from the baseline
    ");
    insta::assert_snapshot!(check(&["--quiet"]), @"0: --");
}

#[test]
fn what_a_flag_turns_on_is_not_gone_without_it() {
    let handbook = Handbook::new("//- content/index.md\n[gone](gone.md)\n");
    handbook
        .run(&["check", "--write-baseline", "--deny", "broken-link"])
        .ok();
    let run = handbook.run(&["check", "--allow", "broken-link"]).ok();
    assert!(!run.stderr.contains("gone;"), "{}", run.stderr);
}

#[test]
fn a_baseline_that_can_not_be_read_is_wrong_configuration() {
    let handbook = Handbook::new("//- content/index.md\n# Home\n");
    handbook.write("baseline.toml", b"\xff\xfe");
    assert_eq!(handbook.run(&["check"]).code, 2);
    assert_eq!(
        handbook.run(&["check", "--write-baseline"]).code,
        0,
        "it is written anew"
    );
    handbook.run(&["check"]).ok();
}
