//! The same map for a narrow screen: parties below each other, and edges as arcs beside them, after
//! Wattenberg, "Arc Diagrams: Visualizing Structure in Strings", 2002.

use super::Map;
use super::edges::draw_edges;
use super::group::{STROKE, describe, dot, one_line, open, open_party, open_title, title};
use super::rim::{Seat, Sector};
use crate::graph::key::Key;
use crate::graph::rounding::whole;
use crate::graph::svg::{self, coordinates, pieces};
use crate::graph::text_width::Face;
use crate::text::escape;

const WIDTH: i32 = 344;
/// Where edges end.
const ENDS: i32 = 118;
const DOT: i32 = ENDS + 7;
const LABEL: i32 = ENDS + 17;
const ROW: i32 = 24;
/// Before a group's title, and its own height.
const GAP: i32 = 12;
const HEADING: i32 = 26;
/// How far an arrow's end stands below the others' at the same party.
const PORT: i32 = 3;
const FACE: Face = Face {
    size: 13,
    bold: false,
};
const BOLD: Face = Face { size: 14, bold: true };

/// Where rows stand: the middle of each seat's, and the top and bottom of each sector.
struct Rows {
    seats: Vec<i32>,
    sectors: Vec<(i32, i32)>,
    bottom: i32,
}

impl Rows {
    fn of(sectors: &[Sector]) -> Self {
        let mut rows = Self {
            seats: Vec::new(),
            sectors: Vec::with_capacity(sectors.len()),
            bottom: 0,
        };
        for sector in sectors {
            let top = rows.bottom + GAP;
            rows.bottom = top + HEADING;
            for _ in sector.seats.clone() {
                rows.seats.push(rows.bottom + ROW / 2);
                rows.bottom += ROW;
            }
            rows.bottom += 4;
            rows.sectors.push((top, rows.bottom));
        }
        rows
    }
}

/// Writes the diagram. It is not shown without a style sheet, where the map is enough.
pub(super) fn draw(map: &Map<'_>) -> String {
    let kind = format!("{}-column", map.towards.name());
    let words = map.words;
    let rows = Rows::of(&map.rim.sectors);
    let key = Key::new(map.signs(), WIDTH - 8);
    let size = (WIDTH, rows.bottom + key.height + 8);
    let mut out = String::with_capacity(2_000 + 300 * map.parties.len() + 60 * map.edges.len());
    svg::open(&mut out, &kind, size, FACE.size, &words.title, &words.description);
    draw_edges(&mut out, map, &kind, |out, tail, tip| {
        let row = |seat: Seat| rows.seats[map.rim.seat_of[seat.party]];
        arc(out, row(tail) - PORT, row(tip) + PORT, rows.bottom);
    });
    for (sector, span) in map.rim.sectors.iter().zip(&rows.sectors) {
        draw_sector(&mut out, map, sector, &rows, *span);
    }
    key.draw(&mut out, 4, rows.bottom);
    out.push_str("</svg>");
    out
}

/// The farther, the wider, less than in proportion: near ones stay apart.
fn arc(out: &mut String, from: i32, to: i32, height: i32) {
    let part = f64::from((to - from).abs()) / f64::from(height.max(1));
    let bow = -whole(14.0 + 136.0 * part.sqrt());
    out.push('M');
    coordinates(out, &[ENDS, from]);
    out.push('c');
    coordinates(out, &[bow, 0, bow, to - from, 0, to - from]);
}

fn draw_sector(out: &mut String, map: &Map<'_>, sector: &Sector, rows: &Rows, span: (i32, i32)) {
    let (top, bottom) = span;
    open(out, map, sector);
    out.push_str("<path class=\"rb-field\"");
    out.push_str(STROKE);
    let numbers = [
        (WIDTH - ENDS, "\" d=\"M"),
        (i32::midpoint(ENDS, WIDTH), " "),
        (top, "V"),
        (bottom, "\"/>"),
    ];
    pieces(out, " stroke-opacity=\".07\" stroke-width=\"", &numbers);
    let close = open_title(out, map, sector);
    out.push_str("<path class=\"rb-band\" stroke-width=\"4\"");
    out.push_str(STROKE);
    pieces(out, " d=\"M", &[(WIDTH - 2, " "), (top, "V"), (bottom, "\"/>")]);
    let numbers = [
        (LABEL, "\" y=\""),
        (top + 18, "\" font-size=\"14\" font-weight=\"600\">"),
    ];
    pieces(out, "<text x=\"", &numbers);
    let length = f64::from(WIDTH - 8 - LABEL);
    escape::text(out, &one_line(title(map, sector).0, BOLD, length));
    out.push_str("</text>");
    out.push_str(close);
    for at in sector.seats.clone() {
        draw_row(out, map, map.rim.seats[at], rows.seats[at], length);
    }
    out.push_str("</g>");
}

fn draw_row(out: &mut String, map: &Map<'_>, seat: Seat, middle: i32, length: f64) {
    let party = &map.parties[seat.party];
    open_party(out, map, party);
    pieces(out, " transform=\"translate(0 ", &[(middle, ")\">")]);
    let label = one_line(&party.title, FACE, length);
    describe(out, map, party, &label);
    dot(out, party, DOT);
    pieces(out, "<text x=\"", &[(LABEL, "\" y=\"4\">")]);
    escape::text(out, &label);
    out.push_str("</text></a>");
}
