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
mod extents;
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
use document::translation;
pub(crate) use extents::{Extent, extents, footnote_texts};
pub(crate) use people::people;
pub(crate) use source_kind::{is_original, is_people};
pub(crate) use split::{body, front};
pub(crate) use stretches::{Stretch, stretches};

use std::sync::Arc;

use rayon::prelude::*;

use crate::config::Config;
use crate::finding::Finding;
use crate::model::{Document, WrittenPerson};
use crate::text::{Snapshot, Source, SourceId};

/// What all sources of a handbook say, by the number of the source. A copy shares what it holds.
#[derive(Clone, Debug, Default)]
pub(crate) struct Parsed(Vec<Arc<Read>>);

/// What one source says, and what is wrong with it.
#[derive(Debug)]
pub(crate) struct Read {
    /// What it says.
    pub(crate) said: Said,
    /// What is wrong with it.
    pub(crate) findings: Vec<Finding>,
}

/// What one source says.
#[derive(Debug)]
pub(crate) enum Said {
    /// A Markdown source below `content/`.
    Document(Arc<Document>),
    /// The same in another language: which of the handbook's translations, and what it says.
    Translation(usize, Arc<Document>),
    /// The people of `content/people.toml`, by id.
    People(Vec<WrittenPerson>),
    /// Nothing: it is no content, or can't be read.
    Nothing,
}

/// Parses every source below `content/`, on all cores; a source that could not be read becomes an
/// `unreadable-source` finding.
pub(crate) fn sources(snapshot: &Snapshot, config: &Config) -> Parsed {
    let all: Vec<(SourceId, &Source)> = snapshot.iter().collect();
    let read = all.into_par_iter().map(|(id, source)| read(source, id, config));
    Parsed(read.collect())
}

/// The same where `parsed` is what the sources of `before` said under the same configuration: only those that differ
/// are parsed.
pub(crate) fn sources_again(
    (before, parsed): (&Snapshot, &Parsed),
    snapshot: &Snapshot,
    config: &Config,
) -> Parsed {
    let known: Vec<(&Source, &Arc<Read>)> = before.sources.iter().zip(&parsed.0).collect();
    let all: Vec<(SourceId, &Source)> = snapshot.iter().collect();
    let read = all.into_par_iter().map(|(id, source)| {
        // Places hold the source's number: at another one it is parsed again.
        let known = known.get(id.0 as usize).filter(|(before, _)| **before == *source);
        known.map_or_else(|| read(source, id, config), |(_, known)| Arc::clone(known))
    });
    Parsed(read.collect())
}

impl Parsed {
    /// What each source says, by its number.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (SourceId, &Arc<Read>)> {
        (0..).map(SourceId).zip(&self.0)
    }

    /// The Markdown sources below `content/` in the original's language, by path.
    pub(crate) fn documents(&self) -> impl Iterator<Item = &Arc<Document>> {
        self.0.iter().filter_map(|read| read.document())
    }

    /// The Markdown sources in the language of that translation, by path.
    pub(crate) fn translations(&self, translation: usize) -> impl Iterator<Item = &Arc<Document>> {
        self.0.iter().filter_map(move |read| match &read.said {
            Said::Translation(of, document) if *of == translation => Some(document),
            Said::Translation(..) | Said::Document(_) | Said::People(_) | Said::Nothing => None,
        })
    }

    /// The Markdown sources below `content/`, in whatever language, by path.
    pub(crate) fn all_documents(&self) -> impl Iterator<Item = &Arc<Document>> {
        self.0.iter().filter_map(|read| match &read.said {
            Said::Document(document) | Said::Translation(_, document) => Some(document),
            Said::People(_) | Said::Nothing => None,
        })
    }

    /// The people of `content/people.toml`, by id.
    pub(crate) fn people(&self) -> &[WrittenPerson] {
        let people = self.0.iter().find_map(|read| match &read.said {
            Said::People(people) => Some(people.as_slice()),
            Said::Document(_) | Said::Translation(..) | Said::Nothing => None,
        });
        people.unwrap_or_default()
    }

    /// The document of one source.
    pub(crate) fn document(&self, id: SourceId) -> Option<&Arc<Document>> {
        self.0.get(id.0 as usize)?.document()
    }

    /// What is wrong with one source.
    pub(crate) fn findings(&self, id: SourceId) -> &[Finding] {
        self.0.get(id.0 as usize).map_or(&[], |read| &read.findings)
    }
}

impl Read {
    /// The document, where it is one.
    pub(crate) fn document(&self) -> Option<&Arc<Document>> {
        match &self.said {
            Said::Document(document) => Some(document),
            Said::Translation(..) | Said::People(_) | Said::Nothing => None,
        }
    }
}

fn read(source: &Source, id: SourceId, config: &Config) -> Arc<Read> {
    let mut findings = Vec::from_iter(unreadable::finding(source, id));
    let said = if !unreadable::stands(source) {
        Said::Nothing
    } else if is_people(&source.path) {
        let (people, found) = people(source, id);
        findings.extend(found);
        Said::People(people)
    } else if let Some((of, original)) = source_kind::translated(&source.path, config) {
        let (document, found) = translation(source, id, &config.translations[of], &original);
        findings.extend(found);
        Said::Translation(of, kept(&document))
    } else if source_kind::is_document(&source.path) {
        let (document, found) = document(source, id, config);
        findings.extend(found);
        Said::Document(kept(&document))
    } else {
        Said::Nothing
    };
    Arc::new(Read { said, findings })
}

/// A copy of `document`, which has no room to spare: lists and texts that grew hold up to twice what they need, and an
/// allocator that is asked to take a little of it back leaves them as they are. It is a tenth of a large handbook's memory.
fn kept(document: &Document) -> Arc<Document> {
    Arc::new(document.clone())
}
