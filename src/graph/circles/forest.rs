//! What is drawn: the circles, who holds whom, and what is only counted.

use super::Delegated;
use crate::model::PartyKind;
use crate::text::folded;

/// With more roles, each is counted in its delegator's circle and not drawn.
pub(super) const MOST_ROLES: usize = 600;

/// What a circle stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stands {
    /// For the party at this position.
    Party(usize),
    /// For roles in the circle that holds it.
    Rest,
}

/// One circle that is drawn.
#[derive(Clone, Debug)]
pub(super) struct Node {
    pub(super) stands: Stands,
    /// The circle that holds it, by position in the forest; before it.
    pub(super) parent: Option<usize>,
    /// The circles in it, the first to be placed first.
    pub(super) children: Vec<usize>,
    /// The roles in it, itself included, drawn or not.
    pub(super) roles: usize,
    /// How many of them are counted only.
    pub(super) hidden: usize,
    /// How many of these nobody keeps.
    pub(super) hidden_vacant: usize,
}

impl Node {
    fn hide(&mut self, one: &Delegated) {
        self.hidden += usize::from(one.kind == PartyKind::Role);
        self.hidden_vacant += usize::from(one.kind == PartyKind::Role && one.is_vacant);
    }
}

/// All circles, a circle before those in it.
#[derive(Debug)]
pub(super) struct Forest {
    pub(super) nodes: Vec<Node>,
    /// The circles that nothing holds.
    pub(super) roots: Vec<usize>,
    /// The roles among all that was given.
    pub(super) roles: usize,
}

/// The input as a forest, by position.
#[derive(Debug)]
pub(super) struct Tree {
    /// A party before those it delegated to.
    order: Vec<usize>,
    parent: Vec<Option<usize>>,
    children: Vec<Vec<usize>>,
    depth: Vec<usize>,
    /// With itself.
    roles: Vec<usize>,
}

impl Tree {
    pub(super) fn of(all: &[Delegated]) -> Self {
        let mut sorted: Vec<usize> = (0..all.len()).collect();
        sorted.sort_by_cached_key(|at| (folded(&all[*at].title), &all[*at].id));
        let parent = |at: usize| all[at].parent.filter(|parent| *parent < all.len());
        let mut below = vec![Vec::new(); all.len()];
        for at in sorted.iter().rev() {
            if let Some(parent) = parent(*at) {
                below[parent].push(*at);
            }
        }
        let mut tree = Self {
            order: Vec::with_capacity(all.len()),
            parent: vec![None; all.len()],
            children: vec![Vec::new(); all.len()],
            depth: vec![0; all.len()],
            roles: all
                .iter()
                .map(|one| usize::from(one.kind == PartyKind::Role))
                .collect(),
        };
        for root in sorted.iter().filter(|at| parent(**at).is_none()) {
            tree.walk(*root, &below);
        }
        // What is left goes round in a circle.
        for start in &sorted {
            tree.walk(*start, &below);
        }
        for at in tree.order.iter().rev() {
            if let Some(parent) = tree.parent[*at] {
                tree.roles[parent] += tree.roles[*at];
            }
        }
        tree
    }

    fn walk(&mut self, root: usize, below: &[Vec<usize>]) {
        let mut waiting = vec![(root, None)];
        while let Some((at, parent)) = waiting.pop() {
            if self.depth[at] > 0 {
                continue;
            }
            self.parent[at] = parent;
            self.depth[at] = parent.map_or(1, |parent: usize| self.depth[parent] + 1);
            if let Some(parent) = parent {
                self.children[parent].push(at);
            }
            self.order.push(at);
            waiting.extend(below[at].iter().map(|child| (*child, Some(at))));
        }
    }

    fn is_leaf(&self, at: usize) -> bool {
        self.children[at].is_empty()
    }
}

impl Forest {
    /// The circles of so many levels; what lies deeper is counted.
    pub(super) fn of(all: &[Delegated], tree: &Tree, levels: usize) -> Self {
        let roles = tree
            .order
            .iter()
            .filter(|at| all[**at].kind == PartyKind::Role)
            .count();
        let folds = roles > MOST_ROLES;
        let mut forest = Self {
            nodes: Vec::with_capacity(all.len()),
            roots: Vec::new(),
            roles,
        };
        let mut node_of: Vec<Option<usize>> = vec![None; all.len()];
        for at in &tree.order {
            let is_hidden = tree.depth[*at] > levels
                || folds
                    && tree.is_leaf(*at)
                    && all[*at].kind == PartyKind::Role
                    && tree.parent[*at].is_some();
            let parent = tree.parent[*at].and_then(|parent| node_of[parent]);
            match (is_hidden, parent) {
                (true, Some(parent)) => {
                    // Only its nearest drawn delegator counts it.
                    node_of[*at] = Some(parent);
                    forest.nodes[parent].hide(&all[*at]);
                }
                _ => node_of[*at] = Some(forest.push(Stands::Party(*at), parent, tree.roles[*at])),
            }
        }
        forest.count_rests();
        forest
    }

    fn push(&mut self, stands: Stands, parent: Option<usize>, roles: usize) -> usize {
        let at = self.nodes.len();
        match parent {
            Some(parent) => self.nodes[parent].children.push(at),
            None => self.roots.push(at),
        }
        self.nodes.push(Node {
            stands,
            parent,
            children: Vec::new(),
            roles,
            hidden: 0,
            hidden_vacant: 0,
        });
        at
    }

    /// Beside circles that are drawn, those that are not are one circle with their number.
    fn count_rests(&mut self) {
        for at in 0..self.nodes.len() {
            let Node {
                hidden,
                hidden_vacant,
                ..
            } = self.nodes[at];
            if hidden > 0 && !self.nodes[at].children.is_empty() {
                let rest = self.push(Stands::Rest, Some(at), hidden);
                (self.nodes[rest].hidden, self.nodes[rest].hidden_vacant) = (hidden, hidden_vacant);
                (self.nodes[at].hidden, self.nodes[at].hidden_vacant) = (0, 0);
            }
        }
    }
}
