//! What a relative link can lead to: the files below `content/`.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Bound;
use std::sync::OnceLock;

use super::census::Census;
use super::names::Thing;
use crate::model::{Node, PartyKind};
use crate::text::{CONTENT, PathFault, Snapshot, SourcePath};

/// How a folder's own page is called on forges.
const READMES: [&str; 3] = ["README.md", "Readme.md", "readme.md"];

/// Every file that a link can lead to, by its path.
#[derive(Debug)]
pub(super) struct Files<'a> {
    sources: BTreeMap<&'a str, Thing>,
    /// Sources that could not be read or that are no Markdown: known, but nothing to link to.
    others: BTreeSet<&'a str>,
    assets: BTreeSet<&'a str>,
    /// The paths by their lower-case form, where only one has it: made where the first link is broken.
    by_lower_case: OnceLock<BTreeMap<String, Option<&'a str>>>,
}

/// Why a relative link leads nowhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum FileFault {
    /// It begins with `/`, a drive or a scheme that no page links to.
    Absolute,
    /// It leads out of `content/`.
    Outside,
    /// It holds characters that no path may hold.
    Character,
    /// There is no such file.
    Missing(String),
}

impl<'a> Files<'a> {
    /// The files of the handbook.
    pub(super) fn of(snapshot: &'a Snapshot, census: &Census<'a>) -> Self {
        let sources: BTreeMap<&str, Thing> = census
            .documents()
            .flat_map(|(id, document)| {
                // A translation is at its original's path too.
                let own = snapshot.sources.get(document.source.0 as usize);
                let own = own.map(|source| source.path.as_str());
                let paths = own.into_iter().chain([document.path.as_str()]);
                paths.map(move |path| (path, census.about(id)))
            })
            .collect();
        let others = snapshot
            .sources
            .iter()
            .filter(|source| source.path.below_content().is_some())
            .map(|source| source.path.as_str())
            .filter(|path| !sources.contains_key(path))
            .collect();
        Self {
            sources,
            others,
            assets: snapshot.assets.iter().map(|asset| asset.path.as_str()).collect(),
            by_lower_case: OnceLock::new(),
        }
    }

    /// What `link`, written in the file `from`, leads to.
    pub(super) fn find(&self, from: &SourcePath, link: &str) -> Result<Node, FileFault> {
        let path = match from.join(link) {
            Ok(path) if path.as_str() == CONTENT => CONTENT.to_owned(),
            Ok(path) if path.below_content().is_some() => path.as_str().to_owned(),
            Ok(_) | Err(PathFault::Outside | PathFault::Empty) => return Err(FileFault::Outside),
            Err(PathFault::Absolute) => return Err(FileFault::Absolute),
            Err(PathFault::Character) => return Err(FileFault::Character),
        };
        self.at(&path).ok_or(FileFault::Missing(path))
    }

    fn at(&self, path: &str) -> Option<Node> {
        if let Some(thing) = self.sources.get(path) {
            return Some(Node::from(*thing));
        }
        if self.assets.contains(path) {
            return SourcePath::new(path).ok().map(Node::Asset);
        }
        let folder = path.strip_suffix("/index.md").unwrap_or(path);
        if let Some(thing) = self.sources.get(format!("{folder}/index.md").as_str()) {
            return Some(Node::from(*thing));
        }
        if matches!(folder, "content/people" | "content/people.toml") {
            return Some(Node::People);
        }
        if let Some(name) = folder.strip_prefix("content/") {
            let kind = PartyKind::ALL.into_iter().find(|kind| kind.folder() == name);
            if let Some(kind) = kind {
                return Some(Node::Index(kind));
            }
        }
        // A link to a folder shows what stands in its README, as on forges.
        let readme = READMES.iter().find_map(|name| {
            let path = format!("{path}/{name}");
            self.sources.get(path.as_str())
        });
        if let Some(thing) = readme {
            return Some(Node::from(*thing));
        }
        // What could not be read has a finding of its own.
        self.others.contains(path).then_some(Node::Missing)
    }

    /// Whether there is a folder at `path`, with something in it.
    pub(super) fn is_folder(&self, path: &str) -> bool {
        let begin = format!("{path}/");
        let behind = (Bound::Included(begin.as_str()), Bound::Unbounded);
        let page = self.sources.range::<str, _>(behind).next();
        let asset = self.assets.range::<str, _>(behind).next();
        let first = [page.map(|(path, _)| *path), asset.copied()];
        first.iter().flatten().any(|path| path.starts_with(&begin))
    }

    /// The file that `path` names but for letter case, or but for the `.md` behind it.
    pub(super) fn almost(&self, path: &str) -> Option<&'a str> {
        let known = self.by_lower_case.get_or_init(|| {
            let mut known = BTreeMap::new();
            for path in self.paths() {
                let only = known.entry(path.to_lowercase());
                only.and_modify(|only| *only = None).or_insert(Some(path));
            }
            known
        });
        let lower = path.to_lowercase();
        let stem = lower.strip_suffix(".html").unwrap_or(&lower);
        known
            .get(&lower)
            .or_else(|| known.get(&format!("{stem}.md")))
            .or_else(|| known.get(&format!("{stem}/index.md")))
            .copied()
            .flatten()
    }

    /// The paths of all files that a link can lead to: pages, then assets.
    pub(super) fn paths(&self) -> impl Iterator<Item = &'a str> {
        self.sources.keys().chain(&self.assets).copied()
    }
}

/// The link that leads from the file `from` to the file at `path`, as it is written in Markdown.
pub(super) fn relative(from: &SourcePath, path: &str) -> String {
    let folder = from.folder();
    let mut shared = 0;
    for (at, _) in path.match_indices('/') {
        if folder.starts_with(&path[..at]) && matches!(folder.as_bytes().get(at), None | Some(b'/')) {
            shared = at + 1;
        } else {
            break;
        }
    }
    let above = folder.get(shared..).unwrap_or("");
    let ups = above.split('/').filter(|segment| !segment.is_empty()).count();
    format!("{}{}", "../".repeat(ups), path[shared..].replace(' ', "%20"))
}

#[cfg(test)]
mod tests {
    use super::relative;
    use crate::text::SourcePath;

    #[test]
    fn links_are_written_relative_to_their_file() {
        let cases = [
            ("content/index.md", "content/roles/a.md", "roles/a.md"),
            ("content/roles/a.md", "content/roles/b.md", "b.md"),
            (
                "content/roles/a.md",
                "content/teams/the crew.md",
                "../teams/the%20crew.md",
            ),
            (
                "content/roles/deep/a.md",
                "content/rolesx/b.md",
                "../../rolesx/b.md",
            ),
        ];
        for (from, to, expected) in cases {
            let from = SourcePath::new(from).unwrap_or_else(|fault| panic!("{from}: {fault:?}"));
            assert_eq!(relative(&from, to), expected, "{from} -> {to}");
        }
    }
}
