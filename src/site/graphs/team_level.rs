//! Teams among each other: all agreements between the parties of two teams as one.

use std::collections::BTreeMap;

use super::network::Network;
use super::{Graph, offered};
use crate::graph::{TeamFlow, TeamNode, TeamsDrawing, TeamsShown, TeamsWords, teams};
use crate::model::{Direction, PartyId, PartyKind, State};
use crate::site::address;
use crate::site::here::Here;
use crate::site::view::{GraphNote, GraphView, Link, Related, RelationRow};
use crate::site::views::Views;

/// So many of the teams with which one has agreements are told in the table.
const MOST_TOLD: usize = 40;

/// A box of the drawing: a team, an external party, or all that is in no team.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Unit {
    Team(PartyId),
    Outside(PartyId),
    NoTeam,
}

/// The boxes, and the agreements between them.
struct Level {
    units: Vec<Unit>,
    nodes: Vec<TeamNode>,
    flows: Vec<TeamFlow>,
}

impl Views<'_> {
    /// The graph of the teams.
    pub(super) fn between_teams(&self, here: &Here<'_>) -> GraphView {
        let network = Network::whole(self.organisation);
        self.team_level(Graph::Teams, &network, Direction::Delivers, here)
    }

    /// The relations of `network` between teams, with a table of those at the other ends of `end`.
    pub(super) fn team_level(
        &self,
        graph: Graph,
        network: &Network<'_>,
        end: Direction,
        here: &Here<'_>,
    ) -> GraphView {
        let level = self.level(network, here);
        let TeamsDrawing { svg, shown } = self.teams_drawing(graph, &level);
        GraphView {
            svg_html: svg,
            notes: self.teams_notes(&shown),
            relations: self.flow_rows(&level, end, here),
            further: self.team_graphs(&offered(self.organisation), here),
            ..self.graph_page(graph)
        }
    }

    fn unit(&self, network: &Network<'_>, id: PartyId) -> Unit {
        match (self.organisation.party(id).kind, network.team_of(id)) {
            (PartyKind::External, _) => Unit::Outside(id),
            (_, Some(team)) => Unit::Team(team),
            (_, None) => Unit::NoTeam,
        }
    }

    fn level(&self, network: &Network<'_>, here: &Here<'_>) -> Level {
        let mut roles: BTreeMap<Unit, usize> = BTreeMap::new();
        for id in &network.parties {
            let is_role = self.organisation.party(*id).kind == PartyKind::Role;
            *roles.entry(self.unit(network, *id)).or_default() += usize::from(is_role);
        }
        let at: BTreeMap<Unit, usize> = roles.keys().zip(0..).map(|(unit, at)| (*unit, at)).collect();
        let mut within: BTreeMap<usize, usize> = BTreeMap::new();
        let mut between: BTreeMap<(usize, usize), [usize; 4]> = BTreeMap::new();
        for agreement in &network.agreements {
            let provider = at.get(&self.unit(network, agreement.provider));
            let consumer = at.get(&self.unit(network, agreement.consumer));
            match (provider, consumer) {
                (Some(provider), Some(consumer)) if provider == consumer => {
                    *within.entry(*provider).or_default() += 1;
                }
                (Some(provider), Some(consumer)) => {
                    let states = between.entry((*provider, *consumer)).or_default();
                    states[agreement.state as usize] += 1;
                }
                _ => {}
            }
        }
        let nodes: Vec<TeamNode> = roles
            .iter()
            .zip(0..)
            .map(|((unit, roles), at)| self.team_node(*unit, *roles, within.get(&at).copied(), here))
            .collect();
        let flows = between
            .into_iter()
            .map(|((provider, consumer), agreements)| TeamFlow {
                provider,
                consumer,
                agreements,
                href: nodes[provider].href.clone(),
            });
        Level {
            flows: flows.collect(),
            units: roles.into_keys().collect(),
            nodes,
        }
    }

    fn team_node(&self, unit: Unit, roles: usize, within: Option<usize>, here: &Here<'_>) -> TeamNode {
        let Link { title, href } = self.unit_link(unit, here);
        let (id, kind) = match unit {
            Unit::Team(id) | Unit::Outside(id) => {
                let party = self.organisation.party(id);
                (party.id.clone(), party.kind)
            }
            Unit::NoTeam => (String::new(), PartyKind::Role),
        };
        TeamNode {
            id,
            title,
            href: href.unwrap_or_default(),
            kind,
            roles,
            within: within.unwrap_or_default(),
        }
    }

    /// What a box is called, leading to the team's own graph where it has one.
    fn unit_link(&self, unit: Unit, here: &Here<'_>) -> Link {
        match unit {
            Unit::Team(id) | Unit::Outside(id) => {
                let page = self.party_link(id, here);
                let own = self.graph_of(id, here).and_then(|own| own.href);
                Link {
                    href: own.or(page.href),
                    ..page
                }
            }
            Unit::NoTeam => Link {
                title: self.words.say("graph.no-team", None, &[]),
                href: Some(here.to(&address::index(PartyKind::Role))),
            },
        }
    }

    fn teams_drawing(&self, graph: Graph, level: &Level) -> TeamsDrawing {
        let say = |key: &str, values: &[(&str, &str)]| self.words.say(key, None, values);
        let count = |key: &str, number: usize| self.words.say(key, i64::try_from(number).ok(), &[]);
        let states = State::ALL.map(|state| say(&format!("state.{}", state.name()), &[]));
        let size = |node: &TeamNode| match node.kind {
            PartyKind::External => say("kind.external", &[]),
            PartyKind::Role | PartyKind::Team => count("count.role", node.roles),
        };
        let description = |shown: &TeamsShown| {
            let (teams, flows) = (shown.teams.to_string(), shown.flows.to_string());
            say(
                "graph.teams-description",
                &[("teams", &teams), ("relations", &flows)],
            )
        };
        let team = |node: &TeamNode| {
            let within = count("count.agreement", node.within);
            let values = [
                ("name", node.title.as_str()),
                ("size", &size(node)),
                ("within", &within),
            ];
            say("graph.team-in-full", &values)
        };
        let flow = |provider: &TeamNode, consumer: &TeamNode, flow: &TeamFlow| {
            let told = flow
                .agreements
                .iter()
                .zip(&states)
                .filter(|(number, _)| **number > 0);
            let told: Vec<String> = told.map(|(number, word)| format!("{number} {word}")).collect();
            let total = count("count.agreement", flow.total());
            let values = [
                ("provider", provider.title.as_str()),
                ("consumer", consumer.title.as_str()),
                ("agreements", &total),
                ("states", &told.join("; ")),
            ];
            say("graph.flow-in-full", &values)
        };
        let words = TeamsWords {
            title: &self.graph_title(graph),
            description: &description,
            size: &size,
            team: &team,
            flow: &flow,
            states: &states,
        };
        teams(&level.nodes, &level.flows, &words)
    }

    /// What the drawing leaves out; the table has it.
    fn teams_notes(&self, shown: &TeamsShown) -> Vec<GraphNote> {
        let mut notes = Vec::new();
        let mut note = |key: &str, values: &[(&str, usize)]| {
            let values: Vec<(&str, String)> = values.iter().map(|(key, n)| (*key, n.to_string())).collect();
            let values: Vec<(&str, &str)> = values.iter().map(|(key, n)| (*key, n.as_str())).collect();
            notes.push(GraphNote {
                text: self.words.say(key, None, &values),
                link: None,
            });
        };
        if let Some(threshold) = shown.threshold.filter(|_| shown.hidden_flows > 0) {
            let values = [
                ("threshold", threshold),
                ("lines", shown.hidden_flows),
                ("agreements", shown.hidden_agreements),
            ];
            note("graph.hidden-flows", &values);
        }
        if shown.left_out_teams > 0 {
            let values = [
                ("teams", shown.left_out_teams),
                ("shown", shown.teams),
                ("agreements", shown.left_out_agreements),
            ];
            note("graph.left-out-teams", &values);
        }
        notes
    }

    /// Each team, and those at the other ends of `end`, with most agreements first.
    fn flow_rows(&self, level: &Level, end: Direction, here: &Here<'_>) -> Vec<RelationRow> {
        let mut by: BTreeMap<usize, Vec<(usize, usize)>> = BTreeMap::new();
        for flow in &level.flows {
            let (own, other) = match end {
                Direction::Delivers => (flow.provider, flow.consumer),
                Direction::Needs => (flow.consumer, flow.provider),
            };
            by.entry(own).or_default().push((other, flow.total()));
        }
        let mut rows: Vec<RelationRow> = by
            .into_iter()
            .map(|(own, mut others)| {
                others.sort_by_key(|(other, number)| (std::cmp::Reverse(*number), *other));
                let more = others.len().saturating_sub(MOST_TOLD);
                others.truncate(MOST_TOLD);
                RelationRow {
                    party: self.unit_link(level.units[own], here),
                    team: String::new(),
                    more,
                    others: others
                        .into_iter()
                        .map(|(other, number)| Related {
                            title: level.nodes[other].title.clone(),
                            state: None,
                            number,
                        })
                        .collect(),
                }
            })
            .collect();
        rows.sort_by_cached_key(|row| (row.party.title.to_lowercase(), row.party.href.clone()));
        rows
    }
}
