//! A handbook that a command works on: read, compiled, its findings printed.

use std::path::PathBuf;
use std::sync::Arc;

use super::{Failure, Here, Stream, Terminal};
use crate::finding::format::{FORMATS, Format, Report, printable};
use crate::finding::{Finding, Recorded, summary};
use crate::text::{Snapshot, count};
use crate::{Asked, Compiled, compile, load};

/// So many of the findings that are gone are named.
const MOST_GONE: usize = 20;

/// A handbook that was read.
pub(super) struct Opened {
    /// Its folder.
    pub(super) root: PathBuf,
    /// What was read.
    pub(super) snapshot: Arc<Snapshot>,
    /// What it says.
    pub(super) compiled: Arc<Compiled>,
}

impl Opened {
    /// Reads and compiles the handbook.
    pub(super) fn read(here: &Here, asked: &Asked) -> Result<Self, Failure> {
        let root = here.root()?;
        let snapshot = load::snapshot(&root)?;
        let compiled = compile(&snapshot, asked);
        Ok(Self {
            root,
            snapshot: Arc::new(snapshot),
            compiled: Arc::new(compiled),
        })
    }

    /// Prints the findings that are new in `format` to `stream`, and says how many there are; `consequence` goes on
    /// from that where they stand against publishing.
    ///
    /// # Errors
    /// Where findings stand against publishing, or nothing can be printed.
    pub(super) fn report(
        &self,
        here: &Here,
        terminal: &Terminal,
        (format, stream): (&Format, Stream),
        consequence: &str,
    ) -> Result<(), Failure> {
        let is_fine = self.compiled.is_publishable();
        let findings: Vec<&Finding> = self.compiled.findings.iter().collect();
        let report = Report {
            snapshot: &self.snapshot,
            findings: &findings,
            gone: &self.compiled.gone,
            prefix: &here.prefix(&self.root),
            least: terminal.least(),
        };
        terminal.findings(format, &report, stream)?;
        if let Some(line) = self.summary() {
            let consequence = if is_fine { "" } else { consequence };
            terminal.sum_up(&format!("{line}{consequence}"), !is_fine);
        }
        if is_fine { Ok(()) } else { Err(self.failure()) }
    }

    /// Says how many findings there are, in the way of nothing: what can be read is shown.
    ///
    /// # Errors
    /// Where the configuration can't be read, so that it is not known what is asked for.
    pub(super) fn tolerate(&self, here: &Here, terminal: &Terminal) -> Result<(), Failure> {
        if !self.is_configured() {
            let format = (&FORMATS[0], Stream::Talk);
            return self.report(here, terminal, format, "; nothing was written");
        }
        if let Some(line) = self.summary() {
            let is_fine = self.compiled.is_publishable();
            terminal.sum_up(&format!("{line}; see `rolebook check`"), !is_fine);
        }
        Ok(())
    }

    /// How many findings there are; none where there are none, known ones neither.
    fn summary(&self) -> Option<String> {
        let known = self.compiled.findings.iter().filter(|finding| finding.is_known);
        let known = match known.count() {
            0 => None,
            known => Some(format!("{known} known from the baseline")),
        };
        match (summary(&self.compiled.findings), known) {
            (Some(new), Some(known)) => Some(format!("{new}, and {known}")),
            (None, Some(known)) => Some(format!("nothing new, {known}")),
            (new, None) => new,
        }
    }

    /// Says what the baseline has and is no more.
    pub(super) fn tell_gone(&self, here: &Here, terminal: &Terminal) {
        let gone = &self.compiled.gone;
        if gone.is_empty() {
            return;
        }
        let number: usize = gone.iter().map(|recorded| recorded.count).sum();
        let told = count(
            number,
            "finding of the baseline is",
            "findings of the baseline are",
        );
        terminal.say(&format!(
            "{told} gone; `rolebook check --write-baseline` forgets what is gone:"
        ));
        let prefix = here.prefix(&self.root);
        for recorded in gone.iter().take(MOST_GONE) {
            terminal.say(&format!("  {prefix}{}", line(recorded)));
        }
        if gone.len() > MOST_GONE {
            terminal.say(&format!("  and {} more", gone.len() - MOST_GONE));
        }
    }

    /// Whether its configuration could be read, so that what it asks for is known.
    pub(super) fn is_configured(&self) -> bool {
        let book = self.snapshot.config.map(|id| self.snapshot.source(id));
        book.is_none_or(|book| book.fault.is_none())
    }

    /// A configuration that can't be read at all is wrong usage; all else is wrong content.
    fn failure(&self) -> Failure {
        let files = [self.snapshot.config, self.snapshot.baseline];
        let mut sources = files.into_iter().flatten().map(|id| self.snapshot.source(id));
        match sources.find(|source| source.fault.is_some()) {
            Some(source) => Failure::Error {
                message: format!("the configuration `{}` can't be read", source.path),
                help: None,
            },
            None => Failure::Findings,
        }
    }
}

/// A finding of the baseline in a line.
fn line(recorded: &Recorded) -> String {
    let Recorded {
        name,
        path,
        subject,
        count,
    } = recorded;
    let often = if *count > 1 {
        format!(", {count} times")
    } else {
        String::new()
    };
    printable(&format!("{path}: {name} ({subject}{often})"))
}
