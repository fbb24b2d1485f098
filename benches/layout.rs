//! The layered layout beside Graphviz `dot`: crossings and time on the same graphs, and how much an edit moves.
//!
//!     cargo bench --bench layout
//!
//! Crossings are counted alike in both drawings: each edge's curve is cut into short lines, and every place counts
//! where lines of two edges without a common end cross. The layout's rooms are the crate's own; as it needs nothing
//! but numbers, its files are compiled into this program by path rather than made public.

#![allow(
    clippy::print_stdout,
    clippy::expect_used,
    reason = "a measurement talks, and stops where it can't measure"
)]
#![allow(clippy::disallowed_methods, reason = "it looks at the clock and runs dot")]

#[path = "layout/crossing.rs"]
mod crossing;
#[path = "layout/dot.rs"]
mod dot;
#[path = "layout/seeded.rs"]
mod seeded;
#[path = "layout/stability.rs"]
mod stability;

/// The files of the crate that lay out.
#[path = "../src/graph"]
#[allow(
    dead_code,
    unused_imports,
    unreachable_pub,
    reason = "the drawings use what is not measured here"
)]
mod graph {
    pub(crate) mod area;
    pub(crate) mod layered;
}

use std::time::Instant;

use graph::layered::{self, Graph, Layout, Spacing};

/// Nodes, how many different graphs, and how many runs of each.
const SIZES: [(usize, u64, usize); 3] = [(30, 21, 11), (300, 9, 5), (3_000, 1, 1)];
/// Edges for each node.
const DENSITY: f64 = 1.5;
/// Seconds of CPU: nobody waits longer for a drawing.
const PATIENCE: u64 = 100;

const SPACING: Spacing = Spacing {
    layers: 60,
    lead: 0,
    nodes: 20,
    lanes: 14,
    ports: 14,
    margin: 8,
};

fn main() {
    let dot = dot::version();
    println!(
        "medians over graphs; beside {}",
        dot.as_deref().unwrap_or("no dot")
    );
    println!(
        "{:>6} {:>6} {:>7}  {:>10} {:>10} {:>6}  {:>10} {:>10} {:>6}",
        "nodes", "edges", "graphs", "crossings", "dot", "times", "ms", "dot", "times"
    );
    for (nodes, graphs, runs) in SIZES {
        let mut rows = Vec::new();
        for seed in 1..=graphs {
            let graph = seeded::graph(nodes, DENSITY, seed);
            let (layout, ms) = measured(&graph, runs);
            let own = crossing::crossings(&graph, &crossing::lines(&layout));
            let theirs = dot
                .as_ref()
                .and_then(|_| dot::lay_out(&graph, &SPACING, PATIENCE));
            let theirs = theirs.map(|(lines, ms)| (crossing::crossings(&graph, &lines), ms));
            rows.push((graph.edges.len(), own, ms, theirs));
        }
        print_row(nodes, &rows);
    }
    let (_, ms) = measured(&seeded::graph(3_000, 3.0, 1), 1);
    println!("3000 nodes and 9000 edges are laid out in {ms:.0} ms");
    stability::print(&SPACING);
}

/// The layout, and the median of what it took, in milliseconds.
fn measured(graph: &Graph, runs: usize) -> (Layout, f64) {
    let mut found = Vec::new();
    let mut layout = None;
    for _ in 0..runs {
        let start = Instant::now();
        layout = Some(layered::lay_out(graph, &SPACING));
        found.push(start.elapsed().as_secs_f64() * 1e3);
    }
    (layout.expect("at least one run"), median(found))
}

/// A graph's edges, crossings and milliseconds, and those of dot.
type Row = (usize, usize, f64, Option<(usize, f64)>);

fn print_row(nodes: usize, rows: &[Row]) {
    let of = |value: fn(&Row) -> Option<f64>| median(rows.iter().filter_map(value).collect());
    let edges = of(|row| Some(count(row.0)));
    let (own, theirs) = (of(|row| Some(count(row.1))), of(|row| Some(count(row.3?.0))));
    let (ms, dot_ms) = (of(|row| Some(row.2)), of(|row| Some(row.3?.1)));
    println!(
        "{nodes:>6} {edges:>6} {:>7}  {own:>10} {:>10} {:>6}  {ms:>10.2} {:>10} {:>6}",
        rows.len(),
        known(theirs, 0),
        known(own / theirs, 2),
        known(dot_ms, 1),
        known(ms / dot_ms, 4)
    );
    if theirs.is_nan() {
        return;
    }
    let sum = |value: fn(&Row) -> Option<f64>| rows.iter().filter_map(value).sum::<f64>();
    let (own, theirs) = (
        sum(|row| row.3.map(|_| count(row.1))),
        sum(|row| Some(count(row.3?.0))),
    );
    println!(
        "{:>21}  {own:>10} {theirs:>10} {:>6.2}",
        "all together",
        own / theirs
    );
}

/// The number with so many decimals, where it is one.
fn known(number: f64, decimals: usize) -> String {
    if number.is_nan() {
        String::from("-")
    } else {
        format!("{number:.decimals$}")
    }
}

/// Not a number where there is none.
fn median(mut found: Vec<f64>) -> f64 {
    found.sort_by(f64::total_cmp);
    found.get(found.len() / 2).copied().unwrap_or(f64::NAN)
}

fn count(number: usize) -> f64 {
    f64::from(u32::try_from(number).unwrap_or(u32::MAX))
}
