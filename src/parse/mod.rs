//! One source to one value: Markdown to a document, `people.toml` to people.

mod alt_text;
mod anchors;
mod body;
mod definition_list;
mod document;
#[cfg(test)]
mod document_tests;
#[cfg(test)]
mod dump;
mod footnotes;
mod front_matter;
#[cfg(test)]
mod front_matter_tests;
mod glossary;
mod holder;
mod html;
mod html_blocks;
mod html_raw;
mod items;
mod leading;
mod link;
mod markdown;
mod markup;
mod people;
mod plain;
mod prose;
mod raw_html;
mod references;
mod relation_parts;
mod relations;
mod sanitise;
mod sections;
mod slice;
#[cfg(test)]
mod sound_tests;
mod source_kind;
mod split;
mod stretches;
mod title;
mod unreadable;
mod unsafe_html;
mod yaml;

pub(crate) use document::document;
pub(crate) use people::people;
pub(crate) use stretches::{Stretch, stretches};

use rayon::prelude::*;

use crate::config::Config;
use crate::finding::Finding;
use crate::model::{Document, WrittenPerson};
use crate::text::{Snapshot, Source, SourceId};

/// What all sources of a handbook say.
#[derive(Clone, Debug, Default)]
pub(crate) struct Parsed {
    /// The Markdown sources below `content/`, by path.
    pub documents: Vec<Document>,
    /// The people of `content/people.toml`, by id.
    pub people: Vec<WrittenPerson>,
    /// What is wrong with them.
    pub findings: Vec<Finding>,
}

/// What one source says.
enum Said {
    Document(Box<Document>),
    People(Vec<WrittenPerson>),
    Nothing,
}

/// Parses every source below `content/`, on all cores; a source that could not be read becomes an
/// `unreadable-source` finding.
pub(crate) fn sources(snapshot: &Snapshot, config: &Config) -> Parsed {
    let all: Vec<(SourceId, &Source)> = snapshot.iter().collect();
    let read: Vec<(Said, Vec<Finding>)> = all
        .into_par_iter()
        .map(|(id, source)| said(source, id, config))
        .collect();
    let mut parsed = Parsed::default();
    for (said, findings) in read {
        parsed.findings.extend(findings);
        match said {
            Said::Document(document) => parsed.documents.push(*document),
            Said::People(people) => parsed.people = people,
            Said::Nothing => {}
        }
    }
    parsed
}

fn said(source: &Source, id: SourceId, config: &Config) -> (Said, Vec<Finding>) {
    let mut findings = Vec::from_iter(unreadable::finding(source, id));
    let said = if !unreadable::stands(source) {
        Said::Nothing
    } else if source.path.as_str() == source_kind::PEOPLE {
        let (people, found) = people(source, id);
        findings.extend(found);
        Said::People(people)
    } else if source_kind::is_document(&source.path) {
        let (document, found) = document(source, id, config);
        findings.extend(found);
        Said::Document(Box::new(document))
    } else {
        Said::Nothing
    };
    (said, findings)
}
