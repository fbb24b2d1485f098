//! Where the circles stand, in whole drawing units.

use super::Delegated;
use super::enclose::enclose;
use super::forest::{Forest, Node, Stands};
use super::pack::pack;
use crate::graph::rounding::{real, up_to, whole};
use crate::graph::turn::Spot;

/// Between siblings. Rounding takes at most two units of it.
pub(super) const GAP: f64 = 5.0;
/// Between the drawing's border and what is in it.
const MARGIN: i32 = 8;
/// Radii of circles that hold others are multiples of this, so that a small edit changes fewer.
const GRID: i32 = 12;
/// How much is free at the top for a title, in tenths of its size.
const FREE_TENTHS: i32 = 17;
/// Where roles are counted, the whole has about this radius.
const FOLDED_REACH: f64 = 620.0;

/// Where a circle stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Place {
    pub(super) x: i32,
    pub(super) y: i32,
    pub(super) radius: i32,
    /// The size of its title along the upper rim; 0 where the title stands in its middle.
    pub(super) heading: i32,
}

#[derive(Debug)]
pub(super) struct Layout {
    /// By position in the forest.
    pub(super) places: Vec<Place>,
    pub(super) width: i32,
    pub(super) height: i32,
}

impl Layout {
    pub(super) fn of(all: &[Delegated], forest: &Forest) -> Self {
        let unit = unit(forest);
        let largest = if forest.roles <= 60 { 22 } else { 44 };
        let mut layout = Self {
            places: vec![Place::default(); forest.nodes.len()],
            width: 0,
            height: 0,
        };
        // What a circle holds has a size before it has.
        for (at, node) in forest.nodes.iter().enumerate().rev() {
            if node.children.is_empty() {
                layout.places[at].radius = up_to(leaf(unit, node), 1);
            } else {
                let inner = layout.arrange(&node.children, all, forest);
                let heading = match node.children.len() {
                    1 => (inner / 14).clamp(12, 24),
                    _ => (inner / 9).clamp(13, largest),
                };
                layout.places[at].heading = heading;
                layout.raise(&node.children, inner, at);
            }
        }
        let reach = layout.arrange(&forest.roots, all, forest) + MARGIN;
        for at in 0..forest.nodes.len() {
            let (x, y) = match forest.nodes[at].parent {
                Some(parent) => (layout.places[parent].x, layout.places[parent].y),
                None => (reach, reach),
            };
            layout.places[at].x += x;
            layout.places[at].y += y;
        }
        layout.width = 2 * reach;
        layout.height = 2 * reach;
        layout
    }

    /// Makes room for a title at the top: what a circle holds lies a little below its middle, so that as
    /// little as can be is left free elsewhere.
    fn raise(&mut self, children: &[usize], inner: i32, at: usize) {
        let free = self.places[at].heading * FREE_TENTHS / 10;
        let radius = up_to(f64::from(inner + free / 2 + 4), GRID);
        self.places[at].radius = radius;
        for child in children {
            self.places[*child].y += free / 2;
        }
    }

    /// Gives circles their places relative to the middle of the one that holds them, and says how much room
    /// they take around it.
    fn arrange(&mut self, children: &[usize], all: &[Delegated], forest: &Forest) -> i32 {
        let mut order: Vec<usize> = children.to_vec();
        order.sort_by_cached_key(|at| {
            // By kind and title, not by size: a role more does not change who comes first.
            (self.places[*at].heading == 0, title(all, &forest.nodes[*at]))
        });
        let radii: Vec<f64> = order
            .iter()
            .map(|at| f64::from(self.places[*at].radius) + GAP / 2.0)
            .collect();
        let (discs, outermost) = pack(&radii);
        let outermost: Vec<_> = outermost.into_iter().map(|at| discs[at]).collect();
        let around = enclose(&outermost);
        for (at, disc) in order.iter().zip(&discs) {
            let Spot { x, y } = disc.middle.minus(around.middle);
            (self.places[*at].x, self.places[*at].y) = (whole(x), whole(y));
        }
        up_to(around.radius, 1)
    }
}

fn title<'a>(all: &'a [Delegated], node: &Node) -> (String, &'a str) {
    match node.stands {
        Stands::Party(at) => (crate::text::folded(&all[at].title), &all[at].id),
        // Behind all others.
        Stands::Rest => ("\u{10ffff}".to_owned(), ""),
    }
}

/// The radius of the circle of one role.
fn unit(forest: &Forest) -> f64 {
    let hidden: usize = forest.nodes.iter().map(|node| node.hidden).sum();
    match forest.roles {
        _ if hidden > 0 => (FOLDED_REACH * (0.5 / real(forest.roles.max(1))).sqrt()).clamp(10.0, 30.0),
        0..=20 => 50.0,
        21..=60 => 44.0,
        61..=150 => 40.0,
        _ => 36.0,
    }
}

/// A circle without others in it: as large as the roles that it stands for would be, packed.
fn leaf(unit: f64, node: &Node) -> f64 {
    if node.hidden == 0 {
        return unit;
    }
    (unit * (real(node.roles) / 0.75).sqrt()).max(unit.max(24.0))
}
