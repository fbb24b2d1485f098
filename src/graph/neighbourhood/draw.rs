//! The drawing as SVG: classes for the style sheet, and attributes enough to be read without one.

use super::card::{Line, MARK, Relation, Style};
use super::geometry::{Area, Edge, Flow, Point};
use super::layout::{CENTRE_STEP, Layout, Middle, Placed};
use super::legend::{SAMPLE, Sample, WORD};
use super::{NeighbourWords, Side};
use crate::graph::stroke::{dashes, mark, pieces, put};
use crate::graph::text_width::Face;
use crate::model::{PartyKind, State};
use crate::text::escape;

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

/// Around words: the drawing's own colours are those of lines.
const TEXT: &str = "<text fill=\"currentColor\" stroke=\"none\">";

/// The numbers of items.
const DIGITS: Face = Face {
    size: 12,
    bold: false,
};

/// Writes one `<svg>` element.
pub(super) fn draw(out: &mut String, layout: &Layout<'_>, words: &NeighbourWords, variant: Variant) {
    open(out, layout, words, variant);
    for (from, to) in &layout.rails {
        let Point { x, y } = from;
        pieces(
            out,
            "<path class=\"rb-rail\" d=\"M",
            &[(*x, " "), (*y, "V"), (to.y, "\"/>")],
        );
    }
    middle(out, &layout.middle);
    for part in &layout.parts {
        out.push_str(TEXT);
        tspan(out, &part.heading);
        out.push_str("</text>");
        for placed in &part.cards {
            card(out, placed, words);
        }
    }
    legend(out, &layout.legend, words);
    out.push_str("</svg>");
}

fn open(out: &mut String, layout: &Layout<'_>, words: &NeighbourWords, variant: Variant) {
    let (width, height, name) = (layout.width, layout.height, variant.name());
    put(
        out,
        format_args!(
            "<svg class=\"rb-{name}\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\" \
             role=\"group\" aria-labelledby=\"rb-neighbourhood-title\" \
             aria-describedby=\"rb-neighbourhood-description\" fill=\"none\" stroke=\"currentColor\" font-size=\"13\""
        ),
    );
    if variant == Variant::Narrow {
        // The style sheet shows it in the wide one's place; without a style sheet one is enough.
        out.push_str(" display=\"none\">");
        return;
    }
    out.push_str("><title id=\"rb-neighbourhood-title\">");
    escape::attribute(out, &words.title);
    out.push_str("</title><desc id=\"rb-neighbourhood-description\">");
    escape::attribute(out, &words.description);
    out.push_str("</desc>");
}

