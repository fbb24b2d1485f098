//! The drawing as SVG: classes for the style sheet, and attributes enough to be read without one.

use std::fmt::Write as _;

use super::card::{Line, MARK, Relation, Style};
use super::geometry::{Area, Edge, Flow, Point};
use super::layout::{CENTRE_STEP, Layout, Middle, Placed};
use super::legend::{SAMPLE, Sample, WORD};
use super::{NeighbourWords, Side};
use crate::graph::escape::push_escaped;
use crate::model::{PartyKind, State};

/// Which of the two drawings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Variant {
    Wide,
    Narrow,
}

impl Variant {
    const fn name(self) -> &'static str {
        match self {
            Self::Wide => "wide",
            Self::Narrow => "narrow",
        }
    }
}

/// Writes one `<svg>` element.
pub(super) fn draw(out: &mut String, layout: &Layout<'_>, words: &NeighbourWords, variant: Variant) {
    open(out, layout, words, variant);
    for heading in &layout.headings {
        let Point { x, y } = heading.at;
        put(
            out,
            format_args!("<text class=\"rb-heading\" font-weight=\"bold\" x=\"{x}\" y=\"{y}\">"),
        );
        push_escaped(out, &heading.text);
        out.push_str("</text>");
    }
    for (from, to) in &layout.rails {
        let Point { x, y } = from;
        put(
            out,
            format_args!(
                "<path class=\"rb-rail\" stroke=\"currentColor\" d=\"M{x} {y}V{}\"/>",
                to.y
            ),
        );
    }
    middle(out, &layout.middle);
    for placed in &layout.cards {
        card(out, placed, words);
    }
    legend(out, &layout.legend, words);
    out.push_str("</svg>");
}

/// Writing to a string cannot fail.
fn put(out: &mut String, what: std::fmt::Arguments<'_>) {
    let _ = out.write_fmt(what);
}

fn open(out: &mut String, layout: &Layout<'_>, words: &NeighbourWords, variant: Variant) {
    let (width, height, name) = (layout.width, layout.height, variant.name());
    let id = format!("rb-neighbourhood-{name}");
    // The style sheet shows the narrow one in the wide one's place; without it one is enough.
    let hidden = if variant == Variant::Narrow {
        " display=\"none\""
    } else {
        ""
    };
    put(
        out,
        format_args!(
            "<svg class=\"rb-{name}\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\" \
             role=\"group\" aria-labelledby=\"{id}-title\" aria-describedby=\"{id}-description\" \
             font-size=\"13\" fill=\"currentColor\"{hidden}><title id=\"{id}-title\">"
        ),
    );
    push_escaped(out, &words.title);
    put(out, format_args!("</title><desc id=\"{id}-description\">"));
    push_escaped(out, &words.description);
    out.push_str("</desc>");
}

fn middle(out: &mut String, middle: &Middle) {
    put(
        out,
        format_args!("<g class=\"rb-centre rb-card-{}\">", middle.kind.name()),
    );
    rectangle(out, middle.area, middle.kind);
    let Point { x, mut y } = middle.first_baseline();
    out.push_str("<text font-size=\"16\" font-weight=\"bold\" text-anchor=\"middle\">");
    for line in &middle.lines {
        put(out, format_args!("<tspan x=\"{x}\" y=\"{y}\">"));
        push_escaped(out, line);
        out.push_str("</tspan>");
        y += CENTRE_STEP;
    }
    out.push_str("</text></g>");
}

/// Kinds differ in their corners, so that they need no colour.
fn rectangle(out: &mut String, area: Area, kind: PartyKind) {
    let Area { x, y, width, height } = area;
    let radius = match kind {
        PartyKind::Role => 6,
        PartyKind::Team => 15,
        PartyKind::External => 0,
    };
    put(
        out,
        format_args!(
            "<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" rx=\"{radius}\" \
             fill=\"none\" stroke=\"currentColor\"/>"
        ),
    );
}

fn card(out: &mut String, placed: &Placed<'_>, words: &NeighbourWords) {
    let neighbour = placed.neighbour;
    put(
        out,
        format_args!("<a class=\"rb-card rb-card-{}\" href=\"", neighbour.kind.name()),
    );
    push_escaped(out, &neighbour.href);
    out.push_str("\"><title>");
    push_escaped(out, &neighbour.title);
    for (flow, side) in super::card::sides(neighbour) {
        describe(out, flow, side, words);
    }
    out.push_str("</title>");
    rectangle(out, placed.area, neighbour.kind);
    out.push_str("<text>");
    for line in &placed.card.lines {
        words_of(out, line);
    }
    out.push_str("</text>");
    for (relation, edge) in placed.card.relations.iter().zip(&placed.edges) {
        side(out, relation, *edge);
    }
    out.push_str("</a>");
}

