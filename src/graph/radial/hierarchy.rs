//! The hierarchy of teams: who is part of whom, and in which order they stand.

use super::RimTeam;
use crate::text::folded;

/// Teams as a forest, whatever their parents are said to be.
#[derive(Debug)]
pub(super) struct Hierarchy {
    /// All teams, a team before its parts, and parts of one team by title.
    pub(super) order: Vec<usize>,
    /// By position; a circle of parents is cut where its first team stands.
    pub(super) parent: Vec<Option<usize>>,
    /// Of a team without a parent it is 1.
    pub(super) depth: Vec<usize>,
}

impl Hierarchy {
    pub(super) fn of(teams: &[RimTeam]) -> Self {
        let mut sorted: Vec<usize> = (0..teams.len()).collect();
        sorted.sort_by_cached_key(|at| (folded(&teams[*at].title), &teams[*at].id));
        let parent = |at: usize| teams[at].parent.filter(|parent| *parent < teams.len());
        let mut parts = vec![Vec::new(); teams.len()];
        for at in sorted.iter().rev() {
            if let Some(parent) = parent(*at) {
                parts[parent].push(*at);
            }
        }
        let mut found = Self {
            order: Vec::with_capacity(teams.len()),
            parent: vec![None; teams.len()],
            depth: vec![0; teams.len()],
        };
        for root in sorted.iter().filter(|at| parent(**at).is_none()) {
            found.walk(*root, &parts);
        }
        // What is left goes round in a circle.
        for start in &sorted {
            found.walk(*start, &parts);
        }
        found
    }

    /// Takes a team and everything below it that was not met yet.
    fn walk(&mut self, root: usize, parts: &[Vec<usize>]) {
        let mut waiting = vec![(root, None)];
        while let Some((at, parent)) = waiting.pop() {
            if self.depth[at] > 0 {
                continue;
            }
            self.parent[at] = parent;
            self.depth[at] = parent.map_or(1, |parent: usize| self.depth[parent] + 1);
            self.order.push(at);
            waiting.extend(parts[at].iter().map(|part| (*part, Some(at))));
        }
    }

    /// The teams above `team`, the nearest first.
    pub(super) fn above(&self, team: usize) -> impl Iterator<Item = usize> {
        std::iter::successors(self.parent[team], |team| self.parent[*team])
    }
}
