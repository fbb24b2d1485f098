//! What was committed to the sources: one run of `git log` for what changed when, one of `git cat-file` for what it was.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use super::BOOK;
use super::git::{ask, objects};
use super::snapshot::is_text;
use crate::config::{self, Shown};
use crate::text::{CONTENT, Change, Commit, History, Shortfall, Snapshot, SourcePath};

/// A commit begins with this, and none of its fields holds it.
const BEGIN: u8 = 1;

/// Name, parents, when, who, further authors; each ends where the next begins.
const FIELDS: &str =
    "--format=%x01%H%x00%P%x00%cI%x00%aN%x00%(trailers:key=Co-authored-by,valueonly,separator=%x1f)";

/// Sources that are longer are not looked into.
const LONGEST: usize = 4 * 1024 * 1024;

/// Puts what was committed to the handbook in the folder `root` into its snapshot: nothing where there is no git, no
/// repository, or the handbook was never committed; and nothing where it asks for no history.
///
/// `known`: what was read before; it is taken again where nothing was committed since.
pub fn add_history(root: &Path, snapshot: &mut Snapshot, known: Option<&Arc<History>>) {
    if !asks_for_history(snapshot) {
        return;
    }
    let Some(head) = head(root) else {
        snapshot.history = refusal(root);
        return;
    };
    let known = known.filter(|known| known.head == head);
    snapshot.history = known.map(Arc::clone).or_else(|| read(root, head).map(Arc::new));
}

/// Puts into the snapshot of the handbook in the folder `root` why its history is not the whole, if so, and no more of it.
pub fn add_shortfall(root: &Path, snapshot: &mut Snapshot) {
    if !asks_for_history(snapshot) {
        return;
    }
    snapshot.history = if is_shallow(root) {
        // Where nothing of it was ever committed there is nothing to miss.
        let arguments = ["ls-files", "--error-unmatch", "--", BOOK];
        ask(root, &arguments, b"").ok().map(|_| short(Shortfall::Shallow))
    } else {
        refusal(root)
    };
}

/// Whether the folder `root` lies in a repository, as far as can be seen without asking git.
pub fn is_in_repository(root: &Path) -> bool {
    let root = root.canonicalize().unwrap_or_else(|_| root.to_owned());
    root.ancestors().any(|folder| folder.join(".git").exists())
}

fn asks_for_history(snapshot: &Snapshot) -> bool {
    config::read(snapshot).0.history != Shown::None
}

fn head(root: &Path) -> Option<String> {
    let head = ask(root, &["rev-parse", "--verify", "--quiet", "HEAD"], b"").ok()?;
    Some(String::from_utf8_lossy(&head).trim().to_owned())
}

fn is_shallow(root: &Path) -> bool {
    let answer = ask(root, &["rev-parse", "--is-shallow-repository"], b"");
    answer.is_ok_and(|answer| answer.starts_with(b"true"))
}

/// That git does not let the folder be read, if so.
fn refusal(root: &Path) -> Option<Arc<History>> {
    let said = ask(root, &["rev-parse", "--git-dir"], b"").err()??;
    said.contains("dubious ownership")
        .then(|| short(Shortfall::Refused))
}

fn short(shortfall: Shortfall) -> Arc<History> {
    Arc::new(History::new(
        String::new(),
        Vec::new(),
        Vec::new(),
        Some(shortfall),
    ))
}

fn read(root: &Path, head: String) -> Option<History> {
    let arguments = [
        "log",
        "--raw",
        "-z",
        "-M",
        "--no-abbrev",
        "--relative",
        "--no-ext-diff",
        "--no-color",
        FIELDS,
        &head,
        "--",
        CONTENT,
    ];
    let log = ask(root, &arguments, b"").ok().filter(|log| !log.is_empty())?;
    let is_shallow = is_shallow(root);
    let mut blobs = Blobs::default();
    let written = log
        .split(|byte| *byte == BEGIN)
        .filter(|commit| !commit.is_empty());
    let commits: Vec<Commit> = written
        .filter_map(|written| commit(written, is_shallow, &mut blobs))
        .collect();
    let texts = blobs.read(root)?;
    let shortfall = is_shallow.then_some(Shortfall::Shallow);
    Some(History::new(head, commits, texts, shortfall))
}

/// The texts that changes are about, each once.
#[derive(Default)]
struct Blobs {
    numbers: BTreeMap<String, usize>,
    names: Vec<String>,
}

impl Blobs {
    /// The number of the text of that object name; none where it is that of nothing.
    fn number(&mut self, name: &str) -> Option<usize> {
        if name.bytes().all(|byte| byte == b'0') {
            return None;
        }
        let next = self.names.len();
        let number = *self.numbers.entry(name.to_owned()).or_insert(next);
        if number == next {
            self.names.push(name.to_owned());
        }
        Some(number)
    }

    fn read(&self, root: &Path) -> Option<Vec<Arc<str>>> {
        let read = objects(root, self.names.iter().map(String::as_str)).ok()?;
        let texts = read.into_iter().map(|bytes| {
            let bytes = bytes.filter(|bytes| bytes.len() <= LONGEST).unwrap_or_default();
            Arc::from(String::from_utf8_lossy(&bytes))
        });
        Some(texts.collect())
    }
}

/// A commit as `git log` writes it.
fn commit(written: &[u8], is_shallow: bool, blobs: &mut Blobs) -> Option<Commit> {
    let written = String::from_utf8_lossy(written);
    let mut fields = written.split('\0');
    let (id, parents, when, author, others) = (
        fields.next()?,
        fields.next()?,
        fields.next()?,
        fields.next()?,
        fields.next()?,
    );
    let mut authors = vec![author.to_owned()];
    for other in others.trim_end().split('\u{1f}') {
        let name = other.split('<').next().unwrap_or_default().trim();
        if !name.is_empty() && !authors.iter().any(|author| author == name) {
            authors.push(name.to_owned());
        }
    }
    // The oldest commits of a shallow clone have lost their parents, and seem to add everything.
    let is_boundary = is_shallow && parents.is_empty();
    let mut changes = Vec::new();
    while let Some(about) = fields.next().filter(|_| !is_boundary) {
        let Some(about) = about.trim_start().strip_prefix(':') else {
            continue;
        };
        let Some(path) = fields.next() else { break };
        let is_move = about
            .rsplit(' ')
            .next()
            .is_some_and(|status| status.starts_with('R'));
        let (from, path) = if is_move {
            (Some(path), fields.next().unwrap_or_default())
        } else {
            (None, path)
        };
        changes.extend(change(about, from, path, blobs));
    }
    Some(Commit {
        id: id.to_owned(),
        at: when.parse().ok()?,
        day: when.get(..10)?.parse().ok()?,
        authors,
        changes,
    })
}

/// `old mode, new mode, old object, new object, status` and the path of a source; none of other files.
fn change(about: &str, from: Option<&str>, path: &str, blobs: &mut Blobs) -> Option<Change> {
    let own = |path: &str| {
        let path = SourcePath::new(path).ok()?;
        let is_source = path.below_content().is_some_and(is_text);
        let is_hidden = path.as_str().split('/').any(|part| part.starts_with('.'));
        (is_source && !is_hidden).then_some(path)
    };
    let mut fields = about.split(' ').skip(2);
    let (before, after, status) = (fields.next()?, fields.next()?, fields.next()?);
    Some(Change {
        path: own(path)?,
        from: from.and_then(own),
        before: blobs.number(before),
        after: blobs.number(after),
        is_gone: status.starts_with('D'),
    })
}
