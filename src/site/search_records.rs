//! What can be searched for: parties, people, pages and terms, with what they say.

use std::collections::BTreeSet;

use super::summary::shortened;
use super::views::Views;
use crate::config::Publish;
use crate::model::{
    Block, Claim, Direction, DocumentId, Organisation, PartyId, PartyKind, PersonId, Section, SectionKind,
    TermId, Who,
};
use crate::search::{Field, Index, Kind, Language, Passage, Record};

/// Sections that say what a domain is responsible for.
const RESPONSIBILITIES: [&str; 3] = ["key-responsibilities", "accountabilities", "domains"];

/// What the search says.
const SENTENCES: [&str; 18] = [
    "search.title",
    "search.prompt",
    "search.failed",
    "search.none",
    "search.count.one",
    "search.count.other",
    "search.more",
    "search.close",
    "search.hint",
    "search.field-responsibility",
    "search.field-delivers",
    "search.field-needs",
    "kind.role",
    "kind.team",
    "kind.external",
    "kind.person",
    "kind.page",
    "kind.term",
];

/// A passage of prose is about so long, in bytes.
const PASSAGE: usize = 240;

/// How many records there are.
pub(super) fn count(organisation: &Organisation, publish: Publish) -> usize {
    let people = if publish == Publish::None {
        0
    } else {
        organisation.people.len()
    };
    organisation.parties.len() + people + organisation.pages.len() + organisation.terms.len()
}

