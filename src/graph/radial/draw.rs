//! The map as SVG: classes for the style sheet, and attributes enough to be read without one.

use super::Map;
use super::bundle::Bundles;
use super::edges::{draw_edges, number};
use super::group::{STROKE, describe, dot, one_line, open, open_party, open_title, title};
use super::rim::{DOTS, Seat, Sector};
use crate::graph::key::Key;
use crate::graph::rounding::whole;
use crate::graph::svg::{self, pieces};
use crate::graph::turn::direction;
use crate::text::escape;

/// Between labels and the band around their team.
const BAND: i32 = 12;
/// From where an edge ends to the middle of its dot.
const DOT: i32 = 6;
/// How far an arrow's end stands from the others' at the same party, in places: in and out are apart.
const PORT: f64 = 0.16;

/// Writes the map.
pub(super) fn draw(map: &Map<'_>, bundles: &Bundles) -> String {
    let (kind, words) = (map.towards.name(), map.words);
    let middle = band(map) + map.rim.heading.size * 3 / 2 + 4;
    let key = Key::new(map.signs(), 2 * middle - 2 * DOTS);
    let size = (2 * middle, 2 * middle + key.height);
    let mut out = String::with_capacity(2_000 + 320 * map.parties.len() + 80 * map.edges.len());
    let font = map.rim.face.size;
    svg::open(&mut out, kind, size, font, &words.title, &words.description);
    let numbers = [(middle, " "), (middle, ")\">")];
    pieces(&mut out, "<g transform=\"translate(", &numbers);
    let aside = PORT * map.rim.place;
    draw_edges(&mut out, map, kind, |out, tail, tip| {
        let (from, to) = (tail.turn - aside, tip.turn + aside);
        bundles.path(out, (from, tail.sector), (to, tip.sector));
    });
    for (at, sector) in map.rim.sectors.iter().enumerate() {
        draw_sector(&mut out, map, at, sector);
    }
    out.push_str("</g>");
    key.draw(&mut out, DOTS, 2 * middle - 8);
    out.push_str("</svg>");
    out
}

/// The radius of the bands around teams.
fn band(map: &Map<'_>) -> i32 {
    map.rim.radius + DOTS + map.rim.label + BAND
}

fn draw_sector(out: &mut String, map: &Map<'_>, at: usize, sector: &Sector) {
    open(out, map, sector);
    // One thick stroke is the field behind the labels.
    let (inner, outer) = (map.rim.radius, band(map));
    out.push_str("<path class=\"rb-field\"");
    out.push_str(STROKE);
    let width = [(outer - inner, "\"")];
    pieces(out, " stroke-opacity=\".07\" stroke-width=\"", &width);
    arc(out, sector, f64::from(outer + inner) / 2.0, false);
    out.push_str("/>");
    draw_title(out, map, at, sector);
    for seat in &map.rim.seats[sector.seats.clone()] {
        draw_seat(out, map, *seat);
    }
    out.push_str("</g>");
}

/// The band around a team, and its title along it.
fn draw_title(out: &mut String, map: &Map<'_>, at: usize, sector: &Sector) {
    let close = open_title(out, map, sector);
    let (kind, heading, radius) = (map.towards.name(), map.rim.heading, f64::from(band(map)));
    let middle = f64::midpoint(sector.turns.start, sector.turns.end);
    // Letters stand upright: in the lower half their line runs the other way.
    let is_below = (0.25..0.75).contains(&middle);
    out.push_str("<path class=\"rb-band\" stroke-width=\"4\"");
    out.push_str(STROKE);
    out.push_str(" id=\"rb-");
    out.push_str(kind);
    pieces(out, "-band-", &[(number(at), "\"")]);
    arc(out, sector, radius, is_below);
    let away = if is_below { heading.size + 2 } else { -7 };
    let numbers = [
        (heading.size, "\" dy=\""),
        (away, "\" font-weight=\"600\" text-anchor=\"middle\">"),
    ];
    pieces(out, "/><text font-size=\"", &numbers);
    out.push_str("<textPath startOffset=\"50%\" href=\"#rb-");
    out.push_str(kind);
    pieces(out, "-band-", &[(number(at), "\">")]);
    let length = (sector.turns.end - sector.turns.start) * std::f64::consts::TAU * radius;
    escape::text(out, &one_line(title(map, sector).0, heading, length));
    out.push_str("</textPath></text>");
    out.push_str(close);
}

/// A party on a line from the middle outwards, turned so that its label stands upright.
fn draw_seat(out: &mut String, map: &Map<'_>, seat: Seat) {
    let party = &map.parties[seat.party];
    let is_left = seat.turn > 0.5;
    let degrees = seat.turn * 360.0 - if is_left { 270.0 } else { 90.0 };
    open_party(out, map, party);
    out.push_str(" transform=\"rotate(");
    push_tenths(out, whole(degrees * 10.0));
    out.push_str(")\">");
    let label = one_line(&party.title, map.rim.face, f64::from(map.rim.label));
    describe(out, map, party, &label);
    let side = if is_left { -1 } else { 1 };
    dot(out, party, side * (map.rim.radius + DOT));
    let numbers = [(side * (map.rim.radius + DOTS), "\" y=\"4\"")];
    pieces(out, "<text x=\"", &numbers);
    out.push_str(if is_left { " text-anchor=\"end\">" } else { ">" });
    escape::text(out, &label);
    out.push_str("</text></a>");
}

/// Writes the data of a sector's arc, clockwise unless it is turned round.
fn arc(out: &mut String, sector: &Sector, radius: f64, is_reversed: bool) {
    let (mut from, mut to) = (sector.turns.start, sector.turns.end);
    let is_large = to - from > 0.5;
    if is_reversed {
        (from, to) = (to, from);
    }
    out.push_str(" d=\"M");
    place(out, from, radius);
    out.push('A');
    push_tenths(out, whole(radius * 10.0));
    out.push(' ');
    push_tenths(out, whole(radius * 10.0));
    out.push_str(if is_large { " 0 1 " } else { " 0 0 " });
    out.push_str(if is_reversed { "0 " } else { "1 " });
    place(out, to, radius);
    out.push('"');
}

fn place(out: &mut String, turn: f64, radius: f64) {
    let spot = direction(turn).times(radius * 10.0);
    push_tenths(out, whole(spot.x));
    out.push(' ');
    push_tenths(out, whole(spot.y));
}

/// Writes a number of tenths, such as `12.5`.
fn push_tenths(out: &mut String, tenths: i32) {
    if tenths < 0 {
        out.push('-');
    }
    let tenths = i32::try_from(tenths.unsigned_abs()).unwrap_or(i32::MAX);
    pieces(out, "", &[(tenths / 10, "")]);
    if tenths % 10 != 0 {
        pieces(out, ".", &[(tenths % 10, "")]);
    }
}
