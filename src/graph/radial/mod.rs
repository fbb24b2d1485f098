//! The map of an organisation's relations: parties on a rim, grouped by team, and edges bundled along the
//! hierarchy of teams.

mod bundle;
mod column;
mod draw;
mod edges;
mod group;
mod hierarchy;
mod rim;
#[cfg(test)]
mod tests;

use crate::graph::key::Sign;
use crate::graph::tint::tints;
use crate::model::{PartyKind, State};

/// A party that stands on the rim.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct RimParty {
    /// Its id, unique among the parties.
    pub id: String,
    /// Its title.
    pub title: String,
    /// What it is.
    pub kind: PartyKind,
    /// Its page, relative to the one that shows the drawing.
    pub href: String,
    /// Its tags.
    pub tags: Vec<String>,
    /// The team that it stands with, by position; a team stands with itself.
    pub team: Option<usize>,
    /// Whether nobody keeps it.
    pub is_vacant: bool,
}

/// A team, whether it has relations of its own or not.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct RimTeam {
    /// Its id, unique among the teams.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Its page, relative to the one that shows the drawing.
    pub href: String,
    /// The team that it is part of, by position.
    pub parent: Option<usize>,
}

/// A relation between two parties, by their positions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct RimEdge {
    /// Who provides.
    pub provider: usize,
    /// Who relies on it.
    pub consumer: usize,
    /// Whether both ends claim it.
    pub state: State,
}

/// Which way the arrows point.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Towards {
    /// To whom is relied on: the dependency graph.
    Provider,
    /// To whom is served: the stakeholder graph.
    Consumer,
}

impl Towards {
    /// As it is written in classes and ids.
    const fn name(self) -> &'static str {
        match self {
            Self::Provider => "dependencies",
            Self::Consumer => "stakeholders",
        }
    }
}

/// The words in the drawing, in the handbook's language.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct RadialWords {
    /// Its accessible name, such as "Dependency graph of Saumpfad".
    pub title: String,
    /// Its accessible description.
    pub description: String,
    /// Over the parties that stand in no team.
    pub no_team: String,
    /// Over the external parties.
    pub external: String,
    /// For what nobody keeps.
    pub vacant: String,
    /// What an arrow says, such as "points to whom is relied on".
    pub arrow: String,
    /// A word for each state, in the order of [`State::ALL`].
    pub states: [String; 4],
}

impl RadialWords {
    fn state(&self, state: State) -> &str {
        // As many words as states.
        &self.states[state as usize]
    }
}

/// With more parties a column would be longer than anyone scrolls, and as heavy as the map.
const MOST_IN_COLUMN: usize = 60;

/// What is drawn, and where it stands.
struct Map<'a> {
    parties: &'a [RimParty],
    teams: &'a [RimTeam],
    edges: &'a [RimEdge],
    towards: Towards,
    words: &'a RadialWords,
    /// The colour of each team, by position.
    tints: Vec<usize>,
    rim: rim::Rim,
}

impl Map<'_> {
    /// What the key explains: only what occurs.
    fn signs(&self) -> Vec<(Sign, &str)> {
        let occurs = |state: &State| self.edges.iter().any(|edge| edge.state == *state);
        let mut signs: Vec<(Sign, &str)> = State::ALL
            .into_iter()
            .filter(occurs)
            .map(|state| (Sign::Edge(state), self.words.state(state)))
            .collect();
        if !signs.is_empty() {
            signs.push((Sign::Arrow, &self.words.arrow));
        }
        if self.parties.iter().any(|party| party.is_vacant) {
            signs.push((Sign::Vacant, &self.words.vacant));
        }
        signs
    }
}

/// The map as drawn.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct RadialMap {
    /// One `<svg>` at its natural size, which grows with the number of parties.
    pub wide: String,
    /// Another for a narrow screen, in which parties stand in a column: only of up to 60 parties.
    pub narrow: Option<String>,
}

/// Draws the map.
///
/// Teams stand in the order of their hierarchy, and parties within a team, by title; whatever order they are
/// given in, the drawing is the same. Edges are bundled after Holten, "Hierarchical Edge Bundles", 2006.
/// An edge whose position names no party is not drawn.
pub(crate) fn radial(
    parties: &[RimParty],
    teams: &[RimTeam],
    edges: &[RimEdge],
    towards: Towards,
    words: &RadialWords,
) -> RadialMap {
    let hierarchy = hierarchy::Hierarchy::of(teams);
    let ids: Vec<&str> = teams.iter().map(|team| team.id.as_str()).collect();
    let map = Map {
        parties,
        teams,
        edges,
        towards,
        words,
        tints: tints(&ids),
        rim: rim::Rim::of(parties, &hierarchy),
    };
    let bundles = bundle::Bundles::new(&map.rim, &hierarchy);
    RadialMap {
        wide: draw::draw(&map, &bundles),
        narrow: (parties.len() <= MOST_IN_COLUMN).then(|| column::draw(&map)),
    }
}
