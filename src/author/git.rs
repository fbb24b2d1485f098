//! What git knows of files: whether there is a way back to what they hold.

use std::collections::BTreeSet;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// So many paths are asked about at once: how long a command may be is limited.
const AT_ONCE: usize = 200;

/// How git marks a file that it follows and looks at.
const FOLLOWED: &[u8] = b"H ";

/// Those of `files`, which lie below the folder `root`, that hold anything git could not bring back: changed,
/// staged or not followed at all; none where git can't say: it is not there, or there is no repository that it would
/// look into.
pub(crate) fn uncommitted(root: &Path, files: &BTreeSet<PathBuf>) -> Option<BTreeSet<PathBuf>> {
    let files: Vec<&PathBuf> = files.iter().collect();
    let mut found = BTreeSet::new();
    for some in files.chunks(AT_ONCE) {
        found.extend(committed(root, some)?);
    }
    let lost = files.into_iter().filter(|file| !found.contains(file));
    Some(lost.cloned().collect())
}

/// Those of `files` that are as they were committed; none where git can't say.
fn committed<'a>(root: &Path, files: &[&'a PathBuf]) -> Option<Vec<&'a PathBuf>> {
    let root = root.canonicalize().ok()?;
    let names: Vec<String> = files
        .iter()
        .map(|file| slashed(file.strip_prefix(&root).ok()?))
        .collect::<Option<_>>()?;
    let followed = ask(&root, &["ls-files", "-v", "-z"], &names)?;
    let followed: BTreeSet<&[u8]> = followed.split(|byte| *byte == 0).collect();
    let prefix = ask(&root, &["rev-parse", "--show-prefix"], &[])?;
    let prefix = prefix.strip_suffix(b"\n").unwrap_or(&prefix);
    let arguments = ["status", "--porcelain", "-z", "--untracked-files=all"];
    let changed = ask(&root, &arguments, &names)?;
    // Before each path stand two letters and a space; of a renamed file the old path stands alone.
    let changed: BTreeSet<&[u8]> = changed
        .split(|byte| *byte == 0)
        .flat_map(|entry| [entry, entry.get(3..).unwrap_or_default()])
        .collect();
    let is_committed = |name: &str| {
        let name = name.as_bytes();
        followed.contains(&*[FOLLOWED, name].concat()) && !changed.contains(&*[prefix, name].concat())
    };
    let files = files.iter().zip(&names).filter(|(_, name)| is_committed(name));
    Some(files.map(|(file, _)| *file).collect())
}

/// A relative path as git writes it on any system; none where its name is no text.
fn slashed(path: &Path) -> Option<String> {
    let segments: Option<Vec<&str>> = path.iter().map(OsStr::to_str).collect();
    Some(segments?.join("/"))
}

/// What git answers; none where it does not.
fn ask(root: &Path, arguments: &[&str], names: &[String]) -> Option<Vec<u8>> {
    let mut command = Command::new("git");
    command
        .args(["--no-optional-locks", "--literal-pathspecs"])
        .args(["-c", "core.fsmonitor=false", "-c", "core.quotePath=false"])
        .arg("-C")
        .arg(root)
        .args(arguments)
        .stdin(Stdio::null())
        .stderr(Stdio::null());
    if !names.is_empty() {
        command.arg("--").args(names);
    }
    let output = command.output().ok()?;
    output.status.success().then_some(output.stdout)
}
