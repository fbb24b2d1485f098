//! Prose filled for the page that shows it.

use std::collections::BTreeSet;

use super::address;
use super::escape::escape_into;
use super::here::{Here, encode_anchor};
use super::views::Views;
use crate::config::Publish;
use crate::model::{DocumentId, Fill, Node, PartyKind, Prose, ReferenceId, Target, Template};

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

static NOWHERE: Target = Target {
    node: Node::Missing,
    anchor: None,
};

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

    fn slot(&mut self, document: DocumentId, fill: &Fill, out: &mut String) {
        match fill {
            Fill::Open(reference) => self.open(document, *reference, out),
            Fill::Close(reference) => out.push_str(match self.tag(document, *reference) {
                Tag::Link { .. } => "</a>",
                Tag::Span { .. } => "</span>",
                Tag::Plain => "",
            }),
            Fill::Name(reference) => escape_into(out, &self.views.name(document, *reference)),
            Fill::Address(reference) => {
                if let Tag::Link { href, .. } = self.tag(document, *reference) {
                    escape_into(out, &href);
                }
            }
            Fill::Anchor(anchor) => {
                if self.own == Some(document) {
                    attribute(out, "id", anchor);
                }
            }
            Fill::Footnote(number) => self.footnote(document, *number, out),
            Fill::Word(key) => escape_into(out, &self.views.words.say(key, None, &[])),
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
            attribute(out, "id", &format!("{}-ref", footnote.anchor));
        }
        out.push('>');
        out.push_str(&(number + 1).to_string());
        out.push_str("</a></sup>");
    }

    fn tag(&self, document: DocumentId, reference: ReferenceId) -> Tag {
        let views = self.views;
        let target = views.target(document, reference);
        let anchor = target.anchor.as_deref();
        let written = views
            .organisation
            .document(document)
            .references
            .get(reference.index());
        let tooltip = || written.map_or_else(String::new, |reference| reference.tooltip.clone());
        let link = |class, href| Tag::Link {
            href,
            class,
            title: tooltip(),
        };
        let addresses = &views.site.addresses;
        match &target.node {
            Node::Party(id) => {
                let to = addresses.party(views.organisation, *id);
                link("party", self.here.to_anchor(to, anchor))
            }
            Node::Person(_) | Node::People if views.config.publish == Publish::None => Tag::Plain,
            Node::Person(id) => link("person", self.here.to_anchor(addresses.person(*id), anchor)),
            Node::Page(id) => {
                let to = addresses.document(views.organisation.page(*id).document);
                link("page", self.here.to_anchor(to, anchor))
            }
            Node::Term(id) => {
                let title = Some(tooltip()).filter(|title| !title.is_empty());
                Tag::Link {
                    href: views.term_href(*id, self.here),
                    class: "term",
                    title: title.unwrap_or_else(|| views.meanings[id.index()].clone()),
                }
            }
            Node::Group(id) => Tag::Span {
                class: "group",
                title: views.group_members(*id),
            },
            Node::Index(kind) => link("page", self.here.to_anchor(&address::index(*kind), anchor)),
            Node::People => link(
                "page",
                self.here.to_anchor(&address::site(address::PEOPLE), anchor),
            ),
            Node::Asset(path) => link("file", self.here.to_anchor(&address::asset(path), anchor)),
            Node::Url(url) => link("external", url.clone()),
            Node::Here => {
                let to = addresses.document(document);
                let href = self.here.to_anchor(to, anchor);
                link("page", if href.is_empty() { String::from("#") } else { href })
            }
            Node::Missing => Tag::Span {
                class: "missing",
                title: views.words.say(
                    "link.missing",
                    None,
                    &[("name", written.map_or("", |reference| reference.name.as_str()))],
                ),
            },
        }
    }
}

/// Appends ` name="value"`.
fn attribute(out: &mut String, name: &str, value: &str) {
    out.push(' ');
    out.push_str(name);
    out.push_str("=\"");
    escape_into(out, value);
    out.push('"');
}

impl Views<'_> {
    /// What a reference was found to lead to.
    pub(crate) fn target(&self, document: DocumentId, reference: ReferenceId) -> &Target {
        let targets = &self.organisation.links_of(document).targets;
        targets.get(reference.index()).unwrap_or(&NOWHERE)
    }

    /// What `template` of `document` says, as plain text.
    pub(crate) fn text(&self, document: DocumentId, template: &Template) -> String {
        let mut out = String::with_capacity(template.text.len() + 16 * template.slots.len());
        let mut from = 0;
        for slot in &template.slots {
            out.push_str(template.text.get(from..slot.at).unwrap_or_default());
            from = slot.at.max(from);
            match &slot.fill {
                Fill::Name(reference) => out.push_str(&self.name(document, *reference)),
                Fill::Word(key) => out.push_str(&self.words.say(key, None, &[])),
                Fill::Open(_) | Fill::Close(_) | Fill::Address(_) | Fill::Anchor(_) | Fill::Footnote(_) => {}
            }
        }
        out.push_str(template.text.get(from..).unwrap_or_default());
        out
    }

    /// The title of what a reference leads to, for a wikilink without a text of its own.
    pub(crate) fn name(&self, document: DocumentId, reference: ReferenceId) -> String {
        let organisation = self.organisation;
        let target = self.target(document, reference);
        let written = || {
            organisation
                .document(document)
                .references
                .get(reference.index())
                .map_or_else(String::new, |reference| reference.name.clone())
        };
        let (title, page) = match &target.node {
            Node::Party(id) => {
                let party = organisation.party(*id);
                (party.title.clone(), Some(party.document))
            }
            Node::Person(_) if self.config.publish == Publish::None => {
                return self.words.say("person.unnamed", None, &[]);
            }
            Node::Person(id) => {
                let person = organisation.person(*id);
                (person.name.clone(), person.document)
            }
            Node::Page(id) => {
                let page = organisation.page(*id).document;
                (organisation.document(page).title.clone(), Some(page))
            }
            Node::Term(id) => return self.term_title(*id),
            Node::Group(id) => return organisation.group(*id).title.clone(),
            Node::Index(kind) => return self.list_title(*kind),
            Node::People => return self.words.say("nav.people", None, &[]),
            Node::Asset(path) => return path.file_name().to_owned(),
            Node::Url(url) => return url.clone(),
            Node::Here => (String::new(), Some(document)),
            Node::Missing => return written(),
        };
        let heading = target.anchor.as_deref().and_then(|anchor| {
            let anchors = &organisation.document(page?).anchors;
            let heading = anchors.iter().find(|known| known.id == anchor)?;
            Some(heading.text.as_str()).filter(|text| !text.is_empty())
        });
        match heading {
            Some(heading) if title.is_empty() => heading.to_owned(),
            Some(heading) => format!("{title}: {heading}"),
            None if title.is_empty() => written(),
            None => title,
        }
    }

    /// The title of the list of all parties of a kind.
    pub(crate) fn list_title(&self, kind: PartyKind) -> String {
        let key = format!("nav.{}", kind.folder());
        self.words.say(&key, None, &[])
    }
}
