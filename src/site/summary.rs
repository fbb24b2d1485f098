//! Plain text made short.

/// How long a summary may be, in characters.
const LONGEST: usize = 200;

/// The first sentence of the first line of `text` that says something, at most 200 characters, cut at the end
/// of a word.
pub(crate) fn first_sentence(text: &str) -> String {
    let line = text
        .lines()
        .map(str::trim)
        .find(|line| !line.is_empty())
        .unwrap_or_default();
    shortened(&line[..sentence_end(line)])
}

/// `text` on one line, at most 200 characters, cut at the end of a word.
pub(crate) fn shortened(text: &str) -> String {
    let mut out = String::new();
    let mut length = 0;
    for word in text.split_whitespace() {
        let more = word.chars().count() + usize::from(!out.is_empty());
        if length + more > LONGEST {
            if out.is_empty() {
                out.extend(word.chars().take(LONGEST));
            }
            out.push('…');
            return out;
        }
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
        length += more;
    }
    out
}

/// Where the first sentence ends: at its mark before white space, unless what follows goes on in lower case
/// as after "e.g.", or what ends there is a lone letter or number.
fn sentence_end(line: &str) -> usize {
    for (at, mark) in line.char_indices() {
        let end = at + mark.len_utf8();
        if matches!(mark, '。' | '！' | '？') {
            return end;
        }
        if !matches!(mark, '.' | '!' | '?') {
            continue;
        }
        let rest = &line[end..];
        let Some(next) = rest.trim_start().chars().next() else {
            return line.len();
        };
        if !rest.starts_with(char::is_whitespace) || next.is_lowercase() {
            continue;
        }
        // Looked at where a word ends only: a line of nothing but marks may be very long.
        let before = line[..at].rsplit(char::is_whitespace).next().unwrap_or_default();
        let abbreviated = mark == '.' && (before.chars().count() < 2 || before.contains('.'));
        if !abbreviated {
            return end;
        }
    }
    line.len()
}

#[cfg(test)]
mod tests {
    use super::{first_sentence, shortened};

    #[test]
    fn a_summary_is_the_first_sentence() {
        let cases = [
            ("\n Keeps it running. And more.\nNext", "Keeps it running."),
            ("Uses tools, e.g. Rust. Then", "Uses tools, e.g. Rust."),
            ("Version 2.1 of it! Yes", "Version 2.1 of it!"),
            ("By J. Doe for us. Then", "By J. Doe for us."),
            ("No mark at all", "No mark at all"),
            ("短い文。次", "短い文。"),
            ("", ""),
        ];
        for (text, expected) in cases {
            assert_eq!(first_sentence(text), expected);
        }
    }

    #[test]
    fn a_line_of_marks_takes_no_longer_than_its_length() {
        for marks in ["a.", ".", "! "] {
            assert!(first_sentence(&marks.repeat(500_000)).chars().count() <= 201);
        }
    }

    #[test]
    fn what_is_long_is_cut_at_a_word() {
        let long = "word ".repeat(60);
        let short = shortened(&long);
        assert!(
            short.ends_with("word…") && short.chars().count() <= 201,
            "{short}"
        );
        assert_eq!(shortened(&"x".repeat(500)).chars().count(), 201);
    }
}
