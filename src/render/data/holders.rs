//! Keepers, members and delegators as data.

use super::document::{Holder, Who};
use crate::model;
use crate::site::Views;

/// Holders as data; people who may not be named become one number.
pub(super) fn data<'h>(
    views: &Views<'_>,
    holders: impl IntoIterator<Item = &'h model::Holder>,
) -> Vec<Holder> {
    let mut found = Vec::new();
    let mut unnamed = std::collections::BTreeSet::new();
    for holder in holders {
        match holder.who {
            model::Who::Person(id) if !views.names_people() => {
                unnamed.insert(id);
            }
            _ => found.push(one(views, holder)),
        }
    }
    if !unnamed.is_empty() {
        found.push(Holder {
            who: Who::People,
            number: Some(unnamed.len()),
            ..Holder::default()
        });
    }
    found
}

fn one(views: &Views<'_>, holder: &model::Holder) -> Holder {
    let organisation = views.organisation();
    let party = |who: Who, id| {
        let party = organisation.party(id);
        (who, Some(party.id.clone()), Some(party.title.clone()))
    };
    let (who, id, name) = match &holder.who {
        model::Who::Person(id) => {
            let person = organisation.person(*id);
            (Who::Person, Some(person.id.clone()), Some(person.name.clone()))
        }
        model::Who::Party(id) => party(Who::Party, *id),
        model::Who::KeepersOf(id) => party(Who::KeepersOf, *id),
        model::Who::Text(text) => (Who::Text, None, Some(text.clone())),
        model::Who::Vacant => (Who::Vacant, None, None),
        model::Who::Unknown(name) => (Who::Unknown, None, Some(name.clone())),
    };
    let tenure = &holder.tenure;
    Holder {
        who,
        id,
        name,
        number: None,
        team: holder.team.map(|team| organisation.party(team).id.clone()),
        since: tenure.since.map(|date| date.to_string()),
        until: tenure.until.map(|date| date.to_string()),
        share: tenure.share,
        focus: tenure.focus.clone(),
        function: tenure.function.clone(),
        note: tenure.note.clone(),
    }
}
