//! The facts that a drawing shows, as a table.

use super::network::Network;
use crate::model::{Agreement, Direction, PartyId, State};
use crate::site::here::Here;
use crate::site::view::{GraphTeam, Related, RelationRow};
use crate::site::views::Views;

impl Views<'_> {
    /// The teams in a drawing, by title.
    pub(super) fn graph_teams(&self, network: &Network<'_>) -> Vec<GraphTeam> {
        let teams = network.teams().into_iter().map(|id| {
            let team = self.organisation.party(id);
            GraphTeam {
                id: team.id.clone(),
                title: team.title.clone(),
            }
        });
        let mut teams: Vec<GraphTeam> = teams.collect();
        teams.sort_by_cached_key(|team| (team.title.to_lowercase(), team.id.clone()));
        teams
    }

    /// The states of the relations in a drawing.
    #[expect(clippy::unused_self, reason = "all that a page shows is asked of the views")]
    pub(super) fn states(&self, network: &Network<'_>) -> Vec<&'static str> {
        let is_there = |state: &State| {
            network
                .agreements
                .iter()
                .any(|agreement| agreement.state == *state)
        };
        State::ALL.into_iter().filter(is_there).map(State::name).collect()
    }

    /// Who stands in relations with whom: the party at `end`, and those at the other one; by title.
    pub(super) fn relation_rows(
        &self,
        network: &Network<'_>,
        end: Direction,
        here: &Here<'_>,
    ) -> Vec<RelationRow> {
        let mut by: Vec<(PartyId, Vec<&Agreement>)> = network.by(end).into_iter().collect();
        let title = |id: PartyId| self.organisation.party(id).title.to_lowercase();
        by.sort_by_cached_key(|(id, _)| (title(*id), *id));
        let rows = by.into_iter().map(|(id, mut agreements)| {
            agreements.sort_by_cached_key(|agreement| title(agreement.party(end.opposite())));
            let team = self.organisation.party(id).team;
            let others = agreements.into_iter();
            RelationRow {
                party: self.party_link(id, here),
                team: team.map_or_else(String::new, |team| self.organisation.party(team).title.clone()),
                more: 0,
                others: others.map(|agreement| self.related(agreement, end)).collect(),
            }
        });
        rows.collect()
    }

    fn related(&self, agreement: &Agreement, end: Direction) -> Related {
        let other = self.organisation.party(agreement.party(end.opposite()));
        Related {
            title: other.title.clone(),
            state: Some(agreement.state.name()),
            number: self.items_told(agreement, end),
        }
    }

    /// How many items a relation has: those of `end`, or else of the other.
    pub(super) fn items_told(&self, agreement: &Agreement, end: Direction) -> usize {
        let own = agreement.claims(end);
        let claims = if own.is_empty() {
            agreement.claims(end.opposite())
        } else {
            own
        };
        self.number_of_items(claims)
    }
}
