//! Every link, wikilink and image of a document.

use pulldown_cmark::{Event, LinkType, Tag};

use super::link::{Destination, fold, of_link, of_wikilink};
use super::markdown::Markdown;
use super::raw_html::{Piece, RawHtml};
use crate::model::{Reference, ReferenceForm, ReferenceId};
use crate::text::Span;

/// The references, by where they stand.
#[derive(Debug, Default)]
pub(super) struct References {
    /// In the order of writing.
    pub(super) list: Vec<Reference>,
    /// The first byte of each, in ascending order.
    starts: Vec<usize>,
}

impl References {
    /// Collects the references of `markdown`.
    pub(super) fn read(markdown: &Markdown<'_>, raw: &RawHtml) -> Self {
        let mut references = Self::default();
        for at in 0..markdown.len() {
            match markdown.event(at) {
                Some(Event::Start(tag)) => references.markdown(tag, markdown.span(at)),
                Some(Event::Html(_) | Event::InlineHtml(_)) => {}
                _ => continue,
            }
            for piece in raw.at(at) {
                if let Piece::Start(name, attributes, span) = piece {
                    references.html(name, attributes, *span);
                }
            }
        }
        references
    }

    /// The reference whose bytes begin at `start`.
    pub(super) fn at(&self, start: usize) -> Option<ReferenceId> {
        self.starts.binary_search(&start).ok().map(ReferenceId::at)
    }

    /// The reference of that number.
    pub(super) fn get(&self, id: ReferenceId) -> Option<&Reference> {
        self.list.get(id.index())
    }

    fn markdown(&mut self, tag: &Tag<'_>, span: Span) {
        let (link_type, dest, title, is_image) = match tag {
            Tag::Link {
                link_type,
                dest_url,
                title,
                ..
            } => (*link_type, dest_url, title, false),
            Tag::Image {
                link_type,
                dest_url,
                title,
                ..
            } => (*link_type, dest_url, title, true),
            _ => return,
        };
        let (form, destination) = match link_type {
            LinkType::WikiLink { .. } => (ReferenceForm::Wikilink, of_wikilink(dest)),
            LinkType::Email => (ReferenceForm::Link, of_link(&format!("mailto:{dest}"))),
            _ => (ReferenceForm::Link, of_link(dest)),
        };
        let form = if is_image { ReferenceForm::Image } else { form };
        self.add(form, destination, fold(title), span);
    }

    fn html(&mut self, name: &str, attributes: &[(String, String)], span: Span) {
        let (form, key) = match name {
            "a" => (ReferenceForm::Link, "href"),
            "img" => (ReferenceForm::Image, "src"),
            _ => return,
        };
        let value = |key: &str| {
            attributes
                .iter()
                .find(|(name, _)| name == key)
                .map(|(_, value)| value)
        };
        if let Some(written) = value(key) {
            let tooltip = value("title").map_or_else(String::new, |title| fold(title));
            self.add(form, of_link(written), tooltip, span);
        }
    }

    fn add(&mut self, form: ReferenceForm, destination: Destination, tooltip: String, span: Span) {
        if self.starts.last().is_some_and(|last| *last >= span.start) {
            return;
        }
        // A URL in double brackets is a link like any other.
        let is_url = form == ReferenceForm::Wikilink && destination.name.contains("://");
        self.starts.push(span.start);
        self.list.push(Reference {
            form: if is_url { ReferenceForm::Link } else { form },
            name: destination.name,
            anchor: destination.anchor,
            tooltip,
            span,
        });
    }
}

/// Whether it may name a party: a wikilink, or a link to a source.
pub(super) fn may_name_party(reference: &Reference) -> bool {
    match reference.form {
        ReferenceForm::Wikilink => !reference.name.is_empty(),
        ReferenceForm::Link => {
            let extension = reference.name.rsplit_once('.').map(|(_, extension)| extension);
            extension.is_some_and(|extension| extension.eq_ignore_ascii_case("md"))
                && !reference.name.contains("://")
        }
        ReferenceForm::Image => false,
    }
}
