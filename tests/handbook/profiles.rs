//! A handbook for others than those whose it is: without what is internal.

use super::repository::Repository;
use super::support::{Handbook, Site};

/// The choir with much that nobody outside is to know; each secret has a word in it that nothing else has.
fn choir() -> Repository {
    let choir = Repository::choir();
    choir.0.write(
        "content/roles/goldkeeper.md",
        "+++\ninternal = true\nkeepers = [\"leo-brandt\"]\ndelegator = \"choir\"\nreviewed = 2026-01-01\nreview = \"1 month\"\n+++\n\
         # Golden Keeper\n\n## Purpose\n\nXsecretpurpose.\n\n## Customers and Deliverables\n\n### [[conductor]]\n\n- Xsecretmoney\n",
    );
    choir.0.write(
        "content/board/boardbook.md",
        "# Board Boardbook\n\nXsecretminutes, see [the plan](plan.txt).\n",
    );
    choir.0.write("content/board/plan.txt", "Xsecretplan");
    choir.0.write("content/loose.txt", "Xsecretloose");
    choir.0.write("content/linked.txt", "for all");
    let conductor = "content/roles/conductor.md";
    choir.replace(
        conductor,
        "keepers = [\"ana-ruiz\"]",
        "keepers = [\"ana-ruiz\", \"mira-sol\"]\ninternal = [\"On call\", \"Habits\"]",
    );
    choir.replace(
        conductor,
        "\"On call\" = \"never\"",
        "\"On call\" = \"Xsecretcall\"",
    );
    choir.replace(conductor, "We hum before", "Xsecrethabit: we hum before");
    choir.replace(
        conductor,
        "## Dependencies\n",
        "## Dependencies\n\n### [[goldkeeper]]\n\n- Xsecretwages\n",
    );
    choir.replace(
        "content/roles/conductor.de.md",
        "\"Bereitschaft\" = \"nie\"",
        "\"Bereitschaft\" = \"Xgeheim\"",
    );
    choir.replace(
        "content/guides/rehearsing.md",
        "Ten minutes",
        "See [a list](../linked.txt). Ten minutes",
    );
    let people = choir.0.read("content/people.toml");
    choir.0.write(
        "content/people.toml",
        people + "\n[mira-sol]\nname = \"Mira Sol\"\ncontact = \"Xsecretmail\"\ninternal = true\n",
    );
    let book = choir.0.read("book.toml");
    choir.0.write(
        "book.toml",
        book + "\n[site]\nedit_url = \"https://xsecretforge.example.org/{path}\"\n[internal]\npaths = [\"board\"]\n\
                [profiles.public]\noutput = \"outside\"\nhistory = \"full\"\nbase_url = \"https://www.example.org/choir/\"\n",
    );
    choir.commit_as("Mira Sol", "2026-02-01T12:00:00Z", "secrets");
    choir.replace(conductor, "- Xsecretwages", "- Xsecretwages on time");
    choir.replace(conductor, "Xsecrethabit", "Xsecrethabits");
    choir.replace(conductor, "- Leads the rehearsals", "- Leads all rehearsals");
    choir.commit_as("Ana Ruiz", "2026-02-02T12:00:00Z", "more");
    choir
}

/// What nobody outside is to read.
const SECRETS: [&str; 9] = [
    "secret",
    "geheim",
    "goldkeeper",
    "boardbook",
    "mira",
    "habits",
    "gewohnheiten",
    "on call",
    "bereitschaft",
];

fn told(site: &Site) -> Vec<String> {
    let mut told = Vec::new();
    for (path, bytes) in &site.files {
        // The theme's own scripts and sheets are the same for everyone.
        let text = String::from_utf8_lossy(bytes).to_lowercase();
        for secret in SECRETS {
            let is_told = text.contains(secret) || path.to_lowercase().contains(secret);
            if is_told && !path.starts_with("theme/") {
                told.push(format!("{path}: {secret}"));
            }
        }
    }
    told
}

#[test]
fn what_is_internal_is_in_no_byte_of_what_a_profile_publishes() {
    let choir = choir();
    let allow = ["--allow", "warnings"];
    choir.0.run(&[&["build"], &allow[..]].concat()).ok();
    let whole = Site::read(&choir.0.path("public"));
    for secret in SECRETS {
        let told = told(&whole);
        assert!(
            told.iter().any(|told| told.ends_with(secret)),
            "{secret} is in the handbook itself"
        );
    }
    choir
        .0
        .run(&[&["build", "--profile", "public"], &allow[..]].concat())
        .ok();
    let site = Site::read(&choir.0.path("outside"));
    assert_eq!(told(&site), [""; 0]);
    assert_eq!(site.dead_links(), [""; 0]);

    // What is not internal is all there.
    let conductor = site.page("roles/conductor.html");
    assert_eq!(conductor.texts("h1"), ["Conductor"]);
    assert!(conductor.texts("main").concat().contains("scores for everyone"));
    assert!(site.files.contains_key("linked.txt") && site.files.contains_key("logo.svg"));
    assert!(!site.files.contains_key("loose.txt"));
    assert!(!site.files.contains_key("findings.html") && conductor.all(".edit").is_empty());
    // Who wrote it is named where they are in it; what was written once is not told.
    assert_eq!(
        conductor.texts(".changed"),
        ["Last changed on Feb 2, 2026 by Ana Ruiz · History"]
    );
    let changes = site.page("history/conductor.html");
    assert_eq!(
        changes.texts(".change-lines li"),
        ["changed Text", "changed Text", "Described for the first time"]
    );
    assert!(site.files.contains_key("changes.atom"));
    let data: serde_json::Value = serde_json::from_slice(site.bytes("rolebook.json")).unwrap();
    assert_eq!(data["book"]["base_url"], "https://www.example.org/choir/");
    assert_eq!(data["findings"], serde_json::json!([]));
}

