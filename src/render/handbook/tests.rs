//! Whole handbooks, made in memory.

mod prose;

use std::collections::BTreeMap;
use std::sync::Arc;

use super::Handbook;
use crate::render::{Artifact, Artifacts, RenderError};
use crate::text::{Snapshot, SourcePath, cases};
use crate::{Compiled, compile};

/// The text of a file that is copied.
const ASSET: &str = "(a picture)";

/// The snapshot of files, each a path and its text.
pub(crate) fn snapshot(files: &[(&str, &str)]) -> Snapshot {
    cases::snapshot(files.iter().copied())
}

/// Every file of a handbook, by its address; what is copied is left out.
fn made(snapshot: &Snapshot, compiled: &Compiled) -> Result<BTreeMap<String, String>, RenderError> {
    let (snapshot, compiled) = (Arc::new(snapshot.clone()), Arc::new(compiled.clone()));
    let handbook = Handbook::new(&snapshot, &compiled)?;
    let mut files = BTreeMap::new();
    for path in handbook.paths() {
        let bytes = match handbook.make(&path)? {
            Some(Artifact::Bytes(bytes)) => bytes,
            Some(Artifact::Pieces(pieces)) => pieces.whole()?,
            Some(Artifact::Picture(_) | Artifact::Copy(_)) | None => continue,
        };
        files.insert(path.to_string(), String::from_utf8(bytes).unwrap());
    }
    Ok(files)
}

/// The pages of a handbook that must be without fault.
fn pages(files: &[(&str, &str)]) -> BTreeMap<String, String> {
    let snapshot = snapshot(files);
    let compiled = compile(&snapshot, &crate::Asked::default());
    let found: Vec<&str> = compiled
        .findings
        .iter()
        .map(|finding| finding.message.as_str())
        .collect();
    assert!(compiled.is_publishable(), "{found:?}");
    made(&snapshot, &compiled).unwrap()
}

/// The text of what `selector` finds in `html`, white space folded, one line each.
fn texts(html: &str, selector: &str) -> Vec<String> {
    let document = scraper::Html::parse_document(html);
    let selector = scraper::Selector::parse(selector).unwrap();
    let found = document.select(&selector);
    found
        .map(|element| {
            let text: String = element.text().collect();
            text.split_whitespace().collect::<Vec<_>>().join(" ")
        })
        .collect()
}

/// The attribute `name` of all that `selector` finds in `html`.
fn attributes(html: &str, selector: &str, name: &str) -> Vec<String> {
    let document = scraper::Html::parse_document(html);
    let selector = scraper::Selector::parse(selector).unwrap();
    let found = document.select(&selector);
    found
        .filter_map(|element| element.attr(name))
        .map(str::to_owned)
        .collect()
}

const BOOK: (&str, &str) = (
    "book.toml",
    "[book]\ntitle = \"Test\"\nbase_url = \"https://example.org/x/\"\n",
);
const PEOPLE: (&str, &str) = (
    "content/people.toml",
    "[ana]\nname = \"Ana Ruiz\"\ncontact = \"ana@example.org\"\n[leo]\nname = \"Leo Brandt\"\n",
);
const ENGINEER: (&str, &str) = (
    "content/roles/engineer.md",
    "+++\ntitle = \"Engineer\"\nkeepers = [{ person = \"ana\", team = \"vega\" }]\ndelegator = \"vega\"\nreviewed = 2026-05-01\nreview = \"12 months\"\n+++\n\
## Purpose\n\nKeeps it running[^1]. Well.\n\n[^1]: All day.\n\n## Key Responsibilities\n\n- Runs a [[service]]\n  - by day\n\n\
## Stakeholders and Key Deliverables\n\n### [[owner]] of the team\n\n- A forecast, see [here](../how/on-call.md#nights)\n\n### [[customer]]\n\n- Calm\n",
);
const OWNER: (&str, &str) = (
    "content/roles/owner.md",
    "+++\ntitle = \"Product Owner\"\nkeepers = [{ person = \"leo\", team = \"vega\" }]\n+++\n## Purpose\n\nDecides.\n\n\
## Key Responsibilities\n\n- Orders work\n\n## Dependencies\n\n### [[engineer]] in the team\n\n- Estimates\n\n### [[vega]]\n\n- Patience\n",
);
const REST: [(&str, &str); 5] = [
    ("content/external/customer.md", "# Customer\n"),
    (
        "content/teams/vega.md",
        "+++\ntitle = \"Vega\"\nmembers = [\"ana\", { person = \"leo\", as = \"chair\" }]\n+++\n## Purpose\n\nWe care.\n",
    ),
    (
        "content/how/on-call.md",
        "# On call\n\nSee [[ana]].\n\n## Nights\n\nQuiet.\n",
    ),
    ("content/how/index.md", "# How we work\n"),
    (
        "content/glossary.md",
        "# Glossary\n\nService\n: What runs & \"lasts\".\n",
    ),
];

