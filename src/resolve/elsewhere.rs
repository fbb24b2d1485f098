//! Files that a link may mean which leads to none: moved ones, and misspelt ones.

use std::collections::BTreeMap;

use super::NearNames;
use super::files::relative;
use crate::text::{SourcePath, folded};

/// The files of a handbook by what they are called.
#[derive(Debug)]
pub(super) struct Elsewhere<'a> {
    /// By their names, see [`name`].
    by_name: BTreeMap<String, Vec<&'a str>>,
    names: NearNames<Sort, usize>,
}

/// What a file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Sort {
    Page,
    Other,
}

/// Of so many files the nearest are named.
const MOST_SHOWN: usize = 3;

/// A name that so many files have tells nothing.
const MOST_ALIKE: usize = 200;

/// Files so many steps away, up or down, are not meant where nothing but a name speaks for them.
const MOST_STEPS: usize = 4;

impl<'a> Elsewhere<'a> {
    /// The files at `paths`.
    pub(super) fn of(paths: impl Iterator<Item = &'a str>) -> Self {
        // Of a folder's `README.md` and `index.md` the second is meant, which comes behind it.
        let by_place: BTreeMap<String, &str> = paths.map(|path| (place(path), path)).collect();
        let mut by_name: BTreeMap<String, Vec<&str>> = BTreeMap::new();
        for path in by_place.into_values() {
            by_name.entry(name(path)).or_default().push(path);
        }
        let mut names = NearNames::new();
        for (number, (name, paths)) in by_name.iter().enumerate() {
            let is_page = paths.iter().any(|path| is_page(path));
            names.add(name, name, if is_page { Sort::Page } else { Sort::Other }, number);
        }
        Self { by_name, names }
    }

    /// Links, as they are written in `from`, to the files that may be meant by `path`, which is none.
    pub(super) fn meant(&mut self, path: &str, from: &SourcePath) -> Vec<String> {
        let moved = self.moved(path, from);
        if !moved.is_empty() {
            return moved;
        }
        let sorts: &[Sort] = match ending(path) {
            Some("md" | "html") => &[Sort::Page],
            Some(_) => &[Sort::Other],
            None => &[Sort::Page, Sort::Other],
        };
        let called = name(path);
        let near = self.names.find(&called, sorts);
        let wanted = SourcePath::new(path);
        let way = |file: &str| steps(&relative(wanted.as_ref().unwrap_or(from), file));
        let others = near.iter().filter(|name| **name != called);
        let files = others.filter_map(|name| {
            let files = self.by_name.get(name)?.iter().take(MOST_ALIKE);
            let files = files.filter(|file| **file != from.as_str());
            let nearest = files.min_by_key(|file| way(file))?;
            is_slip(&called, name, way(nearest)).then(|| relative(from, nearest))
        });
        files.filter(|link| steps(link) <= MOST_STEPS).collect()
    }

    /// The files of that name that share most of the folders above it, those nearest to `from`.
    fn moved(&self, path: &str, from: &SourcePath) -> Vec<String> {
        let alike = self.by_name.get(&name(path)).map_or(&[][..], Vec::as_slice);
        if alike.len() > MOST_ALIKE {
            return Vec::new();
        }
        let wanted = place(path);
        let mut found: Vec<(usize, usize, String)> = Vec::new();
        for file in alike.iter().filter(|file| **file != from.as_str()) {
            let shared = shared_end(&wanted, &place(file));
            let link = relative(from, file);
            let steps = steps(&link);
            // Where several are called so, such as `LICENSE`, another folder's is not meant.
            let is_beside = alike.len() > 1 && is_up_and_down(&link);
            if shared > 1 || (steps <= MOST_STEPS && !is_beside) {
                found.push((usize::MAX - shared, steps, link));
            }
        }
        found.sort();
        let best = found.first().map(|(shared, steps, _)| (*shared, *steps));
        let best = found
            .iter()
            .filter(|(shared, steps, _)| Some((*shared, *steps)) == best);
        let links: Vec<String> = best.map(|(.., link)| link.clone()).collect();
        // Of many that are as likely none is.
        if links.len() > MOST_SHOWN {
            Vec::new()
        } else {
            links
        }
    }
}

/// What a path names, in lower case: a page without its ending, a folder's own page as the folder.
fn place(path: &str) -> String {
    let lower = path.to_lowercase();
    let page = match ending(&lower) {
        Some("md" | "html") => lower.rsplit_once('.').map_or(lower.as_str(), |(stem, _)| stem),
        _ => lower.as_str(),
    };
    let folder = page
        .strip_suffix("/index")
        .or_else(|| page.strip_suffix("/readme"));
    folder.unwrap_or(page).trim_end_matches('/').to_owned()
}

