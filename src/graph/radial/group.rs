//! The parties of one team, drawn together: what holds for any arrangement.

use super::edges::number;
use super::rim::{Group, Sector};
use super::{Map, RimParty};
use crate::graph::line_break::break_lines;
use crate::graph::rounding::whole;
use crate::graph::svg::{attribute, pieces};
use crate::graph::text_width::Face;
use crate::model::PartyKind;
use crate::text::escape;

/// Letters may be wider than measured, by this part.
pub(super) const WIDER: f64 = 1.08;

/// A stroke that is seen without a style sheet, among things that are filled.
pub(super) const STROKE: &str = " fill=\"none\" stroke=\"currentColor\"";

/// The group's title, and its page if it has one.
pub(super) fn title<'a>(map: &Map<'a>, sector: &Sector) -> (&'a str, Option<&'a str>) {
    match sector.group {
        Group::Team(team) => (&map.teams[team].title, Some(&map.teams[team].href)),
        Group::NoTeam => (&map.words.no_team, None),
        Group::External => (&map.words.external, None),
    }
}

/// Opens the `<g>` around a group, in its team's colour.
pub(super) fn open(out: &mut String, map: &Map<'_>, sector: &Sector) {
    out.push_str("<g class=\"rb-sector rb-");
    if let Group::Team(team) = sector.group {
        pieces(out, "team-", &[(number(map.tints[team]), "\"")]);
        attribute(out, "data-team", &map.teams[team].id);
    } else {
        out.push_str("no-team\"");
    }
    out.push_str(" fill=\"currentColor\" stroke=\"none\">");
}

/// Opens a link to the group's page with its whole title in it, or a `<g>` where it has no page; gives what
/// closes it.
pub(super) fn open_title(out: &mut String, map: &Map<'_>, sector: &Sector) -> &'static str {
    let (title, href) = title(map, sector);
    let close = if let Some(href) = href {
        out.push_str("<a class=\"rb-team-title\"");
        attribute(out, "href", href);
        "</a>"
    } else {
        out.push_str("<g class=\"rb-team-title\"");
        "</g>"
    };
    out.push_str("><title>");
    escape::text(out, title);
    out.push_str("</title>");
    close
}

/// Opens a party's link up to its last attribute.
pub(super) fn open_party(out: &mut String, map: &Map<'_>, party: &RimParty) {
    out.push_str("<a class=\"rb-node rb-node-");
    out.push_str(party.kind.name());
    out.push_str(if party.is_vacant { " rb-vacant\"" } else { "\"" });
    attribute(out, "href", &party.href);
    attribute(out, "data-node", &party.id);
    if let Some(team) = party.team.and_then(|team| map.teams.get(team)) {
        attribute(out, "data-team", &team.id);
    }
    if !party.tags.is_empty() {
        attribute(out, "data-tags", &party.tags.join(" "));
    }
}

/// A party's `<title>`, where it says more than its label: all of them would be a tenth of the drawing.
pub(super) fn describe(out: &mut String, map: &Map<'_>, party: &RimParty, label: &str) {
    if !party.is_vacant && label == party.title {
        return;
    }
    out.push_str("<title>");
    escape::text(out, &party.title);
    if party.is_vacant {
        out.push_str(" – ");
        escape::text(out, &map.words.vacant);
    }
    out.push_str("</title>");
}

/// A shape for each kind, so that it needs no colour; a dashed ring where nobody keeps it.
pub(super) fn dot(out: &mut String, party: &RimParty, x: i32) {
    let (begin, x, end) = match party.kind {
        PartyKind::Role => ("<circle cx=\"", x, "\" r=\"4\""),
        PartyKind::Team => (
            "<rect x=\"",
            x - 5,
            "\" y=\"-5\" width=\"10\" height=\"10\" rx=\"3\"",
        ),
        PartyKind::External => ("<rect x=\"", x - 4, "\" y=\"-4\" width=\"8\" height=\"8\""),
    };
    pieces(out, begin, &[(x, end)]);
    if party.is_vacant {
        out.push_str(STROKE);
        out.push_str(" stroke-dasharray=\"2 1.5\"");
    }
    out.push_str("/>");
}

/// The text on one line within `length`, however wide the letters of the reader's font are.
pub(super) fn one_line(text: &str, face: Face, length: f64) -> String {
    break_lines(text, face, whole(length / WIDER), 1)
        .pop()
        .unwrap_or_default()
}