/// A relation in words: everything that the card may have cut or shows as a line.
fn describe(out: &mut String, flow: Flow, side: &Side, words: &NeighbourWords) {
    let heading = match flow {
        Flow::In => &words.dependencies,
        Flow::Out => &words.stakeholders,
    };
    out.push_str(" – ");
    push_escaped(out, heading);
    put(out, format_args!(" ({}): ", side.items));
    push_escaped(out, words.state(side.state));
    if !side.qualifier.is_empty() {
        out.push_str(", ");
        push_escaped(out, &side.qualifier);
    }
}

fn words_of(out: &mut String, line: &Line) {
    let Point { x, y } = line.at;
    match line.style {
        Style::Name => put(out, format_args!("<tspan class=\"rb-name\" x=\"{x}\" y=\"{y}\">")),
        _ => put(out, format_args!("<tspan x=\"{x}\" y=\"{y}\">")),
    }
    push_escaped(out, &line.text);
    // The space keeps the lines apart where they are read as one text.
    out.push_str(" </tspan>");
}

fn side(out: &mut String, relation: &Relation, edge: Edge) {
    put(
        out,
        format_args!("<g class=\"rb-edge rb-edge-{}\">", relation.state.name()),
    );
    let from = edge.from;
    line(out, relation.state, from, edge.to);
    tip(out, edge);
    let Point { x, y } = relation.word.at;
    mark(
        out,
        relation.state,
        Point {
            x: x - MARK + 5,
            y: relation.middle(),
        },
    );
    put(out, format_args!("<text x=\"{x}\" y=\"{y}\">"));
    push_escaped(out, &relation.word.text);
    out.push_str("</text>");
    number(out, relation.items, edge);
    out.push_str("</g>");
}

fn line(out: &mut String, state: State, from: Point, to: Point) {
    out.push_str("<path class=\"rb-line\" fill=\"none\" stroke=\"currentColor\"");
    out.push_str(match state {
        State::Mutual => " stroke-width=\"2\"",
        State::Expected => " stroke-width=\"2\" stroke-dasharray=\"7 4\"",
        State::Offered => " stroke-width=\"2\" stroke-dasharray=\".1 5\" stroke-linecap=\"round\"",
        State::External => "",
    });
    let Point { x, y } = from;
    put(out, format_args!(" d=\"M{x} {y}"));
    if y == to.y {
        put(out, format_args!("H{}\"/>", to.x));
    } else {
        let half = i32::midpoint(x, to.x);
        put(
            out,
            format_args!("C{half} {y} {half} {} {} {}\"/>", to.y, to.x, to.y),
        );
    }
}

/// The head of the arrow; edges arrive level.
fn tip(out: &mut String, edge: Edge) {
    let Point { x, y } = edge.to;
    let back = if edge.from.x < x { -8 } else { 8 };
    put(
        out,
        format_args!("<path class=\"rb-tip\" d=\"M{x} {y}l{back}-5v10z\"/>"),
    );
}

/// The number of items, over the edge's end at the neighbour.
fn number(out: &mut String, items: usize, edge: Edge) {
    if items == 0 {
        return;
    }
    let end = edge.neighbour();
    let leftwards = edge.centre().x < end.x;
    let (x, anchor) = if leftwards {
        (end.x - 11, " text-anchor=\"end\"")
    } else {
        (end.x + 11, "")
    };
    let y = end.y - 4;
    put(
        out,
        format_args!("<text class=\"rb-items\" x=\"{x}\" y=\"{y}\"{anchor}>{items}</text>"),
    );
}

/// A shape for each state, so that it needs no colour.
fn mark(out: &mut String, state: State, at: Point) {
    let Point { x, y } = at;
    let draw = "class=\"rb-mark\" fill=\"none\" stroke=\"currentColor\"";
    match state {
        State::Mutual => put(
            out,
            format_args!("<circle class=\"rb-mark\" cx=\"{x}\" cy=\"{y}\" r=\"5\"/>"),
        ),
        State::Expected => put(
            out,
            format_args!("<circle {draw} cx=\"{x}\" cy=\"{y}\" r=\"4\"/>"),
        ),
        State::Offered => put(
            out,
            format_args!("<path {draw} d=\"M{} {}l8 4l-8 4z\"/>", x - 3, y - 4),
        ),
        State::External => put(
            out,
            format_args!("<path {draw} d=\"M{x} {}l5 5l-5 5l-5-5z\"/>", y - 5),
        ),
    }
}

fn legend(out: &mut String, samples: &[Sample], words: &NeighbourWords) {
    out.push_str("<g class=\"rb-legend\">");
    for sample in samples {
        let Point { x, y } = sample.at;
        let middle = y - 4;
        put(
            out,
            format_args!("<g class=\"rb-edge rb-edge-{}\">", sample.state.name()),
        );
        line(
            out,
            sample.state,
            Point { x: x + 1, y: middle },
            Point {
                x: x + SAMPLE,
                y: middle,
            },
        );
        mark(
            out,
            sample.state,
            Point {
                x: x + WORD - MARK + 5,
                y: middle,
            },
        );
        put(out, format_args!("<text x=\"{}\" y=\"{y}\">", x + WORD));
        push_escaped(out, words.state(sample.state));
        out.push_str("</text></g>");
    }
    out.push_str("</g>");
}
