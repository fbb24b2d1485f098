//! Documents to an organisation: every name looked up, every agreement held together.

mod agreement;
mod census;
pub(crate) mod counterparts;
mod directory;
mod discretion;
mod elsewhere;
mod files;
mod forge;
mod group;
mod holder;
mod lost_file;
mod mention;
mod name;
mod names;
mod near;
mod order;
mod party;
mod person;
mod reference;
mod relation;
mod reporter;
mod structure;
#[cfg(test)]
mod tests;
mod unnamed;

use std::sync::Arc;

use crate::config::{Config, Publish};
use crate::finding::Finding;
use crate::model::{
    AgreementId, Claim, Document, DocumentId, Links, Organisation, Page, Term, WrittenPerson,
};
use crate::text::Snapshot;
use census::Census;
use directory::Directory;
pub(crate) use near::NearNames;
use order::Ranks;
use reporter::Reporter;

/// Resolves every name in `documents` (in the order of their paths) and `people`.
///
/// Of the snapshot only the list of assets and the sources' texts are looked at. What of people may not
/// be published is in it still: see [`discreet`].
pub(crate) fn organisation(
    snapshot: &Snapshot,
    config: &Config,
    documents: Vec<Arc<Document>>,
    people: &[WrittenPerson],
) -> (Organisation, Vec<Finding>) {
    let (census, mut findings) = Census::take(&documents, people, config);
    let directory = Directory::of(snapshot, census);
    let mut reporter = Reporter::new(&directory);
    let mut organisation = Organisation {
        parties: Arc::new(party::parties(&mut reporter)),
        people: Arc::new(person::people(&mut reporter)),
        pages: Arc::new(pages(&directory.census)),
        terms: Arc::new(terms(&directory.census)),
        ..Organisation::default()
    };
    let ranks = Ranks::of_titles(&organisation.parties);
    organisation.groups = Arc::new(group::groups(&directory.census, &organisation.parties, &ranks));
    let (links, claims) = all_links(&mut reporter, &organisation);
    organisation.links = Arc::new(links);
    organisation.claims = Arc::new(claims);
    findings.append(&mut reporter.findings);
    hold_together(&mut organisation, &ranks);
    mention::tell(&mut organisation, &directory.census, &documents);
    organisation.documents = documents;
    (organisation, findings)
}

/// The organisation without what of people may not be published; none where all of it may.
pub(crate) fn discreet(whole: &Organisation, publish: Publish) -> Option<Organisation> {
    (publish != Publish::Full).then(|| {
        let mut organisation = whole.clone();
        discretion::apply(&mut organisation, publish);
        organisation
    })
}

fn pages(census: &Census<'_>) -> Vec<Page> {
    let page = |document: &_| Page {
        document: *document,
        mentioned_by: Vec::new(),
    };
    census.pages.iter().map(page).collect()
}

fn terms(census: &Census<'_>) -> Vec<Term> {
    let term = |(document, entry): &(_, _)| Term {
        document: *document,
        entry: *entry,
        mentioned_by: Vec::new(),
    };
    census.terms.iter().map(term).collect()
}

/// What every reference and entry means, and all claims, in the order of documents and entries.
fn all_links(reporter: &mut Reporter<'_, '_>, organisation: &Organisation) -> (Vec<Links>, Vec<Claim>) {
    let found = reference::find_all(reporter.directory);
    let mut claims = Vec::new();
    let links = (0..).map(DocumentId).zip(found).map(|(id, found)| {
        // Findings and claims come in the order of documents: this part is done one after the other.
        relation::links(reporter, id, found, &organisation.groups, &mut claims)
    });
    let links = links.collect();
    (links, claims)
}

/// Agreements, delegated domains, roles of teams, people's roles: all that follows from what was looked
/// up.
fn hold_together(organisation: &mut Organisation, ranks: &Ranks) {
    let agreements = agreement::agreements(&organisation.parties, &organisation.claims);
    let numbered = (0..).map(AgreementId).zip(&agreements);
    let numbered = numbered.map(|(id, agreement)| ((agreement.provider, agreement.consumer), id));
    organisation.agreement_of = Arc::new(numbered.collect());
    let parties: &mut Vec<_> = Arc::make_mut(&mut organisation.parties);
    agreement::tell(parties, ranks, &agreements);
    organisation.agreements = Arc::new(agreements);
    structure::tell_parties(organisation, ranks);
    structure::tell_people(organisation, ranks);
}
