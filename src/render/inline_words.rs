//! Words that a template asks for by a fixed key, put in when it is read rather than on every page.

use crate::site::Words;

/// What stands around the key.
const BEFORE: &str = "{{ word(key=\"";
const AFTER: &str = "\") }}";

/// Characters that mean something in HTML or in a template.
const SPECIAL: [char; 6] = ['&', '<', '>', '"', '\'', '{'];

/// `template` with the words in place of each `{{ word(key="...") }}`. A word that there is not, or that would have to be
/// escaped, is left to the template engine; so are those of a template with a part to be taken as it is (`raw`).
pub(super) fn inline_words(template: &str, words: &Words) -> String {
    if template.contains("endraw") {
        return template.to_owned();
    }
    let mut out = String::with_capacity(template.len());
    let mut rest = template;
    while let Some(at) = rest.find(BEFORE) {
        let (text, call) = rest.split_at(at);
        out.push_str(text);
        let key = &call[BEFORE.len()..];
        let found = key.find('"').and_then(|end| {
            let after = key[end..].strip_prefix(AFTER)?;
            Some((plain(&key[..end], words)?, after))
        });
        if let Some((word, after)) = found {
            out.push_str(&word);
            rest = after;
        } else {
            out.push_str(BEFORE);
            rest = key;
        }
    }
    out.push_str(rest);
    out
}

/// The word of that key, if it reads the same in a template as on a page.
fn plain(key: &str, words: &Words) -> Option<String> {
    let word = words.find(key, None, &[])?;
    let is_plain =
        !word.contains(SPECIAL) && word.trim() == word && !word.is_empty() && word.lines().count() == 1;
    is_plain.then_some(word)
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::inline_words;
    use crate::config::Language;
    use crate::site::Words;

    #[test]
    fn words_without_anything_special_are_put_in() {
        let own =
            "plain = \"Öffnen\"\nmarked = \"A & B\"\nhole = \"of {name}\"\nwide = \" x\"\nlines = \"a\\nb\"";
        let words = Words::new(&Language::default(), Some(own)).unwrap();
        let cases = [
            ("<p>{{ word(key=\"plain\") }}</p>", "<p>Öffnen</p>"),
            (
                "{{ word(key=\"plain\") }}{{ word(key=\"plain\") }}",
                "ÖffnenÖffnen",
            ),
        ];
        for (template, expected) in cases {
            assert_eq!(inline_words(template, &words), expected);
        }
        let left = [
            "{{ word(key=\"marked\") }}",
            "{{ word(key=\"hole\") }}",
            "{{ word(key=\"wide\") }}",
            "{{ word(key=\"lines\") }}",
            "{{ word(key=\"no-such\") }}",
            "{{ word(key=\"plain\", n=1) }}",
            "{{ word(key=\"plain\" ~ more) }}",
            "{{- word(key=\"plain\") }}",
            "{% raw %}{{ word(key=\"plain\") }}{% endraw %}",
            "{{ word(key=\"plain",
        ];
        for template in left {
            assert_eq!(inline_words(template, &words), template);
        }
    }
}
