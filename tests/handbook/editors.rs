//! JSON Schemas of what authors write, by which editors complete and check it.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use jsonschema::Validator;
use serde_json::{Value, json};

use super::support::Handbook;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn schema(name: &str) -> Value {
    let printed = Handbook::new("").run(&["schema", name]).ok().stdout;
    serde_json::from_str(&printed).unwrap()
}

fn validator(name: &str) -> Validator {
    jsonschema::options()
        .should_validate_formats(true)
        .build(&schema(name))
        .unwrap()
}

/// TOML as editors see it: dates are texts.
fn json(toml: &str) -> Value {
    fn value(toml: toml::Value) -> Value {
        match toml {
            toml::Value::String(text) => json!(text),
            toml::Value::Integer(number) => json!(number),
            toml::Value::Float(number) => json!(number),
            toml::Value::Boolean(flag) => json!(flag),
            toml::Value::Datetime(date) => json!(date.to_string()),
            toml::Value::Array(all) => all.into_iter().map(value).collect(),
            toml::Value::Table(table) => table
                .into_iter()
                .map(|(key, inner)| (key, value(inner)))
                .collect(),
        }
    }
    value(toml::Value::Table(toml::from_str(toml).unwrap()))
}

#[track_caller]
fn is_valid(validator: &Validator, toml: &str, what: &str) {
    let faults: Vec<String> = validator
        .iter_errors(&json(toml))
        .map(|fault| format!("{}: {fault}", fault.instance_path()))
        .collect();
    assert!(faults.is_empty(), "{what}: {faults:?}");
}

#[test]
fn what_the_handbooks_here_say_fits_the_schemas() {
    let [book, front, people] = ["book", "front-matter", "people"].map(validator);
    let mut seen = 0;
    for folder in ["", "tests/handbook/choir"] {
        let handbook = Handbook::copy_of(&root().join(folder));
        is_valid(&book, &handbook.read("book.toml"), "book.toml");
        is_valid(&people, &handbook.read("content/people.toml"), "people.toml");
        for path in handbook.files("content", "md") {
            let text = handbook.read(&path);
            if let Some(front_matter) = text
                .strip_prefix("+++\n")
                .and_then(|rest| rest.split_once("\n+++"))
            {
                is_valid(&front, front_matter.0, &path);
                seen += 1;
            }
        }
    }
    assert!(seen > 40, "{seen}");
}

#[test]
fn what_is_wrong_does_not_fit() {
    let cases = [
        ("book", "[book]\ntitel = \"T\""),
        ("book", "[book]\ntitle = \"T\"\nschema = \"s4\""),
        ("book", "[book]\ntitle = \"T\"\n[lints]\nvacant-rol = \"deny\""),
        ("book", "[book]\ntitle = \"T\"\n[lints]\nvacant-role = \"dney\""),
        ("book", "[book]\ntitle = \"T\"\n[site]\nfindings = \"no\""),
        ("front-matter", "keeper = [\"ana\"]"),
        ("front-matter", "keepers = [{ person = \"ana\", share = 200 }]"),
        ("front-matter", "keepers = [{ person = \"ana\", shares = 20 }]"),
        ("front-matter", "reviewed = \"soon\""),
        ("people", "[ana]\ncontact = \"a\""),
        ("people", "[ana]\nname = \"Ana\"\nmail = \"a\""),
    ];
    for (name, toml) in cases {
        assert!(!validator(name).is_valid(&json(toml)), "{name}: {toml}");
    }
}

/// Every key that a schema knows, at any depth; the names of findings left out.
fn keys(schema: &Value, found: &mut BTreeSet<String>) {
    match schema {
        Value::Object(members) => {
            for (name, inner) in members {
                if name == "properties" {
                    let properties = inner.as_object().unwrap();
                    let is_of_findings = properties.contains_key("vacant-role");
                    found.extend(properties.keys().filter(|_| !is_of_findings).cloned());
                }
                keys(inner, found);
            }
        }
        Value::Array(all) => all.iter().for_each(|inner| keys(inner, found)),
        _ => {}
    }
}

