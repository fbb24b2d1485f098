//! The page that tells other programs what there is: the files of data, and what `rolebook.json` looks like.

use serde::Serialize;
use serde_json::Value;

use super::document;
use crate::graph::export::FORMATS;
use crate::site::view::Link;
use crate::site::{Here, Views, address};
use crate::text::SitePath;

/// What the template of `data` sees as `data`.
#[derive(Debug, Serialize)]
pub(crate) struct DataView {
    /// The version of the data's form.
    version: u32,
    /// The files that there are.
    files: Vec<DataFile>,
    /// The things that `rolebook.json` holds, itself first.
    things: Vec<Thing>,
}

/// A file of data.
#[derive(Debug, Serialize)]
struct DataFile {
    /// Its name, leading to it.
    file: Link,
    /// What it is for.
    explained: String,
}

/// A kind of thing in the data.
#[derive(Debug, Serialize)]
struct Thing {
    /// Its name in the schema.
    name: String,
    /// Where it stands on the page.
    anchor: String,
    /// What it is, in English.
    explained: String,
    /// The values that it may have, where it is one of several.
    values: Vec<String>,
    /// What it holds.
    fields: Vec<ThingField>,
}

/// A field of such a thing.
#[derive(Debug, Serialize)]
struct ThingField {
    /// Its name.
    name: String,
    /// What it holds: such as `text`, `list of`, a [`Thing`].
    kind: &'static str,
    /// The thing that it holds, leading to what is said of it.
    thing: Option<Link>,
    /// Whether it is always there.
    required: bool,
    /// What it is, in English.
    explained: String,
}

impl DataView {
    /// What the page shows at `here`.
    pub(crate) fn of(views: &Views<'_>, here: &Here<'_>) -> Self {
        let schema = schemars::schema_for!(document::Document<'_>).to_value();
        let definitions = schema["$defs"].as_object().into_iter().flatten();
        let top = std::iter::once(thing(address::DATA, &schema));
        Self {
            version: document::VERSION,
            files: files(views, here),
            things: top
                .chain(definitions.map(|(name, schema)| thing(name, schema)))
                .collect(),
        }
    }
}

/// The files, those of all languages first.
fn files(views: &Views<'_>, here: &Here<'_>) -> Vec<DataFile> {
    let file = |name: &str, href: String, key: &str| DataFile {
        file: Link {
            title: name.to_owned(),
            href: Some(href),
        },
        explained: views.word(&format!("data.file-{key}")),
    };
    let shared = |name: &str, key: &str| file(name, here.to_shared(&address::site(name)), key);
    let mut files = vec![
        shared(address::DATA, "json"),
        shared(address::DATA_SCHEMA, "schema"),
    ];
    files.extend(FORMATS.iter().map(|format| shared(format.file, format.name)));
    let own = |path: SitePath, key: &str| {
        let title = path.as_str().to_owned();
        views.has_file(&path).then(|| file(&title, here.to(&path), key))
    };
    files.extend(own(address::site(address::CALENDAR), "calendar"));
    files.extend(own(address::feed(&address::site(address::CHANGES)), "feed"));
    files.extend(own(address::site(address::LLMS), "markdown"));
    files
}

fn thing(name: &str, schema: &Value) -> Thing {
    let required: Vec<&str> = schema["required"]
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(Value::as_str)
        .collect();
    let properties = schema["properties"].as_object().into_iter().flatten();
    let fields = properties.map(|(name, schema)| {
        let (kind, thing) = kind(schema);
        ThingField {
            kind,
            thing: thing.map(|thing| Link {
                href: Some(format!("#{}", anchor(thing))),
                title: thing.to_owned(),
            }),
            required: required.contains(&name.as_str()),
            explained: text(schema),
            name: name.clone(),
        }
    });
    // Values are a list, or alternatives that are explained one by one.
    let alternatives = schema["oneOf"].as_array().into_iter().flatten();
    let values = alternatives.clone().map(|one| &one["const"]);
    let values = values.chain(alternatives.flat_map(|one| one["enum"].as_array().into_iter().flatten()));
    let values = values.chain(schema["enum"].as_array().into_iter().flatten());
    Thing {
        name: name.to_owned(),
        anchor: anchor(name),
        explained: text(schema),
        values: values.filter_map(Value::as_str).map(str::to_owned).collect(),
        fields: fields.collect(),
    }
}

fn anchor(thing: &str) -> String {
    format!("rb-{}", thing.to_lowercase().replace('.', "-"))
}

fn text(schema: &Value) -> String {
    schema["description"].as_str().unwrap_or_default().to_owned()
}

/// What a field holds: the key of the word for it, and the thing that it refers to.
fn kind(schema: &Value) -> (&'static str, Option<&str>) {
    if let Some(thing) = reference(schema) {
        return ("thing", Some(thing));
    }
    let kinds = match &schema["type"] {
        Value::Array(kinds) => kinds
            .iter()
            .filter_map(Value::as_str)
            .find(|kind| *kind != "null"),
        kind => kind.as_str(),
    };
    match kinds {
        Some("array") => match reference(&schema["items"]) {
            Some(thing) => ("list", Some(thing)),
            None => ("texts", None),
        },
        Some("integer" | "number") => ("number", None),
        Some("boolean") => ("flag", None),
        _ => ("text", None),
    }
}

/// The thing that a schema refers to, perhaps as one of two alternatives, of which the other is nothing.
fn reference(schema: &Value) -> Option<&str> {
    let alternatives = schema["anyOf"].as_array().into_iter().flatten();
    let mut references = std::iter::once(schema)
        .chain(alternatives)
        .filter_map(|one| one["$ref"].as_str());
    references.next()?.rsplit('/').next()
}
