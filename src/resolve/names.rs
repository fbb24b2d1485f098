//! The index of names: what each name means.

use std::collections::BTreeMap;

use super::census::Census;
use crate::model::{GroupId, Node, PageId, PartyId, PersonId, TermId};
use crate::text::{SourcePath, normal};

/// A thing that has names. Of several sorts that share a name, the one further up is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Thing {
    Party(PartyId),
    Group(GroupId),
    Person(PersonId),
    Term(TermId),
    Page(PageId),
}

/// The sort of a [`Thing`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Sort {
    Party,
    Group,
    Person,
    Term,
    Page,
}

impl Sort {
    /// What can stand in a relation.
    pub(super) const RELATABLE: &[Sort] = &[Sort::Party, Sort::Group];
    /// All sorts, the first meant before the next.
    pub(super) const ALL: &[Sort] = &[Sort::Party, Sort::Group, Sort::Person, Sort::Term, Sort::Page];
}

impl Thing {
    /// Its sort.
    pub(super) const fn sort(self) -> Sort {
        match self {
            Self::Party(_) => Sort::Party,
            Self::Group(_) => Sort::Group,
            Self::Person(_) => Sort::Person,
            Self::Term(_) => Sort::Term,
            Self::Page(_) => Sort::Page,
        }
    }
}

impl From<Thing> for Node {
    fn from(thing: Thing) -> Self {
        match thing {
            Thing::Party(id) => Self::Party(id),
            Thing::Group(id) => Self::Group(id),
            Thing::Person(id) => Self::Person(id),
            Thing::Term(id) => Self::Term(id),
            Thing::Page(id) => Self::Page(id),
        }
    }
}

/// One of the things that a name means.
#[derive(Clone, Copy, Debug)]
pub(super) struct Sense<'a> {
    /// The thing.
    pub(super) thing: Thing,
    /// Whether the name is its id, or a page's path: what nothing else of its sort is called.
    pub(super) by_id: bool,
    /// The name as written.
    pub(super) written: &'a str,
}

/// What a name was found to mean.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Answer {
    Nothing,
    One(Thing),
    /// Several of one sort, by number.
    Many(Vec<Thing>),
}

/// Every name, as it is compared.
#[derive(Debug, Default)]
pub(super) struct Names<'a> {
    senses: BTreeMap<String, Vec<Sense<'a>>>,
}

impl<'a> Names<'a> {
    /// The names of everything there is.
    pub(super) fn of(census: &Census<'a>) -> Self {
        let mut names = Self::default();
        names.add_parties(census);
        for (thing, person) in (0..).map(|n| Thing::Person(PersonId(n))).zip(&census.people) {
            names.add(thing, true, person.id);
            names.add(thing, false, person.name);
            let page = person.document.map(|id| census.document(id));
            for alias in page.iter().flat_map(|page| &page.front.aliases) {
                names.add(thing, false, &alias.value);
            }
        }
        for (thing, group) in (0..).map(|n| Thing::Group(GroupId(n))).zip(&census.groups) {
            names.add(thing, true, &group.id);
            names.add(thing, false, &group.title);
        }
        names.add_pages(census);
        for senses in names.senses.values_mut() {
            senses.sort_by_key(|sense| (sense.thing, !sense.by_id));
            senses.dedup_by_key(|sense| sense.thing);
        }
        names
    }

    fn add_parties(&mut self, census: &Census<'a>) {
        for (thing, id) in (0..).map(|n| Thing::Party(PartyId(n))).zip(&census.parties) {
            let document = census.document(*id);
            self.add(thing, true, &document.id);
            self.add(thing, false, &document.title);
            for alias in &document.front.aliases {
                self.add(thing, false, &alias.value);
            }
        }
    }

    fn add_pages(&mut self, census: &Census<'a>) {
        for (thing, id) in (0..).map(|n| Thing::Page(PageId(n))).zip(&census.pages) {
            let document = census.document(*id);
            self.add(thing, true, page_name(&document.path));
            self.add(thing, false, &document.id);
            self.add(thing, false, &document.title);
            for alias in &document.front.aliases {
                self.add(thing, false, &alias.value);
            }
        }
        for (thing, (document, entry)) in (0..).map(|n| Thing::Term(TermId(n))).zip(&census.terms) {
            for name in &census.document(*document).terms[*entry].names {
                self.add(thing, false, name);
            }
        }
    }

    fn add(&mut self, thing: Thing, by_id: bool, written: &'a str) {
        let name = normal(written);
        if !name.is_empty() {
            let sense = Sense {
                thing,
                by_id,
                written,
            };
            self.senses.entry(name).or_default().push(sense);
        }
    }

    /// What `name` means among things of `sorts`, of which the first are meant before the next. An id is
    /// meant before a title or an alias.
    pub(super) fn find(&self, name: &str, sorts: &[Sort]) -> Answer {
        let Some(senses) = self.senses.get(&normal(name)) else {
            return Answer::Nothing;
        };
        for sort in sorts {
            let of_sort = || senses.iter().filter(|sense| sense.thing.sort() == *sort);
            if let Some(sense) = of_sort().find(|sense| sense.by_id) {
                return Answer::One(sense.thing);
            }
            let things: Vec<Thing> = of_sort().map(|sense| sense.thing).collect();
            match things.as_slice() {
                [] => {}
                [one] => return Answer::One(*one),
                _ => return Answer::Many(things),
            }
        }
        Answer::Nothing
    }

    /// Every name as it is compared, and what it means.
    pub(super) fn iter(&self) -> impl Iterator<Item = (&str, &[Sense<'a>])> {
        self.senses
            .iter()
            .map(|(name, senses)| (name.as_str(), senses.as_slice()))
    }
}

/// The name by which nothing but the page of that source is meant: its path, without the folder of all sources
/// and without its ending.
pub(super) fn page_name(path: &SourcePath) -> &str {
    let below = path.below_content().unwrap_or(path.as_str());
    below.rsplit_once('.').map_or(below, |(name, _)| name)
}
