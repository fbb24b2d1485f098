//! What authors write as TOML, as JSON Schemas, so that editors complete and check it as it is typed; and what programs
//! read of findings.
//!
//! The types here are never read into: sources are read key by key, so that each fault has its place and words. A test
//! holds both against each other.

#![expect(dead_code, reason = "the types are described, and never made")]

mod book;
mod front_matter;
mod people;
mod values;

use schemars::Schema;
use schemars::generate::SchemaSettings;
use schemars::transform::RecursiveTransform;
use serde_json::Value;

/// A schema of something that authors write.
#[derive(Debug)]
pub(crate) struct Described {
    /// Its name on the command line.
    pub(crate) name: &'static str,
    /// What it describes, in a few words that begin small.
    pub(crate) summary: &'static str,
    /// The file that it is written to.
    pub(crate) file: &'static str,
    json: fn() -> String,
}

/// Every schema, in the order in which they are listed to people.
pub(crate) static SCHEMAS: &[Described] = &[
    Described {
        name: "book",
        summary: "book.toml",
        file: "book.schema.json",
        json: || {
            let mut schema = of::<book::Configuration>();
            book::complete(&mut schema);
            printed(&schema)
        },
    },
    Described {
        name: "front-matter",
        summary: "what stands between the `+++` lines of a page",
        file: "front-matter.schema.json",
        json: || printed(&of::<front_matter::FrontMatter>()),
    },
    Described {
        name: "people",
        summary: "content/people.toml",
        file: "people.schema.json",
        json: || printed(&of::<people::People>()),
    },
    Described {
        name: "findings",
        summary: "what `rolebook check --format json` prints",
        file: "findings.schema.json",
        json: || include_str!("findings.schema.json").to_owned(),
    },
];

impl Described {
    /// The schema as JSON; of what is TOML in draft 7, which editors of TOML read.
    pub(crate) fn json(&self) -> String {
        (self.json)()
    }
}

fn printed(schema: &Schema) -> String {
    serde_json::to_string_pretty(schema).unwrap_or_default() + "\n"
}

fn of<T: schemars::JsonSchema>() -> Schema {
    let settings = SchemaSettings::draft07().with_transform(RecursiveTransform(without_null));
    settings.into_generator().into_root_schema_for::<T>()
}

/// What may be left out is described as something or nothing, and there is no nothing in TOML.
fn without_null(schema: &mut Schema) {
    if let Some(Value::Array(kinds)) = schema.get_mut("type") {
        kinds.retain(|kind| kind != "null");
        if let [kind] = kinds.as_slice() {
            let kind = kind.clone();
            schema.insert("type".to_owned(), kind);
        }
    }
    if let Some(Value::Array(alternatives)) = schema.get_mut("anyOf") {
        alternatives.retain(|one| one["type"] != "null");
        if alternatives.len() == 1 {
            // Beside a reference nothing else counts, but within a list of one.
            let only = schema.remove("anyOf").unwrap_or_default();
            schema.insert("allOf".to_owned(), only);
        }
    }
}
