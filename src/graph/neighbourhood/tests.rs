//! What readers rely on: nothing overlaps, nothing is lost, everything fits and is reached.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::collections::BTreeSet;

use scraper::{ElementRef, Html, Selector};

use super::geometry::{Area, Point};
use super::layout::{CENTRE, CENTRE_STEP, Layout, Placed};
use super::{Centre, Neighbour, NeighbourWords, Side, columns, neighbourhood, stack};
use crate::model::{PartyKind, State};

fn words() -> NeighbourWords {
    NeighbourWords {
        title: "Neighbourhood of R&D".to_owned(),
        description: "What it <needs>".to_owned(),
        dependencies: "Depends on".to_owned(),
        stakeholders: "Serves".to_owned(),
        both: "Depends on and serves".to_owned(),
        states: ["both sides say so", "only expected", "only offered", "external"].map(str::to_owned),
    }
}

fn centre() -> Centre {
    Centre {
        title: "Engineer".to_owned(),
        kind: PartyKind::Role,
    }
}

fn side(number: usize, qualifier: &str) -> Side {
    Side {
        state: State::ALL[number % 4],
        items: number % 7,
        qualifier: qualifier.to_owned(),
    }
}

const TITLES: [&str; 6] = [
    "Customer",
    "Verantwortliche für Informationssicherheit und Datenschutz in der Produktentwicklung",
    "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft",
    "情報セキュリティ責任者および個人情報保護管理者のための委員会",
    "مسؤول أمن المعلومات",
    "<b>\"R&D\"</b>",
];

/// Neighbours of all kinds and directions, with uneven words.
fn neighbours(count: usize) -> Vec<Neighbour> {
    let qualifier = "of the team that runs the service, by night and day";
    let one = |number: usize| Neighbour {
        title: TITLES[number % TITLES.len()].to_owned(),
        kind: PartyKind::ALL[number % 3],
        href: format!("../roles/party-{number}.html?a&b=\"{number}\""),
        provides: (number % 5 < 3).then(|| side(number, qualifier)),
        consumes: (number % 5 > 1).then(|| side(number + number / 3, "")),
    };
    (0..count).map(one).collect()
}

const COUNTS: [usize; 8] = [0, 1, 2, 3, 8, 30, 100, 200];

/// Looks at both arrangements of every number of neighbours.
fn each_layout(mut look: impl FnMut(&Layout<'_>, usize)) {
    for count in COUNTS {
        let neighbours = neighbours(count);
        look(&columns::arrange(&centre(), &neighbours, &words()), count);
        look(&stack::arrange(&centre(), &neighbours, &words()), count);
    }
}

fn cards<'l>(layout: &'l Layout<'_>) -> impl Iterator<Item = &'l Placed<'l>> {
    layout.parts.iter().flat_map(|part| &part.cards)
}

fn apart(one: Area, other: Area) -> bool {
    one.right() <= other.x || other.right() <= one.x || one.bottom() <= other.y || other.bottom() <= one.y
}

fn on_side(area: Area, end: Point) -> bool {
    (end.x == area.x || end.x == area.right()) && end.y > area.y && end.y < area.bottom()
}

#[test]
fn cards_lie_apart_and_inside() {
    each_layout(|layout, count| {
        let mut areas: Vec<Area> = cards(layout).map(|placed| placed.area).collect();
        assert_eq!(areas.len(), count);
        areas.push(layout.middle.area);
        for (index, area) in areas.iter().enumerate() {
            assert!(area.x >= 0 && area.right() <= layout.width, "{area:?}");
            assert!(area.y >= 0 && area.bottom() <= layout.height, "{area:?}");
            for other in areas.iter().skip(index + 1) {
                assert!(apart(*area, *other), "{area:?} {other:?}");
            }
        }
    });
}

#[test]
fn edges_end_on_their_cards_and_reach_the_centre() {
    each_layout(|layout, _| {
        let centre = layout.middle.area;
        for placed in cards(layout) {
            assert_eq!(placed.edges.len(), placed.card.relations.len());
            for edge in &placed.edges {
                assert!(
                    on_side(placed.area, edge.neighbour()),
                    "{edge:?} {:?}",
                    placed.area
                );
                let end = edge.centre();
                let on_rail = |(from, to): &(Point, Point)| {
                    end.x == from.x && from.y.min(to.y) <= end.y && end.y <= from.y.max(to.y)
                };
                assert!(
                    on_side(centre, end) || layout.rails.iter().any(on_rail),
                    "{edge:?}"
                );
            }
        }
        for (from, to) in &layout.rails {
            assert!(from.y == centre.bottom() || to.y == centre.y, "{from:?} {to:?}");
        }
    });
}

#[test]
fn edges_cross_no_card() {
    each_layout(|layout, _| {
        for edge in cards(layout).flat_map(|placed| &placed.edges) {
            let (left, right) = (edge.from.x.min(edge.to.x), edge.from.x.max(edge.to.x));
            assert_eq!(edge.from.y, edge.to.y, "edges run level");
            let path = Area {
                x: left,
                y: edge.from.y,
                width: right - left,
                height: 0,
            };
            for placed in cards(layout) {
                assert!(apart(path, placed.area), "{edge:?} {:?}", placed.area);
            }
        }
    });
}

