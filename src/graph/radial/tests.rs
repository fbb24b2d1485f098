//! What readers rely on: no labels overlap, no edge is lost, everything fits, and order is no matter.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::collections::BTreeMap;

use proptest::prelude::*;
use scraper::{ElementRef, Html, Selector};

use super::group::WIDER;
use super::hierarchy::Hierarchy;
use super::rim::{DOTS, Rim};
use super::{RadialWords, RimEdge, RimParty, RimTeam, Towards, radial};
use crate::graph::line_break::break_lines;
use crate::graph::rounding::whole;
use crate::model::{PartyKind, State};

fn words() -> RadialWords {
    RadialWords {
        title: "Dependencies of R&D".to_owned(),
        description: "Who <relies> on whom".to_owned(),
        no_team: "In no team".to_owned(),
        external: "Outside".to_owned(),
        vacant: "vacant".to_owned(),
        arrow: "points to whom is relied on".to_owned(),
        states: ["both sides say so", "only expected", "only offered", "external"].map(str::to_owned),
    }
}

const TITLES: [&str; 5] = [
    "Customer",
    "Verantwortliche für Informationssicherheit und Datenschutz in der Produktentwicklung",
    "情報セキュリティ責任者および個人情報保護管理者のための委員会",
    "مسؤول أمن المعلومات",
    "<b>\"R&D\"</b>",
];

#[derive(Clone, Debug)]
struct Organisation {
    parties: Vec<RimParty>,
    teams: Vec<RimTeam>,
    edges: Vec<RimEdge>,
}

fn party(number: usize, team: Option<usize>) -> RimParty {
    RimParty {
        id: format!("party-{number}"),
        title: format!("{} {number}", TITLES[number % TITLES.len()]),
        kind: if number % 11 == 10 {
            PartyKind::External
        } else {
            PartyKind::Role
        },
        href: format!("../roles/party-{number}.html?a&b=\"{number}\""),
        tags: vec!["a".to_owned(), "b".to_owned()],
        team,
        is_vacant: number % 7 == 6,
    }
}

fn team(number: usize, parent: Option<usize>) -> RimTeam {
    RimTeam {
        id: format!("team-{number}"),
        title: format!("Team {number} for something"),
        href: format!("../teams/team-{number}.html"),
        parent,
    }
}

/// Parents may be missing, wrong, or go round in circles.
fn organisations(most: usize) -> impl Strategy<Value = Organisation> {
    let teams = proptest::collection::vec(proptest::option::of(0_usize..14), 0..12);
    let parties = proptest::collection::vec(proptest::option::of(0_usize..14), 0..most);
    let edges = proptest::collection::vec((0..most, 0..most, 0_usize..4), 0..2 * most);
    (teams, parties, edges).prop_map(|(teams, parties, edges)| {
        let count = parties.len();
        let edge = |(provider, consumer, state): (usize, usize, usize)| RimEdge {
            provider: provider % count,
            consumer: consumer % count,
            state: State::ALL[state],
        };
        Organisation {
            teams: teams
                .into_iter()
                .enumerate()
                .map(|(at, parent)| team(at, parent))
                .collect(),
            parties: parties
                .into_iter()
                .enumerate()
                .map(|(at, team)| party(at, team))
                .collect(),
            edges: if count == 0 {
                Vec::new()
            } else {
                edges.into_iter().map(edge).collect()
            },
        }
    })
}

fn drawn(organisation: &Organisation, towards: Towards) -> String {
    let Organisation {
        parties,
        teams,
        edges,
    } = organisation;
    radial(parties, teams, edges, towards, &words()).wide
}

fn rim(organisation: &Organisation) -> Rim {
    Rim::of(&organisation.parties, &Hierarchy::of(&organisation.teams))
}

fn select<'a>(html: &'a Html, selector: &str) -> Vec<ElementRef<'a>> {
    html.select(&Selector::parse(selector).unwrap()).collect()
}