fn sample() -> Vec<(&'static str, &'static str)> {
    [BOOK, PEOPLE, ENGINEER, OWNER].into_iter().chain(REST).collect()
}

#[test]
fn an_empty_handbook_has_its_own_pages() {
    let snapshot = snapshot(&[("book.toml", "[book]\ntitle = \"Empty <one>\"\n")]);
    let files = made(&snapshot, &compile(&snapshot, &crate::Asked::default())).unwrap();
    for page in [
        "index.html",
        "404.html",
        "roles/index.html",
        "teams/index.html",
        "people/index.html",
    ] {
        assert!(
            files[page].contains("Empty &lt;one&gt;"),
            "{page}: {}",
            files[page]
        );
    }
}

#[test]
fn a_role_page_shows_both_sides() {
    let pages = pages(&sample());
    let engineer = &pages["roles/engineer.html"];
    assert_eq!(texts(engineer, ".breadcrumbs a"), ["Home", "Teams", "Vega"]);
    assert!(
        texts(engineer, ".facts").join(" ").contains("May 1, 2027"),
        "{engineer}"
    );
    let related = texts(engineer, "dl").join(" ");
    for words in ["A forecast", "Estimates", "both sides say so", "Calm", "external"] {
        assert!(related.contains(words), "{words} in {related}");
    }
    let links = attributes(engineer, "main a", "href");
    for link in [
        "owner.html",
        "../external/customer.html",
        "../how/on-call.html#nights",
        "../people/ana.html",
    ] {
        assert!(links.iter().any(|href| href == link), "{link} in {links:?}");
    }
    assert_eq!(
        attributes(engineer, "a.term", "title"),
        ["What runs & \"lasts\"."]
    );
    let owner = &pages["roles/owner.html"];
    assert!(texts(owner, "dl").join(" ").contains("A forecast"), "{owner}");
    assert!(attributes(owner, "dl a", "href").contains(&"../how/on-call.html#nights".to_owned()));
}

#[test]
fn what_a_page_does_not_mention_is_shown_there_all_the_same() {
    let pages = pages(&sample());
    let customer = &pages["external/customer.html"];
    assert!(customer.contains("Calm"), "{customer}");
    assert!(pages["teams/vega.html"].contains("Patience"));
}

#[test]
fn pages_of_people_and_teams_name_the_counterparts() {
    let pages = pages(&sample());
    for (page, name) in [
        ("people/ana.html", "Leo Brandt"),
        ("teams/vega.html", "Leo Brandt"),
        ("people/leo.html", "chair"),
    ] {
        assert!(
            texts(&pages[page], "main").join(" ").contains(name),
            "{name} on {page}"
        );
    }
}

#[test]
fn footnotes_and_anchors_stay_on_their_own_page() {
    let pages = pages(&sample());
    let engineer = &pages["roles/engineer.html"];
    for page in pages.iter().filter(|(path, _)| path.ends_with(".html")) {
        let mut ids = attributes(page.1, "[id]", "id");
        let all = ids.len();
        ids.sort();
        ids.dedup();
        assert_eq!(ids.len(), all, "{} repeats an id: {ids:?}", page.0);
    }
    let back = attributes(engineer, ".footnote-ref a", "id");
    assert_eq!(back.len(), 1);
    let note = attributes(engineer, ".footnote-ref a", "href");
    assert!(attributes(engineer, "[id]", "id").contains(&note[0][1..].to_owned()));
}

#[test]
fn every_link_leads_somewhere() {
    let pages = pages(&sample());
    for (path, html) in pages
        .iter()
        .filter(|(path, _)| path.ends_with(".html") && *path != "404.html")
    {
        let here = url_folder(path);
        for href in attributes(html, "a[href], link[href], script[src], image[href]", "href") {
            if href.starts_with("https:") || href.starts_with("mailto:") {
                continue;
            }
            let (file, anchor) = href.split_once('#').unwrap_or((&href, ""));
            let to = if file.is_empty() {
                path.clone()
            } else {
                joined(here, file)
            };
            let page = pages
                .get(&to)
                .unwrap_or_else(|| panic!("{path}: {href} leads to no {to}"));
            let known = anchor.is_empty() || attributes(page, "[id]", "id").iter().any(|id| id == anchor);
            assert!(known, "{path}: {href}");
        }
    }
    let lost = attributes(&pages["404.html"], "nav a", "href");
    assert!(lost.iter().all(|href| href.starts_with("/x/")), "{lost:?}");
}

fn url_folder(path: &str) -> &str {
    path.rsplit_once('/').map_or("", |(folder, _)| folder)
}

fn joined(folder: &str, href: &str) -> String {
    SourcePath::new(format!("{folder}/{href}").trim_start_matches('/'))
        .unwrap()
        .to_string()
}

