//! Back-links: which documents refer to what.

use std::collections::{BTreeMap, BTreeSet};

use super::census::Census;
use super::names::Thing;
use super::order::documents_by_title;
use crate::model::{Document, Links, Meaning, Mention, Node, Organisation};
use std::sync::Arc;

/// The documents that refer to each thing, by title and path.
///
/// A document does not mention what it is about, nor the other end of a relation where it claims it.
pub(super) fn mentions(
    census: &Census<'_>,
    documents: &[Arc<Document>],
    links: &[Links],
) -> BTreeMap<Thing, Vec<Mention>> {
    let mut mentions: BTreeMap<Thing, Vec<Mention>> = BTreeMap::new();
    for id in documents_by_title(documents) {
        // What another document has taken the id of has no page to come back to.
        let Some(owner) = census.owner(id) else { continue };
        let mentioned = referred(&documents[id.index()], &links[id.index()]);
        for thing in mentioned {
            let is_own = thing == owner || census.document_of(thing) == Some(id);
            if !is_own {
                mentions.entry(thing).or_default().push(Mention { document: id });
            }
        }
    }
    mentions
}

/// What a document refers to, outside the leads of its relations.
fn referred(document: &Document, links: &Links) -> BTreeSet<Thing> {
    let mut related = vec![false; links.targets.len()];
    for (entry, meaning) in document.entries.iter().zip(&links.entries) {
        if matches!(meaning, Meaning::Claims(_)) {
            for reference in &entry.references {
                related[reference.index()] = true;
            }
        }
    }
    let targets = links.targets.iter().zip(related);
    let things = targets.filter_map(|(target, related)| match target.node {
        Node::Party(id) if !related => Some(Thing::Party(id)),
        Node::Person(id) => Some(Thing::Person(id)),
        Node::Page(id) => Some(Thing::Page(id)),
        Node::Term(id) => Some(Thing::Term(id)),
        _ => None,
    });
    things.collect()
}

/// Tells everything where it is mentioned.
pub(super) fn tell(organisation: &mut Organisation, mentions: BTreeMap<Thing, Vec<Mention>>) {
    for (thing, mentions) in mentions {
        match thing {
            Thing::Party(id) => organisation.parties[id.index()].mentioned_by = mentions,
            Thing::Person(id) => organisation.people[id.index()].mentioned_by = mentions,
            Thing::Page(id) => organisation.pages[id.index()].mentioned_by = mentions,
            Thing::Term(id) => organisation.terms[id.index()].mentioned_by = mentions,
            Thing::Group(_) => {}
        }
    }
}
