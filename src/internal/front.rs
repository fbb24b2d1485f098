//! Where keys stand in front matter and in `people.toml`, with all that belongs to them.

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::text::Span;

/// A key, with what stands at it.
pub(super) struct Entry {
    /// The key.
    pub(super) name: String,
    /// The key within `[fields]`, if it is one of these.
    pub(super) field: Option<String>,
    /// All of it, to be cut out.
    pub(super) whole: Span,
}

/// The keys of a piece of TOML that begins at `offset` of its source.
pub(super) fn entries(toml: &str, offset: usize) -> Vec<Entry> {
    let (root, _) = DeTable::parse_recoverable(toml);
    let mut found = Vec::new();
    for (key, value) in root.get_ref() {
        let name = key.get_ref().to_string();
        if name == "fields"
            && let DeValue::Table(fields) = value.get_ref()
        {
            for (field, inner) in fields {
                found.push(Entry {
                    name: name.clone(),
                    field: Some(field.get_ref().to_string()),
                    whole: whole(toml, field.span().into(), inner).shifted(offset),
                });
            }
        }
        found.push(Entry {
            whole: whole(toml, key.span().into(), value).shifted(offset),
            name,
            field: None,
        });
    }
    found
}

/// All that belongs to a key: its line and those of its value; within braces what stands between the commas.
fn whole(toml: &str, key: Span, value: &Spanned<DeValue<'_>>) -> Span {
    let value = Span::from(value.span());
    let line = line_start(toml, key.start);
    let before = toml.get(line..key.start).unwrap_or_default();
    if before.contains('{') {
        return element(toml, Span::new(key.start, value.end));
    }
    if before.trim_start().starts_with('[') {
        // A heading: the table goes on to the next that is not below it.
        return Span::new(line, table_end(toml, key));
    }
    Span::new(line, line_end(toml, value.end.max(key.end)))
}

/// Where the table ends that the heading with `key` begins.
fn table_end(toml: &str, key: Span) -> usize {
    let name = toml.get(key.start..key.end).unwrap_or_default();
    let mut at = line_end(toml, key.end);
    while at < toml.len() {
        let end = line_end(toml, at);
        let line = toml.get(at..end).unwrap_or_default().trim_start();
        if let Some(heading) = line.strip_prefix('[') {
            let rest = heading.trim_start_matches('[').trim_start().strip_prefix(name);
            if !rest.is_some_and(|rest| rest.trim_start().starts_with('.')) {
                return at;
            }
        }
        at = end;
    }
    toml.len()
}

/// An element of a list, or of a table within braces, with the comma that it takes with it.
pub(super) fn element(text: &str, element: Span) -> Span {
    let behind = text.get(element.end..).unwrap_or_default();
    let rest = behind.trim_start();
    if rest.starts_with(',') {
        return Span::new(element.start, text.len() - rest.len() + 1);
    }
    let before = text.get(..element.start).unwrap_or_default().trim_end();
    let start = if before.ends_with(',') {
        before.len() - 1
    } else {
        element.start
    };
    Span::new(start, element.end)
}

fn line_start(text: &str, at: usize) -> usize {
    text.get(..at)
        .unwrap_or_default()
        .rfind('\n')
        .map_or(0, |end| end + 1)
}

fn line_end(text: &str, at: usize) -> usize {
    let rest = text.get(at..).unwrap_or_default();
    rest.find('\n').map_or(text.len(), |end| at + end + 1)
}
