//! When to give what: files at once, everything once it is quiet.

use std::time::{Duration, Instant};

/// Without events for this long, what was going on is over.
const QUIET: Duration = Duration::from_millis(40);

/// In a stream of events that doesn't end, everything is due after this.
const MOST: Duration = Duration::from_millis(250);

/// How many files are given at once before the rest is left to everything: a checkout changes hundreds.
const FILES: usize = 32;

/// What goes on between the first event and everything.
#[derive(Debug, Default)]
pub(super) struct Gather {
    /// When the first and the last event were heard.
    heard: Option<(Instant, Instant)>,
    /// How many files were named.
    named: usize,
}

impl Gather {
    /// Something was heard.
    pub(super) fn hear(&mut self, now: Instant) {
        let first = self.heard.map_or(now, |(first, _)| first);
        self.heard = Some((first, now));
    }

    /// Whether another `files` files may be given at once.
    pub(super) fn gives(&mut self, files: usize) -> bool {
        self.named = self.named.saturating_add(files);
        files > 0 && self.named <= FILES
    }

    /// When everything is due; never, where nothing was heard.
    pub(super) fn due(&self) -> Option<Instant> {
        self.heard.map(|(first, last)| (last + QUIET).min(first + MOST))
    }

    /// Everything is given now.
    pub(super) fn end(&mut self) {
        *self = Self::default();
    }
}

#[cfg(test)]
mod tests {
    use std::time::{Duration, Instant};

    use super::{FILES, Gather, MOST, QUIET};

    #[test]
    fn everything_is_due_after_quiet_or_long_enough() {
        let start = Instant::now();
        let mut gather = Gather::default();
        assert_eq!(gather.due(), None);
        gather.hear(start);
        assert_eq!(gather.due(), Some(start + QUIET));
        let later = start + Duration::from_millis(10);
        gather.hear(later);
        assert_eq!(gather.due(), Some(later + QUIET));
        gather.hear(start + MOST);
        assert_eq!(gather.due(), Some(start + MOST));
        gather.end();
        assert_eq!(gather.due(), None);
    }

    #[test]
    fn many_files_are_left_to_everything() {
        let mut gather = Gather::default();
        assert!(!gather.gives(0));
        assert!(gather.gives(FILES));
        assert!(!gather.gives(1));
        gather.end();
        assert!(gather.gives(1));
        assert!(!gather.gives(500));
    }
}
