//! Where in the handbook what stands at a place of a source is shown.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{Document, Organisation, PersonId};
use crate::site::page::{File, Page, Site};
use crate::text::{Place, SitePath, SourceId, Span};

/// The pages that show sources.
#[derive(Debug, Default)]
pub(in crate::site) struct Pages {
    of_source: BTreeMap<SourceId, (Page, SitePath)>,
    /// The people that a table tells of: where each begins, in the order of writing.
    of_people: BTreeMap<SourceId, Vec<(usize, PersonId, SitePath)>>,
    /// The stretches of sources that each page shows.
    stretches: BTreeMap<Page, BTreeSet<(SourceId, Span)>>,
}

impl Pages {
    /// `original`: the organisation in the original's words. Its sources are shown by their translations' pages too.
    pub(in crate::site) fn of(site: &Site, organisation: &Organisation, original: &Organisation) -> Self {
        let mut pages = Self::default();
        for (path, file) in &site.files {
            let File::Page(page) = file else { continue };
            if let Some(document) = page.document(organisation) {
                for organisation in [original, organisation] {
                    let source = organisation.document(document).source;
                    pages.of_source.insert(source, (*page, path.clone()));
                }
            }
            if let Page::Person(id) = page {
                let Place { source, span } = organisation.person(*id).place;
                let people = pages.of_people.entry(source).or_default();
                people.push((span.start, *id, path.clone()));
            }
        }
        pages.of_people.values_mut().for_each(|people| people.sort());
        pages.tell_stretches();
        pages
    }

    fn tell_stretches(&mut self) {
        for (source, (page, _)) in &self.of_source {
            let whole = (*source, Span::new(0, usize::MAX));
            self.stretches.entry(*page).or_default().insert(whole);
        }
        let tables = self.of_people.iter();
        for (source, people) in tables.filter(|(source, _)| !self.of_source.contains_key(source)) {
            let starts = people.iter().map(|(start, ..)| *start).skip(1);
            for ((start, id, _), end) in people.iter().zip(starts.chain([usize::MAX])) {
                let own = self.stretches.entry(Page::Person(*id)).or_default();
                own.insert((*source, Span::new(*start, end)));
            }
        }
    }

    /// The page that shows what stands at `place`, and its address.
    pub(super) fn at(&self, place: Place) -> Option<(Page, &SitePath)> {
        if let Some((page, path)) = self.of_source.get(&place.source) {
            return Some((*page, path));
        }
        let people = self.of_people.get(&place.source)?;
        let behind = people.partition_point(|(start, ..)| *start <= place.span.start);
        let (_, person, path) = people.get(behind.checked_sub(1)?)?;
        Some((Page::Person(*person), path))
    }

    /// The stretches of sources that `page` shows, by source.
    pub(in crate::site) fn stretches(&self, page: Page) -> impl Iterator<Item = (SourceId, Span)> {
        self.stretches.get(&page).into_iter().flatten().copied()
    }
}

/// A heading or a term of a page that links can lead to.
pub(super) struct Above<'d> {
    pub(super) anchor: &'d str,
    /// Its words; a relation's are those of its section.
    pub(super) title: &'d crate::model::Template,
    start: usize,
}

/// What stands nearest above byte `at` of a document: a section's heading, a relation's or a term.
pub(super) fn above(document: &Document, at: usize) -> Option<Above<'_>> {
    let sections = &document.sections[..document.sections.partition_point(|one| one.span.start <= at)];
    let section = sections.last().map(|section| Above {
        anchor: &section.anchor,
        title: &section.title.text,
        start: section.span.start,
    });
    let section_title = section.as_ref().map(|section| section.title);
    let within = section.as_ref().map_or(0, |section| section.start);
    let entries = &document.entries[..document.entries.partition_point(|one| one.span.start <= at)];
    let mut entries = entries.iter().rev().take_while(|one| one.span.start >= within);
    let entry = entries.find_map(|entry| {
        Some(Above {
            anchor: entry.anchor.as_deref()?,
            // Its own words mostly stand in the sentence already.
            title: section_title.unwrap_or(&entry.lead.text),
            start: entry.span.start,
        })
    });
    let terms = &document.terms[..document.terms.partition_point(|one| one.span.start <= at)];
    let term = terms.last().map(|term| Above {
        anchor: &term.anchor,
        title: &term.title.text,
        start: term.span.start,
    });
    [section, entry, term]
        .into_iter()
        .flatten()
        .max_by_key(|above| above.start)
}
