//! A handbook that a command works on: read, compiled, its findings printed.

use std::path::PathBuf;
use std::sync::Arc;

use clap::Args;

use super::{Failure, Here, Stages, Stream, Terminal};
use crate::finding::format::{FORMATS, Format, Report, printable};
use crate::finding::{Finding, Recorded, summary};
use crate::text::{Profile, Snapshot, count, nearest};
use crate::{Asked, Compiled, Stage, Watch, compile_watched, load};

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
    /// What is made of it for the profile that was asked for, if any.
    pub(super) profiled: Option<(Arc<Snapshot>, Arc<Compiled>)>,
}

/// Options of every command that makes something for others.
#[derive(Args, Debug)]
pub(super) struct For {
    /// For whom: a profile of book.toml, which leaves out what is internal
    #[arg(long, value_name = "NAME")]
    profile: Option<String>,
}

impl For {
    /// For everyone whose handbook it is.
    pub(super) const EVERYONE: Self = Self { profile: None };

    fn whom(&self, snapshot: Snapshot) -> Snapshot {
        Snapshot {
            profile: self.profile.clone().map(|name| Profile {
                name,
                is_reduced: false,
            }),
            ..snapshot
        }
    }
}

impl Opened {
    /// Reads and compiles the handbook.
    pub(super) fn read(here: &Here, asked: &Asked, whom: &For, stages: &Stages) -> Result<Self, Failure> {
        let root = here.root()?;
        stages.begins(Stage::Load);
        let mut snapshot = whom.whom(load::snapshot(&root)?);
        load::add_shortfall(&root, &mut snapshot);
        Self::compiled(root, snapshot, asked, stages)
    }

    /// The same with the history of its sources.
    pub(super) fn read_with_history(
        here: &Here,
        asked: &Asked,
        whom: &For,
        stages: &Stages,
    ) -> Result<Self, Failure> {
        let root = here.root()?;
        stages.begins(Stage::Load);
        let mut snapshot = whom.whom(load::snapshot(&root)?);
        stages.begins(Stage::History);
        load::add_history(&root, &mut snapshot, None);
        Self::compiled(root, snapshot, asked, stages)
    }

    fn compiled(root: PathBuf, snapshot: Snapshot, asked: &Asked, stages: &Stages) -> Result<Self, Failure> {
        let compiled = compile_watched(&snapshot, asked, stages);
        if let Some(profile) = &snapshot.profile
            && !compiled.config.profiles.contains(&profile.name)
        {
            return Err(no_profile(&profile.name, &compiled.config.profiles));
        }
        let reduced = compiled.reduced(&snapshot);
        let profiled = reduced.map(|reduced| {
            let compiled = compile_watched(&reduced, asked, stages);
            (Arc::new(reduced), Arc::new(compiled))
        });
        stages.rest();
        Ok(Self {
            root,
            snapshot: Arc::new(snapshot),
            compiled: Arc::new(compiled),
            profiled,
        })
    }

    /// What is to be made something of: all that was read, or what a profile leaves of it.
    ///
    /// # Errors
    /// Where a profile was asked for, and something stands against publishing: it may be that something internal would
    /// be told.
    pub(super) fn shown(
        &self,
        here: &Here,
        terminal: &Terminal,
    ) -> Result<(&Arc<Snapshot>, &Arc<Compiled>), Failure> {
        let format = (&FORMATS[0], Stream::Talk);
        let Some((snapshot, compiled)) = &self.profiled else {
            return Ok((&self.snapshot, &self.compiled));
        };
        if !self.compiled.is_publishable() {
            return Err(self
                .report(here, terminal, format, "; nothing was written")
                .err()
                .unwrap_or(Failure::Findings));
        }
        if !compiled.is_publishable() {
            let left = Self {
                root: self.root.clone(),
                snapshot: Arc::clone(snapshot),
                compiled: Arc::clone(compiled),
                profiled: None,
            };
            terminal
                .say("Without what is internal, the handbook is not whole; lines are counted without it:");
            left.report(here, terminal, format, "; nothing was written")?;
        }
        Ok((snapshot, compiled))
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

fn no_profile(name: &str, known: &[String]) -> Failure {
    let near = nearest(name, known.iter().map(String::as_str));
    let help = match (near.first(), known.is_empty()) {
        (Some(near), _) => format!("did you mean `{near}`?"),
        (None, true) => format!("write `[profiles.{name}]` in it"),
        (None, false) => format!("there are {}", known.join(", ")),
    };
    Failure::Error {
        message: format!("`book.toml` has no profile `{name}`"),
        help: Some(help),
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
