//! The drawing of a team as SVG.

use super::choice::{Bundle, Choice};
use super::fold::Card;
use super::{TeamEdge, TeamHome, TeamParty, TeamRelation, TeamWords};
use crate::graph::labelled_box::{LabelledBox, Look, Party};
use crate::graph::layered::{Edge, Graph, Layout, Node, Place, Spacing, lay_out};
use crate::graph::routed_edge::{Routed, Weight, edge};
use crate::graph::state_key::Key;
use crate::graph::svg_frame::{Frame, reading_order};
use crate::graph::text_width::Face;
use crate::model::{PartyKind, State};

/// The team's own roles.
const OWN: Look = Look {
    width: 172,
    title: Face { size: 14, bold: true },
    lines: 2,
    pad: 11,
};
/// Cards outside.
const OUTSIDE: Look = Look {
    width: 150,
    title: Face {
        size: 13,
        bold: false,
    },
    lines: 2,
    pad: 8,
};

const SPACING: Spacing = Spacing {
    layers: 116,
    lead: 32,
    nodes: 16,
    lanes: 16,
    ports: 15,
    margin: 8,
};

/// Members of a fold that its title names.
const NAMED: usize = 60;

/// Everything that the drawing is made from.
pub(super) struct Picture<'a> {
    parties: &'a [TeamParty],
    homes: &'a [TeamHome],
    relations: &'a [TeamRelation],
    choice: &'a Choice,
    href: &'a str,
    words: &'a TeamWords<'a>,
}

impl<'a> Picture<'a> {
    pub(super) const fn new(
        parties: &'a [TeamParty],
        homes: &'a [TeamHome],
        relations: &'a [TeamRelation],
        choice: &'a Choice,
        href: &'a str,
        words: &'a TeamWords<'a>,
    ) -> Self {
        Self {
            parties,
            homes,
            relations,
            choice,
            href,
            words,
        }
    }

    pub(super) fn draw(&self) -> String {
        let boxes = self.boxes();
        let layout = lay_out(&self.graph(&boxes), &SPACING);
        let states: Vec<State> = self.choice.edges.iter().map(|bundle| bundle.state).collect();
        let width = layout.width - 2 * SPACING.margin;
        let key = Key::new(&states, self.words.states, layout.height, SPACING.margin, width);
        let frame = Frame {
            kind: "team",
            width: layout.width.max(key.right() + SPACING.margin),
            height: layout.height + key.height,
            title: self.words.title,
            description: &(self.words.description)(&self.choice.shown),
        };
        frame.around(|out| {
            for at in reading_order(&layout) {
                self.node(out, at, &boxes[at], &layout);
            }
            for (bundle, route) in self.choice.edges.iter().zip(&layout.routes) {
                if let Some(route) = route {
                    edge(out, &self.routed(bundle, &self.edge_title(bundle)), route);
                }
            }
            key.draw(out);
        })
    }

    /// The roles and the cards, measured.
    fn boxes(&self) -> Vec<LabelledBox> {
        let members = self.choice.members.iter().map(|party| self.of_party(*party, OWN));
        let cards = self.choice.cards.iter().map(|card| {
            if let [party] = card.parties[..] {
                return self.of_party(party, OUTSIDE);
            }
            let note = (self.words.folded)(card.parties.len());
            LabelledBox::new(self.card_title(card), &note, OUTSIDE)
        });
        members.chain(cards).collect()
    }

    fn of_party(&self, party: usize, look: Look) -> LabelledBox {
        let party = &self.parties[party];
        let note = if party.is_vacant { self.words.vacant } else { "" };
        LabelledBox::new(&party.title, note, look)
    }

