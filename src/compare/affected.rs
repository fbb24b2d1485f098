//! Whom changes concern who did not make them: the other end of an agreement, who keeps a role no longer, who delegated.

use std::collections::BTreeMap;

use serde::Serialize;

use super::Items;
use super::Named;
use super::agreements::AgreementChange;
use super::data::{Data, Holder, Party};
use super::parties::{Fate, PartyChange};

/// Someone whom changes concern.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub(crate) struct Affected {
    /// The party or person.
    pub(crate) who: Named,
    /// `role`, `team`, `external` or `person`.
    pub(crate) kind: String,
    /// Who keeps the role, or is in the team.
    pub(crate) people: Vec<String>,
    /// What concerns them, a sentence each without a full stop.
    pub(crate) reasons: Vec<String>,
}

/// What concerns whom, by who it is and what they are.
type Reasons = BTreeMap<(Named, String), Vec<String>>;

/// Whom the changes concern, by title.
pub(super) fn affected(
    (before, after): (&Data, &Data),
    parties: &[PartyChange],
    agreements: &[AgreementChange],
) -> Vec<Affected> {
    let (old, new) = (before.by_id(), after.by_id());
    let mut reasons = Reasons::new();
    other_ends(agreements, &new, &mut reasons);
    for change in parties {
        let id = change.party.id.as_str();
        let (was, is) = (old.get(id).copied(), new.get(id).copied());
        delegators(change, was.or(is), &new, &mut reasons);
        people_of(&change.party.title, was, is, &mut reasons);
    }
    let affected = reasons.into_iter().map(|((who, kind), reasons)| Affected {
        people: new
            .get(who.id.as_str())
            .filter(|_| kind != "person")
            .map(|party| people(party))
            .unwrap_or_default(),
        who,
        kind,
        reasons,
    });
    affected.collect()
}

/// What one end of an agreement says now concerns the other.
fn other_ends(agreements: &[AgreementChange], new: &BTreeMap<&str, &Party>, reasons: &mut Reasons) {
    for change in agreements {
        let (provider, consumer) = (&change.provider, &change.consumer);
        let promised = told(
            &change.deliverables,
            &provider.title,
            ("delivers", "delivers no longer"),
        );
        let asked = told(&change.needs, &consumer.title, ("needs", "needs no longer"));
        for (end, told) in [(consumer, promised), (provider, asked)] {
            // Of an end that is no more nobody is left to be told.
            if let Some(party) = new.get(end.id.as_str()).filter(|_| !told.is_empty()) {
                reasons
                    .entry((end.clone(), party.kind.clone()))
                    .or_default()
                    .extend(told);
            }
        }
    }
}

/// That a party came or went concerns who delegated it.
fn delegators(
    change: &PartyChange,
    party: Option<&Party>,
    new: &BTreeMap<&str, &Party>,
    reasons: &mut Reasons,
) {
    let what = match &change.fate {
        Fate::Added => format!("{} is new among what it delegated", change.party.title),
        Fate::Removed => format!("{}, which it delegated, is no more", change.party.title),
        Fate::Renamed(_) | Fate::Kept => return,
    };
    for delegator in party.into_iter().flat_map(|party| &party.delegators) {
        if let Some(party) = delegator.id.as_deref().and_then(|id| new.get(id)) {
            reasons
                .entry((party.named(), party.kind.clone()))
                .or_default()
                .push(what.clone());
        }
    }
}

/// Whoever keeps a role, or is in a team, from now on or no longer.
fn people_of(title: &str, was: Option<&Party>, is: Option<&Party>, reasons: &mut Reasons) {
    let (before, after) = (persons(was), persons(is));
    let single = |of: &BTreeMap<Named, &'static str>, other: &BTreeMap<Named, &'static str>| {
        let single = of.iter().filter(|(person, _)| !other.contains_key(*person));
        single
            .map(|(person, does)| (person.clone(), *does))
            .collect::<Vec<_>>()
    };
    let gained = single(&after, &before)
        .into_iter()
        .map(|(person, does)| (person, format!("{does} {title} now")));
    let lost = single(&before, &after).into_iter();
    let lost = lost.map(|(person, does)| (person, format!("{does} {title} no longer")));
    for (person, what) in gained.chain(lost) {
        reasons
            .entry((person, "person".to_owned()))
            .or_default()
            .push(what);
    }
}

/// The people of a party, and what they do there.
fn persons(party: Option<&Party>) -> BTreeMap<Named, &'static str> {
    let of = |holders: fn(&Party) -> &Vec<Holder>, does| {
        let holders = party
            .into_iter()
            .flat_map(holders)
            .filter(|holder| holder.who == "person");
        holders.filter_map(move |holder| {
            let named = Named {
                title: holder.name.clone()?,
                id: holder.id.clone()?,
            };
            Some((named, does))
        })
    };
    let members = of(|party| &party.members, "is in");
    members.chain(of(|party| &party.keepers, "keeps")).collect()
}

/// What changed of what `who` says.
fn told(items: &Items, who: &str, (does, does_not): (&str, &str)) -> Vec<String> {
    let gained = items.gained.iter().map(|item| format!("{who} {does} “{item}”"));
    let lost = items.lost.iter().map(|item| format!("{who} {does_not} “{item}”"));
    let reworded = items.reworded.iter();
    let reworded = reworded.map(|(before, after)| format!("{who} {does} “{after}” (before: “{before}”)"));
    gained.chain(lost).chain(reworded).collect()
}

/// The names of those who keep a role, or are in a team.
fn people(party: &Party) -> Vec<String> {
    let holders = party.keepers.iter().chain(&party.members);
    let mut names: Vec<String> = holders
        .filter(|holder| holder.who == "person")
        .filter_map(|holder| holder.name.clone())
        .collect();
    names.dedup();
    names
}
