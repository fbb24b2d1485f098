//! Cards: the picture that is shown where a page is linked from, 1200 by 630 as Open Graph asks for.

use std::fmt::Write as _;

use super::views::Views;
use crate::graph::{Face, break_lines};
use crate::model::PartyId;
use crate::text::escape;

/// Its size, in pixels.
const WIDTH: i32 = 1_200;
const HEIGHT: i32 = 630;
const MARGIN: i32 = 80;

const KIND: Face = face(32, false);
const TITLE: Face = face(84, true);
const PURPOSE: Face = face(38, false);
const BOOK: Face = face(30, true);

const fn face(size: i32, bold: bool) -> Face {
    Face { size, bold }
}

impl Views<'_> {
    /// The card of a party as SVG: what it is, what it is called, what it is for, in which handbook.
    pub(crate) fn card_of(&self, id: PartyId) -> String {
        let party = self.organisation.party(id);
        let accent = self.config.accent();
        let mut svg = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{WIDTH}\" height=\"{HEIGHT}\" viewBox=\"0 0 {WIDTH} {HEIGHT}\" \
             font-family=\"sans-serif\"><rect width=\"{WIDTH}\" height=\"{HEIGHT}\" fill=\"#fff\"/>\
             <rect width=\"24\" height=\"{HEIGHT}\" fill=\"{accent}\"/>"
        );
        let mut at = 120;
        let kind = self.word(&format!("kind.{}", party.kind.name()));
        line(&mut svg, &kind, KIND, "#5b605d", at);
        for title in lines(&party.title, TITLE, 2) {
            at += 96;
            line(&mut svg, &title, TITLE, "#1f2321", at);
        }
        at += 20;
        for purpose in lines(self.summary(id), PURPOSE, 3) {
            at += 54;
            line(&mut svg, &purpose, PURPOSE, "#3b403d", at);
        }
        for book in lines(&self.config.title, BOOK, 1) {
            line(&mut svg, &book, BOOK, accent, HEIGHT - 56);
        }
        svg.push_str("</svg>");
        svg
    }
}

fn lines(text: &str, face: Face, most: usize) -> Vec<String> {
    break_lines(text, face, WIDTH - 2 * MARGIN, most)
}

/// A line of text that stands at that height.
fn line(svg: &mut String, text: &str, face: Face, colour: &str, at: i32) {
    let weight = if face.bold { 700 } else { 400 };
    let _ = write!(
        svg,
        "<text x=\"{MARGIN}\" y=\"{at}\" font-size=\"{}\" font-weight=\"{weight}\" fill=\"{colour}\">",
        face.size
    );
    escape::text(svg, text);
    svg.push_str("</text>");
}
