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

/// It is made by `cargo run -- explain --format markdown > content/handbook/findings.md`.
#[test]
fn the_page_of_the_sample_is_what_the_command_prints() {
    let printed = Handbook::new("")
        .run(&["explain", "--format", "markdown"])
        .ok()
        .stdout;
    let page = Handbook::sample().read("content/handbook/findings.md");
    assert!(page == printed, "make it again, as is said above this test");
}

#[test]
fn the_page_builds_without_findings() {
    let handbook = Handbook::new("");
    let printed = handbook.run(&["explain", "--format", "markdown"]).ok().stdout;
    handbook.write("content/handbook/findings.md", printed);
    assert_eq!(handbook.run(&["check", "--format", "short"]).ok().stdout, "");
    let site = handbook.site();
    assert_eq!(site.dead_links(), Vec::<String>::new());
    let page = site.page("handbook/findings.html");
    let listed = page.all("table a[href^='#']").len();
    let explained = page.all("h2").len();
    assert_eq!(
        explained,
        listed + 5,
        "each kind has a heading, beside those of the introduction"
    );
}
