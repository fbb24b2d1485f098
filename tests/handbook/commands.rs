//! The command: what it takes, prints and returns.

use super::support::Handbook;

#[test]
fn init_makes_a_handbook_that_builds_without_findings() {
    let handbook = Handbook::new("//- book.toml\n[book]\ntitle = \"Outer\"\n");
    handbook.run(&["init", "mine"]).ok();
    let check = handbook.run(&["--root", "mine", "check"]).ok();
    assert!(
        !check.stderr.contains("warning") && !check.stdout.contains("warning"),
        "{}",
        check.stderr
    );
    handbook.run(&["--root", "mine", "build"]).ok();
    let site = super::support::Site::read(&handbook.path("mine/public"));
    assert_eq!(site.dead_links(), Vec::<String>::new());
    let again = handbook.run(&["init", "mine"]);
    assert_eq!(again.code, 2, "{}", again.stderr);
}

#[test]
fn new_role_asks_for_what_the_schema_asks_for() {
    let handbook = Handbook::new("//- content/index.md\n# Home\n");
    let run = handbook.run(&["new", "role", "Möbel & Räume"]).ok();
    assert!(
        run.stdout.contains("content/roles/moebel-raeume.md"),
        "{}",
        run.stdout
    );
    let text = handbook.read("content/roles/moebel-raeume.md");
    for words in [
        "title = \"Möbel & Räume\"",
        "## Purpose",
        "## Key Responsibilities",
        "## Dependencies",
    ] {
        assert!(text.contains(words), "no {words} in {text}");
    }
    handbook.run(&["build"]).ok();
    assert_eq!(
        handbook.run(&["new", "role", "Möbel & Räume"]).code,
        2,
        "nothing is written over"
    );
    assert_eq!(handbook.read("content/roles/moebel-raeume.md"), text);
}

#[test]
fn every_command_explains_itself_with_examples() {
    let handbook = Handbook::new("");
    for command in [
        &["--help"][..],
        &["build", "--help"],
        &["check", "--help"],
        &["explain", "--help"],
        &["export", "--help"],
        &["graph", "--help"],
        &["init", "--help"],
        &["new", "--help"],
    ] {
        let run = handbook.run(command).ok();
        assert!(run.stdout.contains("Examples:"), "{command:?}: {}", run.stdout);
    }
    assert_eq!(handbook.run(&["biuld"]).code, 2);
    assert!(handbook.run(&["biuld"]).stderr.contains("build"));
}

#[test]
fn build_says_what_it_did_and_where_to_look() {
    let handbook = Handbook::sample();
    let run = handbook.run(&["build"]).ok();
    let said = run.stdout + &run.stderr;
    assert!(
        said.contains("31 roles") && said.contains("public/index.html"),
        "{said}"
    );
    let quiet = handbook.run(&["build", "--quiet"]).ok();
    assert_eq!((quiet.stdout.as_str(), quiet.stderr.as_str()), ("", ""));
}

#[test]
fn a_folder_that_is_no_handbook() {
    let folder = tempfile::TempDir::new().unwrap();
    let handbook = Handbook::new("");
    let run = handbook.run(&["--root", folder.path().to_str().unwrap(), "build"]);
    assert_eq!(run.code, 2);
    assert!(
        run.stderr.contains("book.toml") && run.stderr.contains("rolebook init"),
        "{}",
        run.stderr
    );
}

#[test]
fn it_works_from_a_folder_within_the_handbook() {
    let handbook = Handbook::new("//- content/roles/a.md\n# A\n");
    let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_rolebook"));
    let output = command
        .arg("build")
        .current_dir(handbook.path("content/roles"))
        .output()
        .unwrap();
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    assert!(handbook.path("public/roles/a.html").exists());
}
