//! Components put together on one plane.

use super::component::Component;
use super::{Graph, Layout, Spacing};
use crate::graph::area::{Area, Point};

/// Components in rows, as they come; what has no edges is kept for the end.
pub(super) struct Packed<'a> {
    graph: &'a Graph,
    spacing: &'a Spacing,
    layout: Layout,
    /// Where the next component would stand, and where the row ends.
    next: Point,
    bottom: i32,
    alone: Vec<usize>,
}

/// How wide rows may be where no component is wider.
const ROW: i32 = 900;

impl<'a> Packed<'a> {
    pub(super) fn new(graph: &'a Graph, spacing: &'a Spacing) -> Self {
        let nowhere = Area {
            x: 0,
            y: 0,
            width: 0,
            height: 0,
        };
        Self {
            graph,
            spacing,
            layout: Layout {
                width: ROW,
                height: 0,
                areas: vec![nowhere; graph.nodes.len()],
                layers: vec![0; graph.nodes.len()],
                routes: vec![None; graph.edges.len()],
                crossings: 0,
            },
            next: Point::new(0, 0),
            bottom: 0,
            alone: Vec::new(),
        }
    }

    /// Puts a component behind the last one if it fits into the row, or else below.
    pub(super) fn add(&mut self, component: &Component) {
        let at = self.place(component.width, component.height, self.spacing.layers);
        self.layout.crossings += component.crossings;
        for (node, area, layer) in &component.nodes {
            self.layout.areas[*node] = Area {
                x: at.x + area.x,
                y: at.y + area.y,
                ..*area
            };
            self.layout.layers[*node] = *layer;
        }
        for (edge, route) in &component.routes {
            self.layout.routes[*edge] = Some(route.clone().moved(at));
        }
    }

    /// Keeps a node without edges for the end.
    pub(super) fn alone(&mut self, node: usize) {
        self.alone.push(node);
    }

    fn place(&mut self, width: i32, height: i32, gap: i32) -> Point {
        if self.next.x > 0 && self.next.x + width > self.layout.width {
            self.next = Point::new(0, self.bottom + 2 * self.spacing.nodes);
        }
        let at = self.next;
        self.layout.width = self.layout.width.max(width);
        self.bottom = self.bottom.max(at.y + height);
        self.next.x += width + gap;
        at
    }

    /// The whole, with a margin around.
    pub(super) fn finish(mut self) -> Layout {
        self.rows_of_lone_nodes();
        let margin = self.spacing.margin;
        let by = Point::new(margin, margin);
        let mut layout = self.layout;
        for area in &mut layout.areas {
            area.x += margin;
            area.y += margin;
        }
        for route in &mut layout.routes {
            *route = route.take().map(|route| route.moved(by));
        }
        let right = layout.areas.iter().map(|area| area.right()).max();
        let points = layout.routes.iter().flatten().flat_map(|route| &route.steps);
        let ends = points.map(|step| match step {
            super::Step::Line(end) => end.x,
            super::Step::Curve(one, two, end) => one.x.max(two.x).max(end.x),
        });
        layout.width = ends.chain(right).max().unwrap_or(margin) + margin;
        layout.height = self.bottom + 2 * margin;
        layout
    }

    fn rows_of_lone_nodes(&mut self) {
        if self.alone.is_empty() {
            return;
        }
        let widest = |nodes: &[usize]| nodes.iter().map(|node| self.graph.nodes[*node].width).max();
        let width = widest(&self.alone).unwrap_or(0);
        if self.bottom > 0 {
            self.next = Point::new(0, self.bottom + 2 * self.spacing.nodes);
        }
        let row_gap = self.spacing.nodes;
        for node in std::mem::take(&mut self.alone) {
            let size = self.graph.nodes[node];
            if self.next.x > 0 && self.next.x + width > self.layout.width {
                self.next = Point::new(0, self.bottom + row_gap);
            }
            self.layout.areas[node] = Area {
                x: self.next.x,
                y: self.next.y,
                width: size.width,
                height: size.height,
            };
            self.bottom = self.bottom.max(self.next.y + size.height);
            self.next.x += width + row_gap;
        }
    }
}
