//! Sentences of rolebook's own, in every language that it speaks.

use super::spoken::enumerated;

/// A sentence with places for words in braces: `{role} needs {what}`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Phrase {
    /// In English.
    pub en: &'static str,
    /// In German.
    pub de: &'static str,
    /// In French.
    pub fr: &'static str,
    /// In Italian.
    pub it: &'static str,
}

/// What goes into a place of a [`Phrase`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Word {
    /// As it is: a title, a name, a number, a date.
    Plain(String),
    /// What somebody wrote, in the quotes of the language.
    Quoted(String),
    /// Words of rolebook's own within a sentence, such as "12 days ago".
    Phrase(&'static Phrase, Vec<(&'static str, Word)>),
    /// Several, with "and" before the last, and how many more there are that are not named.
    List(Vec<Word>, usize),
}

/// How a language writes quotes and enumerations.
struct Habits {
    quotes: (&'static str, &'static str),
    /// Within others.
    inner: (&'static str, &'static str),
    and: &'static str,
    /// What stands behind the number of those that are not named: where it is one, where it is more.
    more: (&'static str, &'static str),
}

impl Phrase {
    /// The sentence in one of the languages (`en`, `de`, `fr`, `it`; English for any other) with `words` in
    /// their places. A place that nothing goes into stays as it is.
    pub fn say(&self, language: &str, words: &[(&str, Word)]) -> String {
        self.say_spelt(language, &str::to_owned, words)
    }

    /// The same, spelt as `spelt` does; names and what somebody wrote stay as they are.
    pub fn say_spelt(
        &self,
        language: &str,
        spelt: &dyn Fn(&str) -> String,
        words: &[(&str, Word)],
    ) -> String {
        let mut said = String::new();
        let template = spelt(self.written(language));
        let mut rest = template.as_str();
        while let Some((before, behind)) = rest.split_once('{') {
            said.push_str(before);
            let Some((name, after)) = behind.split_once('}') else {
                said.push('{');
                rest = behind;
                continue;
            };
            match words.iter().find(|(known, _)| *known == name) {
                Some((_, word)) => said.push_str(&word.say(language, spelt)),
                None => said.extend(["{", name, "}"]),
            }
            rest = after;
        }
        said.push_str(rest);
        said
    }

    /// The sentence in that language, its places still empty.
    pub fn written(&self, language: &str) -> &'static str {
        match language {
            "de" => self.de,
            "fr" => self.fr,
            "it" => self.it,
            _ => self.en,
        }
    }
}

impl Word {
    /// A title, a name, a number, a date.
    pub fn plain(word: impl Into<String>) -> Self {
        Self::Plain(word.into())
    }

    /// Those words, of which so many at the most are named.
    pub fn list(mut words: Vec<Self>, most: usize) -> Self {
        // One that is left over is named as shortly as it is counted.
        let more = if words.len() > most + 1 {
            words.len() - most
        } else {
            0
        };
        words.truncate(words.len() - more);
        Self::List(words, more)
    }

    fn say(&self, language: &str, spelt: &dyn Fn(&str) -> String) -> String {
        let habits = habits(language);
        match self {
            Self::Plain(word) => word.clone(),
            Self::Phrase(phrase, words) => phrase.say_spelt(language, spelt, words),
            Self::Quoted(word) => {
                let ((open, close), (inner_open, inner_close)) = (habits.quotes, habits.inner);
                let within = word.replace(open, inner_open).replace(close, inner_close);
                format!("{open}{within}{close}")
            }
            Self::List(words, more) => {
                let mut said: Vec<String> = words.iter().map(|word| word.say(language, spelt)).collect();
                match more {
                    0 => {}
                    1 => said.push(format!("1 {}", habits.more.0)),
                    more => said.push(format!("{more} {}", habits.more.1)),
                }
                enumerated(&said, habits.and)
            }
        }
    }
}

fn habits(language: &str) -> Habits {
    let (quotes, inner, and, more) = match language {
        "de" => (("„", "“"), ("‚", "‘"), "und", ("weiteres", "weitere")),
        "fr" => (("«\u{a0}", "\u{a0}»"), ("“", "”"), "et", ("autre", "autres")),
        "it" => (("«", "»"), ("“", "”"), "e", ("altro", "altri")),
        _ => (("“", "”"), ("‘", "’"), "and", ("more", "more")),
    };
    Habits {
        quotes,
        inner,
        and,
        more,
    }
}

#[cfg(test)]
mod tests {
    use super::{Phrase, Word};

    #[test]
    fn words_go_into_their_places() {
        let phrase = Phrase {
            en: "{a} needs {b} {of}",
            de: "{a} braucht {b}",
            fr: "{b} manque à {a} {",
            it: "{a}",
        };
        let quoted = |word: &str| Word::Quoted(word.to_owned());
        let items = Word::list(["x", "y", "z", "q"].map(quoted).to_vec(), 2);
        let words = [("a", Word::plain("Anna {b}")), ("b", items)];
        let cases = [
            ("en", "Anna {b} needs “x”, “y” and 2 more {of}"),
            ("de", "Anna {b} braucht „x“, „y“ und 2 weitere"),
            (
                "fr",
                "«\u{a0}x\u{a0}», «\u{a0}y\u{a0}» et 2 autres manque à Anna {b} {",
            ),
            ("it", "Anna {b}"),
            ("xx", "Anna {b} needs “x”, “y” and 2 more {of}"),
        ];
        for (language, expected) in cases {
            assert_eq!(phrase.say(language, &words), expected);
        }
    }

    #[test]
    fn one_that_is_not_named_is_one() {
        let phrase = Phrase {
            en: "{a}",
            de: "{a}",
            fr: "{a}",
            it: "{a}",
        };
        let words = [("a", Word::List(vec![Word::plain("x")], 1))];
        let said = ["en", "de", "fr", "it"].map(|language| phrase.say(language, &words));
        assert_eq!(
            said,
            ["x and 1 more", "x und 1 weiteres", "x et 1 autre", "x e 1 altro"]
        );
    }

    #[test]
    fn quotes_within_quotes_are_others() {
        let phrase = Phrase {
            en: "{a}",
            de: "{a}",
            fr: "{a}",
            it: "{a}",
        };
        let cases = [
            ("en", "a “new” design", "“a ‘new’ design”"),
            ("de", "ein „neuer“ Entwurf", "„ein ‚neuer‘ Entwurf“"),
            (
                "fr",
                "un «\u{a0}nouveau\u{a0}» plan",
                "«\u{a0}un “nouveau” plan\u{a0}»",
            ),
            ("it", "un «nuovo» piano", "«un “nuovo” piano»"),
            ("en", "a \"new\" design", "“a \"new\" design”"),
        ];
        for (language, written, expected) in cases {
            let words = [("a", Word::Quoted(written.to_owned()))];
            assert_eq!(phrase.say(language, &words), expected);
        }
    }

    #[test]
    fn lists_are_read_out() {
        let phrase = Phrase {
            en: "{a}",
            de: "{a}",
            fr: "{a}",
            it: "{a}",
        };
        let said = |number: usize| {
            let words = (1..=number)
                .map(|number| Word::plain(number.to_string()))
                .collect();
            phrase.say("en", &[("a", Word::list(words, 3))])
        };
        let cases = [
            (0, ""),
            (1, "1"),
            (2, "1 and 2"),
            (4, "1, 2, 3 and 4"),
            (5, "1, 2, 3 and 2 more"),
        ];
        for (number, expected) in cases {
            assert_eq!(said(number), expected);
        }
    }
}
