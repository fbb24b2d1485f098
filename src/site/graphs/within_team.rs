//! One team's roles, and who stands in relations with them.

use std::collections::{BTreeMap, BTreeSet};

use super::Graph;
use super::network::Network;
use crate::graph::{TeamDrawing, TeamEdge, TeamHome, TeamParty, TeamRelation, TeamShown, TeamWords, team};
use crate::model::{Agreement, Direction, PartyId, State};
use crate::site::here::Here;
use crate::site::view::{GraphNote, GraphView};
use crate::site::views::Views;

impl Views<'_> {
    /// The graph of one team.
    pub(super) fn within_team(&self, id: PartyId, here: &Here<'_>) -> GraphView {
        let graph = Graph::Team(id);
        let members = self.organisation.party(id).roles.as_slice();
        let network = Network::around(self.organisation, members);
        let TeamDrawing { svg, shown } = self.team_drawing(id, &network, here);
        let mut notes = self.team_notes(&shown);
        notes.push(GraphNote {
            text: self.words.say("graph.of-team", None, &[]),
            link: Some(self.party_link(id, here)),
        });
        GraphView {
            svg_html: svg,
            notes,
            states: self.states(&network),
            relations: self.relation_rows(&network, Direction::Delivers, here),
            ..self.graph_page(graph)
        }
    }

    fn team_drawing(&self, id: PartyId, network: &Network<'_>, here: &Here<'_>) -> TeamDrawing {
        let members: BTreeSet<PartyId> = self.organisation.party(id).roles.iter().copied().collect();
        let homes: BTreeSet<PartyId> = network
            .parties
            .iter()
            .filter_map(|id| network.team_of(*id))
            .collect();
        let home_at: BTreeMap<PartyId, usize> = (0..).zip(&homes).map(|(at, id)| (*id, at)).collect();
        let parties = network.parties.iter().map(|id| {
            let party = self.organisation.party(*id);
            TeamParty {
                id: party.id.clone(),
                title: party.title.clone(),
                href: here.to(self.site.addresses.party(self.organisation, *id)),
                kind: party.kind,
                is_vacant: party.is_vacant(),
                tags: party.tags.join(" "),
                is_member: members.contains(id),
                home: network.team_of(*id).and_then(|team| home_at.get(&team).copied()),
            }
        });
        let homes = homes.iter().map(|home| TeamHome {
            id: self.organisation.party(*home).id.clone(),
            title: self.organisation.party(*home).title.clone(),
            href: self.team_href(*home, here),
        });
        let positions = network.positions();
        let relations = network.agreements.iter().filter_map(|agreement| {
            Some(TeamRelation {
                provider: *positions.get(&agreement.provider)?,
                consumer: *positions.get(&agreement.consumer)?,
                state: agreement.state,
                items: self.items_told(agreement, Direction::Delivers),
                href: self.relation_href(agreement, here),
            })
        });
        let (parties, homes): (Vec<_>, Vec<_>) = (parties.collect(), homes.collect());
        self.drawn(id, &parties, &homes, &relations.collect::<Vec<_>>())
    }

    fn drawn(
        &self,
        id: PartyId,
        parties: &[TeamParty],
        homes: &[TeamHome],
        relations: &[TeamRelation],
    ) -> TeamDrawing {
        let say = |key: &str, values: &[(&str, &str)]| self.words.say(key, None, values);
        let count = |key: &str, number: usize| self.words.say(key, i64::try_from(number).ok(), &[]);
        let states = State::ALL.map(|state| say(&format!("state.{}", state.name()), &[]));
        let name = self.organisation.party(id).title.as_str();
        let description = |shown: &TeamShown| {
            let folded: usize = shown.folds.iter().map(|fold| fold.parties.len()).sum();
            let (roles, others) = (shown.members.to_string(), (shown.outside + folded).to_string());
            say(
                "graph.team-description",
                &[("name", name), ("roles", &roles), ("others", &others)],
            )
        };
        let folded = |number: usize| count("graph.folded", number);
        let edge = |provider: &str, consumer: &str, edge: &TeamEdge| {
            let items = match edge.agreements {
                0 | 1 => count("graph.items", edge.items),
                several => count("count.agreement", several),
            };
            let values = [
                ("provider", provider),
                ("consumer", consumer),
                ("agreements", &items),
                ("states", &states[edge.state as usize]),
            ];
            say("graph.flow-in-full", &values)
        };
        let words = TeamWords {
            title: &self.graph_title(Graph::Team(id)),
            description: &description,
            vacant: &say("holder.open", &[]),
            others: &say("graph.others", &[]),
            folded: &folded,
            edge: &edge,
            states: &states,
        };
        team(parties, homes, relations, "#rb-facts", &words)
    }

    /// A team's own graph, or its page where it has none.
    fn team_href(&self, id: PartyId, here: &Here<'_>) -> String {
        let own = self.graph_of(id, here);
        own.unwrap_or_else(|| self.party_link(id, here))
            .href
            .unwrap_or_default()
    }

    /// Where a relation is told: by its provider, or else by its consumer.
    fn relation_href(&self, agreement: &Agreement, here: &Here<'_>) -> String {
        let told = agreement.delivers.first().or(agreement.needs.first());
        told.map_or_else(
            || here.to(self.site.addresses.party(self.organisation, agreement.provider)),
            |claim| self.claim_href(self.organisation.claim(*claim), here),
        )
    }

    /// What the drawing leaves out or draws together; the table has it.
    fn team_notes(&self, shown: &TeamShown) -> Vec<GraphNote> {
        let mut notes = Vec::new();
        let mut note = |key: &str, number: usize| {
            if number > 0 {
                notes.push(self.note_of(key, number, None));
            }
        };
        note(
            "graph.folded-others",
            shown.folds.iter().map(|fold| fold.parties.len()).sum(),
        );
        note("graph.left-out-roles", shown.left_out_members);
        note("graph.left-out-agreements", shown.left_out_agreements);
        notes
    }
}
