//! `rolebook export`

use clap::Args;
use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};

use super::opened::{For, Opened};
use super::output::Output;
use super::{Failure, Here, Judging, Stages, Terminal};
use crate::graph::export::{FORMATS, Format};
use crate::render::Handbook;

const EXAMPLES: &str = "\
Examples:
  rolebook export dot | dot -Tsvg > graph.svg      drawn by Graphviz
  rolebook export graphml --output roles.graphml   for networkx, igraph, Gephi, yEd
  rolebook export mermaid --output graph.mmd       for Mermaid
  rolebook export csv-edges --output edges.csv     a row an agreement
  rolebook export json | jq '.parties[].title'     all there is, as in rolebook.json

The same files are part of the site that `build` makes. All but `json` hold no
people. Findings stand in the way of nothing: what can be read is written.";

/// The name of the one format that holds more than the graph.
const JSON: &str = "json";

#[derive(Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(super) struct Options {
    /// The format
    #[arg(value_parser = formats())]
    format: Export,
    #[command(flatten)]
    output: Output,
    #[command(flatten)]
    whom: For,
    #[command(flatten)]
    judging: Judging,
}

/// What is written.
#[derive(Clone, Copy, Debug)]
enum Export {
    /// Everything, as `rolebook.json` has it.
    Json,
    /// The graph.
    Graph(&'static Format),
}

/// Reads the name of a format.
fn formats() -> impl TypedValueParser<Value = Export> {
    let graphs = FORMATS.iter();
    let graphs = graphs.map(|format| PossibleValue::new(format.name).help(format.summary));
    let json =
        PossibleValue::new(JSON).help("everything that the handbook says, for programs: rolebook.json");
    PossibleValuesParser::new(graphs.chain([json])).map(|name| {
        let format = FORMATS.iter().find(|format| format.name == name);
        format.map_or(Export::Json, Export::Graph)
    })
}

pub(super) fn run(options: &Options, here: &Here, terminal: &Terminal) -> Result<(), Failure> {
    let asked = options.judging.asked();
    let opened = Opened::read_with_history(here, &asked, &options.whom, &Stages::new(terminal))?;
    opened.tolerate(here, terminal)?;
    let (snapshot, compiled) = opened.shown(here, terminal)?;
    let handbook = Handbook::new(snapshot, compiled)?;
    let bytes = match options.format {
        Export::Json => handbook.data().whole()?,
        Export::Graph(format) => handbook.graph(format).into_bytes(),
    };
    options.output.write(&bytes, here, terminal)
}
