//! The delegation map as SVG: classes for the style sheet, and attributes enough to be read without one.

use super::caption::Caption;
use super::forest::{Forest, Node, Stands};
use super::layout::{Layout, Place};
use super::{CircleWords, Delegated};
use crate::graph::key::{Key, Sign, cross, further};
use crate::graph::line_break::break_lines;
use crate::graph::svg::{self, attribute, pieces};
use crate::graph::text_width::Face;
use crate::graph::tint::tints;
use crate::model::PartyKind;
use crate::text::escape;

const KIND: &str = "delegation";
/// Around words: the drawing's own colours are those of lines.
const TEXT: &str = " fill=\"currentColor\" stroke=\"none\"";

pub(super) fn draw(all: &[Delegated], forest: &Forest, layout: &Layout, words: &CircleWords) -> String {
    let drawing = Drawing {
        all,
        forest,
        words,
        teams: teams(all),
    };
    let signs = drawing.signs();
    let key = Key::new(
        signs.iter().map(|(sign, words)| (*sign, words.as_str())),
        layout.width.max(320) - 16,
    );
    let size = (layout.width.max(320), layout.height + key.height);
    let mut out = String::with_capacity(1_000 + 360 * forest.nodes.len());
    svg::open(&mut out, KIND, size, 13, &words.title, &words.description);
    let aside = (size.0 - layout.width) / 2;
    pieces(
        &mut out,
        "<g text-anchor=\"middle\" transform=\"translate(",
        &[(aside, ")\">")],
    );
    let mut tint = vec![None; forest.nodes.len()];
    for (at, (node, place)) in forest.nodes.iter().zip(&layout.places).enumerate() {
        tint[at] = drawing
            .own_tint(node)
            .or_else(|| node.parent.and_then(|parent| tint[parent]));
        drawing.draw_node(&mut out, at, *place, tint[at]);
    }
    out.push_str("</g>");
    key.draw(&mut out, 8, layout.height);
    out.push_str("</svg>");
    out
}

/// The ids of teams in their order, each with its colour.
fn teams(all: &[Delegated]) -> Vec<(&str, usize)> {
    let own = all
        .iter()
        .filter(|one| one.kind == PartyKind::Team)
        .map(|one| one.id.as_str());
    let mut ids: Vec<&str> = own
        .chain(all.iter().filter_map(|one| one.team.as_deref()))
        .collect();
    ids.sort_unstable();
    ids.dedup();
    let tints = tints(&ids);
    ids.into_iter().zip(tints).collect()
}

struct Drawing<'a> {
    all: &'a [Delegated],
    forest: &'a Forest,
    words: &'a CircleWords,
    teams: Vec<(&'a str, usize)>,
}

impl Drawing<'_> {
    /// What the key explains: only what occurs, and how often.
    fn signs(&self) -> Vec<(Sign, String)> {
        let open = self.all.iter().filter(|one| one.is_vacant).count();
        let several = self.all.iter().filter(|one| !one.further.is_empty()).count();
        let hidden: usize = self.forest.nodes.iter().map(|node| node.hidden).sum();
        let (vacant, several_words, folded) = (&self.words.vacant, &self.words.several, &self.words.folded);
        [
            (Sign::Open, format!("{vacant}: {open}"), open),
            (Sign::Further, format!("{several_words}: {several}"), several),
            (Sign::Number, format!("{folded}: {hidden}"), hidden),
        ]
        .into_iter()
        .filter(|(_, _, count)| *count > 0)
        .map(|(sign, words, _)| (sign, words))
        .collect()
    }

    fn own_tint(&self, node: &Node) -> Option<usize> {
        let Stands::Party(at) = node.stands else {
            return None;
        };
        let one = &self.all[at];
        let team = if one.kind == PartyKind::Team {
            Some(one.id.as_str())
        } else {
            one.team.as_deref()
        };
        let found = self.teams.binary_search_by_key(&team?, |(id, _)| id).ok()?;
        Some(self.teams[found].1)
    }

    fn draw_node(&self, out: &mut String, at: usize, place: Place, tint: Option<usize>) {
        let node = &self.forest.nodes[at];
        let Stands::Party(party) = node.stands else {
            self.draw_rest(out, node, place, tint);
            return;
        };
        let one = &self.all[party];
        open_node(out, one, node, tint);
        self.describe(out, one, node);
        circle(out, place, one.is_vacant);
        let Place {
            x,
            y,
            radius,
            heading,
        } = place;
        if one.is_vacant && heading == 0 {
            cross(out, x, y - radius + 10);
        }
        if !one.further.is_empty() {
            further(out, x, y + radius - 8);
        }
        if heading > 0 {
            draw_heading(out, at, place, &one.title);
        } else {
            let last = if node.hidden > 0 {
                self.words.count(node.roles)
            } else {
                String::new()
            };
            draw_caption(out, place, &one.title, &last);
        }
        out.push_str("</a>");
    }

    /// Everything that the circle may have cut or shows by a sign.
    fn describe(&self, out: &mut String, one: &Delegated, node: &Node) {
        out.push_str("<title>");
        escape::text(out, &one.title);
        if one.is_vacant {
            out.push_str(" – ");
            escape::text(out, &self.words.vacant);
        }
        if node.roles > 1 || one.kind == PartyKind::Team {
            out.push_str(" – ");
            escape::text(out, &self.words.count(node.roles));
        }
        self.describe_hidden(out, node);
        if !one.further.is_empty() {
            out.push_str(" – ");
            escape::text(out, &self.words.further);
            out.push(' ');
            escape::text(out, &one.further.join(", "));
        }
        out.push_str("</title>");
    }

    fn describe_hidden(&self, out: &mut String, node: &Node) {
        if node.hidden_vacant > 0 {
            out.push_str(" – ");
            escape::text(out, &self.words.vacant);
            pieces(
                out,
                ": ",
                &[(i32::try_from(node.hidden_vacant).unwrap_or(i32::MAX), "")],
            );
        }
    }

    /// Roles that are only counted, beside circles that are drawn.
    fn draw_rest(&self, out: &mut String, node: &Node, place: Place, tint: Option<usize>) {
        out.push_str("<g class=\"rb-rest");
        push_tint(out, tint);
        out.push_str("><title>");
        escape::text(out, &self.words.count(node.roles));
        self.describe_hidden(out, node);
        out.push_str("</title>");
        circle(out, place, false);
        draw_caption(out, place, "", &self.words.count(node.roles));
        out.push_str("</g>");
    }
}

