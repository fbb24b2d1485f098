//! Where a page went that is no more.

use super::state::State;
use crate::model::Document;
use crate::site::{File, Page};
use crate::text::SitePath;

/// A page that took the place of another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Moved {
    /// Its address.
    pub(super) to: SitePath,
    /// Its title.
    pub(super) title: String,
}

/// The page that was at `path` in `before` and lies elsewhere in `after`: the same text, or else the same id or title,
/// in a file that was not there before.
pub(super) fn moved(before: &State, after: &State, path: &SitePath) -> Option<Moved> {
    let located = before.handbook.page_at(path)?;
    let old = document(before, located.page)?;
    let was_there = |new: &SitePath| before.compiled.site.files.contains_key(new);
    let pages = after
        .compiled
        .site
        .files
        .iter()
        .filter_map(|(path, file)| match file {
            File::Page(page) if !was_there(path) => Some((path, document(after, *page)?)),
            _ => None,
        });
    let old_text = &before.snapshot.source(old.source).text;
    let likeness = |new: &Document| {
        if after.snapshot.source(new.source).text == *old_text {
            3
        } else if new.title == old.title {
            2
        } else {
            u8::from(new.id == old.id)
        }
    };
    let (path, new) = pages.max_by_key(|(_, new)| likeness(new))?;
    (likeness(new) > 0).then(|| Moved {
        to: after.handbook.path_from_root(located, path),
        title: new.title.clone(),
    })
}

fn document(state: &State, page: Page) -> Option<&Document> {
    let organisation = &state.compiled.organisation;
    Some(organisation.document(page.document(organisation)?))
}
