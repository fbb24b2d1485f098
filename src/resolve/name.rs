//! Names as they are compared.

use std::borrow::Cow;

use unicode_normalization::UnicodeNormalization;

/// A name as it is compared: composed, without case, every run of white space, `-` and `_` one space.
///
/// So `Product Owner`, `product-owner` and `PRODUCT_OWNER` are one name.
pub(crate) fn normal(name: &str) -> String {
    if name.is_ascii() {
        fold(name.chars().map(|c| c.to_ascii_lowercase()), name.len())
    } else {
        fold(name.nfc().flat_map(char::to_lowercase).nfc(), name.len())
    }
}

/// A name as it is shown in findings: of a very long one the beginning.
pub(super) fn brief(name: &str) -> Cow<'_, str> {
    const MOST: usize = 100;
    match name.char_indices().nth(MOST) {
        Some((end, _)) => Cow::Owned(format!("{} …", name[..end].trim_end())),
        None => Cow::Borrowed(name),
    }
}

fn fold(chars: impl Iterator<Item = char>, length: usize) -> String {
    let mut out = String::with_capacity(length);
    let mut gap = false;
    for c in chars {
        if c.is_whitespace() || matches!(c, '-' | '_') {
            gap = true;
            continue;
        }
        if gap && !out.is_empty() {
            out.push(' ');
        }
        gap = false;
        out.push(c);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{brief, normal};

    #[test]
    fn case_gaps_and_composition_make_no_difference() {
        let cases = [
            ("product-owner", "product owner"),
            ("  Product \u{a0}Owner ", "product owner"),
            ("PRODUCT_OWNER", "product owner"),
            ("Gro\u{308}ße", "größe"),
            ("GRÖSSE", "grösse"),
            ("-", ""),
        ];
        for (name, expected) in cases {
            assert_eq!(normal(name), expected, "{name}");
        }
    }

    #[test]
    fn very_long_names_are_cut_between_characters() {
        assert_eq!(brief("ünï"), "ünï");
        assert_eq!(brief(&"ü".repeat(1_000)), format!("{} …", "ü".repeat(100)));
    }
}
