//! HTML that authors write: which of it is kept.
//!
//! This chooses, so that what is kept can be checked like Markdown; `sanitise` then makes sure.

use std::collections::BTreeMap;
use std::ops::Range;

use super::markdown::Markdown;
use super::markup::{Token, tokens};
use super::unsafe_html::{self, Removed};
use crate::text::Span;
use pulldown_cmark::{Event, Tag};

/// A kept piece of an author's HTML.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Piece {
    /// Text as HTML.
    Text(String),
    /// A start tag with its attributes' values decoded, and the bytes of the tag in the source.
    Start(String, Vec<(String, String)>, Span),
    /// An end tag.
    End(String),
}

/// All HTML of a document, by the position of its event.
#[derive(Debug, Default)]
pub(super) struct RawHtml {
    fragments: Vec<(usize, Vec<Piece>)>,
    /// Events within a line that go with the element they stand in, by the position of the first.
    emptied: Vec<Range<usize>>,
    /// What is not kept and is to be told of.
    pub(super) removed: Vec<Removed>,
    /// Where tags are nested too deep to be kept, if anywhere: then none are.
    pub(super) excess: Option<Span>,
}

/// How many tags may be open at once in a document.
const DEPTH_LIMIT: usize = 256;

/// Elements that are kept.
pub(super) const KEPT: &[&str] = &[
    "a",
    "abbr",
    "b",
    "bdi",
    "bdo",
    "blockquote",
    "br",
    "caption",
    "cite",
    "code",
    "col",
    "colgroup",
    "dd",
    "del",
    "details",
    "dfn",
    "div",
    "dl",
    "dt",
    "em",
    "figcaption",
    "figure",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "hr",
    "i",
    "img",
    "ins",
    "kbd",
    "li",
    "mark",
    "ol",
    "p",
    "pre",
    "q",
    "rp",
    "rt",
    "ruby",
    "s",
    "samp",
    "small",
    "span",
    "strong",
    "sub",
    "summary",
    "sup",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "time",
    "tr",
    "u",
    "ul",
    "var",
    "wbr",
];

/// Elements that are kept as what they are called today.
const RENAMED: [(&str, &str); 5] = [
    ("h1", "h2"),
    ("strike", "s"),
    ("tt", "code"),
    ("acronym", "abbr"),
    ("center", "div"),
];

/// Elements that go with all that is in them.
const EMPTIED: &[&str] = &[
    "script",
    "style",
    "textarea",
    "title",
    "iframe",
    "xmp",
    "noembed",
    "noframes",
    "noscript",
    "plaintext",
    "template",
    "svg",
    "math",
    "object",
    "select",
];

/// Further elements of HTML, whose tags go and whose content stays.
const UNWRAPPED: &[&str] = &[
    "html", "head", "body", "meta", "link", "base", "form", "input", "button", "option", "optgroup", "label",
    "fieldset", "legend", "datalist", "output", "embed", "param", "applet", "frame", "frameset", "area",
    "map", "canvas", "video", "audio", "source", "track", "picture", "slot", "dialog", "basefont", "blink",
    "marquee", "nobr", "dir", "menu", "main", "header", "footer", "nav", "article", "section", "aside",
    "hgroup", "search", "progress", "meter", "data", "address", "portal", "bgsound", "big", "font",
];

/// Elements without an end tag.
const VOID: &[&str] = &["br", "col", "hr", "img", "wbr"];

impl RawHtml {
    /// Finds and chooses the HTML in `markdown`.
    pub(super) fn read(markdown: &Markdown<'_>) -> Self {
        let mut raw = Self::default();
        let mut open = Vec::new();
        let mut emptied = Emptied::default();
        let mut at = 0;
        while at < markdown.len() {
            let lines = match markdown.event(at) {
                Some(Event::Start(Tag::HtmlBlock)) => markdown.inside(at),
                Some(Event::Html(_) | Event::InlineHtml(_)) => at..at + 1,
                _ => {
                    at += 1;
                    continue;
                }
            };
            let end = markdown.end(at);
            let pieces = Source::of(markdown, lines).pieces(&mut raw.removed);
            raw.measure(&pieces, &mut open);
            raw.fragments.push((at, pieces));
            at = end;
            if let Some(emptied) = emptied.behind(markdown, at) {
                at = emptied.end;
                raw.emptied.push(emptied);
            }
        }
        if raw.excess.is_some() {
            for (_, pieces) in &mut raw.fragments {
                pieces.retain(|piece| matches!(piece, Piece::Text(_)));
            }
            raw.removed.clear();
        }
        raw
    }

    /// The HTML at `at`.
    pub(super) fn at(&self, at: usize) -> &[Piece] {
        self.fragments
            .binary_search_by_key(&at, |(at, _)| *at)
            .ok()
            .and_then(|found| self.fragments.get(found))
            .map_or(&[], |(_, pieces)| pieces)
    }

    /// The position behind what is left out from `at` on, if anything is.
    pub(super) fn emptied_at(&self, at: usize) -> Option<usize> {
        let found = self.emptied.binary_search_by_key(&at, |range| range.start).ok()?;
        self.emptied.get(found).map(|range| range.end)
    }

    /// Counts open tags. What is closed out of turn counts as open: a browser may keep it so.
    fn measure(&mut self, pieces: &[Piece], open: &mut Vec<String>) {
        for piece in pieces {
            match piece {
                Piece::Start(name, _, span) if !VOID.contains(&name.as_str()) => {
                    open.push(name.clone());
                    if open.len() > DEPTH_LIMIT && self.excess.is_none() {
                        self.excess = Some(*span);
                    }
                }
                Piece::End(name) if open.last() == Some(name) => {
                    open.pop();
                }
                _ => {}
            }
        }
    }
}

