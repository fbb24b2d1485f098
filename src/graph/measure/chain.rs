//! The longest chains: ways on which each node leads to the next, and no way comes back.
//!
//! In a graph with cycles there is no telling how long a way could be made, so they are taken as one link each: the
//! longest ways in the condensation, found link by link from the ends, as in the critical path method (Kelley and
//! Walker 1959).

use super::{Digraph, Strong};

/// At most `most` chains, the longest first, each of `shortest` links or more and without the links of those before
/// it. A link is a component's nodes, in order: one of them, or several that reach each other.
pub(crate) fn longest_chains<'s>(
    graph: &Digraph,
    strong: &'s Strong,
    most: usize,
    shortest: usize,
) -> Vec<Vec<&'s [usize]>> {
    let mut is_taken = vec![false; strong.members.len()];
    let mut chains = Vec::new();
    while chains.len() < most {
        let chain = longest(graph, strong, &is_taken);
        if chain.is_empty() || chain.len() < shortest {
            break;
        }
        for link in &chain {
            is_taken[*link] = true;
        }
        chains.push(
            chain
                .into_iter()
                .map(|link| strong.members[link].as_slice())
                .collect(),
        );
    }
    chains
}

/// What begins at a component: how many links, and the second of them.
#[derive(Clone, Copy, Default)]
struct Ahead {
    links: usize,
    next: Option<usize>,
}

/// The components of a longest chain of those that are not taken. Among equals that with the lowest nodes.
fn longest(graph: &Digraph, strong: &Strong, is_taken: &[bool]) -> Vec<usize> {
    let first = |component: usize| strong.members[component].first().copied();
    let better = |ahead: &[Ahead], one: usize, other: Option<usize>| {
        other.is_none_or(|other| {
            let (own, best) = (ahead[one].links, ahead[other].links);
            own > best || (own == best && first(one) < first(other))
        })
    };
    let mut ahead = vec![Ahead::default(); strong.members.len()];
    let mut start = None;
    // Whatever a component leads to stands before it.
    for (component, members) in strong.members.iter().enumerate() {
        if is_taken[component] {
            continue;
        }
        let mut next = None;
        for end in members.iter().flat_map(|node| graph.successors(*node)) {
            let other = strong.of[*end];
            if other != component && !is_taken[other] && better(&ahead, other, next) {
                next = Some(other);
            }
        }
        let links = 1 + next.map_or(0, |next| ahead[next].links);
        ahead[component] = Ahead { links, next };
        if better(&ahead, component, start) {
            start = Some(component);
        }
    }
    std::iter::successors(start, |component| ahead[*component].next).collect()
}
