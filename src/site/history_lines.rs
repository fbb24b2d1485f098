//! One commit's changes, line by line, as they stand on a page.

use super::here::Here;
use super::history_view::{About, ToldOnce, words};
use super::summary::shortened;
use super::view::{ChangeView, ItemView, LineView, Link};
use super::views::Views;
use crate::config::Publish;
use crate::history::{Chronicle, Fact, Fate, Items, Line, Named, PastId, Told};
use crate::model::{Direction, DocumentKind, PersonId};

/// How many items are told of one section or relation.
const MOST_ITEMS: usize = 12;

/// Tells of changes on a page.
pub(super) struct Teller<'v, 'a> {
    pub(super) views: &'v Views<'a>,
    pub(super) chronicle: &'v Chronicle,
    pub(super) here: &'v Here<'v>,
    /// What the page is about; none where it is about everything.
    pub(super) about: Option<&'v About>,
}

impl Teller<'_, '_> {
    /// What one commit changed about a source; none where nothing of it is to be told here.
    pub(super) fn change(&self, told: &Told) -> Option<ChangeView> {
        let views = self.views;
        let (subject, kind) = match told.subject {
            None if views.told() == ToldOnce::Words => (words(&views.word("nav.people")), "people"),
            None => return None,
            Some(id) => (self.past(id)?, self.kind(id)),
        };
        if kind == "person" && views.config.publish != Publish::Full {
            return None;
        }
        let is_own = |line: &&Line| {
            self.about.is_none_or(|about| match views.told() {
                ToldOnce::That => about.is_of(told),
                ToldOnce::Words | ToldOnce::Parties => about.has(told, line),
            })
        };
        let lines = told.lines.iter().filter(is_own);
        let mut lines: Vec<LineView> = lines
            .filter_map(|line| match views.told() {
                ToldOnce::Words => self.line(line),
                ToldOnce::Parties => self.line_of_parties(line),
                ToldOnce::That => self.bare_line(line),
            })
            .collect();
        lines.dedup();
        (!lines.is_empty()).then_some(ChangeView { subject, kind, lines })
    }

