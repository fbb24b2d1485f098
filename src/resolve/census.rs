//! The census: which parties, people, pages, terms and sets there are, each id once.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::name::brief;
use super::names::Thing;
use crate::config::{Config, GroupRule};
use crate::finding::{Finding, kind};
use crate::model::{
    Document, DocumentId, DocumentKind, GroupId, PageId, PartyId, PersonId, TermId, WrittenPerson,
};
use crate::text::{Place, normal};

/// Everything that has an id, in the order of the organisation's lists.
#[derive(Debug)]
pub(super) struct Census<'a> {
    documents: &'a [Arc<Document>],
    /// The documents of parties, by id.
    pub(super) parties: Vec<DocumentId>,
    /// People, by id.
    pub(super) people: Vec<Listed<'a>>,
    /// The documents of pages, the glossary among them, by path.
    pub(super) pages: Vec<DocumentId>,
    /// Terms: the glossary and its entry; by name without case.
    pub(super) terms: Vec<(DocumentId, usize)>,
    /// Sets, by id.
    pub(super) groups: Vec<&'a GroupRule>,
    /// What each document is about; where two claim one id, both are about the first's.
    about: Vec<Thing>,
}

/// A person, from `people.toml`, from a page of their own, or both.
#[derive(Clone, Copy, Debug)]
pub(super) struct Listed<'a> {
    pub(super) id: &'a str,
    pub(super) name: &'a str,
    pub(super) table: Option<&'a WrittenPerson>,
    pub(super) document: Option<DocumentId>,
}

impl<'a> Census<'a> {
    /// Counts everything; an id that is claimed twice is the first claimant's, and a finding.
    pub(super) fn take(
        documents: &'a [Arc<Document>],
        people: &'a [WrittenPerson],
        config: &'a Config,
    ) -> (Self, Vec<Finding>) {
        let mut findings = Vec::new();
        let mut about = vec![Thing::Page(PageId(0)); documents.len()];
        let parties = parties(documents, &mut about, &mut findings);
        let listed = listed(documents, people, &mut about, &mut findings);
        let mut pages = Vec::new();
        let mut terms = Vec::new();
        for (index, document) in documents.iter().enumerate() {
            if matches!(document.kind, DocumentKind::Page | DocumentKind::Glossary) {
                about[index] = Thing::Page(PageId::at(pages.len()));
                pages.push(DocumentId::at(index));
            }
            terms.extend((0..document.terms.len()).map(|entry| (DocumentId::at(index), entry)));
        }
        terms.sort_by_cached_key(|(id, entry)| {
            let names = &documents[id.index()].terms[*entry].names;
            (names.first().map(|name| name.to_lowercase()), *id, *entry)
        });
        let mut groups: Vec<&GroupRule> = config.groups.iter().collect();
        groups.sort_by(|a, b| a.id.cmp(&b.id));
        let census = Self {
            documents,
            parties,
            people: listed,
            pages,
            terms,
            groups,
            about,
        };
        (census, findings)
    }

    /// The document of that number.
    pub(super) fn document(&self, id: DocumentId) -> &'a Document {
        &self.documents[id.index()]
    }

    /// Every document with its number, by path.
    pub(super) fn documents(&self) -> impl Iterator<Item = (DocumentId, &'a Document)> {
        let numbered = self.documents.iter().enumerate();
        numbered.map(|(index, document)| (DocumentId::at(index), document.as_ref()))
    }

    /// What `document` is about, be it that another document has taken its id.
    pub(super) fn about(&self, document: DocumentId) -> Thing {
        self.about[document.index()]
    }

    /// What `document` is the source of; none where another document has taken its id.
    pub(super) fn owner(&self, document: DocumentId) -> Option<Thing> {
        let thing = self.about(document);
        (self.document_of(thing) == Some(document)).then_some(thing)
    }

    /// Where `thing` is described; for a term its glossary.
    pub(super) fn document_of(&self, thing: Thing) -> Option<DocumentId> {
        match thing {
            Thing::Party(id) => Some(self.parties[id.index()]),
            Thing::Person(id) => self.people[id.index()].document,
            Thing::Page(id) => Some(self.pages[id.index()]),
            Thing::Term(id) => Some(self.terms[id.index()].0),
            Thing::Group(_) => None,
        }
    }

    /// The document of a party.
    pub(super) fn party(&self, id: PartyId) -> &'a Document {
        self.document(self.parties[id.index()])
    }

    /// A person.
    pub(super) fn person(&self, id: PersonId) -> &Listed<'a> {
        &self.people[id.index()]
    }

    /// The rule of a set.
    pub(super) fn group(&self, id: GroupId) -> &'a GroupRule {
        self.groups[id.index()]
    }

    /// The first name of a term.
    pub(super) fn term_name(&self, id: TermId) -> &'a str {
        let (document, entry) = self.terms[id.index()];
        let names = &self.document(document).terms[entry].names;
        names.first().map_or("", String::as_str)
    }
}

