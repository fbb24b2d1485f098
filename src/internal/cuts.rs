//! What is cut out of sources that stay.

use std::collections::{BTreeMap, BTreeSet};

use super::front::{self, Entry};
use super::leaks::Names;
use super::{Internal, Whole, marks};
use crate::finding::{Finding, kind};
use crate::model::{self, Document, DocumentId, Holder, Meaning, Meant, Party, PartyId, Spot, Who};
use crate::parse::{self, Extent};
use crate::text::{Place, Source, Span, normal};

/// Adds what is cut out of each source that stays; gives marks that mark nothing.
pub(super) fn add(internal: &mut Internal, whole: Whole<'_>) -> Vec<Finding> {
    let Whole {
        snapshot,
        config,
        organisation,
        translations,
        ..
    } = whole;
    let names = Names::of(internal, whole);
    let parties: BTreeMap<DocumentId, &Party> = organisation
        .parties
        .iter()
        .map(|party| (party.document, party))
        .collect();
    let mut translated: BTreeMap<DocumentId, Vec<&Document>> = BTreeMap::new();
    for (original, translation) in translations {
        translated.entry(*original).or_default().push(translation);
    }
    let mut found = Vec::new();
    let mut unused: Vec<&Spot<String>> = config
        .internal
        .sections
        .iter()
        .chain(&config.internal.fields)
        .collect();
    for id in (0..organisation.documents.len()).map(DocumentId::at) {
        let document = organisation.document(id);
        if internal.documents.contains(&id) {
            continue;
        }
        let source = snapshot.source(document.source);
        let own = match &document.front.internal {
            model::Internal::Parts(names) => names.as_slice(),
            model::Internal::Nothing | model::Internal::Whole => &[],
        };
        let mut cutter = Cutter::of(source, document);
        for (rules, is_own) in [
            (own, true),
            (&config.internal.sections, false),
            (&config.internal.fields, false),
        ] {
            for rule in rules {
                let is_there = cutter.part(&rule.value);
                if is_there {
                    unused.retain(|other| !std::ptr::eq(*other, rule));
                } else if is_own {
                    let place = Place::new(document.source, rule.span);
                    let message = format!("there is no section, no field and no key `{}` here", rule.value);
                    found.push(marks::nothing(place, message));
                }
            }
        }
        cutter.key("internal");
        if let Some(party) = parties.get(&id) {
            cutter.holders(internal, whole, party);
        }
        cutter.relations(internal, whole, id);
        for translation in translated.get(&id).into_iter().flatten() {
            let mut own = Cutter::of(snapshot.source(translation.source), translation);
            found.extend(own.like(&cutter, &names));
            internal.cuts.insert(translation.source, own.finished());
        }
        internal.cuts.insert(document.source, cutter.finished());
    }
    let book = snapshot.config.unwrap_or(crate::text::SourceId(0));
    found.extend(unused.into_iter().map(|rule| {
        let message = format!("no source has a section, a field or a key `{}`", rule.value);
        marks::nothing(Place::new(book, rule.span), message)
    }));
    let people = &organisation.people;
    let marked = internal.people.iter().map(|id| &people[id.index()]);
    let tables: BTreeSet<&str> = marked.map(|person| person.id.as_str()).collect();
    for (id, source) in snapshot
        .iter()
        .filter(|(_, source)| parse::is_people(&source.path))
    {
        let entries = front::entries(&source.text, 0).into_iter();
        let own = entries.filter(|entry| entry.field.is_none() && tables.contains(entry.name.as_str()));
        internal.cuts.insert(id, own.map(|entry| entry.whole).collect());
    }
    found
}

/// Collects what is cut out of one source.
struct Cutter<'a> {
    source: &'a Source,
    document: &'a Document,
    entries: Vec<Entry>,
    extents: Vec<Extent>,
    /// The sections that are cut, by their position.
    sections: BTreeSet<usize>,
    /// The own fields that are cut, by their position.
    fields: BTreeSet<usize>,
    cuts: Vec<Span>,
}

