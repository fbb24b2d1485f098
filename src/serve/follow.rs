//! Follows the handbook: waits for wakes, reads what changed, and lets the preview show it.

use std::collections::{BTreeMap, BTreeSet};
use std::net::{IpAddr, SocketAddr};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use super::http::{Port, Server};
use super::look::{Look, Looker};
use super::preview::Preview;
use super::state::State;
use super::watch::{Wake, Watch, Way};
use super::{ServeError, http};
use crate::Asked;
use crate::config::editor::Pattern;
use crate::load::{self, BOOK, LoadError, Stamp};
use crate::site::File;
use crate::text::{SitePath, Snapshot, SourcePath};

/// What a preview is to be like.
pub(crate) struct Plan<'p> {
    /// The handbook's folder.
    pub(crate) root: PathBuf,
    /// What is asked of it, on the day of each edit.
    pub(crate) asked: &'p dyn Fn() -> Asked,
    /// The address to listen on.
    pub(crate) host: IpAddr,
    /// The port.
    pub(crate) port: Port,
    /// Further names under which this machine is asked.
    pub(crate) names: Vec<String>,
    /// Opens files in the local editor where `[serve] editor` does not say by what.
    pub(crate) editor: Option<Pattern>,
    /// How to watch the files.
    pub(crate) way: Way,
}

/// Something that whoever started the preview should know.
pub(crate) enum Happening<'h> {
    /// It answers at this address.
    Began(SocketAddr),
    /// The handbook is read, for the first time or again.
    Read {
        /// How it is now.
        state: &'h State,
        /// How long that took, until open pages were told.
        took: Duration,
        /// A file that changed.
        changed: Option<String>,
    },
    /// Words for the user.
    Notice(String),
}

/// What comes in.
enum Message {
    Wake(Wake),
    Looked(Result<Look, LoadError>),
    Lost(http::Notice),
    Stop,
}

/// Ends a preview.
#[derive(Clone)]
pub(crate) struct Stop(Sender<Message>);

impl Stop {
    /// Ends it at once.
    pub(crate) fn now(&self) {
        // Where nobody listens it has ended.
        let _ = self.0.send(Message::Stop);
    }
}

/// What a preview waits at.
pub(crate) struct Inbox {
    messages: Receiver<Message>,
    sender: Sender<Message>,
}

/// A place for a preview to wait at, and what ends it.
pub(crate) fn inbox() -> (Stop, Inbox) {
    let (sender, messages) = channel();
    (Stop(sender.clone()), Inbox { messages, sender })
}

/// Serves the handbook until it is stopped.
///
/// # Errors
/// Where it can't begin.
pub(crate) fn run(plan: &Plan, inbox: &Inbox, tell: &mut dyn FnMut(Happening)) -> Result<(), ServeError> {
    let start = Instant::now();
    let server = Server::bind(plan.host, plan.port, &plan.names)?;
    // What changes while the handbook is read for the first time is not missed.
    let (watch, wakes) = watch(plan, &inbox.sender);
    let snapshot = load::snapshot(&plan.root)?;
    let assets = load::stamps(&plan.root, &snapshot);
    let first = State::first(snapshot, &(plan.asked)())?;
    let preview = Arc::new(Preview::new(plan.root.clone(), plan.editor.clone(), first));
    let address = server.address();
    let lost = inbox.sender.clone();
    let running = server.start(
        Arc::clone(&preview) as Arc<dyn http::Respond>,
        preview.streams.clone(),
        move |notice| drop(lost.send(Message::Lost(notice))),
    );
    tell(Happening::Began(address));
    tell(Happening::Read {
        state: &preview.complete(),
        took: start.elapsed(),
        changed: None,
    });
    let sender = inbox.sender.clone();
    let looker = Looker::start(plan.root.clone(), move |found| {
        drop(sender.send(Message::Looked(found)));
    });
    let mut following = Following {
        plan,
        preview,
        looker: looker.ok(),
        is_looking: false,
        is_to_look: false,
        read_meanwhile: BTreeSet::new(),
        assets,
        tell,
    };
    // The first page did not wait for the history; a look at everything reads it.
    if load::is_in_repository(&plan.root) {
        following.look();
    }
    following.follow(&inbox.messages);
    // Taking a large handbook apart takes a while, in which nobody is to wait: the process ends with the preview.
    std::mem::forget(Arc::clone(&following.preview));
    drop(following);
    running.stop();
    watch.stop();
    let _ = wakes.map(JoinHandle::join);
    Ok(())
}

