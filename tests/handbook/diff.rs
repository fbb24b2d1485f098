//! What changed in the organisation between two commits.

use super::repository::Repository;
use super::support::{Handbook, Page, decode};

impl Repository {
    fn diff(&self, arguments: &[&str]) -> String {
        self.0.run(&[&["diff"], arguments].concat()).ok().stdout
    }

    /// A bit of everything that can change.
    fn change(&self) {
        self.replace("content/roles/librarian.md", "leo-brandt", "ana-ruiz");
        self.replace(
            "content/roles/librarian.md",
            "- Keeps the scores",
            "- Keeps and mends the scores\n- Orders what is missing",
        );
        self.replace(
            "content/roles/librarian.md",
            "- Scores for everyone",
            "- Scores for everyone who sings",
        );
        self.replace(
            "content/roles/librarian.md",
            "### [[conductor]]\n\n- A list of pieces, three months ahead\n",
            "### [[choir]]\n\n- Patience\n",
        );
        self.git(&[
            "mv",
            "content/roles/conductor.md",
            "content/roles/music-director.md",
        ]);
        self.git(&[
            "rm",
            "--quiet",
            "content/roles/conductor.de.md",
            "content/roles/conductor.fr.md",
        ]);
        self.replace(
            "content/roles/music-director.md",
            "title = \"Conductor\"\naliases = [",
            "title = \"Music Director\"\naliases = [\"conductor\", ",
        );
        self.0.write(
            "content/roles/treasurer.md",
            "+++\ndelegator = \"choir\"\nkeepers = [\"leo-brandt\"]\n+++\n# Treasurer\n",
        );
        self.git(&[
            "rm",
            "--quiet",
            "content/external/audience.md",
            "content/external/audience.de.md",
        ]);
        self.replace(
            "content/teams/choir.md",
            "### [[audience]]\n\n- Two concerts a [[season]]\n",
            "",
        );
    }
}

#[test]
fn what_changed_is_told_in_the_organisation_s_own_terms() {
    let repository = Repository::choir();
    repository.change();
    insta::assert_snapshot!(repository.diff(&[]));
    repository.commit("second");
    let text = repository.diff(&["HEAD~1", "HEAD"]);
    assert_eq!(
        text.lines().skip(1).collect::<Vec<_>>(),
        repository.diff(&["HEAD~1"]).lines().skip(1).collect::<Vec<_>>()
    );
    insta::assert_snapshot!(
        "diff_markdown",
        repository.diff(&["HEAD~1..HEAD", "--format", "markdown"])
    );
    let json: serde_json::Value =
        serde_json::from_str(&repository.diff(&["HEAD~1", "--format", "json"])).unwrap();
    let affected: Vec<&str> = json["affected"]
        .as_array()
        .unwrap()
        .iter()
        .filter_map(|one| one["who"]["id"].as_str())
        .collect();
    assert_eq!(affected, ["ana-ruiz", "choir", "leo-brandt", "music-director"]);
}

#[test]
fn the_same_organisation_written_otherwise_is_the_same() {
    let repository = Repository::choir();
    // Moved, reordered, written in another way, reviewed, translated.
    std::fs::create_dir_all(repository.0.path("content/roles/music")).unwrap();
    repository.git(&[
        "mv",
        "content/roles/librarian.md",
        "content/roles/music/librarian.md",
    ]);
    repository.replace(
        "content/roles/music/librarian.md",
        "### [[conductor]]\n\n- Scores for everyone",
        "- [[conductor]] - Scores  for everyone",
    );
    repository.replace(
        "content/roles/conductor.md",
        "- Chooses the [[repertoire]]\n- Leads the rehearsals",
        "* Leads the rehearsals\n* Chooses the [[repertoire]]",
    );
    repository.replace("content/guides/rehearsing.md", "two hours", "three hours");
    assert_eq!(
        repository.diff(&[]),
        "The organisation is the same in HEAD and the working folder.\n"
    );
}

#[test]
fn three_dots_compare_with_where_a_branch_began() {
    let repository = Repository::choir();
    repository.git(&["checkout", "--quiet", "-b", "branch"]);
    repository.replace(
        "content/roles/librarian.md",
        "- Keeps the scores",
        "- Keeps the scores\n- Sings",
    );
    repository.commit("on the branch");
    repository.git(&["checkout", "--quiet", "main"]);
    repository.replace(
        "content/teams/choir.md",
        "- Comes to the rehearsals",
        "- Comes to the rehearsals\n- Brings cake",
    );
    repository.commit("on main");
    let both = repository.diff(&["main..branch"]);
    assert!(both.contains("Sings") && both.contains("Brings cake"), "{both}");
    let own = repository.diff(&["main...branch"]);
    assert!(own.contains("Sings") && !own.contains("cake"), "{own}");
}

