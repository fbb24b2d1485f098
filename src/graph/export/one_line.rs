//! Text on one line, for formats in which a line break ends something.

/// Between several tags or qualifiers in one value.
const BETWEEN: &str = "; ";

/// `text` without control characters and line breaks: a space stands for each run of them.
pub(super) fn one_line(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut breaks = false;
    for c in text.chars() {
        // The last two are no characters at all, and XML can't hold them.
        if c.is_control() || matches!(c, '\u{2028}' | '\u{2029}' | '\u{fffe}' | '\u{ffff}') {
            breaks = true;
            continue;
        }
        if breaks {
            out.push(' ');
            breaks = false;
        }
        out.push(c);
    }
    if breaks {
        out.push(' ');
    }
    out
}

/// Several texts as one value.
pub(super) fn joined(texts: &[String]) -> String {
    one_line(&texts.join(BETWEEN))
}
