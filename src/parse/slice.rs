//! The part of a document that becomes one prose.

use std::ops::Range;

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
}

impl Slice {
    /// Adds the events in `range`.
    pub(super) fn push(&mut self, range: Range<usize>) {
        self.push_from(range, 0);
    }

    /// Adds the events in `range`, without the first `skip` bytes of the first one's text.
    pub(super) fn push_from(&mut self, range: Range<usize>, skip: usize) {
        if !range.is_empty() {
            self.parts.push(Part { events: range, skip });
        }
    }
}

impl From<Range<usize>> for Slice {
    fn from(range: Range<usize>) -> Self {
        let mut slice = Self::default();
        slice.push(range);
        slice
    }
}