    fn kind(&self, id: PastId) -> &'static str {
        match self.chronicle.past(id).kind {
            DocumentKind::Party(kind) => kind.name(),
            DocumentKind::Person => "person",
            DocumentKind::Glossary | DocumentKind::Page => "page",
        }
    }

    /// A source, leading to its page where there still is one.
    fn past(&self, id: PastId) -> Option<Link> {
        let views = self.views;
        let past = self.chronicle.past(id);
        if past.kind == DocumentKind::Person && !views.names_people() {
            return None;
        }
        let document = past.path.as_ref().and_then(|path| views.document_at(path));
        // Of people only the published have a title.
        let known = document.filter(|id| !views.organisation.document(*id).title.is_empty());
        if known.is_none() && views.told() != ToldOnce::Words {
            return None;
        }
        Some(known.map_or_else(|| words(&past.title), |id| views.document_link(id, self.here)))
    }

    fn line(&self, line: &Line) -> Option<LineView> {
        let views = self.views;
        let plain = |fate: &'static str, label: String| LineView {
            fate,
            label,
            who: None,
            team: None,
            items: Vec::new(),
            more: 0,
        };
        Some(match line {
            Line::Came => plain("came", String::new()),
            Line::Went => plain("went", String::new()),
            Line::Changed => plain(Fate::Changed.name(), views.word("history.text")),
            Line::Renamed(before) => plain("renamed", views.word_of("history.renamed", before)),
            Line::Fact {
                fact,
                fate,
                who,
                team,
            } => {
                if *fact == Fact::Person && !views.names_people() {
                    return None;
                }
                LineView {
                    who: self.who(*fact, who),
                    team: team.as_ref().and_then(|team| self.named(team)),
                    ..plain(fate.name(), views.word(fact.word()))
                }
            }
            Line::Said { heading, items } => {
                let heading = if heading.is_empty() {
                    views.word("history.text")
                } else {
                    heading.clone()
                };
                self.with_items(plain(only(items).name(), heading), items)
            }
            Line::Relation {
                direction,
                other,
                fate,
                items,
            } => {
                let key = match direction {
                    Direction::Delivers => "graph.stakeholders",
                    Direction::Needs => "graph.dependencies",
                };
                let line = LineView {
                    who: self.named(other),
                    ..plain(fate.name(), views.word(key))
                };
                self.with_items(line, items)
            }
        })
    }

    /// The same without people, and without what was written once: parties that there are still.
    fn line_of_parties(&self, line: &Line) -> Option<LineView> {
        let is_named = |who: &Named| self.named(who).is_some_and(|link| link.href.is_some());
        match line {
            Line::Came | Line::Changed => self.line(line),
            Line::Said { .. } => self.line(&Line::Changed),
            Line::Fact { who, team, .. } => {
                let is_whole = is_named(who) && team.as_ref().is_none_or(is_named);
                is_whole.then(|| self.line(line)).flatten()
            }
            Line::Relation { other, .. } => is_named(other).then(|| self.line(line)).flatten(),
            Line::Went | Line::Renamed(_) => None,
        }
    }

    /// That something changed.
    fn bare_line(&self, line: &Line) -> Option<LineView> {
        self.line(match line {
            Line::Came => line,
            _ => &Line::Changed,
        })
    }

    fn who(&self, fact: Fact, who: &Named) -> Option<Link> {
        let views = self.views;
        match (fact, who) {
            (Fact::Reviewed, Named::Words(day)) => Some(words(&views.words.date(day))),
            (Fact::Contact, Named::Words(contact)) => Some(words(contact)),
            _ => self.named(who),
        }
    }

    fn named(&self, named: &Named) -> Option<Link> {
        let views = self.views;
        match named {
            Named::Past(id) => self.past(*id),
            Named::Person(id, name) => {
                if !views.names_people() {
                    return None;
                }
                let people = &views.organisation.people;
                let known = people.binary_search_by(|person| person.id.cmp(id)).ok();
                Some(known.map_or_else(
                    || words(name),
                    |at| views.person_link(PersonId::at(at), self.here),
                ))
            }
            Named::KeepersOf(role) => {
                let role = self.named(role)?;
                let title = format!("{} {}", views.word("holder.keepers-of"), role.title);
                Some(Link { title, ..role })
            }
            Named::Vacant => Some(words(&views.word("holder.place"))),
            // It may be somebody's name.
            Named::Words(text) => (views.told() == ToldOnce::Words).then(|| words(text)),
        }
    }

    fn with_items(&self, mut line: LineView, items: &Items) -> LineView {
        if self.views.told() != ToldOnce::Words {
            return line;
        }
        let one = |fate: Fate, text: &str, before: Option<&str>| ItemView {
            fate: fate.name(),
            text: shortened(text),
            before: before.map(shortened),
        };
        let gained = items.gained.iter().map(|text| one(Fate::Gained, text, None));
        let lost = items.lost.iter().map(|text| one(Fate::Lost, text, None));
        let reworded = items.reworded.iter();
        let reworded = reworded.map(|(before, after)| one(Fate::Changed, after, Some(before)));
        let mut all: Vec<ItemView> = gained.chain(reworded).chain(lost).collect();
        line.more = all.len().saturating_sub(MOST_ITEMS);
        all.truncate(MOST_ITEMS);
        line.items = all;
        line
    }
}

/// Whether all that changed came, or went.
fn only(items: &Items) -> Fate {
    match (
        items.gained.is_empty(),
        items.lost.is_empty(),
        items.reworded.is_empty(),
    ) {
        (false, true, true) => Fate::Gained,
        (true, false, true) => Fate::Lost,
        _ => Fate::Changed,
    }
}