impl<'a> Cutter<'a> {
    fn of(source: &'a Source, document: &'a Document) -> Self {
        let (front, offset) = parse::front(&source.text);
        Self {
            source,
            document,
            entries: front::entries(front, offset),
            extents: parse::extents(&source.text),
            sections: BTreeSet::new(),
            fields: BTreeSet::new(),
            cuts: Vec::new(),
        }
    }

    /// Cuts the section, the field or the key of that name; says whether there is one.
    fn part(&mut self, name: &str) -> bool {
        let key = normal(name);
        let sections = self.document.sections.iter().enumerate();
        let own: Vec<usize> = sections
            .filter(|(_, section)| {
                section.rule.as_deref() == Some(name) || normal(&section.title_text) == key
            })
            .map(|(at, _)| at)
            .collect();
        for at in &own {
            self.section(*at);
        }
        let fields = self.document.front.fields.iter().enumerate();
        let fields: Vec<usize> = fields
            .filter(|(_, (field, _))| normal(field) == key)
            .map(|(at, _)| at)
            .collect();
        for at in &fields {
            self.field(*at);
        }
        let keys = self
            .entries
            .iter()
            .filter(|entry| entry.field.is_none() && entry.name == name);
        let keys: Vec<Span> = keys.map(|entry| entry.whole).collect();
        let is_there = !own.is_empty() || !fields.is_empty() || !keys.is_empty();
        self.cuts.extend(keys);
        is_there
    }

    fn section(&mut self, at: usize) {
        self.sections.insert(at);
        let start = self.document.sections[at].span.start;
        let whole = self
            .extents
            .iter()
            .find(|extent| extent.lead.start <= start && start < extent.lead.end);
        self.cuts.extend(whole.map(|extent| extent.whole));
    }

    fn field(&mut self, at: usize) {
        self.fields.insert(at);
        let name = &self.document.front.fields[at].0;
        let own = self
            .entries
            .iter()
            .find(|entry| entry.field.as_deref() == Some(name));
        self.cuts.extend(own.map(|entry| entry.whole));
    }

    /// Cuts keepers, members, delegators and the team, where they are internal themselves, or in a team that is.
    fn holders(&mut self, internal: &Internal, whole: Whole<'_>, party: &Party) {
        let hides_team = |team: Option<PartyId>| team.is_some_and(|team| internal.hides(whole, team));
        let is_internal = |holder: &Holder| {
            hides_team(holder.team)
                || match &holder.who {
                    Who::Person(person) => internal.people.contains(person),
                    Who::Party(other) | Who::KeepersOf(other) => internal.hides(whole, *other),
                    Who::Text(_) | Who::Vacant | Who::Unknown(_) => false,
                }
        };
        let lists: [(&str, Vec<&Holder>); 3] = [
            ("keepers", party.keepers.iter().flatten().collect()),
            ("members", party.members.iter().collect()),
            ("delegator", party.delegators.iter().collect()),
        ];
        for (key, holders) in lists {
            let hidden = holders.iter().filter(|holder| is_internal(holder));
            let hidden: Vec<Span> = hidden.map(|holder| holder.place.span).collect();
            if hidden.len() == holders.len() {
                // With nobody left it would read as if nobody kept it.
                if !hidden.is_empty() {
                    self.key(key);
                }
                continue;
            }
            let text = &self.source.text;
            self.cuts
                .extend(hidden.into_iter().map(|span| front::element(text, span)));
        }
        if self.document.front.team.is_some() && hides_team(party.team) {
            self.key("team");
        }
    }

    fn key(&mut self, name: &str) {
        let own = self
            .entries
            .iter()
            .find(|entry| entry.field.is_none() && entry.name == name);
        self.cuts.extend(own.map(|entry| entry.whole));
    }