fn parties(documents: &[Arc<Document>], about: &mut [Thing], findings: &mut Vec<Finding>) -> Vec<DocumentId> {
    let mut first_of: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (index, document) in documents.iter().enumerate() {
        if matches!(document.kind, DocumentKind::Party(_)) {
            first_of.entry(normal(&document.id)).or_default().push(index);
        }
    }
    let mut claims: Vec<Vec<usize>> = first_of.into_values().collect();
    claims.sort_by(|a, b| documents[a[0]].id.cmp(&documents[b[0]].id));
    let mut parties = Vec::with_capacity(claims.len());
    for claimants in claims {
        let thing = Thing::Party(PartyId::at(parties.len()));
        parties.push(DocumentId::at(claimants[0]));
        for index in &claimants {
            about[*index] = thing;
        }
        for second in &claimants[1..] {
            findings.push(taken(
                "role, team or external party",
                &documents[claimants[0]],
                &documents[*second],
            ));
        }
    }
    parties
}

/// `second` claims the id that `first` has.
fn taken(what: &str, first: &Document, second: &Document) -> Finding {
    Finding::new(
        &kind::DUPLICATE_ID,
        Place::top(second.source),
        format!("there is more than one {what} with the id `{}`", first.id),
    )
    .label(format!(
        "the file's name gives `{}` the id `{}`",
        brief(&second.title),
        second.id
    ))
    .related(
        Place::top(first.source),
        format!("`{}` has it already", brief(&first.title)),
    )
    .help("rename one of the two files; a further name can go into its `aliases`")
    .about(&first.id)
}

fn listed<'a>(
    documents: &'a [Arc<Document>],
    people: &'a [WrittenPerson],
    about: &mut [Thing],
    findings: &mut Vec<Finding>,
) -> Vec<Listed<'a>> {
    let mut tables: BTreeMap<String, &WrittenPerson> = BTreeMap::new();
    let mut as_written: Vec<&WrittenPerson> = people.iter().collect();
    as_written.sort_by_key(|person| (person.source, person.span));
    for person in as_written {
        let first = *tables.entry(normal(&person.id)).or_insert(person);
        if !std::ptr::eq(first, person) {
            findings.push(twice_in_table(first, person));
        }
    }
    let mut pages: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (index, document) in documents.iter().enumerate() {
        if document.kind == DocumentKind::Person {
            pages.entry(normal(&document.id)).or_default().push(index);
        }
    }
    let mut all: Vec<(Listed<'a>, Vec<usize>)> = Vec::with_capacity(tables.len());
    for (id, table) in tables {
        let own = pages.remove(&id).unwrap_or_default();
        all.push((person(documents, Some(table), &own, findings), own));
    }
    for own in pages.into_values() {
        all.push((person(documents, None, &own, findings), own));
    }
    all.sort_by(|(a, _), (b, _)| a.id.cmp(b.id));
    for (number, (_, own)) in (0..).zip(&all) {
        for index in own {
            about[*index] = Thing::Person(PersonId(number));
        }
    }
    all.into_iter().map(|(listed, _)| listed).collect()
}

fn twice_in_table(first: &WrittenPerson, second: &WrittenPerson) -> Finding {
    Finding::new(
        &kind::DUPLICATE_ID,
        Place::new(second.source, second.span),
        format!("there is more than one person with the id `{}`", first.id),
    )
    .label("claims it again")
    .related(Place::new(first.source, first.span), "claims it first")
    .help("give one of the two another id, in letters and not only in upper and lower case")
    .about(&first.id)
}

/// One person: a table, pages of their own, or both; never neither.
fn person<'a>(
    documents: &'a [Arc<Document>],
    table: Option<&'a WrittenPerson>,
    own: &[usize],
    findings: &mut Vec<Finding>,
) -> Listed<'a> {
    let page = own.first().map(|index| documents[*index].as_ref());
    for second in own.iter().skip(1) {
        if let Some(first) = page {
            findings.push(taken("person", first, &documents[*second]));
        }
    }
    let in_table = table.and_then(|table| table.fields.name.as_ref());
    let in_page = page.and_then(|page| page.front.person.name.as_ref());
    if let (Some(table), Some(first), Some(page), Some(second)) = (table, in_table, page, in_page) {
        let finding = Finding::new(
            &kind::DUPLICATE_ID,
            Place::new(page.source, second.span),
            format!("the name of `{}` is written in two places", table.id),
        )
        .label("written here too")
        .related(Place::new(table.source, first.span), "written here first")
        .help("take one of the two out")
        .about(&table.id);
        findings.push(finding);
    }
    let id = table.map_or_else(|| page.map_or("", |page| &page.id), |table| &table.id);
    let name = in_table.or(in_page).map_or_else(
        || page.map_or(id, |page| page.title.as_str()),
        |name| name.value.as_str(),
    );
    Listed {
        id,
        name,
        table,
        document: own.first().map(|index| DocumentId::at(*index)),
    }
}
