//! Known values of small graphs, and the same as what the definitions say word for word.

use proptest::collection::vec;
use proptest::prelude::*;

use super::{Digraph, Knot, MILLION, Strong, knots, longest_chains, sources, ways_through};

/// Edges there and back.
fn both(edges: &[(usize, usize)]) -> Vec<(usize, usize)> {
    let back = edges.iter().map(|(from, to)| (*to, *from));
    edges.iter().copied().chain(back).collect()
}

fn path(count: usize) -> Vec<(usize, usize)> {
    (1..count).map(|node| (node - 1, node)).collect()
}

/// Shares in per cent, rounded down.
fn per_cent(graph: &Digraph) -> Vec<u32> {
    let all: Vec<usize> = (0..graph.nodes()).collect();
    let shares = ways_through(graph, &all).into_iter();
    shares.map(|share| share / 10_000).collect()
}

#[test]
fn loops_and_doubles_are_no_edges() {
    let graph = Digraph::new(3, [(0, 1), (0, 1), (1, 1), (2, 1), (2, 7)]);
    assert_eq!((graph.nodes(), graph.edges()), (3, 2));
    assert_eq!(graph.in_degrees(), [0, 2, 0]);
    assert_eq!(graph.successors(2), [1]);
    assert_eq!(Digraph::new(0, []).nodes(), 0);
}

#[test]
fn ways_lead_through_the_middle_of_a_path() {
    // Of the six pairs without it, 0-1 0-2 0-3 1-2 1-3 2-3, three lead through each of the inner ones.
    assert_eq!(per_cent(&Digraph::new(4, path(4))), [0, 66, 66, 0]);
    // There and back: four of the six ways between the three others lead through an inner one.
    assert_eq!(per_cent(&Digraph::new(4, both(&path(4)))), [0, 66, 66, 0]);
}

#[test]
fn all_ways_lead_through_the_middle_of_a_star() {
    let rays: Vec<(usize, usize)> = (1..6).map(|node| (0, node)).collect();
    assert_eq!(per_cent(&Digraph::new(6, both(&rays))), [100, 0, 0, 0, 0, 0]);
    assert_eq!(per_cent(&Digraph::new(6, rays)), [0; 6]);
}

#[test]
fn ways_between_two_triangles_lead_through_what_joins_them() {
    // 0-1-2, 2-3, 3-4-5: from 0 and 1 to 3, 4 and 5 through 2, and back, of 20 ways between others.
    let edges = [(0, 1), (1, 2), (2, 0), (2, 3), (3, 4), (4, 5), (5, 3)];
    assert_eq!(per_cent(&Digraph::new(6, both(&edges))), [0, 0, 60, 60, 0, 0]);
}

#[test]
fn equally_short_ways_count_for_their_parts() {
    let graph = Digraph::new(4, [(0, 1), (0, 2), (1, 3), (2, 3)]);
    // From 0 to 3 by halves; without 1 there are three ways: 0-2, 0-3, 2-3.
    assert_eq!(ways_through(&graph, &[0, 1, 2, 3]), [0, 166_667, 166_667, 0]);
}

#[test]
fn very_many_ways_are_no_trouble() {
    // Diamonds in a row: 2 to the power of 3,000 shortest ways from end to end.
    let diamonds = (0..3_000).map(|at| 3 * at);
    let edges = diamonds.flat_map(|at| [(at, at + 1), (at, at + 2), (at + 1, at + 3), (at + 2, at + 3)]);
    let graph = Digraph::new(9_001, edges);
    let shares = ways_through(&graph, &[0]);
    // Through the middle lead those to what lies behind it, of all but its own.
    assert_eq!((shares[3], shares[4_500], shares[9_000]), (999_778, 500_056, 0));
    assert_eq!(shares[1], shares[2]);
    assert_eq!(shares[1], 499_944);
}

#[test]
fn what_is_found_does_not_depend_on_the_number_of_threads() {
    let edges =
        (0..3_000_usize).flat_map(|node| [1, 7, 130].map(|step| (node, (node * step + step) % 1_000)));
    let graph = Digraph::new(1_000, edges);
    let sources: Vec<usize> = (0..1_000).collect();
    let with = |threads: usize| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build();
        pool.ok()
            .map(|pool| pool.install(|| ways_through(&graph, &sources)))
    };
    assert!(with(1).is_some());
    assert_eq!(with(1), with(2));
    assert_eq!(with(1), with(5));
}

