//! What readers rely on: circles lie in each other or apart, and nobody is lost.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use proptest::prelude::*;
use scraper::{ElementRef, Html, Selector};

use super::forest::{Forest, Stands, Tree};
use super::layout::{Layout, Place};
use super::{CircleWords, Delegated, MOST_LEVELS, circles};
use crate::model::PartyKind;

fn words() -> CircleWords {
    CircleWords {
        title: "Delegation in R&D".to_owned(),
        description: "Who <delegated> what".to_owned(),
        vacant: "vacant".to_owned(),
        further: "also delegated by".to_owned(),
        several: "several delegators".to_owned(),
        role: "role".to_owned(),
        roles: "roles".to_owned(),
        folded: "roles that are counted only".to_owned(),
    }
}

fn one(number: usize, parent: Option<usize>) -> Delegated {
    Delegated {
        id: format!("party-{number}"),
        title: format!("Party {number} & <others>"),
        kind: if number.is_multiple_of(4) {
            PartyKind::Team
        } else {
            PartyKind::Role
        },
        href: format!("../roles/{number}.html"),
        tags: Vec::new(),
        team: (number.is_multiple_of(3)).then(|| "party-0".to_owned()),
        is_vacant: number % 5 == 3,
        parent,
        further: if number % 6 == 5 {
            vec!["The board".to_owned()]
        } else {
            Vec::new()
        },
    }
}

fn roles(parents: impl IntoIterator<Item = Option<usize>>) -> Vec<Delegated> {
    let role = |(at, parent)| Delegated {
        kind: PartyKind::Role,
        ..one(at, parent)
    };
    parents.into_iter().enumerate().map(role).collect()
}

/// Parents may be missing, wrong, or go round in circles.
fn organisations() -> impl Strategy<Value = Vec<Delegated>> {
    proptest::collection::vec(proptest::option::weighted(0.9, 0_usize..90), 0..80).prop_map(|parents| {
        parents
            .into_iter()
            .enumerate()
            .map(|(at, parent)| one(at, parent))
            .collect()
    })
}

fn laid_out(all: &[Delegated], levels: usize) -> (Forest, Layout) {
    let forest = Forest::of(all, &Tree::of(all), levels);
    let layout = Layout::of(all, &forest);
    (forest, layout)
}

fn distance(one: Place, other: Place) -> f64 {
    f64::from(one.x - other.x).hypot(f64::from(one.y - other.y))
}

fn select<'a>(html: &'a Html, selector: &str) -> Vec<ElementRef<'a>> {
    html.select(&Selector::parse(selector).unwrap()).collect()
}

fn assert_sound(all: &[Delegated], levels: usize) {
    let (forest, layout) = laid_out(all, levels);
    for (at, node) in forest.nodes.iter().enumerate() {
        let place = layout.places[at];
        assert!(place.radius >= 10);
        assert!(place.x - place.radius >= 0 && place.x + place.radius <= layout.width);
        assert!(place.y - place.radius >= 0 && place.y + place.radius <= layout.height);
        let siblings = match node.parent {
            Some(parent) => &forest.nodes[parent].children,
            None => &forest.roots,
        };
        for sibling in siblings.iter().filter(|sibling| **sibling < at) {
            let other = layout.places[*sibling];
            assert!(
                distance(place, other) > f64::from(place.radius + other.radius),
                "siblings stand apart"
            );
        }
        if let Some(parent) = node.parent {
            assert!(parent < at, "who holds others is drawn below them");
            let outer = layout.places[parent];
            assert!(distance(place, outer) + f64::from(place.radius) < f64::from(outer.radius));
            assert!(!lies_on_title(place, outer), "the top is free for a title");
        }
    }
}

/// Whether a circle reaches into the letters along the upper rim of the one that holds it.
fn lies_on_title(inner: Place, outer: Place) -> bool {
    let below = f64::from(outer.radius) - 1.25 * f64::from(outer.heading);
    (-19..=19).any(|step| {
        let letter = crate::graph::turn::direction(f64::from(step) * 3.0 / 360.0).times(below);
        let (x, y) = (f64::from(outer.x) + letter.x, f64::from(outer.y) + letter.y);
        (x - f64::from(inner.x)).hypot(y - f64::from(inner.y)) < f64::from(inner.radius)
    })
}

