//! What readers rely on: everything is drawn or counted, nobody outside appears twice.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::collections::BTreeSet;

use scraper::{ElementRef, Html, Selector};

use super::{
    MOST_EDGES, MOST_MEMBERS, MOST_OUTSIDE, TeamDrawing, TeamHome, TeamParty, TeamRelation, TeamWords, team,
};
use crate::model::{PartyKind, State};

/// Roles of the team first, then parties outside, every tenth of whom has no team.
fn parties(members: usize, outside: usize) -> Vec<TeamParty> {
    let one = |number: usize| TeamParty {
        id: format!("party-{number}"),
        title: format!("Party <{number}> & the long words of its own title"),
        href: format!("party-{number}.html"),
        kind: if number >= members && number % 10 == 9 {
            PartyKind::External
        } else {
            PartyKind::Role
        },
        is_vacant: number % 5 == 4,
        tags: String::new(),
        is_member: number < members,
        home: (number >= members && number % 10 != 9).then_some(number % 7),
    };
    (0..members + outside).map(one).collect()
}

fn homes() -> Vec<TeamHome> {
    let one = |number: usize| TeamHome {
        id: format!("home-{number}"),
        title: format!("Home {number}"),
        href: format!("home-{number}.html"),
    };
    (0..7).map(one).collect()
}

fn relation(provider: usize, consumer: usize) -> TeamRelation {
    TeamRelation {
        provider,
        consumer,
        state: State::ALL[(provider + consumer) % 4],
        items: provider % 4,
        href: format!("matrix.html#{provider}-{consumer}"),
    }
}

/// Each role provides for the next two, each party outside for one and the other way round for another.
fn relations(members: usize, outside: usize) -> Vec<TeamRelation> {
    let inner = (0..members).flat_map(|role| [(role, (role + 1) % members), (role, (role + 2) % members)]);
    let outer = (0..outside).map(|nth| {
        let (role, party) = (nth * 7 % members, members + nth);
        if nth % 2 == 0 {
            (role, party)
        } else {
            (party, role)
        }
    });
    let pairs = inner
        .chain(outer)
        .filter(|(provider, consumer)| provider != consumer);
    pairs
        .map(|(provider, consumer)| relation(provider, consumer))
        .collect()
}

fn drawn(parties: &[TeamParty], relations: &[TeamRelation]) -> TeamDrawing {
    let words = TeamWords {
        title: "Team",
        description: &|shown| format!("{} left out", shown.left_out_agreements),
        vacant: "vacant",
        others: "Others",
        folded: &|count| format!("{count} roles"),
        edge: &|from, to, edge| format!("{from} to {to}: {} {}", edge.items, edge.state.name()),
        states: &State::ALL.map(|state| state.name().to_owned()),
    };
    team(parties, &homes(), relations, "all.html", &words)
}

fn select<'a>(html: &'a Html, selector: &str) -> Vec<ElementRef<'a>> {
    html.select(&Selector::parse(selector).unwrap()).collect()
}

#[test]
fn everything_is_drawn_or_counted() {
    for (members, outside) in [(1, 0), (1, 5), (3, 6), (12, 24), (40, 100), (200, 500)] {
        let relations = relations(members, outside);
        let TeamDrawing { svg, shown } = drawn(&parties(members, outside), &relations);
        assert_eq!(shown.members + shown.left_out_members, members);
        assert_eq!(shown.agreements + shown.left_out_agreements, relations.len());
        assert!(shown.members <= MOST_MEMBERS && shown.edges <= MOST_EDGES);
        assert!(shown.outside + shown.folds.len() <= MOST_OUTSIDE);
        let html = Html::parse_fragment(&svg);
        let cards = shown.members + shown.outside + shown.folds.len();
        assert_eq!(select(&html, "a.rb-node").len(), cards);
        assert_eq!(select(&html, "a.rb-edge").len(), shown.edges);
        assert!(svg.len() < 130_000, "{} bytes", svg.len());
        let folded: Vec<usize> = shown.folds.iter().flat_map(|fold| fold.parties.clone()).collect();
        let once: BTreeSet<usize> = folded.iter().copied().collect();
        assert_eq!(once.len(), folded.len());
        if members <= MOST_MEMBERS {
            assert_eq!(shown.outside + folded.len(), outside);
        }
    }
}

