//! The part of a document that becomes one prose.

use std::ops::Range;

use pulldown_cmark::Event;

use super::markdown::Markdown;

/// Ranges of events, in the order of writing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Slice {
    pub(super) parts: Vec<Part>,
}

/// A range of events.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Part {
    pub(super) events: Range<usize>,
    /// How many bytes of the first event's text are left out.
    pub(super) skip: usize,
    /// How many bytes of the last event's text there are, where that is not all of it.
    pub(super) take: Option<usize>,
}

/// What a slice is written to, event by event.
pub(super) trait Writer {
    /// Writes `text`: all or a part of an event's.
    fn text(&mut self, text: &str);

    /// Writes the event at `at`, or the node if it is more than that; gives the position behind it.
    fn event(&mut self, at: usize) -> usize;
}

impl Part {
    /// Writes its events in their order.
    pub(super) fn write(&self, markdown: &Markdown<'_>, writer: &mut impl Writer) {
        let mut at = self.events.start;
        while at < self.events.end {
            if let Some(text) = self.cut(at, markdown.event(at)) {
                writer.text(text);
                at += 1;
            } else {
                at = writer.event(at);
            }
        }
    }

    /// What there is of the text of the event at `at`, where that is not all of it.
    fn cut<'t>(&self, at: usize, event: Option<&'t Event<'_>>) -> Option<&'t str> {
        let Some(Event::Text(text)) = event else {
            return None;
        };
        let start = if at == self.events.start { self.skip } else { 0 };
        let end = self.take.filter(|_| at + 1 == self.events.end);
        let is_cut = start > 0 || end.is_some();
        is_cut.then(|| text.get(start..end.unwrap_or(text.len())).unwrap_or_default())
    }
}

impl Slice {
    /// Adds the events in `range`.
    pub(super) fn push(&mut self, range: Range<usize>) {
        self.push_from(range, 0);
    }

    /// Adds the events in `range`, without the first `skip` bytes of the first one's text.
    pub(super) fn push_from(&mut self, range: Range<usize>, skip: usize) {
        if !range.is_empty() {
            self.parts.push(Part {
                events: range,
                skip,
                take: None,
            });
        }
    }

    /// Adds the events in `range`, of the last one's text the first `take` bytes only.
    pub(super) fn push_to(&mut self, range: Range<usize>, take: usize) {
        self.parts.push(Part {
            events: range,
            skip: 0,
            take: Some(take),
        });
    }
}

impl From<Range<usize>> for Slice {
    fn from(range: Range<usize>) -> Self {
        let mut slice = Self::default();
        slice.push(range);
        slice
    }
}