/// How many roles are drawn or counted.
fn told(forest: &Forest, all: &[Delegated]) -> usize {
    let role = |at: usize| usize::from(all[at].kind == PartyKind::Role);
    let drawn = forest.nodes.iter().map(|node| match node.stands {
        Stands::Party(at) => role(at) + node.hidden,
        Stands::Rest => node.hidden,
    });
    drawn.sum()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn circles_lie_within_or_apart(all in organisations(), levels in 1_usize..13) {
        assert_sound(&all, levels);
    }

    #[test]
    fn nobody_is_lost(all in organisations(), levels in 1_usize..13) {
        let forest = Forest::of(&all, &Tree::of(&all), levels);
        let roles = all.iter().filter(|one| one.kind == PartyKind::Role).count();
        prop_assert_eq!(told(&forest, &all), roles);
        prop_assert_eq!(forest.roots.iter().map(|root| forest.nodes[*root].roles).sum::<usize>(), roles);
    }

    #[test]
    fn the_order_of_what_is_given_is_no_matter(all in organisations(), shift in 1_usize..80) {
        let count = all.len();
        let mut turned = all.clone();
        if count > 0 {
            turned.rotate_right(shift % count);
            for one in &mut turned {
                one.parent = one.parent.map(|at| if at < count { (at + shift) % count } else { at });
            }
        }
        prop_assert_eq!(circles(&turned, &words()), circles(&all, &words()));
    }
}

#[test]
fn one_role_is_one_circle() {
    let html = circles(&roles([None]), &words());
    let html = Html::parse_fragment(&html);
    assert_eq!(
        select(&html, "a.rb-node-role[data-node='party-0'] circle").len(),
        1
    );
    let nothing = circles(&[], &words());
    assert!(!nothing.contains("NaN") && nothing.contains("<title"));
}

#[test]
fn several_delegators_and_vacancies_are_said_and_counted() {
    let all = [one(0, None), one(3, Some(0)), one(5, Some(0))];
    let html = Html::parse_fragment(&circles(&all, &words()));
    let title = |id: &str| select(&html, &format!("a[data-node='{id}'] title"))[0].inner_html();
    assert_eq!(title("party-0"), "Party 0 &amp; &lt;others&gt; – 2 roles");
    assert_eq!(title("party-3"), "Party 3 &amp; &lt;others&gt; – vacant");
    assert_eq!(
        title("party-5"),
        "Party 5 &amp; &lt;others&gt; – also delegated by The board"
    );
    let key: Vec<String> = select(&html, ".rb-key text")
        .iter()
        .map(|text| text.text().collect())
        .collect();
    assert_eq!(key, ["vacant: 1", "several delegators: 1"]);
}

#[test]
fn a_chain_of_a_thousand_is_drawn_and_counted() {
    let all = roles((0..1000).map(|at: usize| at.checked_sub(1)));
    assert_sound(&all, MOST_LEVELS);
    let html = Html::parse_fragment(&circles(&all, &words()));
    let drawn = select(&html, "a[data-node]").len();
    assert!(drawn > 1);
    let key = select(&html, ".rb-key text")
        .pop()
        .unwrap()
        .text()
        .collect::<String>();
    assert_eq!(key, format!("roles that are counted only: {}", 1000 - drawn));
}

#[test]
fn delegation_in_a_circle_is_cut() {
    let all = roles([Some(2), Some(0), Some(1)]);
    let html = Html::parse_fragment(&circles(&all, &words()));
    assert_eq!(select(&html, "a[data-node]").len(), 3);
}

#[test]
fn three_thousand_roles_are_counted_and_light() {
    let teams = (0..150).map(|_| None);
    let mut all = roles(teams.chain((150..3150).map(|at| Some(at % 150))));
    for team in &mut all[..150] {
        team.kind = PartyKind::Team;
    }
    assert_sound(&all, MOST_LEVELS);
    let html = circles(&all, &words());
    assert!(html.len() < 300_000, "{} bytes", html.len());
    let html = Html::parse_fragment(&html);
    assert_eq!(select(&html, "a[data-node]").len(), 150);
    assert!(
        select(&html, "a[data-node='party-1'] text")[0]
            .text()
            .collect::<String>()
            .contains("20 roles")
    );
}