/// Watches, and passes on what wakes.
fn watch(plan: &Plan, to: &Sender<Message>) -> (Watch, Option<JoinHandle<()>>) {
    let (sender, wakes) = channel();
    let watch = Watch::start(&plan.root, plan.way, sender);
    let to = to.clone();
    let pass = move || {
        for wake in wakes {
            if to.send(Message::Wake(wake)).is_err() {
                break;
            }
        }
    };
    let thread = std::thread::Builder::new()
        .name(String::from("wakes"))
        .spawn(pass);
    (watch, thread.ok())
}

struct Following<'p> {
    plan: &'p Plan<'p>,
    preview: Arc<Preview>,
    looker: Option<Looker>,
    is_looking: bool,
    /// Whether to look at everything once more after the look that is on.
    is_to_look: bool,
    /// The files that were read since that look began: it may have seen them as they were before.
    read_meanwhile: BTreeSet<PathBuf>,
    /// The files that are published as they are, as they were last seen.
    assets: BTreeMap<SourcePath, Stamp>,
    tell: &'p mut dyn FnMut(Happening),
}

impl Following<'_> {
    fn follow(&mut self, messages: &Receiver<Message>) {
        while let Ok(first) = messages.recv() {
            let start = Instant::now();
            let mut files = BTreeSet::new();
            let mut is_to_look = false;
            // What has come meanwhile is one change.
            for message in std::iter::once(first).chain(messages.try_iter()) {
                match message {
                    Message::Stop => return,
                    Message::Wake(Wake::Files(paths)) => files.extend(paths),
                    Message::Wake(Wake::Everything) => is_to_look = true,
                    Message::Wake(Wake::Notice(words)) => (self.tell)(Happening::Notice(words)),
                    Message::Lost(notice) => (self.tell)(Happening::Notice(notice.to_string())),
                    Message::Looked(found) => self.looked(found, start),
                }
            }
            self.read(files, start);
            if is_to_look {
                self.look();
            }
        }
    }

    /// Reads files once more.
    fn read(&mut self, paths: BTreeSet<PathBuf>, start: Instant) {
        if paths.is_empty() {
            return;
        }
        let state = self.preview.state();
        let root = &self.plan.root;
        if paths.contains(&root.join(BOOK)) {
            // Which files there are may depend on it.
            self.tell_of_assets(&paths);
            self.look();
            return;
        }
        let theme = &state.compiled.config.theme;
        // What can't be read for now may be, and may be the same as before it could not.
        if !is_unread(&state)
            && let Some(fresh) = load::reread(root, theme, &state.snapshot, &paths)
        {
            self.next(Arc::new(fresh), start);
        }
        if paths.iter().any(|path| !is_known(&state, root, path)) {
            self.look();
        }
        self.tell_of_assets(&paths);
        if self.is_looking {
            self.read_meanwhile.extend(paths);
        }
    }

    /// Tells of those files that are published as they are and are others now.
    fn tell_of_assets(&mut self, paths: &BTreeSet<PathBuf>) {
        let own = paths.iter().filter_map(|path| {
            let own = load::own_path(&self.plan.root, path)?;
            self.assets.contains_key(&own).then_some(())?;
            Some((own, Stamp::of(path)?))
        });
        let own = own.collect();
        self.take_over(own);
    }

    fn take_over(&mut self, fresh: BTreeMap<SourcePath, Stamp>) {
        let is_other = |(path, stamp): &(&SourcePath, &Stamp)| {
            let known = self.assets.get(*path);
            known.is_some_and(|known| known != *stamp)
        };
        let others: BTreeSet<&SourcePath> = fresh.iter().filter(is_other).map(|(path, _)| path).collect();
        if !others.is_empty() {
            let state = self.preview.state();
            let files = state.compiled.site.files.iter();
            let published = files.filter_map(|(path, file)| match file {
                File::Asset(source) => others.contains(source).then(|| path.clone()),
                _ => None,
            });
            let published: BTreeSet<SitePath> = published.collect();
            self.preview.tell_of_assets(&published);
        }
        self.assets.extend(fresh);
    }

    /// Looks at everything, unless that is being done already.
    fn look(&mut self) {
        if self.is_looking {
            self.is_to_look = true;
            return;
        }
        if let Some(looker) = &self.looker {
            self.is_looking = true;
            self.read_meanwhile.clear();
            looker.ask(Arc::clone(&self.preview.state().snapshot));
        }
    }

    /// Takes over what a look at everything found.
    fn looked(&mut self, looked: Result<Look, LoadError>, start: Instant) {
        self.is_looking = false;
        let state = self.preview.state();
        match looked {
            Ok(Look { snapshot, assets }) => {
                match snapshot {
                    Some(fresh) => self.found(fresh, &state, start),
                    // It may be what it was before it could not be read.
                    None if is_unread(&state) => self.next(Arc::clone(&state.snapshot), start),
                    None => {}
                }
                self.take_over(assets);
            }
            Err(error) => {
                let next = state.unreadable(&error);
                if next.fault != state.fault {
                    self.put(next, None, start);
                }
            }
        }
        if std::mem::take(&mut self.is_to_look) {
            self.look();
        }
    }

    /// Shows what a look at everything found to be new.
    fn found(&mut self, fresh: Arc<Snapshot>, state: &State, start: Instant) {
        let theme = &state.compiled.config.theme;
        let newer = load::reread(&self.plan.root, theme, &fresh, &self.read_meanwhile);
        let fresh = newer.map_or(fresh, Arc::new);
        if *fresh != *state.snapshot || is_unread(state) {
            self.next(fresh, start);
        }
    }

    /// Shows `snapshot` from now on.
    fn next(&mut self, snapshot: Arc<Snapshot>, start: Instant) {
        let state = self.preview.state();
        let changed = changed(&state.snapshot, &snapshot);
        let asked = (self.plan.asked)();
        // The preview outlives a panic, which is a fault of rolebook's own.
        let next = catch_unwind(AssertUnwindSafe(|| state.next(snapshot, &asked)));
        let next = next.unwrap_or_else(|_| state.failed());
        self.put(next, changed, start);
    }

    fn put(&mut self, next: State, changed: Option<String>, start: Instant) {
        let next = Arc::new(next);
        let before = self.preview.put(&next);
        (self.tell)(Happening::Read {
            state: &next,
            took: start.elapsed(),
            changed,
        });
        // Taking a large handbook apart takes a while, in which nobody is to wait.
        rayon::spawn(move || drop(before));
    }
}

