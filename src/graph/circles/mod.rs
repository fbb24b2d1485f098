//! The delegation map: circles within circles, each within its first delegator's.

mod caption;
mod draw;
mod enclose;
mod forest;
mod layout;
mod pack;
#[cfg(test)]
mod tests;

use crate::model::PartyKind;

/// A role or team, and who delegated it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Delegated {
    /// Its id, unique among all.
    pub id: String,
    /// Its title.
    pub title: String,
    /// What it is.
    pub kind: PartyKind,
    /// Its page, relative to the one that shows the drawing.
    pub href: String,
    /// Its tags.
    pub tags: Vec<String>,
    /// The id of the team that it stands with, whose colour it has; a team's own is its own.
    pub team: Option<String>,
    /// Whether nobody keeps it.
    pub is_vacant: bool,
    /// Its first delegator, by position.
    pub parent: Option<usize>,
    /// The other delegators, by title.
    pub further: Vec<String>,
}

/// The words in the drawing, in the handbook's language.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct CircleWords {
    /// Its accessible name, such as "Delegation map of Saumpfad".
    pub title: String,
    /// Its accessible description.
    pub description: String,
    /// For what nobody keeps.
    pub vacant: String,
    /// Before the titles of further delegators, such as "also delegated by".
    pub further: String,
    /// For those with several delegators.
    pub several: String,
    /// After the number 1.
    pub role: String,
    /// After any other number.
    pub roles: String,
    /// For a circle that stands for its roles, such as "roles that are not drawn one by one".
    pub folded: String,
}

impl CircleWords {
    /// So many roles, in words.
    fn count(&self, roles: usize) -> String {
        crate::text::count(roles, &self.role, &self.roles)
    }
}

/// More levels are never drawn.
const MOST_LEVELS: usize = 12;
/// A larger drawing has fewer levels, while it has some.
const WIDEST: i32 = 3_000;
const LEAST_LEVELS: usize = 3;

/// Draws the map as one `<svg>` at its natural size.
///
/// Circles are packed after Wang et al., "Visualization of large hierarchical data by circle packing", 2006,
/// and each is as small as what it holds allows. Whatever order they are given in, the drawing is the same.
/// Above 600 roles, below 12 levels, and below fewer where the drawing would be too large, roles are counted in
/// place of being drawn: their delegator's circle says how many, and the key says how many in all.
/// Where delegation goes round in a circle, it is cut at the first title.
pub(crate) fn circles(all: &[Delegated], words: &CircleWords) -> String {
    let tree = forest::Tree::of(all);
    let mut levels = MOST_LEVELS;
    loop {
        let forest = forest::Forest::of(all, &tree, levels);
        let layout = layout::Layout::of(all, &forest);
        if layout.width <= WIDEST || levels <= LEAST_LEVELS {
            return draw::draw(all, &forest, &layout, words);
        }
        levels -= 1;
    }
}
