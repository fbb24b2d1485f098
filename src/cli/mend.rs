//! `rolebook check --fix`: what can't be wrong is changed in the sources, and shown.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use anstyle::{AnsiColor, Style};

use super::count::count;
use super::opened::Opened;
use super::{Failure, Here, Stream, Terminal};
use crate::author::{self, Hold};
use crate::finding::format::printable;
use crate::finding::mend::{Edits, certain, changes};
use crate::finding::{Fix, Lines};
use crate::text::{SourceId, SourcePath};

const OLD: Style = AnsiColor::Red.on_default();
const NEW: Style = AnsiColor::Green.on_default();
const TITLE: Style = Style::new().bold();

/// A fix may make way for another; so often is looked again.
const MOST_ROUNDS: usize = 10;

/// What is done to the sources, over all rounds.
#[derive(Debug, Default)]
struct Done {
    fixes: usize,
    /// What was changed here needs no commit before it is changed again.
    files: BTreeSet<SourcePath>,
    /// What was left as it is, by its path.
    held: BTreeMap<SourcePath, Hold>,
}

/// Changes the sources of `opened` until nothing certain is left, and gives the handbook as it is then.
pub(super) fn run(
    mut opened: Opened,
    read: impl Fn() -> Result<Opened, Failure>,
    is_dirty_allowed: bool,
    here: &Here,
    (terminal, stream): (&Terminal, Stream),
) -> Result<Opened, Failure> {
    let mut done = Done::default();
    for _ in 0..MOST_ROUNDS {
        let made = round(&opened, &mut done, is_dirty_allowed)?;
        if made.is_empty() {
            break;
        }
        terminal.show(stream, &told(&opened, &made, &here.prefix(&opened.root)))?;
        done.fixes += made.len();
        opened = read()?;
    }
    sum_up(&done, terminal, &here.prefix(&opened.root))?;
    Ok(opened)
}

/// Makes those fixes that go together; gives them in the order of their places.
fn round<'a>(opened: &'a Opened, done: &mut Done, is_dirty_allowed: bool) -> Result<Vec<&'a Fix>, Failure> {
    let snapshot = &opened.snapshot;
    let wanted = certain(&opened.compiled.findings);
    let sources = |fix: &Fix| -> Vec<SourceId> { fix.edits.iter().map(|edit| edit.place.source).collect() };
    let all: BTreeSet<SourceId> = wanted.iter().flat_map(|fix| sources(fix)).collect();
    let holds = author::holds(&opened.root, snapshot, &all, |source| {
        is_dirty_allowed || done.files.contains(&source.path)
    });
    let path = |id: SourceId| snapshot.source(id).path.clone();
    done.held = holds.iter().map(|(id, hold)| (path(*id), *hold)).collect();
    let mut edits = Edits::default();
    let free = wanted
        .into_iter()
        .filter(|fix| !sources(fix).iter().any(|id| holds.contains_key(id)));
    let made: Vec<&Fix> = free.filter(|fix| edits.add(fix)).collect();
    for id in edits.sources() {
        let text = &snapshot.source(id).text;
        let path = path(id);
        author::replace(&opened.root, path.as_str(), text, &edits.made(id, text))?;
        done.files.insert(path);
    }
    Ok(made)
}

/// What was changed: of each fix its place, what it does, the lines that went and those that came.
fn told(opened: &Opened, made: &[&Fix], prefix: &str) -> String {
    let text = |id: SourceId| &*opened.snapshot.source(id).text;
    let mut out = String::new();
    for fix in made {
        for change in changes(fix, text) {
            let source = change.place.source;
            let (line, _) = Lines::of(text(source)).position(change.place.span.start);
            let path = &opened.snapshot.source(source).path;
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

/// Says how much was changed, and what was not and why.
fn sum_up(done: &Done, terminal: &Terminal, prefix: &str) -> Result<(), Failure> {
    if done.fixes > 0 {
        let told = format!(
            "{} in {}",
            count(done.fixes, "finding", "findings"),
            count(done.files.len(), "file", "files")
        );
        terminal.done(Stream::Talk, "Mended", &told)?;
    } else if done.held.is_empty() {
        terminal.say("Nothing can be mended without you");
    }
    for (hold, why) in [
        (
            Hold::Uncommitted,
            "git could not bring back what is there; commit it, or add `--allow-dirty`",
        ),
        (
            Hold::Outside,
            "it lies outside of the handbook; change it where it is",
        ),
        (Hold::Changed, "it was changed meanwhile; run the command again"),
    ] {
        let held = done.held.iter().filter(|(_, known)| **known == hold);
        let paths: Vec<String> = held.map(|(path, _)| format!("  {prefix}{path}")).collect();
        if !paths.is_empty() {
            terminal.say(&format!("Left alone, because {why}:\n{}", paths.join("\n")));
        }
    }
    Ok(())
}
