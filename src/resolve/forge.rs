//! Anchors as forges make them, so that links which work there work here.

use std::collections::BTreeMap;

use unicode_normalization::char::is_combining_mark;

use crate::model::Document;

/// What GitHub puts before the anchors of a text.
pub(super) const OWN: &str = "user-content-";

/// Where an anchor of a forge leads to here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Spot<'a> {
    /// The top of the page: it is its title's.
    Top,
    /// The anchor that the page has for the same heading.
    Anchor(&'a str),
}

/// The anchors that forges give to the headings of `document`, and where they lead to here.
///
/// GitHub and Gitea take a heading in lower case without punctuation and write each space as a hyphen
/// ("5.1 / a" gives `51--a`); GitLab writes several hyphens as one. Both number what they have had before.
pub(super) fn anchors(document: &Document) -> BTreeMap<String, Spot<'_>> {
    let title = std::iter::once((document.title.as_str(), Spot::Top));
    let headings = document.anchors.iter().filter(|anchor| anchor.level > 0);
    let headings = headings.map(|anchor| (anchor.text.text.as_str(), Spot::Anchor(&anchor.id)));
    let mut found = BTreeMap::new();
    let mut github = BTreeMap::new();
    let mut gitlab = BTreeMap::new();
    for (text, anchor) in title.chain(headings) {
        let written = in_hyphens(text);
        let joined = without_doubles(&written);
        for (taken, base) in [(&mut github, written), (&mut gitlab, joined)] {
            found.entry(numbered(taken, base)).or_insert(anchor);
        }
    }
    found
}

fn in_hyphens(text: &str) -> String {
    let kept = text.trim().chars().filter_map(|c| match c {
        ' ' => Some('-'),
        '-' | '_' => Some(c),
        c if c.is_alphanumeric() || is_combining_mark(c) => Some(c),
        _ => None,
    });
    kept.flat_map(char::to_lowercase).collect()
}

fn without_doubles(text: &str) -> String {
    let mut joined = String::with_capacity(text.len());
    for c in text.chars() {
        if c != '-' || !joined.ends_with('-') {
            joined.push(c);
        }
    }
    joined
}

/// `base`, with `-1`, `-2` ... behind it where it was there before.
fn numbered(taken: &mut BTreeMap<String, usize>, base: String) -> String {
    let count = taken.entry(base.clone()).or_default();
    *count += 1;
    if *count == 1 {
        base
    } else {
        format!("{base}-{}", *count - 1)
    }
}

#[cfg(test)]
mod tests {
    use super::{in_hyphens, numbered, without_doubles};

    #[test]
    fn headings_are_named_as_forges_name_them() {
        let cases = [
            (
                "Key Responsibilities",
                "key-responsibilities",
                "key-responsibilities",
            ),
            ("5.2.1 / 2019-03-20", "521--2019-03-20", "521-2019-03-20"),
            ("`fs.rm(path[, options])`", "fsrmpath-options", "fsrmpath-options"),
            ("napi_get_value", "napi_get_value", "napi_get_value"),
            ("Größe & Zweck?", "größe--zweck", "größe-zweck"),
            ("⚠\u{fe0f} Care", "\u{fe0f}-care", "\u{fe0f}-care"),
        ];
        for (text, github, gitlab) in cases {
            let written = in_hyphens(text);
            assert_eq!(
                (written.as_str(), without_doubles(&written).as_str()),
                (github, gitlab)
            );
        }
    }

    #[test]
    fn what_was_there_before_is_numbered() {
        let mut taken = std::collections::BTreeMap::new();
        let named: Vec<String> = (0..3).map(|_| numbered(&mut taken, "note".to_owned())).collect();
        assert_eq!(named, ["note", "note-1", "note-2"]);
    }
}
