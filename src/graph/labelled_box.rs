//! A party's box in a layered drawing: measured first, drawn where the layout puts it.

use super::area::Area;
use super::line_break::break_lines;
use super::stroke::{pieces, put};
use super::text_width::Face;
use crate::model::PartyKind;
use crate::text::escape;

/// How a box's words look.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Look {
    /// The width of the box.
    pub(super) width: i32,
    pub(super) title: Face,
    /// Lines of the title at most.
    pub(super) lines: usize,
    /// Between its sides and words.
    pub(super) pad: i32,
}

/// Below the title.
const NOTE: Face = Face {
    size: 12,
    bold: false,
};
/// Browsers' letters may be wider than measured ones, in per cent.
const WIDER: i32 = 108;

/// A box with its words cut to fit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct LabelledBox {
    look: Look,
    title: Vec<String>,
    note: String,
}

/// What a box says besides its words.
pub(super) struct Party<'a> {
    pub(super) kind: PartyKind,
    pub(super) id: &'a str,
    pub(super) team: &'a str,
    /// Separated by spaces.
    pub(super) tags: &'a str,
    pub(super) href: &'a str,
    /// The words in full.
    pub(super) title: &'a str,
    /// More classes, each after a space.
    pub(super) classes: &'a str,
}

impl LabelledBox {
    /// Cuts the words into lines; an empty note takes no room.
    pub(super) fn new(title: &str, note: &str, look: Look) -> Self {
        let inner = (look.width - 2 * look.pad) * 100 / WIDER;
        Self {
            look,
            title: break_lines(title, look.title, inner, look.lines),
            note: break_lines(note, NOTE, inner, 1).pop().unwrap_or_default(),
        }
    }

    pub(super) const fn width(&self) -> i32 {
        self.look.width
    }

    pub(super) fn height(&self) -> i32 {
        self.words() + 2 * self.look.pad - 4
    }

    fn step(&self) -> i32 {
        self.look.title.size + 4
    }

    /// How high the words are together.
    fn words(&self) -> i32 {
        let lines = i32::try_from(self.title.len()).unwrap_or(0).max(1);
        lines * self.step() + if self.note.is_empty() { 0 } else { NOTE.size + 5 }
    }

    /// Writes the box as a link, its words in the middle of its height.
    pub(super) fn draw(&self, out: &mut String, area: Area, party: &Party<'_>) {
        put(
            out,
            format_args!(
                "<a class=\"rb-node rb-node-{}{}\" href=\"",
                party.kind.name(),
                party.classes
            ),
        );
        escape::attribute(out, party.href);
        for (name, value) in [("node", party.id), ("team", party.team), ("tags", party.tags)] {
            if !value.is_empty() {
                put(out, format_args!("\" data-{name}=\""));
                escape::attribute(out, value);
            }
        }
        out.push_str("\"><title>");
        escape::text(out, party.title);
        out.push_str("</title>");
        let Area { x, y, width, height } = area;
        let numbers = [
            (x, "\" y=\""),
            (y, "\" width=\""),
            (width, "\" height=\""),
            (height, "\" rx=\""),
            (radius(party.kind), "\"/>"),
        ];
        pieces(out, "<rect x=\"", &numbers);
        self.label(out, area);
        out.push_str("</a>");
    }

    fn label(&self, out: &mut String, area: Area) {
        let x = area.x + self.look.pad;
        let mut y = area.y + (area.height - self.words()) / 2 + self.look.title.size - 1;
        out.push_str("<text fill=\"currentColor\" stroke=\"none\">");
        for line in &self.title {
            put(
                out,
                format_args!("<tspan class=\"rb-name\" font-size=\"{}\"", self.look.title.size),
            );
            if self.look.title.bold {
                out.push_str(" font-weight=\"600\"");
            }
            pieces(out, " x=\"", &[(x, "\" y=\""), (y, "\">")]);
            escape::text(out, line);
            out.push_str(" </tspan>");
            y += self.step();
        }
        if !self.note.is_empty() {
            pieces(out, "<tspan font-size=\"12\" x=\"", &[(x, "\" y=\""), (y, "\">")]);
            escape::text(out, &self.note);
            out.push_str("</tspan>");
        }
        out.push_str("</text>");
    }
}

/// Kinds differ in their corners, so that they need no colour.
const fn radius(kind: PartyKind) -> i32 {
    match kind {
        PartyKind::Role => 6,
        PartyKind::Team => 15,
        PartyKind::External => 0,
    }
}
