//! Footnotes: which there are, and in which order they are referred to.

use std::collections::BTreeMap;
use std::ops::Range;

use pulldown_cmark::{Event, Tag};

use super::markdown::Markdown;

/// The footnotes that are referred to, in the order of the references.
#[derive(Debug, Default)]
pub(super) struct Footnotes {
    /// Each one's label, and the events of its text.
    pub(super) list: Vec<(String, Range<usize>)>,
    numbers: BTreeMap<String, usize>,
}

impl Footnotes {
    /// Finds the footnotes of `markdown`; of two with one label the first is meant.
    pub(super) fn read(markdown: &Markdown<'_>) -> Self {
        let mut definitions = BTreeMap::new();
        let mut labels: Vec<&str> = Vec::new();
        for at in 0..markdown.len() {
            match markdown.event(at) {
                Some(Event::Start(Tag::FootnoteDefinition(label))) => {
                    definitions.entry(label.to_lowercase()).or_insert(at);
                }
                Some(Event::FootnoteReference(label)) => labels.push(label),
                _ => {}
            }
        }
        let mut footnotes = Self::default();
        for label in labels {
            let key = label.to_lowercase();
            if let Some(&at) = definitions.get(&key)
                && !footnotes.numbers.contains_key(&key)
            {
                footnotes.numbers.insert(key, footnotes.list.len());
                footnotes.list.push((label.to_owned(), markdown.inside(at)));
            }
        }
        footnotes
    }

    /// The position of the footnote with that label.
    pub(super) fn number(&self, label: &str) -> Option<usize> {
        self.numbers.get(&label.to_lowercase()).copied()
    }
}
