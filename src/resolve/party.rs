//! Parties: what each says of itself, its holders looked up.

use super::holder::{Office, holders, party};
use super::reporter::Reporter;
use crate::model::{DocumentId, Party, PartyId, PartyKind, Who};
use crate::text::Place;

/// All parties, by id. What follows from others (delegates, agreements ...) is told to them later.
pub(super) fn parties(reporter: &mut Reporter<'_, '_>) -> Vec<Party> {
    let documents = reporter.directory.census.parties.iter();
    let numbered = (0..).map(PartyId).zip(documents);
    numbered
        .map(|(id, document)| described(reporter, id, *document))
        .collect()
}

fn described(reporter: &mut Reporter<'_, '_>, id: PartyId, document_id: DocumentId) -> Party {
    let document = reporter.directory.census.document(document_id);
    let (source, front) = (document.source, &document.front);
    let delegators = holders(reporter, source, &front.delegators, Office::Delegator);
    let said = front
        .team
        .as_ref()
        .and_then(|team| party(reporter, source, team, PartyKind::Team));
    let delegating = || {
        delegators.iter().find_map(|delegator| match delegator.who {
            Who::Party(party) if reporter.directory.kind(party) == PartyKind::Team => Some(party),
            _ => None,
        })
    };
    // Nothing lives in itself.
    let team = said.or_else(delegating).filter(|team| *team != id);
    let keepers = front.keepers.as_ref();
    Party {
        id: document.id.clone(),
        kind: reporter.directory.kind(id),
        title: document.title.clone(),
        aliases: front.aliases.iter().map(|alias| alias.value.clone()).collect(),
        document: document_id,
        place: Place::new(source, document.title_span),
        team,
        delegators,
        keepers: keepers.map(|keepers| holders(reporter, source, keepers, Office::Keeper)),
        members: holders(
            reporter,
            source,
            front.members.as_deref().unwrap_or_default(),
            Office::Member,
        ),
        contact: front.contact.clone(),
        reviewed: front.reviewed,
        review: front.review,
        tags: front.tags.clone(),
        fields: front.fields.clone(),
        delegates: Vec::new(),
        roles: Vec::new(),
        provides: Vec::new(),
        consumes: Vec::new(),
        mentioned_by: Vec::new(),
    }
}
