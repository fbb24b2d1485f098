//! Discretion: what of people is not to be published is taken out of the organisation here, in one
//! place, so that nothing behind it can show it.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::unnamed;
use crate::config::Publish;
use crate::model::{
    Document, DocumentId, DocumentKind, FrontMatter, Holder, Links, Mention, Node, Organisation,
    PersonFields, Prose, Tenure, Who,
};
use crate::text::Span;

/// Takes out what `publish` does not let through.
///
/// - `Names`: people keep their names, roles and teams, and nothing else.
/// - `None`: people keep their numbers only, so that holders can be counted; their ids and names are empty,
///   and so are names that nothing answers to. They have neither roles, teams nor mentions.
///
/// In both, people's own texts are emptied, and mention nothing; their pictures are withheld.
pub(super) fn apply(organisation: &mut Organisation, publish: Publish) {
    if publish == Publish::Full {
        return;
    }
    if publish == Publish::None {
        unnamed::apply(organisation);
    }
    blank_documents(organisation);
    forget_anchors(organisation);
    for person in Arc::make_mut(&mut organisation.people) {
        person.fields = PersonFields::default();
        organisation.withheld.extend(person.picture.take());
        person.document = None;
        for (_, holder) in &mut person.keeps {
            withhold(holder, publish);
        }
        if publish == Publish::None {
            person.id.clear();
            person.name.clear();
            person.keeps.clear();
            person.teams.clear();
            person.mentioned_by.clear();
        }
    }
    for party in Arc::make_mut(&mut organisation.parties) {
        let keepers = party.keepers.iter_mut().flatten();
        for holder in keepers.chain(&mut party.members).chain(&mut party.delegators) {
            withhold(holder, publish);
        }
    }
}

/// People's pages have no headings of their own any more that links could lead to.
fn forget_anchors(organisation: &mut Organisation) {
    let targets = Arc::make_mut(&mut organisation.links)
        .iter_mut()
        .flat_map(|links| &mut links.targets);
    for target in targets.filter(|target| matches!(target.node, Node::Person(_))) {
        target.anchor = None;
    }
}

/// Takes away what an entry says of the person beside the name, the team and the function.
fn withhold(holder: &mut Holder, publish: Publish) {
    match &mut holder.who {
        Who::Person(_) => {}
        Who::Unknown(name) if publish == Publish::None => name.clear(),
        Who::Party(_) | Who::KeepersOf(_) | Who::Text(_) | Who::Vacant | Who::Unknown(_) => return,
    }
    holder.tenure = Tenure {
        function: holder.tenure.function.take(),
        ..Tenure::default()
    };
}

/// Empties the documents of people, whose numbers stay, and takes out the mentions they make.
fn blank_documents(organisation: &mut Organisation) {
    let numbered = (0..).map(DocumentId).zip(&organisation.documents);
    let of_people = numbered.filter(|(_, document)| document.kind == DocumentKind::Person);
    let own: BTreeSet<DocumentId> = of_people.map(|(id, _)| id).collect();
    for id in &own {
        let document = &mut organisation.documents[id.index()];
        *document = Arc::new(blank(document));
        Arc::make_mut(&mut organisation.links)[id.index()] = Links::default();
    }
    let keep = |mentions: &mut Vec<Mention>| mentions.retain(|mention| !own.contains(&mention.document));
    for party in Arc::make_mut(&mut organisation.parties) {
        keep(&mut party.mentioned_by);
    }
    for person in Arc::make_mut(&mut organisation.people) {
        keep(&mut person.mentioned_by);
    }
    for page in Arc::make_mut(&mut organisation.pages) {
        keep(&mut page.mentioned_by);
    }
    for term in Arc::make_mut(&mut organisation.terms) {
        keep(&mut term.mentioned_by);
    }
}

fn blank(document: &Document) -> Document {
    Document {
        source: document.source,
        path: document.path.clone(),
        kind: document.kind,
        id: String::new(),
        front: FrontMatter::default(),
        title: String::new(),
        title_span: Span::default(),
        lead: Prose::default(),
        sections: Vec::new(),
        entries: Vec::new(),
        footnotes: Vec::new(),
        references: Vec::new(),
        anchors: Vec::new(),
        terms: Vec::new(),
    }
}
