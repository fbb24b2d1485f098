//! Every kind of finding there is.

use super::{lint, unknown_lint, unused_allow};
use crate::finding::{Kind, kind};

/// The kinds of which `[lints]` itself is the subject.
static SETTINGS: [&Kind; 2] = [&unknown_lint::KIND, &unused_allow::KIND];

/// Every kind of finding, in the order in which they are listed to people.
pub fn catalogue() -> impl Iterator<Item = &'static Kind> {
    kind::READ.iter().copied().chain(lint::kinds()).chain(SETTINGS)
}

/// The kind of that name.
pub(crate) fn named(name: &str) -> Option<&'static Kind> {
    catalogue().find(|kind| kind.name == name)
}
