//! Words as they are held against each other: without case and accents, and by their stem.

use rust_stemmers::{Algorithm, Stemmer};
use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

/// Finds the words of a language, and what they have in common.
pub(super) struct Stems(Stemmer);

impl Stems {
    /// For the language of that tag; English rules where there are none for it.
    pub(super) fn of(language: &str) -> Self {
        let algorithm = match language {
            "de" => Algorithm::German,
            "fr" => Algorithm::French,
            "it" => Algorithm::Italian,
            _ => Algorithm::English,
        };
        Self(Stemmer::create(algorithm))
    }

    /// The stem of a word in lower case, by the Snowball rules (Porter 2001), without accents.
    pub(super) fn stem(&self, word: &str) -> String {
        plain(&self.0.stem(word))
    }
}

/// The words of a text: runs of letters and digits, in lower case.
pub(super) fn words(text: &str) -> impl Iterator<Item = String> {
    let runs = text.split(|c: char| !c.is_alphanumeric() && !is_combining_mark(c));
    runs.filter(|word| !word.is_empty()).map(|word| {
        if word.is_ascii() {
            word.to_ascii_lowercase()
        } else {
            word.nfc().flat_map(char::to_lowercase).collect()
        }
    })
}

/// Without accents, as the theme's script does it to what is typed.
pub(super) fn plain(word: &str) -> String {
    if word.is_ascii() {
        return word.to_owned();
    }
    let letters = word.nfd().filter(|c| !is_combining_mark(*c));
    letters.collect::<String>().replace('ß', "ss")
}
