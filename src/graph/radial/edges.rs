//! The edges of the map, whatever way they take.

use super::rim::Seat;
use super::{Map, Towards};
use crate::graph::svg::{dashes, pieces};
use crate::model::State;

/// An edge by its seats: the provider's and the consumer's.
type Ends = (State, usize, usize);

/// Writes all edges, whose paths' data `path` writes from one seat to the other, where the arrow points.
///
/// They stand by state, so that those to be mended lie above; then by provider and consumer. Ends are given
/// as positions among the drawing's nodes, from 0: ids would be a quarter of the drawing.
pub(super) fn draw_edges(
    out: &mut String,
    map: &Map<'_>,
    kind: &str,
    path: impl Fn(&mut String, Seat, Seat),
) {
    let mut edges: Vec<Ends> = map
        .edges
        .iter()
        .filter_map(|edge| {
            let seat = |party: usize| map.rim.seat_of.get(party).copied();
            Some((edge.state, seat(edge.provider)?, seat(edge.consumer)?))
        })
        .collect();
    if edges.is_empty() {
        return;
    }
    edges.sort_unstable();
    open(out, kind, edges.len());
    for state in edges.chunk_by(|a, b| a.0 == b.0) {
        out.push_str("<g class=\"rb-edge rb-edge-");
        out.push_str(state[0].0.name());
        out.push('"');
        out.push_str(dashes(state[0].0));
        out.push('>');
        for provider in state.chunk_by(|a, b| a.1 == b.1) {
            draw_provider(out, map, provider, &path);
        }
        out.push_str("</g>");
    }
    out.push_str("</g>");
}

/// Every edge inherits its width and its arrow's head from here.
fn open(out: &mut String, kind: &str, count: usize) {
    let width = match count {
        0..=80 => "1.5",
        81..=600 => "1.2",
        _ => ".9",
    };
    for piece in [
        "<marker id=\"rb-",
        kind,
        "-tip\" viewBox=\"0 0 8 8\" refX=\"7\" refY=\"4\" markerWidth=\"7\" markerHeight=\"7\" \
         markerUnits=\"userSpaceOnUse\" orient=\"auto\"><path class=\"rb-tip\" d=\"M0 1l8 3-8 3z\" \
         fill=\"context-stroke\" stroke=\"none\"/></marker>\
         <g class=\"rb-all-edges\" data-ends=\"positions\" stroke-width=\"",
        width,
        "\" marker-end=\"url(#rb-",
        kind,
        "-tip)\">",
    ] {
        out.push_str(piece);
    }
}

fn draw_provider(out: &mut String, map: &Map<'_>, edges: &[Ends], path: &impl Fn(&mut String, Seat, Seat)) {
    let seats = &map.rim.seats;
    pieces(out, "<g data-from=\"", &[(number(edges[0].1), "\">")]);
    for (_, provider, consumer) in edges {
        let (tail, tip) = match map.towards {
            Towards::Provider => (seats[*consumer], seats[*provider]),
            Towards::Consumer => (seats[*provider], seats[*consumer]),
        };
        pieces(out, "<path data-to=\"", &[(number(*consumer), "\" d=\"")]);
        path(out, tail, tip);
        out.push_str("\"/>");
    }
    out.push_str("</g>");
}

/// A position as it is written.
pub(super) fn number(position: usize) -> i32 {
    i32::try_from(position).unwrap_or(i32::MAX)
}
