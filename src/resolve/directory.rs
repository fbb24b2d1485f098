//! The directory: everything that can be looked up, and what it is called towards people.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use super::census::Census;
use super::files::Files;
use super::forge::{self, Spot};
use super::names::{Names, Sort, Thing, page_name};
use crate::model::{DocumentId, DocumentKind, PartyId, PartyKind, TermId};
use crate::text::{Place, Snapshot, SourceId, SourcePath, Span};

/// Everything that can be looked up.
#[derive(Debug)]
pub(super) struct Directory<'a> {
    snapshot: &'a Snapshot,
    pub(super) census: Census<'a>,
    pub(super) names: Names<'a>,
    pub(super) files: Files<'a>,
    /// The anchors of each document, sorted.
    anchors: Vec<Vec<&'a str>>,
    /// Those that forges make of each document, once somebody asks for one.
    forge: Vec<OnceLock<BTreeMap<String, Spot<'a>>>>,
    terms: BTreeMap<(DocumentId, &'a str), TermId>,
}

impl<'a> Directory<'a> {
    /// The directory of everything in `census`.
    pub(super) fn of(snapshot: &'a Snapshot, census: Census<'a>) -> Self {
        let anchors = census.documents().map(|(_, document)| {
            let headings = document.anchors.iter().map(|anchor| anchor.id.as_str());
            let terms = document.terms.iter().map(|term| term.anchor.as_str());
            let mut anchors: Vec<&str> = headings.chain(terms).collect();
            anchors.sort_unstable();
            anchors
        });
        let terms = census.terms.iter().enumerate().map(|(index, (document, entry))| {
            let anchor = census.document(*document).terms[*entry].anchor.as_str();
            ((*document, anchor), TermId::at(index))
        });
        let terms = terms.collect();
        let forge = census.documents().map(|_| OnceLock::new()).collect();
        let (names, (files, anchors)) = rayon::join(
            || Names::of(&census),
            || (Files::of(snapshot, &census), anchors.collect()),
        );
        Self {
            snapshot,
            census,
            names,
            files,
            anchors,
            forge,
            terms,
        }
    }

