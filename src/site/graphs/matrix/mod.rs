//! The matrix: who needs what from whom.

mod level;
mod order;
mod relation;
mod room;

use std::collections::{BTreeMap, BTreeSet};

use self::relation::in_order;
use super::has_graph;
use super::network::Network;
use crate::model::{Agreement, Direction, PartyId};
use crate::site::address;
use crate::site::here::Here;
use crate::site::view::{Link, MatrixCell, MatrixHead, MatrixRow, MatrixView};
use crate::site::views::Views;

/// A matrix of more rows or columns is too heavy for a page, and too wide to be looked through.
const MOST_PARTIES: usize = 110;

/// A page has room for so many relations in the words of both sides.
const MOST_RELATIONS: usize = 450;

impl Views<'_> {
    /// What templates see as `matrix`: of the whole organisation, or of one team and those around it.
    pub(crate) fn matrix(&self, team: Option<PartyId>, here: &Here<'_>) -> MatrixView {
        let network = match team {
            Some(team) => Network::around(self.organisation, &self.organisation.party(team).roles),
            None => Network::whole(self.organisation),
        };
        let is_small = network.parties.len() <= MOST_PARTIES && network.agreements.len() <= MOST_RELATIONS;
        let mut view = if is_small || team.is_some() {
            self.matrix_of_parties(network, here)
        } else {
            self.matrix_of_teams(&network, here)
        };
        view.explained = self.matrix_explained(team);
        if team.is_none() {
            view.teams = self.team_matrices(here);
        }
        view
    }

    /// What a matrix is called.
    pub(in crate::site) fn matrix_title(&self, team: Option<PartyId>) -> String {
        self.of_matrix("title", team)
    }

    /// What a matrix shows.
    pub(in crate::site) fn matrix_explained(&self, team: Option<PartyId>) -> String {
        self.of_matrix("explained", team)
    }

    fn of_matrix(&self, what: &str, team: Option<PartyId>) -> String {
        match team {
            Some(team) => {
                let name = self.organisation.party(team).title.as_str();
                self.words
                    .say(&format!("matrix.team-{what}"), None, &[("name", name)])
            }
            None => self.words.say(&format!("matrix.{what}"), None, &[]),
        }
    }

    /// Leads to a matrix.
    pub(in crate::site) fn matrix_link(&self, team: Option<PartyId>, here: &Here<'_>) -> Link {
        Link {
            title: self.matrix_title(team),
            href: Some(here.to(&address::matrix(self.organisation, team))),
        }
    }

    fn team_matrices(&self, here: &Here<'_>) -> Vec<Link> {
        let parties = (0..self.organisation.parties.len()).map(PartyId::at);
        let teams = parties.filter(|id| has_graph(self.organisation, *id));
        let links = teams.map(|team| Link {
            title: self.organisation.party(team).title.clone(),
            ..self.matrix_link(Some(team), here)
        });
        let mut links: Vec<Link> = links.collect();
        links.sort_by_cached_key(|link| (link.title.to_lowercase(), link.href.clone()));
        links
    }

    /// A row and a column for each party; where there are too many relations, those of the fewest items are left out.
    fn matrix_of_parties(&self, mut network: Network<'_>, here: &Here<'_>) -> MatrixView {
        let (told, left_out) = self.keep_what_fits(&mut network, here);
        let ends = |end: Direction| -> BTreeSet<PartyId> {
            network
                .agreements
                .iter()
                .map(|agreement| agreement.party(end))
                .collect()
        };
        let order = self.matrix_order(&network);
        let of = |ends: &BTreeSet<PartyId>| -> Vec<PartyId> {
            order.iter().copied().filter(|id| ends.contains(id)).collect()
        };
        let (rows, columns) = (of(&ends(Direction::Needs)), of(&ends(Direction::Delivers)));
        let mut cells: BTreeMap<(PartyId, PartyId), &Agreement> = BTreeMap::new();
        for agreement in &network.agreements {
            cells.insert((agreement.consumer, agreement.provider), agreement);
        }
        let heads = |ids: &[PartyId]| self.matrix_heads(&network, ids, here);
        let column_heads = heads(&columns);
        let row_heads = heads(&rows);
        let rows = rows.iter().zip(row_heads).map(|(consumer, head)| {
            MatrixRow::of(head, &column_heads, |at| {
                let agreement = cells.get(&(*consumer, columns[at]))?;
                Some(self.matrix_cell(agreement))
            })
        });
        MatrixView {
            rows: rows.collect(),
            columns: column_heads,
            notes: left_out.into_iter().collect(),
            relations: in_order(&order, &network, told),
            ..MatrixView::empty()
        }
    }

    fn matrix_heads(&self, network: &Network<'_>, ids: &[PartyId], here: &Here<'_>) -> Vec<MatrixHead> {
        let mut last = None;
        let heads = ids.iter().map(|id| {
            let team = network.team_of(*id);
            let begins = last.is_some_and(|last| last != team);
            last = Some(team);
            MatrixHead {
                party: self.party_link(*id, here),
                begins,
            }
        });
        heads.collect()
    }

    fn matrix_cell(&self, agreement: &Agreement) -> MatrixCell {
        MatrixCell {
            blanks_html: String::new(),
            state: Some(agreement.state.name()),
            number: self.items_told(agreement, Direction::Needs),
            href: format!("#{}", relation::encoded(&self.matrix_anchor(agreement))),
            begins: false,
        }
    }
}

impl MatrixRow {
    /// The row of `head`, with what `cell` says of the column at each position.
    fn of(head: MatrixHead, columns: &[MatrixHead], cell: impl Fn(usize) -> Option<MatrixCell>) -> Self {
        let mut cells = Vec::new();
        let mut blanks_html = String::new();
        for (at, column) in columns.iter().enumerate() {
            let begins = column.begins;
            match cell(at) {
                Some(cell) => cells.push(MatrixCell {
                    blanks_html: std::mem::take(&mut blanks_html),
                    begins,
                    ..cell
                }),
                None if begins => blanks_html.push_str("<td class=b>"),
                None => blanks_html.push_str("<td>"),
            }
        }
        Self {
            head,
            cells,
            blanks_html,
        }
    }
}

impl MatrixView {
    /// One without anything in it.
    fn empty() -> Self {
        Self {
            explained: String::new(),
            of_teams: false,
            columns: Vec::new(),
            rows: Vec::new(),
            notes: Vec::new(),
            relations: Vec::new(),
            teams: Vec::new(),
        }
    }
}
