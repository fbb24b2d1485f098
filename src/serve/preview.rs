//! The handbook as it is now, and who has which of its pages open.

use std::collections::BTreeSet;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::{Arc, PoisonError, RwLock};

use rayon::prelude::*;
use serde_json::json;

use super::http::{Event, Streams, Subscription};
use super::moved::{Moved, moved};
use super::shown::{Memory, Shown};
use super::state::State;
use crate::config::editor::Pattern;
use crate::render::{Artifact, Artifacts, Located, RenderError};
use crate::text::SitePath;

/// The handbook as it is now, and who has which of its pages open.
pub(super) struct Preview {
    pub(super) root: PathBuf,
    /// Opens files where the handbook does not say by what.
    pub(super) editor: Option<Pattern>,
    pub(super) streams: Streams,
    state: RwLock<Arc<State>>,
    memory: Memory,
}

impl Preview {
    pub(super) fn new(root: PathBuf, editor: Option<Pattern>, state: State) -> Self {
        Self {
            root,
            editor,
            streams: Streams::new(),
            state: RwLock::new(Arc::new(state)),
            memory: Memory::default(),
        }
    }

    /// The handbook as it is now.
    pub(super) fn state(&self) -> Arc<State> {
        Arc::clone(&self.state.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// Puts the state with all that is found in the place of the first one, in which nothing is checked. No page is
    /// another for it; the open ones are told how much is found.
    pub(super) fn complete(&self) -> Arc<State> {
        let whole = self.state().whole();
        *self.state.write().unwrap_or_else(PoisonError::into_inner) = Arc::clone(&whole);
        for page in self.streams.pages() {
            let shown = self.shown(&whole, &page);
            self.streams.send(&page, &findings(&whole, &shown));
        }
        whole
    }

    /// Puts `next` in the place of the state before, and tells the open pages that it changes; gives the state before.
    pub(super) fn put(&self, next: &Arc<State>) -> Arc<State> {
        let before = {
            let mut state = self.state.write().unwrap_or_else(PoisonError::into_inner);
            std::mem::replace(&mut *state, Arc::clone(next))
        };
        let mut open: Vec<String> = self.streams.pages().into_iter().collect();
        // Whoever writes looks at the page that is written.
        let changed = reworded(&before, next);
        open.sort_by_key(|page| !changed.contains(page));
        let (first, others) = open.split_at(open.len().min(1));
        for page in first {
            self.tell(&before, next, page);
        }
        others.par_iter().for_each(|page| self.tell(&before, next, page));
        before
    }

    /// Tells whoever has `page` open what `next` changed about it.
    fn tell(&self, before: &State, next: &State, page: &str) {
        let old = self.memory.last(page);
        let shown = self.shown(next, page);
        let told = self.memory.tell(page, next.revision);
        if shown.since > told {
            let event = change(before, next, page, old.as_ref(), &shown);
            self.streams.send(page, &event);
        }
        let was_broken = old.is_some_and(|old| old.is_broken);
        if before.fault != next.fault
            || was_broken != shown.is_broken
            || before.compiled.findings != next.compiled.findings
        {
            self.streams.send(page, &findings(next, &shown));
        }
    }

    /// Tells all open pages of files of the handbook that are published as they are, and hold something else now.
    pub(super) fn tell_of_assets(&self, paths: &BTreeSet<SitePath>) {
        let paths: Vec<String> = paths.iter().map(|path| format!("/{path}")).collect();
        let data = json!({ "revision": self.state().revision, "paths": paths });
        self.streams.send_all(&Event {
            name: "asset",
            data: data.to_string(),
        });
    }

    /// Opens a stream for a page that was made at `revision`.
    pub(super) fn subscribe(&self, page: &str, revision: Option<u64>) -> Subscription {
        // Making the page may take a while, in which others are not to wait.
        self.shown(&self.state(), page);
        let is_first = !self.streams.pages().contains(page);
        self.streams.subscribe(page, || {
            let state = self.state();
            let shown = self.shown(&state, page);
            if is_first {
                self.memory.tell(page, state.revision);
            }
            greeting(&state, &shown, revision)
        })
    }

    /// How the page at an address, such as `/roles/engineer.html`, is shown.
    pub(super) fn shown(&self, state: &State, page: &str) -> Shown {
        let last = self.memory.last(page);
        if let Some(last) = last.as_ref().filter(|last| last.revision >= state.revision) {
            return last.clone();
        }
        let path = site_path(page);
        let enough = path.as_ref().and_then(|path| state.enough_for(path));
        let state = enough.as_deref().unwrap_or(state);
        let found = path.as_ref().and_then(|path| state.handbook.page_at(path));
        let made = made(state, path.as_ref(), found);
        let is_broken = found.is_some() && (state.is_broken(found) || made.is_err());
        // A page that was fine stays as it was until it is fine again.
        let good = last.filter(|last| is_broken && last.is_good);
        let is_good = good.is_some() || found.is_some() && !is_broken;
        let (status, bytes) = match (good, made) {
            (Some(good), _) => (good.status, good.bytes),
            (None, Ok(bytes)) => (if found.is_some() { 200 } else { 404 }, bytes.into()),
            (None, Err(error)) => (500, unmade(&error).into()),
        };
        let shown = Shown {
            status,
            bytes,
            revision: state.revision,
            since: state.revision,
            is_broken,
            is_good,
        };
        self.memory.put(page, shown)
    }
}

/// What a page is told that was just opened, having been made at `revision`; `shown` is how it is now.
fn greeting(state: &State, shown: &Shown, revision: Option<u64>) -> Vec<Event> {
    let hello = Event {
        name: "hello",
        data: json!({ "revision": state.revision }).to_string(),
    };
    let is_behind = revision.is_some_and(|revision| revision < shown.since);
    let news = is_behind.then(|| match shown.status {
        404 => gone(state, None),
        _ => update(state),
    });
    // Where nothing is checked yet, that is told as soon as it is.
    let found = state.is_checked().then(|| findings(state, shown));
    [Some(hello), news, found].into_iter().flatten().collect()
}

/// The path of a page within the site, from its address.
pub(super) fn site_path(page: &str) -> Option<SitePath> {
    SitePath::new(&format!(".{page}")).ok()
}

/// The page at `path`. The preview outlives a panic, which is a fault of rolebook's own.
fn made(state: &State, path: Option<&SitePath>, page: Option<Located>) -> Result<Vec<u8>, RenderError> {
    let make = || match (path, page) {
        (Some(path), Some(_)) => match state.handbook.make(path)? {
            Some(Artifact::Bytes(bytes)) => Ok(bytes),
            Some(Artifact::Pieces(pieces)) => pieces.whole(),
            Some(Artifact::Picture(_) | Artifact::Copy(_)) | None => Ok(Vec::new()),
        },
        (Some(path), None) => state.handbook.missing(path),
        (None, _) => Ok(b"<!doctype html>\n<title>No such page</title>\n<p>No such page.\n".to_vec()),
    };
    let panicked = |_| {
        Err(RenderError(String::from(
            "rolebook failed at this page, which is a fault of its own",
        )))
    };
    catch_unwind(AssertUnwindSafe(make)).unwrap_or_else(panicked)
}

/// A page in the place of one that the theme can't make, and that was never shown before.
fn unmade(error: &RenderError) -> Vec<u8> {
    let mut page = String::from(
        "<!doctype html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n<title>This page can’t be made</title>\n\
         <h1>This page can’t be made</h1>\n<pre>",
    );
    crate::text::escape::text(&mut page, &error.to_string());
    page.push_str("</pre>\n</html>\n");
    page.into_bytes()
}

/// The addresses of the pages whose own text differs, where no file came or went.
fn reworded(before: &State, next: &State) -> BTreeSet<String> {
    let (old, new) = (&before.compiled.organisation, &next.compiled.organisation);
    if old.documents.len() != new.documents.len() {
        return BTreeSet::new();
    }
    let addresses = &next.compiled.site.addresses;
    let changed = new.documents_unlike(old);
    changed.map(|id| format!("/{}", addresses.document(id))).collect()
}

/// What a page is told that is shown differently now.
fn change(before: &State, next: &State, page: &str, old: Option<&Shown>, shown: &Shown) -> Event {
    let was_missing = old.is_some_and(|old| old.status == 404);
    if shown.status == 404 && !was_missing {
        let path = site_path(page);
        return gone(next, path.and_then(|path| moved(before, next, &path)));
    }
    let (from, to) = (before.handbook.styles(), next.handbook.styles());
    let is_restyled = from != to && from.len() == to.len();
    match old {
        Some(old) if is_restyled && differs_in_styles(&old.bytes, &shown.bytes, from, to) => {
            let rooted = |paths: &[SitePath]| -> Vec<String> {
                paths.iter().map(|path| format!("/{}", path.url())).collect()
            };
            let data = json!({ "revision": next.revision, "from": rooted(from), "to": rooted(to) });
            Event {
                name: "style",
                data: data.to_string(),
            }
        }
        _ => update(next),
    }
}

/// Whether two states of a page differ in the addresses of their style sheets only.
fn differs_in_styles(old: &[u8], new: &[u8], from: &[SitePath], to: &[SitePath]) -> bool {
    let (Ok(old), Ok(new)) = (std::str::from_utf8(old), std::str::from_utf8(new)) else {
        return false;
    };
    let pairs = from.iter().zip(to);
    let restyled = pairs.fold(old.to_owned(), |page, (from, to)| {
        page.replace(&from.url(), &to.url())
    });
    restyled == new
}

fn update(state: &State) -> Event {
    Event {
        name: "update",
        data: json!({ "revision": state.revision }).to_string(),
    }
}

fn gone(state: &State, moved: Option<Moved>) -> Event {
    let to = moved.as_ref().map(|moved| format!("/{}", moved.to.url()));
    let title = moved.map(|moved| moved.title);
    Event {
        name: "gone",
        data: json!({ "revision": state.revision, "to": to, "title": title }).to_string(),
    }
}

/// How many findings there are, and whether the page is an earlier state for their sake.
fn findings(state: &State, shown: &Shown) -> Event {
    let counts = state.compiled.findings.counts();
    let data = json!({
        "revision": state.revision,
        "errors": counts.errors + usize::from(state.fault.is_some()),
        "warnings": counts.warnings,
        "broken": shown.is_broken,
    });
    Event {
        name: "findings",
        data: data.to_string(),
    }
}