#[test]
fn large_graphs_are_sampled_and_small_ones_are_not() {
    let ring = |count: usize| Digraph::new(count, (0..count).map(|node| (node, (node + 1) % count)));
    assert_eq!(sources(&ring(1_000)).nodes, (0..1_000).collect::<Vec<_>>());
    let sample = sources(&ring(50_000));
    assert_eq!((sample.nodes.len(), sample.all), (1_000, 50_000));
    // At the end of a path no way begins.
    assert_eq!(sources(&Digraph::new(4, path(4))).nodes, [0, 1, 2]);
}

fn found(count: usize, edges: &[(usize, usize)]) -> Vec<Knot> {
    let graph = Digraph::new(count, edges.iter().copied());
    knots(&graph, &Strong::of(&graph))
}

#[test]
fn a_shortest_cycle_of_each_knot_is_found() {
    let four = [(0, 1), (1, 2), (2, 3), (3, 0), (3, 1), (0, 2), (2, 0), (4, 0)];
    let pairs = [(6, 5), (5, 6), (6, 7), (7, 6)];
    let knots = found(8, &[four.as_slice(), &pairs].concat());
    // Two that lead to each other are told only where there is nothing else.
    let expected = [
        ([0, 1, 2, 3].as_slice(), [1, 2, 3].as_slice()),
        (&[5, 6, 7], &[5, 6]),
    ];
    let told: Vec<(&[usize], &[usize])> = knots
        .iter()
        .map(|knot| (knot.members.as_slice(), knot.cycle.as_slice()))
        .collect();
    assert_eq!(told, expected);
    assert!(knots.iter().all(|knot| knot.is_shortest));
    assert_eq!(found(4, &path(4)), []);
}

#[test]
fn a_very_long_cycle_is_found_and_needs_no_deep_stack() {
    let count = 100_000;
    let mut edges = path(count);
    edges.push((count - 1, 0));
    let knots = found(count, &edges);
    assert_eq!(knots.len(), 1);
    assert_eq!(knots[0].cycle, (0..count).collect::<Vec<_>>());
    assert!(!knots[0].is_shortest, "not all could be looked at");
}

fn chains(count: usize, edges: &[(usize, usize)], most: usize) -> Vec<Vec<Vec<usize>>> {
    let graph = Digraph::new(count, edges.iter().copied());
    let strong = Strong::of(&graph);
    let chains = longest_chains(&graph, &strong, most, 2).into_iter();
    chains
        .map(|chain| chain.into_iter().map(<[usize]>::to_vec).collect())
        .collect()
}

#[test]
fn chains_are_as_long_as_can_be_and_cycles_are_one_link() {
    assert_eq!(chains(4, &path(4), 3), [[[0], [1], [2], [3]]]);
    // 1, 2 and 3 reach each other; 5 is beside.
    let edges = [(0, 1), (1, 2), (2, 3), (3, 1), (3, 4), (0, 5), (6, 5)];
    let expected = vec![vec![vec![0], vec![1, 2, 3], vec![4]], vec![vec![6], vec![5]]];
    assert_eq!(chains(7, &edges, 3), expected);
    assert_eq!(chains(3, &[], 3), Vec::<Vec<Vec<usize>>>::new());
}

/// Small graphs of any shape.
fn graphs() -> impl Strategy<Value = Digraph> {
    (1..9_usize).prop_flat_map(|count| {
        vec((0..count, 0..count), 0..24).prop_map(move |edges| Digraph::new(count, edges))
    })
}

/// Every way without a node twice that begins with `way`.
fn ways_on(graph: &Digraph, way: &[usize], tell: &mut impl FnMut(&[usize])) {
    tell(way);
    for next in way.last().into_iter().flat_map(|last| graph.successors(*last)) {
        if !way.contains(next) {
            let longer: Vec<usize> = way.iter().copied().chain([*next]).collect();
            ways_on(graph, &longer, tell);
        }
    }
}

fn all_ways(graph: &Digraph) -> Vec<Vec<usize>> {
    let mut ways = Vec::new();
    for start in 0..graph.nodes() {
        ways_on(graph, &[start], &mut |way| ways.push(way.to_vec()));
    }
    ways
}

