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

/// Adds a number in digits.
pub(crate) fn push_number(out: &mut String, number: i32) {
    if number < 0 {
        out.push('-');
    }
    let mut rest = number.unsigned_abs();
    // Ten digits hold every number of 32 bits.
    let mut digits = ['0'; 10];
    let mut length = 0;
    for digit in &mut digits {
        *digit = char::from_digit(rest % 10, 10).unwrap_or('0');
        rest /= 10;
        length += 1;
        if rest == 0 {
            break;
        }
    }
    out.extend(digits.iter().take(length).rev());
}

fn is_special(character: char) -> bool {
    matches!(character, '&' | '<' | '>' | '"' | '\u{FFFE}' | '\u{FFFF}')
        || (character.is_control() && !matches!(character, '\t' | '\n' | '\r'))
}

#[cfg(test)]
mod tests {
    use super::{push_escaped, push_number};

    #[test]
    fn numbers_are_as_rust_writes_them() {
        for number in [0, 7, 10, -8, 1_234_567_890, i32::MAX, i32::MIN] {
            let mut out = String::new();
            push_number(&mut out, number);
            assert_eq!(out, number.to_string());
        }
    }

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
