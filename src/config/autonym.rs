//! What languages call themselves.

/// The languages by their subtag (ISO 639-1), each by the name that its speakers give it, as in CLDR's list of language
/// names, but with the capital letter that begins a line.
const AUTONYMS: [(&str, &str); 36] = [
    ("bg", "Български"),
    ("ca", "Català"),
    ("cs", "Čeština"),
    ("cy", "Cymraeg"),
    ("da", "Dansk"),
    ("de", "Deutsch"),
    ("el", "Ελληνικά"),
    ("en", "English"),
    ("es", "Español"),
    ("et", "Eesti"),
    ("eu", "Euskara"),
    ("fi", "Suomi"),
    ("fr", "Français"),
    ("ga", "Gaeilge"),
    ("gl", "Galego"),
    ("hr", "Hrvatski"),
    ("hu", "Magyar"),
    ("is", "Íslenska"),
    ("it", "Italiano"),
    ("ja", "日本語"),
    ("ko", "한국어"),
    ("lt", "Lietuvių"),
    ("lv", "Latviešu"),
    ("nl", "Nederlands"),
    ("no", "Norsk"),
    ("pl", "Polski"),
    ("pt", "Português"),
    ("rm", "Rumantsch"),
    ("ro", "Română"),
    ("sk", "Slovenčina"),
    ("sl", "Slovenščina"),
    ("sr", "Српски"),
    ("sv", "Svenska"),
    ("tr", "Türkçe"),
    ("uk", "Українська"),
    ("zh", "中文"),
];

/// What the language of that tag calls itself; the tag where that is not known.
pub(super) fn autonym(tag: &str) -> &str {
    let language = tag.split('-').next().unwrap_or_default();
    let known = AUTONYMS
        .iter()
        .find(|(code, _)| code.eq_ignore_ascii_case(language));
    known.map_or(tag, |(_, name)| name)
}

#[cfg(test)]
mod tests {
    use super::{AUTONYMS, autonym};

    #[test]
    fn languages_are_called_as_their_speakers_call_them() {
        let cases = [("de-CH", "Deutsch"), ("FR", "Français"), ("tlh", "tlh")];
        for (tag, name) in cases {
            assert_eq!(autonym(tag), name);
        }
        assert!(AUTONYMS.is_sorted());
    }
}
