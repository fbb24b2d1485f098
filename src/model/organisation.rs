//! The organisation: every name looked up, every agreement held together.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::{
    Agreement, AgreementId, Claim, ClaimId, Document, DocumentId, Entry, GroupId, Holder, Meaning, PageId,
    Party, PartyId, PersonFields, PersonId, Target, TermId,
};
use crate::text::{Place, SourcePath};

/// The resolved model. Lists are in the order of ids, titles or paths, never of chance.
///
/// Lists are shared: a copy costs little more than the list of documents, so that an organisation in which only
/// words changed is made from the one before.
#[derive(Clone, Debug, Default)]
pub struct Organisation {
    /// Every Markdown source, by path.
    pub documents: Vec<Arc<Document>>,
    /// What the references and entries of each document mean; as long as `documents`.
    pub links: Arc<Vec<Links>>,
    /// Roles, teams and external parties, by id.
    pub parties: Arc<Vec<Party>>,
    /// People, by id.
    pub people: Arc<Vec<Person>>,
    /// Ordinary pages and glossaries, by path.
    pub pages: Arc<Vec<Page>>,
    /// Glossary terms, by name without case.
    pub terms: Arc<Vec<Term>>,
    /// The sets of `[groups]`, by id.
    pub groups: Arc<Vec<Group>>,
    /// Every claim, in the order of documents and entries.
    pub claims: Arc<Vec<Claim>>,
    /// Every agreement, by provider and consumer.
    pub agreements: Arc<Vec<Agreement>>,
    /// Where the agreement of a provider and a consumer is.
    pub agreement_of: Arc<BTreeMap<(PartyId, PartyId), AgreementId>>,
    /// Pictures of people that are not to be published.
    pub withheld: BTreeSet<SourcePath>,
}

/// What a document's references and entries were found to mean.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Links {
    /// By [`super::ReferenceId`].
    pub targets: Vec<Target>,
    /// By [`super::EntryId`].
    pub entries: Vec<Meaning>,
}

/// A person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// The id.
    pub id: String,
    /// The name.
    pub name: String,
    /// What else is said, as far as it may be published.
    pub fields: PersonFields,
    /// The picture's file.
    pub picture: Option<SourcePath>,
    /// The person's own text.
    pub document: Option<DocumentId>,
    /// Where the person is written down.
    pub place: Place,
    /// The roles the person keeps: the role, and how; by the role's title.
    pub keeps: Vec<(PartyId, Holder)>,
    /// The teams the person is in: by their word, or through a role kept in them; by title.
    pub teams: Vec<PartyId>,
    /// Documents that refer to the person.
    pub mentioned_by: Vec<Mention>,
}

/// An ordinary page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    /// What its source says.
    pub document: DocumentId,
    /// Documents that refer to it.
    pub mentioned_by: Vec<Mention>,
}

/// A glossary term.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    /// The glossary.
    pub document: DocumentId,
    /// Which of its entries.
    pub entry: usize,
    /// Documents that refer to it.
    pub mentioned_by: Vec<Mention>,
}

/// A document that refers to something.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Mention {
    /// Which document.
    pub document: DocumentId,
}

/// A set of parties.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// Its id in `[groups]`.
    pub id: String,
    /// Its title.
    pub title: String,
    /// The parties in it, by title.
    pub members: Vec<PartyId>,
}

impl Organisation {
    /// The party of that number.
    pub fn party(&self, id: PartyId) -> &Party {
        &self.parties[id.index()]
    }

    /// The person of that number.
    pub fn person(&self, id: PersonId) -> &Person {
        &self.people[id.index()]
    }

    /// The page of that number.
    pub fn page(&self, id: PageId) -> &Page {
        &self.pages[id.index()]
    }

    /// The term of that number.
    pub fn term(&self, id: TermId) -> &Term {
        &self.terms[id.index()]
    }

    /// The set of that number.
    pub fn group(&self, id: GroupId) -> &Group {
        &self.groups[id.index()]
    }

    /// The documents that `before`, which has as many, does not share.
    pub(crate) fn documents_unlike<'a>(&'a self, before: &'a Self) -> impl Iterator<Item = DocumentId> {
        let both = self.documents.iter().zip(&before.documents);
        let numbered = (0..).map(DocumentId).zip(both);
        numbered
            .filter(|(_, (own, old))| !Arc::ptr_eq(own, old))
            .map(|(id, _)| id)
    }

    /// The document of that number.
    pub fn document(&self, id: DocumentId) -> &Document {
        &self.documents[id.index()]
    }

    /// What that document's references and entries mean.
    pub fn links_of(&self, id: DocumentId) -> &Links {
        &self.links[id.index()]
    }

    /// The claim of that number.
    pub fn claim(&self, id: ClaimId) -> &Claim {
        &self.claims[id.index()]
    }

    /// The agreement of that number.
    pub fn agreement(&self, id: AgreementId) -> &Agreement {
        &self.agreements[id.index()]
    }

    /// What `provider` provides to `consumer`, if anyone says so.
    pub fn agreement_between(&self, provider: PartyId, consumer: PartyId) -> Option<&Agreement> {
        self.agreement_of
            .get(&(provider, consumer))
            .map(|id| self.agreement(*id))
    }

    /// The entry in which `claim` is made.
    pub fn entry_of(&self, claim: &Claim) -> &Entry {
        self.document(claim.document).entry(claim.entry)
    }

    /// The claims in a document, in the order of writing. All claims come in the order of documents.
    pub fn claims_in(&self, document: DocumentId) -> &[Claim] {
        let begin = self.claims.partition_point(|claim| claim.document < document);
        let count = self.claims[begin..].partition_point(|claim| claim.document == document);
        &self.claims[begin..begin + count]
    }

    /// The party of that id.
    pub fn party_by_id(&self, id: &str) -> Option<PartyId> {
        self.parties
            .binary_search_by(|party| party.id.as_str().cmp(id))
            .ok()
            .map(PartyId::at)
    }
}
