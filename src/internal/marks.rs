//! What is marked as internal as a whole: documents and people.

use super::{Internal, Whole};
use crate::finding::{Finding, kind};
use crate::model::{self, DocumentId, PersonId};
use crate::text::{Place, SourceId};

/// The documents and people that are left out as a whole, and marks of `book.toml` that mark none.
pub(super) fn internal(whole: Whole<'_>) -> (Internal, Vec<Finding>) {
    let Whole {
        snapshot,
        config,
        organisation,
        translations,
        marked,
    } = whole;
    let mut internal = Internal::default();
    let mut found = Vec::new();
    let mut used = vec![false; config.internal.paths.len()];
    let documents = organisation.documents.iter().enumerate();
    for (id, document) in documents.map(|(at, document)| (DocumentId::at(at), document)) {
        let below = document.path.below_content().unwrap_or_default();
        let mut is_internal = document.front.internal == model::Internal::Whole;
        for (rule, used) in config.internal.paths.iter().zip(&mut used) {
            if is_at(&rule.value, below) {
                *used = true;
                is_internal = true;
            }
        }
        if is_internal {
            internal.documents.insert(id);
        }
    }
    for (at, person) in organisation.people.iter().enumerate() {
        let is_of_document = person.document.is_some_and(|id| internal.documents.contains(&id));
        if marked.contains(&person.id) || is_of_document {
            internal.people.insert(PersonId::at(at));
            // Who is internal has no page of their own either.
            internal.documents.extend(person.document);
        }
    }
    let own = internal
        .documents
        .iter()
        .map(|id| organisation.document(*id).source);
    internal.sources.extend(own);
    let of_documents = translations
        .iter()
        .filter(|(original, _)| internal.documents.contains(original));
    internal
        .sources
        .extend(of_documents.map(|(_, translation)| translation.source));
    let assets = snapshot
        .assets
        .iter()
        .filter_map(|asset| asset.path.below_content());
    let assets: Vec<&str> = assets.collect();
    let book = snapshot.config.unwrap_or(SourceId(0));
    for (rule, used) in config.internal.paths.iter().zip(used) {
        if !used && !assets.iter().any(|asset| is_at(&rule.value, asset)) {
            let place = Place::new(book, rule.span);
            found.push(nothing(
                place,
                format!("there is no `{}` below `content/`", rule.value),
            ));
        }
    }
    (internal, found)
}

/// Whether the file at `below` is the one that a rule names, or lies in the folder that it names.
pub(super) fn is_at(rule: &str, below: &str) -> bool {
    let rule = rule.trim_start_matches("content/").trim_matches('/');
    let rest = below.strip_prefix(rule);
    rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/') || rest == ".md")
}

/// A mark that marks nothing: whoever wrote it believes that something is left out.
pub(super) fn nothing(place: Place, message: String) -> Finding {
    let finding = Finding::new(&kind::INTERNAL_LEAK, place, message);
    finding
        .help("name what is to be left out as it is written where it stands; as it is, nothing is left out")
}
