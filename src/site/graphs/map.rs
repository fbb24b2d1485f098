//! The map of all relations that one end tells of: the dependency graph and the stakeholder graph.

use std::collections::BTreeMap;

use super::Graph;
use super::network::Network;
use crate::graph::{RadialMap, RadialWords, RimEdge, RimParty, RimTeam, Towards, radial};
use crate::model::{Direction, PartyId, State};
use crate::site::here::Here;
use crate::site::view::{GraphNote, GraphView};
use crate::site::views::Views;

/// A map with more parties has no readable names.
const MOST_PARTIES: usize = 320;

/// A map with more relations is too heavy for a page.
const MOST_RELATIONS: usize = 1_300;

impl Views<'_> {
    /// The map of the relations that `end` tells of; between teams where it would have too much on it.
    pub(super) fn map(&self, graph: Graph, end: Direction, here: &Here<'_>) -> GraphView {
        let network = Network::told_by(self.organisation, end);
        let told_by_others = self.told_by_others(end, here);
        let cycles = (graph == Graph::Dependencies)
            .then(|| self.told_of_cycles(here))
            .flatten();
        let further = told_by_others.into_iter().chain(cycles);
        if network.parties.len() > MOST_PARTIES || network.agreements.len() > MOST_RELATIONS {
            let mut view = self.team_level(graph, &network, end, here);
            view.notes.insert(0, self.too_many(&network));
            view.notes.extend(further);
            return view;
        }
        GraphView {
            svg_html: self.radial(graph, &network, end, here),
            notes: further.collect(),
            teams: self.graph_teams(&network),
            states: self.states(&network),
            relations: self.relation_rows(&network, end, here),
            ..self.graph_page(graph)
        }
    }

    fn too_many(&self, network: &Network<'_>) -> GraphNote {
        let parties = network.parties.len().to_string();
        let relations = network.agreements.len().to_string();
        let values = [("parties", parties.as_str()), ("relations", relations.as_str())];
        GraphNote {
            text: self.words.say("graph.too-many", None, &values),
            link: None,
        }
    }

    fn radial(&self, graph: Graph, network: &Network<'_>, end: Direction, here: &Here<'_>) -> String {
        let teams = network.teams();
        let team_at: BTreeMap<PartyId, usize> = (0..).zip(&teams).map(|(at, id)| (*id, at)).collect();
        let rim_teams: Vec<RimTeam> = teams
            .iter()
            .map(|id| self.rim_team(*id, &team_at, here))
            .collect();
        let parties: Vec<RimParty> = network
            .parties
            .iter()
            .map(|id| {
                self.rim_party(
                    *id,
                    network.team_of(*id).and_then(|team| team_at.get(&team).copied()),
                    here,
                )
            })
            .collect();
        let positions = network.positions();
        let edges = network.agreements.iter().filter_map(|agreement| {
            Some(RimEdge {
                provider: *positions.get(&agreement.provider)?,
                consumer: *positions.get(&agreement.consumer)?,
                state: agreement.state,
            })
        });
        let edges: Vec<RimEdge> = edges.collect();
        let towards = match end {
            Direction::Needs => Towards::Provider,
            Direction::Delivers => Towards::Consumer,
        };
        let RadialMap { wide, narrow } = radial(
            &parties,
            &rim_teams,
            &edges,
            towards,
            &self.radial_words(graph, network),
        );
        wide + narrow.as_deref().unwrap_or_default()
    }

    fn rim_team(&self, id: PartyId, team_at: &BTreeMap<PartyId, usize>, here: &Here<'_>) -> RimTeam {
        let team = self.organisation.party(id);
        let above = team.team.filter(|above| *above != id);
        RimTeam {
            id: team.id.clone(),
            title: team.title.clone(),
            href: here.to(self.site.addresses.party(self.organisation, id)),
            parent: above.and_then(|above| team_at.get(&above).copied()),
        }
    }

    fn rim_party(&self, id: PartyId, team: Option<usize>, here: &Here<'_>) -> RimParty {
        let party = self.organisation.party(id);
        RimParty {
            id: party.id.clone(),
            title: party.title.clone(),
            kind: party.kind,
            href: here.to(self.site.addresses.party(self.organisation, id)),
            tags: party.tags.clone(),
            team,
            is_vacant: party.is_vacant(),
        }
    }

    fn radial_words(&self, graph: Graph, network: &Network<'_>) -> RadialWords {
        let say = |key: &str| self.words.say(key, None, &[]);
        let parties = network.parties.len().to_string();
        let relations = network.agreements.len().to_string();
        let values = [("parties", parties.as_str()), ("relations", relations.as_str())];
        RadialWords {
            title: self.graph_title(graph),
            description: self.words.say("graph.map-description", None, &values),
            no_team: say("graph.no-team"),
            external: say("nav.external"),
            vacant: say("holder.open"),
            arrow: say(&format!("graph.arrow-{}", graph.name())),
            states: State::ALL.map(|state| say(&format!("state.{}", state.name()))),
        }
    }

    /// How many relations only the other end tells of, which the other graph shows.
    fn told_by_others(&self, end: Direction, here: &Here<'_>) -> Option<GraphNote> {
        let agreements = self.organisation.agreements.iter();
        let untold = agreements
            .filter(|agreement| agreement.claims(end).is_empty())
            .count();
        let (key, other) = match end {
            Direction::Needs => ("graph.only-delivered", Graph::Stakeholders),
            Direction::Delivers => ("graph.only-needed", Graph::Dependencies),
        };
        (untold > 0).then(|| GraphNote {
            text: self.words.say(key, i64::try_from(untold).ok(), &[]),
            link: Some(self.graph_link(other, here)),
        })
    }
}
