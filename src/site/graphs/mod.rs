//! The graphs of the organisation: which there are, and what their pages show.

mod analysis;
mod delegation;
mod facts;
mod lineage;
mod map;
mod matrix;
mod network;
mod page;
mod room;
mod team_level;
mod within_team;

use crate::model::{Organisation, PartyId, PartyKind};

/// A graph of the whole organisation, or of a team.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Graph {
    /// Who relies on whom.
    Dependencies,
    /// Who serves whom.
    Stakeholders,
    /// The same between teams.
    Teams,
    /// A team's roles, and who stands in relations with them.
    Team(PartyId),
    /// Who delegated what.
    Delegation,
}

impl Graph {
    /// As its address, the theme's words and templates name it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Dependencies => "dependencies",
            Self::Stakeholders => "stakeholders",
            Self::Teams => "teams",
            Self::Team(_) => "team",
            Self::Delegation => "delegation",
        }
    }
}

/// The graphs that an organisation has.
pub(super) fn offered(organisation: &Organisation) -> Vec<Graph> {
    let mut graphs = Vec::new();
    let parties = (0..organisation.parties.len()).map(PartyId::at);
    let teams: Vec<PartyId> = parties.filter(|id| has_graph(organisation, *id)).collect();
    if !organisation.agreements.is_empty() {
        graphs.extend([Graph::Dependencies, Graph::Stakeholders]);
    }
    if !organisation.parties.is_empty() {
        graphs.push(Graph::Delegation);
    }
    if !teams.is_empty() {
        graphs.push(Graph::Teams);
        graphs.extend(teams.into_iter().map(Graph::Team));
    }
    graphs
}

/// The matrices: of the whole organisation, and of each team in which roles live.
pub(super) fn matrices(organisation: &Organisation) -> Vec<Option<PartyId>> {
    if organisation.agreements.is_empty() {
        return Vec::new();
    }
    let parties = (0..organisation.parties.len()).map(PartyId::at);
    let teams = parties.filter(|id| has_graph(organisation, *id));
    std::iter::once(None).chain(teams.map(Some)).collect()
}

/// Whether there is something to count.
pub(super) fn has_analysis(organisation: &Organisation) -> bool {
    !organisation.agreements.is_empty()
}

/// Whether a party has a graph of its own: a team in which roles live.
fn has_graph(organisation: &Organisation, id: PartyId) -> bool {
    let party = organisation.party(id);
    party.kind == PartyKind::Team && !party.roles.is_empty() && !organisation.agreements.is_empty()
}
