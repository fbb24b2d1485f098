//! The drawing of teams as SVG.

use super::choice::Choice;
use super::{TeamFlow, TeamNode, TeamsWords};
use crate::graph::labelled_box::{LabelledBox, Look, Party};
use crate::graph::layered::{Edge, Graph, Layout, Node, Place, Spacing, lay_out};
use crate::graph::routed_edge::{Routed, Weight, edge};
use crate::graph::state_key::Key;
use crate::graph::svg_frame::{Frame, reading_order};
use crate::graph::text_width::Face;
use crate::model::State;

const LOOK: Look = Look {
    width: 172,
    title: Face { size: 14, bold: true },
    lines: 2,
    pad: 12,
};

const SPACING: Spacing = Spacing {
    layers: 116,
    lead: 32,
    nodes: 22,
    lanes: 18,
    ports: 16,
    margin: 8,
};

/// Draws what was chosen.
pub(super) fn draw(
    teams: &[TeamNode],
    flows: &[TeamFlow],
    choice: &Choice,
    words: &TeamsWords<'_>,
) -> String {
    let boxes: Vec<LabelledBox> = choice
        .teams
        .iter()
        .map(|team| LabelledBox::new(&teams[*team].title, &(words.size)(&teams[*team]), LOOK))
        .collect();
    let layout = lay_out(&graph(flows, choice, &boxes), &SPACING);
    let states: Vec<State> = choice.flows.iter().map(|flow| state(&flows[*flow])).collect();
    let width = layout.width - 2 * SPACING.margin;
    let key = Key::new(&states, words.states, layout.height, SPACING.margin, width);
    let frame = Frame {
        kind: "teams",
        width: layout.width.max(key.right() + SPACING.margin),
        height: layout.height + key.height,
        title: words.title,
        description: &(words.description)(&choice.shown),
    };
    frame.around(|out| {
        draw_teams(out, teams, choice, &boxes, &layout, words);
        for (at, route) in layout.routes.iter().enumerate() {
            let flow = &flows[choice.flows[at]];
            let (provider, consumer) = (&teams[flow.provider], &teams[flow.consumer]);
            let routed = Routed {
                provider: &provider.id,
                consumer: &consumer.id,
                href: &flow.href,
                title: &(words.flow)(provider, consumer, flow),
                state: states[at],
                number: flow.total(),
                weight: weight(flow.total()),
            };
            if let Some(route) = route {
                edge(out, &routed, route);
            }
        }
        key.draw(out);
    })
}

fn graph(flows: &[TeamFlow], choice: &Choice, boxes: &[LabelledBox]) -> Graph {
    let node = |of: &LabelledBox| Node {
        width: of.width(),
        height: of.height(),
        place: Place::Free,
    };
    let place = |team| choice.teams.binary_search(&team).unwrap_or_default();
    let edge = |flow: &usize| Edge {
        from: place(flows[*flow].provider),
        to: place(flows[*flow].consumer),
        weight: u32::try_from(flows[*flow].total()).unwrap_or(u32::MAX),
    };
    Graph {
        nodes: boxes.iter().map(node).collect(),
        edges: choice.flows.iter().map(edge).collect(),
    }
}

fn draw_teams(
    out: &mut String,
    teams: &[TeamNode],
    choice: &Choice,
    boxes: &[LabelledBox],
    layout: &Layout,
    words: &TeamsWords<'_>,
) {
    for at in reading_order(layout) {
        let team = &teams[choice.teams[at]];
        let party = Party {
            kind: team.kind,
            id: &team.id,
            team: &team.id,
            tags: "",
            href: &team.href,
            title: &(words.team)(team),
            classes: "",
        };
        boxes[at].draw(out, layout.areas[at], &party);
    }
}

/// The state of most of its agreements; of several, the first.
fn state(flow: &TeamFlow) -> State {
    let counted = State::ALL.into_iter().zip(flow.agreements);
    let most = counted.rev().max_by_key(|(_, agreements)| *agreements);
    most.map_or(State::Mutual, |(state, _)| state)
}

const fn weight(agreements: usize) -> Weight {
    match agreements {
        0..=2 => Weight::Thin,
        3..=5 => Weight::Medium,
        6..=11 => Weight::Bold,
        _ => Weight::Heavy,
    }
}
