//! How long stages take, as `--timings` tells it.

use super::support::Handbook;

const ROLE: &str = "//- content/roles/a.md\n+++\nkeepers = []\n+++\n## Purpose\nSo that there is one.\n";

/// The first word of each line of the table that begins with `head`, and the numbers behind it.
fn table(told: &str, head: &str) -> Vec<(String, Vec<f64>)> {
    let lines = told.lines().skip_while(|line| !line.starts_with(head)).skip(1);
    let lines = lines.take_while(|line| !line.is_empty() && !line.starts_with("Open "));
    let read = |line: &str| {
        let mut words = line.split_whitespace();
        let name = words.next().unwrap().to_owned();
        (name, words.filter_map(|word| word.parse().ok()).collect())
    };
    lines.map(read).collect()
}

fn names(table: &[(String, Vec<f64>)]) -> Vec<&str> {
    table.iter().map(|(name, _)| name.as_str()).collect()
}

#[test]
fn a_build_tells_how_long_its_stages_and_kinds_of_files_took() {
    let handbook = Handbook::new(ROLE);
    let told = handbook.run(&["build", "--timings"]).ok().stdout;
    let stages = table(&told, "Stage");
    let expected = [
        "load",
        "history",
        "parse",
        "resolve",
        "translate",
        "plan",
        "check",
        "prepare",
        "look",
        "index",
        "render",
        "publish",
        "all",
    ];
    assert_eq!(names(&stages), expected);
    let (all, parts) = stages.split_last().unwrap();
    let sum: f64 = parts.iter().map(|(_, seconds)| seconds[0]).sum();
    assert!((sum - all.1[0]).abs() < 0.01, "{sum} is {all:?}");
    let kinds = table(&told, "Files");
    for kind in ["role", "roles", "search", "theme", "markdown", "data"] {
        let found = kinds.iter().find(|(name, _)| name == kind);
        let (_, numbers) = found.unwrap_or_else(|| panic!("{kind} is missing in {told}"));
        assert!(numbers[0] >= 1.0, "{kind}");
    }
}

#[test]
fn a_check_tells_its_stages_beside_its_findings() {
    let handbook = Handbook::new(ROLE);
    let plain = handbook.run(&["check"]).ok();
    let timed = handbook.run(&["check", "--timings"]).ok();
    assert_eq!(plain.stdout, timed.stdout);
    let stages = table(&timed.stderr, "Stage");
    let expected = ["load", "parse", "resolve", "translate", "plan", "check", "all"];
    assert_eq!(names(&stages), expected);
}
