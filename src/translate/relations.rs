//! Relations are facts: a translation has those of its original, no fewer and no others.

use std::sync::Arc;

use super::Original;
use super::graft::{Graft, take_anchor};
use super::overlay::{anchored, end_of_section};
use super::pairs::pairs;
use super::tell::Teller;
use crate::model::{
    Block, Document, DocumentId, Entry, EntryId, GroupId, Meaning, Meant, Organisation, PartyId, Template,
};
use crate::text::SourceId;

/// Whom an entry names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Named {
    Party(PartyId),
    Group(GroupId),
}

/// The documents of `translated` with just the relations of the original; none where they have them already.
pub(super) fn completed(
    original: Original<'_>,
    translated: &Organisation,
    is_faulty: impl Fn(SourceId) -> bool,
    teller: &mut Teller<'_>,
) -> Option<Vec<Arc<Document>>> {
    let tag = original.config.language.tag.as_str();
    let mut documents = translated.documents.clone();
    let mut is_changed = false;
    for (at, document) in documents.iter_mut().enumerate() {
        let id = DocumentId::at(at);
        let from = original.organisation.document(id);
        if from.source == document.source {
            continue;
        }
        // A name that nothing answers to is found already.
        let has_unknown = translated.links_of(id).entries.contains(&Meaning::Unknown);
        teller.quiet = has_unknown || is_faulty(from.source) || is_faulty(document.source);
        let ours = Claimed::of(original.organisation, id);
        let theirs = Claimed::of(translated, id);
        let differences = Differences::of(&ours, &theirs);
        if differences.is_empty() {
            continue;
        }
        differences.tell(&ours, &theirs, teller);
        let end = original.snapshot.source(document.source).text.len();
        *document = Arc::new(differences.mend(&ours, (document, end), tag));
        is_changed = true;
    }
    teller.quiet = false;
    is_changed.then_some(documents)
}

/// What a document claims.
struct Claimed<'a> {
    document: &'a Document,
    /// Whom each entry names, in order; none where it claims nothing.
    named: Vec<Option<Vec<Named>>>,
}

impl<'a> Claimed<'a> {
    fn of(organisation: &'a Organisation, id: DocumentId) -> Self {
        let named = organisation
            .links_of(id)
            .entries
            .iter()
            .map(|meaning| match meaning {
                Meaning::Claims(meant) => {
                    let mut named: Vec<Named> = meant
                        .iter()
                        .map(|meant| match meant {
                            Meant::Party(claim) => Named::Party(organisation.claim(*claim).other),
                            Meant::Group(group, _) => Named::Group(*group),
                        })
                        .collect();
                    named.sort_unstable();
                    Some(named)
                }
                Meaning::Grouping | Meaning::Plain | Meaning::Unknown => None,
            });
        Self {
            document: organisation.document(id),
            named: named.collect(),
        }
    }

    /// The entries of a section that claim something, those within groupings too.
    fn entries(&self, section: usize) -> Vec<EntryId> {
        let blocks = &self.document.sections[section].blocks;
        let mut open: Vec<EntryId> = blocks
            .iter()
            .rev()
            .flat_map(|block| match block {
                Block::Relations(entries) => entries.iter().rev().copied().collect(),
                Block::Prose { .. } => Vec::new(),
            })
            .collect();
        let mut claiming = Vec::new();
        while let Some(id) = open.pop() {
            match self.named(id) {
                Some(_) if !claiming.contains(&id) => claiming.push(id),
                Some(_) => {}
                None => open.extend(self.document.entry(id).inner.iter().rev()),
            }
        }
        claiming
    }

    fn named(&self, id: EntryId) -> Option<&[Named]> {
        self.named.get(id.index())?.as_deref()
    }
}

/// What keeps a translation's relations from being those of its original.
#[derive(Default)]
struct Differences {
    /// The original's entries that are missing, with the section where they go.
    missing: Vec<(EntryId, usize)>,
    /// The translation's entries that the original has not.
    strays: Vec<EntryId>,
    /// The original's anchors that are missing, with the translation's entries.
    anchors: Vec<(String, EntryId)>,
}

