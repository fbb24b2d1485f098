//! Images without words for those who can't see them.

use pulldown_cmark::{Event, LinkType, Tag};

use super::body::Body;
use super::plain;
use super::raw_html::Piece;
use crate::config::Language;
use crate::finding::{Certainty, Finding, Fix, kind};
use crate::model::Reference;
use crate::text::{Phrase, Place, SourceId, Span, Word};

const WORDLESS: Phrase = Phrase {
    en: "the image {image} has no words for those who can't see it",
    de: "das Bild {image} hat keinen Text für die, die es nicht sehen können",
    fr: "l’image {image} n’a pas de texte pour celles et ceux qui ne peuvent pas la voir",
    it: "l’immagine {image} non ha un testo per chi non può vederla",
};

/// A finding for each image that shows something and does not say what.
pub(super) fn findings(body: &Body<'_>, source: SourceId, language: &Language) -> Vec<Finding> {
    let mut findings = Vec::new();
    for at in 0..body.markdown.len() {
        match body.markdown.event(at) {
            Some(Event::Start(Tag::Image { link_type, .. })) => {
                findings.extend(written(body, at, *link_type, (source, language)));
            }
            Some(Event::Start(Tag::HtmlBlock) | Event::Html(_) | Event::InlineHtml(_)) => {
                let raw = body.raw.at(at).iter();
                findings.extend(raw.filter_map(|piece| tagged(body, piece, (source, language))));
            }
            _ => {}
        }
    }
    findings
}

/// `![](image.png)`, or `![[image.png]]`, whose words are the file's name.
fn written(
    body: &Body<'_>,
    at: usize,
    link_type: LinkType,
    (source, language): (SourceId, &Language),
) -> Option<Finding> {
    let span = body.markdown.span(at);
    let image = body.references.get(body.references.at(span.start)?)?;
    let is_name = matches!(link_type, LinkType::WikiLink { has_pothole: false });
    if !is_name && !plain::written(body, body.markdown.inside(at)).is_empty() {
        return None;
    }
    let name = shown(image)?;
    let finding = finding(Place::new(source, span), image, name, language)
        .help("say what it shows between the brackets, as in `![the way to the office](map.png)`")
        .help("if it is mere decoration, write it as `<img src=\"map.png\" alt=\"\">`");
    if is_name || image.tooltip.is_empty() {
        return Some(finding);
    }
    let words = image.tooltip.replace(['[', ']'], "");
    let between = Place::new(source, Span::new(span.start + 2, span.start + 2));
    let fix = Fix::new("say there what its title says", between, words, Certainty::Likely);
    Some(finding.fix(fix))
}

/// `<img src="image.png">`. With `alt=""` its author says that there is nothing to tell.
fn tagged(body: &Body<'_>, piece: &Piece, (source, language): (SourceId, &Language)) -> Option<Finding> {
    let Piece::Start(element, attributes, span) = piece else {
        return None;
    };
    let is_silent = |(key, value): &(String, String)| match key.as_str() {
        "alt" => true,
        "role" => matches!(value.as_str(), "presentation" | "none"),
        "aria-hidden" => value == "true",
        _ => false,
    };
    if element != "img" || attributes.iter().any(is_silent) {
        return None;
    }
    let image = body.references.get(body.references.at(span.start)?)?;
    let finding = finding(Place::new(source, *span), image, shown(image)?, language);
    Some(finding.help("add `alt=\"...\"` with what it shows, or `alt=\"\"` if it is mere decoration"))
}

fn finding(place: Place, image: &Reference, name: &str, language: &Language) -> Finding {
    let words = [("image", Word::plain(format!("`{name}`")))];
    Finding::said(&kind::MISSING_ALT_TEXT, place, language.say(&WORDLESS, &words))
        .label("nothing is read out here")
        .about(&image.name)
}

/// What an image is called in findings; none where it has no address, of which more is said elsewhere.
fn shown(image: &Reference) -> Option<&str> {
    const MOST: usize = 60;
    let file = image.name.rsplit('/').find(|part| !part.is_empty())?;
    let end = file.char_indices().nth(MOST).map_or(file.len(), |(at, _)| at);
    file.get(..end)
}
