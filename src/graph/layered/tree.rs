//! A spanning tree of arcs that are as short as they may be, exchanged arc by arc: network simplex.

/// An arc, which is at least `least` long.
#[derive(Clone, Copy, Debug)]
pub(super) struct Arc {
    tail: usize,
    head: usize,
    least: i64,
    weight: i64,
}

impl Arc {
    pub(super) const fn new(tail: usize, head: usize, least: i64, weight: i64) -> Self {
        Self {
            tail,
            head,
            least,
            weight,
        }
    }
}

/// Ranks of nodes, and the tree that fixes them.
pub(super) struct Tree {
    arcs: Vec<Arc>,
    /// The arcs at each node.
    at: Vec<Vec<usize>>,
    ranks: Vec<i64>,
    is_in: Vec<bool>,
    /// The nodes from the root on, each after the one above it.
    from_root: Vec<usize>,
    /// The arc that leads to the node above.
    above: Vec<Option<usize>>,
    /// The places in `from_root` of a node and of the last below it.
    span: Vec<(usize, usize)>,
}

impl Tree {
    /// The arcs join all nodes and have no cycle.
    pub(super) fn new(count: usize, arcs: Vec<Arc>) -> Self {
        let mut at = vec![Vec::new(); count];
        for (number, arc) in arcs.iter().enumerate() {
            at[arc.tail].push(number);
            at[arc.head].push(number);
        }
        let mut tree = Self {
            ranks: longest_paths(&arcs, &at),
            is_in: vec![false; arcs.len()],
            from_root: Vec::new(),
            above: vec![None; count],
            span: vec![(0, 0); count],
            at,
            arcs,
        };
        tree.grow();
        tree
    }

    pub(super) fn ranks(&self) -> &[i64] {
        &self.ranks
    }

    fn slack(&self, arc: usize) -> i64 {
        let Arc {
            tail, head, least, ..
        } = self.arcs[arc];
        self.ranks[head] - self.ranks[tail] - least
    }

    /// Joins all nodes by arcs without slack, moving what is joined so far towards the next.
    fn grow(&mut self) {
        let mut joined = vec![false; self.ranks.len()];
        let mut members = Vec::new();
        self.join(0, &mut joined, &mut members);
        while members.len() < self.ranks.len() {
            let leaves = |arc: &usize| joined[self.arcs[*arc].tail] != joined[self.arcs[*arc].head];
            let open = (0..self.arcs.len()).filter(leaves);
            let Some(next) = open.min_by_key(|arc| (self.slack(*arc), *arc)) else {
                break;
            };
            let Arc { tail, head, .. } = self.arcs[next];
            let by = if joined[tail] {
                self.slack(next)
            } else {
                -self.slack(next)
            };
            for node in &members {
                self.ranks[*node] += by;
            }
            self.is_in[next] = true;
            let new = if joined[tail] { head } else { tail };
            self.join(new, &mut joined, &mut members);
        }
        self.trace();
    }

    /// Joins a node and all that arcs without slack lead to.
    fn join(&mut self, start: usize, joined: &mut [bool], members: &mut Vec<usize>) {
        let mut open = vec![start];
        joined[start] = true;
        while let Some(node) = open.pop() {
            members.push(node);
            for arc in &self.at[node] {
                let other = self.arcs[*arc].tail + self.arcs[*arc].head - node;
                if !joined[other] && self.slack(*arc) == 0 {
                    joined[other] = true;
                    self.is_in[*arc] = true;
                    open.push(other);
                }
            }
        }
    }

    /// Walks the tree from its root.
    fn trace(&mut self) {
        self.from_root.clear();
        let mut open = vec![(0, None)];
        while let Some((node, above)) = open.pop() {
            self.span[node] = (self.from_root.len(), self.from_root.len());
            self.from_root.push(node);
            self.above[node] = above;
            for arc in &self.at[node] {
                if self.is_in[*arc] && Some(*arc) != above {
                    open.push((self.arcs[*arc].tail + self.arcs[*arc].head - node, Some(*arc)));
                }
            }
        }
        for node in self.from_root.iter().rev() {
            let last = self.span[*node].1;
            if let Some(above) = self.parent(*node) {
                self.span[above].1 = self.span[above].1.max(last);
            }
        }
    }

    fn parent(&self, node: usize) -> Option<usize> {
        let arc = self.arcs[self.above[node]?];
        Some(arc.tail + arc.head - node)
    }

    /// Exchanges the arc that costs most for one that costs less; says whether there was one.
    pub(super) fn exchange(&mut self) -> bool {
        let Some(node) = self.costliest() else {
            return false;
        };
        let Some(leaving) = self.above[node] else {
            return false;
        };
        let (first, last) = self.span[node];
        let is_below = |node: usize| (first..=last).contains(&self.span[node].0);
        let tail_is_below = self.arcs[leaving].tail == node;
        let enters = |arc: &usize| {
            let Arc { tail, head, .. } = self.arcs[*arc];
            is_below(tail) != tail_is_below && is_below(head) == tail_is_below
        };
        let candidates = (0..self.arcs.len()).filter(enters);
        let Some(entering) = candidates.min_by_key(|arc| (self.slack(*arc), *arc)) else {
            return false;
        };
        let by = if tail_is_below {
            -self.slack(entering)
        } else {
            self.slack(entering)
        };
        for below in &self.from_root[first..=last] {
            self.ranks[*below] += by;
        }
        self.is_in[leaving] = false;
        self.is_in[entering] = true;
        self.trace();
        true
    }

    /// The node whose arc to the one above would be better longer, by the greatest weight.
    ///
    /// What goes out of all nodes below, less what comes in, is the weight that this arc saves or costs.
    fn costliest(&self) -> Option<usize> {
        let mut surplus = vec![0; self.ranks.len()];
        for arc in &self.arcs {
            surplus[arc.tail] += arc.weight;
            surplus[arc.head] -= arc.weight;
        }
        let mut worst = (0, None);
        for node in self.from_root.iter().rev() {
            let (Some(arc), Some(above)) = (self.above[*node], self.parent(*node)) else {
                continue;
            };
            surplus[above] += surplus[*node];
            let value = if self.arcs[arc].tail == *node {
                surplus[*node]
            } else {
                -surplus[*node]
            };
            if value < worst.0 {
                worst = (value, Some(*node));
            }
        }
        worst.1
    }
}

/// Each node as far left as the arcs let it be.
fn longest_paths(arcs: &[Arc], at: &[Vec<usize>]) -> Vec<i64> {
    let mut ranks = vec![0; at.len()];
    let mut waits = vec![0; at.len()];
    for arc in arcs {
        waits[arc.head] += 1;
    }
    let mut ready: Vec<usize> = (0..at.len()).filter(|node| waits[*node] == 0).collect();
    while let Some(node) = ready.pop() {
        for arc in at[node]
            .iter()
            .map(|arc| arcs[*arc])
            .filter(|arc| arc.tail == node)
        {
            ranks[arc.head] = ranks[arc.head].max(ranks[node] + arc.least);
            waits[arc.head] -= 1;
            if waits[arc.head] == 0 {
                ready.push(arc.head);
            }
        }
    }
    ranks
}
