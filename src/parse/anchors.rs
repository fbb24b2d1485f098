//! The places in a page that links can lead to.

use pulldown_cmark::{Event, Tag};

use super::body::Body;
use super::plain;
use super::raw_html::Piece;
use super::slice::Slice;
use crate::model::{Anchor, Template};
use crate::text::Slugger;

/// The anchors of a document.
#[derive(Debug, Default)]
pub(super) struct Anchors {
    /// In the order of writing.
    pub(super) list: Vec<Anchor>,
    /// The position of each one's event, or for raw HTML the first byte of its tag.
    events: Vec<(usize, usize)>,
    tags: Vec<(usize, usize)>,
    /// Those of the footnotes, in their order.
    pub(super) footnotes: Vec<String>,
}

impl Anchors {
    /// Gives every heading but the title its anchor, and every term of a glossary; takes those that
    /// raw HTML sets, where they are free.
    pub(super) fn read(body: &Body<'_>, title: Option<usize>, is_glossary: bool) -> Self {
        let mut anchors = Self::default();
        let mut slugger = Slugger::default();
        for at in 0..body.markdown.len() {
            match body.markdown.event(at) {
                Some(Event::Start(Tag::Heading { level, .. })) if title != Some(at) => {
                    anchors.name(&mut slugger, body, at, (*level as u8).max(2));
                }
                Some(Event::Start(Tag::DefinitionListTitle)) if is_glossary => {
                    anchors.name(&mut slugger, body, at, 0);
                }
                Some(Event::Start(Tag::HtmlBlock) | Event::Html(_) | Event::InlineHtml(_)) => {
                    anchors.take(&mut slugger, body.raw.at(at));
                }
                _ => {}
            }
        }
        for (label, _) in &body.footnotes.list {
            anchors.footnotes.push(slugger.anchor(&format!("fn {label}")));
        }
        anchors
    }

    /// The anchor of the heading or term at `at`.
    pub(super) fn at(&self, at: usize) -> Option<&str> {
        self.id(&self.events, at)
    }

    /// The anchor that the tag whose bytes begin at `start` sets.
    pub(super) fn of_tag(&self, start: usize) -> Option<&str> {
        self.id(&self.tags, start)
    }

    fn id(&self, positions: &[(usize, usize)], at: usize) -> Option<&str> {
        let found = positions.binary_search_by_key(&at, |(at, _)| *at).ok()?;
        let (_, number) = positions.get(found)?;
        self.list.get(*number).map(|anchor| anchor.id.as_str())
    }

    fn name(&mut self, slugger: &mut Slugger, body: &Body<'_>, at: usize, level: u8) {
        let inside = body.markdown.inside(at);
        self.events.push((at, self.list.len()));
        self.list.push(Anchor {
            id: slugger.anchor(&plain::written(body, inside.clone())),
            text: plain::phrase(body, &Slice::from(inside)),
            level,
            span: body.trimmed(body.markdown.span(at)),
        });
    }

    fn take(&mut self, slugger: &mut Slugger, pieces: &[Piece]) {
        for piece in pieces {
            let Piece::Start(name, attributes, span) = piece else {
                continue;
            };
            let id = attributes
                .iter()
                .find(|(key, _)| key == "id" || (key == "name" && name == "a"))
                .map(|(_, id)| id)
                .filter(|id| is_free(id));
            if let Some(id) = id
                && slugger.claim(id)
            {
                self.tags.push((span.start, self.list.len()));
                self.list.push(Anchor {
                    id: id.clone(),
                    text: Template::default(),
                    level: 0,
                    span: *span,
                });
            }
        }
    }
}

/// Whether an author may set that id: the theme's own begin with `rb-`.
fn is_free(id: &str) -> bool {
    !id.is_empty() && !id.starts_with("rb-") && !id.contains(|c: char| c.is_whitespace() || c.is_control())
}
