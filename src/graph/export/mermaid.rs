//! Mermaid: a flowchart, <https://mermaid.js.org/syntax/flowchart.html>.
//!
//! Titles stand between double quotes, in which characters are written by their numbers (`#35;`, "Entity codes to escape
//! characters"): all that means something to Mermaid, to Markdown, which it reads in titles, or to HTML. Names of nodes begin
//! with `n_`, of teams around others with `t_`, because a name such as `end` would end something.

use std::fmt::Write as _;

use super::network::Nesting;
use super::one_line::one_line;
use super::{Network, NetworkParty};
use crate::model::{PartyKind, State};

/// What Mermaid refuses unless its configuration says otherwise: `maxEdges` and `maxTextSize`. A diagram can't set them.
const MOST_EDGES: usize = 500;
const MOST_CHARACTERS: usize = 50_000;

/// What stands above the graph.
const ABOUT: &str = "\
%% Edges lead from who provides to who consumes; their labels count what is delivered and what is needed.
%% Thick: both say so. Dashed: only the consumer does. Dotted: only the provider does. Thin: one is outside.
";

/// The graph as a flowchart.
pub(super) fn write(network: &Network<'_>) -> String {
    let mut body = String::from("flowchart LR\n");
    let nesting = Nesting::of(network);
    for party in &nesting.outside {
        member(&mut body, party, &nesting, 1);
    }
    edges(&mut body, network);
    for party in &network.parties {
        let name = node_name(party.id);
        put(
            &mut body,
            format_args!("  click {name} href \"{}\"\n", address(&party.url)),
        );
    }
    if network.parties.iter().any(|party| party.vacant) {
        body.push_str("  classDef vacant stroke-dasharray:4 3\n");
    }
    let is_too_large = network.agreements.len() > MOST_EDGES || body.len() > MOST_CHARACTERS;
    let mut out = String::from(ABOUT);
    if is_too_large {
        put(
            &mut out,
            format_args!(
                "%% Mermaid refuses it unless configured with maxEdges: {} and maxTextSize: {} or more.\n",
                network.agreements.len().max(MOST_EDGES),
                (2 * body.len()).max(MOST_CHARACTERS)
            ),
        );
    }
    out.push_str(&body);
    out
}

/// Writing to a string cannot fail.
fn put(out: &mut String, what: std::fmt::Arguments<'_>) {
    let _ = out.write_fmt(what);
}

/// A party; a team that someone is in is a subgraph around itself and them.
fn member(out: &mut String, party: &NetworkParty<'_>, nesting: &Nesting<'_>, depth: usize) {
    let indent = "  ".repeat(depth);
    let members = nesting.members(party.id);
    if party.kind != PartyKind::Team || members.is_empty() {
        return node(out, party, &indent);
    }
    let (id, title) = (token(party.id), text(party.title));
    put(out, format_args!("{indent}subgraph t_{id}[\"{title}\"]\n"));
    node(out, party, &format!("{indent}  "));
    for within in members {
        member(out, within, nesting, depth + 1);
    }
    put(out, format_args!("{indent}end\n"));
}

fn node(out: &mut String, party: &NetworkParty<'_>, indent: &str) {
    let (open, close) = match party.kind {
        PartyKind::Role => ("(", ")"),
        PartyKind::Team => ("([", "])"),
        PartyKind::External => ("[", "]"),
    };
    let (name, title) = (node_name(party.id), text(party.title));
    let class = if party.vacant { ":::vacant" } else { "" };
    put(
        out,
        format_args!("{indent}{name}{open}\"{title}\"{close}{class}\n"),
    );
}

fn edges(out: &mut String, network: &Network<'_>) {
    for agreement in &network.agreements {
        let arrow = match agreement.state {
            State::Mutual => "==>",
            State::Expected | State::Offered => "-.->",
            State::External => "-->",
        };
        let (provider, consumer) = (node_name(agreement.provider), node_name(agreement.consumer));
        put(
            out,
            format_args!("  {provider} {arrow}|\"{}\"| {consumer}\n", agreement.label()),
        );
    }
    for (state, dashes) in [(State::Expected, "7 4"), (State::Offered, "1 4")] {
        let numbered = network.agreements.iter().enumerate();
        let numbers = numbered.filter(|(_, agreement)| agreement.state == state);
        let numbers: Vec<String> = numbers.map(|(at, _)| at.to_string()).collect();
        if !numbers.is_empty() {
            let numbers = numbers.join(",");
            put(
                out,
                format_args!("  linkStyle {numbers} stroke-dasharray:{dashes}\n"),
            );
        }
    }
}

fn node_name(id: &str) -> String {
    format!("n_{}", token(id))
}

/// An id as a part of a name; no two ids give the same. What Mermaid may read as something else is written as `_20_`, by its number.
fn token(id: &str) -> String {
    let mut out = String::with_capacity(id.len());
    let mut rest = id.chars().peekable();
    while let Some(c) = rest.next() {
        // Before anything but a letter or digit a hyphen would begin an arrow.
        let joins = c == '-' && rest.peek().is_some_and(char::is_ascii_alphanumeric);
        if c.is_ascii_alphanumeric() || joins {
            out.push(c);
        } else {
            put(&mut out, format_args!("_{:x}_", u32::from(c)));
        }
    }
    out
}

/// A title. Letters, digits and what only ever stands for itself are written as they are.
fn text(title: &str) -> String {
    let mut out = String::with_capacity(title.len());
    for c in one_line(title).chars() {
        if c.is_alphanumeric() || !c.is_ascii() || " ,'()/?".contains(c) {
            out.push(c);
        } else {
            put(&mut out, format_args!("#{};", u32::from(c)));
        }
    }
    out
}

/// An address between double quotes: links of a site's are percent-encoded, but for what a configured address brings along.
fn address(url: &str) -> String {
    one_line(url).replace('"', "%22").replace('#', "%23")
}

#[cfg(test)]
mod tests {
    use super::{text, token};

    #[test]
    fn ids_become_names_and_stay_apart() {
        let cases = [
            ("product-owner", "product-owner"),
            ("a--b", "a_2d_-b"),
            ("a-", "a_2d_"),
            ("a_2d_", "a_5f_2d_5f_"),
            ("büro", "b_fc_ro"),
            ("", ""),
        ];
        for (id, expected) in cases {
            assert_eq!(token(id), expected);
        }
    }

    #[test]
    fn titles_hold_nothing_that_means_something() {
        assert_eq!(
            text("a \"b\"; %%{x}%% #"),
            "a #34;b#34;#59; #37;#37;#123;x#125;#37;#37; #35;"
        );
        assert_eq!(text("R&D (Zürich) 🙂"), "R#38;D (Zürich) 🙂");
    }
}