#[test]
fn what_is_not_published_of_people_is_nowhere() {
    let mut files = sample();
    files[0].1 = "[book]\ntitle = \"Test\"\n[people]\npublish = \"none\"\n";
    files.push(("content/people/ana.jpg", ASSET));
    let pages = pages(&files);
    for (path, text) in &pages {
        let mut words = text.split(|letter: char| !letter.is_alphanumeric());
        assert!(
            !words.any(|word| ["Ana", "Ruiz", "Leo"].contains(&word)),
            "a name in {path}"
        );
        for name in ["Ruiz", "ana.jpg", "ana@example.org"] {
            assert!(!text.contains(name) && !path.contains(name), "{name} in {path}");
        }
    }
    assert!(!pages.keys().any(|path| path.starts_with("people/")));
}

#[test]
fn a_theme_replaces_the_default_file_by_file() {
    let with = |name: &'static str, text: &'static str| {
        let mut files = sample();
        files.push((name, text));
        let snapshot = snapshot(&files);
        made(&snapshot, &compile(&snapshot, &crate::Asked::default()))
    };
    let pages = with(
        "theme/templates/role.html",
        "{{ party.title }} & {{ word(key=\"nav.home\") }}",
    )
    .unwrap();
    assert_eq!(pages["roles/engineer.html"], "Engineer & Home");
    let pages = with("theme/words/en.toml", "\"nav.home\" = \"Start\"").unwrap();
    assert_eq!(texts(&pages["roles/engineer.html"], ".breadcrumbs a")[0], "Start");
    assert!(
        with("theme/static/a/b.txt", "x")
            .unwrap()
            .contains_key("theme/a/b.txt")
    );
    let faults = [
        (
            "theme/template/role.html",
            "",
            "did you mean `templates/role.html`?",
        ),
        (
            "theme/templates/role.html",
            "{{ party.titel }}",
            "templates/role.html:1:",
        ),
        ("theme/templates/role.html", "{% if %}", "templates/role.html:1:"),
        (
            "theme/templates/rol.html",
            "x",
            "did you mean `templates/role.html`?",
        ),
        (
            "theme/templates/role.html",
            "{{ word(key=\"nav.hom\") }}",
            "did you mean `nav.home`?",
        ),
        (
            "theme/words/en.toml",
            "\"nav.home\" = 1",
            "`nav.home` wants a text",
        ),
        (
            "theme/words/en.toml",
            "\"nav.hoem\" = \"Start\"",
            "did you mean `nav.home`?",
        ),
    ];
    for (name, text, expected) in faults {
        let fault = with(name, text).unwrap_err().to_string();
        assert!(fault.contains(expected), "{fault}");
    }
}

#[test]
fn the_data_is_as_its_schema_says() {
    let pages = pages(&sample());
    let schema: serde_json::Value = serde_json::from_str(&pages["rolebook.schema.json"]).unwrap();
    let data: serde_json::Value = serde_json::from_str(&pages["rolebook.json"]).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    let faults: Vec<String> = validator
        .iter_errors(&data)
        .map(|error| error.to_string())
        .collect();
    assert!(faults.is_empty(), "{faults:?}");
    assert_eq!(data["version"], 1);
    let agreements = data["agreements"].as_array().unwrap();
    let told: Vec<String> = agreements
        .iter()
        .map(|a| {
            format!(
                "{} {} {} {} {} {}",
                a["provider"], a["consumer"], a["state"], a["deliverables"], a["needs"], a["qualifiers"]
            )
        })
        .map(|line| line.replace('"', ""))
        .collect();
    assert_eq!(
        told,
        [
            "engineer customer external [Calm] [] {consumer:[],provider:[]}",
            "engineer owner mutual [A forecast, see here] [Estimates] {consumer:[in the team],provider:[of the team]}",
            "vega owner expected [] [Patience] {consumer:[],provider:[]}",
        ]
    );
    let engineer = &data["parties"][1];
    assert_eq!(
        engineer["sections"][1]["items"],
        serde_json::json!(["Runs a service", "by day"])
    );
    assert_eq!(data["people"][0]["roles"], serde_json::json!(["engineer"]));
}

#[test]
fn two_things_at_one_address_are_a_finding() {
    let mut files = sample();
    files.push(("content/how/On-Call.md", "# Other\n"));
    files.push(("content/404.md", "# Lost\n"));
    let compiled = compile(&snapshot(&files), &crate::Asked::default());
    let found: Vec<&str> = compiled
        .findings
        .iter()
        .filter(|finding| finding.kind.name == "url-collision")
        .map(|finding| finding.message.as_str())
        .collect();
    assert_eq!(
        found,
        [
            "a page that every handbook has and `content/404.md` would be published at one address",
            "`content/how/On-Call.md` and `content/how/on-call.md` would be published at one address",
        ]
    );
}
