//! What references are called, and prose as plain text.

use super::spelling::spelling;
use super::views::Views;
use crate::config::Publish;
use crate::model::{
    DocumentId, Fill, Node, PartyKind, Reference, ReferenceForm, ReferenceId, Target, Template, TermId,
};

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
        self.filled(template, |reference| self.name(document, reference))
    }

    fn filled(&self, template: &Template, name: impl Fn(ReferenceId) -> String) -> String {
        let mut out = String::with_capacity(template.text.len() + 16 * template.slots.len());
        let mut from = 0;
        for slot in &template.slots {
            out.push_str(template.text.get(from..slot.at).unwrap_or_default());
            from = slot.at.max(from);
            match &slot.fill {
                Fill::Name(reference) => out.push_str(&name(*reference)),
                Fill::Word(key) => out.push_str(&self.words.say(key, None, &[])),
                Fill::Open(_) | Fill::Close(_) | Fill::Address(_) | Fill::Anchor(_) | Fill::Footnote(_) => {}
            }
        }
        out.push_str(template.text.get(from..).unwrap_or_default());
        out
    }

    /// What a wikilink without a text of its own shows: see [`spelling`]; with the heading's text where it
    /// leads to one.
    pub(crate) fn name(&self, document: DocumentId, reference: ReferenceId) -> String {
        let target = self.target(document, reference);
        let anchor = target.anchor.as_deref();
        let heading = anchor.and_then(|anchor| self.heading(document, &target.node, anchor));
        match (heading, &target.node) {
            (Some(heading), Node::Here) => heading,
            (Some(heading), _) => format!("{}: {heading}", self.spelled(document, reference)),
            (None, _) => self.spelled(document, reference),
        }
    }

    /// What a reference leads to, as a text names it.
    fn spelled(&self, document: DocumentId, reference: ReferenceId) -> String {
        let found = self.written(document, reference);
        let name = found.map_or("", |reference| reference.name.as_str());
        let is_wikilink = found.is_some_and(|reference| reference.form == ReferenceForm::Wikilink);
        let written = is_wikilink.then_some(name);
        let organisation = self.organisation;
        let of_document = |id, ids: &[&str], title| {
            let aliases = organisation.document(id).front.aliases.iter();
            spelling(written, ids, title, aliases.map(|alias| alias.value.as_str())).to_owned()
        };
        match &self.target(document, reference).node {
            Node::Party(id) => {
                let party = organisation.party(*id);
                of_document(party.document, &[&party.id], &party.title)
            }
            Node::Person(_) if self.config.publish == Publish::None => {
                self.words.say("person.unnamed", None, &[])
            }
            Node::Person(id) => {
                let person = organisation.person(*id);
                let ids = [person.id.as_str()];
                match person.document {
                    Some(page) => of_document(page, &ids, &person.name),
                    None => spelling(written, &ids, &person.name, [].into_iter()).to_owned(),
                }
            }
            Node::Page(id) => {
                let page = organisation.page(*id).document;
                let source = organisation.document(page);
                of_document(page, &[&source.id], &source.title)
            }
            Node::Term(id) => self.spelled_term(written, *id),
            Node::Group(id) => {
                let group = organisation.group(*id);
                spelling(written, &[&group.id], &group.title, [].into_iter()).to_owned()
            }
            Node::Index(kind) => self.list_title(*kind),
            Node::People => self.words.say("nav.people", None, &[]),
            Node::Asset(path) => path.file_name().to_owned(),
            Node::Url(url) => url.clone(),
            Node::Here | Node::Missing => name.to_owned(),
        }
    }

    /// A term as a text names it: terms have no ids, so that words stay as they are.
    fn spelled_term(&self, written: Option<&str>, id: TermId) -> String {
        let term = self.organisation.term(id);
        let entry = self.organisation.document(term.document).terms.get(term.entry);
        let names = entry.map_or(&[][..], |entry| entry.names.as_slice());
        let mut names = names.iter().map(String::as_str);
        let title = names.next().unwrap_or_default();
        spelling(written, &[], title, names).to_owned()
    }

    /// The text of the heading `anchor` on the page of a thing that `document` refers to. Names in it are
    /// without the headings that they lead to: two headings may refer to each other.
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
        let text = self.filled(&heading.text, |reference| self.spelled(page, reference));
        (!text.is_empty()).then_some(text)
    }

    /// The title of the list of all parties of a kind.
    pub(crate) fn list_title(&self, kind: PartyKind) -> String {
        let key = format!("nav.{}", kind.folder());
        self.words.say(&key, None, &[])
    }
}
