//! Prose filled for the page that shows it.

use std::collections::BTreeSet;

use super::address;
use super::here::{Here, encode_anchor};
use super::views::Views;
use crate::config::Publish;
use crate::model::{DocumentId, Fill, Node, Prose, ReferenceId, Target};
use crate::text::{SitePath, escape};

/// Fills prose for one page: links lead from there, anchors stand only where they belong.
pub(crate) struct Filler<'v> {
    views: &'v Views<'v>,
    here: &'v Here<'v>,
    /// The document whose page it is; all others are quoted.
    own: Option<DocumentId>,
    /// The footnotes that were referred to already: the first reference is where they lead back to.
    noted: BTreeSet<usize>,
}

/// What a reference becomes.
enum Tag {
    /// A link.
    Link {
        href: String,
        class: &'static str,
        title: String,
    },
    /// Marked text with something to say about it.
    Span { class: &'static str, title: String },
    /// Its text alone.
    Plain,
}

/// Which of them, without what goes into it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Shape {
    Link,
    Span,
    Plain,
}

impl Shape {
    fn of(node: &Node, publish: Publish) -> Self {
        match node {
            Node::Person(_) | Node::People if publish == Publish::None => Self::Plain,
            Node::Group(_) | Node::Missing => Self::Span,
            _ => Self::Link,
        }
    }
}

impl<'v> Filler<'v> {
    /// A filler for the page at `here`, which is `own`'s own.
    pub(crate) const fn new(views: &'v Views<'v>, here: &'v Here<'v>, own: Option<DocumentId>) -> Self {
        Self {
            views,
            here,
            own,
            noted: BTreeSet::new(),
        }
    }

    /// The page that is filled.
    pub(crate) const fn here(&self) -> &'v Here<'v> {
        self.here
    }

    /// What `prose` of `document` says, as HTML.
    pub(crate) fn html(&mut self, document: DocumentId, prose: &Prose) -> String {
        let template = &prose.html;
        let mut out = String::with_capacity(template.text.len() + 64 * template.slots.len());
        let mut from = 0;
        for slot in &template.slots {
            out.push_str(template.text.get(from..slot.at).unwrap_or_default());
            from = slot.at.max(from);
            self.slot(document, &slot.fill, &mut out);
        }
        out.push_str(template.text.get(from..).unwrap_or_default());
        out
    }

    /// What `prose` of `document` says, quoted beside what another says: without anchors, be it that the page
    /// is the document's own, and shows it elsewhere.
    pub(super) fn quote(&mut self, document: DocumentId, prose: &Prose) -> String {
        let own = self.own.take();
        let html = self.html(document, prose);
        self.own = own;
        html
    }

    fn slot(&mut self, document: DocumentId, fill: &Fill, out: &mut String) {
        match fill {
            Fill::Open(reference) => self.open(document, *reference, out),
            Fill::Close(reference) => {
                let node = &self.views.target(document, *reference).node;
                out.push_str(match Shape::of(node, self.views.config.publish) {
                    Shape::Link => "</a>",
                    Shape::Span => "</span>",
                    Shape::Plain => "",
                });
            }
            Fill::Name(reference) => escape::attribute(out, &self.views.name(document, *reference)),
            Fill::Address(reference) => {
                if let Tag::Link { href, .. } = self.tag(document, *reference) {
                    escape::attribute(out, &href);
                }
            }
            Fill::Anchor(anchor) => {
                if self.own == Some(document) {
                    attribute(out, "id", anchor);
                }
            }
            Fill::Footnote(number) => self.footnote(document, *number, out),
            Fill::Word(key) => escape::attribute(out, &self.views.words.say(key, None, &[])),
        }
    }

    fn open(&self, document: DocumentId, reference: ReferenceId, out: &mut String) {
        match self.tag(document, reference) {
            Tag::Link { href, class, title } => {
                out.push_str("<a");
                attribute(out, "href", &href);
                if !class.is_empty() {
                    attribute(out, "class", class);
                }
                if !title.is_empty() {
                    attribute(out, "title", &title);
                }
                out.push('>');
            }
            Tag::Span { class, title } => {
                out.push_str("<span");
                attribute(out, "class", class);
                attribute(out, "title", &title);
                out.push('>');
            }
            Tag::Plain => {}
        }
    }

