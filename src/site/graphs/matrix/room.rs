//! What a page has room for.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use super::{MOST_PARTIES, MOST_RELATIONS};
use crate::model::{Agreement, Direction, PartyId};
use crate::site::graphs::network::Network;
use crate::site::graphs::room::ROOM;
use crate::site::here::Here;
use crate::site::view::{GraphNote, MatrixRelation};
use crate::site::views::Views;

/// What stands around the names and words of a relation, its cell included.
const RELATION: usize = 300;

/// What stands around the name in the head of a row or a column.
const HEAD: usize = 80;

/// An empty cell, and what is more where another team begins with it.
const CELL: usize = 4;
const TEAM_BEGINS: usize = 8;

/// The relations that a page tells, by consumer and provider.
pub(super) type Told = BTreeMap<(PartyId, PartyId), MatrixRelation>;

/// What is on the page so far.
#[derive(Clone, Default)]
struct Taken {
    consumers: BTreeSet<PartyId>,
    providers: BTreeSet<PartyId>,
    /// The teams of the providers.
    teams: BTreeSet<Option<PartyId>>,
    /// The bytes of relations and heads.
    bytes: usize,
}

impl Views<'_> {
    /// Takes out of `network` what a page has no room for, the relations of the fewest items first. Gives what is
    /// told of the others, and a note of how many are left out.
    pub(super) fn keep_what_fits(
        &self,
        network: &mut Network<'_>,
        here: &Here<'_>,
    ) -> (Told, Option<GraphNote>) {
        let all = network.agreements.len();
        let mut by_items: Vec<&Agreement> = network.agreements.clone();
        by_items.sort_by_cached_key(|agreement| Reverse(self.items_told(agreement, Direction::Delivers)));
        let mut taken = Taken::default();
        let mut told = Told::new();
        for agreement in by_items {
            if told.len() == MOST_RELATIONS {
                break;
            }
            let relation = self.matrix_relation(agreement, here);
            if taken.take(agreement, network.team_of(agreement.provider), &relation) {
                told.insert((agreement.consumer, agreement.provider), relation);
            }
        }
        let is_told = |agreement: &&Agreement| told.contains_key(&(agreement.consumer, agreement.provider));
        network.agreements.retain(is_told);
        let left_out = all - network.agreements.len();
        let note = (left_out > 0).then(|| self.note_of("matrix.left-out", left_out, None));
        (told, note)
    }
}

impl Taken {
    /// Takes a relation, of which `team` provides, if there is room for it.
    fn take(&mut self, agreement: &Agreement, team: Option<PartyId>, relation: &MatrixRelation) -> bool {
        let (consumer, provider) = (agreement.consumer, agreement.provider);
        let is_new_row = !self.consumers.contains(&consumer);
        let is_new_column = !self.providers.contains(&provider);
        let rows = self.consumers.len() + usize::from(is_new_row);
        let columns = self.providers.len() + usize::from(is_new_column);
        let teams = self.teams.len() + usize::from(!self.teams.contains(&team));
        let heads = [
            (is_new_row, &relation.consumer),
            (is_new_column, &relation.provider),
        ];
        let heads = heads.into_iter().filter(|(is_new, _)| *is_new);
        let heads: usize = heads.map(|(_, link)| HEAD + link.weight()).sum();
        let bytes = self.bytes + heads + weight(relation);
        let cells = rows * (CELL * columns + TEAM_BEGINS * teams);
        let has_room = rows.max(columns) <= MOST_PARTIES && bytes + cells <= ROOM;
        if has_room {
            self.consumers.insert(consumer);
            self.providers.insert(provider);
            self.teams.insert(team);
            self.bytes = bytes;
        }
        has_room
    }
}

/// The bytes of a relation and its cell.
fn weight(relation: &MatrixRelation) -> usize {
    let ends = [&relation.consumer, &relation.provider];
    let names: usize = ends.iter().map(|link| link.weight() + link.title.len()).sum();
    let words = relation.needs.iter().chain(&relation.delivers);
    let words: usize = words.map(|words| words.len() + 2).sum();
    RELATION + 2 * relation.anchor.len() + names + words
}
