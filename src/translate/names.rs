//! What things are called in the original, so that no translation takes the name of another.

use std::collections::BTreeMap;

use crate::model::{DocumentId, DocumentKind, Organisation, Spot};
use crate::text::normal;

/// The names in the original of whatever is looked up before or with parties and terms.
pub(super) struct Names<'a> {
    /// Whose name it is, by the name as it is compared; none for what has no document of its own.
    owners: BTreeMap<String, Option<DocumentId>>,
    organisation: &'a Organisation,
}

impl<'a> Names<'a> {
    /// The names of everything in `organisation`.
    pub(super) fn of(organisation: &'a Organisation) -> Self {
        let mut owners = BTreeMap::new();
        let mut add = |name: &str, owner: Option<DocumentId>| {
            owners.entry(normal(name)).or_insert(owner);
        };
        for party in organisation.parties.iter() {
            let names = [&party.id, &party.title].into_iter().chain(&party.aliases);
            names.for_each(|name| add(name, Some(party.document)));
        }
        for group in organisation.groups.iter() {
            add(&group.id, None);
            add(&group.title, None);
        }
        for person in organisation.people.iter() {
            add(&person.id, person.document);
            add(&person.name, person.document);
        }
        for term in organisation.terms.iter() {
            let entry = organisation.document(term.document).terms.get(term.entry);
            let names = entry.into_iter().flat_map(|entry| &entry.names);
            names.for_each(|name| add(name, Some(term.document)));
        }
        Self { owners, organisation }
    }

    /// Whether `name` is, in the original, that of something else than what `document` is about. Names of pages count
    /// for nothing: everything else is meant before them.
    pub(super) fn is_taken(&self, name: &str, document: DocumentId) -> bool {
        let is_page = self.organisation.document(document).kind == DocumentKind::Page;
        let owner = self.owners.get(&normal(name));
        !is_page && owner.is_some_and(|owner| *owner != Some(document))
    }

    /// Further names of what `document` is about: those of the translation and those of the original, as far as nothing
    /// else has them. `shown`: the title that is shown.
    pub(super) fn aliases(
        &self,
        id: DocumentId,
        shown: &str,
        translation: &[Spot<String>],
    ) -> Vec<Spot<String>> {
        let document = self.organisation.document(id);
        let title = Spot {
            value: document.title.clone(),
            span: document.title_span,
        };
        let own = translation
            .iter()
            .filter(|alias| !self.is_taken(&alias.value, id));
        let known = own.chain(&document.front.aliases).cloned();
        known
            .chain(std::iter::once(title).filter(|title| normal(&title.value) != normal(shown)))
            .collect()
    }
}
