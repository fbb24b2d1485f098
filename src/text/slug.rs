//! The one slugger: every anchor and every generated id comes from here.

use std::collections::BTreeMap;

use unicode_normalization::UnicodeNormalization;

/// The anchor of a heading's plain text: lower case, runs of anything but letters and digits as one
/// hyphen, letters of every script kept, so that it reads as forges make it.
///
/// May be empty, where the text holds neither letter nor digit.
pub fn slug(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut gap = false;
    for c in text.nfc() {
        // An apostrophe stands inside a word: "team’s" gives "teams".
        if matches!(c, '\'' | '’') {
            continue;
        }
        if c.is_alphanumeric() {
            if gap && !out.is_empty() {
                out.push('-');
            }
            gap = false;
            out.extend(c.to_lowercase());
        } else {
            gap = true;
        }
    }
    out
}

/// Gives anchors that are unique on one page.
#[derive(Clone, Debug, Default)]
pub struct Slugger {
    /// Each anchor that is taken, with the number to try next behind it.
    taken: BTreeMap<String, usize>,
}

impl Slugger {
    /// The anchor for `text`: its slug, with `-2`, `-3` ... behind it where the page has it already.
    ///
    /// Anchors that begin with `rb-` are the theme's own and are never given.
    pub fn anchor(&mut self, text: &str) -> String {
        let mut base = slug(text);
        if base.is_empty() {
            base.push_str("section");
        }
        if base.starts_with("rb-") {
            base.insert(0, 'x');
        }
        let Some(next) = self.taken.get(&base).copied() else {
            self.taken.insert(base.clone(), 2);
            return base;
        };
        let mut number = next;
        let mut anchor = format!("{base}-{number}");
        while !self.claim(&anchor) {
            number += 1;
            anchor = format!("{base}-{number}");
        }
        self.taken.insert(base, number + 1);
        anchor
    }

    /// Takes `anchor` as it is; false where the page has it already.
    pub fn claim(&mut self, anchor: &str) -> bool {
        if self.taken.contains_key(anchor) {
            return false;
        }
        self.taken.insert(anchor.to_owned(), 2);
        true
    }
}

#[cfg(test)]
mod tests {
    use super::{Slugger, slug};

    #[test]
    fn slugs_read_as_forges_make_them() {
        let cases = [
            ("Key Responsibilities", "key-responsibilities"),
            (
                "Competencies, Qualities & Skills",
                "competencies-qualities-skills",
            ),
            ("Schlüssel\u{ad}ergebnisse", "schlüssel-ergebnisse"),
            ("  C++ ", "c"),
            ("The Engineer’s team", "the-engineers-team"),
            ("!!!", ""),
        ];
        for (text, expected) in cases {
            assert_eq!(slug(text), expected, "{text}");
        }
    }

    #[test]
    fn anchors_are_unique_and_leave_the_theme_its_own() {
        let mut slugger = Slugger::default();
        let anchors: Vec<String> = ["Notes", "Notes", "Notes 2", "rb-facts", "?"]
            .iter()
            .map(|t| slugger.anchor(t))
            .collect();
        assert_eq!(anchors, ["notes", "notes-2", "notes-2-2", "xrb-facts", "section"]);
    }
}
