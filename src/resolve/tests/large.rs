//! A large handbook: a loop over all pairs of things would be noticed here.

use std::sync::Arc;

use crate::config::{Config, Schema};
use crate::finding::Finding;
use crate::model::{
    Block, Document, DocumentKind, Entry, EntryForm, EntryId, FrontMatter, Item, Organisation, PartyKind,
    Prose, Reference, ReferenceForm, ReferenceId, Section, SectionKind, Spot, Tenure, WrittenHolder,
    WrittenWho,
};
use crate::resolve::organisation;
use crate::text::{Snapshot, SourceId, SourcePath, Span};

const ROLES: usize = 4_000;

/// A role with eight relations and twelve links, made by hand: what is measured is resolving.
fn role(number: usize, name: impl Fn(usize) -> String) -> Document {
    let nearby = |step: usize| name((number + step * 7 + 1) % ROLES);
    let references: Vec<Reference> = (0..20)
        .map(|step| Reference {
            form: ReferenceForm::Wikilink,
            name: nearby(step),
            anchor: (step >= 16).then(|| "purpose".to_owned()),
            tooltip: String::new(),
            span: Span::default(),
        })
        .collect();
    let entries: Vec<Entry> = (0..8)
        .map(|reference| Entry {
            form: EntryForm::Heading,
            lead: Prose::default(),
            lead_text: String::new(),
            references: vec![ReferenceId(reference)],
            anchor: None,
            span: Span::default(),
            body: Prose::default(),
            items: vec![Item::default()],
            inner: Vec::new(),
        })
        .collect();
    let section = |kind, entries: std::ops::Range<u32>| Section {
        rule: None,
        kind,
        title: Prose::default(),
        title_text: String::new(),
        anchor: "purpose".to_owned(),
        span: Span::default(),
        blocks: vec![Block::Relations(entries.map(EntryId).collect())],
    };
    let spot = |value| Spot {
        value,
        span: Span::default(),
    };
    let holder = |value| WrittenHolder {
        who: WrittenWho::Name(spot(value)),
        team: None,
        tenure: Tenure::default(),
        span: Span::default(),
    };
    let id = format!("role-{number:05}");
    Document {
        source: SourceId(0),
        path: SourcePath::new(&format!("content/roles/{id}.md")).unwrap(),
        kind: DocumentKind::Party(PartyKind::Role),
        id,
        front: FrontMatter {
            aliases: vec![spot(format!("Alias {number}"))],
            delegators: (number > 0)
                .then(|| holder(name(number / 10)))
                .into_iter()
                .collect(),
            ..FrontMatter::default()
        },
        title: format!("The role {number:05}"),
        title_span: Span::default(),
        lead: Prose::default(),
        sections: vec![
            section(SectionKind::Deliverables, 0..4),
            section(SectionKind::Needs, 4..8),
        ],
        entries,
        footnotes: Vec::new(),
        references,
        anchors: vec![crate::model::Anchor {
            id: "purpose".to_owned(),
            text: crate::model::Template::default(),
            level: 2,
            span: Span::default(),
        }],
        terms: Vec::new(),
    }
}

fn resolved(name: impl Fn(usize) -> String) -> (Organisation, Vec<Finding>) {
    let documents = (0..ROLES).map(|number| Arc::new(role(number, &name))).collect();
    let config = Config {
        schema: Schema::new(Vec::new()),
        ..Config::default()
    };
    organisation(&Snapshot::default(), &config, documents, &[])
}

#[test]
fn a_large_handbook_is_resolved_whole() {
    let (organisation, findings) = resolved(|number| format!("The Role {number:05}"));
    assert_eq!(organisation.claims.len(), ROLES * 8);
    assert!(
        organisation
            .parties
            .iter()
            .all(|party| party.mentioned_by.len() == 12)
    );
    assert_eq!(findings, []);
}

#[test]
fn near_names_are_looked_for_until_it_would_take_too_long() {
    let (_, findings) = resolved(|number| format!("The rule {number:05}"));
    let is_near = |number: usize| {
        let name = format!("`The rule {number:05}`");
        let mut about = findings.iter().filter(|finding| finding.message.contains(&name));
        about.any(|finding| {
            finding
                .help
                .iter()
                .any(|help| help.starts_with("did you mean `The role"))
        })
    };
    assert!(is_near(0), "the first in the order of reading");
    assert!(!is_near(ROLES - 1), "each would be compared with all others");
}
