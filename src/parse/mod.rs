//! One source to one value: Markdown to a document, `people.toml` to people.

mod front_matter;
#[cfg(test)]
mod front_matter_tests;
mod holder;
mod people;

pub use people::people;

use crate::config::Config;
use crate::finding::Finding;
use crate::model::{Document, WrittenPerson};
use crate::text::{Snapshot, Source, SourceId};

/// What all sources of a handbook say.
#[derive(Clone, Debug, Default)]
pub struct Parsed {
    /// The Markdown sources below `content/`, by path.
    pub documents: Vec<Document>,
    /// The people of `content/people.toml`, by id.
    pub people: Vec<WrittenPerson>,
    /// What is wrong with them.
    pub findings: Vec<Finding>,
}

/// Parses every source below `content/`, on all cores; a source that could not be read becomes an
/// `unreadable-source` finding.
pub fn sources(snapshot: &Snapshot, config: &Config) -> Parsed {
    let _ = (snapshot, config);
    Parsed::default()
}

/// Parses one Markdown source below `content/`.
///
/// Whatever it holds, a document comes out; what is wrong with it comes beside.
pub fn document(source: &Source, id: SourceId, config: &Config) -> (Document, Vec<Finding>) {
    let _ = (source, id, config);
    unimplemented!()
}
