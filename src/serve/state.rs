//! The handbook as it is at one revision.

use std::sync::Arc;

use crate::finding::{Finding, Level};
use crate::load::LoadError;
use crate::render::{Handbook, RenderError};
use crate::site::Page;
use crate::text::{Place, Snapshot};
use crate::{Asked, Compiled, compile, recompile};

/// Something that is wrong with the machine or the theme rather than with a source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Fault {
    /// What is wrong, in one sentence without a full stop.
    pub(crate) message: String,
    /// What to do.
    pub(crate) help: Option<String>,
    /// Whether the handbook could not even be read, so that the state before still stands.
    pub(super) is_unread: bool,
}

/// The handbook at one revision. It never changes: an edit makes another one.
pub(crate) struct State {
    /// Counted from 1; later ones are greater.
    pub(super) revision: u64,
    /// What was read.
    pub(crate) snapshot: Arc<Snapshot>,
    /// What it says.
    pub(crate) compiled: Arc<Compiled>,
    /// What is shown: what was read, or the last that could be shown.
    pub(super) handbook: Handbook,
    /// What keeps the newest from being shown, if anything does.
    pub(crate) fault: Option<Fault>,
}

impl State {
    /// The first state.
    pub(super) fn first(snapshot: Snapshot, asked: &Asked) -> Result<Self, RenderError> {
        let snapshot = Arc::new(snapshot);
        let compiled = Arc::new(compile(&snapshot, asked));
        Ok(Self {
            revision: 1,
            handbook: Handbook::new(&snapshot, &compiled)?,
            snapshot,
            compiled,
            fault: None,
        })
    }

    /// The next state, of `snapshot`. A theme that can't be used leaves the handbook as it is.
    pub(super) fn next(&self, snapshot: Arc<Snapshot>, asked: &Asked) -> Self {
        let compiled = Arc::new(recompile((&self.snapshot, &self.compiled), &snapshot, asked));
        let again = self.handbook.again(&snapshot, &compiled);
        let (handbook, fault) = match again {
            Ok(handbook) => (handbook, None),
            Err(error) => (self.handbook.clone(), Some(Fault::from(&error))),
        };
        Self {
            revision: self.revision + 1,
            snapshot,
            compiled,
            handbook,
            fault,
        }
    }

    /// The same where the handbook can't be read for now.
    pub(super) fn unreadable(&self, error: &LoadError) -> Self {
        self.faulty(Fault {
            message: error.to_string(),
            help: error.help(),
            is_unread: true,
        })
    }

    /// The same where rolebook failed at the next.
    pub(super) fn failed(&self) -> Self {
        self.faulty(Fault {
            message: String::from("rolebook failed at this edit, which is a fault of its own"),
            help: Some(String::from(
                "undo the edit or write it otherwise; please report what was written, so that it can be mended",
            )),
            is_unread: true,
        })
    }

    fn faulty(&self, fault: Fault) -> Self {
        Self {
            revision: self.revision + 1,
            snapshot: Arc::clone(&self.snapshot),
            compiled: Arc::clone(&self.compiled),
            handbook: self.handbook.clone(),
            fault: Some(fault),
        }
    }

    /// Whether `page` can't be shown as it is written: there is an error in its own source, in the configuration, or
    /// in the theme.
    pub(super) fn is_broken(&self, page: Option<Page>) -> bool {
        self.fault.is_some() || self.errors_of(page).next().is_some()
    }

    fn errors_of(&self, page: Option<Page>) -> impl Iterator<Item = &Finding> {
        let config = self
            .snapshot
            .config
            .map(|config| self.compiled.findings.in_source(config));
        let own = self.findings_of(page);
        let errors = |finding: &&Finding| finding.level == Level::Deny && !finding.is_known;
        config.into_iter().flatten().chain(own).filter(errors)
    }

    /// What is found where `page` is written.
    pub(super) fn findings_of(&self, page: Option<Page>) -> impl Iterator<Item = &Finding> {
        let stretches = page.map(|page| self.handbook.stretches(page)).unwrap_or_default();
        stretches.into_iter().flat_map(|(source, span)| {
            let found = self.compiled.findings.in_source(source).iter();
            found.filter(move |finding| {
                let start = finding.place.place.span.start;
                (span.start..span.end).contains(&start)
            })
        })
    }

    /// Where `page` is written.
    pub(super) fn place_of(&self, page: Page) -> Option<Place> {
        let (source, span) = self.handbook.stretches(page).into_iter().next()?;
        Some(Place::new(source, span))
    }
}

impl From<&RenderError> for Fault {
    fn from(error: &RenderError) -> Self {
        Self {
            message: error.to_string(),
            help: None,
            is_unread: false,
        }
    }
}