impl Views<'_> {
    /// The index of all that can be searched for.
    pub(crate) fn search_index(&self) -> Index {
        let count = count(self.organisation, self.config.publish);
        Index::of(count, |at| self.search_record(at), self.language())
    }

    /// What can be searched for, by its number: first parties, then people, pages, terms.
    pub(crate) fn search_record(&self, at: usize) -> Record {
        let organisation = self.organisation;
        if at < organisation.parties.len() {
            return self.party_record(PartyId::at(at));
        }
        let mut at = at - organisation.parties.len();
        if self.names_people() {
            if at < organisation.people.len() {
                return self.person_record(PersonId::at(at));
            }
            at -= organisation.people.len();
        }
        match organisation.pages.get(at) {
            Some(page) => self.page_record(page.document),
            None => self.term_record(TermId::at(at - organisation.pages.len())),
        }
    }

    /// What queries mean beside their words, and what the search says.
    fn language(&self) -> Language {
        let say = |key: &str| self.words.say(&format!("search.{key}"), None, &[]);
        Language {
            tag: self.config.language.words,
            idle: say("idle"),
            responsibility: say("asks-responsibility"),
            delivers: say("asks-delivers"),
            needs: say("asks-needs"),
            sentences: SENTENCES
                .iter()
                .map(|key| (*key, self.words.say(key, None, &[])))
                .collect(),
        }
    }

    fn party_record(&self, id: PartyId) -> Record {
        let party = self.organisation.party(id);
        let mut passages = Vec::new();
        self.said_in(party.document, &mut passages);
        let mut told = BTreeSet::new();
        for claim in self.organisation.claims_in(party.document) {
            if told.insert((claim.document, claim.entry, claim.via)) {
                self.said_in_claim(claim, &mut passages);
            }
        }
        let keepers = party.keepers.iter().flatten().chain(&party.members);
        let names = keepers.filter_map(|keeper| match keeper.who {
            Who::Person(person) if self.names_people() => {
                Some(self.organisation.person(person).name.as_str())
            }
            _ => None,
        });
        let names: BTreeSet<&str> = names.collect();
        passages.extend(names.into_iter().map(|name| Passage {
            field: Field::Other,
            text: name.to_owned(),
            anchor: None,
            about: self.words.say("facts.keepers", None, &[]),
        }));
        let tags = party.tags.iter();
        passages.extend(tags.map(|tag| Passage {
            field: Field::Other,
            text: tag.clone(),
            anchor: None,
            about: self.words.say("facts.tags", None, &[]),
        }));
        Record {
            kind: match party.kind {
                PartyKind::Role => Kind::Role,
                PartyKind::Team => Kind::Team,
                PartyKind::External => Kind::External,
            },
            title: party.title.clone(),
            names: party.aliases.clone(),
            url: self.site.addresses.party(self.organisation, id).url(),
            anchor: None,
            passages,
        }
    }

    fn person_record(&self, id: PersonId) -> Record {
        let person = self.organisation.person(id);
        let mut passages = Vec::new();
        if let Some(document) = person.document {
            self.said_in(document, &mut passages);
        }
        let roles = person.keeps.iter().map(|(role, _)| *role);
        let parties: BTreeSet<PartyId> = roles.chain(person.teams.iter().copied()).collect();
        let titles: Vec<&str> = parties
            .iter()
            .map(|id| self.organisation.party(*id).title.as_str())
            .collect();
        if !titles.is_empty() {
            passages.push(Passage {
                field: Field::Purpose,
                text: titles.join(", "),
                anchor: None,
                about: String::new(),
            });
        }
        Record {
            kind: Kind::Person,
            title: person.name.clone(),
            names: Vec::new(),
            url: self.site.addresses.person(id).url(),
            anchor: None,
            passages,
        }
    }

    fn page_record(&self, id: DocumentId) -> Record {
        let mut passages = Vec::new();
        self.said_in(id, &mut passages);
        Record {
            kind: Kind::Page,
            title: self.organisation.document(id).title.clone(),
            names: Vec::new(),
            url: self.site.addresses.document(id).url(),
            anchor: None,
            passages,
        }
    }

    fn term_record(&self, id: TermId) -> Record {
        let term = self.organisation.term(id);
        let entry = self.organisation.document(term.document).terms.get(term.entry);
        let names = entry.map(|entry| entry.names.clone()).unwrap_or_default();
        Record {
            kind: Kind::Term,
            title: names.first().cloned().unwrap_or_default(),
            names: names.into_iter().skip(1).collect(),
            url: self.site.addresses.document(term.document).url(),
            anchor: entry.map(|entry| entry.anchor.clone()),
            passages: vec![Passage {
                field: Field::Purpose,
                text: self.meanings[id.index()].clone(),
                anchor: entry.map(|entry| entry.anchor.clone()),
                about: String::new(),
            }],
        }
    }

    /// What a document begins with and what its sections say; relations are told by their claims.
    fn said_in(&self, id: DocumentId, passages: &mut Vec<Passage>) {
        let document = self.organisation.document(id);
        let lead = |text| Passage {
            field: Field::Purpose,
            text,
            anchor: None,
            about: String::new(),
        };
        passages.extend(texts(&self.text(id, &document.lead.text)).map(lead));
        for section in &document.sections {
            self.said_in_section(id, section, passages);
        }
    }

    fn said_in_section(&self, id: DocumentId, section: &Section, passages: &mut Vec<Passage>) {
        let rule = section.rule.as_deref().unwrap_or_default();
        let field = match rule {
            "purpose" => Field::Purpose,
            rule if RESPONSIBILITIES.contains(&rule) => Field::Responsibility,
            _ => Field::Other,
        };
        let title = if field == Field::Other {
            self.text(id, &section.title.text)
        } else {
            String::new()
        };
        let passage = |text: String| Passage {
            field,
            text,
            anchor: Some(section.anchor.clone()),
            about: title.clone(),
        };
        for block in &section.blocks {
            let Block::Prose { prose, items } = block else {
                continue;
            };
            if items.is_empty() || section.kind == SectionKind::Prose {
                passages.extend(texts(&self.text(id, &prose.text)).map(passage));
            } else {
                let items = items.iter().map(|item| self.text(id, &item.text));
                let items = items.map(|text| text.trim().to_owned());
                passages.extend(items.filter(|text| !text.is_empty()).map(passage));
            }
        }
    }

    /// What is delivered or needed, an item each.
    fn said_in_claim(&self, claim: &Claim, passages: &mut Vec<Passage>) {
        let document = self.organisation.document(claim.document);
        let entry = document.entry(claim.entry);
        let about = claim.via.map_or_else(
            || &self.organisation.party(claim.other).title,
            |group| &self.organisation.group(group).title,
        );
        let passage = |text: String| Passage {
            field: match claim.direction {
                Direction::Delivers => Field::Delivers,
                Direction::Needs => Field::Needs,
            },
            text,
            anchor: self.claim_anchor(claim).map(str::to_owned),
            about: about.clone(),
        };
        if entry.items.is_empty() {
            passages.push(passage(shortened(&self.text(claim.document, &entry.body.text))));
        }
        let items = entry
            .items
            .iter()
            .map(|item| self.text(claim.document, &item.text));
        passages.extend(items.map(|text| passage(text.trim().to_owned())));
    }
}

/// Prose in pieces: line by line, short lines together.
fn texts(text: &str) -> impl Iterator<Item = String> {
    let mut texts: Vec<String> = Vec::new();
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        match texts.last_mut() {
            Some(last) if last.len() + line.len() < PASSAGE => {
                last.push(' ');
                last.push_str(line);
            }
            _ => texts.push(line.to_owned()),
        }
    }
    texts.into_iter()
}
