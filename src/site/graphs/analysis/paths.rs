//! Chains and cycles of parties that rely on each other.

use std::collections::BTreeMap;

use super::listed;
use super::reliance::Reliances;
use crate::graph::measure::{Knot, Strong, knots, longest_chains};
use crate::model::PartyId;
use crate::site::here::{Here, encode_anchor};
use crate::site::view::{ChainLink, ChainView, CycleView, Link, Listed};
use crate::site::views::Views;

/// How many chains are told; the words on the page say so.
const MOST_CHAINS: usize = 5;

/// A chain has so many links at least, as the words on the page say; with two, there is only an agreement.
const SHORTEST_CHAIN: usize = 3;

/// Of longer chains and ways around the middle is left out.
const MOST_LINKS: usize = 20;

/// The anchors of cycles that are listed, by their first party.
pub(super) type Anchors = BTreeMap<usize, String>;

impl Views<'_> {
    /// Groups of parties that rely on each other in a circle, and where each of them is listed.
    pub(super) fn cycles(
        &self,
        reliances: &Reliances,
        strong: &Strong,
        here: &Here<'_>,
    ) -> (Listed<CycleView>, Anchors) {
        let mut anchors = Anchors::new();
        let knots = knots(&reliances.graph, strong);
        for first in knots
            .iter()
            .take(super::MOST_ROWS)
            .filter_map(|knot| knot.members.first())
        {
            anchors.insert(*first, self.cycle_anchor(*first));
        }
        (listed(knots, |knot| self.cycle(&knot, here)), anchors)
    }

    fn cycle(&self, knot: &Knot, here: &Here<'_>) -> CycleView {
        let parties = knot.cycle.iter().map(|node| self.party_in_chain(*node, here));
        CycleView {
            anchor: knot
                .members
                .first()
                .map_or_else(String::new, |first| self.cycle_anchor(*first)),
            number: knot.members.len(),
            links: self.with_gap(parties.collect()),
            is_shortest: knot.is_shortest,
        }
    }

    /// The longest chains in which each relies on the next.
    pub(super) fn chains(
        &self,
        reliances: &Reliances,
        strong: &Strong,
        anchors: &Anchors,
        here: &Here<'_>,
    ) -> Vec<ChainView> {
        let chains = longest_chains(&reliances.graph, strong, MOST_CHAINS, SHORTEST_CHAIN);
        let chains = chains.into_iter().map(|chain| {
            let links = chain.iter().filter_map(|members| match members {
                [] => None,
                [party] => Some(self.party_in_chain(*party, here)),
                [first, ..] => Some(self.cycle_in_chain(members.len(), anchors.get(first))),
            });
            ChainView {
                number: chain.len(),
                links: self.with_gap(links.collect()),
            }
        });
        chains.collect()
    }

    fn party_in_chain(&self, node: usize, here: &Here<'_>) -> ChainLink {
        ChainLink {
            kind: "party",
            link: self.party_link(PartyId::at(node), here),
        }
    }

    fn cycle_in_chain(&self, number: usize, anchor: Option<&String>) -> ChainLink {
        let href = anchor.map(|anchor| {
            let mut href = String::from("#");
            encode_anchor(&mut href, anchor);
            href
        });
        ChainLink {
            kind: "cycle",
            link: Link {
                title: self
                    .words
                    .say("analysis.cycle-of", i64::try_from(number).ok(), &[]),
                href,
            },
        }
    }

    /// Links, or those at both ends with what is left out between them as a number.
    fn with_gap(&self, mut links: Vec<ChainLink>) -> Vec<ChainLink> {
        let skipped = links.len().saturating_sub(MOST_LINKS);
        if skipped > 0 {
            let gap = ChainLink {
                kind: "gap",
                link: Link {
                    title: self.words.say("analysis.more", i64::try_from(skipped).ok(), &[]),
                    href: None,
                },
            };
            let begin = MOST_LINKS / 2;
            links.splice(begin..begin + skipped, [gap]);
        }
        links
    }

    /// The anchor of a cycle of which that is the first party.
    fn cycle_anchor(&self, first: usize) -> String {
        format!("rb-cycle-{}", self.organisation.party(PartyId::at(first)).id)
    }
}
