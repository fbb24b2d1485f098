//! A handbook that a command works on: read, compiled, its findings printed.

use std::path::PathBuf;

use super::{Failure, Here, Terminal};
use crate::finding::summary;
use crate::text::Snapshot;
use crate::{Asked, Compiled, compile, load};

/// A handbook that was read.
pub(super) struct Opened {
    /// Its folder.
    pub(super) root: PathBuf,
    /// What was read.
    pub(super) snapshot: Snapshot,
    /// What it says.
    pub(super) compiled: Compiled,
}

impl Opened {
    /// Reads and compiles the handbook.
    pub(super) fn read(here: &Here, asked: &Asked) -> Result<Self, Failure> {
        let root = here.root()?;
        let snapshot = load::snapshot(&root)?;
        let compiled = compile(&snapshot, asked);
        Ok(Self {
            root,
            snapshot,
            compiled,
        })
    }

    /// Prints the findings and how many there are; `consequence` goes on from that where they stand
    /// against publishing.
    pub(super) fn report(&self, here: &Here, terminal: &Terminal, consequence: &str) -> Result<(), Failure> {
        let findings = &self.compiled.findings;
        let is_fine = self.compiled.is_publishable();
        terminal.findings(&self.snapshot, findings, &here.prefix(&self.root));
        if let Some(line) = summary(findings) {
            let consequence = if is_fine { "" } else { consequence };
            terminal.sum_up(&format!("{line}{consequence}"), !is_fine);
        }
        if is_fine { Ok(()) } else { Err(self.failure()) }
    }

    /// A configuration that can't be read at all is wrong usage; all else is wrong content.
    fn failure(&self) -> Failure {
        let unread = |id| self.snapshot.source(id).fault.is_some();
        if self.snapshot.config.is_some_and(unread) {
            Failure::Error {
                message: String::from("the configuration `book.toml` can't be read"),
                help: None,
            }
        } else {
            Failure::Findings
        }
    }
}
