//! A party's neighbourhood as its page draws it.

use std::collections::BTreeMap;

use super::here::Here;
use super::view::Neighbourhood;
use super::views::Views;
use crate::graph::{self, Centre, Neighbour, NeighbourWords, Side};
use crate::model::{ClaimId, Direction, Party, PartyId, State};

impl Views<'_> {
    /// The drawing of a party's neighbourhood; none where it has no relations.
    pub(super) fn neighbourhood(&self, party: &Party, here: &Here<'_>) -> Option<Neighbourhood> {
        if party.provides.is_empty() && party.consumes.is_empty() {
            return None;
        }
        let neighbours = self.neighbours(party, here);
        let centre = Centre {
            title: party.title.clone(),
            kind: party.kind,
        };
        let words = self.neighbour_words(party);
        Some(Neighbourhood {
            svg_html: graph::neighbourhood(&centre, &neighbours, &words),
            dependencies: party.consumes.len(),
            stakeholders: party.provides.len(),
        })
    }

    /// The neighbours in the order in which the party mentions them; then the others, by title.
    fn neighbours(&self, party: &Party, here: &Here<'_>) -> Vec<Neighbour> {
        let mut found: Vec<(ClaimId, Neighbour)> = Vec::new();
        let mut places: BTreeMap<PartyId, usize> = BTreeMap::new();
        for (end, id) in party.relations() {
            let agreement = self.organisation.agreement(id);
            let other = agreement.party(end.opposite());
            let (own, theirs) = (agreement.claims(end), agreement.claims(end.opposite()));
            let first = own.first().copied().unwrap_or(ClaimId(u32::MAX));
            let place = *places.entry(other).or_insert_with(|| {
                found.push((first, self.neighbour(other, here)));
                found.len() - 1
            });
            let (order, neighbour) = &mut found[place];
            *order = first.min(*order);
            let side = self.side(agreement.state, own, theirs);
            match end {
                Direction::Needs => neighbour.provides = Some(side),
                Direction::Delivers => neighbour.consumes = Some(side),
            }
        }
        found.sort_by(|(a, x), (b, y)| (a, &x.title, &x.href).cmp(&(b, &y.title, &y.href)));
        found.into_iter().map(|(_, neighbour)| neighbour).collect()
    }

    fn neighbour(&self, id: PartyId, here: &Here<'_>) -> Neighbour {
        let party = self.organisation.party(id);
        Neighbour {
            title: party.title.clone(),
            kind: party.kind,
            href: here.to(self.site.addresses.party(self.organisation, id)),
            provides: None,
            consumes: None,
        }
    }

    fn side(&self, state: State, own: &[ClaimId], theirs: &[ClaimId]) -> Side {
        let claims = if own.is_empty() { theirs } else { own };
        let items = claims.iter().map(|id| {
            let entry = self.organisation.entry_of(self.organisation.claim(*id));
            entry.items.iter().filter(|item| item.depth == 0).count()
        });
        let qualifier = own.first().map(|id| self.qualifier(self.organisation.claim(*id)));
        Side {
            state,
            items: items.sum(),
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