/// Whether the handbook could not be read.
fn is_unread(state: &State) -> bool {
    state.fault.as_ref().is_some_and(|fault| fault.is_unread)
}

/// Whether `path` is a file of the handbook that was read or is published as it is.
fn is_known(state: &State, root: &Path, path: &Path) -> bool {
    let Some(own) = load::own_path(root, path) else {
        return true;
    };
    let Snapshot {
        sources,
        assets,
        theme,
        ..
    } = &*state.snapshot;
    let below_theme = own.as_str().strip_prefix("themes/");
    let below_theme = below_theme.and_then(|rest| Some(rest.split_once('/')?.1));
    let is_of_theme = below_theme.is_some_and(|name| theme.iter().any(|file| file.name == name));
    is_of_theme
        || sources.binary_search_by(|source| source.path.cmp(&own)).is_ok()
        || assets.binary_search_by(|asset| asset.path.cmp(&own)).is_ok()
}

/// A file that differs, of the handbook or its theme.
fn changed(before: &Snapshot, after: &Snapshot) -> Option<String> {
    let mut known = before.sources.iter().peekable();
    let source = after.sources.iter().find(|source| {
        while known.next_if(|old| old.path < source.path).is_some() {}
        known.peek() != Some(source)
    });
    let theme = || {
        let file = after.theme.iter().find(|file| !before.theme.contains(file))?;
        Some(format!("the theme's {}", file.name))
    };
    source.map(|source| source.path.to_string()).or_else(theme)
}
