//! HTML as tokens: just enough to know tags from text. What is safe is not decided here.

/// A piece of HTML.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Token<'a> {
    /// Text, its entities as written.
    Text(&'a str),
    /// A start tag: its name in lower case, its attributes with their values decoded.
    Start(String, Vec<(String, String)>),
    /// An end tag: its name in lower case.
    End(String),
    /// A comment, a declaration, a processing instruction.
    Silent,
}

/// The tokens of `html`, each with its position.
pub(super) fn tokens(html: &str) -> Tokens<'_> {
    Tokens { html, at: 0 }
}

/// See [`tokens`].
pub(super) struct Tokens<'a> {
    html: &'a str,
    at: usize,
}

impl<'a> Iterator for Tokens<'a> {
    type Item = (usize, Token<'a>);

    fn next(&mut self) -> Option<Self::Item> {
        let at = self.at;
        let rest = self.html.get(at..).filter(|rest| !rest.is_empty())?;
        if let Some((len, token)) = markup(rest) {
            self.at += len;
            return Some((at, token));
        }
        // A `<` that opens nothing is text; where it opens what never ends, so is all that is left.
        let from = if opens_tag(rest) { rest.len() } else { 1 };
        let len = rest
            .char_indices()
            .skip(1)
            .map(|(at, _)| at)
            .find(|&at| at >= from && rest[at..].starts_with('<') && begins_markup(&rest[at..]))
            .unwrap_or(rest.len());
        self.at += len;
        Some((at, Token::Text(&rest[..len])))
    }
}

fn begins_markup(text: &str) -> bool {
    opens_tag(text) || text.starts_with("<!") || text.starts_with("<?")
}

fn opens_tag(text: &str) -> bool {
    let name = text.strip_prefix("</").or_else(|| text.strip_prefix('<'));
    name.is_some_and(|name| name.starts_with(|c: char| c.is_ascii_alphabetic()))
}

/// The tag or comment at the beginning of `text`, and its length.
fn markup(text: &str) -> Option<(usize, Token<'static>)> {
    if text.starts_with("<!--") {
        let len = text.get(4..).and_then(|rest| rest.find("-->"));
        return Some((len.map_or(text.len(), |len| len + 7), Token::Silent));
    }
    if text.starts_with("<!") || text.starts_with("<?") {
        return Some((text.find('>').map_or(text.len(), |len| len + 1), Token::Silent));
    }
    if !opens_tag(text) {
        return None;
    }
    let is_end = text.starts_with("</");
    let mut scan = Scan {
        text,
        at: 1 + usize::from(is_end),
    };
    let name = scan
        .take_while(|b| !b.is_ascii_whitespace() && !b"/>".contains(&b))
        .to_ascii_lowercase();
    let mut attributes = Vec::new();
    while let Some(attribute) = scan.attribute()? {
        attributes.push(attribute);
    }
    let token = if is_end {
        Token::End(name)
    } else {
        Token::Start(name, attributes)
    };
    Some((scan.at, token))
}

struct Scan<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Scan<'a> {
    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    /// Stops at ASCII only, so that it never splits a character.
    fn take_while(&mut self, wanted: impl Fn(u8) -> bool) -> &'a str {
        let start = self.at;
        while self.peek().is_some_and(|byte| !byte.is_ascii() || wanted(byte)) {
            self.at += 1;
        }
        self.text.get(start..self.at).unwrap_or_default()
    }

    /// The next attribute; none at the tag's end, which is passed. Fails where the tag never ends.
    #[expect(
        clippy::option_option,
        reason = "no tag at all differs from no further attribute"
    )]
    fn attribute(&mut self) -> Option<Option<(String, String)>> {
        self.take_while(|b| b.is_ascii_whitespace() || b == b'/');
        if self.peek()? == b'>' {
            self.at += 1;
            return Some(None);
        }
        let start = self.at;
        // A name may begin with `=`.
        self.at += usize::from(self.peek() == Some(b'='));
        self.take_while(|b| !b.is_ascii_whitespace() && !b"/>=".contains(&b));
        let name = self.text.get(start..self.at)?.to_ascii_lowercase();
        self.take_while(|b| b.is_ascii_whitespace());
        if self.peek()? != b'=' {
            return Some(Some((name, String::new())));
        }
        self.at += 1;
        self.take_while(|b| b.is_ascii_whitespace());
        let value = match self.peek()? {
            quote @ (b'"' | b'\'') => {
                self.at += 1;
                let value = self.take_while(|b| b != quote);
                self.peek()?;
                self.at += 1;
                value
            }
            _ => self.take_while(|b| !b.is_ascii_whitespace() && b != b'>'),
        };
        Some(Some((name, decoded(value))))
    }
}

/// `html` with the commonest entities as the characters they stand for.
pub(super) fn decoded(html: &str) -> String {
    let mut out = String::with_capacity(html.len());
    let mut rest = html;
    while let Some(at) = rest.find('&') {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        // What is no entity is a mere `&`.
        let (len, c) = entity(rest).unwrap_or((1, '&'));
        out.push(c);
        rest = &rest[len..];
    }
    out.push_str(rest);
    out
}

/// The entity at the beginning of `text`: its length, and what it stands for.
fn entity(text: &str) -> Option<(usize, char)> {
    const LONGEST: usize = 12;
    let end = text.bytes().take(LONGEST).position(|b| b == b';')?;
    let name = text.get(1..end)?;
    let c = match name {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        "nbsp" => '\u{a0}',
        _ => {
            let number = name.strip_prefix('#')?;
            let code = match number.strip_prefix(['x', 'X']) {
                Some(hex) => u32::from_str_radix(hex, 16).ok()?,
                None => number.parse().ok()?,
            };
            char::from_u32(code)?
        }
    };
    Some((end + 1, c))
}

#[cfg(test)]
mod tests {
    use super::{Token, tokens};

    #[test]
    fn tags_are_told_from_text() {
        let cases = [
            ("a < b <i>x</I>", "a < b |<i>|x|</i>"),
            ("<a href='x>y' HIDDEN>", "<a href=x>y hidden=>"),
            ("<br/><hr />", "<br>|<hr>"),
            ("<!-- <b> -->c<?x?>", "~|c|~"),
            ("<a title=\"", "<a title=\""),
            ("<a b", "<a b"),
            ("<a x=&amp;&#65;&nope;>", "<a x=&A&nope;>"),
            ("é<é<b>", "é<é|<b>"),
        ];
        for (html, expected) in cases {
            let shown: Vec<String> = tokens(html)
                .map(|(_, token)| match token {
                    Token::Text(text) => text.to_owned(),
                    Token::Start(name, attributes) => {
                        let attributes: Vec<String> = attributes
                            .iter()
                            .map(|(name, value)| format!(" {name}={value}"))
                            .collect();
                        format!("<{name}{}>", attributes.concat())
                    }
                    Token::End(name) => format!("</{name}>"),
                    Token::Silent => "~".to_owned(),
                })
                .collect();
            assert_eq!(shown.join("|"), expected, "{html}");
        }
    }
}
