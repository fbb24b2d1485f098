//! Options of commands that report findings.

use super::support::Handbook;

/// A handbook with a warning and an error.
fn handbook() -> Handbook {
    Handbook::new(
        "//- content/roles/a.md\n+++\ntitle = \"A\"\nkeepers = []\n+++\n
## Purpose\n\nA.\n\n## Key Responsibilities\n\n- A\n
//- content/index.md\n[gone](gone.md)\n",
    )
}

/// The findings in short, and the exit code.
fn short(handbook: &Handbook, options: &[&str]) -> (String, i32) {
    let run = handbook.run(&[&["check", "--format", "short"], options].concat());
    let own = run.stdout.lines().filter(|line| {
        ["[vacant-role]", "[broken-link]"]
            .iter()
            .any(|name| line.ends_with(name))
    });
    let levels = own.map(|line| line.split(": ").nth(1).unwrap().to_owned());
    (levels.collect::<Vec<_>>().join(" "), run.code)
}

#[test]
fn levels_are_set_for_one_run() {
    let handbook = handbook();
    let cases: [(&[&str], &str, i32); 9] = [
        (&[], "error warning", 1),
        (&["--warn", "broken-link"], "warning warning", 0),
        (&["--allow", "broken-link"], "warning", 0),
        (&["--allow", "broken-link,vacant-role"], "", 0),
        (&["--allow", "warnings"], "error", 1),
        (&["--warn", "broken-link", "--deny", "warnings"], "error error", 1),
        (
            &["--deny", "vacant-role", "--warn", "vacant-role"],
            "error warning",
            1,
        ),
        (
            &["--warn", "vacant-role", "--deny", "vacant-role"],
            "error error",
            1,
        ),
        (
            &["--allow=vacant-role", "--deny=vacant-role", "--allow=vacant-role"],
            "error",
            1,
        ),
    ];
    for (options, levels, code) in cases {
        assert_eq!(
            short(&handbook, options),
            (levels.to_owned(), code),
            "{options:?}"
        );
    }
}

#[test]
fn what_is_no_finding_format_or_day_is_wrong_usage() {
    let handbook = handbook();
    for (options, words) in [
        (["--deny", "vacant-rol"], "did you mean `vacant-role`?"),
        (["--allow", "warning"], "`warnings`"),
        (["--warn", "broken-link,weather"], "`rolebook explain` lists all"),
        (["--format", "jsn"], "human"),
        (["--date", "tomorrow"], "tomorrow"),
        (["--write-baseline", "--no-baseline"], "cannot be used with"),
    ] {
        let run = handbook.run(&[&["check"], &options[..]].concat());
        assert_eq!(run.code, 2, "{options:?}: {}", run.stderr);
        assert!(run.stderr.contains(words), "{options:?}: {}", run.stderr);
        assert_eq!(run.stdout, "");
    }
}

#[test]
fn findings_go_to_standard_output_and_talk_does_not() {
    let handbook = handbook();
    let run = handbook.run(&["check"]);
    assert!(run.stdout.contains("error[broken-link]"), "{}", run.stdout);
    assert!(!run.stdout.contains("1 error"), "{}", run.stdout);
    assert!(run.stderr.contains("1 error"), "{}", run.stderr);
    let quiet = handbook.run(&["check", "--quiet"]);
    assert!(quiet.stdout.contains("error[broken-link]"), "{}", quiet.stdout);
    assert!(!quiet.stdout.contains("warning["), "{}", quiet.stdout);
    handbook.write("content/index.md", "# Home\n");
    let quiet = handbook.run(&["check", "--quiet"]).ok();
    assert_eq!((quiet.stdout.as_str(), quiet.stderr.as_str()), ("", ""));
}

#[test]
fn colours_follow_the_stream_and_what_is_asked_for() {
    let handbook = handbook();
    let forced = [("NO_COLOR", ""), ("CLICOLOR_FORCE", "1")];
    let is_coloured = |options: &[&str], variables: &[(&str, &str)]| {
        let run = handbook.run_with(&[&["check"], options].concat(), variables);
        run.stdout.contains('\u{1b}')
    };
    assert!(!is_coloured(&[], &[]));
    assert!(!is_coloured(&[], &[("NO_COLOR", "")]), "no terminal, no colours");
    assert!(is_coloured(&[], &forced));
    assert!(is_coloured(&["--color", "always"], &[]));
    assert!(!is_coloured(&["--color", "never"], &forced));
    assert!(
        !is_coloured(&["--format", "short"], &forced),
        "programs read that"
    );
}

#[test]
fn ascii_is_for_all_that_is_drawn() {
    let run = handbook().run(&["check", "--ascii"]);
    assert!(
        run.stdout.is_ascii() && run.stderr.is_ascii(),
        "{}{}",
        run.stdout,
        run.stderr
    );
}

#[test]
fn build_says_findings_where_they_do_not_disturb() {
    let handbook = handbook();
    let run = handbook.run(&["build"]);
    assert_eq!((run.code, run.stdout.as_str()), (1, ""));
    assert!(run.stderr.contains("error[broken-link]"), "{}", run.stderr);
    assert!(run.stderr.contains("; nothing was published"), "{}", run.stderr);
    let run = handbook
        .run(&["build", "--warn", "broken-link", "--format", "short"])
        .ok();
    assert!(
        run.stdout.lines().all(|line| line.ends_with(']')),
        "{}",
        run.stdout
    );
    assert!(run.stderr.contains("Built"), "{}", run.stderr);
}

#[test]
fn what_programs_read_is_whole_also_where_there_is_nothing_to_say() {
    let fine = Handbook::new("//- content/index.md\n# Home\n");
    let broken = handbook();
    for format in ["json", "sarif", "gitlab"] {
        for (handbook, command, code) in [
            (&fine, "check", 0),
            (&fine, "build", 0),
            (&broken, "check", 1),
            (&broken, "build", 1),
        ] {
            let run = handbook.run(&[command, "--format", format]);
            assert_eq!(run.code, code, "{format} {command}: {}", run.stderr);
            serde_json::from_str::<serde_json::Value>(&run.stdout)
                .unwrap_or_else(|error| panic!("{format} {command}: {error}\n{}", run.stdout));
        }
    }
    for format in ["short", "github"] {
        assert_eq!(fine.run(&["check", "--format", format]).ok().stdout, "");
    }
}

#[test]
fn reviews_are_held_against_the_day_that_is_named() {
    let handbook = Handbook::new(
        "//- content/roles/a.md\n+++\ntitle = \"A\"\nreviewed = 2026-01-15\nreview = \"6 months\"\n+++\n
## Purpose\n\nA.\n\n## Key Responsibilities\n\n- A\n",
    );
    let is_overdue = |day: &str| {
        let run = handbook.run(&["check", "--format", "short", "--date", day]).ok();
        run.stdout.contains("warning: ") && run.stdout.contains("[review-overdue]")
    };
    assert!(!is_overdue("2026-02-01"));
    assert!(is_overdue("2026-09-01"));
}
