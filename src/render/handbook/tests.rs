//! Whole handbooks, made in memory.

use std::collections::BTreeMap;

use super::Handbook;
use crate::render::{Artifact, Artifacts, RenderError};
use crate::text::{Asset, Snapshot, Source, SourcePath, ThemeFile};
use crate::{Compiled, compile};

/// The text of a file that is copied.
const ASSET: &str = "(a picture)";

/// A snapshot of files, each a path and its text: below `theme/` the theme's, [`ASSET`] for a file that is copied.
pub(crate) fn snapshot(files: &[(&str, &str)]) -> Snapshot {
    let mut files = files.to_vec();
    files.sort_unstable();
    let mut snapshot = Snapshot::default();
    for (path, text) in files {
        if let Some(name) = path.strip_prefix("theme/") {
            snapshot.theme.push(ThemeFile {
                name: name.to_owned(),
                bytes: text.as_bytes().into(),
            });
            continue;
        }
        let path = SourcePath::new(path).unwrap();
        if text == ASSET {
            snapshot.assets.push(Asset { path, len: 0 });
            continue;
        }
        if path.as_str() == "book.toml" {
            snapshot.config = Some(crate::text::SourceId(
                u32::try_from(snapshot.sources.len()).unwrap(),
            ));
        }
        snapshot.sources.push(Source {
            path,
            text: text.into(),
            fault: None,
        });
    }
    snapshot
}

/// Every file of a handbook, by its address; what is copied is left out.
fn made(snapshot: &Snapshot, compiled: &Compiled) -> Result<BTreeMap<String, String>, RenderError> {
    let handbook = Handbook::new(
        snapshot,
        &compiled.config,
        &compiled.organisation,
        &compiled.site,
        &compiled.findings,
    )?;
    let mut files = BTreeMap::new();
    for path in handbook.paths() {
        if let Some(Artifact::Bytes(bytes)) = handbook.make(&path)? {
            files.insert(path.to_string(), String::from_utf8(bytes).unwrap());
        }
    }
    Ok(files)
}

#[test]
fn an_empty_handbook_has_its_own_pages() {
    let snapshot = snapshot(&[("book.toml", "[book]\ntitle = \"Empty <one>\"\n")]);
    let files = made(&snapshot, &compile(&snapshot)).unwrap();
    for page in [
        "index.html",
        "404.html",
        "roles/index.html",
        "teams/index.html",
        "people/index.html",
    ] {
        assert!(
            files[page].contains("Empty &lt;one&gt;"),
            "{page}: {}",
            files[page]
        );
    }
}
