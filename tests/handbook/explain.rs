//! `rolebook explain`, and the page that is made from it.

use super::support::Handbook;

#[test]
fn a_finding_is_explained_and_all_are_listed() {
    let handbook = Handbook::new("");
    let one = handbook.run(&["explain", "vacant-role"]).ok().stdout;
    for words in [
        "vacant-role (level: warn)\n",
        "\nWhy it matters\n",
        "    keepers = []\n",
    ] {
        assert!(one.contains(words), "no {words:?} in {one}");
    }
    let all = handbook.run(&["explain"]).ok().stdout;
    let listed = all
        .lines()
        .filter(|line| line.contains("  warn") || line.contains("  deny"));
    assert!(listed.count() >= 13, "{all}");
    assert!(all.lines().all(|line| line.chars().count() <= 110), "{all}");
}

#[test]
fn an_unknown_finding_has_near_names() {
    let run = Handbook::new("").run(&["explain", "vacant-rule"]);
    assert_eq!(run.code, 2);
    assert!(
        run.stderr.contains("did you mean `vacant-role`?"),
        "{}",
        run.stderr
    );
    let run = Handbook::new("").run(&["explain", "weather"]);
    assert!(
        run.stderr.contains("`rolebook explain` lists all"),
        "{}",
        run.stderr
    );
}