/// The numbers in a path's data.
fn numbers(data: &str) -> Vec<f64> {
    let mut found = Vec::new();
    let mut number = String::new();
    for c in data.chars().chain([' ']) {
        if !(number.is_empty() || c.is_ascii_digit() || c == '.') {
            found.push(number.parse().unwrap());
            number.clear();
        }
        if c.is_ascii_digit() || c == '-' || c == '.' {
            number.push(c);
        }
    }
    found
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn every_party_sits_once_in_order_and_apart(organisation in organisations(120)) {
        let rim = rim(&organisation);
        let mut sat: Vec<usize> = rim.seats.iter().map(|seat| seat.party).collect();
        for (at, seat) in rim.seats.iter().enumerate() {
            prop_assert_eq!(rim.seat_of[seat.party], at);
            let sector = &rim.sectors[seat.sector];
            prop_assert!(sector.turns.contains(&seat.turn) && sector.seats.contains(&at));
        }
        sat.sort_unstable();
        prop_assert_eq!(sat, (0..organisation.parties.len()).collect::<Vec<_>>());
        for pair in rim.seats.windows(2) {
            prop_assert!(pair[1].turn - pair[0].turn > rim.place * 0.999);
        }
        for pair in rim.sectors.windows(2) {
            prop_assert!(pair[1].turns.start - pair[0].turns.end > rim.place * 0.999, "a gap between teams");
        }
        let around = rim.sectors.last().map_or(0.0, |last| last.turns.end);
        prop_assert!(around < 1.0);
    }

    #[test]
    fn labels_neither_overlap_nor_leave_their_room(organisation in organisations(120)) {
        let rim = rim(&organisation);
        // They are nearest to each other where they begin.
        let apart = rim.place * std::f64::consts::TAU * f64::from(rim.radius + DOTS);
        prop_assert!(apart >= f64::from(rim.face.size) * 1.2, "{apart} between lines");
        for party in &organisation.parties {
            let room = whole(f64::from(rim.label) / WIDER);
            let label = break_lines(&party.title, rim.face, room, 1).pop().unwrap_or_default();
            prop_assert!(f64::from(rim.face.width(&label)) * WIDER <= f64::from(rim.label) + 3.0);
        }
    }

    #[test]
    fn every_edge_is_drawn_once_within_the_drawing(organisation in organisations(60)) {
        let html = drawn(&organisation, Towards::Provider);
        prop_assert!(!html.contains("NaN") && !html.contains("inf"));
        let html = Html::parse_fragment(&html);
        let nodes: Vec<&str> = select(&html, "a[data-node]").iter().map(|node| node.attr("data-node").unwrap()).collect();
        prop_assert_eq!(nodes.len(), organisation.parties.len());
        let mut given: BTreeMap<(String, String, &str), usize> = BTreeMap::new();
        for edge in &organisation.edges {
            let id = |party: usize| organisation.parties[party].id.clone();
            *given.entry((id(edge.provider), id(edge.consumer), edge.state.name())).or_default() += 1;
        }
        let mut found: BTreeMap<(String, String, &str), usize> = BTreeMap::new();
        for state in State::ALL {
            for group in select(&html, &format!(".rb-all-edges .rb-edge-{} [data-from]", state.name())) {
                let id = |element: ElementRef<'_>, name| nodes[element.attr(name).unwrap().parse::<usize>().unwrap()].to_owned();
                for path in group.child_elements() {
                    *found.entry((id(group, "data-from"), id(path, "data-to"), state.name())).or_default() += 1;
                    let radius = f64::from(rim(&organisation).radius);
                    let data = numbers(path.attr("d").unwrap());
                    prop_assert!(data[0].hypot(data[1]) <= radius + 1.0, "it begins on the rim");
                    let last = &data[data.len() - 2..];
                    prop_assert!(last[0].hypot(last[1]) <= 2.0 * radius + 2.0);
                }
            }
        }
        prop_assert_eq!(found, given);
    }

    #[test]
    fn the_order_of_what_is_given_is_no_matter(organisation in organisations(60), shift in 1_usize..60) {
        let mut turned = organisation.clone();
        let (parties, teams) = (organisation.parties.len(), organisation.teams.len());
        // A team, party or edge moves up by some places, and the last come first.
        let moved = |at: usize, count: usize| if at < count { (at + shift) % count } else { at };
        turned.parties.rotate_right(if parties == 0 { 0 } else { shift % parties });
        turned.teams.rotate_right(if teams == 0 { 0 } else { shift % teams });
        turned.edges.reverse();
        for party in &mut turned.parties {
            party.team = party.team.map(|team| moved(team, teams));
        }
        for team in &mut turned.teams {
            team.parent = team.parent.map(|team| moved(team, teams));
        }
        for edge in &mut turned.edges {
            (edge.provider, edge.consumer) = (moved(edge.provider, parties), moved(edge.consumer, parties));
        }
        prop_assert_eq!(drawn(&turned, Towards::Consumer), drawn(&organisation, Towards::Consumer));
    }
}

/// Two teams within one, and somebody outside.
fn small() -> Organisation {
    let mut parties = vec![
        party(0, Some(1)),
        party(1, Some(1)),
        party(2, Some(2)),
        party(10, None),
    ];
    parties.push(RimParty {
        id: "team-1".to_owned(),
        kind: PartyKind::Team,
        title: "Team 1".to_owned(),
        ..party(4, Some(1))
    });
    let edge = |provider, consumer, state| RimEdge {
        provider,
        consumer,
        state,
    };
    Organisation {
        parties,
        teams: vec![team(0, None), team(1, Some(0)), team(2, Some(0))],
        edges: vec![
            edge(0, 2, State::Expected),
            edge(3, 0, State::External),
            edge(1, 1, State::Mutual),
        ],
    }
}

