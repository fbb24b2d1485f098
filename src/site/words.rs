//! The theme's words, in the handbook's language.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::locale::Rules;
use crate::config::Language;

/// The words that every handbook has, by language.
const BUILT_IN: [(&str, &str); 4] = [
    ("en", include_str!("../../themes/default/words/en.toml")),
    ("de", include_str!("../../themes/default/words/de.toml")),
    ("fr", include_str!("../../themes/default/words/fr.toml")),
    ("it", include_str!("../../themes/default/words/it.toml")),
];

/// The theme's words, each by its key, such as `facts.delegator`.
#[derive(Clone, Debug, Default)]
pub(crate) struct Words {
    rules: Arc<Rules>,
    texts: BTreeMap<String, String>,
}

impl Words {
    /// The files of the default theme that hold words.
    pub(crate) const FILES: [&'static str; 4] =
        ["words/en.toml", "words/de.toml", "words/fr.toml", "words/it.toml"];

    /// The words of `language`, English where it lacks one, with the handbook's own laid over them.
    ///
    /// # Errors
    /// Where the handbook's own words are not flat TOML, in the parser's words.
    pub(crate) fn new(language: &Language, own: Option<&str>) -> Result<Self, String> {
        let mut texts = BTreeMap::new();
        for (name, source) in BUILT_IN {
            if name == "en" || name == language.words {
                read(&language.spelt(source), &mut texts)?;
            }
        }
        if let Some(own) = own {
            read(own, &mut texts)?;
        }
        Ok(Self {
            rules: Arc::new(Rules::of(&language.tag)),
            texts,
        })
    }

    /// The word of `key`, with `values` in its places; `number` chooses its form, such as `.one` or `.other`, by the
    /// rules of the language, and is its `{n}`. None where there is no such word.
    pub(crate) fn find(&self, key: &str, number: Option<i64>, values: &[(&str, &str)]) -> Option<String> {
        let Some(number) = number else {
            return self.texts.get(key).map(|text| fill(text, values));
        };
        let form = self.rules.form(number);
        let form = self.texts.get(&format!("{key}.{form}"));
        let text = form
            .or_else(|| self.texts.get(&format!("{key}.other")))
            .or_else(|| self.texts.get(key))?;
        let number = number.to_string();
        let mut all = vec![("n", number.as_str())];
        all.extend_from_slice(values);
        Some(fill(text, &all))
    }

    /// The same for words that every theme has; the key itself where it lacks one all the same.
    pub(crate) fn say(&self, key: &str, number: Option<i64>, values: &[(&str, &str)]) -> String {
        self.find(key, number, values).unwrap_or_else(|| key.to_owned())
    }

    /// Whether there is a word of exactly that key.
    pub(crate) fn has(&self, key: &str) -> bool {
        self.texts.contains_key(key)
    }

    /// Every key, for near names.
    pub(crate) fn keys(&self) -> impl Iterator<Item = &str> {
        self.texts.keys().map(String::as_str)
    }

    /// A date such as `2026-05-01` as it is written in the language.
    pub(crate) fn date(&self, written: &str) -> String {
        self.rules.date(written)
    }
}

/// Reads `key = "text"` lines; `facts.delegator` may be written with quotes or without.
fn read(source: &str, texts: &mut BTreeMap<String, String>) -> Result<(), String> {
    let table: toml::Table = toml::from_str(source).map_err(|error| error.to_string())?;
    let mut open: Vec<(String, toml::Value)> = table.into_iter().collect();
    while let Some((key, value)) = open.pop() {
        match value {
            toml::Value::String(text) => {
                texts.insert(key, text);
            }
            toml::Value::Table(inner) => {
                open.extend(
                    inner
                        .into_iter()
                        .map(|(name, value)| (format!("{key}.{name}"), value)),
                );
            }
            other => return Err(format!("`{key}` wants a text, but this is {}", other.type_str())),
        }
    }
    Ok(())
}

/// Puts `values` into the `{places}` of `text`; a place without a value stays.
fn fill(text: &str, values: &[(&str, &str)]) -> String {
    let mut out = String::with_capacity(text.len() + 16);
    let mut rest = text;
    while let Some(open) = rest.find('{') {
        out.push_str(&rest[..open]);
        let after = &rest[open + 1..];
        let value = after.find('}').and_then(|close| {
            let name = &after[..close];
            let value = values.iter().find(|(known, _)| *known == name)?.1;
            Some((value, close))
        });
        if let Some((value, close)) = value {
            out.push_str(value);
            rest = &after[close + 1..];
        } else {
            out.push('{');
            rest = after;
        }
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use std::collections::BTreeMap;

    use super::{BUILT_IN, Words, read};
    use crate::config::Language;

    fn words(language: &'static str, own: &str) -> Words {
        let language = Language {
            tag: language.to_owned(),
            words: language,
            others: Vec::new(),
        };
        Words::new(&language, Some(own)).unwrap()
    }

    #[test]
    fn words_are_filled_and_counted() {
        let own = "\"x.one\" = \"{n} role of {name}\"\n\"x.other\" = \"{n} roles of {name}\"\ny = \"{a} {\"\nz.deep = \"d\"";
        let cases = [
            ("en", 0, "0 roles of A"),
            ("en", 1, "1 role of A"),
            ("fr", 0, "0 role of A"),
            ("de", 2, "2 roles of A"),
        ];
        for (language, number, expected) in cases {
            let said = words(language, own).say("x", Some(number), &[("name", "A")]);
            assert_eq!(said, expected);
        }
        let en = words("en", own);
        assert_eq!(en.say("y", None, &[("b", "1")]), "{a} {");
        assert_eq!(en.say("z.deep", None, &[]), "d");
        assert_eq!(en.find("no.such.key", None, &[]), None);
    }

    #[test]
    fn own_words_replace_one_by_one() {
        let own = words("en", "\"nav.home\" = \"Start\"");
        assert_eq!(own.say("nav.home", None, &[]), "Start");
        assert_ne!(own.say("nav.roles", None, &[]), "nav.roles");
        assert!(Words::new(&Language::default(), Some("a = 1")).is_err());
    }

    #[test]
    fn every_language_has_the_same_words() {
        let keys = |source: &str| {
            let mut texts = BTreeMap::new();
            read(source, &mut texts).unwrap();
            texts.into_keys().collect::<Vec<_>>()
        };
        for (language, source) in BUILT_IN {
            assert_eq!(keys(source), keys(BUILT_IN[0].1), "{language}");
        }
    }
}
