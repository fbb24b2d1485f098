//! What drawings made with it rely on: nothing overlaps, edges lead where they say, the same gives the same.

use proptest::collection::vec;
use proptest::prelude::*;

use super::{Edge, Graph, Layout, Node, Place, Route, Spacing, Step, cross, cycle, lay_out};
use crate::graph::area::{Area, Point};

const SPACING: Spacing = Spacing {
    layers: 80,
    lead: 20,
    nodes: 12,
    lanes: 10,
    ports: 12,
    margin: 8,
};

const BOX: Node = Node {
    width: 120,
    height: 36,
    place: Place::Free,
};

fn graph(count: usize, edges: &[(usize, usize)]) -> Graph {
    let edge = |(from, to): &(usize, usize)| Edge {
        from: *from,
        to: *to,
        weight: 1,
    };
    Graph {
        nodes: vec![BOX; count],
        edges: edges.iter().map(edge).collect(),
    }
}

/// Graphs of any shape: with loops, cycles, several edges between the same nodes, boxes of all sizes.
fn graphs() -> impl Strategy<Value = Graph> {
    let place = prop_oneof![8 => Just(Place::Free), 1 => Just(Place::First), 1 => Just(Place::Last)];
    let node =
        (40..200_i32, 1..90_i32, place).prop_map(|(width, height, place)| Node { width, height, place });
    let edge = (
        any::<prop::sample::Index>(),
        any::<prop::sample::Index>(),
        0..9_u32,
    );
    (vec(node, 1..28), vec(edge, 0..50), any::<bool>()).prop_map(|(mut nodes, edges, has_places)| {
        if !has_places {
            for node in &mut nodes {
                node.place = Place::Free;
            }
        }
        let count = nodes.len();
        let edges = edges.into_iter().map(|(from, to, weight)| Edge {
            from: from.index(count),
            to: to.index(count),
            weight,
        });
        Graph {
            edges: edges.collect(),
            nodes,
        }
    })
}

fn apart(one: Area, other: Area) -> bool {
    one.right() <= other.x || other.right() <= one.x || one.bottom() <= other.y || other.bottom() <= one.y
}

/// Points along a route, close to each other.
fn points(route: &Route) -> Vec<(f64, f64)> {
    let at = |point: Point| (f64::from(point.x), f64::from(point.y));
    let mut points = vec![at(route.start)];
    let mut from = at(route.start);
    for step in &route.steps {
        let (one, two, end) = match step {
            Step::Line(end) => (from, at(*end), at(*end)),
            Step::Curve(one, two, end) => (at(*one), at(*two), at(*end)),
        };
        for piece in 1..=40 {
            let t = f64::from(piece) / 40.0;
            let u = 1.0 - t;
            let mix = |a: f64, b: f64, c: f64, d: f64| {
                u * u * u * a + 3.0 * u * u * t * b + 3.0 * u * t * t * c + t * t * t * d
            };
            points.push((mix(from.0, one.0, two.0, end.0), mix(from.1, one.1, two.1, end.1)));
        }
        from = end;
    }
    points
}

fn check_boxes(graph: &Graph, layout: &Layout) -> Result<(), TestCaseError> {
    for (at, (area, node)) in layout.areas.iter().zip(&graph.nodes).enumerate() {
        prop_assert!(area.x >= 0 && area.right() <= layout.width, "{area:?}");
        prop_assert!(area.y >= 0 && area.bottom() <= layout.height, "{area:?}");
        prop_assert!(area.width == node.width && area.height >= node.height);
        for other in &layout.areas[at + 1..] {
            prop_assert!(apart(*area, *other), "{area:?} {other:?}");
        }
    }
    Ok(())
}

/// An edge leaves its first end at the side that it goes to, and comes to its other end's facing side.
fn check_ends(edge: &Edge, route: &Route, layout: &Layout) -> Result<(), TestCaseError> {
    let (from, to) = (layout.areas[edge.from], layout.areas[edge.to]);
    let sides = if edge.from == edge.to {
        (from.right(), to.right())
    } else if route.is_back {
        (from.x, to.right())
    } else {
        (from.right(), to.x)
    };
    prop_assert_eq!((route.start.x, route.end().x), sides);
    for (end, area) in [(route.start, from), (route.end(), to)] {
        prop_assert!(end.y > area.y && end.y < area.bottom(), "{:?} {:?}", end, area);
    }
    let layers = (layout.layers[edge.from], layout.layers[edge.to]);
    prop_assert_eq!(layers.0 > layers.1, route.is_back);
    prop_assert_eq!(layers.0 == layers.1, edge.from == edge.to);
    Ok(())
}

