//! What references are called, and prose as plain text.

use super::views::Views;
use crate::config::Publish;
use crate::model::{DocumentId, Fill, Node, PartyKind, Reference, ReferenceId, Target, Template};

static NOWHERE: Target = Target {
    node: Node::Missing,
    anchor: None,
};

impl Views<'_> {
    /// What a reference was found to lead to.
    pub(crate) fn target(&self, document: DocumentId, reference: ReferenceId) -> &Target {
        let targets = &self.organisation.links_of(document).targets;
        targets.get(reference.index()).unwrap_or(&NOWHERE)
    }

    /// A reference as it is written.
    pub(crate) fn written(&self, document: DocumentId, reference: ReferenceId) -> Option<&Reference> {
        let references = &self.organisation.document(document).references;
        references.get(reference.index())
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

    /// What a wikilink without a text of its own shows: the name as it is written, the title where it is
    /// written as an id; with the heading's where it leads to one.
    pub(crate) fn name(&self, document: DocumentId, reference: ReferenceId) -> String {
        let target = self.target(document, reference);
        let written = self.written(document, reference);
        let title = written
            .filter(|written| self.is_name_of(&target.node, &written.name))
            .map(|written| written.name.clone())
            .or_else(|| self.node_title(&target.node));
        let heading = target
            .anchor
            .as_deref()
            .and_then(|anchor| self.heading(document, &target.node, anchor));
        match (title, heading) {
            (Some(title), Some(heading)) => format!("{title}: {heading}"),
            (Some(title), None) => title,
            (None, Some(heading)) => heading,
            (None, None) => written.map_or_else(String::new, |reference| reference.name.clone()),
        }
    }

    /// Whether `written` is a title or a further name of a thing, in any letter case, and reads as one: an id
    /// does not.
    fn is_name_of(&self, node: &Node, written: &str) -> bool {
        let organisation = self.organisation;
        let same = |name: &str| name == written || name.to_lowercase() == written.to_lowercase();
        match node {
            Node::Party(id) => {
                let party = organisation.party(*id);
                party.id != written && (same(&party.title) || party.aliases.iter().any(|alias| same(alias)))
            }
            Node::Term(id) => {
                let term = organisation.term(*id);
                let entry = organisation.document(term.document).terms.get(term.entry);
                entry.is_some_and(|entry| entry.names.iter().any(|name| same(name)))
            }
            _ => false,
        }
    }

    /// What a thing is called; nothing for the page itself and for what is not there.
    fn node_title(&self, node: &Node) -> Option<String> {
        let organisation = self.organisation;
        Some(match node {
            Node::Party(id) => organisation.party(*id).title.clone(),
            Node::Person(_) if self.config.publish == Publish::None => {
                self.words.say("person.unnamed", None, &[])
            }
            Node::Person(id) => organisation.person(*id).name.clone(),
            Node::Page(id) => organisation
                .document(organisation.page(*id).document)
                .title
                .clone(),
            Node::Term(id) => self.term_title(*id),
            Node::Group(id) => organisation.group(*id).title.clone(),
            Node::Index(kind) => self.list_title(*kind),
            Node::People => self.words.say("nav.people", None, &[]),
            Node::Asset(path) => path.file_name().to_owned(),
            Node::Url(url) => url.clone(),
            Node::Here | Node::Missing => return None,
        })
    }

    /// The text of the heading `anchor` on the page of a thing that `document` refers to.
    fn heading(&self, document: DocumentId, node: &Node, anchor: &str) -> Option<String> {
        let organisation = self.organisation;
        let page = match node {
            Node::Party(id) => organisation.party(*id).document,
            Node::Person(id) => organisation.person(*id).document?,
            Node::Page(id) => organisation.page(*id).document,
            Node::Here => document,
            _ => return None,
        };
        let mut anchors = organisation.document(page).anchors.iter();
        let heading = anchors.find(|known| known.id == anchor)?;
        (!heading.text.is_empty()).then(|| heading.text.clone())
    }

    /// The title of the list of all parties of a kind.
    pub(crate) fn list_title(&self, kind: PartyKind) -> String {
        let key = format!("nav.{}", kind.folder());
        self.words.say(&key, None, &[])
    }
}
