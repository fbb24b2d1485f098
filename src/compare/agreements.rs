//! What changed about agreements.

use std::collections::BTreeMap;

use serde::Serialize;

use super::Items;
use super::Named;
use super::data::{Agreement, Data, State};

/// What changed about an agreement.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub(crate) struct AgreementChange {
    /// Who provides.
    pub(crate) provider: Named,
    /// Who consumes.
    pub(crate) consumer: Named,
    /// Who said of it what before; none where nobody did.
    pub(crate) before: Option<State>,
    /// Who says of it what now; none where nobody does.
    pub(crate) after: Option<State>,
    /// What changed of what the provider says.
    pub(crate) deliverables: Items,
    /// What changed of what the consumer says.
    pub(crate) needs: Items,
}

/// What changed about agreements, by the titles of both ends.
pub(super) fn changes(before: &Data, after: &Data) -> Vec<AgreementChange> {
    let (old, new) = (by_ends(before), by_ends(after));
    let (old_parties, new_parties) = (before.by_id(), after.by_id());
    let named = |id: &str| {
        let party = new_parties.get(id).or_else(|| old_parties.get(id));
        party.map_or_else(
            || Named {
                title: id.to_owned(),
                id: id.to_owned(),
            },
            |party| party.named(),
        )
    };
    let mut ends: Vec<&(&str, &str)> = old.keys().chain(new.keys()).collect();
    ends.sort_unstable();
    ends.dedup();
    let mut changes: Vec<AgreementChange> = ends
        .into_iter()
        .map(|ends| {
            let (was, is) = (old.get(ends), new.get(ends));
            let said = |agreement: Option<&&Agreement>, of: fn(&Agreement) -> &Vec<String>| {
                agreement
                    .map(|agreement| of(agreement).clone())
                    .unwrap_or_default()
            };
            let items = |of: fn(&Agreement) -> &Vec<String>| Items::of(&said(was, of), &said(is, of));
            AgreementChange {
                provider: named(ends.0),
                consumer: named(ends.1),
                before: was.map(|was| was.state),
                after: is.map(|is| is.state),
                deliverables: items(|agreement| &agreement.deliverables),
                needs: items(|agreement| &agreement.needs),
            }
        })
        .collect();
    changes.retain(|change| {
        change.before != change.after || !change.deliverables.is_empty() || !change.needs.is_empty()
    });
    changes.sort_by(|a, b| (&a.provider, &a.consumer).cmp(&(&b.provider, &b.consumer)));
    changes
}

fn by_ends(data: &Data) -> BTreeMap<(&str, &str), &Agreement> {
    let agreements = data.agreements.iter();
    agreements
        .map(|agreement| {
            (
                (agreement.provider.as_str(), agreement.consumer.as_str()),
                agreement,
            )
        })
        .collect()
}