impl Differences {
    fn of(ours: &Claimed<'_>, theirs: &Claimed<'_>) -> Self {
        let found = pairs(&ours.document.sections, &theirs.document.sections);
        let mut differences = Self::default();
        for (section, partner) in found.partners.into_iter().enumerate() {
            // The sections that were missing were put in before.
            if let Some(partner) = partner {
                differences.compare((ours, section), (theirs, partner));
            }
        }
        let strays = found
            .strays
            .into_iter()
            .flat_map(|section| theirs.entries(section));
        differences.strays.extend(strays);
        differences
    }

    fn compare(&mut self, (ours, section): (&Claimed<'_>, usize), (theirs, partner): (&Claimed<'_>, usize)) {
        let mut free = theirs.entries(partner);
        for id in ours.entries(section) {
            let is_same = |other: &EntryId| theirs.named(*other) == ours.named(id);
            let Some(at) = free.iter().position(is_same) else {
                self.missing.push((id, partner));
                continue;
            };
            let own = free.remove(at);
            if let Some(anchor) = &ours.document.entry(id).anchor {
                let is_known = theirs.document.anchors.iter().any(|known| known.id == *anchor);
                if !is_known {
                    self.anchors.push((anchor.clone(), own));
                }
            }
        }
        self.strays.append(&mut free);
    }

    const fn is_empty(&self) -> bool {
        self.missing.is_empty() && self.strays.is_empty() && self.anchors.is_empty()
    }

    fn tell(&self, ours: &Claimed<'_>, theirs: &Claimed<'_>, teller: &mut Teller<'_>) {
        for (id, section) in &self.missing {
            teller.missing_relation((ours.document, *id), theirs.document, *section);
        }
        for id in &self.strays {
            teller.stray_relation(theirs.document, *id);
        }
    }

    /// The translation with just the relations of its original. `end`: the length of its source.
    fn mend(&self, ours: &Claimed<'_>, (translation, end): (&Document, usize), tag: &str) -> Document {
        let mut mended = translation.clone();
        for (anchor, id) in &self.anchors {
            let start = mended.entry(*id).span.start;
            take_anchor(&mut mended, anchor, Template::default(), 0, start);
            anchored(&mut mended.entries[id.index()].lead, anchor);
        }
        let mut graft = Graft::of(ours.document, tag);
        for (id, section) in &self.missing {
            let behind = end_of_section(&mended, section + 1, end);
            let own = graft.entry(*id, behind, &mut mended);
            let blocks = &mut mended.sections[*section].blocks;
            match blocks.last_mut() {
                Some(Block::Relations(entries)) => entries.push(own),
                Some(Block::Prose { .. }) | None => blocks.push(Block::Relations(vec![own])),
            }
        }
        without(&mut mended, &self.strays);
        mended.anchors.sort_by_key(|anchor| anchor.span.start);
        mended
    }
}

/// Takes entries out, with those within them; the others are numbered anew.
fn without(document: &mut Document, strays: &[EntryId]) {
    if strays.is_empty() {
        return;
    }
    let mut gone = vec![false; document.entries.len()];
    let mut open = strays.to_vec();
    while let Some(id) = open.pop() {
        if !std::mem::replace(&mut gone[id.index()], true) {
            open.extend(&document.entry(id).inner);
        }
    }
    let mut next = 0;
    let numbers: Vec<Option<EntryId>> = gone
        .iter()
        .map(|gone| {
            (!gone).then(|| {
                next += 1;
                EntryId::at(next - 1)
            })
        })
        .collect();
    let renumber = |ids: &mut Vec<EntryId>| *ids = ids.iter().filter_map(|id| numbers[id.index()]).collect();
    let all = std::mem::take(&mut document.entries);
    let dropped = all.iter().zip(&gone).filter(|(_, gone)| **gone);
    let dropped: Vec<&str> = dropped.filter_map(|(entry, _)| entry.anchor.as_deref()).collect();
    document
        .anchors
        .retain(|anchor| !dropped.contains(&anchor.id.as_str()));
    let kept = all.into_iter().zip(&gone).filter(|(_, gone)| !**gone);
    document.entries = kept
        .map(|(mut entry, _): (Entry, _)| {
            renumber(&mut entry.inner);
            entry
        })
        .collect();
    for block in document
        .sections
        .iter_mut()
        .flat_map(|section| &mut section.blocks)
    {
        if let Block::Relations(entries) = block {
            renumber(entries);
        }
    }
}