#[test]
fn a_handbook_within_a_repository_is_found_there() {
    let repository = Repository::choir();
    std::fs::create_dir_all(repository.0.path("docs")).unwrap();
    for name in ["book.toml", "content"] {
        repository.git(&["mv", name, &format!("docs/{name}")]);
    }
    repository.commit("moved");
    repository.replace(
        "docs/content/roles/librarian.md",
        "- Keeps the scores",
        "- Keeps the scores\n- Sings",
    );
    let run = repository.0.run(&["--root", "docs", "diff"]).ok();
    assert!(
        run.stdout.contains("+ Key Responsibilities: Sings"),
        "{}",
        run.stdout
    );
    let run = repository.0.run(&["--root", "docs", "diff", "HEAD~1"]);
    assert_eq!(run.code, 2);
    assert!(
        run.stderr
            .contains("there was no handbook in this folder: it holds no `book.toml`"),
        "{}",
        run.stderr
    );
}

#[test]
fn what_git_can_t_give_is_said() {
    let repository = Repository::choir();
    for (arguments, said) in [
        (&["gone"][..], "`gone`: git knows no such commit, branch or tag"),
        (&["--", "--upload-pack=x"], "git knows no such commit"),
        (&["gone...HEAD"], "`gone...HEAD`"),
    ] {
        let run = repository.0.run(&[&["diff"], arguments].concat());
        assert_eq!(run.code, 2, "{arguments:?}");
        assert!(run.stderr.contains(said), "{arguments:?}: {}", run.stderr);
        assert!(
            run.stderr.contains("help: name a commit, a branch or a tag"),
            "{}",
            run.stderr
        );
    }
    let outside = Handbook::new("//- content/index.md\n# Home\n");
    let run = outside.run_with(&["diff"], &[("GIT_CEILING_DIRECTORIES", "/")]);
    assert_eq!(run.code, 2);
    assert!(
        run.stderr.contains("can't be read as it was at `HEAD`"),
        "{}",
        run.stderr
    );
}

#[test]
fn people_who_are_not_to_be_named_are_not_named() {
    let repository = Repository::choir();
    let book = repository.0.read("book.toml");
    repository
        .0
        .write("book.toml", book + "\n[people]\npublish = \"none\"\n");
    repository.commit("nobody is named");
    repository.change();
    for format in ["text", "markdown", "json"] {
        let told = repository.diff(&["--format", format]);
        assert!(
            !told.contains("Ana") && !told.contains("ana-ruiz") && !told.contains("Leo"),
            "{told}"
        );
    }
}

#[test]
fn a_page_of_its_own_draws_the_parties_concerned_before_and_after() {
    let repository = Repository::choir();
    repository.change();
    let run = repository.0.run(&["diff", "--output", "diff.html"]).ok();
    assert!(run.stderr.contains("Wrote diff.html"), "{}", run.stderr);
    let page = Page(scraper::Html::parse_document(&repository.0.read("diff.html")));
    assert_eq!(page.texts("h1"), ["What changes in the organisation"]);
    assert_eq!(
        page.texts("h3"),
        ["Audience", "Choir", "Librarian", "Music Director"]
    );
    let drawn = page.all("img").into_iter().map(|image| {
        let svg = image
            .attr("src")
            .unwrap()
            .strip_prefix("data:image/svg+xml,")
            .unwrap();
        let document = decode(svg);
        let document = roxmltree::Document::parse(&document).unwrap();
        let texts = document
            .descendants()
            .filter_map(|node| node.text())
            .collect::<Vec<_>>()
            .join(" ");
        (image.attr("alt").unwrap().to_owned(), texts)
    });
    let drawn: Vec<(String, String)> = drawn.collect();
    let of = |alt: &str| {
        drawn
            .iter()
            .find(|(known, _)| known == alt)
            .map(|(_, texts)| texts.as_str())
    };
    assert!(
        of("Music Director: relations before")
            .unwrap()
            .contains("Conductor"),
        "by its old name"
    );
    assert!(of("Librarian: relations after").unwrap().contains("Choir"));
    assert!(of("Audience: relations after").is_none(), "it is no more");
    assert_eq!(page.texts("figure p"), ["No relations."]);
}
