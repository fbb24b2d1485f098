//! A finding's sentence as pages show it.

use crate::text::escape;

/// `message` as HTML: it begins with a capital, and what stands in backticks is shown as source.
pub(super) fn html(message: &str) -> String {
    let mut out = String::with_capacity(message.len() + 16);
    let mut rest = message;
    let mut is_first = true;
    while let Some((before, source, after)) = quoted(rest) {
        text(&mut out, before, is_first);
        out.push_str("<code>");
        escape::text(&mut out, source);
        out.push_str("</code>");
        rest = after;
        is_first = false;
    }
    text(&mut out, rest, is_first);
    out
}

/// What stands before the first backticks, between them and behind them.
fn quoted(message: &str) -> Option<(&str, &str, &str)> {
    let (before, rest) = message.split_once('`')?;
    let (source, after) = rest.split_once('`')?;
    Some((before, source, after))
}

fn text(out: &mut String, words: &str, is_first: bool) {
    let mut letters = words.chars();
    match letters.next() {
        Some(letter) if is_first && !is_name(words) => {
            let capital: String = letter.to_uppercase().collect();
            escape::text(out, &capital);
            escape::text(out, letters.as_str());
        }
        _ => escape::text(out, words),
    }
}

/// Whether the first word has a spelling of its own, such as "eBusiness".
fn is_name(words: &str) -> bool {
    let first = words.split_whitespace().next().unwrap_or_default();
    first.chars().any(char::is_uppercase)
}

#[cfg(test)]
mod tests {
    use super::html;

    #[test]
    fn sentences_begin_with_a_capital_and_show_source_as_source() {
        let cases = [
            ("nobody keeps A & B", "Nobody keeps A &amp; B"),
            ("élan", "Élan"),
            ("iOS team is alone", "iOS team is alone"),
            (
                "`<a>` is `b`, not `c",
                "<code>&lt;a&gt;</code> is <code>b</code>, not `c",
            ),
            ("nothing is called `é`", "Nothing is called <code>é</code>"),
            ("``", "<code></code>"),
            ("", ""),
        ];
        for (message, expected) in cases {
            assert_eq!(html(message), expected);
        }
    }
}
