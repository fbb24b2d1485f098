//! `GraphML`: <http://graphml.graphdrawing.org/specification.html>, an XML document in which each attribute is declared.
//!
//! Ids are names as XML has them (`NMTOKEN`): other characters are written as `_x20_`, by their numbers. As written they
//! stand in the attribute `name`, by which igraph finds vertices.

use std::fmt::Write as _;

use super::one_line::{joined, one_line};
use super::{Network, NetworkAgreement, NetworkParty};
use crate::text::escape;

/// What the schema says of a document that begins like this is in <http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd>.
const BEGIN: &str = "\
<?xml version=\"1.0\" encoding=\"UTF-8\"?>
<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" \
xsi:schemaLocation=\"http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd\">
";

/// Every attribute: what it is of, its name, its type.
const KEYS: [(&str, &str, &str); 13] = [
    ("graph", "title", "string"),
    ("node", "name", "string"),
    ("node", "label", "string"),
    ("node", "kind", "string"),
    ("node", "url", "string"),
    ("node", "team", "string"),
    ("node", "tags", "string"),
    ("node", "vacant", "boolean"),
    ("edge", "state", "string"),
    ("edge", "deliverables", "int"),
    ("edge", "needs", "int"),
    ("edge", "provider_qualifiers", "string"),
    ("edge", "consumer_qualifiers", "string"),
];

/// The graph as `GraphML`.
pub(super) fn write(network: &Network<'_>) -> String {
    let mut out = String::from(BEGIN);
    for (of, name, kind) in KEYS {
        put(
            &mut out,
            format_args!("  <key id=\"{name}\" for=\"{of}\" attr.name=\"{name}\" attr.type=\"{kind}\"/>\n"),
        );
    }
    out.push_str("  <graph id=\"organisation\" edgedefault=\"directed\">\n");
    data(&mut out, "    ", "title", network.title);
    for party in &network.parties {
        node(&mut out, party);
    }
    for agreement in &network.agreements {
        edge(&mut out, agreement);
    }
    out.push_str("  </graph>\n</graphml>\n");
    out
}

/// Writing to a string cannot fail.
fn put(out: &mut String, what: std::fmt::Arguments<'_>) {
    let _ = out.write_fmt(what);
}

fn node(out: &mut String, party: &NetworkParty<'_>) {
    put(out, format_args!("    <node id=\"{}\">\n", name(party.id)));
    let mut datum = |key, value: &str| data(out, "      ", key, value);
    datum("name", party.id);
    datum("label", party.title);
    datum("kind", party.kind.name());
    datum("url", &party.url);
    if let Some(team) = party.team {
        datum("team", team);
    }
    if !party.tags.is_empty() {
        datum("tags", &joined(party.tags));
    }
    datum("vacant", if party.vacant { "true" } else { "false" });
    out.push_str("    </node>\n");
}

fn edge(out: &mut String, agreement: &NetworkAgreement<'_>) {
    let (source, target) = (name(agreement.provider), name(agreement.consumer));
    put(
        out,
        format_args!("    <edge source=\"{source}\" target=\"{target}\">\n"),
    );
    let mut datum = |key, value: &str| data(out, "      ", key, value);
    datum("state", agreement.state.name());
    datum("deliverables", &agreement.deliverables.to_string());
    datum("needs", &agreement.needs.to_string());
    for (key, qualifiers) in [
        ("provider_qualifiers", &agreement.provider_qualifiers),
        ("consumer_qualifiers", &agreement.consumer_qualifiers),
    ] {
        if !qualifiers.is_empty() {
            datum(key, &joined(qualifiers));
        }
    }
    out.push_str("    </edge>\n");
}

fn data(out: &mut String, indent: &str, key: &str, value: &str) {
    put(out, format_args!("{indent}<data key=\"{key}\">"));
    escape::text(out, &one_line(value));
    out.push_str("</data>\n");
}

/// An id as a name of XML's; no two ids give the same.
fn name(id: &str) -> String {
    let mut out = String::with_capacity(id.len());
    let mut rest = id.chars().peekable();
    while let Some(c) = rest.next() {
        // What is written like a number here must be one.
        let is_literal_escape = c == '_' && rest.peek() == Some(&'x');
        if is_name_character(c) && !is_literal_escape {
            out.push(c);
        } else {
            put(&mut out, format_args!("_x{:x}_", u32::from(c)));
        }
    }
    if out.is_empty() { String::from("_x_") } else { out }
}

/// Whether XML 1.0 counts `c` among the characters of names (production `NameChar`).
fn is_name_character(c: char) -> bool {
    matches!(c,
        '-' | '.' | ':' | '_' | '0'..='9' | 'A'..='Z' | 'a'..='z' | '\u{b7}'
        | '\u{c0}'..='\u{d6}' | '\u{d8}'..='\u{f6}' | '\u{f8}'..='\u{37d}' | '\u{37f}'..='\u{1fff}'
        | '\u{200c}'..='\u{200d}' | '\u{203f}'..='\u{2040}' | '\u{2070}'..='\u{218f}'
        | '\u{2c00}'..='\u{2fef}' | '\u{3001}'..='\u{d7ff}' | '\u{f900}'..='\u{fdcf}'
        | '\u{fdf0}'..='\u{fffd}' | '\u{10000}'..='\u{effff}')
}

#[cfg(test)]
mod tests {
    use super::name;

    #[test]
    fn ids_become_names_and_stay_apart() {
        let cases = [
            ("product-owner", "product-owner"),
            ("büro", "büro"),
            ("a b", "a_x20_b"),
            ("a_x20_b", "a_x5f_x20_b"),
            ("a_b", "a_b"),
            ("<\"&", "_x3c__x22__x26_"),
            ("", "_x_"),
        ];
        for (id, expected) in cases {
            assert_eq!(name(id), expected);
        }
    }
}
