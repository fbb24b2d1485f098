//! `rolebook check --fix`: what can't be wrong is changed in the sources, and shown.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use anstyle::{AnsiColor, Style};

use super::Failure;
use super::opened::Opened;
use crate::author::{self, AuthorError, Hold};
use crate::finding::format::printable;
use crate::finding::mend::{Edits, certain, changes};
use crate::finding::{Fix, SourceLines};
use crate::text::{SourceId, SourcePath, count};

const OLD: Style = AnsiColor::Red.on_default();
const NEW: Style = AnsiColor::Green.on_default();
const TITLE: Style = Style::new().bold();

/// A fix may make way for another; so often is looked again.
const MOST_ROUNDS: usize = 10;

/// Why files are left alone, and what to do.
const WHY: [(Hold, &str); 5] = [
    (
        Hold::Uncommitted,
        "git could not bring back what is there; commit it, or add `--allow-dirty`",
    ),
    (
        Hold::NoWayBack,
        "git has no repository here, or may not look into it, and so could not bring back what is there; keep a copy, and add `--allow-dirty`",
    ),
    (
        Hold::Closed,
        "it may only be read; allow that it is written, and run the command again",
    ),
    (
        Hold::Outside,
        "it lies outside of the handbook; change it where it is",
    ),
    (Hold::Changed, "it was changed meanwhile; run the command again"),
];

/// What was done to the sources, over all rounds.
#[derive(Debug, Default)]
pub(super) struct Mended {
    fixes: usize,
    /// What was changed here needs no commit before it is changed again.
    files: BTreeSet<SourcePath>,
    /// What was left as it is.
    held: BTreeMap<SourcePath, Hold>,
}

/// Changes the sources of `opened` until nothing certain is left, and shows each change; gives the handbook as it
/// is then.
pub(super) fn run(
    mut opened: Opened,
    read: impl Fn() -> Result<Opened, Failure>,
    is_dirty_allowed: bool,
    mut show: impl FnMut(&Opened, &[&Fix]) -> Result<(), Failure>,
) -> Result<(Opened, Mended), Failure> {
    let mut mended = Mended::default();
    for _ in 0..MOST_ROUNDS {
        let (made, failed) = round(&opened, &mut mended, is_dirty_allowed);
        mended.fixes += made.len();
        // What was changed is shown, whatever comes after it.
        show(&opened, &made)?;
        if let Some(error) = failed {
            return Err(error.into());
        }
        if made.is_empty() {
            break;
        }
        opened = read()?;
    }
    Ok((opened, mended))
}

/// Makes those fixes that go together; gives them in the order of their places, and what kept others from being made.
fn round<'a>(
    opened: &'a Opened,
    mended: &mut Mended,
    is_dirty_allowed: bool,
) -> (Vec<&'a Fix>, Option<AuthorError>) {
    let snapshot = &opened.snapshot;
    let wanted = certain(&opened.compiled.findings);
    let sources = |fix: &Fix| -> Vec<SourceId> { fix.edits.iter().map(|edit| edit.place.source).collect() };
    let all: BTreeSet<SourceId> = wanted.iter().flat_map(|fix| sources(fix)).collect();
    let holds = author::holds(&opened.root, snapshot, &all, |source| {
        is_dirty_allowed || mended.files.contains(&source.path)
    });
    let path = |id: SourceId| snapshot.source(id).path.clone();
    mended.held = holds.iter().map(|(id, hold)| (path(*id), *hold)).collect();
    let mut edits = Edits::default();
    let free = wanted
        .into_iter()
        .filter(|fix| !sources(fix).iter().any(|id| holds.contains_key(id)));
    let mut made: Vec<&Fix> = free.filter(|fix| edits.add(fix)).collect();
    let mut written = BTreeSet::new();
    let failed = edits.sources().into_iter().find_map(|id| {
        let text = &snapshot.source(id).text;
        let path = path(id);
        let replaced = author::replace(&opened.root, path.as_str(), text, &edits.made(id, text));
        if replaced.is_ok() {
            written.insert(id);
            mended.files.insert(path);
        }
        replaced.err()
    });
    made.retain(|fix| sources(fix).iter().all(|id| written.contains(id)));
    (made, failed)
}

/// What was changed: of each fix its place, what it does, the lines that went and those that came.
pub(super) fn changed(opened: &Opened, made: &[&Fix], prefix: &str) -> String {
    let text = |id: SourceId| &*opened.snapshot.source(id).text;
    let lines = SourceLines::of(&opened.snapshot);
    let mut out = String::new();
    for fix in made {
        for change in changes(fix, text) {
            let (line, _) = lines.position(change.place);
            let path = &opened.snapshot.source(change.place.source).path;
            let title = printable(&fix.title);
            let _ = writeln!(out, "{TITLE}{prefix}{path}:{line}{TITLE:#}: {title}");
            for line in change.old {
                let _ = writeln!(out, "{OLD}- {}{OLD:#}", printable(line));
            }
            for line in change.new {
                let _ = writeln!(out, "{NEW}+ {}{NEW:#}", printable(&line));
            }
            out.push('\n');
        }
    }
    out
}

/// How much was changed; none where nothing was.
pub(super) fn summary(mended: &Mended) -> Option<String> {
    let told = || {
        format!(
            "{} in {}",
            count(mended.fixes, "finding", "findings"),
            count(mended.files.len(), "file", "files")
        )
    };
    (mended.fixes > 0).then(told)
}

/// What was not changed, and why; none where there is nothing to tell.
pub(super) fn left(mended: &Mended, prefix: &str) -> Option<String> {
    if mended.fixes == 0 && mended.held.is_empty() {
        return Some(String::from("There is nothing that can be mended without you"));
    }
    let mut told = Vec::new();
    for (hold, why) in WHY {
        let held = mended.held.iter().filter(|(_, known)| **known == hold);
        let paths: Vec<String> = held.map(|(path, _)| format!("\n  {prefix}{path}")).collect();
        if !paths.is_empty() {
            told.push(format!("Left alone, because {why}:{}", paths.concat()));
        }
    }
    (!told.is_empty()).then(|| told.join("\n"))
}
