//! What an author writes around a party's name in a relation.

use super::views::Views;
use crate::model::{Claim, Fill, Template};

/// What joins several names, in the languages that rolebook has words in.
const JOINERS: [&str; 10] = ["and", "or", "und", "oder", "et", "ou", "e", "o", "&", "/"];

impl Views<'_> {
    /// What stands around the party's name where `claim` is made, as plain text: "of the Engineer's team";
    /// empty where nothing does.
    pub(crate) fn qualifier(&self, claim: &Claim) -> String {
        let entry = self.organisation.entry_of(claim);
        // Nothing stands around most names.
        if entry.references.is_empty() || entry.lead.html.text.is_empty() {
            return String::new();
        }
        joined(&between_links(&entry.lead.html))
    }
}

/// The plain texts of `html` between its links. Letters right behind a link are its name's ending: `[[role]]s`.
fn between_links(html: &Template) -> Vec<String> {
    let mut texts = vec![String::new()];
    let mut from = 0;
    let mut depth = 0_usize;
    let (mut in_tag, mut in_word) = (false, false);
    let mut take = |from: usize, to: usize, depth: usize, in_word: &mut bool, text: &mut String| {
        for c in html.text.get(from..to).unwrap_or_default().chars() {
            *in_word &= c.is_alphabetic();
            match c {
                '<' => in_tag = true,
                '>' if in_tag => in_tag = false,
                c if !in_tag && depth == 0 && !*in_word => text.push(c),
                _ => {}
            }
        }
    };
    for slot in &html.slots {
        if let Some(text) = texts.last_mut() {
            take(from, slot.at, depth, &mut in_word, text);
        }
        from = slot.at.max(from);
        match slot.fill {
            Fill::Open(_) => depth += 1,
            Fill::Close(_) => {
                depth = depth.saturating_sub(1);
                in_word = true;
                texts.push(String::new());
            }
            _ => {}
        }
    }
    if let Some(text) = texts.last_mut() {
        take(from, html.text.len(), depth, &mut in_word, text);
    }
    texts
}

/// The texts on one line, without what joins names and without marks at their ends.
fn joined(texts: &[String]) -> String {
    let texts = texts.iter().map(|text| trimmed(text));
    let texts: Vec<String> = texts.filter(|text| !text.is_empty()).collect();
    texts.join(" … ")
}

fn trimmed(text: &str) -> String {
    let text = unescaped(text);
    let joins = |word: &str| {
        let bare = word.trim_matches(',').to_lowercase();
        bare.is_empty() || JOINERS.contains(&bare.as_str())
    };
    let words: Vec<&str> = text.split_whitespace().collect();
    let start = words.iter().position(|word| !joins(word)).unwrap_or(words.len());
    let end = words
        .iter()
        .rposition(|word| !joins(word))
        .map_or(start, |at| at + 1);
    let joined = words[start..end].join(" "); // both are positions in `words`, `start` not behind `end`
    joined
        .trim_matches(|c: char| c.is_whitespace() || matches!(c, ',' | ':' | ';' | '-' | '–' | '—'))
        .to_owned()
}

/// The characters that HTML writes as names.
fn unescaped(text: &str) -> String {
    let names = [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#39;", "'"),
        ("&#x27;", "'"),
        ("&amp;", "&"),
    ];
    let mut out = text.to_owned();
    if out.contains('&') {
        for (name, character) in names {
            out = out.replace(name, character);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{between_links, joined};
    use crate::model::{Fill, ReferenceId, Slot, Template};

    #[test]
    fn qualifiers_are_what_stands_around_names() {
        let cases = [
            ("[] of the Engineer&#39;s <em>team</em>", "of the Engineer's team"),
            ("the [Product Owner] - ", "the"),
            ("[A] and [B]", ""),
            ("[A], [B] &amp; [C] of the team", "of the team"),
            ("[A]", ""),
            ("the [A]s of [B]", "the … of"),
            ("[A] of x and [B]’s of y", "of x … ’s of y"),
        ];
        for (written, expected) in cases {
            let mut html = Template::default();
            for c in written.chars() {
                let fill = match c {
                    '[' => Fill::Open(ReferenceId(0)),
                    ']' => Fill::Close(ReferenceId(0)),
                    c => {
                        html.text.push(c);
                        continue;
                    }
                };
                html.slots.push(Slot {
                    at: html.text.len(),
                    fill,
                });
            }
            assert_eq!(joined(&between_links(&html)), expected, "{written}");
        }
    }
}
