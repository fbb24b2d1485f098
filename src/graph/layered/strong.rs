//! Strongly connected parts: sets of nodes that all reach each other (Kosaraju; Sharir 1981).

/// Gives each node the number of its part. An edge that leads from one part to another lies on no cycle.
pub(super) fn parts(count: usize, edges: impl Iterator<Item = (usize, usize)>) -> Vec<usize> {
    let (mut next, mut back) = (vec![Vec::new(); count], vec![Vec::new(); count]);
    for (from, to) in edges {
        next[from].push(to);
        back[to].push(from);
    }
    let mut finished = Vec::with_capacity(count);
    let mut seen = vec![false; count];
    for start in 0..count {
        visit(start, &next, &mut seen, |node| finished.push(node));
    }
    let mut part = vec![0; count];
    let mut seen = vec![false; count];
    for (number, start) in finished.iter().rev().enumerate() {
        visit(*start, &back, &mut seen, |node| part[node] = number);
    }
    part
}

/// Tells of the nodes that are reached from `start` and not yet seen, each after those reached from it.
pub(super) fn visit(start: usize, next: &[Vec<usize>], seen: &mut [bool], mut tell: impl FnMut(usize)) {
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
