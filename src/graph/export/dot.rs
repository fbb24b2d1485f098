//! DOT, the language of Graphviz: <https://graphviz.org/doc/info/lang.html>.
//!
//! Every name and value is a double-quoted string, in which a quote is the only thing that can be escaped. Values are
//! `escString`s besides, in which a backslash begins an instruction and must be doubled; so it is in names, because a
//! name can't end in a backslash. Graphviz replaces HTML's entities in labels, so that an ampersand is written as one.

use std::fmt::Write as _;

use super::network::Nesting;
use super::one_line::{joined, one_line};
use super::{Network, NetworkAgreement, NetworkParty};
use crate::model::{PartyKind, State};

/// What stands above the graph.
const ABOUT: &str = "\
// Edges lead from who provides to who consumes; their labels count what is delivered and what is needed.
// Solid and bold: both say so. Dashed: only the consumer does. Dotted: only the provider does. Solid and thin: one is outside.
// Drawn by Graphviz: dot -Tsvg graph.dot -o graph.svg
";

/// The graph as DOT.
pub(super) fn write(network: &Network<'_>) -> String {
    let mut out = String::from(ABOUT);
    put(&mut out, format_args!("digraph {} {{\n", name(network.title)));
    // Without `newrank` some graphs with clusters can't be laid out ("trouble in init_rank").
    out.push_str("  graph [charset=\"UTF-8\" rankdir=LR newrank=true]\n");
    put(
        &mut out,
        format_args!("  label={} labelloc=t\n", label(network.title)),
    );
    out.push_str("  node [shape=box fontname=\"sans-serif\" fontsize=11]\n");
    out.push_str("  edge [fontname=\"sans-serif\" fontsize=9]\n");
    let nesting = Nesting::of(network);
    for party in &nesting.outside {
        member(&mut out, party, &nesting, 1);
    }
    for agreement in &network.agreements {
        edge(&mut out, agreement);
    }
    out.push_str("}\n");
    out
}

/// Writing to a string cannot fail.
fn put(out: &mut String, what: std::fmt::Arguments<'_>) {
    let _ = out.write_fmt(what);
}

/// A party; a team that someone is in is a cluster around itself and them.
fn member(out: &mut String, party: &NetworkParty<'_>, nesting: &Nesting<'_>, depth: usize) {
    let indent = "  ".repeat(depth);
    let members = nesting.members(party.id);
    if party.kind != PartyKind::Team || members.is_empty() {
        return node(out, party, &indent);
    }
    let cluster = name(&format!("cluster_{}", party.id));
    put(out, format_args!("{indent}subgraph {cluster} {{\n"));
    put(
        out,
        format_args!("{indent}  label={} style=rounded\n", label(party.title)),
    );
    node(out, party, &format!("{indent}  "));
    for within in members {
        member(out, within, nesting, depth + 1);
    }
    put(out, format_args!("{indent}}}\n"));
}

fn node(out: &mut String, party: &NetworkParty<'_>, indent: &str) {
    let kind = party.kind.name();
    put(
        out,
        format_args!("{indent}{} [label={}", name(party.id), label(party.title)),
    );
    out.push_str(match (party.kind, party.vacant) {
        (PartyKind::Role, false) => " style=rounded",
        (PartyKind::Role, true) => " style=\"rounded,dashed\"",
        (PartyKind::Team, _) => " shape=ellipse",
        (PartyKind::External, _) => "",
    });
    put(out, format_args!(" URL={} kind=\"{kind}\"", name(&party.url)));
    if let Some(team) = party.team {
        put(out, format_args!(" team={}", name(team)));
    }
    if !party.tags.is_empty() {
        put(out, format_args!(" tags={}", name(&joined(party.tags))));
    }
    if party.vacant {
        out.push_str(" vacant=\"true\"");
    }
    out.push_str("]\n");
}

fn edge(out: &mut String, agreement: &NetworkAgreement<'_>) {
    let (provider, consumer) = (name(agreement.provider), name(agreement.consumer));
    let style = match agreement.state {
        State::Mutual => "solid penwidth=2",
        State::Expected => "dashed",
        State::Offered => "dotted",
        State::External => "solid",
    };
    put(
        out,
        format_args!(
            "  {provider} -> {consumer} [label=\"{}\" style={style} state=\"{}\" deliverables={} needs={}",
            agreement.label(),
            agreement.state.name(),
            agreement.deliverables,
            agreement.needs
        ),
    );
    for (key, qualifiers) in [
        ("provider_qualifiers", &agreement.provider_qualifiers),
        ("consumer_qualifiers", &agreement.consumer_qualifiers),
    ] {
        if !qualifiers.is_empty() {
            put(out, format_args!(" {key}={}", name(&joined(qualifiers))));
        }
    }
    out.push_str("]\n");
}

/// A name, or a value that Graphviz does not draw.
fn name(text: &str) -> String {
    let text = one_line(text).replace('\\', "\\\\").replace('"', "\\\"");
    format!("\"{text}\"")
}

/// A value that Graphviz draws.
fn label(text: &str) -> String {
    name(&text.replace('&', "&amp;"))
}

#[cfg(test)]
mod tests {
    use super::{label, name};

    #[test]
    fn a_quoted_string_ends_where_it_should() {
        assert_eq!(name("a \"b\" \\"), r#""a \"b\" \\""#);
        assert_eq!(name("\\\""), r#""\\\"""#);
        assert_eq!(label("R&D &lt;\n\\N"), r#""R&amp;D &amp;lt; \\N""#);
    }
}
