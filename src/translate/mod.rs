//! The handbook in further languages: one organisation in other words.
//!
//! A translation says in its own words what its original says. Whatever is a fact (who keeps a role, who delivers what
//! to whom) is taken from the original, so that all languages show the same organisation; what a translation lacks is
//! shown in the original's words, marked as such.

mod foreign;
mod graft;
mod names;
mod overlay;
mod pairs;
mod progress;
mod relations;
mod tell;
mod terms;

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::config::{Config, Language};
use crate::finding::Finding;
use crate::model::{Document, DocumentId, Organisation, WrittenPerson};
use crate::resolve;
use crate::text::{Snapshot, SourceId, SourcePath};
use names::Names;
pub(crate) use progress::Progress;
use tell::Teller;

/// The organisation in the words of one translation.
#[derive(Clone, Debug)]
pub(crate) struct Translated {
    /// The same parties, people and relations under the same numbers as in the original.
    pub(crate) organisation: Organisation,
    /// How far each document is translated.
    pub(crate) progress: Vec<Progress>,
}

/// What translations are made from.
#[derive(Clone, Copy)]
pub(crate) struct Original<'a> {
    /// The sources.
    pub(crate) snapshot: &'a Snapshot,
    /// What `book.toml` says.
    pub(crate) config: &'a Config,
    /// The organisation in the original's words.
    pub(crate) organisation: &'a Organisation,
    /// The people of `content/people.toml`.
    pub(crate) people: &'a [WrittenPerson],
}

/// The organisation in the language of `config`, one of the handbook's translations, and what is wrong with it.
///
/// `translations`: the sources in that language, each at the path of its original. `is_sound`: whether a source could be
/// understood; of others nothing is said.
pub(crate) fn translated<'a>(
    original: Original<'_>,
    config: &Config,
    translations: impl Iterator<Item = &'a Arc<Document>>,
    is_sound: impl Fn(SourceId) -> bool,
) -> (Translated, Vec<Finding>) {
    let mut written: BTreeMap<&SourcePath, &Arc<Document>> =
        translations.map(|document| (&document.path, document)).collect();
    let mut teller = Teller::new(original, config);
    let names = Names::of(original.organisation);
    let documents = original.organisation.documents.iter().enumerate();
    let (documents, progress): (Vec<_>, Vec<_>) = documents
        .map(|(at, document)| match written.remove(&document.path) {
            None => {
                teller.missing(document);
                let foreign = foreign::document(document, &original.config.language.tag);
                (Arc::new(foreign), Progress::Missing)
            }
            Some(translation) => {
                teller.quiet = !(is_sound(document.source) && is_sound(translation.source));
                let progress = progress::of(original, document, translation, &mut teller);
                let pair = (DocumentId::at(at), document.as_ref(), translation.as_ref());
                let laid = overlay::overlaid(pair, &names, original, &mut teller);
                (Arc::new(laid), progress)
            }
        })
        .unzip();
    teller.quiet = false;
    for document in written.values() {
        teller.without_original(document);
    }
    let resolve = |documents: Vec<Arc<Document>>| {
        resolve::organisation(original.snapshot, config, documents, original.people)
    };
    let (mut organisation, found) = resolve(documents);
    let sources: BTreeMap<SourceId, &Document> = organisation
        .documents
        .iter()
        .map(|document| (document.source, document.as_ref()))
        .collect();
    let mut findings: Vec<Finding> = found
        .into_iter()
        .filter(|finding| is_own(finding, &sources, original.organisation))
        .collect();
    drop(sources);
    let completed = relations::completed(original, &organisation, |source| !is_sound(source), &mut teller);
    if let Some(completed) = completed {
        organisation = resolve(completed).0;
    }
    findings.append(&mut teller.findings);
    let translated = Translated {
        organisation,
        progress,
    };
    (translated, findings)
}

/// The documents that lie where a translation would, in a language that the handbook is not said to be in.
pub(crate) fn undeclared(original: Original<'_>) -> Vec<Finding> {
    let mut teller = Teller::new(original, original.config);
    let documents = &original.organisation.documents;
    for document in documents {
        let Some((stem, tag)) = document.id.rsplit_once('.') else {
            continue;
        };
        let path = SourcePath::new(&format!("{}/{stem}.md", document.path.folder())).ok();
        let beside = path.and_then(|path| documents.binary_search_by(|known| known.path.cmp(&path)).ok());
        if let Some(at) = beside.filter(|_| Language::BUILT_IN.contains(&tag)) {
            teller.undeclared(document, &documents[at], tag);
        }
    }
    teller.findings
}

/// Whether `finding` is about what a translation says in its own words: facts are the original's.
fn is_own(finding: &Finding, documents: &BTreeMap<SourceId, &Document>, original: &Organisation) -> bool {
    let place = finding.place.place;
    let is_original = |document: &Document| {
        let at = original
            .documents
            .binary_search_by(|known| known.path.cmp(&document.path));
        at.is_ok_and(|at| original.documents[at].source == document.source)
    };
    documents.get(&place.source).is_some_and(|document| {
        let references = document.references.iter().map(|reference| reference.span);
        let mut spans = references.chain(document.entries.iter().map(|entry| entry.span));
        let stands_in =
            |span: crate::text::Span| span.start <= place.span.start && place.span.end <= span.end;
        !is_original(document) && spans.any(stands_in)
    })
}
