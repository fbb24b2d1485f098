//! Names as they are held against each other.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// A name as it is looked up: composed, without case, every run of white space, `-` and `_` one space.
///
/// So `Product Owner`, `product-owner` and `PRODUCT_OWNER` are one name.
pub(crate) fn normal(name: &str) -> String {
    if name.is_ascii() {
        spaced(name.chars().map(|c| c.to_ascii_lowercase()), name.len())
    } else {
        spaced(name.nfc().flat_map(char::to_lowercase).nfc(), name.len())
    }
}

fn spaced(chars: impl Iterator<Item = char>, length: usize) -> String {
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

/// The same without accents too, and with `ae` for `ä`: where it can't matter how a name was typed.
///
/// Two names of which this makes the same are one name, typed in two ways. Names are looked up more strictly:
/// this is for saying what was meant.
pub(crate) fn folded(name: &str) -> String {
    let name = normal(name);
    if name.is_ascii() {
        return name;
    }
    let mut out = String::with_capacity(name.len());
    for c in name.chars() {
        match c {
            'ä' | 'æ' => out.push_str("ae"),
            'ö' | 'œ' | 'ø' => out.push_str("oe"),
            'ü' => out.push_str("ue"),
            'ß' => out.push_str("ss"),
            '’' => out.push('\''),
            c => out.extend(std::iter::once(c).nfkd().filter(|c| !is_combining_mark(*c))),
        }
    }
    out
}

/// The same with `ä` as `a`: whoever has no such key writes one or the other.
pub(crate) fn unaccented(name: &str) -> String {
    if name.is_ascii() {
        return folded(name);
    }
    let letters = name.nfkd().filter(|c| !is_combining_mark(*c));
    folded(&letters.collect::<String>())
}

#[cfg(test)]
mod tests {
    use super::{folded, normal};

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
    fn the_same_name_typed_in_two_ways() {
        let same = [
            ("Product Owner", "product_owner"),
            ("  Team--Lead ", "team lead"),
            ("Schlüsselgrößen", "SCHLUESSELGROESSEN"),
            ("Responsabilités clés", "responsabilites cles"),
            ("Bu\u{308}ro", "buero"),
            ("Raison d’être", "raison d'etre"),
        ];
        for (one, other) in same {
            assert_eq!(folded(one), folded(other), "{one}, {other}");
        }
        for (one, other) in [("C", "C++"), ("role", "rôles"), ("a-b", "ab"), ("", "?")] {
            assert_ne!(folded(one), folded(other), "{one}, {other}");
        }
    }
}
