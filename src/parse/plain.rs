//! Prose as plain text: blocks and items on lines of their own.

use std::ops::Range;

use pulldown_cmark::{Event, LinkType, Tag, TagEnd};

use super::body::Body;
use super::link::fold;
use super::markup::decoded;
use super::raw_html::Piece;
use super::slice::{Slice, Writer};
use crate::model::{Fill, Slot, Template};

/// The plain text of `slice`.
pub(super) fn template(body: &Body<'_>, slice: &Slice) -> Template {
    Plain::new(body).slice(slice)
}

/// The plain text of `slice` without the lists in it.
pub(super) fn without_lists(body: &Body<'_>, slice: &Slice) -> Template {
    let mut plain = Plain::new(body);
    plain.without_lists = true;
    plain.slice(slice)
}

/// The plain text of `slice` as it can stand in a heading: its parts follow each other on one line.
pub(super) fn phrase(body: &Body<'_>, slice: &Slice) -> Template {
    let mut plain = Plain::new(body);
    plain.is_phrase = true;
    plain.slice(slice)
}

/// The plain text of `events` on one line, names of wikilinks as they are written.
pub(super) fn written(body: &Body<'_>, events: Range<usize>) -> String {
    written_slice(body, &Slice::from(events))
}

/// The plain text of `slice` on one line, names of wikilinks as they are written.
pub(super) fn written_slice(body: &Body<'_>, slice: &Slice) -> String {
    let Template { text, slots } = phrase(body, slice);
    let mut out = String::with_capacity(text.len());
    let mut done = 0;
    for slot in slots {
        if let Fill::Name(id) = slot.fill
            && let Some(reference) = body.references.get(id)
        {
            out.push_str(&text[done..slot.at]);
            done = slot.at;
            out.push_str(&reference.name);
        }
    }
    out.push_str(&text[done..]);
    fold(&out)
}

struct Plain<'b, 'a> {
    body: &'b Body<'a>,
    out: Template,
    /// What is to stand before whatever comes next.
    gap: &'static str,
    without_lists: bool,
    /// Whether the slice's parts are parts of one line.
    is_phrase: bool,
}

impl<'b, 'a> Plain<'b, 'a> {
    fn new(body: &'b Body<'a>) -> Self {
        Self {
            body,
            out: Template::default(),
            gap: "",
            without_lists: false,
            is_phrase: false,
        }
    }

    fn slice(mut self, slice: &Slice) -> Template {
        let body = self.body;
        for part in &slice.parts {
            if !self.is_phrase {
                self.line();
            }
            part.write(&body.markdown, &mut self);
        }
        let kept = self.kept();
        let len = kept + self.out.text[kept..].trim_end().len();
        self.out.text.truncate(len);
        self.out
    }

    fn start(&mut self, tag: &Tag<'_>, at: usize) -> usize {
        let markdown = &self.body.markdown;
        match tag {
            Tag::Emphasis | Tag::Strong | Tag::Strikethrough | Tag::TableCell => {}
            Tag::Link { link_type, .. } | Tag::Image { link_type, .. } => {
                let reference = self.body.references.at(markdown.span(at).start);
                if is_unnamed(*link_type, markdown.inside(at).is_empty())
                    && let Some(id) = reference
                {
                    self.slot(Fill::Name(id));
                    return markdown.end(at);
                }
            }
            Tag::FootnoteDefinition(_) => return markdown.end(at),
            Tag::List(_) if self.without_lists => {
                self.line();
                return markdown.end(at);
            }
            Tag::HtmlBlock => {
                self.line();
                self.html(self.body.raw.at(at));
                self.line();
                return markdown.end(at);
            }
            _ => self.line(),
        }
        at + 1
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough | TagEnd::Link | TagEnd::Image => {}
            TagEnd::TableCell => self.gap(" | "),
            _ => self.line(),
        }
    }

    fn html(&mut self, pieces: &[Piece]) {
        for piece in pieces {
            match piece {
                Piece::Text(text) => self.text(&decoded(text)),
                Piece::Start(name, ..) if name == "br" => self.line(),
                _ => {}
            }
        }
    }

    fn line(&mut self) {
        self.gap = "\n";
    }

    fn gap(&mut self, gap: &'static str) {
        if self.gap != "\n" {
            self.gap = gap;
        }
    }

    fn slot(&mut self, fill: Fill) {
        self.fill_gap();
        self.out.slots.push(Slot {
            at: self.out.text.len(),
            fill,
        });
    }

    fn fill_gap(&mut self) {
        if !self.is_empty() {
            if self.gap == "\n" {
                self.trim_line();
            }
            self.out.text.push_str(self.gap);
        }
        self.gap = "";
    }

    /// No line ends in a space.
    fn trim_line(&mut self) {
        let kept = self.kept();
        let len = kept + self.out.text[kept..].trim_end_matches([' ', '\n']).len();
        self.out.text.truncate(len);
    }

    /// How much of the text stands before the last slot, and must stay there.
    fn kept(&self) -> usize {
        self.out.slots.last().map_or(0, |slot| slot.at)
    }

    fn is_empty(&self) -> bool {
        self.out.text.is_empty() && self.out.slots.is_empty()
    }
}

impl Writer for Plain<'_, '_> {
    fn text(&mut self, text: &str) {
        if self.is_empty() || self.gap == "\n" {
            let text = text.trim_start();
            if !text.is_empty() {
                self.fill_gap();
                self.out.text.push_str(text);
            }
        } else if !text.is_empty() {
            self.fill_gap();
            self.out.text.push_str(text);
        }
    }

    fn event(&mut self, at: usize) -> usize {
        if let Some(behind) = self.body.raw.emptied_at(at) {
            return behind;
        }
        let markdown = &self.body.markdown;
        match markdown.event(at) {
            Some(Event::Start(tag)) => return self.start(tag, at),
            Some(Event::End(tag)) => self.end(*tag),
            Some(Event::Text(text) | Event::Code(text)) => self.text(text),
            Some(Event::SoftBreak) => self.gap(" "),
            Some(Event::HardBreak | Event::Rule) => self.line(),
            Some(Event::TaskListMarker(is_done)) => self.text(if *is_done { "[x] " } else { "[ ] " }),
            Some(Event::Html(_) | Event::InlineHtml(_)) => self.html(self.body.raw.at(at)),
            _ => {}
        }
        at + 1
    }
}

/// Whether a link has no text of its own, so that it shows the title of what it leads to.
pub(super) fn is_unnamed(link_type: LinkType, has_no_text: bool) -> bool {
    has_no_text || matches!(link_type, LinkType::WikiLink { has_pothole: false })
}