/// The shortest ways from one node to another.
fn shortest(ways: &[Vec<usize>], from: usize, to: usize) -> Vec<&Vec<usize>> {
    let ends = |way: &&Vec<usize>| way.first() == Some(&from) && way.last() == Some(&to);
    let between: Vec<&Vec<usize>> = ways.iter().filter(ends).collect();
    let least = between.iter().map(|way| way.len()).min().unwrap_or_default();
    between.into_iter().filter(|way| way.len() == least).collect()
}

fn share_by_definition(ways: &[Vec<usize>], count: usize, node: usize) -> f64 {
    let (mut through, mut pairs) = (0.0, 0.0);
    for (from, to) in (0..count).flat_map(|from| (0..count).map(move |to| (from, to))) {
        let between = shortest(ways, from, to);
        if from == to || from == node || to == node || between.is_empty() {
            continue;
        }
        let (mut with, mut all) = (0.0, 0.0);
        for way in between {
            all += 1.0;
            with += if way.contains(&node) { 1.0 } else { 0.0 };
        }
        through += with / all;
        pairs += 1.0;
    }
    if pairs > 0.0 { through / pairs } else { 0.0 }
}

/// Whether each leads to the next, and the last to the first.
fn is_cycle(graph: &Digraph, cycle: &[usize]) -> bool {
    let next = cycle.iter().cycle().skip(1);
    cycle
        .iter()
        .zip(next)
        .all(|(node, next)| graph.successors(*node).contains(next))
}

proptest! {
    #[test]
    fn betweenness_is_what_its_definition_says(graph in graphs()) {
        let ways = all_ways(&graph);
        let nodes: Vec<usize> = (0..graph.nodes()).collect();
        for (node, share) in ways_through(&graph, &nodes).into_iter().enumerate() {
            let expected = share_by_definition(&ways, graph.nodes(), node) * f64::from(MILLION);
            prop_assert!((f64::from(share) - expected).abs() < 1.0, "{share} for {expected}");
        }
    }

    #[test]
    fn knots_are_who_reach_each_other_and_no_cycle_is_shorter(graph in graphs()) {
        let ways = all_ways(&graph);
        let reaches = |from, to| from == to || !shortest(&ways, from, to).is_empty();
        let strong = Strong::of(&graph);
        let found = knots(&graph, &strong);
        prop_assert_eq!(found.len(), strong.cyclic());
        for (one, other) in (0..graph.nodes()).flat_map(|one| (0..one).map(move |other| (one, other))) {
            let together = found.iter().any(|knot| knot.members.contains(&one) && knot.members.contains(&other));
            prop_assert_eq!(together, reaches(one, other) && reaches(other, one));
        }
        for knot in &found {
            prop_assert!(is_cycle(&graph, &knot.cycle) && knot.is_shortest);
            let one_way = graph.one_way();
            let within = |way: &&Vec<usize>| way.len() > 1 && knot.members.contains(&way[0]);
            let cycles = ways.iter().filter(within).filter(|way| is_cycle(&one_way, way));
            prop_assert_eq!(cycles.map(Vec::len).min().unwrap_or(2), knot.cycle.len());
        }
    }

    #[test]
    fn no_chain_is_longer_than_the_longest(graph in graphs()) {
        let strong = Strong::of(&graph);
        let chains = longest_chains(&graph, &strong, 3, 1);
        let links = |way: &Vec<usize>| {
            let mut links: Vec<usize> = way.iter().map(|node| strong.of[*node]).collect();
            links.dedup();
            links.len()
        };
        prop_assert_eq!(chains.first().map(Vec::len), all_ways(&graph).iter().map(links).max());
        for chain in &chains {
            for pair in chain.windows(2) {
                let mut ends = pair[0].iter().flat_map(|node| graph.successors(*node));
                prop_assert!(ends.any(|end| pair[1].contains(end)), "{pair:?} is no step");
            }
        }
        let mut all: Vec<&[usize]> = chains.into_iter().flatten().collect();
        let count = all.len();
        all.sort_unstable();
        all.dedup();
        prop_assert_eq!(all.len(), count, "chains share nothing");
    }
}
