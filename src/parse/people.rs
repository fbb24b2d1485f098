//! People as written: `people.toml`, and a person's own page.

use crate::config::{Origin, Table, Value, read_toml};
use crate::finding::{Finding, kind};
use crate::model::{PersonFields, Spot, WrittenPerson};
use crate::text::{Source, SourceId, slug};

/// Parses `people.toml`: the people in the order of their ids.
pub(crate) fn people(source: &Source, id: SourceId) -> (Vec<WrittenPerson>, Vec<Finding>) {
    let origin = Origin {
        kind: &kind::INVALID_FRONT_MATTER,
        source: id,
        offset: 0,
    };
    let (mut people, findings) = read_toml(&source.text, origin, |table| {
        let entries = table.entries().into_iter();
        let people = entries.filter_map(|(key, value)| person(table, &key, value, id));
        people.collect::<Vec<_>>()
    });
    people.sort_by(|a, b| a.id.cmp(&b.id));
    (people, findings)
}

fn person(file: &Table, key: &Spot<String>, value: Value, source: SourceId) -> Option<WrittenPerson> {
    let wants = format!("lines below `[{}]`, such as `name = \"Ana Ruiz\"`", key.value);
    let (fields, internal) = value.table(&wants, |table| {
        let fields = fields(table);
        let internal = table.get("internal").map(|value| value.flag().unwrap_or(true));
        table.report_missing("name", "name = \"Ana Ruiz\"");
        (fields, internal.unwrap_or(false))
    })?;
    Some(WrittenPerson {
        id: checked_id(file, key)?,
        source,
        span: key.span,
        fields,
        internal,
    })
}

/// The id that a table's name gives: it becomes part of an address.
fn checked_id(file: &Table, key: &Spot<String>) -> Option<String> {
    let is_letter = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '.');
    if !key.value.is_empty() && !key.value.starts_with('.') && key.value.chars().all(is_letter) {
        return Some(key.value.clone());
    }
    let fitting = slug(&key.value);
    let finding = file.finding_at(key.span, format!("`{}` can't be a person's id", key.value));
    file.report(if fitting.is_empty() {
        finding.help("write letters, digits and hyphens, as in `[ana-ruiz]`")
    } else {
        finding.help(format!(
            "write `[{fitting}]`, and the name itself as `name = \"...\"`"
        ))
    });
    (!fitting.is_empty()).then_some(fitting)
}

/// What `table` says of a person.
pub(super) fn fields(table: &Table) -> PersonFields {
    PersonFields {
        name: table.get("name").and_then(Value::text),
        contact: table.string("contact"),
        links: table.get("links").map(links).unwrap_or_default(),
        pronouns: table.string("pronouns"),
        location: table.string("location"),
        picture: table.get("picture").and_then(Value::text),
    }
}

/// `["https://..."]` or `{ "My site" = "https://..." }`.
fn links(value: Value) -> Vec<(String, String)> {
    if value.is_table() {
        let read = |table: &Table| {
            let entries = table.entries().into_iter();
            let links = entries.filter_map(|(text, value)| Some((text.value, address(value)?)));
            links.collect()
        };
        return value.table("", read).unwrap_or_default();
    }
    value.list(|entry| {
        let address = address(entry)?;
        Some((shown(&address).to_owned(), address))
    })
}

/// The addresses that a person may be linked to; whatever else a browser would do is not asked for.
const SCHEMES: [&str; 7] = ["https:", "http:", "mailto:", "tel:", "xmpp:", "sip:", "matrix:"];

fn address(value: Value) -> Option<String> {
    let address = value.text()?.value;
    let lower = address.to_ascii_lowercase();
    let has_scheme = SCHEMES.iter().any(|scheme| lower.starts_with(scheme));
    if has_scheme && !address.contains(|c: char| c.is_whitespace() || c.is_control()) {
        return Some(address);
    }
    let finding = value.finding(format!("`{address}` is no address to link to"));
    let help = if address.contains(char::is_whitespace) || address.contains(':') {
        "write it as a browser shows it, as in `https://example.org/`".to_owned()
    } else if address.contains('@') {
        format!("write `mailto:{address}`")
    } else {
        format!(
            "write it from `https://` on: `https://{}`",
            address.trim_start_matches('/')
        )
    };
    value.report(finding.help(help));
    None
}

/// How an address without a text of its own is shown.
fn shown(address: &str) -> &str {
    let rest = address.split_once(':').map_or(address, |(_, rest)| rest);
    let rest = rest.trim_start_matches('/').trim_end_matches('/');
    if rest.is_empty() { address } else { rest }
}
