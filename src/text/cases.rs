//! Handbooks as tests write them.

use super::{Asset, Snapshot, Source, SourceId, SourcePath, ThemeFile};

/// The snapshot of files, each a path and its text, in any order: below `theme/` those of the theme; what is
/// neither Markdown nor TOML is copied as it is.
pub(crate) fn snapshot<'a>(files: impl IntoIterator<Item = (&'a str, &'a str)>) -> Snapshot {
    let mut files = Vec::from_iter(files);
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
        let path = SourcePath::new(path).unwrap_or_else(|fault| panic!("{path}: {fault:?}"));
        if ![".md", ".toml"]
            .iter()
            .any(|ending| path.as_str().ends_with(ending))
        {
            snapshot.assets.push(Asset { path });
            continue;
        }
        let id = u32::try_from(snapshot.sources.len()).ok().map(SourceId);
        match path.as_str() {
            "book.toml" => snapshot.config = id,
            "baseline.toml" => snapshot.baseline = id,
            _ => {}
        }
        snapshot.sources.push(Source {
            path,
            text: text.into(),
            fault: None,
        });
    }
    snapshot
}
