//! A source's Markdown with all that is known of it before any of it is written.

use std::cell::OnceCell;

use super::anchors::Anchors;
use super::footnotes::Footnotes;
use super::markdown::{DEPTH_LIMIT, Markdown};
use super::raw_html::RawHtml;
use super::references::References;
use super::sanitise;
use crate::finding::{Finding, kind};
use crate::text::{Place, SourceId, Span};

/// What stands below the front matter.
pub(super) struct Body<'a> {
    pub(super) markdown: Markdown<'a>,
    pub(super) raw: RawHtml,
    pub(super) references: References,
    pub(super) footnotes: Footnotes,
    /// None until [`Body::with_anchors`].
    pub(super) anchors: Anchors,
    /// The Markdown itself.
    text: &'a str,
    offset: usize,
    /// See [`Body::nonce`]: few sources need one.
    nonce: OnceCell<String>,
}

impl<'a> Body<'a> {
    /// Reads `text`, which begins at byte `offset` of `source`.
    pub(super) fn read(text: &'a str, offset: usize, source: SourceId) -> (Self, Vec<Finding>) {
        let markdown = Markdown::read(text, offset);
        let raw = RawHtml::read(&markdown);
        let references = References::read(&markdown, &raw);
        let mut findings = Vec::new();
        let footnotes = Footnotes::read(&markdown);
        if let Some(excess) = markdown.excess {
            let message = format!("lists, quotes or markup are nested {} deep", excess.depth);
            findings.push(
                Finding::new(&kind::UNREADABLE_SOURCE, Place::new(source, excess.span), message)
                    .label(format!("from here on it is more than {DEPTH_LIMIT}"))
                    .help("indent less: what is deeper is shown without its nesting"),
            );
        }
        if let Some(span) = raw.excess {
            findings.push(
                Finding::new(
                    &kind::UNREADABLE_SOURCE,
                    Place::new(source, span),
                    "HTML tags are nested too deep",
                )
                .label("too many tags are still open here")
                .help("close each tag, or write it as Markdown: the page is shown without its HTML"),
            );
        }
        let body = Self {
            markdown,
            raw,
            references,
            footnotes,
            anchors: Anchors::default(),
            text,
            offset,
            nonce: OnceCell::new(),
        };
        (body, findings)
    }

    /// Gives its headings their anchors: all but the heading at `title`.
    pub(super) fn with_anchors(mut self, title: Option<usize>, is_glossary: bool) -> Self {
        self.anchors = Anchors::read(&self, title, is_glossary);
        self
    }

    /// `span` without white space at its end.
    pub(super) fn trimmed(&self, span: Span) -> Span {
        let from = span.start.saturating_sub(self.offset);
        let written = self.text.get(from..span.end.saturating_sub(self.offset));
        Span::new(
            span.start,
            span.start + written.map_or(span.end - span.start, |text| text.trim_end().len()),
        )
    }

    /// A word that the text can't hold, made of all of it once.
    pub(super) fn nonce(&self) -> &str {
        self.nonce.get_or_init(|| sanitise::nonce(self.text))
    }

    /// The positions of the outermost nodes.
    pub(super) fn outermost(&self) -> Vec<usize> {
        self.markdown.nodes(0..self.markdown.len()).collect()
    }
}