/// Finds what goes with elements within lines.
#[derive(Default)]
struct Emptied {
    /// Elements whose end was looked for in vain, and up to where: it is not looked for again there.
    missing: BTreeMap<String, usize>,
}

impl Emptied {
    /// What goes with the element whose start tag stands just before `behind`: all up to its end tag, where
    /// that stands in the same text, and in no other markup.
    fn behind(&mut self, markdown: &Markdown<'_>, behind: usize) -> Option<Range<usize>> {
        let Token::Start(name, _) = inline_tag(markdown, behind.checked_sub(1)?)? else {
            return None;
        };
        let searched = self.missing.get(&name).is_some_and(|end| behind < *end);
        if searched || !EMPTIED.contains(&name.as_str()) {
            return None;
        }
        let mut last = behind;
        for at in markdown.nodes(behind..markdown.len()) {
            last = at;
            match inline_tag(markdown, at) {
                Some(Token::End(ended)) if ended == name => return Some(behind..at + 1),
                _ if matches!(markdown.event(at), Some(Event::End(_))) => break,
                _ => {}
            }
        }
        self.missing.insert(name, last + 1);
        None
    }
}

/// The tag within a line that stands at `at`.
fn inline_tag<'m>(markdown: &'m Markdown<'_>, at: usize) -> Option<Token<'m>> {
    match markdown.event(at)? {
        Event::InlineHtml(text) => tokens(text).next().map(|(_, token)| token),
        _ => None,
    }
}

/// A fragment's text, and where its lines stand in the source.
struct Source {
    text: String,
    lines: Vec<(usize, usize)>,
}

impl Source {
    fn of(markdown: &Markdown<'_>, events: Range<usize>) -> Self {
        let mut source = Self {
            text: String::new(),
            lines: Vec::new(),
        };
        for at in events {
            if let Some(Event::Html(text) | Event::InlineHtml(text) | Event::Text(text)) = markdown.event(at)
            {
                source.lines.push((source.text.len(), markdown.span(at).start));
                source.text.push_str(text);
            }
        }
        source
    }

    /// Where byte `at` of the text stands in the source.
    fn position(&self, at: usize) -> usize {
        let line = self.lines.partition_point(|(start, _)| *start <= at);
        let (start, position) = line
            .checked_sub(1)
            .and_then(|line| self.lines.get(line))
            .copied()
            .unwrap_or_default();
        position + (at - start)
    }

    fn span(&self, range: Range<usize>) -> Span {
        Span::new(
            self.position(range.start),
            self.position(range.end.saturating_sub(1)) + 1,
        )
    }

    /// Adds what is to be told of the start tag in `range`.
    fn removed(
        &self,
        name: &str,
        attributes: &[(String, String)],
        range: Range<usize>,
        removed: &mut Vec<Removed>,
    ) {
        if kept(name).is_none() {
            removed.extend(unsafe_html::element(name, self.span(range)));
            return;
        }
        let tag = self.text.get(range.clone()).unwrap_or_default();
        let told = unsafe_html::attributes(attributes, tag);
        removed.extend(told.map(|(name, help, written)| {
            let written = written.shifted(range.start);
            unsafe_html::attribute(name, help, self.span(written.start..written.end))
        }));
    }

    fn pieces(&self, removed: &mut Vec<Removed>) -> Vec<Piece> {
        let mut pieces = Vec::new();
        let mut emptied: Option<String> = None;
        let mut all = tokens(&self.text).peekable();
        while let Some((at, token)) = all.next() {
            if let Some(name) = &emptied {
                if token == Token::End(name.clone()) {
                    emptied = None;
                }
                continue;
            }
            let end = all.peek().map_or(self.text.len(), |(next, _)| *next);
            if let Token::Start(name, attributes) = &token {
                self.removed(name, attributes, at..end, removed);
            }
            match token {
                Token::Start(name, _) if EMPTIED.contains(&name.as_str()) => {
                    // Alone, as in a sentence, it takes nothing with it.
                    emptied = (end < self.text.len()).then_some(name);
                }
                Token::Start(name, attributes) => {
                    pieces.extend(self.start(&name, attributes, self.span(at..end), at..end));
                }
                Token::End(name) => pieces.extend(kept(&name).map(|name| Piece::End(name.to_owned()))),
                Token::Text(text) => pieces.push(Piece::Text(text.replace('<', "&lt;"))),
                Token::Silent => {}
            }
        }
        pieces
    }

    fn start(
        &self,
        name: &str,
        attributes: Vec<(String, String)>,
        span: Span,
        range: Range<usize>,
    ) -> Option<Piece> {
        if let Some(kept) = kept(name) {
            return Some(Piece::Start(kept.to_owned(), attributes, span));
        }
        let known = UNWRAPPED.contains(&name);
        // `<your name>` is no HTML at all: someone means it to be read.
        let written = self.text.get(range).filter(|_| !known)?;
        Some(Piece::Text(
            written
                .replace('&', "&amp;")
                .replace('<', "&lt;")
                .replace('>', "&gt;"),
        ))
    }
}

/// The element that a tag of that name becomes, if it is kept.
fn kept(name: &str) -> Option<&'static str> {
    if let Some((_, today)) = RENAMED.iter().find(|(old, _)| *old == name) {
        return Some(today);
    }
    KEPT.iter().find(|kept| **kept == name).copied()
}