#[test]
fn few_outside_are_not_folded() {
    let shown = drawn(&parties(6, 24), &relations(6, 24)).shown;
    assert_eq!((shown.outside, shown.folds.len()), (24, 0));
    let shown = drawn(&parties(6, 25), &relations(6, 25)).shown;
    assert!(shown.folds.len() > 3, "{shown:?}");
}

#[test]
fn a_fold_names_those_that_it_stands_for() {
    let parties = parties(4, 40);
    let TeamDrawing { svg, shown } = drawn(&parties, &relations(4, 40));
    let html = Html::parse_fragment(&svg);
    let titles: Vec<String> = select(&html, ".rb-fold > title")
        .iter()
        .map(ElementRef::inner_html)
        .collect();
    for party in shown.folds.iter().flat_map(|fold| &fold.parties) {
        let name = format!("&lt;{party}&gt;");
        assert_eq!(
            titles.iter().filter(|title| title.contains(&name)).count(),
            1,
            "{party}"
        );
    }
}

#[test]
fn who_is_both_stands_there_once_with_both_edges() {
    let relations = [relation(0, 1), relation(1, 0), relation(2, 0)];
    let svg = drawn(&parties(1, 2), &relations).svg;
    let html = Html::parse_fragment(&svg);
    assert_eq!(select(&html, "a[data-node='party-1']").len(), 1);
    for ends in [
        ("party-0", "party-1"),
        ("party-1", "party-0"),
        ("party-2", "party-0"),
    ] {
        let edge = format!("a.rb-edge[data-from='{}'][data-to='{}'] > title", ends.0, ends.1);
        assert_eq!(select(&html, &edge).len(), 1, "{ends:?}");
    }
}

fn left_side(html: &Html, id: &str) -> i32 {
    let rectangle = select(html, &format!("a[data-node='{id}'] > rect"))[0];
    rectangle.attr("x").unwrap().parse().unwrap()
}

#[test]
fn providers_stand_left_and_consumers_right() {
    let relations = [
        relation(3, 0),
        relation(0, 1),
        relation(1, 2),
        relation(2, 4),
        relation(0, 4),
    ];
    let html = Html::parse_fragment(&drawn(&parties(3, 2), &relations).svg);
    let order = ["party-3", "party-0", "party-1", "party-2", "party-4"].map(|id| left_side(&html, id));
    assert!(order.windows(2).all(|pair| pair[0] < pair[1]), "{order:?}");
}

#[test]
fn states_are_told_by_class_and_dashes() {
    for (nth, state) in State::ALL.into_iter().enumerate() {
        let told = TeamRelation {
            state,
            ..relation(0, 1)
        };
        let html = Html::parse_fragment(&drawn(&parties(2, 0), &[told]).svg);
        let edges = select(&html, &format!("a.rb-edge-{} > .rb-line", state.name()));
        assert_eq!(edges.len(), 1);
        assert_eq!(edges[0].attr("stroke-dasharray").is_some(), nth == 1 || nth == 2);
        assert_eq!(select(&html, "text.rb-key").len(), 1);
    }
}

#[test]
fn a_team_of_thousands_stays_small() {
    let TeamDrawing { svg, shown } = drawn(&parties(5_000, 5_000), &relations(5_000, 5_000));
    assert_eq!(shown.members, MOST_MEMBERS);
    assert_eq!(shown.left_out_members, 5_000 - MOST_MEMBERS);
    assert!(svg.len() < 130_000, "{} bytes", svg.len());
}

#[test]
fn nonsense_is_not_drawn() {
    let relations = [relation(0, 9), relation(9, 0), relation(2, 3), relation(0, 2)];
    let shown = drawn(&parties(1, 3), &relations).shown;
    assert_eq!((shown.edges, shown.left_out_agreements, shown.outside), (1, 0, 1));
}
