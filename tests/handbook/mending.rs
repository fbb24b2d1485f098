//! `rolebook check --fix`, as it is called.

use std::process::Command;

use super::support::Handbook;

fn git(handbook: &Handbook, arguments: &[&str]) {
    let own = ["-c", "user.name=Test", "-c", "user.email=test@example.org"];
    let status = Command::new("git")
        .current_dir(handbook.path(""))
        .args(own)
        .args(arguments)
        .status();
    assert!(status.unwrap().success(), "{arguments:?}");
}

/// A handbook with a heading of which only an accent is wrong, and something that nobody can mend for its authors.
fn handbook() -> Handbook {
    let handbook = Handbook::new("//- content/index.md\n[gone](gone.md)\n");
    handbook.write(
        "content/roles/a.md",
        "# A\r\n\r\n## Púrpose\r\n\r\nA.\r\n\r\n## Key Responsibilities\r\n\r\n- A\r\n",
    );
    handbook
}

const MENDED: &str = "# A\r\n\r\n## Purpose\r\n\r\nA.\r\n\r\n## Key Responsibilities\r\n\r\n- A\r\n";

const FIX: [&str; 5] = ["check", "--fix", "--format", "short", "--warn=broken-link"];

#[test]
fn what_is_certain_is_changed_and_what_remains_is_reported() {
    let handbook = handbook();
    git(&handbook, &["init", "-q"]);
    git(&handbook, &["add", "-A"]);
    git(&handbook, &["commit", "-q", "--no-gpg-sign", "-m", "All"]);
    let run = handbook.run(&FIX).ok();
    insta::assert_snapshot!(run.stdout, @"content/index.md:1:8: warning: there is no file `content/gone.md` [broken-link]");
    insta::assert_snapshot!(run.stderr, @r"
    content/roles/a.md:3: write `Purpose`
    - ## Púrpose
    + ## Purpose

    Mended 1 finding in 1 file
    1 warning in 1 file
    ");
    assert_eq!(handbook.read("content/roles/a.md"), MENDED);
    let again = handbook.run(&["check", "--fix", "--warn", "broken-link"]).ok();
    assert!(!again.stdout.contains("content/roles/a.md"), "{}", again.stdout);
    assert!(
        again.stderr.contains("nothing that can be mended without you"),
        "{}",
        again.stderr
    );
}

#[test]
fn what_is_not_committed_is_changed_only_when_told_to() {
    let handbook = handbook();
    let before = handbook.read("content/roles/a.md");
    insta::assert_snapshot!(handbook.run(&FIX).ok().stderr, @r"
    Left alone, because git has no repository here, or may not look into it, and so could not bring back what is there; keep a copy, and add `--allow-dirty`:
      content/roles/a.md
    2 warnings in 2 files
    ");
    assert_eq!(handbook.read("content/roles/a.md"), before);
    let options = ["check", "--fix", "--allow-dirty", "--warn", "broken-link"];
    let run = handbook.run(&options).ok();
    assert!(
        run.stdout.starts_with("content/roles/a.md:3: ") && run.stdout.contains("\n+ ## Purpose\n"),
        "what people read stands together: {}",
        run.stdout
    );
    assert_eq!(handbook.read("content/roles/a.md"), MENDED);
    assert_eq!(handbook.run(&["check", "--allow-dirty"]).code, 2);
}

#[test]
fn what_was_put_off_is_not_mended_either() {
    let handbook = handbook();
    handbook.run(&["check", "--write-baseline"]).ok();
    let before = handbook.read("content/roles/a.md");
    handbook.run(&["check", "--fix", "--allow-dirty"]).ok();
    assert_eq!(handbook.read("content/roles/a.md"), before);
    handbook
        .run(&[
            "check",
            "--fix",
            "--allow-dirty",
            "--no-baseline",
            "--warn=broken-link",
        ])
        .ok();
    assert_eq!(handbook.read("content/roles/a.md"), MENDED);
}
