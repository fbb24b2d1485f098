//! An edge of a layered drawing as SVG: a link, a line by state, the head of an arrow, a number.

use super::area::Point;
use super::layered::{Route, Step};
use super::stroke::{dashes, pieces, put};
use super::text_width::Face;
use crate::model::State;
use crate::text::escape;

/// What an edge says besides its way.
pub(super) struct Routed<'a> {
    /// The ids of the parties at its ends.
    pub(super) provider: &'a str,
    pub(super) consumer: &'a str,
    pub(super) href: &'a str,
    /// Both ends, the state and the number in words.
    pub(super) title: &'a str,
    pub(super) state: State,
    /// The number on it; 0 is left out.
    pub(super) number: usize,
    /// How heavy it is drawn.
    pub(super) weight: Weight,
}

/// How heavy a line is drawn, in a few steps.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Weight {
    Hair,
    Thin,
    Medium,
    Bold,
    Heavy,
}

impl Weight {
    const fn name(self) -> &'static str {
        match self {
            Self::Hair => "hair",
            Self::Thin => "thin",
            Self::Medium => "medium",
            Self::Bold => "bold",
            Self::Heavy => "heavy",
        }
    }

    const fn width(self) -> &'static str {
        match self {
            Self::Hair => "1",
            Self::Thin => "1.5",
            Self::Medium => "2.5",
            Self::Bold => "4",
            Self::Heavy => "6",
        }
    }

    /// Half the height of the arrow's head.
    const fn head(self) -> i32 {
        match self {
            Self::Hair | Self::Thin => 4,
            Self::Medium => 5,
            Self::Bold => 6,
            Self::Heavy => 7,
        }
    }
}

/// The numbers on edges.
const DIGITS: Face = Face { size: 11, bold: true };
/// How far a head is from its point to its back.
const HEAD: i32 = 8;

/// Writes the edge along its route.
pub(super) fn edge(out: &mut String, edge: &Routed<'_>, route: &Route) {
    put(
        out,
        format_args!(
            "<a class=\"rb-edge rb-edge-{} rb-weight-{}\" data-from=\"",
            edge.state.name(),
            edge.weight.name()
        ),
    );
    escape::attribute(out, edge.provider);
    out.push_str("\" data-to=\"");
    escape::attribute(out, edge.consumer);
    out.push_str("\" href=\"");
    escape::attribute(out, edge.href);
    out.push_str("\"><title>");
    escape::text(out, edge.title);
    put(
        out,
        format_args!(
            "</title><path class=\"rb-line\" stroke-width=\"{}\"",
            edge.weight.width()
        ),
    );
    dashes(out, edge.state);
    line(out, route);
    head(out, route, edge.weight);
    number(out, route, edge.number);
    out.push_str("</a>");
}

/// The line, which ends within the head, so that it does not show beside its point.
fn line(out: &mut String, route: &Route) {
    let Point { x, y } = route.start;
    pieces(out, " d=\"M", &[(x, " "), (y, "")]);
    for (nth, step) in route.steps.iter().enumerate() {
        let is_last = nth + 1 == route.steps.len();
        let back = if is_last { backwards(route) * (HEAD - 1) } else { 0 };
        match step {
            Step::Line(end) => pieces(out, "H", &[(end.x + back, "")]),
            Step::Curve(one, two, end) => pieces(
                out,
                "C",
                &[
                    (one.x, " "),
                    (one.y, " "),
                    (two.x, " "),
                    (two.y, " "),
                    (end.x + back, " "),
                    (end.y, ""),
                ],
            ),
        }
    }
    out.push_str("\"/>");
}

/// The direction from the end of the edge along it: 1 is to the right.
fn backwards(route: &Route) -> i32 {
    let from = route.steps.last().map_or(route.start, |step| match step {
        Step::Line(_) => before_last(route),
        Step::Curve(_, two, _) => *two,
    });
    if from.x < route.end().x { -1 } else { 1 }
}

fn before_last(route: &Route) -> Point {
    let before = route.steps.len().checked_sub(2);
    before.map_or(route.start, |nth| route.steps[nth].end())
}

fn head(out: &mut String, route: &Route, weight: Weight) {
    let (Point { x, y }, half) = (route.end(), weight.head());
    let numbers = [
        (x, " "),
        (y, "l"),
        (backwards(route) * HEAD, " "),
        (-half, "v"),
        (2 * half, "z\"/>"),
    ];
    pieces(
        out,
        "<path class=\"rb-tip\" fill=\"currentColor\" stroke=\"none\" d=\"M",
        &numbers,
    );
}

/// The number, on the line, just before the head; the style sheet keeps the line from showing behind it.
fn number(out: &mut String, route: &Route, number: usize) {
    if number == 0 {
        return;
    }
    let text = number.to_string();
    let Point { x, y } = route.end();
    let past = HEAD + 3;
    let x = if backwards(route) > 0 {
        x + past
    } else {
        x - past - DIGITS.width(&text)
    };
    let y = y + 4;
    pieces(
        out,
        "<text class=\"rb-items\" fill=\"currentColor\" stroke=\"none\" font-size=\"11\" x=\"",
        &[(x, "\" y=\""), (y, "\">")],
    );
    out.push_str(&text);
    out.push_str("</text>");
}
