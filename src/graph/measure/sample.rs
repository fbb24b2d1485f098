//! From which nodes ways are followed: from all of them, or in a large graph from a sample.

use super::Digraph;

/// How many nodes and edges are looked at in all; two processors take about two thirds of a second for that. The fewer,
/// the more those who stand first owe it to chance: with half of it, of roles that are much alike, their shares were told
/// by half too large.
const MOST_LOOKS: usize = 100_000_000;

/// Nodes from which ways are followed.
#[derive(Debug)]
pub(crate) struct Sources {
    /// The nodes, in order.
    pub(crate) nodes: Vec<usize>,
    /// How many nodes there are at which ways begin.
    pub(crate) all: usize,
}

/// The nodes from which to follow all shortest ways: all at which any begins, or so many of these as there is time
/// for, as evenly drawn as by chance (the sampling that Brandes and Pich found best, 2007), but always the same.
pub(crate) fn sources(graph: &Digraph) -> Sources {
    let begins = |node: &usize| !graph.successors(*node).is_empty();
    let nodes: Vec<usize> = (0..graph.nodes()).filter(begins).collect();
    Sources {
        all: nodes.len(),
        nodes: drawn(nodes, MOST_LOOKS / (graph.nodes() + graph.edges()).max(1)),
    }
}

/// At most so many of `nodes`, but at least one, in their order.
fn drawn(mut nodes: Vec<usize>, most: usize) -> Vec<usize> {
    if nodes.len() <= most {
        return nodes;
    }
    let mut numbered: Vec<(u64, usize)> = (0..).map(mixed).zip(nodes).collect();
    numbered.sort_unstable();
    nodes = numbered
        .into_iter()
        .take(most.max(1))
        .map(|(_, node)| node)
        .collect();
    nodes.sort_unstable();
    nodes
}

/// A number that looks like chance: the `number`th of `SplitMix64` (Steele, Lea and Flood 2014).
const fn mixed(number: u64) -> u64 {
    let seed = number.wrapping_add(1).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    let half = (seed ^ (seed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let whole = (half ^ (half >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    whole ^ (whole >> 31)
}

#[cfg(test)]
mod tests {
    use super::super::{Digraph, ways_through};
    use super::{drawn, mixed};

    #[test]
    fn numbers_are_those_of_the_paper() {
        // The first of the generator's reference implementation from the seed 0.
        assert_eq!(
            [mixed(0), mixed(1)],
            [0xe220_a839_7b1d_cdaf, 0x6e78_9e6a_a1b9_65f4]
        );
    }

    #[test]
    fn a_sample_is_as_large_as_asked_for_and_from_everywhere() {
        assert_eq!(drawn(vec![4, 6, 7], 3), [4, 6, 7]);
        assert_eq!(drawn(vec![], 5), [0_usize; 0]);
        assert_eq!(drawn(vec![4, 6, 7], 0).len(), 1);
        let drawn = drawn((0..10_000).collect(), 1_000);
        assert_eq!(drawn.len(), 1_000);
        assert!(
            drawn.windows(2).all(|pair| pair[0] < pair[1]),
            "each once, in order"
        );
        for part in 0..10 {
            let within = drawn.iter().filter(|node| **node / 1_000 == part).count();
            assert!((60..=140).contains(&within), "{within} of part {part}");
        }
    }

    #[test]
    fn a_sample_tells_through_whom_most_ways_lead() {
        // Everyone and the three below them rely on each other, seven levels deep.
        let count = 1_093;
        let edges = (1..count).flat_map(|node| [(node, (node - 1) / 3), ((node - 1) / 3, node)]);
        let graph = Digraph::new(count, edges);
        let exact = ways_through(&graph, &(0..count).collect::<Vec<_>>());
        let estimated = ways_through(&graph, &drawn((0..count).collect(), count / 3));
        let told = exact
            .iter()
            .zip(&estimated)
            .filter(|(exact, _)| **exact > 100_000);
        assert_eq!(told.clone().count(), 13, "the first three levels");
        for (exact, estimated) in told {
            let off = exact.abs_diff(*estimated);
            assert!(off * 5 < *exact, "{estimated} where {exact} is right");
        }
    }
}
