//! `rolebook build`

use std::path::PathBuf;
use std::time::Instant;

use clap::Args;

use super::contents::contents;
use super::opened::{For, Opened};
use super::stages::Timing;
use super::{Asking, Failure, Here, Stages, Stream, Terminal};
use crate::publish::{self, Report};
use crate::render::Handbook;
use crate::text::count;
use crate::{Stage, Watch};

const EXAMPLES: &str = "\
Examples:
  rolebook build                           into the folder that book.toml names
  rolebook build --output /srv/www/roles   into another folder
  rolebook build --profile public          without what is internal
  rolebook build --format github           findings as annotations of a merge request
  rolebook --root docs build               the handbook in the folder docs

The folder is replaced as a whole once everything is made. Where a finding
stands against it, nothing is published; a folder with files that rolebook did
not write is never touched.";

#[derive(Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(super) struct Options {
    /// The folder to publish to [default: `output` in book.toml, or `public`]
    #[arg(long, short, value_name = "DIR")]
    output: Option<PathBuf>,
    #[command(flatten)]
    whom: For,
    #[command(flatten)]
    asking: Asking,
    #[command(flatten)]
    timing: Timing,
}

pub(super) fn run(options: &Options, here: &Here, terminal: &Terminal) -> Result<(), Failure> {
    let start = Instant::now();
    let stages = Stages::new(terminal);
    let asked = options.asking.asked();
    let opened = Opened::read_with_history(here, &asked, &options.whom, &stages)?;
    let format = options.asking.format;
    // What is made for a program stands alone on standard output.
    let (findings, talk) = if format.is_talk {
        (Stream::Talk, Stream::Results)
    } else {
        (Stream::Results, Stream::Talk)
    };
    opened.report(here, terminal, (format, findings), "; nothing was published")?;
    let (snapshot, compiled) = opened.shown(here, terminal)?;
    stages.begins(Stage::Prepare);
    let site = Handbook::new(snapshot, compiled)?;
    // What is written in book.toml is seen from the handbook, what is typed from the current folder.
    let output = options.output.as_deref().map(|output| here.folder(Some(output)));
    let output = output.unwrap_or_else(|| opened.root.join(&compiled.config.output));
    let report = publish::publish(&opened.root, &output, &site, &compiled.config.compress, &stages)?;
    stages.rest();
    let seconds = start.elapsed().as_secs_f64();
    let title = &compiled.config.title;
    let told = format!(
        "{title}: {} -> {} in {seconds:.2} s",
        contents(&compiled.organisation),
        pages(&report)
    );
    terminal.done(talk, "Built", &told)?;
    if let Some(kept) = &report.kept {
        terminal.say(&format!(
            "Files that rolebook did not write were put into the old site meanwhile; they are in {}",
            here.show(kept)
        ));
    }
    if options.timing.timings {
        terminal.show(talk, &stages.table(Some(&report)))?;
    }
    let done = terminal.done(talk, "Open", &here.show(&report.output.join("index.html")));
    // The process ends: taking a large handbook apart would only keep people waiting.
    std::mem::forget((site, opened));
    done
}

/// How many pages, and how many of them changed, such as "84 pages (12 changed)".
fn pages(report: &Report) -> String {
    let mut notes = vec![match report.pages.changed {
        0 => String::from("none changed"),
        changed => format!("{changed} changed"),
    }];
    if report.removed > 0 {
        notes.push(format!("{} removed", count(report.removed, "file", "files")));
    }
    format!(
        "{} ({})",
        count(report.pages.total, "page", "pages"),
        notes.join(", ")
    )
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;
    use std::path::PathBuf;

    use super::pages;
    use crate::publish::{Count, Report};

    #[test]
    fn pages_are_counted_in_words() {
        let cases = [
            ((84, 12), 0, "84 pages (12 changed)"),
            ((1, 0), 0, "1 page (none changed)"),
            ((3, 3), 1, "3 pages (3 changed, 1 file removed)"),
        ];
        for ((total, changed), removed, expected) in cases {
            let count = Count { total, changed };
            let (output, files) = (PathBuf::new(), count);
            let report = Report {
                output,
                pages: count,
                files,
                removed,
                bytes: 0,
                kinds: BTreeMap::new(),
                kept: None,
            };
            assert_eq!(pages(&report), expected);
        }
    }
}
