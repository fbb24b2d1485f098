//! Authors' HTML, written with its links and anchors as slots.

use super::html::Html;
use super::raw_html::Piece;
use crate::model::Fill;
use crate::text::{Span, escape};

/// Attributes that are kept, besides those that become slots. `sanitise` says on which elements.
pub(super) const ATTRIBUTES: &[&str] = &[
    "alt", "cite", "class", "colspan", "datetime", "dir", "height", "lang", "open", "reversed", "rowspan",
    "scope", "start", "title", "value", "width",
];

/// Writes `pieces`.
pub(super) fn write(html: &mut Html<'_, '_>, pieces: &[Piece]) {
    for piece in pieces {
        match piece {
            Piece::Text(text) => html.put(text),
            Piece::Start(name, attributes, _) if attributes.is_empty() && is_break(name) => {
                html.put(&format!("<{name}>"));
            }
            Piece::Start(name, attributes, span) => {
                html.has_tags = true;
                start(html, name, attributes, *span);
            }
            Piece::End(name) => {
                html.has_tags = true;
                html.put(&format!("</{name}>"));
            }
        }
    }
}

/// What is whole without an end tag and needs no cleaning.
fn is_break(name: &str) -> bool {
    matches!(name, "br" | "wbr")
}

fn start(html: &mut Html<'_, '_>, name: &str, attributes: &[(String, String)], span: Span) {
    let body = html.body;
    let reference = body.references.at(span.start);
    let anchor = body.anchors.of_tag(span.start);
    match (name, reference) {
        ("img", Some(id)) => {
            html.put("<img loading=\"lazy\" src=\"");
            html.slot(Fill::Address(id));
            html.put("\"");
            if !attributes.iter().any(|(key, _)| key == "alt") {
                html.put(" alt=\"\"");
            }
        }
        ("a", Some(id)) => {
            // A link's anchor goes before it: its start tag is the site's to write.
            if let Some(anchor) = anchor {
                html.put("<span");
                html.slot(Fill::Anchor(anchor.to_owned()));
                html.put("></span>");
            }
            return html.slot(Fill::Open(id));
        }
        ("a" | "img", None) if anchor.is_none() => return,
        ("img", None) => html.put("<span"),
        _ => html.put(&format!("<{name}")),
    }
    if let Some(anchor) = anchor {
        html.slot(Fill::Anchor(anchor.to_owned()));
    }
    for (key, value) in attributes {
        if ATTRIBUTES.contains(&key.as_str()) {
            html.put(&format!(" {key}=\""));
            escape::attribute(&mut html.out.text, value);
            html.put("\"");
        }
    }
    html.put(if name == "img" && reference.is_none() {
        "></span>"
    } else {
        ">"
    });
}