fn middle(out: &mut String, middle: &Middle) {
    put(
        out,
        format_args!("<g class=\"rb-centre rb-card-{}\">", middle.kind.name()),
    );
    rectangle(out, middle.area, middle.kind);
    out.push_str("<text fill=\"currentColor\" stroke=\"none\" font-size=\"16\" text-anchor=\"middle\">");
    for Point { x, mut y } in middle.titles() {
        for line in &middle.lines {
            pieces(out, "<tspan x=\"", &[(x, "\" y=\""), (y, "\">")]);
            escape::attribute(out, line);
            out.push_str("</tspan>");
            y += CENTRE_STEP;
        }
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
    let numbers = [
        (x, "\" y=\""),
        (y, "\" width=\""),
        (width, "\" height=\""),
        (height, "\" rx=\""),
        (radius, "\"/>"),
    ];
    pieces(out, "<rect x=\"", &numbers);
}

fn card(out: &mut String, placed: &Placed<'_>, words: &NeighbourWords) {
    let neighbour = placed.neighbour;
    out.push_str("<a class=\"rb-card rb-card-");
    out.push_str(neighbour.kind.name());
    out.push_str("\" href=\"");
    escape::attribute(out, &neighbour.href);
    out.push_str("\"><title>");
    escape::attribute(out, &neighbour.title);
    for (flow, side) in super::card::sides(neighbour) {
        describe(out, flow, side, words);
    }
    out.push_str("</title>");
    rectangle(out, placed.area, neighbour.kind);
    for (relation, edge) in placed.card.relations.iter().zip(&placed.edges) {
        side(out, relation, *edge);
    }
    out.push_str(TEXT);
    for line in &placed.card.lines {
        tspan(out, line);
    }
    for (relation, edge) in placed.card.relations.iter().zip(&placed.edges) {
        tspan(out, &relation.word);
        number(out, relation.items, *edge);
    }
    out.push_str("</text></a>");
}

/// A relation in words: everything that the card may have cut or shows as a line.
fn describe(out: &mut String, flow: Flow, side: &Side, words: &NeighbourWords) {
    let heading = match flow {
        Flow::In => &words.dependencies,
        Flow::Out => &words.stakeholders,
    };
    out.push_str(" – ");
    escape::attribute(out, heading);
    put(out, format_args!(" ({}): ", side.items));
    escape::attribute(out, words.state(side.state));
    if !side.qualifier.is_empty() {
        out.push_str(", ");
        escape::attribute(out, &side.qualifier);
    }
}

fn tspan(out: &mut String, line: &Line) {
    let Point { x, y } = line.at;
    let begin = match line.style {
        Style::Name => "<tspan class=\"rb-name\" x=\"",
        Style::Heading => "<tspan class=\"rb-heading\" x=\"",
        Style::Qualifier | Style::State => "<tspan x=\"",
    };
    pieces(out, begin, &[(x, "\" y=\""), (y, "\">")]);
    escape::attribute(out, &line.text);
    // The space keeps lines apart where they are read as one text.
    out.push_str(" </tspan>");
}

fn edge_group(out: &mut String, state: State) {
    out.push_str("<g class=\"rb-edge rb-edge-");
    out.push_str(state.name());
    out.push_str("\">");
}

fn side(out: &mut String, relation: &Relation, edge: Edge) {
    edge_group(out, relation.state);
    line(out, relation.state, edge.from, edge.to.x);
    tip(out, edge);
    mark(
        out,
        relation.state,
        Point::new(relation.word.at.x - MARK + 5, relation.middle()),
    );
    out.push_str("</g>");
}

fn line(out: &mut String, state: State, from: Point, to: i32) {
    out.push_str("<path class=\"rb-line\"");
    dashes(out, state);
    let Point { x, y } = from;
    pieces(out, " d=\"M", &[(x, " "), (y, "H"), (to, "\"/>")]);
}

/// The head of the arrow.
fn tip(out: &mut String, edge: Edge) {
    let Point { x, y } = edge.to;
    let back = if edge.from.x < x { -8 } else { 8 };
    let numbers = [(x, " "), (y, "l"), (back, "-5v10z\"/>")];
    pieces(out, "<path class=\"rb-tip\" d=\"M", &numbers);
}

/// The number of items, over the edge's end at the neighbour.
fn number(out: &mut String, items: usize, edge: Edge) {
    if items == 0 {
        return;
    }
    let end = edge.neighbour();
    let text = items.to_string();
    // Set off by its width, not anchored at its end: the space behind it would count.
    let x = if edge.centre().x < end.x {
        end.x - 11 - DIGITS.width(&text)
    } else {
        end.x + 11
    };
    pieces(
        out,
        "<tspan class=\"rb-items\" x=\"",
        &[(x, "\" y=\""), (end.y - 4, "\">")],
    );
    out.push_str(&text);
    out.push_str(" </tspan>");
}

fn legend(out: &mut String, samples: &[Sample], words: &NeighbourWords) {
    for sample in samples {
        let Point { x, y } = sample.at;
        let middle = y - 4;
        edge_group(out, sample.state);
        line(out, sample.state, Point::new(x + 1, middle), x + SAMPLE);
        mark(out, sample.state, Point::new(x + WORD - MARK + 5, middle));
        out.push_str("</g>");
        out.push_str(TEXT);
        let text = words.state(sample.state).to_owned();
        tspan(
            out,
            &Line {
                style: Style::State,
                at: Point::new(x + WORD, y),
                text,
            },
        );
        out.push_str("</text>");
    }
}
