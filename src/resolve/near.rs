//! Near names among very many: what is certainly too far is passed over without being compared.

use std::collections::BTreeMap;

use crate::text::{folded, nearest, normal, unaccented};

/// Names that someone may have meant: of things `T`, each of a sort `S`.
#[derive(Debug)]
pub(crate) struct NearNames<S: 'static, T> {
    candidates: Vec<Candidate<S, T>>,
    answers: BTreeMap<(&'static [S], String), Vec<String>>,
    /// How much may still be spent: see [`MOST_EFFORT`].
    effort_left: usize,
}

#[derive(Debug)]
struct Candidate<S, T> {
    /// The name as it is compared.
    name: String,
    /// The name without what can't matter.
    folded: String,
    /// The same with `ä` as `a`.
    unaccented: String,
    length: usize,
    letters: u64,
    sort: S,
    thing: T,
    /// What is shown to people.
    shown: String,
}

/// After so many glances at a name no near names are given in this build: who has thousands of broken
/// references mends the first of them first.
const MOST_EFFORT: usize = 100_000_000;

/// How many glances a comparison takes as long as.
const COMPARISON: usize = 200;

/// Of so many near names the nearest are shown.
const MOST_SHOWN: usize = 3;

impl<S: Copy + Ord, T: Copy + Eq> NearNames<S, T> {
    pub(crate) fn new() -> Self {
        Self {
            candidates: Vec::new(),
            answers: BTreeMap::new(),
            effort_left: MOST_EFFORT,
        }
    }

    /// Adds a name of `thing`, to be shown as `shown`.
    pub(crate) fn add(&mut self, name: &str, shown: &str, sort: S, thing: T) {
        let name = normal(name);
        self.candidates.push(Candidate {
            length: name.chars().count(),
            letters: letters(&name),
            folded: folded(&name),
            unaccented: unaccented(&name),
            sort,
            thing,
            shown: shown.to_owned(),
            name,
        });
    }

    /// Up to three names of things of `sorts` that `wanted` may be a misspelling of, nearest first; those that
    /// differ in accents only, where there are such. Of one thing only the nearest name is given.
    pub(crate) fn find(&mut self, wanted: &str, sorts: &'static [S]) -> Vec<String> {
        let wanted = normal(wanted);
        if let Some(known) = self.answers.get(&(sorts, wanted.clone())) {
            return known.clone();
        }
        if self.effort_left == 0 {
            return Vec::new();
        }
        let (effort, found) = self.compare(&wanted, sorts);
        self.effort_left = self.effort_left.saturating_sub(effort);
        self.answers.insert((sorts, wanted), found.clone());
        found
    }

    /// What it took to look at all names, and the near ones.
    fn compare(&self, wanted: &str, sorts: &[S]) -> (usize, Vec<String>) {
        let length = wanted.chars().count();
        let limit = (length / 3).clamp(1, 6);
        let letters = letters(wanted);
        let (key, bare) = (folded(wanted), unaccented(wanted));
        let is_same = |near: &Candidate<S, T>| near.folded == key || near.unaccented == bare;
        let near: Vec<&Candidate<S, T>> = self
            .candidates
            .iter()
            .filter(|candidate| is_same(candidate) || candidate.may_be(wanted, length, letters, limit))
            .filter(|candidate| sorts.contains(&candidate.sort))
            .collect();
        let mut meant: Vec<&Candidate<S, T>> = near.iter().copied().filter(|near| is_same(near)).collect();
        if meant.is_empty() {
            let names = nearest(wanted, near.iter().map(|candidate| candidate.name.as_str()));
            let of_name = |name: &&str| {
                near.iter()
                    .copied()
                    .filter(|near| near.name == *name)
                    .collect::<Vec<_>>()
            };
            meant = names.iter().flat_map(of_name).collect();
        }
        let mut found: Vec<&Candidate<S, T>> = Vec::new();
        for candidate in meant {
            if found.iter().all(|other| other.thing != candidate.thing) {
                found.push(candidate);
            }
        }
        let effort = self.candidates.len() + COMPARISON * near.len();
        let found = found.into_iter().take(MOST_SHOWN);
        (effort, found.map(|candidate| candidate.shown.clone()).collect())
    }
}

impl<S, T> Candidate<S, T> {
    /// Whether it can be near at all. An edit changes the length by one at most, and at most two letters
    /// of the set that the name is made of.
    fn may_be(&self, wanted: &str, length: usize, letters: u64, limit: usize) -> bool {
        let near = self.length.abs_diff(length) <= limit
            && (self.letters ^ letters).count_ones() as usize <= 2 * limit;
        near || (length >= 3 && self.name.starts_with(wanted))
            || (self.length >= 3 && wanted.starts_with(&self.name))
    }
}

/// The set of characters in `name`, folded into 64 bits.
fn letters(name: &str) -> u64 {
    name.chars().fold(0, |set, c| set | 1 << (u32::from(c) % 64))
}

#[cfg(test)]
mod tests {
    use super::NearNames;

    #[test]
    fn a_thing_is_named_once_and_only_if_its_sort_is_asked_for() {
        let mut near = NearNames::new();
        near.add("Product Owner", "product-owner", 'p', 0);
        near.add("Product Owners", "Product Owners", 'p', 0);
        near.add("Product Order", "product-order", 'x', 1);
        assert_eq!(near.find("Prodct Owner", &['p']), ["product-owner"]);
        assert_eq!(
            near.find("prodct-owner", &['p', 'x']),
            ["product-owner", "product-order"]
        );
        assert!(near.find("quartermaster", &['p', 'x']).is_empty());
    }

    #[test]
    fn what_is_passed_over_would_not_have_been_near() {
        let names = [
            "engineer",
            "enginer",
            "ngineer",
            "engineering lead",
            "lead",
            "reengine",
            "office",
        ];
        for wanted in ["engineer", "lead engineer", "off", "offcie", "ledd", "einnegre"] {
            let mut near = NearNames::new();
            for (thing, name) in names.iter().enumerate() {
                near.add(name, name, (), thing);
            }
            assert_eq!(
                near.find(wanted, &[()]),
                crate::text::nearest(wanted, names),
                "{wanted}"
            );
        }
    }
}