fn check_way(route: &Route, layout: &Layout) -> Result<(), TestCaseError> {
    for (x, y) in points(route) {
        prop_assert!(x >= 0.0 && x <= f64::from(layout.width), "{x} {y}");
        prop_assert!(y >= 0.0 && y <= f64::from(layout.height), "{x} {y}");
        for area in &layout.areas {
            let in_width = x > f64::from(area.x) && x < f64::from(area.right());
            let in_height = y > f64::from(area.y) && y < f64::from(area.bottom());
            prop_assert!(!(in_width && in_height), "{x} {y} lies in {area:?}");
        }
    }
    Ok(())
}

proptest! {
    #[test]
    fn boxes_lie_apart_and_edges_run_around_them(graph in graphs()) {
        let layout = lay_out(&graph, &SPACING);
        check_boxes(&graph, &layout)?;
        prop_assert_eq!(layout.routes.len(), graph.edges.len());
        for (edge, route) in graph.edges.iter().zip(&layout.routes) {
            let Some(route) = route else { return Err(TestCaseError::fail("an edge is not drawn")) };
            check_ends(edge, route, &layout)?;
            check_way(route, &layout)?;
        }
    }

    #[test]
    fn places_hold(graph in graphs()) {
        let layout = lay_out(&graph, &SPACING);
        for edge in graph.edges.iter().filter(|edge| edge.from != edge.to) {
            let place = |node: usize| graph.nodes[node].place;
            if place(edge.from) < place(edge.to) {
                prop_assert!(layout.layers[edge.from] < layout.layers[edge.to]);
            }
        }
    }

    #[test]
    fn the_order_of_edges_is_nothing(graph in graphs(), turn in any::<prop::sample::Index>()) {
        let layout = lay_out(&graph, &SPACING);
        prop_assert_eq!(&lay_out(&graph, &SPACING), &layout);
        let mut turned = graph.clone();
        if !graph.edges.is_empty() {
            turned.edges.rotate_left(turn.index(graph.edges.len()));
            turned.edges.reverse();
        }
        let other = lay_out(&turned, &SPACING);
        prop_assert_eq!(&other.areas, &layout.areas);
        let routes = |layout: &Layout| {
            let mut routes: Vec<String> = layout.routes.iter().map(|route| format!("{route:?}")).collect();
            routes.sort();
            routes
        };
        prop_assert_eq!(routes(&other), routes(&layout));
    }

    #[test]
    fn crossings_are_counted_as_they_are(
        rows in vec(vec(0..7_usize, 0..5), 1..7),
    ) {
        let count = rows.len();
        let edges: Vec<(usize, usize)> = rows
            .iter()
            .enumerate()
            .flat_map(|(left, rights)| rights.iter().map(move |right| (left, count + right)))
            .collect();
        let mut layers = vec![0; count];
        layers.extend([1; 7]);
        let link = |(left, right): &(usize, usize)| super::component::Link {
            left: *left,
            right: *right,
            weight: 1,
            is_back: false,
            edge: 0,
        };
        let links: Vec<_> = edges.iter().map(link).collect();
        let levels = super::level::Levels::new(&links, &layers);
        let cross = |one: &(usize, usize), other: &(usize, usize)| one.0 < other.0 && one.1 > other.1;
        let naive: usize = edges.iter().map(|one| edges.iter().filter(|other| cross(one, other)).count()).sum();
        prop_assert_eq!(cross::crossings(&levels), naive);
    }

    #[test]
    fn without_a_cycle_nothing_goes_back(edges in vec((0..20_usize, 0..20_usize), 0..60)) {
        let edges: Vec<_> = edges.into_iter().filter(|(from, to)| from < to).collect();
        let layout = lay_out(&graph(20, &edges), &SPACING);
        prop_assert!(layout.routes.iter().flatten().all(|route| !route.is_back));
    }
}

#[test]
fn a_cycle_has_one_edge_back() {
    let layout = lay_out(&graph(4, &[(0, 1), (1, 2), (2, 3), (3, 0)]), &SPACING);
    let back: Vec<bool> = layout
        .routes
        .iter()
        .flatten()
        .map(|route| route.is_back)
        .collect();
    assert_eq!(back.iter().filter(|is_back| **is_back).count(), 1);
    assert_eq!(layout.crossings, 0);
}

