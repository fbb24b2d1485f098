//! The guarantee that HTML with an author's tags in it is safe and well-formed.
//!
//! Slots are written as marks that authors can't forge, the sanitiser cleans all, and the marks
//! become slots again.

use std::borrow::Cow;
use std::sync::LazyLock;

use ammonia::{Builder, UrlRelative};
use sha2::{Digest, Sha256};

use super::html_raw::ATTRIBUTES;
use super::markup::{Token, tokens};
use super::raw_html::KEPT;
use crate::model::{Fill, ReferenceId, Slot, Template};
use crate::text::escape;

/// What of `html` is safe; `nonce` is that of the source it was made of.
pub(super) fn sanitise(html: &Template, nonce: &str) -> Template {
    let cleaned = CLEANER.clean(&marked(html, nonce)).to_string();
    let mut reader = Reader {
        slots: &html.slots,
        nonce,
        out: Template::default(),
        links: Vec::new(),
    };
    for (_, token) in tokens(&cleaned) {
        match token {
            Token::Text(text) => reader.text(text),
            Token::Start(name, attributes) => reader.start(&name, &attributes),
            Token::End(name) => reader.end(&name),
            Token::Silent => {}
        }
    }
    reader.out
}

/// A word that `source` can't hold: whoever writes it in changes it.
pub(super) fn nonce(source: &str) -> String {
    let digest = Sha256::digest(source.as_bytes());
    let mut nonce = String::from("rb");
    for byte in digest.iter().take(8) {
        for digit in [byte >> 4, byte & 15] {
            nonce.push(char::from(b'a' + digit));
        }
    }
    nonce
}

/// Classes that the writer and the theme know.
const CLASSES: &[&str] = &[
    "alert",
    "alert-title",
    "alert-note",
    "alert-tip",
    "alert-important",
    "alert-warning",
    "alert-caution",
    "align-left",
    "align-center",
    "align-right",
    "table",
    "task",
];

static CLEANER: LazyLock<Builder<'static>> = LazyLock::new(|| {
    let mut builder = Builder::empty();
    builder
        .tags(KEPT.iter().copied().chain(["input"]).collect())
        .generic_attributes(ATTRIBUTES.iter().copied().chain(["id"]).collect())
        .add_tag_attributes("a", ["href"])
        .add_tag_attributes("img", ["src", "loading"])
        .add_tag_attributes("input", ["type", "disabled", "checked", "aria-label"])
        .add_tag_attributes("div", ["role"])
        .url_relative(UrlRelative::PassThrough)
        .url_schemes(["http", "https"].into_iter().collect())
        .link_rel(None)
        .attribute_filter(attribute);
    builder
});

/// What of an attribute's value is kept.
fn attribute<'v>(element: &str, name: &str, value: &'v str) -> Option<Cow<'v, str>> {
    let fits = match (element, name) {
        (_, "class") => return classes(element, value),
        ("input", "type") => value == "checkbox",
        (_, "role") => value == "note",
        (_, "scope") => element == "th",
        ("img", "alt") | ("details", "open") => true,
        (_, "alt" | "open") => false,
        (_, "cite") => matches!(element, "blockquote" | "q" | "del" | "ins") && value.starts_with("https://"),
        (_, "datetime") => matches!(element, "time" | "del" | "ins"),
        (_, "reversed") => element == "ol",
        (_, "start") => element == "ol" && is_number(value),
        (_, "value") => element == "li" && is_number(value),
        (_, "width" | "height") => element == "img" && is_number(value),
        (_, "colspan" | "rowspan") => matches!(element, "td" | "th") && is_number(value),
        (_, "dir") => matches!(value, "ltr" | "rtl" | "auto"),
        _ => true,
    };
    fits.then_some(Cow::Borrowed(value))
}

fn is_number(value: &str) -> bool {
    matches!(value.len(), 1..=4) && value.bytes().all(|b| b.is_ascii_digit())
}

fn classes<'v>(element: &str, value: &str) -> Option<Cow<'v, str>> {
    let known: Vec<&str> = value
        .split_ascii_whitespace()
        .filter(|class| CLASSES.contains(class) || (element == "code" && class.starts_with("language-")))
        .collect();
    (!known.is_empty()).then(|| Cow::Owned(known.join(" ")))
}

