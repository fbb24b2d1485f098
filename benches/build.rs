//! How long a whole build takes, in handbooks of several sizes, other generators beside it; each stage by itself, and how
//! it grows; and organisations that are skewed.
//!
//!     cargo bench --bench build
//!     cargo bench --bench build -- --sizes 1000 --runs 9 --peers none
//!     HUGO=/opt/hugo cargo bench --bench build -- --even
//!
//! Each run is a whole process on a warm file cache, into a folder that was not there (`fresh`), then once more into the
//! same one (`again`, nothing changed). Tools take turns, so that whatever else the machine does meets them all. The same
//! organisation, word for word, is written in each tool's own format. `floor` reads what mdBook reads, turns Markdown into
//! HTML on all cores, and writes a page for each source, as large as a file of rolebook's: no tool that makes those pages can
//! be faster. `same bytes` does the same and writes as many files as rolebook does, each as large.
//!
//! Nothing is deleted before the end: 10,000 roles need 5 GB for each run, 100,000 roles, which each tool builds once, 20 GB.
//!
//! Peers are looked for on the PATH, or are named by `HUGO`, `MDBOOK`, `ZOLA`, `ZENSICAL`, `MKDOCS` and `ANTORA`; `ROLEBOOK`
//! names another rolebook.

#![allow(
    clippy::print_stdout,
    clippy::expect_used,
    reason = "a measurement talks, and stops where it can't measure"
)]
#![allow(clippy::disallowed_methods, reason = "it writes handbooks and runs commands")]

mod organisation;
mod peers;
mod build {
    pub(crate) mod floor;
    pub(crate) mod run;
    pub(crate) mod skewed;
    pub(crate) mod stages;
    pub(crate) mod table;
    pub(crate) mod tools;
}

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use clap::Parser;

use build::run::{Measured, Run};
use build::skewed::{self, Shape};
use build::stages::{self, Stages};
use build::table;
use build::tools::{TOOLS, Tool};
use peers::translation::translate;

/// How long a whole build takes, other generators beside it
#[derive(Parser)]
struct Options {
    /// How many roles the handbooks have
    #[arg(long, value_delimiter = ',', default_values_t = [100, 1_000, 10_000, 100_000])]
    sizes: Vec<usize>,
    /// How often each tool builds each of them, but for those of more than 10,000 roles
    #[arg(long, default_value_t = 5)]
    runs: usize,
    /// The tools to compare with, or `none`
    #[arg(long, value_delimiter = ',', default_values_t = PEERS[1..].iter().copied().map(String::from))]
    #[arg(value_parser = PEERS)]
    peers: Vec<String>,
    /// After so many seconds a tool is given up; it has five times as long for more than 10,000 roles
    #[arg(long, default_value_t = 120)]
    patience: u64,
    /// Leave the skewed organisations out
    #[arg(long)]
    even: bool,
    /// Measure nothing, but write the handbook of the first size into this folder
    #[arg(long, value_name = "DIR")]
    handbook: Option<PathBuf>,
    /// Turns the sources in the first folder into files in the second, those of the list: what every generator does at least
    #[arg(long, num_args = 3, hide = true)]
    floor: Option<Vec<PathBuf>>,
    /// Said by cargo
    #[arg(long, hide = true)]
    bench: bool,
}

/// The tools to compare with; there may be none.
const PEERS: [&str; 9] = [
    "none",
    "floor",
    "same bytes",
    "mdbook",
    "hugo",
    "zola",
    "zensical",
    "mkdocs",
    "antora",
];

/// Above so many roles each tool builds but once.
const LARGE: usize = 10_000;

