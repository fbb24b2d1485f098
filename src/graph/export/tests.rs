//! What is written is read back by parsers of the formats, whatever authors write.

#![allow(clippy::unwrap_used, reason = "a test stops at the first thing that can't be")]

use proptest::prelude::*;

use super::cases::{HOSTILE, hostile, network, tie};
use super::one_line::one_line;
use super::{FORMATS, Format, Network};
use crate::model::State;

fn written(name: &str, network: &Network<'_>) -> String {
    let format: Vec<&Format> = FORMATS.iter().filter(|format| format.name == name).collect();
    format[0].write(network)
}

/// Ids, titles, tags and qualifiers, by the parties' and the agreements' order.
fn expected(network: &Network<'_>) -> Vec<String> {
    let tags = |tags: &[String]| one_line(&tags.join("; "));
    let parties = network.parties.iter();
    let parties = parties.flat_map(|party| [one_line(party.id), one_line(party.title), tags(party.tags)]);
    let agreements = network.agreements.iter();
    parties
        .chain(agreements.map(|agreement| tags(&agreement.provider_qualifiers)))
        .collect()
}

fn read_graphml(text: &str) -> Vec<String> {
    let document = roxmltree::Document::parse(text).unwrap();
    let of = |element| {
        document
            .descendants()
            .filter(move |node| node.has_tag_name(element))
    };
    let datum = |node: roxmltree::Node<'_, '_>, key| {
        let mut data = node
            .children()
            .filter(|child| child.attribute("key") == Some(key));
        data.next()
            .and_then(|datum| datum.text())
            .unwrap_or_default()
            .to_owned()
    };
    let declared: Vec<&str> = of("key").filter_map(|key| key.attribute("id")).collect();
    assert!(of("data").all(|data| declared.contains(&data.attribute("key").unwrap())));
    let ids: Vec<&str> = of("node").filter_map(|node| node.attribute("id")).collect();
    for end in of("edge").flat_map(|edge| [edge.attribute("source"), edge.attribute("target")]) {
        assert!(ids.contains(&end.unwrap()));
    }
    let parties = of("node").flat_map(|node| ["name", "label", "tags"].map(|key| datum(node, key)));
    let agreements = of("edge").map(|edge| datum(edge, "provider_qualifiers"));
    parties.chain(agreements).collect()
}

fn read_csv(text: &str) -> Vec<Vec<String>> {
    let mut reader = csv::ReaderBuilder::new().from_reader(text.as_bytes());
    let rows = reader.records().map(|row| row.unwrap());
    rows.map(|row| row.iter().map(str::to_owned).collect()).collect()
}

/// A value as it was before an apostrophe kept it from being a formula.
fn without_apostrophe(value: &str) -> &str {
    let rest = value.strip_prefix('\'').unwrap_or(value);
    if rest
        .trim_start()
        .starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠'])
    {
        rest
    } else {
        value
    }
}

/// The quoted strings of a DOT document, in order; all else must be of the few characters that DOT is written with here.
fn read_dot(text: &str) -> Vec<String> {
    let body = text.lines().filter(|line| !line.starts_with("//"));
    let body: String = body.collect::<Vec<_>>().join("\n");
    let mut strings = Vec::new();
    let mut rest = body.chars();
    while let Some(c) = rest.next() {
        if c != '"' {
            assert!(
                c.is_ascii_alphanumeric() || "_-=>[]{} \n".contains(c),
                "{c:?} in {body}"
            );
            continue;
        }
        let mut string = String::new();
        loop {
            match rest.next().unwrap() {
                '"' => break,
                '\\' => string.push(rest.next().unwrap()),
                c => string.push(c),
            }
        }
        strings.push(string);
    }
    strings
}

fn hold(text: &str) {
    let network = hostile(text);
    let expected = expected(&network);
    assert_eq!(read_graphml(&written("graphml", &network)), expected, "{text:?}");

    let nodes = read_csv(&written("csv-nodes", &network));
    let edges = read_csv(&written("csv-edges", &network));
    let cells = nodes.iter().flat_map(|row| [&row[0], &row[1], &row[5]]);
    let cells = cells.chain(edges.iter().map(|row| &row[5]));
    let cells: Vec<&str> = cells.map(|cell| without_apostrophe(cell)).collect();
    let unmarked: Vec<&str> = expected.iter().map(|value| without_apostrophe(value)).collect();
    assert_eq!(cells, unmarked, "{text:?}");

    let strings = read_dot(&written("dot", &network));
    for value in &expected {
        let label = value.replace('&', "&amp;");
        assert!(
            value.is_empty() || strings.contains(value) || strings.contains(&label),
            "{value:?}"
        );
    }

    let mermaid = written("mermaid", &network);
    let (quotes, lines) = (mermaid.matches('"').count(), mermaid.lines().count());
    let plain = written("mermaid", &hostile("a"));
    assert_eq!(
        (quotes, lines),
        (plain.matches('"').count(), plain.lines().count()),
        "{mermaid}"
    );
}

#[test]
fn every_format_holds_hostile_words() {
    for text in HOSTILE {
        hold(text);
    }
}

proptest! {
    #[test]
    fn every_format_holds_any_words(text in any::<String>()) {
        hold(&text);
    }
}

#[test]
fn nothing_and_nobody_is_a_graph_too() {
    let network = Network::default();
    assert_eq!(read_graphml(&written("graphml", &network)), Vec::<String>::new());
    assert_eq!(
        written("csv-nodes", &network),
        "id,label,kind,url,team,tags,vacant\r\n"
    );
    assert_eq!(
        read_csv(&written("csv-edges", &network)),
        Vec::<Vec<String>>::new()
    );
    assert!(written("dot", &network).ends_with("}\n"));
    assert!(written("mermaid", &network).ends_with("flowchart LR\n"));
}

#[test]
fn teams_are_around_their_members() {
    let network = hostile("x");
    let dot = written("dot", &network);
    let order = [
        "\"cluster_outer\"",
        "\"outer\" [",
        "\"cluster_teamx\"",
        "\"rolex\" [",
        "\"end\" [",
    ];
    let places: Vec<usize> = order.iter().map(|part| dot.find(part).unwrap()).collect();
    assert!(places.is_sorted(), "{dot}");
    let mermaid = written("mermaid", &network);
    let order = [
        "subgraph t_outer[",
        "n_outer([",
        "subgraph t_teamx[",
        "n_rolex(\"x\"):::vacant",
        "n_end[",
    ];
    let places: Vec<usize> = order.iter().map(|part| mermaid.find(part).unwrap()).collect();
    assert!(places.is_sorted(), "{mermaid}");
}

#[test]
fn mermaid_is_told_of_what_it_refuses() {
    let edges = |number: usize| {
        let network = network(Vec::new(), vec![tie("a", "b", State::Mutual); number]);
        written("mermaid", &network).contains("maxEdges: ")
    };
    assert!(!edges(500) && edges(501));
}
