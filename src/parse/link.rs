//! What a link is written to: a name and an anchor, or a URL.

/// Where a link goes, as written. What may be linked to at all is decided where it is looked up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Destination {
    /// Before the `#`; a whole URL.
    pub(super) name: String,
    /// After the `#`; none in a URL.
    pub(super) anchor: Option<String>,
}

/// What `[text](written)` leads to.
pub(super) fn of_link(written: &str) -> Destination {
    let written = without_controls(written);
    let written = written.trim();
    if scheme(written).is_some() || written.starts_with("//") {
        return url(written);
    }
    let (path, anchor) = match written.split_once('#') {
        Some((path, anchor)) => (path, non_empty(decoded(anchor))),
        None => (written, None),
    };
    let path = path.split_once('?').map_or(path, |(path, _)| path);
    Destination {
        name: decoded(path),
        anchor,
    }
}

/// What `[[written]]` leads to.
pub(super) fn of_wikilink(written: &str) -> Destination {
    // In a table the `|` is written `\|`, and its backslash stays behind.
    let written = written.strip_suffix('\\').unwrap_or(written);
    let folded = without_controls(&fold(written));
    if scheme(&folded).is_some_and(|scheme| folded[scheme.len()..].starts_with("://")) {
        return url(&folded);
    }
    let (name, anchor) = match folded.split_once('#') {
        Some((name, anchor)) => (name.trim().to_owned(), non_empty(anchor.trim().to_owned())),
        None => (folded, None),
    };
    Destination { name, anchor }
}

/// White space folded to single spaces, none at the ends.
pub(super) fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
    }
    out
}

fn url(written: &str) -> Destination {
    Destination {
        name: written.to_owned(),
        anchor: None,
    }
}

fn non_empty(text: String) -> Option<String> {
    Some(text).filter(|text| !text.is_empty())
}

/// Browsers leave control characters out of addresses, so that they could hide a scheme.
fn without_controls(text: &str) -> String {
    text.chars().filter(|c| !c.is_control()).collect()
}

/// The scheme of a URL. A single letter is none: it is a drive.
fn scheme(text: &str) -> Option<&str> {
    let (scheme, _) = text.split_once(':')?;
    let mut bytes = scheme.bytes();
    let is_scheme = bytes.next().is_some_and(|b| b.is_ascii_alphabetic())
        && bytes.all(|b| b.is_ascii_alphanumeric() || b"+-.".contains(&b));
    (is_scheme && scheme.len() > 1).then_some(scheme)
}

/// Percent-decoded; as it is where that gives no text.
fn decoded(text: &str) -> String {
    if !text.contains('%') {
        return text.to_owned();
    }
    let bytes = text.as_bytes();
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        let value = (byte == b'%')
            .then(|| Some((hex(bytes.get(at + 1))?, hex(bytes.get(at + 2))?)))
            .flatten();
        if let Some((high, low)) = value {
            out.push(high * 16 + low);
            at += 3;
        } else {
            out.push(byte);
            at += 1;
        }
    }
    String::from_utf8(out).unwrap_or_else(|_| text.to_owned())
}

fn hex(digit: Option<&u8>) -> Option<u8> {
    let value = char::from(*digit?).to_digit(16)?;
    u8::try_from(value).ok()
}

#[cfg(test)]
mod tests {
    use super::{Destination, of_link, of_wikilink};

    fn shown(destination: Destination) -> String {
        match destination.anchor {
            None => destination.name,
            Some(anchor) => format!("{} # {anchor}", destination.name),
        }
    }

    #[test]
    fn links_name_sources_and_urls() {
        let cases = [
            ("product-owner.md#purpose", "product-owner.md # purpose"),
            ("#purpose", " # purpose"),
            ("a%20b.md#%C3%BCber", "a b.md # über"),
            ("50%.md", "50%.md"),
            ("%ff.md", "%ff.md"),
            ("page.md?plain=1#x", "page.md # x"),
            ("https://example.org/a#b", "https://example.org/a#b"),
            ("//example.org/a", "//example.org/a"),
            ("mailto:a@example.org", "mailto:a@example.org"),
            ("java\nscript:alert(1)#x", "javascript:alert(1)#x"),
            (" \u{1}javascript:alert(1)", "javascript:alert(1)"),
            ("C:notes.md#x", "C:notes.md # x"),
        ];
        for (written, expected) in cases {
            assert_eq!(shown(of_link(written)), expected, "{written:?}");
        }
    }

    #[test]
    fn wikilinks_name_parties() {
        let cases = [
            ("product-owner", "product-owner"),
            ("Product Owner#Key  Metrics", "Product Owner # Key Metrics"),
            ("Product\nOwner", "Product Owner"),
            ("Role\\", "Role"),
            ("Team: Vega", "Team: Vega"),
            ("#Purpose", " # Purpose"),
            ("https://example.org/", "https://example.org/"),
        ];
        for (written, expected) in cases {
            assert_eq!(shown(of_wikilink(written)), expected, "{written:?}");
        }
    }
}
