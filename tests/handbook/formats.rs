//! The formats of findings: of one broken handbook, all say the same.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use jsonschema::Validator;
use rolebook::finding::format::{self, Characters, FORMATS, Format, Look, Report};
use rolebook::finding::{Finding, Level, Lines};
use rolebook::text::{History, Profile, Shortfall, Snapshot};
use rolebook::{Asked, Compiled, Lints, catalogue, compile, load};
use serde_json::Value;

/// What leads to the broken handbook.
const PREFIX: &str = "docs/the handbook/";

fn folder(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// The broken handbook, and what it says.
fn broken() -> (Snapshot, Compiled) {
    let mut snapshot = load::snapshot(&folder("tests/handbook/broken")).unwrap();
    // A folder by itself has no history that could be cut off.
    let shallow = History::new(String::new(), Vec::new(), Vec::new(), Some(Shortfall::Shallow));
    snapshot.history = Some(Arc::new(shallow));
    snapshot.profile = Some(Profile {
        name: "public".to_owned(),
        is_reduced: false,
    });
    let levels = catalogue().map(|kind| (Lints::One(kind), kind.level.max(Level::Warn)));
    let asked = Asked {
        today: Some("2026-11-23".parse().unwrap()),
        levels: levels.collect(),
        ..Asked::default()
    };
    let compiled = compile(&snapshot, &asked);
    (snapshot, compiled)
}

fn printed(format: &Format) -> String {
    let (snapshot, compiled) = broken();
    let findings: Vec<&Finding> = compiled.findings.iter().collect();
    let report = Report {
        snapshot: &snapshot,
        findings: &findings,
        gone: &compiled.gone,
        prefix: PREFIX,
        least: Level::Note,
    };
    let look = Look {
        color: false,
        width: 110,
        wraps: false,
        characters: Characters::AsciiLines,
    };
    let mut out = String::new();
    format.write(&mut out, &report, look).unwrap();
    out
}

fn named(name: &str) -> String {
    printed(Format::named(name).unwrap())
}

fn document(name: &str) -> Value {
    serde_json::from_str(&named(name)).unwrap()
}

#[test]
fn the_broken_handbook_has_each_kind() {
    let (_, compiled) = broken();
    let found: BTreeSet<&str> = compiled
        .findings
        .iter()
        .map(|finding| finding.kind.name)
        .collect();
    assert_eq!(found, catalogue().map(|kind| kind.name).collect());
    assert!(compiled.findings.iter().any(|finding| finding.is_known));
    assert!(!compiled.gone.is_empty());
}

#[test]
fn each_prints_all_of_it() {
    for format in FORMATS {
        let text = if format.name == "sarif" {
            without_explanations(document("sarif"))
        } else {
            printed(format)
        };
        let version = format!("\": \"{}\"", env!("CARGO_PKG_VERSION"));
        insta::assert_snapshot!(format.name, text.replace(&version, "\": \"[version]\""));
    }
}

/// One explanation is enough to see how they are written.
fn without_explanations(mut sarif: Value) -> String {
    let rules = sarif["runs"][0]["tool"]["driver"]["rules"]
        .as_array_mut()
        .unwrap();
    for rule in rules.iter_mut().filter(|rule| rule["id"] != "vacant-role") {
        let rule = rule.as_object_mut().unwrap();
        rule.remove("fullDescription");
        rule.remove("help");
    }
    serde_json::to_string_pretty(&sarif).unwrap()
}

#[test]
fn json_validates_against_its_schema() {
    let schema = format::schema();
    let file = folder("src/schemas/findings.schema.json");
    // As the snapshots of tests are written anew.
    if std::env::var("INSTA_UPDATE").is_ok_and(|asked| asked == "always") {
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(&file, &schema).unwrap();
    }
    assert_eq!(
        schema,
        fs::read_to_string(&file).unwrap(),
        "schemas/ is as the types are"
    );
    let validator = jsonschema::validator_for(&serde_json::from_str(&schema).unwrap()).unwrap();
    let mut data = document("json");
    assert_eq!(faults(&validator, &data), [""; 0]);
    data.as_object_mut().unwrap().remove("version");
    assert!(!validator.is_valid(&data), "the schema says something");
}

#[test]
fn sarif_validates_against_the_published_schema() {
    let schema = folder("tests/handbook/schemas/sarif-schema-2.1.0.json");
    let schema = serde_json::from_str(&fs::read_to_string(schema).unwrap()).unwrap();
    let validator = jsonschema::options()
        .should_validate_formats(true)
        .build(&schema)
        .unwrap();
    let mut data = document("sarif");
    assert_eq!(faults(&validator, &data), [""; 0]);
    data["runs"][0]["results"][0]["level"] = Value::from("deny");
    assert!(!validator.is_valid(&data), "the schema says something");
}

fn faults(validator: &Validator, data: &Value) -> Vec<String> {
    let faults = validator.iter_errors(data);
    faults
        .map(|fault| format!("{}: {fault}", fault.instance_path()))
        .collect()
}

#[test]
fn rules_of_sarif_are_those_of_its_results() {
    let data = document("sarif");
    let run = &data["runs"][0];
    let rules = run["tool"]["driver"]["rules"].as_array().unwrap();
    for result in run["results"].as_array().unwrap() {
        let index = usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap();
        assert_eq!(rules[index]["id"], result["ruleId"]);
    }
    assert_eq!(rules.len(), catalogue().count());
}

#[test]
fn fingerprints_are_unique_and_the_same_in_each() {
    let gitlab = document("gitlab");
    let gitlab = gitlab
        .as_array()
        .unwrap()
        .iter()
        .map(|issue| &issue["fingerprint"]);
    let gitlab: Vec<&str> = gitlab.map(|print| print.as_str().unwrap()).collect();
    let sarif = document("sarif");
    let results = sarif["runs"][0]["results"].as_array().unwrap().iter();
    let new = results.filter(|result| result["baselineState"] == "new");
    let sarif: Vec<&str> = new
        .map(|result| result["partialFingerprints"]["subjects/v1"].as_str().unwrap())
        .collect();
    assert_eq!(gitlab, sarif);
    assert_eq!(gitlab.iter().collect::<BTreeSet<_>>().len(), gitlab.len());
}

/// A finding as a format says it.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Told {
    path: String,
    line: u64,
    level: &'static str,
    name: String,
    message: String,
}

