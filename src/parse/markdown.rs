//! Markdown as a list of events that can be walked by position.

use std::ops::Range;

use pulldown_cmark::{CowStr, Event, Options, Parser, Tag, TagEnd};

use crate::text::Span;

/// The events of one text. A *node* is a start event with all up to its end event, or any other event.
#[derive(Default)]
pub(super) struct Markdown<'a> {
    events: Vec<Event<'a>>,
    spans: Vec<Span>,
    /// For each event the position behind its node.
    ends: Vec<usize>,
    /// The nesting that was too deep, if any.
    pub(super) excess: Option<Excess>,
}

/// Nesting beyond what is read as such.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Excess {
    /// How deep it goes.
    pub(super) depth: usize,
    /// Where it first goes too deep.
    pub(super) span: Span,
}

/// How deep lists, quotes and markup may nest: deeper text is kept, its nesting is not.
pub(super) const DEPTH_LIMIT: usize = 64;

/// Of how many bytes an event is made in lists of short items, which have most of them.
const BYTES_AN_EVENT: usize = 12;

/// Listed one by one: new ones change what existing text means, and "all" switches footnotes off.
fn options() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_GFM
        | Options::ENABLE_DEFINITION_LIST
        | Options::ENABLE_WIKILINKS
}

impl<'a> Markdown<'a> {
    /// Reads `text`, which begins at byte `offset` of its source.
    pub(super) fn read(text: &'a str, offset: usize) -> Self {
        let mut reader = Reader::with_room_for(text.len() / BYTES_AN_EVENT + 16);
        for (event, range) in Parser::new_ext(text, options()).into_offset_iter() {
            reader.take(event, Span::from(range).shifted(offset));
        }
        reader.finish_text();
        reader.markdown
    }

    /// The number of events.
    pub(super) fn len(&self) -> usize {
        self.events.len()
    }

    /// The event at `at`, if there is one.
    pub(super) fn event(&self, at: usize) -> Option<&Event<'a>> {
        self.events.get(at)
    }

    /// The tag that starts at `at`, if one does.
    pub(super) fn tag(&self, at: usize) -> Option<&Tag<'a>> {
        match self.events.get(at) {
            Some(Event::Start(tag)) => Some(tag),
            _ => None,
        }
    }

    /// The bytes of the node at `at`.
    pub(super) fn span(&self, at: usize) -> Span {
        self.spans.get(at).copied().unwrap_or_default()
    }

    /// The position behind the node at `at`.
    pub(super) fn end(&self, at: usize) -> usize {
        self.ends.get(at).copied().unwrap_or(at + 1)
    }

    /// The events within the node at `at`.
    pub(super) fn inside(&self, at: usize) -> Range<usize> {
        let end = self.end(at).saturating_sub(1);
        (at + 1).min(end)..end
    }

    /// The positions of the nodes in `range`, in their order.
    pub(super) fn nodes(&self, range: Range<usize>) -> impl Iterator<Item = usize> + '_ {
        let mut at = range.start;
        std::iter::from_fn(move || {
            let node = at;
            at = self.end(node);
            (node < range.end).then_some(node)
        })
    }

    /// The bytes that the events in `range` cover; those of `otherwise` where there are none.
    pub(super) fn span_within(&self, range: Range<usize>, otherwise: usize) -> Span {
        if range.is_empty() {
            return self.span(otherwise);
        }
        // Ends of some lists claim too much, so that only what starts counts.
        let nodes = self.nodes(range).map(|node| self.span(node));
        let joined = nodes.reduce(|all, one| Span::new(all.start.min(one.start), all.end.max(one.end)));
        joined.unwrap_or_default()
    }
}

#[derive(Default)]
struct Reader<'a> {
    markdown: Markdown<'a>,
    /// The start events that are open: their positions, none for those that were left out.
    open: Vec<Option<usize>>,
    /// How many of them nest.
    depth: usize,
    /// The last event's text, where it was joined; else empty.
    joined: String,
}

impl<'a> Reader<'a> {
    fn with_room_for(events: usize) -> Self {
        Self {
            markdown: Markdown {
                events: Vec::with_capacity(events),
                spans: Vec::with_capacity(events),
                ends: Vec::with_capacity(events),
                excess: None,
            },
            ..Self::default()
        }
    }

    fn take(&mut self, event: Event<'a>, span: Span) {
        match event {
            Event::Start(tag) => self.start(tag, span),
            Event::End(tag) => {
                self.depth = self.depth.saturating_sub(usize::from(!is_part(tag)));
                match self.open.pop().flatten() {
                    Some(start) => {
                        self.push(Event::End(tag), span);
                        let end = self.markdown.len();
                        if let Some(slot) = self.markdown.ends.get_mut(start) {
                            *slot = end;
                        }
                    }
                    None => self.part(),
                }
            }
            Event::Text(text) => self.text(text, span),
            other => self.push(other, span),
        }
    }

    fn start(&mut self, tag: Tag<'a>, span: Span) {
        let is_part = is_part(tag.to_end());
        self.depth += usize::from(!is_part);
        // What belongs to a list or table that was kept always is.
        let is_kept = if is_part {
            self.open.last().is_none_or(Option::is_some)
        } else {
            self.depth <= DEPTH_LIMIT
        };
        if is_kept {
            self.open.push(Some(self.markdown.len()));
            self.push(Event::Start(tag), span);
        } else {
            self.open.push(None);
            self.exceed(span);
            self.part();
        }
    }

    fn exceed(&mut self, span: Span) {
        let depth = self.depth;
        match &mut self.markdown.excess {
            Some(excess) => excess.depth = excess.depth.max(depth),
            none => *none = Some(Excess { depth, span }),
        }
    }

    /// Keeps the texts on both sides of a start or end that is left out apart.
    fn part(&mut self) {
        if let (Some(Event::Text(_)), Some(span)) =
            (self.markdown.events.last(), self.markdown.spans.last().copied())
        {
            self.push(Event::SoftBreak, Span::new(span.end, span.end));
        }
    }

    /// Joins texts that follow each other: the parser breaks them at every character that might mean something.
    fn text(&mut self, text: CowStr<'a>, span: Span) {
        let (Some(Event::Text(before)), Some(before_span)) =
            (self.markdown.events.last_mut(), self.markdown.spans.last_mut())
        else {
            return self.push(Event::Text(text), span);
        };
        if self.joined.is_empty() {
            self.joined.push_str(before);
        }
        self.joined.push_str(&text);
        before_span.end = before_span.end.max(span.end);
    }

    fn push(&mut self, event: Event<'a>, span: Span) {
        self.finish_text();
        self.markdown.events.push(event);
        self.markdown.spans.push(span);
        self.markdown.ends.push(self.markdown.events.len());
    }

    fn finish_text(&mut self) {
        if !self.joined.is_empty()
            && let Some(Event::Text(text)) = self.markdown.events.last_mut()
        {
            *text = CowStr::from(std::mem::take(&mut self.joined));
        }
    }
}

/// Whether it is part of something that nests, and nests no further itself.
fn is_part(tag: TagEnd) -> bool {
    matches!(
        tag,
        TagEnd::Paragraph
            | TagEnd::Item
            | TagEnd::TableHead
            | TagEnd::TableRow
            | TagEnd::TableCell
            | TagEnd::DefinitionListTitle
            | TagEnd::DefinitionListDefinition
    )
}
