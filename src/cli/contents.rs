//! What a handbook holds, in a few words.

use crate::model::{Organisation, PartyKind};
use crate::text::count;

/// What the handbook holds, such as "31 roles, 7 teams, 25 people, 96 agreements".
pub(super) fn contents(organisation: &Organisation) -> String {
    let parties = |kind| {
        organisation
            .parties
            .iter()
            .filter(|party| party.kind == kind)
            .count()
    };
    let counts = [
        (parties(PartyKind::Role), "role", "roles"),
        (parties(PartyKind::Team), "team", "teams"),
        (organisation.people.len(), "person", "people"),
        (organisation.agreements.len(), "agreement", "agreements"),
    ];
    counts
        .map(|(number, one, many)| count(number, one, many))
        .join(", ")
}
