//! Which party that is gone is one that came, by another name.

use std::collections::{BTreeMap, BTreeSet};

use super::Items;
use super::data::{Data, Party};

/// The new ids of parties that were renamed, by the old ones.
pub(super) fn renames(before: &Data, after: &Data) -> BTreeMap<String, String> {
    let (old, new) = (before.by_id(), after.by_id());
    let gone: Vec<&&Party> = old
        .iter()
        .filter(|(id, _)| !new.contains_key(*id))
        .map(|(_, party)| party)
        .collect();
    let came: Vec<&&Party> = new
        .iter()
        .filter(|(id, _)| !old.contains_key(*id))
        .map(|(_, party)| party)
        .collect();
    let mut taken: BTreeSet<&str> = BTreeSet::new();
    let mut renames = BTreeMap::new();
    // What is surest first: what is known already is not looked at again.
    for is_likely in [says_so, is_called_so, says_the_same] {
        for old in &gone {
            let mut free = came
                .iter()
                .filter(|new| new.kind == old.kind && !taken.contains(new.id.as_str()));
            if !renames.contains_key(&old.id)
                && let Some(new) = free.find(|new| is_likely(old, new))
            {
                taken.insert(&new.id);
                renames.insert(old.id.clone(), new.id.clone());
            }
        }
    }
    renames
}

/// Whether `new` says itself that it was `old`.
fn says_so(old: &Party, new: &Party) -> bool {
    let is_old_name =
        |name: &String| name.eq_ignore_ascii_case(&old.id) || name.eq_ignore_ascii_case(&old.title);
    new.aliases.iter().any(is_old_name)
}

fn is_called_so(old: &Party, new: &Party) -> bool {
    new.title.eq_ignore_ascii_case(&old.title)
}

/// Whether most of what `old` says is said by `new`.
fn says_the_same(old: &Party, new: &Party) -> bool {
    let (before, after) = (said(old), said(new));
    let lost = Items::of(&before, &after).lost.len();
    !before.is_empty() && lost * 2 < before.len()
}

/// What a party says, item by item.
fn said(party: &Party) -> Vec<String> {
    let sections = party.sections.iter();
    sections
        .flat_map(|section| {
            if section.items.is_empty() {
                std::slice::from_ref(&section.text)
            } else {
                &section.items
            }
        })
        .filter(|text| !text.trim().is_empty())
        .cloned()
        .collect()
}
