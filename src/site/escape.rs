//! Plain text as HTML.

/// Appends `text` to `out`, fit for an element's content and for a quoted attribute.
pub(crate) fn escape_into(out: &mut String, text: &str) {
    let mut rest = text;
    while let Some(at) = rest.find(['&', '<', '>', '"', '\'']) {
        out.push_str(&rest[..at]);
        out.push_str(match rest.as_bytes()[at] {
            b'&' => "&amp;",
            b'<' => "&lt;",
            b'>' => "&gt;",
            b'"' => "&quot;",
            _ => "&#39;",
        });
        rest = &rest[at + 1..];
    }
    out.push_str(rest);
}

#[cfg(test)]
mod tests {
    use super::escape_into;

    #[test]
    fn nothing_breaks_out() {
        let mut out = String::new();
        escape_into(&mut out, "é<a href=\"x\" b='y'>&amp;");
        assert_eq!(out, "é&lt;a href=&quot;x&quot; b=&#39;y&#39;&gt;&amp;amp;");
    }
}
