//! Graphviz `dot` on the same graph, as its plain output tells it.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::Write as _;
use std::process::{Command, Stdio};
use std::time::Instant;

use super::crossing::{Lines, curve};
use crate::graph::layered::{Graph, Spacing};

/// Its version, where it is installed.
pub(crate) fn version() -> Option<String> {
    let output = Command::new("dot").arg("-V").output().ok()?;
    Some(String::from_utf8_lossy(&output.stderr).trim().to_owned())
}

/// The ways of the edges, and how long it took in milliseconds, its start and end included.
///
/// None where it takes longer than so many seconds of CPU.
pub(crate) fn lay_out(graph: &Graph, spacing: &Spacing, seconds: u64) -> Option<(Vec<Lines>, f64)> {
    let start = Instant::now();
    let mut dot = Command::new("sh")
        .args(["-c", &format!("ulimit -t {seconds}; exec dot -Tplain")])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .ok()?;
    dot.stdin
        .take()?
        .write_all(source(graph, spacing).as_bytes())
        .ok()?;
    let output = dot.wait_with_output().ok()?;
    let ms = start.elapsed().as_secs_f64() * 1e3;
    let plain = String::from_utf8(output.stdout).ok()?;
    output.status.success().then(|| (read(graph, &plain), ms))
}

fn source(graph: &Graph, spacing: &Spacing) -> String {
    let inches = |units: i32| f64::from(units) / 72.0;
    let mut text = format!(
        "digraph {{ rankdir=LR; nodesep={}; ranksep={}; node [shape=box, fixedsize=true]\n",
        inches(spacing.nodes),
        inches(spacing.layers)
    );
    for (at, node) in graph.nodes.iter().enumerate() {
        let _ = writeln!(
            text,
            "{at} [width={}, height={}]",
            inches(node.width),
            inches(node.height)
        );
    }
    for edge in &graph.edges {
        let _ = writeln!(text, "{} -> {}", edge.from, edge.to);
    }
    text.push('}');
    text
}

/// The curves by the edges' ends; the graph has no two edges with the same.
fn read(graph: &Graph, plain: &str) -> Vec<Lines> {
    let mut found = BTreeMap::new();
    for line in plain.lines().filter(|line| line.starts_with("edge ")) {
        let words: Vec<&str> = line.split(' ').collect();
        let number = |at: usize| words[at].parse::<usize>().expect("a number");
        let place = |at: usize| words[at].parse::<f64>().expect("a place") * 72.0;
        let point = |nth: usize| (place(4 + 2 * nth), place(5 + 2 * nth));
        let mut lines = vec![point(0)];
        for nth in (1..number(3)).step_by(3) {
            curve(&mut lines, point(nth), point(nth + 1), point(nth + 2));
        }
        found.insert((number(1), number(2)), lines);
    }
    let edges = graph.edges.iter();
    edges
        .map(|edge| found.remove(&(edge.from, edge.to)).expect("dot draws every edge"))
        .collect()
}
