//! A party's neighbourhood as its page draws it.

use std::collections::BTreeMap;

use super::here::Here;
use super::neighbourhood_fold::Known;
use super::view::{Link, NeighbourRow, NeighbourSide, Neighbourhood};
use super::views::Views;
use crate::graph::{self, Centre, Neighbour, NeighbourWords, Side};
use crate::model::{ClaimId, Direction, Party, PartyId, PartyKind, State};

/// A table of more neighbours is too heavy; the page tells of all relations below.
const MOST_ROWS: usize = 500;

impl Views<'_> {
    /// The drawing of a party's neighbourhood; none where it has no relations.
    pub(super) fn neighbourhood(&self, party: &Party, here: &Here<'_>) -> Option<Neighbourhood> {
        if party.provides.is_empty() && party.consumes.is_empty() {
            return None;
        }
        let neighbours = self.neighbours(party, here);
        let (cards, folded) = self.cards(&neighbours);
        let centre = Centre {
            title: party.title.clone(),
            kind: party.kind,
        };
        let words = self.neighbour_words(party);
        Some(Neighbourhood {
            svg_html: graph::neighbourhood(&centre, &cards, &words),
            dependencies: party.consumes.len(),
            stakeholders: party.provides.len(),
            folded,
            more_rows: neighbours.len().saturating_sub(MOST_ROWS),
            rows: neighbours.into_iter().take(MOST_ROWS).map(row).collect(),
        })
    }

    /// The neighbours in the order in which the party mentions them; then the others, by title.
    fn neighbours(&self, party: &Party, here: &Here<'_>) -> Vec<Known> {
        let mut found: Vec<(ClaimId, Known)> = Vec::new();
        let mut places: BTreeMap<PartyId, usize> = BTreeMap::new();
        for (end, id) in party.relations() {
            let agreement = self.organisation.agreement(id);
            let other = agreement.party(end.opposite());
            let (own, theirs) = (agreement.claims(end), agreement.claims(end.opposite()));
            let first = own.first().copied().unwrap_or(ClaimId(u32::MAX));
            let place = *places.entry(other).or_insert_with(|| {
                found.push((first, self.known(other, here)));
                found.len() - 1
            });
            let (order, Known { neighbour, .. }) = &mut found[place];
            *order = first.min(*order);
            let side = self.side(agreement.state, own, theirs);
            match end {
                Direction::Needs => neighbour.provides = Some(side),
                Direction::Delivers => neighbour.consumes = Some(side),
            }
        }
        let order = |(first, Known { neighbour, .. }): &(ClaimId, Known)| {
            (*first, neighbour.title.clone(), neighbour.href.clone())
        };
        found.sort_by_cached_key(order);
        found.into_iter().map(|(_, known)| known).collect()
    }

    fn known(&self, id: PartyId, here: &Here<'_>) -> Known {
        let party = self.organisation.party(id);
        let neighbour = Neighbour {
            title: party.title.clone(),
            kind: party.kind,
            href: here.to(self.site.addresses.party(self.organisation, id)),
            provides: None,
            consumes: None,
        };
        Known {
            neighbour,
            team: if party.kind == PartyKind::Team {
                Some(id)
            } else {
                party.team
            },
        }
    }

    fn side(&self, state: State, own: &[ClaimId], theirs: &[ClaimId]) -> Side {
        let claims = if own.is_empty() { theirs } else { own };
        let qualifier = own.first().map(|id| self.qualifier(self.organisation.claim(*id)));
        Side {
            state,
            items: self.number_of_items(claims),
            qualifier: qualifier.unwrap_or_default(),
        }
    }

    fn neighbour_words(&self, party: &Party) -> NeighbourWords {
        let say = |key: &str| self.words.say(key, None, &[]);
        let (needs, serves) = (party.consumes.len().to_string(), party.provides.len().to_string());
        let values = [
            ("name", party.title.as_str()),
            ("dependencies", needs.as_str()),
            ("stakeholders", serves.as_str()),
        ];
        NeighbourWords {
            title: self.words.say("graph.title", None, &values),
            description: self.words.say("graph.description", None, &values),
            dependencies: say("graph.dependencies"),
            stakeholders: say("graph.stakeholders"),
            both: say("graph.both"),
            states: State::ALL.map(|state| say(&format!("state.{}", state.name()))),
        }
    }
}

/// A neighbour in the table beside the drawing.
fn row(Known { neighbour, .. }: Known) -> NeighbourRow {
    let side = |side: Side| NeighbourSide {
        state: side.state.name(),
        items: side.items,
        qualifier: side.qualifier,
    };
    NeighbourRow {
        party: Link {
            title: neighbour.title,
            href: Some(neighbour.href),
        },
        needs: neighbour.provides.map(side),
        serves: neighbour.consumes.map(side),
    }
}
