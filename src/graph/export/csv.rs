//! CSV: a table of nodes and a table of edges.
//!
//! As RFC 4180 has it: lines end in CR LF, quotes stand around values that hold commas, quotes or line breaks, and quotes
//! within are doubled; UTF-8. The columns `id`, `label`, `source` and `target` are called as Gephi and pandas expect them.
//!
//! A spreadsheet takes a value that begins with `=`, `+`, `-`, `@`, a tab or a carriage return for a formula, even between quotes.
//! An apostrophe stands before such a value, as OWASP's "CSV Injection" advises; a program that reads the table may take it away.

use csv::{Terminator, WriterBuilder};

use super::one_line::{joined, one_line};
use super::{Network, NetworkAgreement, NetworkParty};

const NODE_COLUMNS: [&str; 7] = ["id", "label", "kind", "url", "team", "tags", "vacant"];

const EDGE_COLUMNS: [&str; 7] = [
    "source",
    "target",
    "state",
    "deliverables",
    "needs",
    "provider_qualifiers",
    "consumer_qualifiers",
];

/// The table of parties.
pub(super) fn nodes(network: &Network<'_>) -> String {
    table(NODE_COLUMNS, network.parties.iter().map(node))
}

/// The table of agreements.
pub(super) fn edges(network: &Network<'_>) -> String {
    table(EDGE_COLUMNS, network.agreements.iter().map(edge))
}

fn node(party: &NetworkParty<'_>) -> [String; 7] {
    [
        party.id.to_owned(),
        party.title.to_owned(),
        party.kind.name().to_owned(),
        party.url.clone(),
        party.team.unwrap_or_default().to_owned(),
        joined(party.tags),
        party.vacant.to_string(),
    ]
}

fn edge(agreement: &NetworkAgreement<'_>) -> [String; 7] {
    [
        agreement.provider.to_owned(),
        agreement.consumer.to_owned(),
        agreement.state.name().to_owned(),
        agreement.deliverables.to_string(),
        agreement.needs.to_string(),
        joined(&agreement.provider_qualifiers),
        joined(&agreement.consumer_qualifiers),
    ]
}

fn table<const COLUMNS: usize>(
    columns: [&str; COLUMNS],
    rows: impl Iterator<Item = [String; COLUMNS]>,
) -> String {
    let mut out = WriterBuilder::new()
        .terminator(Terminator::CRLF)
        .from_writer(Vec::new());
    // Writing to memory cannot fail, nor can rows of one length.
    let _ = out.write_record(columns);
    for row in rows {
        let _ = out.write_record(row.map(|value| harmless(&value)));
    }
    String::from_utf8(out.into_inner().unwrap_or_default()).unwrap_or_default()
}

/// `value`, so that no spreadsheet takes it for a formula.
fn harmless(value: &str) -> String {
    let value = one_line(value);
    // Some take the wide forms of East Asian writing for the same.
    let begins = value.trim_start().chars().next();
    if begins.is_some_and(|c| "=+-@＝＋－＠".contains(c)) {
        format!("'{value}")
    } else {
        value
    }
}

#[cfg(test)]
mod tests {
    use super::harmless;

    #[test]
    fn no_value_is_a_formula() {
        let cases = [
            ("=HYPERLINK(\"x\")", "'=HYPERLINK(\"x\")"),
            ("\t=1+1", "' =1+1"),
            ("-1", "'-1"),
            ("@role", "'@role"),
            ("＝1", "'＝1"),
            ("a=b", "a=b"),
            ("Front\r\nDesk", "Front Desk"),
            ("", ""),
        ];
        for (written, expected) in cases {
            assert_eq!(harmless(written), expected);
        }
    }
}
