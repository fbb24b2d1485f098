//! The teams of an organisation, and how much they deliver to each other.

mod choice;
mod draw;
#[cfg(test)]
mod tests;

use crate::model::PartyKind;

/// A team, an external party, or all roles without a team.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct TeamNode {
    /// As edges and scripts name it.
    pub id: String,
    pub title: String,
    /// Its own graph, relative to the page that shows the drawing.
    pub href: String,
    pub kind: PartyKind,
    /// How many roles it has.
    pub roles: usize,
    /// How many agreements there are between them.
    pub within: usize,
}

/// All agreements between providers in one team and consumers in another.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct TeamFlow {
    /// The positions of both among the teams.
    pub provider: usize,
    pub consumer: usize,
    /// How many agreements there are of each state, in the order of `State::ALL`.
    pub agreements: [usize; 4],
    /// Where they are listed, relative to the page that shows the drawing.
    pub href: String,
}

impl TeamFlow {
    /// The agreements of all states.
    pub(crate) fn total(&self) -> usize {
        self.agreements.iter().sum()
    }
}

/// What is drawn, and what is not.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct TeamsShown {
    pub teams: usize,
    pub flows: usize,
    pub agreements: usize,
    /// Flows of fewer agreements are hidden, unless no other flow of one of their teams has more.
    pub threshold: Option<usize>,
    /// What the threshold hides.
    pub hidden_flows: usize,
    pub hidden_agreements: usize,
    /// Teams beyond [`MOST_TEAMS`]: those with the fewest agreements with others.
    pub left_out_teams: usize,
    /// The flows from and to those.
    pub left_out_flows: usize,
    pub left_out_agreements: usize,
}

/// More teams than this are not drawn: nobody could read it.
pub(crate) const MOST_TEAMS: usize = 60;

/// What is said in the drawing, in the handbook's language.
pub(crate) struct TeamsWords<'a> {
    /// Its accessible name.
    pub title: &'a str,
    /// Its accessible description, given what is drawn.
    pub description: &'a dyn Fn(&TeamsShown) -> String,
    /// Below a team's title, such as "12 roles".
    pub size: &'a dyn Fn(&TeamNode) -> String,
    /// A team in full, such as "Platform: 12 roles, 30 agreements within".
    pub team: &'a dyn Fn(&TeamNode) -> String,
    /// A flow in full, such as "A delivers to B: 12 agreements (8 mutual, 4 offered)": provider, consumer.
    pub flow: &'a dyn Fn(&TeamNode, &TeamNode, &TeamFlow) -> String,
    /// A word for each state, in the order of `State::ALL`.
    pub states: &'a [String; 4],
}

/// The drawing, and what it shows of what there is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct TeamsDrawing {
    pub svg: String,
    pub shown: TeamsShown,
}

/// Draws the teams from left to right, providers before consumers; cycles run back.
///
/// Flows within a team, or that name a team that there is not, or have no agreements, are not drawn or counted.
/// Where there are more than stay readable, those of fewest agreements are hidden, and counted.
pub(crate) fn teams(teams: &[TeamNode], flows: &[TeamFlow], words: &TeamsWords<'_>) -> TeamsDrawing {
    let chosen = choice::Choice::new(teams.len(), flows);
    TeamsDrawing {
        svg: draw::draw(teams, flows, &chosen, words),
        shown: chosen.shown,
    }
}
