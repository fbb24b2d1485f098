//! A handbook as it was committed: from git's store, without touching the folder.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use super::git::{ask, objects};
use super::snapshot::is_text;
use super::{BASELINE, BOOK, LoadError, read};
use crate::text::{Asset, CONTENT, Snapshot, Source, SourceId, SourcePath};

/// Reads the handbook in the folder `root` as it was in `revision`: a commit, a branch, a tag, or whatever else git
/// understands. The theme is left out.
///
/// # Errors
/// Where git is not there, knows no such revision, or there was no handbook in that folder.
pub fn revision(root: &Path, revision: &str) -> Result<Snapshot, LoadError> {
    let unknown = |reason: String| LoadError::Revision {
        revision: revision.to_owned(),
        reason,
    };
    let commit = format!("{revision}^{{commit}}");
    let commit = ask(
        root,
        &["rev-parse", "--verify", "--quiet", "--end-of-options", &commit],
        b"",
    )
    .map_err(|said| unknown(said.unwrap_or_else(|| "git knows no such commit, branch or tag".to_owned())))?;
    let commit = String::from_utf8_lossy(&commit).trim().to_owned();
    let failed = |said: Option<String>| unknown(said.unwrap_or_else(|| "git can't read it".to_owned()));
    let listed = ask(
        root,
        &["ls-tree", "-r", "-z", &commit, "--", BOOK, BASELINE, CONTENT],
        b"",
    )
    .map_err(failed)?;
    let mut files: BTreeMap<SourcePath, String> = BTreeMap::new();
    let mut assets = Vec::new();
    for entry in listed.split(|byte| *byte == 0).filter(|entry| !entry.is_empty()) {
        let Some((blob, own)) = file(entry) else {
            continue;
        };
        let below = own.below_content();
        let is_hidden = own.as_str().split('/').any(|part| part.starts_with('.'));
        if is_hidden {
            continue;
        }
        if below.is_none_or(is_text) {
            files.insert(own, blob);
        } else {
            assets.push(Asset { path: own });
        }
    }
    let texts = objects(root, files.values().map(String::as_str)).map_err(failed)?;
    let sources: Vec<Source> = files
        .into_keys()
        .zip(texts)
        .map(|(path, text)| source(path, &text.unwrap_or_default()))
        .collect();
    let named = |name: &str| {
        let at = sources.iter().position(|source| source.path.as_str() == name);
        at.and_then(|at| u32::try_from(at).ok()).map(SourceId)
    };
    if named(BOOK).is_none() {
        return Err(unknown(format!(
            "there was no handbook in this folder: it holds no `{BOOK}`"
        )));
    }
    assets.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(Snapshot {
        config: named(BOOK),
        baseline: named(BASELINE),
        sources,
        assets,
        theme: Vec::new(),
        history: None,
        profile: None,
    })
}

/// The commit from which `from` and `to` went apart: what a merge request that brings `to` into `from` begins with.
///
/// # Errors
/// Where git is not there, or the two have nothing in common.
pub fn merge_base(root: &Path, from: &str, to: &str) -> Result<String, LoadError> {
    let base = ask(root, &["merge-base", "--end-of-options", from, to], b"");
    let base = base.map_err(|said| LoadError::Revision {
        revision: format!("{from}...{to}"),
        reason: said.unwrap_or_else(|| {
            "the two have no commit in common; a shallow clone may end before it".to_owned()
        }),
    })?;
    Ok(String::from_utf8_lossy(&base).trim().to_owned())
}

/// An entry of `ls-tree`: `mode type object`, a tab, the path. Links and other repositories are left out.
fn file(entry: &[u8]) -> Option<(String, SourcePath)> {
    let entry = std::str::from_utf8(entry).ok()?;
    let (about, path) = entry.split_once('\t')?;
    let mut about = about.split(' ');
    let (mode, kind, object) = (about.next()?, about.next()?, about.next()?);
    let is_file = mode.starts_with("100") && kind == "blob";
    Some((object.to_owned(), SourcePath::new(path).ok().filter(|_| is_file)?))
}

fn source(path: SourcePath, bytes: &[u8]) -> Source {
    let (text, fault) = match read::decoded(bytes) {
        Ok(text) => (text, None),
        Err(fault) => (Arc::from(""), Some(fault)),
    };
    Source { path, text, fault }
}
