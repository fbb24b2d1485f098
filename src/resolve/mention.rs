//! Back-links: which documents refer to what.

use std::sync::Arc;

use super::census::Census;
use super::names::Thing;
use super::order::documents_by_title;
use crate::model::{Document, Links, Meaning, Mention, Node, Organisation};

/// Tells everything which documents refer to it, by their titles and paths.
///
/// A document does not mention what it is about, nor the other end of a relation where it claims it.
pub(super) fn tell(organisation: &mut Organisation, census: &Census<'_>, documents: &[Arc<Document>]) {
    let Organisation {
        links,
        parties,
        people,
        pages,
        terms,
        ..
    } = organisation;
    let (parties, people) = (Arc::make_mut(parties), Arc::make_mut(people));
    let (pages, terms) = (Arc::make_mut(pages), Arc::make_mut(terms));
    for document in documents_by_title(documents) {
        // What another document has taken the id of has no page to come back to.
        let Some(owner) = census.owner(document) else {
            continue;
        };
        for thing in referred(&documents[document.index()], &links[document.index()]) {
            if thing == owner || census.document_of(thing) == Some(document) {
                continue;
            }
            let mentions = match thing {
                Thing::Party(id) => &mut parties[id.index()].mentioned_by,
                Thing::Person(id) => &mut people[id.index()].mentioned_by,
                Thing::Page(id) => &mut pages[id.index()].mentioned_by,
                Thing::Term(id) => &mut terms[id.index()].mentioned_by,
                Thing::Group(_) => continue,
            };
            mentions.push(Mention { document });
        }
    }
}

/// What a document refers to, each once, outside the leads of its relations.
fn referred(document: &Document, links: &Links) -> Vec<Thing> {
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
    let mut things: Vec<Thing> = things.collect();
    things.sort_unstable();
    things.dedup();
    things
}
