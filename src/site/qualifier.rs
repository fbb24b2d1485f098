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
        if entry.references.is_empty() {
            return String::new();
        }
        trimmed(&outside_links(&entry.lead.html))
    }
}

/// The plain text of `html` that stands in no link.
fn outside_links(html: &Template) -> String {
    let mut out = String::new();
    let mut from = 0;
    let mut depth = 0_usize;
    let mut in_tag = false;
    let mut take = |from: usize, to: usize, depth: usize| {
        for c in html.text.get(from..to).unwrap_or_default().chars() {
            match c {
                '<' => in_tag = true,
                '>' if in_tag => in_tag = false,
                c if !in_tag && depth == 0 => out.push(c),
                _ => {}
            }
        }
    };
    for slot in &html.slots {
        take(from, slot.at, depth);
        from = slot.at.max(from);
        match slot.fill {
            Fill::Open(_) => depth += 1,
            Fill::Close(_) => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    take(from, html.text.len(), depth);
    out
}

/// On one line, without what joins names and without marks at its ends.
fn trimmed(text: &str) -> String {
    let text = unescaped(text);
    let words = text.split_whitespace();
    let words: Vec<&str> = words
        .skip_while(|word| {
            let bare = word.trim_matches(',').to_lowercase();
            bare.is_empty() || JOINERS.contains(&bare.as_str())
        })
        .collect();
    let joined = words.join(" ");
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
    use super::{outside_links, trimmed};
    use crate::model::{Fill, ReferenceId, Slot, Template};

    #[test]
    fn qualifiers_are_what_stands_around_names() {
        let cases = [
            ("[] of the Engineer&#39;s <em>team</em>", "of the Engineer's team"),
            ("the [Product Owner] - ", "the"),
            ("[A] and [B]", ""),
            ("[A], [B] &amp; [C] of the team", "of the team"),
            ("[A]", ""),
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
            assert_eq!(trimmed(&outside_links(&html)), expected, "{written}");
        }
    }
}
