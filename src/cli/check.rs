//! `rolebook check`

use std::collections::BTreeSet;

use clap::Args;

use super::opened::{For, Opened};
use super::stages::Timing;
use super::{Asking, Failure, Here, Stages, Stream, Terminal, mend};
use crate::author;
use crate::check::Baseline;
use crate::finding::{Findings, Fix};
use crate::load::BASELINE;
use crate::text::{SourceId, count};

const EXAMPLES: &str = "\
Examples:
  rolebook check                     what is wrong or missing in this handbook
  rolebook check --deny warnings     the same, and fail for warnings too
  rolebook check --warn single-keeper --allow vacant-role
  rolebook check --fix               make the changes that can't be wrong
  rolebook check --write-baseline    put off what there is; report what is new
  rolebook check --format github     as annotations of a merge request
  rolebook check --quiet             errors only
  rolebook --root docs check         in the handbook in the folder docs

Findings go to standard output, all else to standard error.";

#[derive(Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(super) struct Options {
    #[command(flatten)]
    whom: For,
    #[command(flatten)]
    asking: Asking,
    #[command(flatten)]
    timing: Timing,
    /// Make the changes that can't be wrong, and show each
    #[arg(long)]
    fix: bool,
    /// Change files too that hold changes git could not bring back
    #[arg(long, requires = "fix")]
    allow_dirty: bool,
    /// Record today's findings in `baseline.toml`, so that only new ones are reported
    #[arg(long, conflicts_with = "no_baseline")]
    write_baseline: bool,
}

pub(super) fn run(options: &Options, here: &Here, terminal: &Terminal) -> Result<(), Failure> {
    let asked = options.asking.asked();
    let format = options.asking.format;
    let stages = Stages::new(terminal);
    let read = || Opened::read(here, &asked, &options.whom, &stages);
    let mut opened = read()?;
    if options.fix {
        opened = mended(opened, read, options, here, terminal)?;
    }
    if options.write_baseline && opened.is_configured() {
        let baseline = Baseline::of(&opened.snapshot, &opened.compiled.findings);
        author::put(&opened.root, BASELINE, &baseline.text())?;
        opened = read()?;
        terminal.done(Stream::Talk, "Wrote", &written(&opened.compiled.findings))?;
    }
    let reported = opened.report(here, terminal, (format, Stream::Results), "");
    opened.tell_gone(here, terminal);
    if opened.compiled.findings.is_empty() {
        let told = format!("{}: nothing to mend", opened.compiled.config.title);
        terminal.done(Stream::Talk, "Checked", &told)?;
    }
    if options.timing.timings {
        terminal.show(Stream::Talk, &stages.table(None))?;
    }
    let reported = reported.and_then(|()| opened.shown(here, terminal).map(drop));
    match reported {
        // What can't be put off was told of; what was asked for is done.
        Err(Failure::Findings) if options.write_baseline => Ok(()),
        reported => reported,
    }
}

/// Mends what can be mended unasked, and tells of it.
fn mended(
    opened: Opened,
    read: impl Fn() -> Result<Opened, Failure>,
    options: &Options,
    here: &Here,
    terminal: &Terminal,
) -> Result<Opened, Failure> {
    // What is made for a program stands alone on standard output.
    let stream = if options.asking.format.is_talk {
        Stream::Results
    } else {
        Stream::Talk
    };
    let prefix = here.prefix(&opened.root);
    let show = |opened: &Opened, made: &[&Fix]| terminal.show(stream, &mend::changed(opened, made, &prefix));
    let (opened, mended) = mend::run(opened, read, options.allow_dirty, show)?;
    if let Some(told) = mend::summary(&mended) {
        terminal.done(Stream::Talk, "Mended", &told)?;
    }
    if let Some(told) = mend::left(&mended, &prefix) {
        terminal.say(&told);
    }
    Ok(opened)
}

/// How many of `findings` the baseline now has, and where, such as "`baseline.toml`: 12 findings in 5 files".
fn written(findings: &Findings) -> String {
    let known = || findings.iter().filter(|finding| finding.is_known);
    let files: BTreeSet<SourceId> = known().map(|finding| finding.place.place.source).collect();
    format!(
        "`{BASELINE}`: {} in {}",
        count(known().count(), "finding", "findings"),
        count(files.len(), "file", "files")
    )
}
