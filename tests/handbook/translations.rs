//! A handbook in several languages: one organisation in other words.

use std::path::Path;

use super::support::{Handbook, Site, has_extension};

/// The choir's handbook: English, all of it in German, one role begun in French.
fn choir() -> Handbook {
    Handbook::copy_of(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/handbook/choir"))
}

/// What `check` says with every finding about translations asked for.
fn findings(handbook: &Handbook) -> String {
    handbook.findings_with(&["--warn", "missing-translation"])
}

#[test]
fn every_page_is_there_in_each_language_and_leads_to_the_others() {
    let site = choir().site();
    assert_eq!(site.dead_links(), Vec::<String>::new());
    let is_translated = |path: &str| path.starts_with("de/") || path.starts_with("fr/");
    let originals: Vec<&str> = site
        .pages()
        .filter(|path| !is_translated(path) && *path != "404.html")
        .collect();
    assert!(originals.len() > 20);
    for path in originals {
        for (language, folder) in [("en", ""), ("de", "de/"), ("fr", "fr/")] {
            let page = site.page(&format!("{folder}{path}"));
            assert_eq!(page.one("html").attr("lang"), Some(language), "{path}");
            let languages = page.attributes(".languages a", "hreflang");
            assert_eq!(languages, ["en", "de", "fr"], "{path}");
            assert_eq!(
                page.one(".languages [aria-current]").attr("hreflang"),
                Some(language)
            );
        }
    }
    let page = site.page("de/roles/conductor.html");
    let links = page.attributes(".languages a", "href");
    assert_eq!(
        links,
        [
            "../../roles/conductor.html",
            "../../de/roles/conductor.html",
            "../../fr/roles/conductor.html"
        ]
    );
    assert_eq!(page.texts(".languages a"), ["English", "Deutsch", "Français"]);
    assert_eq!(
        page.attributes(".site-title", "href"),
        ["../index.html"],
        "home in the same language"
    );
    assert_eq!(
        page.attributes(".site-logo", "src"),
        ["../../logo.svg"],
        "files are shared"
    );
    let own = site.files.keys().filter(|path| is_translated(path));
    let shared: Vec<&String> = own
        .filter(|path| path.contains("theme/") || has_extension(path, "svg"))
        .collect();
    assert_eq!(shared, Vec::<&String>::new());
    assert!(!site.files.contains_key("de/404.html") && !site.files.contains_key("de/rolebook.json"));
}

#[test]
fn a_handbook_in_one_language_has_no_switch() {
    let site = Handbook::sample().site();
    let page = site.page("index.html");
    assert!(page.all(".languages, link[hreflang], .shortfall").is_empty());
}

#[test]
fn search_engines_are_told_which_pages_are_translations_of_each_other() {
    let site = choir().site();
    let alternates = |path: &str| -> Vec<(String, String)> {
        let page = site.page(path);
        let links = page.all("link[hreflang]").into_iter();
        links
            .map(|link| {
                (
                    link.attr("hreflang").unwrap().to_owned(),
                    link.attr("href").unwrap().to_owned(),
                )
            })
            .collect()
    };
    let canonical = |path: &str| site.page(path).attributes("link[rel=canonical]", "href");
    let base = "https://choir.example.org/handbook/";
    let url = |language: &str, path: &str| (language.to_owned(), format!("{base}{path}"));
    let all = [
        url("en", "roles/conductor.html"),
        url("x-default", "roles/conductor.html"),
        url("de", "de/roles/conductor.html"),
        url("fr", "fr/roles/conductor.html"),
    ];
    for path in [
        "roles/conductor.html",
        "de/roles/conductor.html",
        "fr/roles/conductor.html",
    ] {
        assert_eq!(alternates(path), all);
        assert_eq!(canonical(path), [format!("{base}{path}")]);
    }
    // The librarian is in no French: that page says in English what the English one says.
    let two = [
        url("en", "roles/librarian.html"),
        url("x-default", "roles/librarian.html"),
        url("de", "de/roles/librarian.html"),
    ];
    assert_eq!(alternates("fr/roles/librarian.html"), two);
    assert_eq!(
        canonical("fr/roles/librarian.html"),
        [format!("{base}roles/librarian.html")]
    );
    assert_eq!(canonical("de/index.html"), [format!("{base}de/")]);
    let list = alternates("fr/roles/index.html");
    assert_eq!(list.len(), 4, "lists are in every language");
}

#[test]
fn facts_and_relations_are_the_same_in_every_language() {
    let site = choir().site();
    let states = |site: &Site, path: &str| {
        let page = site.page(path);
        let states = page
            .all(".state")
            .into_iter()
            .filter_map(|state| state.attr("class").map(str::to_owned));
        let keepers = page.texts(".facts a[href*=people]");
        (states.collect::<Vec<_>>(), keepers)
    };
    for path in ["roles/conductor.html", "roles/librarian.html", "teams/choir.html"] {
        let original = states(&site, path);
        assert!(!original.0.is_empty() && !original.1.is_empty(), "{path}");
        assert_eq!(states(&site, &format!("de/{path}")), original);
        assert_eq!(states(&site, &format!("fr/{path}")), original);
    }
    let german = site.page("de/roles/conductor.html");
    assert_eq!(german.texts("h1"), ["Dirigentin"]);
    assert_eq!(german.texts(".facts tr:last-child"), ["Bereitschaftnie"]);
    assert_eq!(
        german.texts(".facts tr")[3],
        "Auch genanntChorleiterin, Director, Conductor",
        "names of all languages"
    );
    assert_eq!(german.all(".shortfall").len(), 0);
    assert!(
        german.all("article [lang]").is_empty(),
        "nothing is left in English"
    );
}

#[test]
fn data_and_original_pages_are_those_of_a_handbook_without_translations() {
    let (with, without) = (choir(), choir());
    let book = without.read("book.toml");
    let begin = book.find("[translations.de]").unwrap();
    let end = book.find("[groups]").unwrap();
    without.write("book.toml", format!("{}{}", &book[..begin], &book[end..]));
    for file in without.files("content", "md") {
        if file.contains(".de.") || file.contains(".fr.") {
            std::fs::remove_file(without.path(&file)).unwrap();
        }
    }
    let (with, without) = (with.site(), without.site());
    assert_eq!(with.bytes("rolebook.json"), without.bytes("rolebook.json"));
    let text = |site: &Site, path: &str| site.page(path).texts("main");
    for path in without.pages() {
        assert_eq!(text(&with, path), text(&without, path), "{path}");
    }
}

#[test]
fn what_a_translation_lacks_is_there_in_the_original_s_words_and_marked() {
    let site = choir().site();
    let page = site.page("fr/roles/conductor.html");
    let headings = page.texts("article section h2");
    assert!(headings.contains(&"Raison d’être".to_owned()) && headings.contains(&"Habits".to_owned()));
    let marked: Vec<String> = page.texts("article [lang=en]");
    for words in [
        "Leads the rehearsals",
        "Rehearsals that begin on time",
        "We hum before we sing",
    ] {
        assert!(
            marked.iter().any(|text| text.contains(words)),
            "{words}: {marked:?}"
        );
    }
    // No file at all: the page says so, once, and leads to the original.
    let page = site.page("fr/roles/librarian.html");
    let note = page.one(".shortfall");
    assert_eq!(
        super::support::text(note),
        "Cette page n’est pas encore traduite ; elle est montrée dans les mots de l’original. English"
    );
    assert_eq!(
        page.attributes(".shortfall a", "href"),
        ["../../roles/librarian.html"]
    );
    assert_eq!(page.attributes(".shortfall a", "lang"), ["en"]);
    // Footnotes come along.
    let page = site.page("fr/guides/rehearsing.html");
    assert_eq!(page.texts(".footnotes [lang=en]").len(), 1);
}

#[test]
fn what_is_missing_is_found_where_it_belongs() {
    let handbook = choir();
    let translation = handbook.read("content/roles/conductor.de.md");
    let habits = translation.find("## Gewohnheiten").unwrap();
    let shorter = translation[..habits].replace(
        "### [[librarian]]\n\n- Eine Liste der Stücke, drei Monate im Voraus\n\n",
        "",
    );
    assert_ne!(shorter, translation[..habits]);
    handbook.write("content/roles/conductor.de.md", shorter);
    std::fs::remove_file(handbook.path("content/external/audience.de.md")).unwrap();
    let team = handbook.read("content/teams/choir.de.md");
    handbook.write(
        "content/teams/choir.de.md",
        team.replace("[[Publikum]]", "[[audience]]"),
    );
    let glossary = handbook.read("content/glossary.de.md");
    handbook.write(
        "content/glossary.de.md",
        &glossary[..glossary.find("Repertoire").unwrap()],
    );
    let only_german = handbook.read("book.toml");
    let french = only_german.find("[translations.fr]").unwrap();
    let groups = only_german.find("[groups]").unwrap();
    handbook.write(
        "book.toml",
        format!("{}{}", &only_german[..french], &only_german[groups..]),
    );
    std::fs::remove_file(handbook.path("content/roles/conductor.fr.md")).unwrap();
    insta::assert_snapshot!(findings(&handbook));
    let site = handbook.site();
    assert_eq!(site.dead_links(), Vec::<String>::new());
    let page = site.page("de/roles/conductor.html");
    let relations = page.texts(".section-deliverables dt");
    assert_eq!(relations, ["Chor", "Notenwart"], "no relation is lost");
}

#[test]
fn what_is_older_than_its_original_is_found_and_said_on_the_page() {
    let handbook = choir();
    let original = handbook.read("content/roles/librarian.md");
    // Facts and white space are no words.
    handbook.write(
        "content/roles/librarian.md",
        original
            .replace("leo-brandt", "ana-ruiz")
            .replace("\n\n", "\n\n\n"),
    );
    assert_eq!(
        handbook.findings_with(&[]),
        "Checked Riverside choir: nothing to mend\n"
    );
    handbook.write(
        "content/roles/librarian.md",
        original.replace("Keeps the scores", "Keeps and mends the scores"),
    );
    let unmarked = handbook.read("content/external/audience.de.md");
    let behind = unmarked.find("# Publikum").unwrap();
    handbook.write("content/external/audience.de.md", &unmarked[behind..]);
    insta::assert_snapshot!(handbook.findings_with(&[]));
    let site = handbook.site();
    assert_eq!(
        site.page("de/roles/librarian.html").texts(".shortfall"),
        ["Das Original hat sich geändert, seit diese Seite übersetzt wurde. English"]
    );
    let points = site.page("de/findings.html").texts("article li");
    assert!(
        points
            .iter()
            .any(|point| point.contains("Notenwart hat sich seit der Übersetzung geändert")),
        "in the words of the language: {points:?}"
    );
}

#[test]
fn what_a_translation_says_beside_its_original_is_found() {
    let handbook = choir();
    let add = |path: &str, text: &str| handbook.write(path, handbook.read(path) + text);
    add("content/roles/conductor.de.md", "\n## Wetter\n\nSonnig.\n");
    add(
        "content/roles/librarian.de.md",
        "\n### [[Publikum]]\n\n- Applaus\n",
    );
    let team = handbook.read("content/teams/choir.de.md");
    handbook.write(
        "content/teams/choir.de.md",
        team.replace("\"Chor\"", "\"Audience\""),
    );
    handbook.write(
        "content/index.de.md",
        handbook
            .read("content/index.de.md")
            .replacen("+++", "+++\nkeepers = []", 1),
    );
    handbook.write("content/roles/treasurer.de.md", "# Kassier\n");
    handbook.write("content/roles/librarian.it.md", "# Bibliotecario\n");
    insta::assert_snapshot!(handbook.findings_with(&[
        "--allow",
        "no-delegator,missing-section,unlinked-mention,isolated-role"
    ]));
}

#[test]
fn a_name_in_another_language_is_understood_there_only() {
    let handbook = choir();
    let add = |path: &str, text: &str| handbook.write(path, handbook.read(path) + text);
    add("content/guides/rehearsing.md", "\n[[Dirigentin]]\n");
    add(
        "content/guides/rehearsing.de.md",
        "\n[[Conductor]], [[Dirigentin]], [[conductor#purpose]], [[conductor#zweck]], [[niemand]]\n\n[sie](../roles/conductor.de.md#zweck)\n",
    );
    let found = handbook.findings_with(&["--format", "short", "--allow", "outdated-translation"]);
    assert_eq!(
        found,
        "content/guides/rehearsing.de.md:20:78: error: nothing in this handbook is called `niemand` [broken-link]\n\
         content/guides/rehearsing.md:16:3: error: nothing in this handbook is called `Dirigentin` [broken-link]\n\
         2 errors in 2 files\n"
    );
}

#[test]
fn people_who_are_not_to_be_named_are_named_in_no_language() {
    let handbook = choir();
    handbook.write(
        "book.toml",
        handbook.read("book.toml") + "\n[people]\npublish = \"none\"\n",
    );
    for (path, bytes) in handbook.site().files {
        let text = String::from_utf8_lossy(&bytes);
        for name in ["Ana Ruiz", "ana-ruiz", "Leo Brandt", "leo-brandt", "ana@choir"] {
            assert!(!text.contains(name) && !path.contains(name), "{name} in {path}");
        }
    }
}

#[test]
fn programs_are_told_of_findings_in_the_language_of_the_original() {
    let handbook = choir();
    std::fs::remove_file(handbook.path("content/external/audience.de.md")).unwrap();
    let local = || {
        let run = handbook.run(&["check", "--warn", "missing-translation", "--format", "json"]);
        let told: serde_json::Value = serde_json::from_str(&run.stdout).unwrap();
        let found = told["findings"].as_array().unwrap().iter();
        let of_audience = found.filter(|one| one["path"] == "content/external/audience.md");
        of_audience
            .map(|one| one["local_message"].as_str().map(str::to_owned))
            .next()
            .unwrap()
    };
    assert_eq!(local(), None, "English is what `message` is in");
    let book = handbook.read("book.toml");
    handbook.write(
        "book.toml",
        book.replace("language = \"en\"", "language = \"it\""),
    );
    assert_eq!(
        local().as_deref(),
        Some("Audience non è tradotto: manca `audience.de.md`")
    );
}
