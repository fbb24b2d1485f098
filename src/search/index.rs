//! The index, made from records.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use super::posting::encoded;
use super::script;
use super::word::{Stems, plain, words};
use super::{Division, Field, Language, Part, RECORDS, Record};

/// The index of a handbook. What records say is not kept, but asked for again by the few that need it: there is more of
/// it than of all else.
pub(crate) struct Index {
    /// The records, without their passages.
    records: Vec<Record>,
    language: Language,
    groups: Vec<Group>,
    /// Where each file of terms begins among the groups.
    starts: Vec<usize>,
}

/// Words of one stem.
pub(super) struct Group {
    /// The words as they are written somewhere, without accents.
    pub(super) forms: BTreeSet<String>,
    /// Where one of them is.
    pub(super) postings: Postings,
}

/// Records, ascending, and the bits of the fields in which they have a word.
type Postings = Vec<(u32, u8)>;

/// The words of a record, in order, and the fields in which each of them is.
type Found = Vec<(String, u8)>;

/// So many records are put together at a time: what they have in common is written once.
const AT_A_TIME: usize = 512;

impl Index {
    /// Indexes so many records, which are written in that language; `record` gives each by its number.
    pub(crate) fn of(count: usize, record: impl Fn(usize) -> Record + Sync, language: Language) -> Self {
        let idle: BTreeSet<String> = words(&language.idle).collect();
        let numbers: Vec<u32> = (0..).take(count).collect();
        let parts = numbers.par_chunks(AT_A_TIME).map(|numbers| {
            let mut heads = Vec::with_capacity(numbers.len());
            let mut by_word: BTreeMap<String, Postings> = BTreeMap::new();
            for number in numbers {
                let mut record = record(*number as usize);
                for (word, fields) in found(&record, &idle) {
                    by_word.entry(word).or_default().push((*number, fields));
                }
                record.passages = Vec::new();
                heads.push(record);
            }
            (heads, by_word)
        });
        let parts: Vec<(Vec<Record>, BTreeMap<String, Postings>)> = parts.collect();
        let mut records = Vec::with_capacity(count);
        let mut by_word: BTreeMap<String, Postings> = BTreeMap::new();
        for (heads, words) in parts {
            records.extend(heads);
            for (word, mut postings) in words {
                by_word.entry(word).or_default().append(&mut postings);
            }
        }
        let groups = grouped(by_word, language.tag);
        let starts = starts(&groups, Division::of(records.len()).terms);
        Self {
            records,
            language,
            groups,
            starts,
        }
    }

    /// A file of it; `record` is that of which it was made.
    pub(crate) fn script(&self, part: Part, record: impl Fn(usize) -> Record) -> String {
        match part {
            Part::Index => script::index(&self.records, &self.groups, &self.starts, &self.language),
            Part::Terms(at) => {
                let start = self.starts.get(at).copied().unwrap_or(self.groups.len());
                let end = self.starts.get(at + 1).copied().unwrap_or(self.groups.len());
                let lists = self.groups[start..end].iter();
                script::terms(at, lists.map(|group| encoded(&group.postings)))
            }
            Part::Texts(at) => {
                let end = self.records.len().min((at + 1) * RECORDS);
                let records: Vec<Record> = (at * RECORDS..end).map(record).collect();
                script::texts(at, &records)
            }
        }
    }
}

fn found(record: &Record, idle: &BTreeSet<String>) -> Found {
    let mut found = Found::new();
    let mut add = |text: &str, field: Field| {
        let words = words(text).filter(|word| !idle.contains(word));
        found.extend(words.map(|word| (word, field.bit())));
    };
    add(&record.title, Field::Name);
    for name in &record.names {
        add(name, Field::Name);
    }
    for passage in &record.passages {
        add(&passage.text, passage.field);
        add(&passage.about, passage.field);
    }
    joined(found)
}

/// Words of one stem together, by the first of them.
fn grouped(by_word: BTreeMap<String, Postings>, language: &str) -> Vec<Group> {
    let stems = Stems::of(language);
    let mut by_stem: BTreeMap<String, Vec<(String, Postings)>> = BTreeMap::new();
    for (word, postings) in by_word {
        by_stem
            .entry(stems.stem(&word))
            .or_default()
            .push((word, postings));
    }
    let groups = by_stem.into_values().map(|words| Group {
        forms: words.iter().map(|(word, _)| plain(word)).collect(),
        postings: joined(words.into_iter().flat_map(|(_, postings)| postings).collect()),
    });
    let mut groups: Vec<Group> = groups.collect();
    groups.sort_by(|one, other| one.forms.cmp(&other.forms));
    groups
}

/// Each once, in order, with the fields of all that are the same.
fn joined<T: Ord>(mut all: Vec<(T, u8)>) -> Vec<(T, u8)> {
    all.sort_unstable();
    all.dedup_by(|next, kept| {
        let is_same = next.0 == kept.0;
        if is_same {
            kept.1 |= next.1;
        }
        is_same
    });
    all
}

/// Cuts the groups into so many stretches of about the same weight.
fn starts(groups: &[Group], stretches: usize) -> Vec<usize> {
    let weight = |group: &Group| group.postings.len() + 1;
    let all: usize = groups.iter().map(weight).sum();
    let mut starts = vec![0];
    let mut taken = 0;
    for (at, group) in groups.iter().enumerate() {
        if taken * stretches >= all * starts.len() && starts.len() < stretches {
            starts.push(at);
        }
        taken += weight(group);
    }
    starts.resize(stretches, groups.len());
    starts
}