    fn card_title(&self, card: &Card) -> &'a str {
        match (card.home, card.parties.first()) {
            (Some(home), _) => self
                .home(home)
                .map_or(self.words.others, |home| home.title.as_str()),
            (None, Some(party)) if !card.is_fold() => &self.parties[*party].title,
            _ => self.words.others,
        }
    }

    fn home(&self, home: usize) -> Option<&'a TeamHome> {
        self.homes.get(home)
    }

    fn graph(&self, boxes: &[LabelledBox]) -> Graph {
        let members = self.choice.members.len();
        let node = |(at, of): (usize, &LabelledBox)| Node {
            width: of.width(),
            height: of.height(),
            place: if at < members { Place::Free } else { self.side(at) },
        };
        let edge = |bundle: &Bundle| Edge {
            from: bundle.from,
            to: bundle.to,
            weight: 1,
        };
        Graph {
            nodes: boxes.iter().enumerate().map(node).collect(),
            edges: self.choice.edges.iter().map(edge).collect(),
        }
    }

    /// Where a card has more edges: as a provider left, as a consumer right.
    fn side(&self, at: usize) -> Place {
        let edges = &self.choice.edges;
        let provides = edges.iter().filter(|bundle| bundle.from == at).count();
        let consumes = edges.iter().filter(|bundle| bundle.to == at).count();
        if provides >= consumes {
            Place::First
        } else {
            Place::Last
        }
    }

    fn node(&self, out: &mut String, at: usize, label: &LabelledBox, layout: &Layout) {
        let area = layout.areas[at];
        let (first, outside) = if let Some(party) = self.choice.members.get(at) {
            (*party, "")
        } else {
            let card = &self.choice.cards[at - self.choice.members.len()];
            if card.is_fold() {
                return label.draw(out, area, &self.folded(card, &self.fold_title(card)));
            }
            (card.parties[0], " rb-outside")
        };
        let party = &self.parties[first];
        let home = party.home.and_then(|home| self.home(home));
        let vacant = if party.is_vacant { " rb-vacant" } else { "" };
        let drawn = Party {
            kind: party.kind,
            id: &party.id,
            team: home.map_or("", |home| &home.id),
            tags: &party.tags,
            href: &party.href,
            title: &party.title,
            classes: &format!("{outside}{vacant}"),
        };
        label.draw(out, area, &drawn);
    }

    fn folded<'b>(&'b self, card: &Card, title: &'b str) -> Party<'b> {
        let home = card.home.and_then(|home| self.home(home));
        Party {
            kind: PartyKind::Team,
            id: home.map_or("", |home| &home.id),
            team: home.map_or("", |home| &home.id),
            tags: "",
            href: home.map_or(self.href, |home| &home.href),
            title,
            classes: " rb-outside rb-fold",
        }
    }

    /// The card's title with the titles of those that it stands for.
    fn fold_title(&self, card: &Card) -> String {
        let titles = card
            .parties
            .iter()
            .take(NAMED)
            .map(|party| self.parties[*party].title.as_str());
        let mut title = format!(
            "{}: {}",
            self.card_title(card),
            (self.words.folded)(card.parties.len())
        );
        for (nth, member) in titles.enumerate() {
            title.push_str(if nth == 0 { " – " } else { ", " });
            title.push_str(member);
        }
        if card.parties.len() > NAMED {
            title.push_str(", …");
        }
        title
    }

    fn edge_title(&self, bundle: &Bundle) -> String {
        let edge = TeamEdge {
            state: bundle.state,
            agreements: bundle.relations.len(),
            items: bundle.items,
        };
        (self.words.edge)(self.end_title(bundle.from), self.end_title(bundle.to), &edge)
    }

    fn end_title(&self, at: usize) -> &'a str {
        match self.choice.members.get(at) {
            Some(party) => &self.parties[*party].title,
            None => self.card_title(&self.choice.cards[at - self.choice.members.len()]),
        }
    }

    /// The id by which scripts find an end.
    fn end_id(&self, at: usize) -> &'a str {
        if let Some(party) = self.choice.members.get(at) {
            return &self.parties[*party].id;
        }
        let card = &self.choice.cards[at - self.choice.members.len()];
        match (card.home.and_then(|home| self.home(home)), &card.parties[..]) {
            (Some(home), _) => &home.id,
            (None, [party]) => &self.parties[*party].id,
            _ => "",
        }
    }

    fn routed<'b>(&'b self, bundle: &'b Bundle, title: &'b str) -> Routed<'b> {
        let several = self
            .choice
            .cards
            .get(bundle.from.max(bundle.to).wrapping_sub(self.choice.members.len()));
        let home = several.filter(|card| card.is_fold()).and_then(|card| card.home);
        let href = match bundle.relations[..] {
            [relation] => self.relations[relation].href.as_str(),
            _ => home
                .and_then(|home| self.home(home))
                .map_or(self.href, |home| &home.href),
        };
        Routed {
            provider: self.end_id(bundle.from),
            consumer: self.end_id(bundle.to),
            href,
            title,
            state: bundle.state,
            number: bundle.items,
            weight: if bundle.state == State::External {
                Weight::Hair
            } else {
                Weight::Medium
            },
        }
    }
}