/// Reads what a format printed back.
type Reader = fn(&str) -> BTreeSet<Told>;

#[test]
fn all_say_the_same() {
    let (snapshot, compiled) = broken();
    let new = compiled.findings.iter().filter(|finding| !finding.is_known);
    let expected: BTreeSet<Told> = new
        .map(|finding| {
            let source = snapshot.source(finding.place.place.source);
            Told {
                path: format!("{PREFIX}{}", source.path),
                line: Lines::of(&source.text).position(finding.place.place.span.start).0 as u64,
                level: level(finding.level.name()),
                name: finding.kind.name.to_owned(),
                message: finding.message.clone(),
            }
        })
        .collect();
    assert!(expected.len() > 15);
    let readers: [(&str, Reader); 6] = [
        ("human", read_human),
        ("short", read_short),
        ("json", read_json),
        ("sarif", read_sarif),
        ("github", read_github),
        ("gitlab", read_gitlab),
    ];
    assert_eq!(
        readers.map(|(name, _)| name).to_vec(),
        FORMATS.iter().map(|format| format.name).collect::<Vec<_>>()
    );
    for (name, read) in readers {
        assert_eq!(read(&named(name)), expected, "{name}");
    }
}

/// One word for what each format calls a level.
fn level(word: &str) -> &'static str {
    match word {
        "deny" | "error" | "major" => "deny",
        "warn" | "warning" | "minor" => "warn",
        "note" | "notice" | "info" => "note",
        other => panic!("no level is called {other}"),
    }
}

