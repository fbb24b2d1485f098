//! `rolebook explain`

mod markdown;
#[cfg(test)]
mod tests;
mod text;

use clap::{Args, ValueEnum};

use super::levels::unknown;
use super::{Failure, Stream, Terminal};
use crate::check::{catalogue, named};
use crate::finding::Kind;

const EXAMPLES: &str = "\
Examples:
  rolebook explain                     every kind of finding, in a line each
  rolebook explain vacant-role         what it means, why it matters, how to mend it
  rolebook explain --format markdown   all of it as a page";

#[derive(Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(super) struct Options {
    /// The finding's name, as it stands in brackets [default: a list of all]
    #[arg(value_name = "NAME", value_parser = kind)]
    name: Option<&'static Kind>,
    /// How to print it
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    format: Format,
}

/// How an explanation is printed.
#[derive(Clone, Copy, Debug, ValueEnum)]
enum Format {
    /// For reading in a terminal
    Text,
    /// For a page of a handbook
    Markdown,
}

/// The kind that is called `name`.
fn kind(name: &str) -> Result<&'static Kind, String> {
    named(name).ok_or_else(|| unknown(name, &[]))
}

pub(super) fn run(options: &Options, terminal: &Terminal) -> Result<(), Failure> {
    let width = terminal.look(Stream::Results).width;
    let told = match (options.format, options.name) {
        (Format::Text, Some(kind)) => text::explanation(kind, width),
        (Format::Text, None) => text::list(catalogue(), width),
        (Format::Markdown, Some(kind)) => markdown::explanation(kind),
        (Format::Markdown, None) => markdown::page(catalogue()),
    };
    terminal.print(told.trim_end())
}