#[test]
fn the_history_of_a_profile_tells_nothing_of_what_is_internal_now() {
    let files = |keepers: &str, needs: &str| {
        format!(
            "+++\nkeepers = [{keepers}]\n+++\n# Cook\n\n## Purpose\n\nCooks.\n\n## Dependencies\n\n{needs}"
        )
    };
    let handbook = Handbook::new(
        "//- book.toml\n[book]\ntitle = \"T\"\n[internal]\nsections = [\"dependencies\"]\nfields = [\"keepers\"]\n\
         [profiles.public]\nhistory = \"full\"\n\
         //- content/people.toml\n[ana]\nname = \"Ana Ruiz\"\n\
         //- content/roles/gardener.md\n# Gardener\n",
    );
    let repository = Repository::of(handbook);
    let cook = "content/roles/cook.md";
    repository.0.write(cook, files("", "- [[gardener]] - herbs\n"));
    repository.commit("first");
    repository
        .0
        .write(cook, files("\"ana\"", "- [[gardener]] - herbs and roots\n"));
    repository.commit("second");
    let allow = ["--allow", "warnings"];
    repository
        .0
        .run(&[&["build", "--output", "whole"], &allow[..]].concat())
        .ok();
    let told = |folder: &str, page: &str| {
        Site::read(&repository.0.path(folder))
            .page(page)
            .texts(".change-lines")
    };
    assert_eq!(
        told("whole", "history/cook.html"),
        [
            "added Role keeper: Ana Ruiz changed Depends on: Gardener added herbs and roots removed herbs",
            "Described for the first time"
        ]
    );
    assert_eq!(told("whole", "history/gardener.html").len(), 2);
    let build = ["build", "--profile", "public", "--output", "public"];
    repository.0.run(&[&build, &allow[..]].concat()).ok();
    assert_eq!(
        told("public", "history/cook.html"),
        ["changed Text", "Described for the first time"]
    );
    // That the two have to do with each other is internal too.
    assert_eq!(
        told("public", "history/gardener.html"),
        ["Described for the first time"]
    );
}

#[test]
fn what_would_be_told_can_not_be_put_off() {
    let choir = choir();
    choir.replace(
        "content/guides/rehearsing.md",
        "A rehearsal",
        "Ask Mira Sol. A rehearsal",
    );
    let write = ["check", "--profile", "public", "--write-baseline"];
    choir.0.run(&write);
    assert_eq!(choir.0.run(&["build", "--profile", "public"]).code, 1);
}

#[test]
fn data_and_pictures_are_made_for_a_profile_too() {
    let choir = choir();
    for arguments in [
        &["export", "json", "--profile", "public"][..],
        &["export", "dot", "--profile", "public"],
        &["graph", "dependencies", "--profile", "public"],
    ] {
        let printed = choir.0.run(arguments).ok().stdout.to_lowercase();
        assert!(printed.contains("conductor"), "{arguments:?}");
        for secret in SECRETS {
            assert!(!printed.contains(secret), "{arguments:?}: {secret}");
        }
    }
}

#[test]
fn nothing_is_published_where_something_internal_would_be_told() {
    let choir = choir();
    choir.replace(
        "content/guides/rehearsing.md",
        "A rehearsal",
        "Ask the [[goldkeeper]] or Mira Sol. A rehearsal",
    );
    let build = ["build", "--profile", "public", "--allow", "warnings"];
    let run = choir.0.run(&build);
    assert_eq!(run.code, 1);
    insta::assert_snapshot!("leaks", run.stderr);
    assert!(!choir.0.path("outside").exists());
    let check = choir
        .0
        .run(&["check", "--profile", "public", "--allow", "warnings"]);
    assert_eq!(check.code, 1);
    assert_eq!(choir.0.run(&["export", "json", "--profile", "public"]).code, 1);
    // For those whose handbook it is there is nothing wrong with it.
    choir.0.run(&["build", "--allow", "warnings"]).ok();
}

#[test]
fn a_profile_that_there_is_not_is_no_profile() {
    let choir = choir();
    let run = choir.0.run(&["build", "--profile", "pubic"]);
    assert_eq!(
        (run.code, run.stderr.as_str()),
        (
            2,
            "error: `book.toml` has no profile `pubic`\nhelp: did you mean `public`?\n"
        )
    );
    assert!(!choir.0.path("public").exists());
}