fn read_human(text: &str) -> BTreeSet<Told> {
    let findings = text
        .split("\n\n")
        .filter(|finding| !finding.starts_with("`rolebook"));
    findings
        .map(|finding| {
            let mut lines = finding.trim_start().lines();
            let (word, rest) = lines.next().unwrap().split_once('[').unwrap();
            let (name, message) = rest.split_once("]: ").unwrap();
            let at = lines.next().unwrap().trim_start().strip_prefix("--> ").unwrap();
            let mut ends = at.rsplitn(3, ':').collect::<Vec<_>>();
            // A file that could not be read has no lines.
            let (path, line) = if ends.len() == 3 {
                (ends.remove(2), ends[1].parse().unwrap())
            } else {
                (at, 1)
            };
            told(path, line, word, name, message)
        })
        .collect()
}

fn read_short(text: &str) -> BTreeSet<Told> {
    text.lines()
        .map(|line| {
            let (rest, name) = line.strip_suffix(']').unwrap().rsplit_once(" [").unwrap();
            let parts: Vec<&str> = rest.splitn(5, ':').collect();
            let line = parts[1].parse().unwrap();
            told(parts[0], line, parts[3].trim(), name, parts[4].trim_start())
        })
        .collect()
}

fn read_json(text: &str) -> BTreeSet<Told> {
    let data: Value = serde_json::from_str(text).unwrap();
    let findings = data["findings"].as_array().unwrap().iter();
    findings
        .filter(|finding| finding["known"] == false)
        .map(|finding| {
            told(
                word(&finding["path"]),
                finding["place"]["line"].as_u64().unwrap(),
                word(&finding["level"]),
                word(&finding["name"]),
                word(&finding["message"]),
            )
        })
        .collect()
}

fn read_sarif(text: &str) -> BTreeSet<Told> {
    let data: Value = serde_json::from_str(text).unwrap();
    let results = data["runs"][0]["results"].as_array().unwrap().iter();
    results
        .filter(|result| result["baselineState"] == "new")
        .map(|result| {
            let place = &result["locations"][0]["physicalLocation"];
            let path = word(&place["artifactLocation"]["uri"]).replace("%20", " ");
            let line = place["region"]["startLine"].as_u64().unwrap();
            let message = word(&result["message"]["text"]).lines().next().unwrap();
            told(
                &path,
                line,
                word(&result["level"]),
                word(&result["ruleId"]),
                message,
            )
        })
        .collect()
}

fn read_github(text: &str) -> BTreeSet<Told> {
    let plain = |text: &str| {
        let text = text.replace("%3A", ":").replace("%2C", ",");
        text.replace("%0A", "\n").replace("%0D", "\r").replace("%25", "%")
    };
    text.lines()
        .map(|line| {
            let (properties, message) = line.strip_prefix("::").unwrap().split_once("::").unwrap();
            let (word, properties) = properties.split_once(' ').unwrap();
            let property = |name: &str| {
                let mut all = properties
                    .split(',')
                    .map(|property| property.split_once('=').unwrap());
                plain(all.find(|(known, _)| *known == name).unwrap().1)
            };
            let message = plain(message);
            let line = property("line").parse().unwrap();
            told(
                &property("file"),
                line,
                word,
                &property("title"),
                message.lines().next().unwrap(),
            )
        })
        .collect()
}

fn read_gitlab(text: &str) -> BTreeSet<Told> {
    let data: Value = serde_json::from_str(text).unwrap();
    let issues = data.as_array().unwrap().iter();
    issues
        .map(|issue| {
            told(
                word(&issue["location"]["path"]),
                issue["location"]["lines"]["begin"].as_u64().unwrap(),
                word(&issue["severity"]),
                word(&issue["check_name"]),
                word(&issue["description"]),
            )
        })
        .collect()
}

fn word(value: &Value) -> &str {
    value.as_str().unwrap()
}

fn told(path: &str, line: u64, word: &str, name: &str, message: &str) -> Told {
    Told {
        path: path.to_owned(),
        line,
        level: level(word),
        name: name.to_owned(),
        message: message.to_owned(),
    }
}
