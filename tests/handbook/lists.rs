//! Lists: of a kind, from A to Z, by tag; long ones in sheets. And what the search index may hold.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

use super::support::{Handbook, Site};

/// So many roles, each with keepers, tags and a purpose.
fn many(roles: usize) -> String {
    let mut files = String::from("//- content/people.toml\n");
    for at in 0..roles {
        let _ = writeln!(files, "[person-{at}]\nname = \"Person Number {at}\"");
    }
    for at in 0..roles {
        let _ = write!(
            files,
            "//- content/roles/role-{at}.md\n+++\ntitle = \"Keeper of the records of pass {at}\"\nkeepers = [\"person-{at}\"]\n\
             tags = [\"tag-{}\"]\naliases = [\"Alias {at}\"]\n+++\n\n## Purpose\n\nThe records of pass {at} are kept so that \
             whoever crosses it knows what lies ahead and whom to ask about it.\n",
            at % 7
        );
    }
    files
}

/// The pages of a list, the first one first.
fn sheets<'s>(site: &'s Site, first: &str) -> Vec<&'s str> {
    let stem = first.trim_end_matches(".html");
    let is_sheet = |path: &&str| {
        let rest = path
            .strip_prefix(stem)
            .and_then(|rest| rest.strip_suffix(".html"));
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('-'))
    };
    site.pages().filter(is_sheet).collect()
}

#[test]
fn long_lists_are_cut_into_light_sheets_that_lead_to_each_other() {
    let roles = 1_700;
    let site = Handbook::new(&many(roles)).site();
    let lists = [
        ("roles/index.html", "tbody th a", roles),
        ("people/index.html", "tbody th a", roles),
        ("a-z.html", ".list-group li a", 3 * roles),
        ("tags.html", ".list-group li a", roles),
    ];
    for (first, entry, expected) in lists {
        let sheets = sheets(&site, first);
        assert!(sheets.len() > 1, "{first} has sheets");
        let mut listed = BTreeSet::new();
        let mut entries = 0;
        for path in &sheets {
            let bytes = site.bytes(path).len();
            assert!(bytes <= 300_000, "{path} has {bytes} bytes");
            let page = site.page(path);
            entries += page.all(entry).len();
            listed.extend(page.texts(entry));
            let links = page.all(".list-sheets a");
            assert_eq!(links.len(), sheets.len(), "{path} leads to all sheets");
            assert_eq!(page.all(".list-sheets a[aria-current]").len(), 1, "{path}");
        }
        assert_eq!(entries, expected, "{first}");
        assert_eq!(listed.len(), expected, "{first} has each entry once");
    }
}

#[test]
fn everything_is_listed_by_its_first_letter_and_by_its_other_names() {
    let files = r#"
//- content/roles/editor.md
+++
aliases = ["Redactor"]
tags = ["text", "Ärger"]
+++
# Éditor
//- content/teams/alpha.md
# alpha
//- content/glossary.md
# Glossary

Zebra
: An animal.
//- content/1-first.md
# 1st steps
"#;
    let page = Handbook::new(files).site().page("a-z.html");
    assert_eq!(page.texts(".list-group h2"), ["#", "A", "E", "G", "R", "Z"]);
    assert_eq!(page.texts(".letters a"), ["#", "A", "E", "G", "R", "Z"]);
    let entries = page.texts(".list-group li");
    assert_eq!(
        entries,
        [
            "1st steps Page",
            "alpha Team",
            "Éditor Role",
            "Glossary Page",
            "Redactor Another name of Éditor",
            "Zebra Term"
        ]
    );
    let tags = Handbook::new(files).site().page("tags.html");
    assert_eq!(tags.texts(".list-group h2"), ["Ärger", "text"]);
    let role = Handbook::new(files).site().page("roles/editor.html");
    let links: Vec<_> = role
        .all(".facts .tags a")
        .iter()
        .filter_map(|link| link.attr("href").map(str::to_owned))
        .collect();
    assert_eq!(links, ["../tags.html#rb-text", "../tags.html#rb-ärger"]);
}

#[test]
fn where_nothing_has_a_tag_there_is_no_list_of_them() {
    let site = Handbook::new("//- content/roles/a.md\n# A\n").site();
    assert!(!site.pages().any(|path| path == "tags.html"));
    assert!(site.page("a-z.html").all(".list-ways").is_empty());
}

#[test]
fn whom_a_handbook_does_not_name_the_search_does_not_find() {
    let files = "//- book.toml\n[book]\ntitle = \"T\"\n[people]\npublish = \"none\"\n\
                 //- content/people.toml\n[ana]\nname = \"Anastasia Ruiz\"\n\
                 //- content/roles/a.md\n+++\nkeepers = [\"ana\"]\n+++\n# Keeper\n\n## Purpose\n\nAsk [[ana]].\n";
    let indexed = |files: &str| {
        let site = Handbook::new(files).site();
        let parts = site.files.iter().filter(|(path, _)| path.starts_with("search/"));
        let texts: Vec<String> = parts
            .map(|(_, bytes)| String::from_utf8_lossy(bytes).into_owned())
            .collect();
        texts.concat()
    };
    let shown = indexed(&files.replace("none", "names"));
    assert!(shown.contains("anastasia") && shown.contains("Anastasia Ruiz"));
    let hidden = indexed(files).to_lowercase();
    assert!(
        hidden.contains("keeper") && !hidden.contains("anastasia"),
        "{hidden}"
    );
}

#[test]
fn each_page_that_the_search_knows_has_its_passages_in_the_part_where_they_are_looked_for() {
    let site = Handbook::sample().site();
    let data = |path: &str| -> serde_json::Value {
        let script = String::from_utf8_lossy(site.bytes(path)).into_owned();
        let json = script.split_once(',').unwrap().1;
        serde_json::from_str(json.trim_end().trim_end_matches(");")).unwrap()
    };
    let index = data("search/index.js");
    let pages: Vec<&str> = index["pages"].as_str().unwrap().lines().collect();
    let held = usize::try_from(index["records"].as_u64().unwrap()).unwrap();
    let parts = site
        .files
        .keys()
        .filter(|path| path.starts_with("search/texts-"))
        .count();
    assert_eq!(parts, pages.len().div_ceil(held));
    let texts: Vec<usize> = (0..parts)
        .map(|at| data(&format!("search/texts-{at}.js")).as_array().unwrap().len())
        .collect();
    assert_eq!(texts.iter().sum::<usize>(), pages.len());
    assert!(
        texts[..parts - 1].iter().all(|number| *number == held),
        "{texts:?}"
    );
    // As the theme's script finds them: the folder's number, the title, the file where that is another.
    let folders = index["folders"].as_array().unwrap();
    for line in pages {
        let (named, file) = line.split_once('\t').unwrap_or((line, ""));
        let (number, title) = named.split_once(' ').unwrap();
        let folder = folders[number[1..].parse::<usize>().unwrap()].as_str().unwrap();
        let letters: String = title
            .to_lowercase()
            .nfd()
            .filter(|c| !is_combining_mark(*c))
            .collect();
        let stem = letters
            .split(|c: char| !c.is_alphanumeric())
            .collect::<Vec<_>>()
            .join("-");
        let file = if file.is_empty() {
            format!("{stem}.html")
        } else {
            file.to_owned()
        };
        let path = format!("{folder}{}", file.split('#').next().unwrap());
        assert!(site.files.contains_key(&path), "{line}: {path}");
    }
}
