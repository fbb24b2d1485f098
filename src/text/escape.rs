//! Text as HTML, which is XML as well.

/// Appends `text` as it is written between tags.
pub(crate) fn text(out: &mut String, text: &str) {
    escape(out, text, false);
}

/// Appends `text` as it is written in an attribute's double quotes.
pub(crate) fn attribute(out: &mut String, text: &str) {
    escape(out, text, true);
}

fn escape(out: &mut String, text: &str, is_attribute: bool) {
    let mut done = 0;
    for (at, byte) in text.bytes().enumerate() {
        let (len, replacement) = match byte {
            b'&' => (1, "&amp;"),
            b'<' => (1, "&lt;"),
            b'>' => (1, "&gt;"),
            b'"' if is_attribute => (1, "&quot;"),
            b'\n' | b'\t' => continue,
            // Neither has control characters.
            0..0x20 | 0x7f => (1, "\u{fffd}"),
            0xc2 if text.as_bytes().get(at + 1).is_some_and(|next| *next < 0xa0) => (2, "\u{fffd}"),
            0xef if matches!(text.as_bytes().get(at + 1..at + 3), Some([0xbf, 0xbe | 0xbf])) => {
                (3, "\u{fffd}")
            }
            _ => continue,
        };
        out.push_str(&text[done..at]);
        out.push_str(replacement);
        done = at + len;
    }
    out.push_str(&text[done..]);
}

#[cfg(test)]
mod tests {
    #[test]
    fn nothing_in_text_is_markup() {
        let cases = [
            (
                "a<b> & \"c\"",
                "a&lt;b&gt; &amp; \"c\"",
                "a&lt;b&gt; &amp; &quot;c&quot;",
            ),
            ("\u{0}\u{85}é\u{7f}\u{a0}", "��é�\u{a0}", "��é�\u{a0}"),
            ("\u{fffe}\u{ffff}\u{fffd}ￜ", "���ￜ", "���ￜ"),
            ("", "", ""),
        ];
        for (written, between, within) in cases {
            let (mut text, mut attribute) = (String::new(), String::new());
            super::text(&mut text, written);
            super::attribute(&mut attribute, written);
            assert_eq!((text.as_str(), attribute.as_str()), (between, within));
        }
    }
}
