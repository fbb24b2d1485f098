//! `rolebook.json`: the organisation as data.

use super::support::Handbook;

#[test]
fn the_sample_validates_against_the_published_schema() {
    let site = Handbook::sample().site();
    let schema = serde_json::from_slice(site.bytes("rolebook.schema.json")).unwrap();
    let data: serde_json::Value = serde_json::from_slice(site.bytes("rolebook.json")).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    let errors: Vec<String> = validator
        .iter_errors(&data)
        .map(|error| error.to_string())
        .collect();
    assert_eq!(errors, Vec::<String>::new());
    // The schema says something: data without a version is refused.
    let mut wrong = data.clone();
    wrong.as_object_mut().unwrap().remove("version");
    assert!(!validator.is_valid(&wrong));
}

#[test]
fn it_holds_what_the_handbook_says() {
    let handbook = Handbook::new(
        r#"
//- content/roles/a.md
+++
title = "A"
delegator = ["t"]
keepers = [{ person = "ana", team = "t" }]
contact = "a@example.org"
+++

## Purpose

Does *good*
things for [[b]].

## Stakeholders and Key Deliverables

### [[b]] of the team

- one
  - deeper
- two **bold**

A further paragraph.

//- content/roles/b.md
# B
//- content/teams/t.md
+++
title = "T"
members = ["ana"]
+++
//- content/people.toml
[ana]
name = "Ana Ruiz"
"#,
    );
    let data = handbook.data();
    assert_eq!(data["version"], 1);
    let party = &data["parties"][0];
    assert_eq!(party["id"], "a");
    assert_eq!(party["kind"], "role");
    assert_eq!(party["title"], "A");
    assert_eq!(party["url"], "roles/a.html");
    assert_eq!(party["source"], "content/roles/a.md");
    assert_eq!(party["contact"], "a@example.org");
    assert_eq!(party["sections"][0]["id"], "purpose");
    assert_eq!(party["sections"][0]["title"], "Purpose");
    assert_eq!(party["sections"][0]["text"], "Does good things for B.");
    let agreement = &data["agreements"][0];
    assert_eq!(agreement["provider"], "a");
    assert_eq!(agreement["consumer"], "b");
    assert_eq!(agreement["state"], "offered");
    let delivered: Vec<&str> = agreement["deliverables"]
        .as_array()
        .unwrap()
        .iter()
        .filter_map(|v| v.as_str())
        .collect();
    assert_eq!(&delivered[..3], ["one", "deeper", "two bold"]);
    assert_eq!(data["people"][0]["id"], "ana");
    assert_eq!(data["people"][0]["name"], "Ana Ruiz");
    assert_eq!(data["people"][0]["roles"][0], "a");
    assert_eq!(data["people"][0]["teams"][0], "t");
    let findings = data["findings"].as_array().unwrap();
    let missing = findings
        .iter()
        .find(|finding| finding["path"] == "content/teams/t.md" && finding["name"] == "missing-section");
    assert_eq!(missing.unwrap()["message"], "T has no section “Purpose”");
}

#[test]
fn what_of_people_is_published_holds_everywhere() {
    let files = |publish: &str| {
        format!(
            r#"
//- book.toml
[book]
title = "Test"
[people]
publish = "{publish}"
//- content/index.md
# Home

Ask [[ana]].
//- content/roles/a.md
+++
title = "A"
keepers = [{{ person = "ana", team = "t" }}]
+++
//- content/teams/t.md
+++
title = "T"
members = ["ana"]
+++
//- content/people/ana.md
Zebrafish enthusiast.
//- content/people.toml
[ana]
name = "Anastasia Ruizlopez"
contact = "quagga@example.org"
"#
        )
    };
    let has = |publish: &str, word: &str| {
        let site = Handbook::new(&files(publish)).site();
        let found = site.files.iter().filter(|(path, bytes)| {
            path.contains(word)
                || String::from_utf8_lossy(bytes)
                    .to_lowercase()
                    .contains(&word.to_lowercase())
        });
        found.map(|(path, _)| path.clone()).collect::<Vec<_>>()
    };
    assert!(!has("full", "quagga").is_empty() && !has("full", "Anastasia").is_empty());
    assert!(!has("names", "Anastasia").is_empty());
    let nothing = Vec::<String>::new();
    assert_eq!(has("names", "quagga"), nothing);
    assert_eq!(has("none", "quagga"), nothing);
    assert_eq!(has("none", "Anastasia"), nothing);
    assert_eq!(has("none", "people/ana"), nothing);
    assert_eq!(has("none", "zebrafish"), nothing);
}
