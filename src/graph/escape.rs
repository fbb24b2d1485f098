//! Text put into markup.

/// Adds `text` so that it is text in an element and in a quoted attribute, in HTML and in XML.
pub(crate) fn push_escaped(out: &mut String, text: &str) {
    let mut rest = text;
    while let Some(at) = rest.find(is_special) {
        let (plain, special) = rest.split_at(at);
        out.push_str(plain);
        let mut characters = special.chars();
        match characters.next() {
            Some('&') => out.push_str("&amp;"),
            Some('<') => out.push_str("&lt;"),
            Some('>') => out.push_str("&gt;"),
            Some('"') => out.push_str("&quot;"),
            // XML has no way to write a control character.
            _ => out.push('\u{FFFD}'),
        }
        rest = characters.as_str();
    }
    out.push_str(rest);
}

fn is_special(character: char) -> bool {
    matches!(character, '&' | '<' | '>' | '"' | '\u{FFFE}' | '\u{FFFF}')
        || (character.is_control() && !matches!(character, '\t' | '\n' | '\r'))
}

#[cfg(test)]
mod tests {
    use super::push_escaped;

    #[test]
    fn markup_becomes_text() {
        for (text, expected) in [
            ("", ""),
            ("R&D <b>\"x\"</b>", "R&amp;D &lt;b&gt;&quot;x&quot;&lt;/b&gt;"),
            ("a\u{0}b\nc", "a\u{FFFD}b\nc"),
            ("&&é", "&amp;&amp;é"),
        ] {
            let mut out = String::new();
            push_escaped(&mut out, text);
            assert_eq!(out, expected);
        }
    }
}
