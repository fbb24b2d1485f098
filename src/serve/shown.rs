//! Pages as they were last shown, so that it can be told which of them an edit changed.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// So many pages are remembered that nobody has open.
const MOST: usize = 500;

/// A page as it is shown.
#[derive(Clone, Debug)]
pub(super) struct Shown {
    /// 200, 404, or 500 where it can't be made.
    pub(super) status: u16,
    /// The page, without the preview's script.
    pub(super) bytes: Arc<[u8]>,
    /// The revision as of which this is what is shown.
    pub(super) revision: u64,
    /// The first revision from which on it was shown like this, as far as is known.
    pub(super) since: u64,
    /// Whether the page can't be shown as it is written.
    pub(super) is_broken: bool,
    /// Whether it is shown as it was when it could.
    pub(super) is_good: bool,
}

/// What is known of a page.
#[derive(Debug)]
struct Known {
    shown: Shown,
    /// Open pages were told of everything up to this revision.
    told: u64,
    /// When it was last asked for, in order.
    used: u64,
}

/// All pages that were shown, by their addresses.
#[derive(Debug, Default)]
pub(super) struct Memory(Mutex<Pages>);

#[derive(Debug, Default)]
struct Pages {
    known: BTreeMap<String, Known>,
    uses: u64,
}

impl Memory {
    /// How `page` was last shown.
    pub(super) fn last(&self, page: &str) -> Option<Shown> {
        let mut pages = self.lock();
        pages.uses += 1;
        let uses = pages.uses;
        let known = pages.known.get_mut(page)?;
        known.used = uses;
        Some(known.shown.clone())
    }

    /// Remembers how `page` is shown; gives how it is shown now, which is newer where somebody else was faster.
    pub(super) fn put(&self, page: &str, mut shown: Shown) -> Shown {
        let mut pages = self.lock();
        pages.uses += 1;
        let used = pages.uses;
        let told = match pages.known.get(page) {
            Some(known) if known.shown.revision >= shown.revision => return known.shown.clone(),
            Some(known) => {
                if (known.shown.status, &known.shown.bytes) == (shown.status, &shown.bytes) {
                    shown.since = known.shown.since;
                    shown.bytes = Arc::clone(&known.shown.bytes);
                }
                known.told
            }
            None => shown.revision,
        };
        let known = Known {
            shown: shown.clone(),
            told,
            used,
        };
        pages.known.insert(page.to_owned(), known);
        pages.forget();
        shown
    }

    /// Up to which revision open pages at that address were told of changes; from now on up to `revision`.
    pub(super) fn tell(&self, page: &str, revision: u64) -> u64 {
        let mut pages = self.lock();
        let known = pages.known.get_mut(page);
        known.map_or(revision, |known| std::mem::replace(&mut known.told, revision))
    }

    fn lock(&self) -> MutexGuard<'_, Pages> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Pages {
    /// Forgets the pages that were not asked for the longest, once there are many.
    fn forget(&mut self) {
        if self.known.len() <= 2 * MOST {
            return;
        }
        let mut uses: Vec<u64> = self.known.values().map(|known| known.used).collect();
        uses.sort_unstable();
        let oldest = uses[uses.len() - MOST];
        self.known.retain(|_, known| known.used >= oldest);
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::{MOST, Memory, Shown};

    fn shown(text: &str, revision: u64) -> Shown {
        Shown {
            status: 200,
            bytes: Arc::from(text.as_bytes()),
            revision,
            since: revision,
            is_broken: false,
            is_good: true,
        }
    }

    #[test]
    fn it_is_known_since_when_a_page_is_as_it_is() {
        let memory = Memory::default();
        assert_eq!(memory.put("/a", shown("one", 1)).since, 1);
        assert_eq!(memory.put("/a", shown("one", 3)).since, 1);
        assert_eq!(memory.put("/a", shown("two", 4)).since, 4);
        assert_eq!(
            memory.put("/a", shown("late", 2)).since,
            4,
            "what came late is no news"
        );
        assert_eq!(memory.tell("/a", 4), 1);
        assert_eq!(memory.tell("/a", 5), 4);
    }

    #[test]
    fn only_so_many_pages_are_remembered() {
        let memory = Memory::default();
        for page in 0..3 * MOST {
            memory.put(&format!("/{page}"), shown("text", 1));
            memory.last("/0");
        }
        assert!(memory.last("/0").is_some());
        assert!(memory.last("/1").is_none());
        assert!(memory.last(&format!("/{}", 3 * MOST - 1)).is_some());
    }
}
