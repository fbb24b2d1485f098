//! One team's own graph: its roles between those on whom they depend and those whom they serve.

mod choice;
mod draw;
mod fold;
#[cfg(test)]
mod tests;

use crate::model::{PartyKind, State};

/// A role of the team, or someone outside with whom one has an agreement.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct TeamParty {
    /// As edges and scripts name it.
    pub id: String,
    pub title: String,
    /// Its page, relative to the one that shows the drawing.
    pub href: String,
    pub kind: PartyKind,
    pub is_vacant: bool,
    /// Separated by spaces.
    pub tags: String,
    /// Whether it is one of the team's own.
    pub is_member: bool,
    /// The position of its own team among the homes, if it has one.
    pub home: Option<usize>,
}

/// A team to which parties outside belong.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct TeamHome {
    pub id: String,
    pub title: String,
    /// Its own graph, relative to the page that shows the drawing.
    pub href: String,
}

/// An agreement of which one party at least is of the team.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct TeamRelation {
    /// The positions of both among the parties.
    pub provider: usize,
    pub consumer: usize,
    pub state: State,
    pub items: usize,
    /// Where it is told, relative to the page that shows the drawing.
    pub href: String,
}

/// What one edge of the drawing stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct TeamEdge {
    pub state: State,
    pub agreements: usize,
    /// The items of all of them.
    pub items: usize,
}

/// A card that stands for several parties outside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct TeamFold {
    /// The position of the team of all of them; none in the card for all the rest.
    pub home: Option<usize>,
    /// Their positions among the parties.
    pub parties: Vec<usize>,
}

/// What is drawn, and what is not.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct TeamShown {
    pub members: usize,
    /// Parties outside with a card of their own.
    pub outside: usize,
    pub folds: Vec<TeamFold>,
    pub edges: usize,
    pub agreements: usize,
    /// Roles of the team beyond [`MOST_MEMBERS`]: those with the fewest agreements.
    pub left_out_members: usize,
    /// The agreements that only such roles have, and those of edges beyond [`MOST_EDGES`], which have the fewest
    /// items.
    pub left_out_agreements: usize,
}

/// More roles of the team are not drawn.
pub(crate) const MOST_MEMBERS: usize = 40;
/// More parties outside are folded by their teams, and where that does not suffice, the rest together.
pub(crate) const MOST_OUTSIDE: usize = 24;
/// They are folded too where more agreements than this lead to them.
pub(crate) const MOST_OUTWARD: usize = 45;
/// More edges are not drawn.
pub(crate) const MOST_EDGES: usize = 160;

/// What is said in the drawing, in the handbook's language.
pub(crate) struct TeamWords<'a> {
    /// Its accessible name.
    pub title: &'a str,
    /// Its accessible description, given what is drawn.
    pub description: &'a dyn Fn(&TeamShown) -> String,
    /// Below a vacant role's title.
    pub vacant: &'a str,
    /// The title of the card for all parties that are not in another.
    pub others: &'a str,
    /// Below a folded card's title, such as "5 roles".
    pub folded: &'a dyn Fn(usize) -> String,
    /// An edge in full, such as "A delivers to B: 3 items (mutual)": the titles of provider and consumer.
    pub edge: &'a dyn Fn(&str, &str, &TeamEdge) -> String,
    /// A word for each state, in the order of `State::ALL`.
    pub states: &'a [String; 4],
}

/// The drawing, and what it shows of what there is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct TeamDrawing {
    pub svg: String,
    pub shown: TeamShown,
}

/// Draws the team from left to right: providers outside, its roles, consumers outside.
///
/// Who is both stands where it has more agreements, once. Relations that name a party that there is not, or have no
/// end in the team, are not drawn or counted. `href` leads to where all is listed: what is left of folds goes there.
pub(crate) fn team(
    parties: &[TeamParty],
    homes: &[TeamHome],
    relations: &[TeamRelation],
    href: &str,
    words: &TeamWords<'_>,
) -> TeamDrawing {
    let chosen = choice::Choice::new(parties, relations);
    let picture = draw::Picture::new(parties, homes, relations, &chosen, href, words);
    TeamDrawing {
        svg: picture.draw(),
        shown: chosen.shown,
    }
}
