//! Headings, titles and terms that name people by their ids, where people are not to be named.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::model::{
    Block, Document, DocumentId, Fill, Links, Node, Organisation, Prose, Reference, ReferenceForm, Template,
};
use crate::text::{Slugger, Span};

/// What stands for a name.
const UNNAMED: &str = "…";

/// Old anchors and new ones.
type Renamed = BTreeMap<String, String>;

/// Takes people's ids and names out of anchors, titles and terms that were made of them, and has the links
/// to those anchors follow.
pub(super) fn apply(organisation: &mut Organisation) {
    let mut renamed: BTreeMap<DocumentId, Renamed> = BTreeMap::new();
    for (id, document) in (0..).map(DocumentId).zip(&mut organisation.documents) {
        let links = &organisation.links[id.index()];
        if links.targets.iter().any(|target| is_person(&target.node)) {
            let anchors = without_people(Arc::make_mut(document), links);
            if !anchors.is_empty() {
                renamed.insert(id, anchors);
            }
        }
    }
    for party in Arc::make_mut(&mut organisation.parties) {
        party
            .title
            .clone_from(&organisation.documents[party.document.index()].title);
    }
    for (id, links) in (0..).map(DocumentId).zip(Arc::make_mut(&mut organisation.links)) {
        for target in &mut links.targets {
            let document = match &target.node {
                Node::Party(party) => organisation.parties[party.index()].document,
                Node::Page(page) => organisation.pages[page.index()].document,
                Node::Here => id,
                _ => continue,
            };
            if let (Some(anchor), Some(renamed)) = (&mut target.anchor, renamed.get(&document)) {
                follow(anchor, renamed);
            }
        }
    }
}

fn is_person(node: &Node) -> bool {
    matches!(node, Node::Person(_))
}

/// Takes people out of one document; gives the anchors that have changed.
fn without_people(document: &mut Document, links: &Links) -> Renamed {
    let people: Vec<Reference> = document
        .references
        .iter()
        .zip(&links.targets)
        .filter(|(reference, target)| is_person(&target.node) && reference.form == ReferenceForm::Wikilink)
        .map(|(reference, _)| reference.clone())
        .collect();
    hide(&mut document.title, document.title_span, &people);
    for term in &mut document.terms {
        for name in &mut term.names {
            hide(name, term.span, &people);
        }
    }
    let renamed = renamed(document, links);
    if !renamed.is_empty() {
        follow_all(document, &renamed);
    }
    renamed
}

/// Takes the names of `people` that are referred to within `span` out of the text that was made of it.
fn hide(text: &mut String, span: Span, people: &[Reference]) {
    for person in people {
        if span.start <= person.span.start && person.span.end <= span.end {
            *text = text.replace(&person.name, UNNAMED);
        }
    }
}

/// New anchors for the headings that name people.
fn renamed(document: &Document, links: &Links) -> Renamed {
    let names_person = |text: &Template| {
        text.slots.iter().any(|slot| match slot.fill {
            Fill::Name(id) => links
                .targets
                .get(id.index())
                .is_some_and(|target| is_person(&target.node)),
            _ => false,
        })
    };
    let (naming, others): (Vec<_>, Vec<_>) = document
        .anchors
        .iter()
        .partition(|anchor| names_person(&anchor.text));
    let mut slugger = Slugger::default();
    for anchor in others {
        slugger.claim(&anchor.id);
    }
    naming
        .into_iter()
        .map(|anchor| (anchor.id.clone(), slugger.anchor(&anchor.text.text)))
        .collect()
}

fn follow(anchor: &mut String, renamed: &Renamed) {
    if let Some(new) = renamed.get(anchor) {
        anchor.clone_from(new);
    }
}

/// Gives every place of `document` that has an old anchor the new one.
fn follow_all(document: &mut Document, renamed: &Renamed) {
    for anchor in &mut document.anchors {
        follow(&mut anchor.id, renamed);
    }
    follow_prose(&mut document.lead, renamed);
    for section in &mut document.sections {
        follow(&mut section.anchor, renamed);
        for block in &mut section.blocks {
            if let Block::Prose { prose, .. } = block {
                follow_prose(prose, renamed);
            }
        }
    }
    for entry in &mut document.entries {
        if let Some(anchor) = &mut entry.anchor {
            follow(anchor, renamed);
        }
        follow_prose(&mut entry.body, renamed);
    }
    for footnote in &mut document.footnotes {
        follow_prose(&mut footnote.prose, renamed);
    }
    for term in &mut document.terms {
        follow(&mut term.anchor, renamed);
        follow_prose(&mut term.definition, renamed);
    }
}

fn follow_prose(prose: &mut Prose, renamed: &Renamed) {
    for slot in &mut prose.html.slots {
        if let Fill::Anchor(anchor) = &mut slot.fill {
            follow(anchor, renamed);
        }
    }
}
