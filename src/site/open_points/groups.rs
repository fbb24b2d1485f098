//! Open points in groups: by the page that they concern, by kind, by who answers for them.

use std::collections::BTreeMap;

use super::responsible::{Responsible, responsible};
use super::{Grouping, Point};
use crate::check::catalogue;
use crate::finding::Kind;
use crate::model::{PartyKind, PersonId};
use crate::site::page::Page;
use crate::site::views::Views;
use crate::text::SourceId;

/// What a point concerns: a page, or a source that has none.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Subject {
    Page(Page),
    Source(SourceId),
}

/// A point in a group.
#[derive(Clone, Copy, Debug)]
pub(super) struct Entry<'a> {
    pub(super) subject: Subject,
    pub(super) point: Point<'a>,
    /// Whether the person above answers for it only because nobody keeps the role.
    pub(super) delegated: bool,
}

/// What points have in common.
#[derive(Clone, Copy, Debug)]
pub(super) enum Title {
    Subject(Subject),
    Kind(&'static Kind),
    Person(PersonId),
    /// Nobody answers for them.
    Nobody,
}

pub(super) type Group<'a> = (Title, Vec<Entry<'a>>);

impl<'a> Views<'a> {
    /// All open points in groups; within each in the order of pages.
    pub(super) fn groups(&self, grouping: Grouping) -> Vec<Group<'a>> {
        let by_subject = self.by_subject();
        match grouping {
            Grouping::Role => {
                let groups = by_subject.into_iter();
                groups
                    .map(|(subject, entries)| (Title::Subject(subject), entries))
                    .collect()
            }
            Grouping::Kind => by_kind(by_subject),
            Grouping::Person => self.by_person(by_subject),
        }
    }

    /// The points of each page: roles first, then teams, external parties, ordinary pages, people, and files
    /// that have no page.
    fn by_subject(&self) -> Vec<(Subject, Vec<Entry<'a>>)> {
        let mut groups: BTreeMap<Subject, Vec<Entry<'a>>> = BTreeMap::new();
        for point in self.open_points.all() {
            let place = point.finding.place.place;
            let page = self.open_points.page_at(place);
            let subject = page.map_or(Subject::Source(place.source), |(page, _)| Subject::Page(page));
            groups.entry(subject).or_default().push(Entry {
                subject,
                point,
                delegated: false,
            });
        }
        let parties = PartyKind::ALL
            .into_iter()
            .flat_map(|kind| self.sequence.of_kind(kind));
        let ranks: BTreeMap<_, usize> = parties.copied().zip(0..).collect();
        let mut groups: Vec<_> = groups.into_iter().collect();
        groups.sort_by_cached_key(|(subject, _)| match subject {
            Subject::Page(Page::Party(_, id)) => (0, ranks.get(id).copied(), String::new()),
            Subject::Page(Page::Person(id)) => (2, None, self.organisation.person(*id).name.to_lowercase()),
            Subject::Page(_) => (1, None, String::new()),
            Subject::Source(_) => (3, None, String::new()),
        });
        groups
    }

    fn by_person(&self, by_subject: Vec<(Subject, Vec<Entry<'a>>)>) -> Vec<Group<'a>> {
        let mut of_people: BTreeMap<PersonId, Vec<Entry<'a>>> = BTreeMap::new();
        let mut of_nobody = Vec::new();
        for (subject, entries) in by_subject {
            let who = match subject {
                Subject::Page(page) => responsible(self.organisation, page),
                Subject::Source(_) => Responsible::default(),
            };
            for person in &who.people {
                let delegated = who.as_delegators;
                let own = entries.iter().map(|entry| Entry { delegated, ..*entry });
                of_people.entry(*person).or_default().extend(own);
            }
            if who.people.is_empty() {
                of_nobody.extend(entries);
            }
        }
        let mut people: Vec<_> = of_people.into_iter().collect();
        people.sort_by_cached_key(|(id, _)| (self.organisation.person(*id).name.to_lowercase(), *id));
        let people = people
            .into_iter()
            .map(|(id, entries)| (Title::Person(id), entries));
        let nobody = Some((Title::Nobody, of_nobody)).filter(|(_, entries)| !entries.is_empty());
        people.chain(nobody).collect()
    }
}

/// In the order in which kinds are listed everywhere.
fn by_kind<'a>(by_subject: Vec<(Subject, Vec<Entry<'a>>)>) -> Vec<Group<'a>> {
    let mut of_kinds: BTreeMap<&str, Vec<Entry<'a>>> = BTreeMap::new();
    for entry in by_subject.into_iter().flat_map(|(_, entries)| entries) {
        of_kinds
            .entry(entry.point.finding.kind.name)
            .or_default()
            .push(entry);
    }
    let kinds = catalogue();
    kinds
        .filter_map(|kind| Some((Title::Kind(kind), of_kinds.remove(kind.name)?)))
        .collect()
}
