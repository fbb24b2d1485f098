//! A party's neighbourhood: what it depends on, left; itself; whom it serves, right.

mod card;
mod column;
mod columns;
mod draw;
mod geometry;
mod layout;
mod legend;
mod stack;
#[cfg(test)]
mod tests;

use crate::model::{PartyKind, State};

/// The party in the middle.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Centre {
    /// Its title.
    pub title: String,
    /// What it is.
    pub kind: PartyKind,
}

/// A party at the other end of one relation or two.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Neighbour {
    /// Its title.
    pub title: String,
    /// What it is.
    pub kind: PartyKind,
    /// Its page, relative to the one that shows the drawing.
    pub href: String,
    /// The relation in which the centre depends on it.
    pub provides: Option<Side>,
    /// The relation in which the centre serves it.
    pub consumes: Option<Side>,
}

/// One relation with a neighbour.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Side {
    /// Whether both ends claim it.
    pub state: State,
    /// How many items it has: the claimant's own, or else the other's.
    pub items: usize,
    /// What the centre says around the neighbour's name; may be empty.
    pub qualifier: String,
}

/// The words in the drawing, in the handbook's language.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct NeighbourWords {
    /// Its accessible name, such as "Neighbourhood of Engineer".
    pub title: String,
    /// Its accessible description.
    pub description: String,
    /// Over the left column.
    pub dependencies: String,
    /// Over the right column.
    pub stakeholders: String,
    /// Over the neighbours that are both.
    pub both: String,
    /// A word for each state, in the order of [`State::ALL`].
    pub states: [String; 4],
}

impl NeighbourWords {
    fn state(&self, state: State) -> &str {
        // As many words as states.
        &self.states[state as usize]
    }
}

/// Draws the neighbourhood, twice in one `<div>`: a wide `<svg>`, and a narrow one for the style sheet to
/// show in its place where there is little room. It needs neither script nor inline style.
///
/// The neighbours keep their given order within the dependencies, the stakeholders, and those that are both,
/// which stand below the others.
pub(crate) fn neighbourhood(centre: &Centre, neighbours: &[Neighbour], words: &NeighbourWords) -> String {
    let mut out = String::with_capacity(2_000 + 1_500 * neighbours.len());
    out.push_str("<div class=\"rb-neighbourhood\">");
    draw::draw(
        &mut out,
        &columns::arrange(centre, neighbours, words),
        words,
        draw::Variant::Wide,
    );
    draw::draw(
        &mut out,
        &stack::arrange(centre, neighbours, words),
        words,
        draw::Variant::Narrow,
    );
    out.push_str("</div>");
    out
}