#[test]
fn a_team_stands_before_its_roles_and_the_outside_comes_last() {
    let html = drawn(&small(), Towards::Provider);
    let html = Html::parse_fragment(&html);
    let nodes: Vec<&str> = select(&html, "a[data-node]")
        .iter()
        .map(|node| node.attr("data-node").unwrap())
        .collect();
    assert_eq!(nodes, ["team-1", "party-0", "party-1", "party-2", "party-10"]);
    let titles: Vec<String> = select(&html, ".rb-team-title textPath")
        .iter()
        .map(|title| title.text().collect())
        .collect();
    assert_eq!(
        titles,
        ["Team 1 for something", "Team 2 for something", "Outside"]
    );
}

#[test]
fn arrows_point_to_whom_is_relied_on_or_served() {
    let there = Html::parse_fragment(&drawn(&small(), Towards::Provider));
    let back = Html::parse_fragment(&drawn(&small(), Towards::Consumer));
    let path = ".rb-edge-expected [data-from] path";
    let data = |html: &Html| numbers(select(html, path)[0].attr("d").unwrap());
    let (there, back) = (data(&there), data(&back));
    let end = |data: &[f64]| (data[0] + data[data.len() - 2], data[1] + data[data.len() - 1]);
    // One's end is the other's start, but for the places of arrows beside a party.
    let (x, y) = end(&there);
    assert!((x - back[0]).hypot(y - back[1]) < 30.0);
    let (x, y) = end(&back);
    assert!((x - there[0]).hypot(y - there[1]) < 30.0);
}

#[test]
fn words_are_text_and_cut_titles_are_whole_in_the_tooltip() {
    let html = drawn(&small(), Towards::Provider);
    assert!(!html.contains("<b>") && !html.contains("<relies>"));
    let html = Html::parse_fragment(&html);
    let node = select(&html, "a[data-node='party-1']")[0];
    assert!(node.text().collect::<String>().starts_with(TITLES[1]));
    assert!(
        select(&html, "a[data-node='party-0'] title").is_empty(),
        "its label says it all"
    );
}

/// As large as the map is meant for.
fn large() -> Organisation {
    let parties = (0..300).map(|at| party(at, Some(at / 20))).collect();
    let edges = (0..1200).map(|at| RimEdge {
        provider: at % 300,
        consumer: (at * 7 + at / 300 * 13) % 300,
        state: State::ALL[at % 4],
    });
    Organisation {
        parties,
        teams: (0..15).map(|at| team(at, None)).collect(),
        edges: edges.collect(),
    }
}

#[test]
fn a_large_map_is_light() {
    let bytes = drawn(&large(), Towards::Provider).len();
    assert!(bytes < 200_000, "{bytes} bytes");
}

#[test]
fn one_more_party_moves_only_those_of_its_team_while_there_is_room() {
    let mut organisation = large();
    organisation.parties.truncate(299);
    let before = rim(&organisation);
    organisation.parties = large().parties;
    let after = rim(&organisation);
    for party in 0..280 {
        let seat = |rim: &Rim| rim.seats[rim.seat_of[party]].turn;
        assert!((seat(&before) - seat(&after)).abs() < 1e-12);
    }
    assert_eq!(before.radius, after.radius);
}

#[test]
fn a_small_map_has_a_column_with_the_same_in_it() {
    let Organisation {
        parties,
        teams,
        edges,
    } = small();
    let map = radial(&parties, &teams, &edges, Towards::Provider, &words());
    let drawings = [map.wide, map.narrow.unwrap()].map(|drawing| Html::parse_fragment(&drawing));
    for selector in [
        "a[data-node]",
        "a.rb-team-title",
        ".rb-all-edges path",
        ".rb-key text",
    ] {
        let [wide, narrow] = drawings.each_ref().map(|html| select(html, selector).len());
        assert!(wide > 0 && wide == narrow, "{selector}");
    }
    // Ids stand beside each other on one page.
    let ids: Vec<&str> = drawings
        .iter()
        .flat_map(|html| select(html, "[id]"))
        .filter_map(|one| one.attr("id"))
        .collect();
    let unique: std::collections::BTreeSet<&str> = ids.iter().copied().collect();
    assert_eq!(unique.len(), ids.len());
    let Organisation {
        parties,
        teams,
        edges,
    } = large();
    assert_eq!(
        radial(&parties, &teams, &edges, Towards::Provider, &words()).narrow,
        None
    );
}

#[test]
fn nobody_is_an_empty_map() {
    let nobody = Organisation {
        parties: Vec::new(),
        teams: Vec::new(),
        edges: Vec::new(),
    };
    let html = Html::parse_fragment(&drawn(&nobody, Towards::Provider));
    assert_eq!(select(&html, "svg > title").len(), 1);
    assert!(select(&html, "path, a").is_empty());
}
