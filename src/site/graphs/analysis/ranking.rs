//! Parties in order of a figure.

use std::cmp::Reverse;

use super::listed;
use crate::graph::measure::MILLION;
use crate::model::PartyId;
use crate::site::here::Here;
use crate::site::view::{Link, Ranked, Ranking};
use crate::site::views::Views;

/// A party with its figure.
pub(super) struct RankedParty {
    id: PartyId,
    number: usize,
    /// Who keeps it, where that is told.
    keeper: Option<Link>,
}

impl RankedParty {
    pub(super) const fn new(id: PartyId, number: usize) -> Self {
        Self {
            id,
            number,
            keeper: None,
        }
    }

    /// The same with its keeper.
    pub(super) fn kept_by(self, keeper: Option<Link>) -> Self {
        Self { keeper, ..self }
    }
}

impl Views<'_> {
    /// The parties with a figure above 0, the highest first; `unit` says what is counted.
    pub(super) fn ranking(
        &self,
        name: &'static str,
        unit: String,
        mut parties: Vec<RankedParty>,
        here: &Here<'_>,
    ) -> Ranking {
        parties.retain(|party| party.number > 0);
        parties.sort_by_cached_key(|party| (Reverse(party.number), self.by_title(party.id)));
        self.ranked(name, unit, parties, here)
    }

    /// Parties without figures, by title.
    pub(super) fn unranked(&self, name: &'static str, mut parties: Vec<PartyId>, here: &Here<'_>) -> Ranking {
        parties.sort_by_cached_key(|id| self.by_title(*id));
        let parties = parties.into_iter().map(|id| RankedParty::new(id, 0)).collect();
        self.ranked(name, String::new(), parties, here)
    }

    fn ranked(
        &self,
        name: &'static str,
        unit: String,
        parties: Vec<RankedParty>,
        here: &Here<'_>,
    ) -> Ranking {
        let say = |what: &str| self.words.say(&format!("analysis.{name}-{what}"), None, &[]);
        Ranking {
            name,
            explained: say("explained"),
            source: say("source"),
            unit,
            has_keepers: false,
            parties: listed(parties, |party| {
                let team = self.organisation.party(party.id).team;
                Ranked {
                    party: self.party_link(party.id, here),
                    team: team.map(|team| self.party_link(team, here)),
                    keeper: party.keeper,
                    number: party.number,
                }
            }),
        }
    }

    fn by_title(&self, id: PartyId) -> (String, PartyId) {
        (self.organisation.party(id).title.to_lowercase(), id)
    }
}

/// Out of how many to tell shares, in millionths, the largest of which is that one: the lowest round number of which
/// it makes up 10 or more, so that whole numbers tell them apart.
pub(super) fn round_number(largest: u32) -> u32 {
    let makes_up = |number: u32| u64::from(largest) * u64::from(number) / u64::from(MILLION);
    let mut number = 100;
    while number < MILLION && makes_up(number) < 10 {
        number *= 10;
    }
    number
}

/// A share in millionths as so many out of `all`.
pub(super) fn out_of(share: u32, all: u32) -> usize {
    let million = u64::from(MILLION);
    let share = (u64::from(share) * u64::from(all) + million / 2) / million;
    usize::try_from(share).unwrap_or(usize::MAX)
}

#[cfg(test)]
mod tests {
    use super::{out_of, round_number};

    #[test]
    fn shares_are_told_in_whole_numbers() {
        let cases = [
            (0, 1_000_000, 0),
            (1_000_000, 100, 100),
            (234_567, 100, 23),
            (100_000, 100, 10),
            (99_999, 1_000, 100),
            (4_185, 10_000, 42),
            (3, 1_000_000, 3),
        ];
        for (share, all, told) in cases {
            assert_eq!((round_number(share), out_of(share, all)), (all, told), "{share}");
        }
    }
}
