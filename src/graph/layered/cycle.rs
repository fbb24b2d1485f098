//! Cycles: which edges are set against the flow, so that the others have none.
//!
//! Within each strongly connected part along one of two orders, of which the better drawing is taken: the greedy
//! one of Eades, Lin and Smyth (1993), improved by moving single nodes to where fewest weights go back; or the one in
//! which a depth-first walk ends, which sets more edges back, and often has them cross less. An edge that lies on no
//! cycle goes with the flow.

use super::Node;
use super::component::Link;
use super::strong;

/// Which edges go back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Method {
    /// As few as can be found.
    Greedy,
    /// Those that lead back on a walk from node to node.
    Walk,
}

/// Turns the links that go against the flow, so that `left` comes before `right` in all; says how many.
pub(super) fn break_cycles(links: &mut [Link], nodes: &[Node], method: Method) -> usize {
    let within = |link: &Link| nodes[link.left].place == nodes[link.right].place;
    let inner = links.iter().filter(|link| within(link));
    let part = strong::parts(nodes.len(), inner.map(|link| (link.left, link.right)));
    let place = match method {
        Method::Greedy => Order::new(links, nodes, &part).place,
        Method::Walk => walk(links, nodes.len()),
    };
    for link in links.iter_mut() {
        let (left, right) = (link.left, link.right);
        link.is_back = if nodes[left].place == nodes[right].place {
            part[left] == part[right] && place[left] > place[right]
        } else {
            nodes[left].place > nodes[right].place
        };
        if link.is_back {
            (link.left, link.right) = (right, left);
        }
    }
    links.iter().filter(|link| link.is_back).count()
}

/// The places of the nodes in the order in which a walk leaves them, the last first.
fn walk(links: &[Link], count: usize) -> Vec<usize> {
    let mut next = vec![Vec::new(); count];
    for link in links {
        next[link.left].push(link.right);
    }
    let (mut seen, mut place, mut left) = (vec![false; count], vec![0; count], count);
    for start in 0..count {
        strong::visit(start, &next, &mut seen, |node| {
            left -= 1;
            place[node] = left;
        });
    }
    place
}

/// The nodes in a row, along which few edges go back.
struct Order {
    /// For each node its neighbours in the same part: the weight of the edge to it, or, less than 0, from it.
    near: Vec<Vec<(usize, i64)>>,
    row: Vec<usize>,
    place: Vec<usize>,
}

/// The weights of a node's edges to those that are not yet in the row, and from them.
struct Flow {
    given: i64,
    taken: i64,
}

impl Flow {
    const fn surplus(&self) -> i64 {
        self.given - self.taken
    }
}

/// Passes over the row that look for improvements.
const PASSES: usize = 8;

impl Order {
    fn new(links: &[Link], nodes: &[Node], part: &[usize]) -> Self {
        let count = nodes.len();
        let mut near = vec![Vec::new(); count];
        for link in links {
            let (from, to, weight) = (link.left, link.right, i64::from(link.weight.max(1)));
            if part[from] == part[to] && nodes[from].place == nodes[to].place {
                near[from].push((to, weight));
                near[to].push((from, -weight));
            }
        }
        let mut order = Self {
            near,
            row: Vec::with_capacity(count),
            place: vec![0; count],
        };
        let mut parts: Vec<Vec<usize>> = vec![Vec::new(); count];
        for (node, part) in part.iter().enumerate() {
            parts[*part].push(node);
        }
        let mut flow = order.flow();
        for part in parts {
            order.append(part, &mut flow);
        }
        for (place, node) in order.row.iter().enumerate() {
            order.place[*node] = place;
        }
        for _ in 0..PASSES {
            if !order.improve() {
                break;
            }
        }
        order
    }

    /// What each node gives and takes within its part.
    fn flow(&self) -> Vec<Flow> {
        let of = |near: &Vec<(usize, i64)>| Flow {
            given: near.iter().map(|(_, weight)| weight.max(&0)).sum(),
            taken: near.iter().map(|(_, weight)| -weight.min(&0)).sum(),
        };
        self.near.iter().map(of).collect()
    }

    /// Adds a part: sinks to its end, sources to its begin, then whichever gives most more than it takes.
    fn append(&mut self, mut rest: Vec<usize>, flow: &mut [Flow]) {
        let (mut left, mut right) = (Vec::new(), Vec::new());
        while !rest.is_empty() {
            let sink = rest.iter().position(|node| flow[*node].given == 0);
            let source = || rest.iter().position(|node| flow[*node].taken == 0);
            let surplus = |at: &usize| (flow[rest[*at]].surplus(), std::cmp::Reverse(*at));
            let greatest = || (0..rest.len()).max_by_key(surplus);
            let node = rest.remove(sink.or_else(source).or_else(greatest).unwrap_or(0));
            for (other, weight) in &self.near[node] {
                flow[*other].taken -= weight.max(&0);
                flow[*other].given += weight.min(&0);
            }
            if sink.is_some() {
                right.push(node);
            } else {
                left.push(node);
            }
        }
        self.row.extend(left);
        self.row.extend(right.into_iter().rev());
    }

    /// Moves each node to where fewest weights go back; says whether any moved.
    fn improve(&mut self) -> bool {
        let mut is_better = false;
        for node in 0..self.near.len() {
            let at = self.place[node];
            let mut near: Vec<(usize, i64)> = self.near[node]
                .iter()
                .map(|(other, weight)| (self.place[*other], *weight))
                .collect();
            near.sort_unstable();
            let first = near.first().map_or(at, |(place, _)| *place);
            // Behind each neighbour: what goes back more than if the node stood before all.
            let (mut cost, mut own, mut best) = (0, 0, (0, None));
            for (place, weight) in near {
                cost += weight;
                if place < at {
                    own = cost;
                }
                if cost < best.0 {
                    best = (cost, Some(place));
                }
            }
            if best.0 < own {
                let to = match best.1 {
                    None => first,
                    Some(place) if place < at => place + 1,
                    Some(place) => place,
                };
                self.shift(at, to);
                is_better = true;
            }
        }
        is_better
    }

    fn shift(&mut self, from: usize, to: usize) {
        let node = self.row.remove(from);
        self.row.insert(to, node);
        for place in from.min(to)..=from.max(to) {
            self.place[self.row[place]] = place;
        }
    }
}
