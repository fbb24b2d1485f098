//! Prose as HTML with slots.

use pulldown_cmark::{Event, Tag};

use super::body::Body;
use super::html_blocks::Table;
use super::html_raw;
use super::plain::{self, is_unnamed};
use super::sanitise::sanitise;
use super::slice::{Slice, Writer};
use crate::model::{Fill, ReferenceId, Slot, Template};
use crate::text::escape;

/// The HTML of `slice` as blocks: text that stands in none is put into a paragraph.
pub(super) fn flow(body: &Body<'_>, slice: &Slice) -> Template {
    Html::new(body, true).slice(slice)
}

/// The HTML of `slice` as it can stand in a heading.
pub(super) fn phrase(body: &Body<'_>, slice: &Slice) -> Template {
    Html::new(body, false).slice(slice)
}

/// The writer.
pub(super) struct Html<'b, 'a> {
    pub(super) body: &'b Body<'a>,
    pub(super) out: Template,
    /// Whether an author's tags are in it.
    pub(super) has_tags: bool,
    /// Whether text outside of all blocks is put into paragraphs.
    wraps: bool,
    /// How many blocks are open.
    pub(super) depth: usize,
    /// Whether a paragraph is open that the source does not have.
    wrapping: bool,
    /// The links that are open; none for one that was refused.
    pub(super) links: Vec<Option<ReferenceId>>,
    pub(super) table: Table,
}

impl<'b, 'a> Html<'b, 'a> {
    fn new(body: &'b Body<'a>, wraps: bool) -> Self {
        Self {
            body,
            out: Template::default(),
            has_tags: false,
            wraps,
            depth: 0,
            wrapping: false,
            links: Vec::new(),
            table: Table::default(),
        }
    }

    fn slice(mut self, slice: &Slice) -> Template {
        let body = self.body;
        for part in &slice.parts {
            self.unwrap();
            part.write(&body.markdown, &mut self);
        }
        self.unwrap();
        if self.has_tags {
            sanitise(&self.out, body.nonce())
        } else {
            self.out
        }
    }

    fn start_inline(&mut self, tag: &Tag<'_>, at: usize) -> usize {
        self.wrap();
        let markdown = &self.body.markdown;
        match tag {
            Tag::Emphasis => self.put("<em>"),
            Tag::Strong => self.put("<strong>"),
            Tag::Strikethrough => self.put("<del>"),
            Tag::Image { .. } => {
                self.image(at);
                return markdown.end(at);
            }
            Tag::Link { link_type, .. } => {
                let reference = self.body.references.at(markdown.span(at).start);
                if let Some(id) = reference {
                    self.slot(Fill::Open(id));
                    if is_unnamed(*link_type, markdown.inside(at).is_empty()) {
                        self.slot(Fill::Name(id));
                        self.slot(Fill::Close(id));
                        return markdown.end(at);
                    }
                }
                self.links.push(reference);
            }
            _ => {}
        }
        at + 1
    }

    fn checkbox(&mut self, is_done: bool) {
        self.wrap();
        self.put("<input type=\"checkbox\" disabled");
        self.put(if is_done { " checked" } else { "" });
        self.put(" aria-label=\"");
        self.slot(Fill::Word(if is_done { "task.done" } else { "task.open" }));
        self.put("\"> ");
    }

    fn image(&mut self, at: usize) {
        let body = self.body;
        let alt = plain::written(body, body.markdown.inside(at));
        let Some(id) = body.references.at(body.markdown.span(at).start) else {
            return escape::text(&mut self.out.text, &alt);
        };
        self.put("<img src=\"");
        self.slot(Fill::Address(id));
        self.put("\" alt=\"");
        escape::attribute(&mut self.out.text, &alt);
        if let Some(reference) = body.references.get(id).filter(|found| !found.tooltip.is_empty()) {
            self.put("\" title=\"");
            escape::attribute(&mut self.out.text, &reference.tooltip);
        }
        self.put("\" loading=\"lazy\">");
    }

    fn footnote(&mut self, label: &str) {
        self.wrap();
        match self.body.footnotes.number(label) {
            Some(number) => self.slot(Fill::Footnote(number)),
            None => escape::text(&mut self.out.text, &format!("[^{label}]")),
        }
    }

    fn wrap(&mut self) {
        if self.wraps && self.depth == 0 && !self.wrapping {
            self.line();
            self.put("<p>");
            self.wrapping = true;
        }
    }

    pub(super) fn unwrap(&mut self) {
        if self.wrapping && self.depth == 0 {
            self.wrapping = false;
            self.put("</p>\n");
        }
    }

    pub(super) fn put(&mut self, html: &str) {
        self.out.text.push_str(html);
    }

    pub(super) fn slot(&mut self, fill: Fill) {
        self.out.slots.push(Slot {
            at: self.out.text.len(),
            fill,
        });
    }

    /// Blocks begin on lines of their own.
    pub(super) fn line(&mut self) {
        let begins = self.out.text.is_empty() || self.out.text.ends_with('\n');
        if !begins {
            self.put("\n");
        }
    }
}

impl Writer for Html<'_, '_> {
    fn text(&mut self, text: &str) {
        if self.wraps && self.depth == 0 && !self.wrapping {
            let text = text.trim_start();
            if !text.is_empty() {
                self.wrap();
                escape::text(&mut self.out.text, text);
            }
        } else {
            escape::text(&mut self.out.text, text);
        }
    }

    fn event(&mut self, at: usize) -> usize {
        if let Some(behind) = self.body.raw.emptied_at(at) {
            return behind;
        }
        let body = self.body;
        match body.markdown.event(at) {
            Some(Event::Start(tag)) if is_inline(tag) => return self.start_inline(tag, at),
            Some(Event::Start(tag)) => return self.start_block(tag, at),
            Some(Event::End(tag)) => self.end(*tag),
            Some(Event::Text(text)) => self.text(text),
            Some(Event::Code(text)) => {
                self.wrap();
                self.put("<code>");
                escape::text(&mut self.out.text, text);
                self.put("</code>");
            }
            Some(Event::SoftBreak) => self.text("\n"),
            Some(Event::HardBreak) => self.put("<br>\n"),
            Some(Event::Rule) => {
                self.line();
                self.put("<hr>\n");
            }
            Some(Event::FootnoteReference(label)) => self.footnote(label),
            Some(Event::TaskListMarker(is_done)) => self.checkbox(*is_done),
            Some(Event::Html(_)) => html_raw::write(self, body.raw.at(at)),
            Some(Event::InlineHtml(_)) => {
                self.wrap();
                html_raw::write(self, body.raw.at(at));
            }
            _ => {}
        }
        at + 1
    }
}

fn is_inline(tag: &Tag<'_>) -> bool {
    matches!(
        tag,
        Tag::Emphasis
            | Tag::Strong
            | Tag::Strikethrough
            | Tag::Superscript
            | Tag::Subscript
            | Tag::Link { .. }
            | Tag::Image { .. }
    )
}
