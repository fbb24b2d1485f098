//! The handbook's language.

use crate::finding::{Local, Said};
use crate::text::{Phrase, Word};

/// The language that pages declare, and the nearest one that rolebook has words in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Language {
    /// The tag as written (BCP 47), such as `de-CH`.
    pub tag: String,
    /// The language of the theme's words and of section titles: one of [`Language::BUILT_IN`].
    pub words: &'static str,
    /// The further languages that the handbook is in: what is found is said in them too.
    pub others: Vec<Language>,
}

impl Language {
    /// The languages that rolebook has words in; the first is used where none fits.
    pub const BUILT_IN: [&'static str; 4] = ["en", "de", "fr", "it"];

    /// A text of rolebook's own as it is spelt where the language is spoken: Switzerland and Liechtenstein
    /// write `ss` for `ß`.
    pub(crate) fn spelt(&self, text: &str) -> String {
        let region = |name: &str| {
            self.tag
                .split('-')
                .skip(1)
                .any(|part| part.eq_ignore_ascii_case(name))
        };
        if self.words == "de" && (region("CH") || region("LI")) {
            text.replace('ß', "ss")
        } else {
            text.to_owned()
        }
    }

    /// A sentence in English and, where they are others, in this language and those that the handbook is in besides.
    pub(crate) fn say(&self, phrase: &Phrase, words: &[(&str, Word)]) -> Said {
        let english = phrase.say("en", words);
        let others = std::iter::once(self).chain(&self.others);
        let locals = others.filter(|language| language.words != "en").map(|language| {
            let spelt = |text: &str| language.spelt(text);
            Local {
                language: language.tag.clone(),
                is_original: std::ptr::eq(language, self),
                message: phrase.say_spelt(language.words, &spelt, words),
            }
        });
        Said {
            english,
            locals: locals.collect(),
        }
    }

    /// The language of that tag, if it is shaped like one; English words where rolebook has none in it.
    pub fn of_tag(tag: &str) -> Option<Self> {
        let mut parts = tag.split('-');
        let first = parts.next().unwrap_or_default();
        let is_shaped = (2..=8).contains(&first.len())
            && first.chars().all(|c| c.is_ascii_alphabetic())
            && parts
                .all(|part| (1..=8).contains(&part.len()) && part.chars().all(|c| c.is_ascii_alphanumeric()));
        let has_words = |words: &&&str| words.eq_ignore_ascii_case(first);
        is_shaped.then(|| Self {
            tag: tag.to_owned(),
            words: Self::BUILT_IN.iter().find(has_words).copied().unwrap_or("en"),
            others: Vec::new(),
        })
    }
}

impl Default for Language {
    fn default() -> Self {
        Self {
            tag: String::from("en"),
            words: "en",
            others: Vec::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Language;
    use crate::text::{Phrase, Word};

    #[test]
    fn german_is_spelt_as_the_region_spells_it() {
        let cases = [
            ("de", "außen"),
            ("de-DE", "außen"),
            ("de-CH", "aussen"),
            ("de-Latn-LI", "aussen"),
            ("fr-CH", "außen"),
        ];
        for (tag, expected) in cases {
            assert_eq!(
                Language::of_tag(tag)
                    .map(|language| language.spelt("außen"))
                    .as_deref(),
                Some(expected),
                "{tag}"
            );
        }
    }

    #[test]
    fn names_stay_as_they_are_spelt() {
        const PHRASE: Phrase = Phrase {
            en: "{who} is outside {name}",
            de: "{who} ist außerhalb von {name}",
            fr: "",
            it: "",
        };
        let words = [
            ("who", Word::plain("Max Weiß")),
            ("name", Word::Quoted(String::from("Straßenbau"))),
        ];
        let said = Language::of_tag("de-CH").map(|language| language.say(&PHRASE, &words));
        assert_eq!(
            said.map(|said| said.locals[0].message.clone()).as_deref(),
            Some("Max Weiß ist ausserhalb von „Straßenbau“")
        );
    }
}