fn main() {
    let options = Options::parse();
    if let Some([from, to, list]) = options.floor.as_deref() {
        build::floor::build(from, to, list);
        return;
    }
    if let Some(folder) = &options.handbook {
        organisation::write(folder, options.sizes[0]);
        return;
    }
    let is_wanted = |tool: &&Tool| tool.is_own() || options.peers.iter().any(|name| name == tool.name);
    let tools: Vec<&Tool> = TOOLS.iter().filter(is_wanted).collect();
    println!("{}\n", table::machine());
    let mut tools: Vec<&Tool> = tools.into_iter().filter(|tool| table::introduce(tool)).collect();
    println!(
        "\nMedians of {} runs, the smallest and the largest in brackets; `×`: how many times rolebook's.\n",
        options.runs
    );
    let folder = tempfile::tempdir().expect("a temporary folder");
    let mut all = Vec::new();
    for size in &options.sizes {
        let own = folder.path().join(size.to_string());
        let (measured, stages) = measure(&own, *size, &tools, &options);
        let note = if *size > LARGE { ": one run" } else { "" };
        println!("## {size} roles{note}\n");
        table::print(&measured);
        let is_given_up = |tool: &Tool| {
            let found = measured.iter().find(|(name, _)| *name == tool.name);
            found.is_some_and(|(_, measured)| measured.failure.is_some())
        };
        // What was too much for a tool is not asked of it in a larger size.
        tools.retain(|tool| tool.is_own() || !is_given_up(tool));
        all.push((*size, stages));
    }
    stages::print(&all);
    if !options.even {
        shapes(folder.path(), &options);
    }
}

/// Measures all `tools` with handbooks of `size` roles, which are written below `folder`.
fn measure<'t>(
    folder: &Path,
    size: usize,
    tools: &[&'t Tool],
    options: &Options,
) -> (Vec<(&'t str, Measured)>, Stages) {
    let handbook = folder.join("handbook");
    organisation::write(&handbook, size);
    let mut measured: Vec<(&str, Measured)> = Vec::new();
    let mut sources = Vec::new();
    for tool in tools {
        let own = tool.format().map(|format| {
            let own = folder.join(tool.name);
            translate(&handbook, &own, format);
            own
        });
        sources.push(own.unwrap_or_else(|| handbook.clone()));
        measured.push((tool.name, Measured::default()));
    }
    let mut stages = Stages::default();
    let (runs, patience) = if size > LARGE {
        (1, 5 * options.patience)
    } else {
        (options.runs, options.patience)
    };
    for turn in 0..runs {
        for at in 0..tools.len() {
            let aside = |tool: &Tool| folder.join(format!("{}-{turn}", tool.name));
            let list = folder.join("list");
            if let Some(floor) = tools[at].floor {
                let listed = floor.list(&sources[at], &aside(tools[0]));
                fs::write(&list, listed).expect("a list can be written");
            }
            let run = Run {
                tool: tools[at],
                folder: &sources[at],
                aside: &aside(tools[at]),
                list: &list,
                patience: Duration::from_secs(patience),
            };
            run.twice(&mut measured[at].1);
        }
        stages.add(&handbook, &folder.join(format!("timed-{turn}")));
    }
    (measured, stages)
}

/// Organisations of each shape, in two sizes.
fn shapes(folder: &Path, options: &Options) {
    println!("## Skewed organisations\n");
    let columns = ["roles", "fresh, s", "peak memory, MB", "grows with the power of"];
    table::head("organisation", &columns.map(str::to_owned));
    for shape in Shape::ALL {
        let mut before: Option<(usize, f64)> = None;
        for size in [shape.size() / 4, shape.size()] {
            let handbook = folder.join(format!("{shape:?}-{size}"));
            skewed::write(&handbook, shape, size);
            let mut measured = Measured::default();
            for turn in 0..options.runs {
                let run = Run {
                    tool: &TOOLS[0],
                    folder: &handbook,
                    aside: &folder.join(format!("{shape:?}-{size}-{turn}")),
                    list: Path::new(""),
                    patience: Duration::from_secs(options.patience),
                };
                run.twice(&mut measured);
            }
            let fresh = table::median(&measured.fresh);
            let power = before.map_or_else(String::new, |(smaller, sooner)| {
                format!("{:.2}", table::power((smaller, sooner), (size, fresh)))
            });
            let memory = table::median(&measured.memory);
            let cells = [
                size.to_string(),
                format!("{fresh:.2}"),
                format!("{memory:.0}"),
                power,
            ];
            table::line(shape.name(), &cells);
            before = Some((size, fresh));
        }
    }
}