/// `html` with a mark for each slot.
fn marked(html: &Template, nonce: &str) -> String {
    let mut out = String::with_capacity(html.text.len() + html.slots.len() * 40);
    let mut done = 0;
    for (number, slot) in html.slots.iter().enumerate() {
        out.push_str(&html.text[done..slot.at]);
        done = slot.at;
        let (before, after) = match slot.fill {
            Fill::Open(_) => ("<a href=\"", "\">"),
            Fill::Anchor(_) => (" id=\"", "\""),
            Fill::Close(_) => {
                out.push_str("</a>");
                continue;
            }
            Fill::Name(_) | Fill::Address(_) | Fill::Footnote(_) | Fill::Word(_) => ("", ""),
        };
        out.extend([before, nonce, &number.to_string(), "z", after]);
    }
    // Tags left open would go on around a line's end.
    out.push_str(html.text[done..].trim_end());
    out
}

/// How an `<a>` ends.
enum Link {
    Reference(ReferenceId),
    Anchor,
    Nothing,
}

/// Reads cleaned HTML, and its marks as slots again.
struct Reader<'r> {
    slots: &'r [Slot],
    nonce: &'r str,
    out: Template,
    links: Vec<Link>,
}

impl<'r> Reader<'r> {
    fn text(&mut self, text: &str) {
        self.pieces(text, false);
    }

    fn start(&mut self, name: &str, attributes: &[(String, String)]) {
        let fill = |key: &str| {
            let (_, value) = attributes.iter().find(|(name, _)| name == key)?;
            self.mark(value).map(|(_, fill, _)| fill)
        };
        let anchor = match fill("id") {
            Some(anchor @ Fill::Anchor(_)) => Some(anchor.clone()),
            _ => None,
        };
        match (name, fill("href"), fill("src")) {
            // Tables let a link into a link.
            ("a", Some(Fill::Open(_)), _) if self.is_in_link() => return self.links.push(Link::Nothing),
            ("a", Some(&Fill::Open(id)), _) => {
                self.links.push(Link::Reference(id));
                return self.slot(Fill::Open(id));
            }
            ("a", ..) => {
                self.links.push(if anchor.is_some() {
                    Link::Anchor
                } else {
                    Link::Nothing
                });
                if anchor.is_none() {
                    return;
                }
                self.out.text.push_str("<span");
            }
            ("img", _, None) => return,
            _ => {
                self.out.text.push('<');
                self.out.text.push_str(name);
            }
        }
        if let Some(anchor) = anchor {
            self.slot(anchor);
        }
        self.attributes(attributes);
        self.out.text.push('>');
    }

    fn is_in_link(&self) -> bool {
        self.links.iter().any(|link| matches!(link, Link::Reference(_)))
    }

    fn attributes(&mut self, attributes: &[(String, String)]) {
        for (key, value) in attributes.iter().filter(|(key, _)| key != "id" && key != "href") {
            self.out.text.push(' ');
            self.out.text.push_str(key);
            if !value.is_empty() || key == "alt" {
                self.out.text.push_str("=\"");
                self.pieces(value, true);
                self.out.text.push('"');
            }
        }
    }

    fn end(&mut self, name: &str) {
        if name != "a" {
            self.out.text.push_str("</");
            self.out.text.push_str(name);
            self.out.text.push('>');
            return;
        }
        match self.links.pop() {
            Some(Link::Reference(id)) => self.slot(Fill::Close(id)),
            Some(Link::Anchor) => self.out.text.push_str("</span>"),
            Some(Link::Nothing) | None => {}
        }
    }

    /// Writes text or a value with its marks as slots. A mark that came loose from its tag is left out.
    fn pieces(&mut self, mut text: &str, is_attribute: bool) {
        while let Some((before, fill, after)) = self.mark(text) {
            self.piece(before, is_attribute);
            let fits = match fill {
                Fill::Word(_) => true,
                Fill::Address(_) => is_attribute,
                Fill::Name(_) | Fill::Footnote(_) => !is_attribute,
                Fill::Open(_) | Fill::Close(_) | Fill::Anchor(_) => false,
            };
            if fits {
                self.slot(fill.clone());
            }
            text = after;
        }
        self.piece(text, is_attribute);
    }

    fn piece(&mut self, text: &str, is_attribute: bool) {
        if is_attribute {
            escape::attribute(&mut self.out.text, text);
        } else {
            self.out.text.push_str(text);
        }
    }

    fn slot(&mut self, fill: Fill) {
        self.out.slots.push(Slot {
            at: self.out.text.len(),
            fill,
        });
    }

    /// The first mark in `text`: what stands before it, what it marks, what stands after it.
    fn mark<'t>(&self, text: &'t str) -> Option<(&'t str, &'r Fill, &'t str)> {
        let (before, rest) = text.split_once(self.nonce)?;
        let (number, after) = rest.split_once('z')?;
        let slot = self.slots.get(number.parse::<usize>().ok()?)?;
        Some((before, &slot.fill, after))
    }
}
