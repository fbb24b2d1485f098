//! Cycles: which edges are set against the flow, so that the others have none.
//!
//! Those that lead back on a depth-first walk (Gansner, Koutsofios, North and Vo 1993): each of them lies on a cycle.
//! Greedy orders (Eades, Lin and Smyth 1993) set fewer edges back, but edges cross more then, and one edge more in the
//! graph may turn the whole order. A walk in the nodes' own order stays what it was but for where the edge is.

use super::Node;
use super::component::Link;

/// Turns the links that go against the flow, so that `left` comes before `right` in all.
pub(super) fn break_cycles(links: &mut [Link], nodes: &[Node]) {
    let within = |link: &Link| nodes[link.left].place == nodes[link.right].place;
    let place = walk(links.iter().filter(|link| within(link)), nodes.len());
    for link in links.iter_mut() {
        link.is_back = if within(link) {
            place[link.left] > place[link.right]
        } else {
            nodes[link.left].place > nodes[link.right].place
        };
        if link.is_back {
            (link.left, link.right) = (link.right, link.left);
        }
    }
}

/// The places of the nodes in the order in which a walk leaves them, the last first.
fn walk<'l>(links: impl Iterator<Item = &'l Link>, count: usize) -> Vec<usize> {
    let mut next = vec![Vec::new(); count];
    for link in links {
        next[link.left].push(link.right);
    }
    let (mut seen, mut place, mut left) = (vec![false; count], vec![0; count], count);
    for start in 0..count {
        visit(start, &next, &mut seen, |node| {
            left -= 1;
            place[node] = left;
        });
    }
    place
}

/// Tells of the nodes that are reached from `start` and not yet seen, each after those reached from it.
fn visit(start: usize, next: &[Vec<usize>], seen: &mut [bool], mut tell: impl FnMut(usize)) {
    if std::mem::replace(&mut seen[start], true) {
        return;
    }
    let mut path = vec![(start, next[start].iter())];
    while let Some((node, rest)) = path.last_mut() {
        if let Some(found) = rest.find(|next| !seen[**next]) {
            seen[*found] = true;
            path.push((*found, next[*found].iter()));
        } else {
            tell(*node);
            path.pop();
        }
    }
}
