//! The file name that a title gets: readable in an address bar.

use unicode_normalization::UnicodeNormalization;

use crate::text::slug;

/// The title in lower case with hyphens, Latin letters without their marks: "Büroleitung" gives
/// `bueroleitung`. Letters of other scripts stay. Empty where the title has neither letter nor digit.
pub(super) fn stem(title: &str) -> String {
    let plain: String = title.nfc().map(plain_letter).collect();
    slug(&plain)
}

fn plain_letter(letter: char) -> String {
    let written = match letter {
        'ä' | 'æ' => "ae",
        'ö' | 'ø' | 'œ' => "oe",
        'ü' => "ue",
        'ß' => "ss",
        'å' => "aa",
        'Ä' | 'Æ' => "Ae",
        'Ö' | 'Ø' | 'Œ' => "Oe",
        'Ü' => "Ue",
        'ẞ' => "SS",
        'Å' => "Aa",
        'ð' | 'đ' => "d",
        'Ð' | 'Đ' => "D",
        'þ' => "th",
        'Þ' => "Th",
        'ł' => "l",
        'Ł' => "L",
        'ı' => "i",
        // The marks of other scripts are parts of their letters.
        _ => match std::iter::once(letter).nfd().next() {
            Some(base) if base.is_ascii() => return base.to_string(),
            _ => return letter.to_string(),
        },
    };
    written.to_owned()
}

#[cfg(test)]
mod tests {
    use super::stem;

    #[test]
    fn titles_become_file_names() {
        let cases = [
            ("Product Owner", "product-owner"),
            ("Büroleitung & Empfang", "bueroleitung-empfang"),
            ("Responsable qualité", "responsable-qualite"),
            ("STRASSENMEISTER ÄÖÜ", "strassenmeister-aeoeue"),
            ("Großküche", "grosskueche"),
            ("e\u{301}quipe", "equipe"),
            ("エンジニア", "エンジニア"),
            ("CI/CD", "ci-cd"),
            ("?!", ""),
        ];
        for (title, expected) in cases {
            assert_eq!(stem(title), expected, "{title}");
        }
    }
}
