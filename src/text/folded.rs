//! Names as they are held against each other where it can't matter how they were typed.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// `name` without case, accents and gaps: every run of white space, `-` and `_` is one space, and `ä` is `ae`.
///
/// Two names of which this makes the same are one name, typed in two ways. Names are looked up more strictly:
/// this is for saying what was meant.
pub(crate) fn folded(name: &str) -> String {
    let mut out = String::with_capacity(name.len());
    let mut gap = false;
    for c in name.nfc() {
        if c.is_whitespace() || matches!(c, '-' | '_') {
            gap = true;
            continue;
        }
        if gap && !out.is_empty() {
            out.push(' ');
        }
        gap = false;
        for c in c.to_lowercase() {
            match c {
                'ä' | 'æ' => out.push_str("ae"),
                'ö' | 'œ' | 'ø' => out.push_str("oe"),
                'ü' => out.push_str("ue"),
                'ß' => out.push_str("ss"),
                '’' => out.push('\''),
                c => out.extend(std::iter::once(c).nfkd().filter(|c| !is_combining_mark(*c))),
            }
        }
    }
    out
}

/// The same with `ä` as `a`: whoever has no such key writes one or the other.
pub(crate) fn unaccented(name: &str) -> String {
    let letters = name.nfkd().filter(|c| !is_combining_mark(*c));
    folded(&letters.collect::<String>())
}

#[cfg(test)]
mod tests {
    use super::folded;

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
