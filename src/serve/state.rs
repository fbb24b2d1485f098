//! The handbook as it is at one revision.

use std::collections::BTreeSet;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, OnceLock};

use crate::compile::{checked, checked_in, configured};
use crate::finding::{Finding, Level};
use crate::load::LoadError;
use crate::render::{Handbook, Located, RenderError, designs};
use crate::stage::Unwatched;
use crate::text::{Place, SitePath, Snapshot, SourceId};
use crate::{Asked, Compiled, config, recompile};

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
    /// The same with all that is found, where nothing is checked here.
    whole: Option<OnceLock<Arc<State>>>,
}

impl State {
    /// The first state, in which nothing is checked: the first page need not wait for what is found elsewhere.
    pub(super) fn first(snapshot: Snapshot, asked: &Asked) -> Result<Self, RenderError> {
        let snapshot = Arc::new(snapshot);
        let (config, found) = config::read(&snapshot);
        let config = Arc::new(config);
        let (compiled, designs) = rayon::join(
            || configured(&snapshot, asked, (Arc::clone(&config), found), &Unwatched),
            || designs(&snapshot, &config),
        );
        let compiled = Arc::new(compiled);
        Ok(Self {
            revision: 1,
            handbook: Handbook::designed(&snapshot, &compiled, designs?),
            snapshot,
            compiled,
            fault: None,
            whole: Some(OnceLock::new()),
        })
    }

    /// Whether all that is found is known.
    pub(super) fn is_checked(&self) -> bool {
        self.whole.is_none()
    }

    /// The same with all that is found. It is of the same revision: no page is another for it.
    pub(super) fn whole(self: &Arc<Self>) -> Arc<Self> {
        self.pending().unwrap_or_else(|| Arc::clone(self))
    }

    /// What the file at `path` is made from, where that is not this state: one in which enough is checked.
    pub(super) fn enough_for(&self, path: &SitePath) -> Option<Arc<Self>> {
        let page = self.handbook.page_at(path);
        if self.is_checked() || self.handbook.tells_of_all(path) {
            return self.pending();
        }
        let stretches = self.handbook.stretches(page?).into_iter();
        let own = stretches.map(|(source, _)| source).chain(self.snapshot.config);
        let own: BTreeSet<SourceId> = own.collect();
        let check = || self.with(checked_in(Compiled::clone(&self.compiled), &self.snapshot, own));
        catch_unwind(AssertUnwindSafe(check)).ok().map(Arc::new)
    }

    /// The same with all that is found, where nothing is checked here. Whoever asks first works it out; others wait.
    fn pending(&self) -> Option<Arc<Self>> {
        let check = || self.with(aside(|| checked(Compiled::clone(&self.compiled), &self.snapshot)));
        let whole = || {
            // The preview outlives a panic, which is a fault of rolebook's own.
            let whole = catch_unwind(AssertUnwindSafe(check));
            Arc::new(whole.unwrap_or_else(|_| self.failed()))
        };
        Some(Arc::clone(self.whole.as_ref()?.get_or_init(whole)))
    }

    /// The same, checked.
    fn with(&self, compiled: Compiled) -> Self {
        let compiled = Arc::new(compiled);
        let handbook = self.handbook.again(&self.snapshot, &compiled);
        Self {
            revision: self.revision,
            snapshot: Arc::clone(&self.snapshot),
            // The theme is the one that is used already.
            handbook: handbook.unwrap_or_else(|_| self.handbook.clone()),
            compiled,
            fault: None,
            whole: None,
        }
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
            whole: None,
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
            whole: None,
        }
    }

    /// Whether `page` can't be shown as it is written: there is an error in its own source, in the configuration, or
    /// in the theme.
    pub(super) fn is_broken(&self, page: Option<Located>) -> bool {
        self.fault.is_some() || self.errors_of(page).next().is_some()
    }

    fn errors_of(&self, page: Option<Located>) -> impl Iterator<Item = &Finding> {
        let config = self
            .snapshot
            .config
            .map(|config| self.compiled.findings.in_source(config));
        let own = self.findings_of(page);
        let errors = |finding: &&Finding| finding.level == Level::Deny && !finding.is_known;
        config.into_iter().flatten().chain(own).filter(errors)
    }

    /// What is found where `page` is written.
    pub(super) fn findings_of(&self, page: Option<Located>) -> impl Iterator<Item = &Finding> {
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
    pub(super) fn place_of(&self, page: Located) -> Option<Place> {
        let (source, span) = self.handbook.stretches(page).into_iter().next()?;
        Some(Place::new(source, span))
    }
}

/// Does something large on threads of its own: whoever asks for a page meanwhile does not stand in a queue behind it.
fn aside<T: Send>(work: impl FnOnce() -> T + Send) -> T {
    match rayon::ThreadPoolBuilder::new().build() {
        Ok(pool) => pool.install(work),
        Err(_) => work(),
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

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test of handbooks that are there")]

    use std::path::Path;
    use std::sync::Arc;

    use super::State;
    use crate::finding::Level;
    use crate::render::{Artifact, Artifacts};
    use crate::{Asked, Lints, catalogue, load};

    /// Everything is reported, so that much is found.
    fn asked() -> Asked {
        let levels = catalogue().map(|kind| (Lints::One(kind), kind.level.max(Level::Warn)));
        Asked {
            today: "2026-11-23".parse().ok(),
            levels: levels.collect(),
            ..Asked::default()
        }
    }

    #[test]
    fn nothing_is_another_for_being_made_before_all_is_checked() {
        for (folder, least) in [
            (".", 10),
            ("tests/handbook/broken", 10),
            ("tests/handbook/choir", 0),
        ] {
            let root = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
            for asked in [asked(), Asked::default()] {
                let snapshot = load::snapshot(&root).unwrap();
                let first = Arc::new(State::first(snapshot, &asked).unwrap());
                assert!(!first.is_checked());
                let paths = first.handbook.paths();
                let early: Vec<Arc<State>> = paths
                    .iter()
                    .map(|path| first.enough_for(path).unwrap_or_else(|| Arc::clone(&first)))
                    .collect();
                let whole = first.whole();
                assert!(whole.is_checked() && whole.compiled.findings.len() >= least);
                for (path, early) in paths.iter().zip(early) {
                    let bytes = |state: &State| match state.handbook.make(path).unwrap() {
                        Some(Artifact::Bytes(bytes)) => bytes,
                        Some(Artifact::Pieces(pieces)) => pieces.whole().unwrap(),
                        Some(Artifact::Picture(_) | Artifact::Copy(_)) | None => Vec::new(),
                    };
                    assert!(bytes(&early) == bytes(&whole), "{folder}/{path}");
                    let page = early.handbook.page_at(path);
                    let is_alike = early.is_broken(page) == whole.is_broken(page);
                    assert!(page.is_none() || is_alike, "{folder}/{path}");
                }
            }
        }
    }
}