/// Every key that is asked for where TOML is read.
fn asked() -> BTreeSet<String> {
    let mut asked = BTreeSet::new();
    let mut files: Vec<_> = fs::read_dir(root().join("src/config"))
        .unwrap()
        .map(|file| file.unwrap().path())
        .collect();
    files
        .extend(["front_matter", "people", "holder"].map(|file| root().join(format!("src/parse/{file}.rs"))));
    for file in files
        .into_iter()
        .filter(|file| file.extension().is_some_and(|end| end == "rs"))
    {
        if ["tests.rs", "built_in.rs", "reader.rs", "value.rs"]
            .iter()
            .any(|name| file.ends_with(name))
        {
            continue;
        }
        let text = fs::read_to_string(file).unwrap();
        let code = text.split("#[cfg(test)]").next().unwrap();
        for call in ["get(", "string(", "inner(", "period(", "named(", "texts("] {
            for (at, _) in code.match_indices(call) {
                let rest = code[at + call.len()..].trim_start();
                if let Some((key, _)) = rest.strip_prefix('"').and_then(|rest| rest.split_once('"')) {
                    asked.insert(key.to_owned());
                }
            }
        }
    }
    asked
}

#[test]
fn the_schemas_have_the_keys_that_are_read_and_no_others() {
    let mut described = BTreeSet::new();
    for name in ["book", "front-matter", "people"] {
        keys(&schema(name), &mut described);
    }
    assert_eq!(described, asked());
}

/// The values that a definition may have.
fn values(schema: &Value, definition: &str) -> Vec<String> {
    let definition = &schema["definitions"][definition];
    let alternatives = definition["oneOf"].as_array().into_iter().flatten();
    let values = alternatives.flat_map(|one| {
        one["enum"]
            .as_array()
            .cloned()
            .unwrap_or_else(|| vec![one["const"].clone()])
    });
    let values = values.chain(definition["enum"].as_array().cloned().into_iter().flatten());
    values.map(|value| value.as_str().unwrap().to_owned()).collect()
}

#[test]
fn every_value_of_the_schemas_is_understood() {
    let book = schema("book");
    let cases = [
        ("SchemaName", "[book]\ntitle = \"T\"\nschema = \"VALUE\"\n"),
        (
            "Encoding",
            "[book]\ntitle = \"T\"\n[build]\ncompress = [\"VALUE\"]\n",
        ),
        ("Shown", "[book]\ntitle = \"T\"\n[site]\nhistory = \"VALUE\"\n"),
        (
            "Publish",
            "[book]\ntitle = \"T\"\n[people]\npublish = \"VALUE\"\n",
        ),
        (
            "PartyKind",
            "[book]\ntitle = \"T\"\n[groups]\na = { title = \"A\", kind = \"VALUE\" }\n",
        ),
        (
            "SectionKind",
            "[book]\ntitle = \"T\"\n[[section]]\nid = \"a\"\ntitle = \"A\"\nkind = \"VALUE\"\n",
        ),
        (
            "Level",
            "[book]\ntitle = \"T\"\n[lints]\nvacant-role = \"VALUE\"\n",
        ),
    ];
    for (definition, toml) in cases {
        let values = values(&book, definition);
        assert!(values.len() > 1, "{definition}");
        for value in values {
            let handbook = Handbook::new("");
            handbook.write("book.toml", toml.replace("VALUE", &value));
            let found = handbook.findings_with(&[]);
            assert!(!found.contains("invalid-config"), "{definition} {value}: {found}");
        }
    }
    for kind in values(&schema("front-matter"), "Kind") {
        let handbook = Handbook::new("");
        handbook.write("content/a.md", format!("+++\nkind = \"{kind}\"\n+++\n# A\n"));
        let found = handbook.findings_with(&[]);
        assert!(!found.contains("invalid-front-matter"), "{kind}: {found}");
    }
}

#[test]
fn all_schemas_are_written_to_a_folder() {
    let handbook = Handbook::new("");
    handbook.run(&["schema", "--output", ".schemas"]).ok();
    for (file, name) in [
        ("book.schema.json", "book"),
        ("front-matter.schema.json", "front-matter"),
        ("people.schema.json", "people"),
    ] {
        let written: Value = serde_json::from_str(&handbook.read(&format!(".schemas/{file}"))).unwrap();
        assert_eq!(written, schema(name));
    }
}