#[test]
fn words_fit_their_cards() {
    each_layout(|layout, _| {
        for placed in cards(layout) {
            let words = placed.card.relations.iter().map(|relation| &relation.word);
            for line in placed.card.lines.iter().chain(words) {
                let end = line.at.x + line.style.face().width(&line.text);
                assert!(line.at.x > placed.area.x && end < placed.area.right(), "{line:?}");
                assert!(
                    line.at.y > placed.area.y && line.at.y < placed.area.bottom(),
                    "{line:?}"
                );
            }
        }
    });
}

fn select<'a>(html: &'a Html, selector: &str) -> Vec<ElementRef<'a>> {
    let selector = Selector::parse(selector).unwrap();
    html.select(&selector).collect()
}

#[test]
fn every_neighbour_is_linked_once_in_each_drawing() {
    for count in COUNTS {
        let neighbours = neighbours(count);
        let html = Html::parse_fragment(&neighbourhood(&centre(), &neighbours, &words()));
        for drawing in ["svg.rb-wide", "svg.rb-narrow"] {
            let links = select(&html, &format!("{drawing} a"));
            let found: BTreeSet<&str> = links.iter().filter_map(|link| link.attr("href")).collect();
            let given: BTreeSet<&str> = neighbours
                .iter()
                .map(|neighbour| neighbour.href.as_str())
                .collect();
            assert_eq!(links.len(), count);
            assert_eq!(found, given);
        }
    }
}

#[test]
fn a_long_title_fits_the_centre() {
    for title in TITLES {
        let centre = Centre {
            title: title.to_owned(),
            kind: PartyKind::Team,
        };
        let neighbours = neighbours(2);
        for layout in [
            columns::arrange(&centre, &neighbours, &words()),
            stack::arrange(&centre, &neighbours, &words()),
        ] {
            let Area { x, y, width, height } = layout.middle.area;
            assert!(
                layout.middle.lines.iter().all(|line| CENTRE.width(line) < width),
                "{title}"
            );
            for first in layout.middle.titles() {
                let lines = i32::try_from(layout.middle.lines.len()).unwrap();
                assert_eq!(first.x, x + width / 2);
                assert!(
                    first.y > y && first.y + (lines - 1) * CENTRE_STEP < y + height,
                    "{title}"
                );
            }
        }
    }
}

#[test]
fn a_card_says_everything_in_its_title() {
    let mut neighbours = neighbours(3);
    neighbours.drain(..2);
    let html = Html::parse_fragment(&neighbourhood(&centre(), &neighbours, &words()));
    let titles = select(&html, "a > title");
    let expected = format!(
        "{} – Depends on (2): only offered, of the team that runs the service, by night and day – \
         Serves (2): only offered",
        TITLES[2]
    );
    assert_eq!(titles.len(), 2);
    for title in titles {
        assert_eq!(title.inner_html(), expected);
    }
}

#[test]
fn states_are_told_by_class_and_word() {
    for (state, word) in State::ALL.into_iter().zip(words().states) {
        let neighbour = Neighbour {
            provides: Some(Side {
                state,
                items: 3,
                qualifier: String::new(),
            }),
            consumes: None,
            ..neighbours(1).remove(0)
        };
        let svg = neighbourhood(&centre(), &[neighbour], &words());
        let html = Html::parse_fragment(&svg);
        let edges = select(&html, ".rb-edge");
        let legend_and_both_drawings = 3;
        assert_eq!(edges.len(), legend_and_both_drawings);
        assert_eq!(
            select(&html, &format!(".rb-edge-{}", state.name())).len(),
            edges.len()
        );
        let shown = select(&html, "tspan")
            .iter()
            .filter(|line| line.inner_html().trim() == word)
            .count();
        assert_eq!(shown, legend_and_both_drawings);
    }
}

#[test]
fn markup_is_escaped_and_carries_no_style_or_script() {
    let nasty = Neighbour {
        title: "</title><script>x</script>".to_owned(),
        href: "x\"onload=\"y".to_owned(),
        ..neighbours(1).remove(0)
    };
    let html = Html::parse_fragment(&neighbourhood(&centre(), &[nasty], &words()));
    assert!(select(&html, "script, style, [style], [onload]").is_empty());
    assert_eq!(select(&html, "a[href='x\"onload=\"y']").len(), 2);
    let ids: Vec<&str> = select(&html, "[id]")
        .iter()
        .filter_map(|element| element.attr("id"))
        .collect();
    assert_eq!(ids, ["rb-neighbourhood-title", "rb-neighbourhood-description"]);
    for svg in select(&html, "svg") {
        assert!(ids.contains(&svg.attr("aria-labelledby").unwrap()));
        assert!(ids.contains(&svg.attr("aria-describedby").unwrap()));
    }
}

#[test]
fn bytes_stay_few() {
    let plain = |number: usize| Neighbour {
        title: "Product Owner".to_owned(),
        kind: PartyKind::Role,
        href: "../roles/product-owner.html".to_owned(),
        provides: number.is_multiple_of(2).then(|| side(number, "")),
        consumes: (number % 2 == 1).then(|| side(number, "")),
    };
    for (count, most) in [(0, 1_500), (8, 12_000), (200, 250_000)] {
        let neighbours: Vec<Neighbour> = (0..count).map(plain).collect();
        let bytes = neighbourhood(&centre(), &neighbours, &words()).len();
        assert!(bytes < most, "{count} neighbours: {bytes} bytes");
    }
}