    /// Whether the page refers to that footnote of its own document.
    pub(super) fn has_noted(&self, number: usize) -> bool {
        self.noted.contains(&number)
    }

    fn footnote(&mut self, document: DocumentId, number: usize, out: &mut String) {
        let Some(footnote) = self.views.organisation.document(document).footnotes.get(number) else {
            return;
        };
        let own = self.own == Some(document);
        let mut href = if own {
            String::new()
        } else {
            self.here.to(self.views.site.addresses.document(document))
        };
        href.push('#');
        encode_anchor(&mut href, &footnote.anchor);
        out.push_str("<sup class=\"footnote-ref\"><a");
        attribute(out, "href", &href);
        if own && self.noted.insert(number) {
            attribute(out, "id", &back_anchor(&footnote.anchor));
        }
        out.push('>');
        out.push_str(&(number + 1).to_string());
        out.push_str("</a></sup>");
    }

    fn tag(&self, document: DocumentId, reference: ReferenceId) -> Tag {
        let views = self.views;
        let target = views.target(document, reference);
        let written = views.written(document, reference);
        let tooltip = written.map_or("", |reference| reference.tooltip.as_str());
        match Shape::of(&target.node, views.config.publish) {
            Shape::Plain => Tag::Plain,
            Shape::Span => self.span(
                &target.node,
                written.map_or("", |reference| reference.name.as_str()),
            ),
            Shape::Link => {
                let (class, href) = self.link(document, target);
                let title = match &target.node {
                    Node::Term(id) if tooltip.is_empty() => views.meanings[id.index()].clone(),
                    _ => tooltip.to_owned(),
                };
                Tag::Link { href, class, title }
            }
        }
    }

    /// The class and the title of what is marked, but leads nowhere.
    fn span(&self, node: &Node, name: &str) -> Tag {
        match node {
            Node::Group(id) => Tag::Span {
                class: "group",
                title: self.views.group_members(*id),
            },
            _ => Tag::Span {
                class: "missing",
                title: self.views.words.say("link.missing", None, &[("name", name)]),
            },
        }
    }

    /// The class and the address of a link.
    fn link(&self, document: DocumentId, target: &Target) -> (&'static str, String) {
        let organisation = self.views.organisation;
        let addresses = &self.views.site.addresses;
        let to = |path: &SitePath| self.here.to_anchor(path, target.anchor.as_deref());
        match &target.node {
            Node::Party(id) => ("party", to(addresses.party(organisation, *id))),
            Node::Person(id) => ("person", to(addresses.person(*id))),
            Node::Page(id) => ("page", to(addresses.document(organisation.page(*id).document))),
            Node::Term(id) => ("term", self.views.term_href(*id, self.here)),
            Node::Index(kind) => ("page", to(&address::index(*kind))),
            Node::People => ("page", to(&address::site(address::PEOPLE))),
            Node::Asset(path) => {
                let mut href = self.here.to_shared(&address::asset(path));
                if let Some(anchor) = &target.anchor {
                    href.push('#');
                    encode_anchor(&mut href, anchor);
                }
                ("file", href)
            }
            // Mail and telephone lead to no page outside.
            Node::Url(url) if !url.starts_with("http") => ("contact", url.clone()),
            Node::Url(url) => ("external", url.clone()),
            Node::Here | Node::Group(_) | Node::Missing => {
                let href = to(addresses.document(document));
                ("page", if href.is_empty() { String::from("#") } else { href })
            }
        }
    }
}

/// The anchor of the first reference to the footnote at `anchor`; authors' own never begin so.
pub(super) fn back_anchor(anchor: &str) -> String {
    format!("rb-{anchor}")
}

/// Appends ` name="value"`.
fn attribute(out: &mut String, name: &str, value: &str) {
    out.push(' ');
    out.push_str(name);
    out.push_str("=\"");
    escape::attribute(out, value);
    out.push('"');
}