    /// Cuts relations with those who are internal.
    fn relations(&mut self, internal: &Internal, whole: Whole<'_>, id: DocumentId) {
        let organisation = whole.organisation;
        let meanings = organisation.links_of(id).entries.iter();
        for (entry, meaning) in self.document.entries.iter().zip(meanings) {
            let Meaning::Claims(meant) = meaning else {
                continue;
            };
            let mut single = meant.iter().map(|meant| match meant {
                Meant::Party(claim) => Some(organisation.claim(*claim).other),
                Meant::Group(..) => None,
            });
            if single.all(|other| other.is_some_and(|other| internal.hides(whole, other))) {
                self.extent(entry.span);
            }
        }
    }

    /// Cuts the smallest thing that begins with what stands at `span`.
    fn extent(&mut self, span: Span) {
        let around = self
            .extents
            .iter()
            .filter(|extent| extent.lead.start <= span.start && span.start < extent.lead.end);
        let smallest = around.min_by_key(|extent| extent.whole.end - extent.whole.start);
        self.cuts.extend(smallest.map(|extent| extent.whole));
    }

    /// Cuts of a translation what is cut of its original.
    fn like(&mut self, original: &Cutter<'_>, names: &Names) -> Option<Finding> {
        let own = |cutter: &Cutter<'_>| -> Vec<usize> {
            let sections = cutter.document.sections.iter().enumerate();
            sections
                .filter(|(_, section)| section.rule.is_none())
                .map(|(at, _)| at)
                .collect()
        };
        let (theirs, ours) = (own(original), own(self));
        let mut is_unclear = false;
        for at in &original.sections {
            match &original.document.sections[*at].rule {
                Some(rule) => {
                    let sections = self.document.sections.iter().enumerate();
                    let same = sections.filter(|(_, section)| section.rule.as_ref() == Some(rule));
                    for at in same.map(|(at, _)| at).collect::<Vec<_>>() {
                        self.section(at);
                    }
                }
                None if theirs.len() == ours.len() => {
                    let position = theirs.iter().position(|other| other == at).unwrap_or_default();
                    self.section(ours[position]);
                }
                None => is_unclear |= !ours.is_empty(),
            }
        }
        if !original.fields.is_empty() {
            if original.document.front.fields.len() == self.document.front.fields.len() {
                for at in &original.fields {
                    self.field(*at);
                }
            } else {
                self.key("fields");
            }
        }
        for entry in &self.document.entries {
            let mut references = entry
                .references
                .iter()
                .map(|id| self.document.reference(*id).name.as_str());
            let is_named = if entry.references.is_empty() {
                names.has(&entry.lead_text)
            } else {
                references.all(|name| names.has(name))
            };
            if is_named {
                self.extent(entry.span);
            }
        }
        is_unclear.then(|| {
            let place = Place::top(self.document.source);
            let finding = Finding::new(
                &kind::INTERNAL_LEAK,
                place,
                "which of its sections are internal can't be told: the original has others",
            );
            finding.help("give it the same sections as the original, in the same order")
        })
    }

    /// What is cut, in the order of writing; footnotes' texts stay, as long as they are referred to elsewhere.
    fn finished(self) -> Vec<Span> {
        let (_, front_end) = parse::front(&self.source.text);
        let kept = parse::footnote_texts(&self.source.text);
        let mut cuts = Vec::new();
        for cut in self.cuts {
            let mut start = cut.start;
            let inside = kept
                .iter()
                .filter(|kept| cut.start >= front_end && cut.start < kept.start && kept.end <= cut.end);
            for kept in inside {
                cuts.push(Span::new(start, kept.start));
                start = kept.end;
            }
            cuts.push(Span::new(start, cut.end));
        }
        cuts.sort_by_key(|cut| (cut.start, cut.end));
        cuts
    }
}

impl Internal {
    /// Whether a party is left out.
    pub(super) fn hides(&self, whole: Whole<'_>, party: PartyId) -> bool {
        self.documents.contains(&whole.organisation.party(party).document)
    }
}