#[test]
fn few_edges_go_back() {
    // Three circles that share a node: one edge of each has to.
    let edges = [
        (0, 1),
        (1, 2),
        (2, 0),
        (0, 3),
        (3, 4),
        (4, 0),
        (0, 5),
        (5, 6),
        (6, 0),
    ];
    let mut links: Vec<_> = edges
        .iter()
        .map(|(left, right)| super::component::Link {
            left: *left,
            right: *right,
            weight: 1,
            is_back: false,
            edge: 0,
        })
        .collect();
    cycle::break_cycles(&mut links, &[BOX; 7]);
    assert_eq!(links.iter().filter(|link| link.is_back).count(), 3);
}

/// How far one role more moves the others of a team's drawing, in heights of a box: the mean of 60 drawings.
fn shift_by_one_more() -> f64 {
    let (count, drawings) = (12, 60);
    let mut state = 7_u64;
    let mut any = |below: usize| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        usize::try_from(state >> 33).unwrap_or(0) % below
    };
    let mut moved = 0.0;
    for _ in 0..drawings {
        let mut edges: Vec<_> = (0..18).map(|_| (any(count), any(count))).collect();
        let before = lay_out(&graph(count, &edges), &SPACING);
        edges.extend([(count, any(count)), (any(count), count), (any(count), count)]);
        let after = lay_out(&graph(count + 1, &edges), &SPACING);
        let pairs = before.areas.iter().zip(&after.areas);
        let far = pairs.map(|(one, other)| f64::from(one.x - other.x).hypot(f64::from(one.y - other.y)));
        moved += far.sum::<f64>() / 12.0 / f64::from(BOX.height);
    }
    moved / f64::from(drawings)
}

#[test]
fn one_more_leaves_a_drawing_known() {
    // Twelve boxes stand in some four columns, a column being 5.6 heights from the next.
    let shift = shift_by_one_more();
    assert!(shift < 3.7, "{shift} heights");
}

#[test]
fn edges_are_as_short_as_can_be() {
    // The lone provider of the last stands right before it, not at the far left.
    let layout = lay_out(&graph(5, &[(0, 1), (1, 2), (2, 3), (4, 3)]), &SPACING);
    assert_eq!(layout.layers, [0, 1, 2, 3, 2]);
}

#[test]
fn a_tree_and_a_grid_cross_nowhere() {
    let tree: Vec<(usize, usize)> = (1..40).map(|node| ((node - 1) / 3, node)).collect();
    assert_eq!(lay_out(&graph(40, &tree), &SPACING).crossings, 0);
    let grid = (0..36).flat_map(|at| {
        let right = (at % 6 < 5).then_some((at, at + 1));
        right.into_iter().chain((at < 30).then_some((at, at + 6)))
    });
    assert_eq!(
        lay_out(&graph(36, &grid.collect::<Vec<_>>()), &SPACING).crossings,
        0
    );
}

#[test]
fn a_chain_runs_level() {
    let layout = lay_out(&graph(6, &[(0, 1), (1, 2), (2, 3), (3, 4), (4, 5)]), &SPACING);
    for route in layout.routes.iter().flatten() {
        assert_eq!(route.steps, [Step::Line(route.end())]);
    }
}

#[test]
fn long_edges_run_level_between_their_ends() {
    let layout = lay_out(&graph(5, &[(0, 1), (1, 2), (2, 3), (3, 4), (0, 4)]), &SPACING);
    let long = layout.routes[4].as_ref().map(|route| &route.steps[..]);
    let curves = long
        .into_iter()
        .flatten()
        .filter(|step| matches!(step, Step::Curve(..)));
    assert!(curves.count() <= 2, "{long:?}");
}

#[test]
fn nothing_and_nonsense_are_laid_out() {
    let empty = lay_out(&Graph::default(), &SPACING);
    assert_eq!(
        (empty.width, empty.height),
        (2 * SPACING.margin, 2 * SPACING.margin)
    );
    let layout = lay_out(&graph(2, &[(0, 7), (9, 1), (0, 1)]), &SPACING);
    let drawn: Vec<bool> = layout.routes.iter().map(Option::is_some).collect();
    assert_eq!(drawn, [false, false, true]);
}

#[test]
fn large_graphs_end() {
    let mut state = 7_u64;
    let mut next = || {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(state >> 33).unwrap_or(0) % 1_000
    };
    let edges: Vec<(usize, usize)> = (0..3_000)
        .map(|_| (next(), next()))
        .map(|(from, other)| (from, (from / 100 * 100 + other % 100).min(999)))
        .collect();
    let layout = lay_out(&graph(1_000, &edges), &SPACING);
    assert!(layout.routes.iter().all(Option::is_some));
}
