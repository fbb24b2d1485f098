//! What changed about parties.

use std::collections::BTreeMap;

use serde::Serialize;

use super::Items;
use super::Named;
use super::data::{Data, Holder, Party, Section};

/// What changed about a party.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub(crate) struct PartyChange {
    /// The party.
    pub(crate) party: Named,
    /// `role`, `team` or `external`.
    pub(crate) kind: String,
    /// Whether it came, went or stayed.
    pub(crate) fate: Fate,
    /// What changed of its facts.
    pub(crate) facts: Vec<Fact>,
    /// What changed of what it says of itself; relations are told as agreements.
    pub(crate) sections: Vec<SectionChange>,
}

/// Whether a party came, went or stayed.
#[derive(Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Fate {
    /// It is new.
    Added,
    /// It is no more.
    Removed,
    /// It was called otherwise.
    Renamed(Named),
    /// It is called as it was.
    Kept,
}

/// A fact that changed.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub(crate) struct Fact {
    /// Which: `keepers`, `members`, `delegators`, `team`, `contact`.
    pub(crate) name: &'static str,
    /// What of it is new.
    pub(crate) gained: Vec<String>,
    /// What of it is no more.
    pub(crate) lost: Vec<String>,
}

/// A section that changed.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub(crate) struct SectionChange {
    /// Its heading.
    pub(crate) title: String,
    /// Its items; of prose its whole text.
    pub(crate) items: Items,
}

/// What changed about parties, by title. Of one that came or went nothing more is said.
pub(super) fn changes(before: &Data, after: &Data, renames: &BTreeMap<String, String>) -> Vec<PartyChange> {
    let (old, new) = (before.by_id(), after.by_id());
    let old_ids: BTreeMap<&str, &str> = renames
        .iter()
        .map(|(old, new)| (new.as_str(), old.as_str()))
        .collect();
    let mut changes = Vec::new();
    for (id, party) in &new {
        let Some(was) = old.get(id) else {
            changes.push(alone(party, Fate::Added));
            continue;
        };
        let fate = if old_ids.contains_key(id) || was.title != party.title {
            Fate::Renamed(Named {
                title: was.title.clone(),
                id: old_ids.get(id).map_or(*id, |old| *old).to_owned(),
            })
        } else {
            Fate::Kept
        };
        let change = PartyChange {
            facts: facts((was, &old), (party, &new)),
            sections: sections(was, party),
            ..alone(party, fate)
        };
        if change.fate != Fate::Kept || !change.facts.is_empty() || !change.sections.is_empty() {
            changes.push(change);
        }
    }
    let gone = old.iter().filter(|(id, _)| !new.contains_key(*id));
    changes.extend(gone.map(|(_, party)| alone(party, Fate::Removed)));
    changes.sort_by(|a, b| a.party.cmp(&b.party));
    changes
}

fn alone(party: &Party, fate: Fate) -> PartyChange {
    PartyChange {
        party: party.named(),
        kind: party.kind.clone(),
        fate,
        facts: Vec::new(),
        sections: Vec::new(),
    }
}

type Titles<'t> = BTreeMap<&'t str, &'t Party>;

fn facts((was, old): (&Party, &Titles<'_>), (is, new): (&Party, &Titles<'_>)) -> Vec<Fact> {
    let team = |party: &Party, titles: &Titles<'_>| {
        let team = party.team.as_deref();
        team.map(|id| titles.get(id).map_or(id, |team| team.title.as_str()).to_owned())
    };
    let single = |name, before: Option<String>, after: Option<String>| Fact {
        name,
        gained: after.iter().filter(|_| before != after).cloned().collect(),
        lost: before
            .into_iter()
            .filter(|before| Some(before) != after.as_ref())
            .collect(),
    };
    let team = if was.team == is.team {
        single("team", None, None)
    } else {
        single("team", team(was, old), team(is, new))
    };
    let facts = [
        held("keepers", (&was.keepers, old), (&is.keepers, new)),
        held("members", (&was.members, old), (&is.members, new)),
        held("delegators", (&was.delegators, old), (&is.delegators, new)),
        team,
        single("contact", was.contact.clone(), is.contact.clone()),
    ];
    let changed = |fact: &Fact| !fact.gained.is_empty() || !fact.lost.is_empty();
    facts.into_iter().filter(changed).collect()
}

fn held(
    name: &'static str,
    (was, old): (&[Holder], &Titles<'_>),
    (is, new): (&[Holder], &Titles<'_>),
) -> Fact {
    let but = |of: &[Holder], other: &[Holder], titles: &Titles<'_>| {
        let single = of
            .iter()
            .filter(|one| !other.iter().any(|other| other.key() == one.key()));
        single.map(|one| one.words(titles)).collect()
    };
    Fact {
        name,
        gained: but(is, was, new),
        lost: but(was, is, old),
    }
}

fn sections(was: &Party, is: &Party) -> Vec<SectionChange> {
    let is_own = |section: &&Section| !matches!(section.kind.as_str(), "deliverables" | "needs");
    let mut changes = Vec::new();
    for section in is.sections.iter().filter(is_own) {
        let before = was.sections.iter().find(|before| before.id == section.id);
        changes.push(SectionChange {
            title: section.title.clone(),
            items: Items::of(&before.map(said).unwrap_or_default(), &said(section)),
        });
    }
    let gone = was.sections.iter().filter(is_own);
    let gone = gone.filter(|section| is.sections.iter().all(|after| after.id != section.id));
    changes.extend(gone.map(|section| SectionChange {
        title: section.title.clone(),
        items: Items::of(&said(section), &[]),
    }));
    changes.retain(|change| !change.items.is_empty());
    changes
}

/// What a section says: its items, or else its text.
fn said(section: &Section) -> Vec<String> {
    let is_text = section.items.is_empty() && !section.text.trim().is_empty();
    if is_text {
        vec![section.text.clone()]
    } else {
        section.items.clone()
    }
}