    /// The anchor of `document` that is written so.
    pub(super) fn anchor(&self, document: DocumentId, written: &str) -> Option<&'a str> {
        let anchors = &self.anchors[document.index()];
        let found = anchors.binary_search(&written).ok()?;
        Some(anchors[found])
    }

    /// What a forge means by `written` in `document`.
    pub(super) fn spot_on_forge(&self, document: DocumentId, written: &str) -> Option<Spot<'a>> {
        let made = || forge::anchors(self.census.document(document));
        let anchors = self.forge[document.index()].get_or_init(made);
        // What a page shows for an author's anchor, and what is copied from the browser's address line.
        let plain = written.strip_prefix(forge::OWN).unwrap_or(written);
        let own = || self.anchor(document, plain).map(Spot::Anchor);
        anchors.get(plain).copied().or_else(own)
    }

    /// All anchors of `document`, sorted.
    pub(super) fn anchors(&self, document: DocumentId) -> &[&'a str] {
        &self.anchors[document.index()]
    }

    /// The term that `anchor` of `document` is about.
    pub(super) fn term_at(&self, document: DocumentId, anchor: &str) -> Option<TermId> {
        self.terms.get(&(document, anchor)).copied()
    }

    /// The kind of a party.
    pub(super) fn kind(&self, id: PartyId) -> PartyKind {
        match self.census.party(id).kind {
            DocumentKind::Party(kind) => kind,
            // The census lists no others.
            DocumentKind::Person | DocumentKind::Glossary | DocumentKind::Page => PartyKind::Role,
        }
    }

    /// The title or name of `thing`.
    pub(super) fn title(&self, thing: Thing) -> &'a str {
        match thing {
            Thing::Party(id) => &self.census.party(id).title,
            Thing::Group(id) => &self.census.group(id).title,
            Thing::Person(id) => self.census.person(id).name,
            Thing::Term(id) => self.census.term_name(id),
            Thing::Page(id) => &self.census.document(self.census.pages[id.index()]).title,
        }
    }

    /// The name by which nothing but `thing` is meant.
    pub(super) fn exact(&self, thing: Thing) -> &'a str {
        match thing {
            Thing::Party(id) => &self.census.party(id).id,
            Thing::Group(id) => &self.census.group(id).id,
            Thing::Person(id) => self.census.person(id).id,
            Thing::Term(id) => self.census.term_name(id),
            Thing::Page(id) => page_name(&self.census.document(self.census.pages[id.index()]).path),
        }
    }

    /// What `thing` is, in words: "a role".
    pub(super) fn sort(&self, thing: Thing) -> &'static str {
        match thing {
            Thing::Party(id) => kind_words(self.kind(id)),
            other => match other.sort() {
                Sort::Group => "a set of parties",
                Sort::Person => "a person",
                Sort::Term => "a term of the glossary",
                Sort::Party | Sort::Page => "a page",
            },
        }
    }

    /// The place of `needle` within `span`, the last one there; of the whole span where it is not written
    /// so.
    pub(super) fn spot(&self, source: SourceId, span: Span, needle: &str) -> Place {
        let within = self.snapshot.sources.get(source.0 as usize).map(|source| {
            let clamped = span.clamped(&source.text);
            (clamped.start, clamped.of(&source.text))
        });
        let found = within.and_then(|(start, text)| {
            let at = text.rfind(needle).filter(|_| !needle.is_empty())?;
            Some(Span::new(start + at, start + at + needle.len()))
        });
        Place::new(source, found.unwrap_or(span))
    }

    /// The place of what a link at `span` leads to, where just that is written: a name, or `#` and a heading. What the
    /// link shows may read the same.
    pub(super) fn target(&self, source: SourceId, span: Span, written: &str) -> Place {
        const BEFORE: [&str; 3] = ["](", "href=", "src="];
        let text = self.text(Place::new(source, span));
        let begins = if text.starts_with("[[") {
            None
        } else {
            BEFORE.iter().filter_map(|mark| text.rfind(mark)).max()
        };
        let begins = begins.unwrap_or_default();
        let found = text.get(begins..).and_then(|rest| rest.find(written));
        let found = found.filter(|_| !written.is_empty());
        let target = found.map(|at| Span::new(0, written.len()).shifted(span.start + begins + at));
        Place::new(source, target.unwrap_or(span))
    }

    /// The text at a place; empty where there is none.
    fn text(&self, place: Place) -> &'a str {
        let source = self.snapshot.sources.get(place.source.0 as usize);
        let text = source.and_then(|source| source.text.get(place.span.start..place.span.end));
        text.unwrap_or_default()
    }

    /// `place`, if just `written` stands there: so that something else can be put there.
    pub(super) fn exactly(&self, place: Place, written: &str) -> Option<Place> {
        (self.text(place) == written && !written.is_empty()).then_some(place)
    }

    /// The same for the name or the address of a link, which begins there.
    pub(super) fn exactly_linked(&self, place: Place, written: &str) -> Option<Place> {
        let place = self.exactly(place, written)?;
        let source = self.snapshot.sources.get(place.source.0 as usize)?;
        let before = source.text.get(..place.span.start)?;
        let marks = ["[[", "](", "](<", "#", "=\"", "='"];
        marks.iter().any(|mark| before.ends_with(mark)).then_some(place)
    }

    /// Where a source lies.
    pub(super) fn path(&self, source: SourceId) -> Option<&'a SourcePath> {
        self.snapshot
            .sources
            .get(source.0 as usize)
            .map(|source| &source.path)
    }
}

/// What a party of that kind is, in words.
pub(super) const fn kind_words(kind: PartyKind) -> &'static str {
    match kind {
        PartyKind::Role => "a role",
        PartyKind::Team => "a team",
        PartyKind::External => "an external party",
    }
}
