//! Which party that is gone is one that came, by another name.

use std::collections::{BTreeMap, BTreeSet};

use super::data::{Data, Party};
use super::items::Items;

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
    let mut likely: Vec<(u8, &str, &str)> = Vec::new();
    for old in &gone {
        let pairs = came.iter().filter(|new| new.kind == old.kind);
        likely.extend(pairs.map(|new| (likeness(old, new), old.id.as_str(), new.id.as_str())));
    }
    likely.retain(|(likeness, ..)| *likeness > 0);
    likely.sort_by_key(|(likeness, old, new)| (std::cmp::Reverse(*likeness), *old, *new));
    let mut taken: BTreeSet<&str> = BTreeSet::new();
    let mut renames = BTreeMap::new();
    for (_, old, new) in likely {
        if !renames.contains_key(old) && taken.insert(new) {
            renames.insert(old.to_owned(), new.to_owned());
        }
    }
    renames
}

/// How sure it is that `new` is `old`: it says so, it is called the same, or most of what it says is the same.
fn likeness(old: &Party, new: &Party) -> u8 {
    let is_old_name =
        |name: &String| name.eq_ignore_ascii_case(&old.id) || name.eq_ignore_ascii_case(&old.title);
    if new.aliases.iter().any(is_old_name) {
        return 3;
    }
    if new.title.eq_ignore_ascii_case(&old.title) {
        return 2;
    }
    let (before, after) = (said(old), said(new));
    let lost = Items::of(&before, &after).lost.len();
    u8::from(!before.is_empty() && lost * 2 < before.len())
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
