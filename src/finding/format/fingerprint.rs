//! What a finding is known by from run to run.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use sha2::{Digest, Sha256};

use super::Report;
use crate::finding::{Finding, subjects_of};
use crate::text::Snapshot;

/// So many bytes of the hash tell findings apart.
const BYTES: usize = 16;

/// Tells findings apart by kind, file and subjects: not by lines, which move, nor by messages, which change with the
/// day and with rolebook's own words.
pub(super) struct Fingerprints<'a> {
    snapshot: &'a Snapshot,
    /// How many there were of the same.
    told: BTreeMap<[u8; BYTES], usize>,
}

impl<'a> Fingerprints<'a> {
    /// Of the findings of `report`, which are asked about in their order, each once.
    pub(super) fn of(report: &Report<'a>) -> Self {
        Self {
            snapshot: report.snapshot,
            told: BTreeMap::new(),
        }
    }

    /// The fingerprint of the next finding; no other has it.
    pub(super) fn next(&mut self, finding: &Finding) -> String {
        let path = &self.snapshot.source(finding.place.place.source).path;
        let subjects = subjects_of(self.snapshot, finding);
        let words = [finding.kind.name, path.as_str()];
        let words = words.into_iter().chain(subjects.iter().map(String::as_str));
        let known = hash(words);
        let told = self.told.entry(known).or_default();
        *told += 1;
        match *told {
            1 => hex(known),
            again => hex(hash([hex(known).as_str(), &again.to_string()].into_iter())),
        }
    }
}

fn hash<'a>(words: impl Iterator<Item = &'a str>) -> [u8; BYTES] {
    let mut hasher = Sha256::new();
    for word in words {
        // Words run into each other nowhere.
        hasher.update((word.len() as u64).to_le_bytes());
        hasher.update(word);
    }
    let mut start = [0; BYTES];
    start
        .iter_mut()
        .zip(hasher.finalize())
        .for_each(|(to, from)| *to = from);
    start
}

fn hex(bytes: [u8; BYTES]) -> String {
    bytes.iter().fold(String::new(), |mut out, byte| {
        // Writing to memory does not fail.
        let _ = write!(out, "{byte:02x}");
        out
    })
}
