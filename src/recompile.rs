//! The pipeline once more, after an edit: what can't have changed is used again.
//!
//! Nothing is declared to be out of date by hand. Inputs are compared: a source's text, a document's outline, all that
//! is looked up. Where only words changed, the organisation is the one before with other documents, and it is checked
//! in the sources whose findings look at those words.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::check::{self, Asked};
use crate::compile::{Compiled, checked, compile, from_parsed, gone, judged, scope};
use crate::config;
use crate::model::{Document, Organisation};
use crate::parse::{self, Parsed, Said};
use crate::resolve;
use crate::stage::Unwatched;
use crate::text::{Snapshot, SourceId};

/// Compiles a snapshot, given what another one said. The result is that of [`compile`], sooner.
pub fn recompile(before: (&Snapshot, &Compiled), snapshot: &Snapshot, asked: &Asked) -> Compiled {
    let (old, compiled) = before;
    if text_of(old, old.config) != text_of(snapshot, snapshot.config) {
        return compile(snapshot, asked);
    }
    let config = &compiled.config;
    let parsed = parse::sources_again((old, &compiled.stages.parsed), snapshot, config);
    if let Some(reworded) = reworded(before, snapshot, asked, &parsed) {
        return with_words(compiled, snapshot, parsed, &reworded);
    }
    let (read, found) = config::read(snapshot);
    // The theme is prepared again for another configuration only.
    let is_same = old.assets == snapshot.assets;
    let config = if is_same {
        Arc::clone(config)
    } else {
        Arc::new(read)
    };
    let compiled = from_parsed(snapshot, asked, (config, found), parsed, &Unwatched);
    checked(compiled, snapshot)
}

fn text_of(snapshot: &Snapshot, id: Option<SourceId>) -> Option<(SourceId, &str)> {
    id.map(|id| (id, &*snapshot.source(id).text))
}

/// The sources that changed, where nothing but words did: no name, no relation, no file came or went.
fn reworded(
    (old, compiled): (&Snapshot, &Compiled),
    snapshot: &Snapshot,
    asked: &Asked,
    parsed: &Parsed,
) -> Option<BTreeSet<SourceId>> {
    let stages = &compiled.stages;
    if !compiled.config.translations.is_empty() {
        // What a translation lacks it has from its original.
        return None;
    }
    let has_same_files = old.sources.len() == snapshot.sources.len()
        && old.assets == snapshot.assets
        && old.history == snapshot.history
        && text_of(old, old.baseline) == text_of(snapshot, snapshot.baseline);
    if !has_same_files || *asked != stages.asked {
        return None;
    }
    let mut changed = BTreeSet::new();
    for ((id, ours), (_, theirs)) in parsed.iter().zip(stages.parsed.iter()) {
        if Arc::ptr_eq(ours, theirs) {
            continue;
        }
        let (Said::Document(our), Said::Document(their)) = (&ours.said, &theirs.said) else {
            return None;
        };
        let is_faulty = !check::faulty(&ours.findings).is_empty();
        if is_faulty != stages.faulty.contains(&id) || !our.has_outline_of(their) {
            return None;
        }
        changed.insert(id);
    }
    // What was found by looking names up points into the text as it was.
    let points_there = |finding: &crate::finding::Finding| {
        let labels = std::iter::once(&finding.place).chain(&finding.related);
        let edits = finding.fix.iter().flat_map(|fix| &fix.edits);
        let mut places = labels
            .map(|label| label.place)
            .chain(edits.map(|edit| edit.place));
        places.any(|place| changed.contains(&place.source))
    };
    let is_found = stages.found.values().flatten().any(points_there);
    (!is_found).then_some(changed)
}

/// The same organisation in other words.
fn with_words(
    before: &Compiled,
    snapshot: &Snapshot,
    parsed: Parsed,
    changed: &BTreeSet<SourceId>,
) -> Compiled {
    let mut compiled = before.clone();
    let documents: Vec<&Arc<Document>> = changed.iter().filter_map(|id| parsed.document(*id)).collect();
    let reworded = |organisation: &Organisation| {
        let mut organisation = organisation.clone();
        for document in &documents {
            replace(&mut organisation, document);
        }
        organisation
    };
    match &before.stages.whole {
        None => compiled.organisation = reworded(&before.organisation),
        Some(whole) => {
            let whole = reworded(whole);
            if let Some(discreet) = resolve::discreet(&whole, before.config.publish) {
                compiled.organisation = discreet;
            }
            compiled.stages.whole = Some(whole);
        }
    }
    compiled.stages.parsed = parsed;
    let scope = scope(&compiled, touched(&compiled, changed));
    let found = judged(&mut compiled, snapshot, Some(&scope));
    compiled.findings = compiled.findings.with(found);
    compiled.gone = gone(&compiled, snapshot);
    compiled
}

fn replace(organisation: &mut Organisation, document: &Arc<Document>) {
    let by_source = |known: &Arc<Document>| known.source.cmp(&document.source);
    if let Ok(at) = organisation.documents.binary_search_by(by_source) {
        organisation.documents[at] = Arc::clone(document);
    }
}

/// Where other words of `changed` can make a difference to what is found: in those sources, in those of parties that
/// stand in a relation with them, in those whose findings point at them, and in those that set levels, which may do
/// nothing now.
fn touched(compiled: &Compiled, changed: &BTreeSet<SourceId>) -> BTreeSet<SourceId> {
    let organisation = &compiled.organisation;
    let mut sources = compiled.findings.touching(changed);
    sources.extend(changed);
    sources.extend(compiled.stages.settings.sources());
    for id in scope(compiled, changed.clone()).parties {
        let relations = organisation.party(id).relations();
        let others = relations.map(|(end, id)| organisation.agreement(id).party(end.opposite()));
        let others = others.map(|other| organisation.document(organisation.party(other).document));
        sources.extend(others.map(|other| other.source));
    }
    sources
}
