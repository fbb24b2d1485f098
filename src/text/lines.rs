//! Words in lines.

/// The words of `text` in lines that are not longer than `width` characters where words allow.
pub(crate) fn filled(text: &str, width: usize) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = String::new();
    let mut length = 0;
    for word in words(text) {
        let own = word.chars().count();
        if length > 0 && length + 1 + own > width {
            lines.push(std::mem::take(&mut line));
            length = 0;
        }
        if length > 0 {
            line.push(' ');
            length += 1;
        }
        line.push_str(word);
        length += own;
    }
    lines.push(line);
    lines
}

/// The words of a text; code in backticks is one word, so that nothing to be typed is torn apart.
fn words(text: &str) -> Vec<&str> {
    let mut words = Vec::new();
    let mut start = 0;
    let mut is_code = false;
    for (at, c) in text.char_indices() {
        match c {
            '`' => is_code = !is_code,
            ' ' if !is_code => {
                words.push(&text[start..at]);
                start = at + 1;
            }
            _ => {}
        }
    }
    words.push(&text[start..]);
    words.retain(|word| !word.is_empty());
    words
}

#[cfg(test)]
mod tests {
    use super::filled;

    #[test]
    fn lines_end_between_words_and_code_stays_whole() {
        let text = "write `one two` or  „drei“ überall";
        assert_eq!(filled(text, 15), ["write `one two`", "or „drei“", "überall"]);
        assert_eq!(filled(text, 0).len(), 5);
        assert_eq!(filled("", 9), [""]);
        assert_eq!(filled("a `b c", 3), ["a", "`b c"]);
    }
}