/// The last part of what a path names.
fn name(path: &str) -> String {
    let mut place = place(path);
    match place.rfind('/') {
        Some(at) => place.split_off(at + 1),
        None => place,
    }
}

/// Whether a file that is `way` folders away was called `written` by a slip: names of files are short, and many
/// are alike.
fn is_slip(written: &str, name: &str, way: usize) -> bool {
    const SHORT: usize = 3;
    let (long, short) = (written.chars().count(), name.chars().count());
    let begins =
        (written.starts_with(name) || name.starts_with(written)) && 2 * long.min(short) >= long.max(short);
    let is_near = begins || strsim::damerau_levenshtein(written, name) <= (long / 5).max(1);
    folded(written) == folded(name) || (is_near && (way == 0 || long > SHORT))
}

/// Whether a link leads up, and down into another folder.
fn is_up_and_down(link: &str) -> bool {
    link.starts_with("../") && link.trim_start_matches("../").contains('/')
}

fn is_page(path: &str) -> bool {
    ending(path).is_some_and(|ending| ending.eq_ignore_ascii_case("md"))
}

fn ending(path: &str) -> Option<&str> {
    let name = path.rsplit_once('/').map_or(path, |(_, name)| name);
    name.rsplit_once('.').map(|(_, ending)| ending)
}

/// How many parts at the ends of two paths are the same.
fn shared_end(one: &str, other: &str) -> usize {
    let pairs = one.rsplit('/').zip(other.rsplit('/'));
    pairs.take_while(|(one, other)| one == other).count()
}

/// How many folders a link goes up and down.
fn steps(link: &str) -> usize {
    link.matches('/').count()
}

#[cfg(test)]
mod tests {
    use super::Elsewhere;
    use crate::text::SourcePath;

    const FILES: [&str; 12] = [
        "content/docs/README.md",
        "content/docs/commands/npm-star.md",
        "content/docs/commands/npm-stars.md",
        "content/docs/index.md",
        "content/guides/commit-queue.md",
        "content/guides/map.svg",
        "content/guides/bugs.md",
        "content/guides/people/index.md",
        "content/lib/a/b/c/d/e/LICENSE.md",
        "content/lib/LICENSE.md",
        "content/old/commands/npm-star.md",
        "content/roles/docs/README.md",
    ];

    #[test]
    fn what_moved_is_found_by_the_folders_above_it_and_what_is_misspelt_by_its_name() {
        let mut files = Elsewhere::of(FILES.into_iter());
        let cases = [
            ("docs/commands/x.md", "content/commands/npm-star", "npm-star.md"),
            ("old/commands/x.md", "content/commands/npm-star", "npm-star.md"),
            (
                "index.md",
                "content/commands/npm-star",
                "docs/commands/npm-star.md old/commands/npm-star.md",
            ),
            (
                "index.md",
                "content/role-handbooks/docs/README.md",
                "docs/index.md",
            ),
            ("index.md", "content/role/docs", "docs/index.md"),
            (
                "roles/x.md",
                "content/roles/role-handbooks/docs/README.md",
                "docs/README.md",
            ),
            ("index.md", "content/business/people", "guides/people/index.md"),
            ("guides/x.md", "content/guides/content/guides/map.svg", "map.svg"),
            ("guides/x.md", "content/guides/mop.svg", "map.svg"),
            ("guides/x.md", "content/guides/comit-queue.md", "commit-queue.md"),
            // A name alone says nothing of what is far away, nor of a file of another sort.
            ("guides/x.md", "content/guides/LICENSE", ""),
            ("guides/x.md", "content/guides/commit-queue.yml", ""),
            ("guides/commit-queue.md", "content/guides/comit-queue", ""),
            ("guides/x.md", "content/guides/map.png", ""),
            ("guides/x.md", "content/guides/bug.md", "bugs.md"),
            ("old/x.md", "content/bus.md", ""),
            ("guides/x.md", "content/guides/people-and-places.md", ""),
            ("index.md", "content/guides/command-queen", ""),
            ("index.md", "content/domains/README.md", ""),
        ];
        for (from, path, expected) in cases {
            let from =
                SourcePath::new(&format!("content/{from}")).unwrap_or_else(|fault| panic!("{fault:?}"));
            assert_eq!(files.meant(path, &from).join(" "), expected, "{path}");
        }
    }
}