fn open_node(out: &mut String, one: &Delegated, node: &Node, tint: Option<usize>) {
    out.push_str("<a class=\"rb-node rb-node-");
    out.push_str(one.kind.name());
    out.push_str(if node.children.is_empty() { "" } else { " rb-holds" });
    out.push_str(if one.is_vacant { " rb-vacant" } else { "" });
    push_tint(out, tint);
    attribute(out, "href", &one.href);
    attribute(out, "data-node", &one.id);
    if let Some(team) = &one.team {
        attribute(out, "data-team", team);
    }
    if !one.tags.is_empty() {
        attribute(out, "data-tags", &one.tags.join(" "));
    }
    out.push('>');
}

/// Ends a class attribute with the team's colour.
fn push_tint(out: &mut String, tint: Option<usize>) {
    match tint {
        Some(tint) => pieces(
            out,
            " rb-team-",
            &[(i32::try_from(tint).unwrap_or_default(), "\"")],
        ),
        None => out.push_str(" rb-no-team\""),
    }
}

fn circle(out: &mut String, place: Place, is_dashed: bool) {
    let Place { x, y, radius, .. } = place;
    pieces(
        out,
        "<circle cx=\"",
        &[(x, "\" cy=\""), (y, "\" r=\""), (radius, "\"")],
    );
    out.push_str(if is_dashed {
        " stroke-dasharray=\"4 3\"/>"
    } else {
        "/>"
    });
}

/// A title along the upper rim, within the ring that is left free for it.
fn draw_heading(out: &mut String, at: usize, place: Place, title: &str) {
    let Place {
        x,
        y,
        radius,
        heading,
    } = place;
    let along = radius - 1 - heading * 111 / 100;
    let number = i32::try_from(at).unwrap_or(i32::MAX);
    let numbers = [
        (number, "\" stroke=\"none\" d=\"M"),
        (x - along, " "),
        (y, "a"),
        (along, " "),
        (along, " 0 0 1 "),
        (2 * along, " 0\"/><text font-weight=\"600\" font-size=\""),
        (heading, "\""),
    ];
    pieces(out, "<path id=\"rb-delegation-rim-", &numbers);
    out.push_str(TEXT);
    pieces(
        out,
        "><textPath startOffset=\"50%\" href=\"#rb-delegation-rim-",
        &[(number, "\">")],
    );
    // As far to both sides as there is room; and letters may be wider than measured.
    let face = Face {
        size: heading,
        bold: true,
    };
    let text = break_lines(title, face, along * 2 * 100 / 108, 1)
        .pop()
        .unwrap_or_default();
    escape::text(out, &text);
    out.push_str("</textPath></text>");
}

fn draw_caption(out: &mut String, place: Place, title: &str, last: &str) {
    let Some(caption) = Caption::new(title, last, place.radius) else {
        return;
    };
    let mut y = place.y + caption.first();
    out.push_str("<text");
    if caption.size != 13 {
        pieces(out, " font-size=\"", &[(caption.size, "\"")]);
    }
    out.push_str(TEXT);
    out.push('>');
    for line in &caption.lines {
        pieces(out, "<tspan x=\"", &[(place.x, "\" y=\""), (y, "\">")]);
        escape::text(out, line);
        // No space keeps lines apart: it would count in the middle's place, and the link's title is read.
        out.push_str("</tspan>");
        y += caption.step();
    }
    out.push_str("</text>");
}
