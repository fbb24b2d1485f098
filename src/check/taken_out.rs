//! What goes when a setting of `[lints]` is taken out of its file.

use crate::text::Span;

/// The bytes that go with the setting whose name stands at `name`: its line, with the heading above it where it is
/// all that stands below that. None where more than one line of its own would have to be changed.
pub(super) fn taken_out(text: &str, name: Span) -> Option<Span> {
    let start = line_start(text, name.start);
    let end = line_end(text, name.end);
    let before = compact(text.get(start..name.start)?);
    let behind = text.get(name.end..end)?;
    match before.as_str() {
        "" if is_level(behind) => Some(with_heading(text, Span::new(start, end))),
        "lints." if is_level(behind) => Some(Span::new(start, end)),
        "lints={" => {
            let inner = behind.trim().strip_suffix('}')?;
            is_level(inner).then_some(Span::new(start, end))
        }
        _ => None,
    }
}

/// Without white space.
fn compact(text: &str) -> String {
    text.split_whitespace().collect()
}

/// Whether `behind` a name there is `= "allow"` and at most a comment.
fn is_level(behind: &str) -> bool {
    let level = behind.split('#').next().unwrap_or_default();
    matches!(compact(level).as_str(), "=\"allow\"" | "='allow'")
}

/// The line with the heading `[lints]` above it and the blank lines above that, where nothing else stands below
/// the heading.
fn with_heading(text: &str, line: Span) -> Span {
    let Some(heading) = line_above(text, line.start).filter(|heading| said(text, *heading) == "[lints]")
    else {
        return line;
    };
    let mut below = text.get(line.end..).unwrap_or_default().lines().map(str::trim);
    let next = below.find(|line| !line.is_empty());
    if !next.is_none_or(|next| next == "+++" || next.starts_with('[')) {
        return line;
    }
    let mut start = heading.start;
    while let Some(above) = line_above(text, start).filter(|above| said(text, *above).is_empty()) {
        start = above.start;
    }
    Span::new(start, line.end)
}

fn said(text: &str, line: Span) -> &str {
    text.get(line.start..line.end).unwrap_or_default().trim()
}

fn line_above(text: &str, start: usize) -> Option<Span> {
    let end = start.checked_sub(1)?;
    Some(Span::new(line_start(text, end), start))
}

/// The first byte of the line in which `at` stands.
fn line_start(text: &str, at: usize) -> usize {
    let above = text.get(..at).unwrap_or_default();
    above.rfind('\n').map_or(0, |end| end + 1)
}

/// The first byte below the line in which `at` stands.
fn line_end(text: &str, at: usize) -> usize {
    let behind = text.get(at..).unwrap_or_default();
    behind.find('\n').map_or(text.len(), |end| at + end + 1)
}

#[cfg(test)]
mod tests {
    use super::taken_out;
    use crate::text::Span;

    /// The text without the setting `x`, which stands where it is written first.
    fn without(text: &str) -> Option<String> {
        let at = text.find('x')?;
        let quoted = text.get(..at)?.ends_with('"');
        let name = if quoted {
            Span::new(at - 1, at + 2)
        } else {
            Span::new(at, at + 1)
        };
        let gone = taken_out(text, name)?;
        Some(format!("{}{}", &text[..gone.start], &text[gone.end..]))
    }

    #[test]
    fn the_line_goes_and_the_heading_with_the_last_of_them() {
        let cases = [
            ("+++\n[lints]\nx = \"allow\"\n+++\n", Some("+++\n+++\n")),
            (
                "+++\na = 1\n\n\n[lints]\nx = \"allow\"\n+++\n",
                Some("+++\na = 1\n+++\n"),
            ),
            (
                "+++\r\na = 1\r\n[lints]\r\nx = 'allow'\r\n\r\n+++\r\n",
                Some("+++\r\na = 1\r\n\r\n+++\r\n"),
            ),
            (
                "+++\n[lints]\n\"x\"=\"allow\" # why\ny = 1\n+++\n",
                Some("+++\n[lints]\ny = 1\n+++\n"),
            ),
            (
                "+++\n[lints]\ny = 1\n  x = \"allow\"\n+++\n",
                Some("+++\n[lints]\ny = 1\n+++\n"),
            ),
            (
                "+++\n[lints]\nx = \"allow\"\n[fields]\n+++\n",
                Some("+++\n[fields]\n+++\n"),
            ),
            (
                "+++\n[lints]\nx = \"allow\"\n# more\n+++\n",
                Some("+++\n[lints]\n# more\n+++\n"),
            ),
            (
                "+++\na = 1\nlints.x = \"allow\"\n+++\n",
                Some("+++\na = 1\n+++\n"),
            ),
            ("+++\nlints = { x = \"allow\" }\n+++\n", Some("+++\n+++\n")),
            ("+++\nlints = { x = \"allow\", y = \"warn\" }\n+++\n", None),
            ("+++\nlints = { y = \"warn\", x = \"allow\" }\n+++\n", None),
            ("+++\n[lints]\nx = \"\"\"\nallow\"\"\"\n+++\n", None),
            ("x", None),
        ];
        for (text, expected) in cases {
            assert_eq!(without(text).as_deref(), expected, "{text:?}");
        }
    }
}
