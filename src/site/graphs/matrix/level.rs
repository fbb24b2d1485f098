//! The matrix of teams, where one of all parties would have too much in it.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::PartyId;
use crate::site::graphs::has_graph;
use crate::site::graphs::network::Network;
use crate::site::here::Here;
use crate::site::view::{GraphNote, Link, MatrixCell, MatrixHead, MatrixRow, MatrixView};
use crate::site::views::Views;

/// More teams make too heavy a page.
const MOST_TEAMS: usize = 60;

impl Views<'_> {
    /// A row and a column for each team, with the number of agreements; the teams with most of them.
    pub(super) fn matrix_of_teams(&self, network: &Network<'_>, here: &Here<'_>) -> MatrixView {
        let mut between: BTreeMap<(PartyId, PartyId), usize> = BTreeMap::new();
        let mut of_team: BTreeMap<PartyId, usize> = BTreeMap::new();
        let mut elsewhere = 0;
        for agreement in &network.agreements {
            let ends = (
                network.team_of(agreement.consumer),
                network.team_of(agreement.provider),
            );
            let (Some(consumer), Some(provider)) = ends else {
                elsewhere += 1;
                continue;
            };
            *between.entry((consumer, provider)).or_default() += 1;
            *of_team.entry(consumer).or_default() += 1;
            *of_team.entry(provider).or_default() += 1;
        }
        let mut teams: Vec<(usize, PartyId)> =
            of_team.into_iter().map(|(team, number)| (number, team)).collect();
        teams.sort_by_key(|(number, team)| (std::cmp::Reverse(*number), *team));
        let left_out = teams.len().saturating_sub(MOST_TEAMS);
        teams.truncate(MOST_TEAMS);
        let shown: BTreeSet<PartyId> = teams.iter().map(|(_, team)| *team).collect();
        let mut teams: Vec<PartyId> = shown.iter().copied().collect();
        teams.sort_by_cached_key(|team| (self.organisation.party(*team).title.to_lowercase(), *team));
        let is_shown = |((a, b), _): &(&(PartyId, PartyId), &usize)| shown.contains(a) && shown.contains(b);
        let in_cells: usize = between.iter().filter(is_shown).map(|(_, number)| number).sum();
        let heads: Vec<MatrixHead> = teams.iter().map(|team| self.team_head(*team, here)).collect();
        let rows = teams.iter().zip(&heads).map(|(consumer, head)| {
            MatrixRow::of(head.clone(), &heads, |at| {
                let number = between.get(&(*consumer, teams[at]))?;
                Some(team_cell(*number, head))
            })
        });
        let rows = rows.collect();
        MatrixView {
            of_teams: true,
            rows,
            columns: heads,
            notes: self.level_notes(
                network,
                left_out,
                network.agreements.len() - in_cells - elsewhere,
                elsewhere,
            ),
            ..MatrixView::empty()
        }
    }

    fn team_head(&self, team: PartyId, here: &Here<'_>) -> MatrixHead {
        let page = self.party_link(team, here);
        let own = has_graph(self.organisation, team).then(|| self.matrix_link(Some(team), here).href);
        MatrixHead {
            party: Link {
                href: own.flatten().or(page.href),
                title: page.title,
            },
            begins: false,
        }
    }

    fn level_notes(
        &self,
        network: &Network<'_>,
        teams: usize,
        of_others: usize,
        elsewhere: usize,
    ) -> Vec<GraphNote> {
        let say = |key: &str, values: &[(&str, usize)]| {
            let values: Vec<(&str, String)> = values.iter().map(|(key, n)| (*key, n.to_string())).collect();
            let values: Vec<(&str, &str)> = values.iter().map(|(key, n)| (*key, n.as_str())).collect();
            GraphNote {
                text: self.words.say(key, None, &values),
                link: None,
            }
        };
        let numbers = [
            ("parties", network.parties.len()),
            ("relations", network.agreements.len()),
        ];
        let mut notes = vec![say("matrix.too-many", &numbers)];
        if teams > 0 {
            notes.push(say(
                "matrix.left-out-teams",
                &[("teams", teams), ("agreements", of_others)],
            ));
        }
        if elsewhere > 0 {
            notes.push(say("matrix.elsewhere", &[("agreements", elsewhere)]));
        }
        notes
    }
}

/// So many agreements, leading to the consumers' own matrix.
fn team_cell(number: usize, consumer: &MatrixHead) -> MatrixCell {
    MatrixCell {
        blanks_html: String::new(),
        state: None,
        number,
        href: consumer.party.href.clone().unwrap_or_default(),
        begins: false,
    }
}
