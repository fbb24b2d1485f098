//! Who or what is meant by a name at some time.

use std::collections::BTreeMap;

use super::version::Draft;
use crate::text::normal;

/// A source through all its paths and titles: a position in [`super::Chronicle::past`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct PastId(pub(super) usize);

/// What a name was found to mean.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Named {
    /// A role, a team, an external party, a page.
    Past(PastId),
    /// A person: the id, and the name.
    Person(String, String),
    /// Whoever keeps that role.
    KeepersOf(Box<Named>),
    /// Nobody for now.
    Vacant,
    /// Nothing that was ever described: as written.
    Words(String),
}

/// A name as it is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Written {
    Name(String),
    KeepersOf(String),
    Words(String),
    Vacant,
}

/// Whatever had a name at any time.
#[derive(Default)]
pub(super) struct Directory {
    past: BTreeMap<String, PastId>,
    people: BTreeMap<String, (String, String)>,
    titles: BTreeMap<PastId, String>,
}

impl Directory {
    /// Takes in a state of a source. What came first keeps a name: the newest state is to be given first.
    pub(super) fn add(&mut self, id: PastId, draft: &Draft) {
        self.titles.entry(id).or_insert_with(|| draft.title.clone());
        for name in [&draft.id, &draft.title].into_iter().chain(&draft.aliases) {
            self.past.entry(normal(name)).or_insert(id);
        }
    }

    /// Takes in a person of `people.toml`, the newest state first.
    pub(super) fn add_person(&mut self, id: &str, name: &str) {
        for key in [id, name] {
            let person = || (id.to_owned(), name.to_owned());
            self.people.entry(normal(key)).or_insert_with(person);
        }
    }

    /// What `name` means.
    pub(super) fn named(&self, name: &str) -> Named {
        let key = normal(name);
        let person = |(id, name): &(String, String)| Named::Person(id.clone(), name.clone());
        let past = self.past.get(&key).map(|id| Named::Past(*id));
        past.or_else(|| self.people.get(&key).map(person))
            .unwrap_or_else(|| Named::Words(name.to_owned()))
    }

    /// What is meant by what is written.
    pub(super) fn meant(&self, written: &Written) -> Named {
        match written {
            Written::Name(name) => self.named(name),
            Written::KeepersOf(name) => Named::KeepersOf(Box::new(self.named(name))),
            Written::Words(words) => Named::Words(words.clone()),
            Written::Vacant => Named::Vacant,
        }
    }

    /// What `name` is called.
    fn called(&self, name: &str) -> String {
        match self.named(name) {
            Named::Past(id) => self.titles.get(&id).cloned().unwrap_or_default(),
            Named::Person(_, name) | Named::Words(name) => name,
            Named::KeepersOf(_) | Named::Vacant => String::new(),
        }
    }

    /// Puts titles where a text has names between [`OPEN`] and [`CLOSE`].
    pub(super) fn filled(&self, text: &str) -> String {
        let mut out = String::with_capacity(text.len());
        let mut rest = text;
        while let Some((before, behind)) = rest.split_once(OPEN) {
            out.push_str(before);
            let (name, behind) = behind.split_once(CLOSE).unwrap_or((behind, ""));
            out.push_str(&self.called(name));
            rest = behind;
        }
        out.push_str(rest);
        out
    }
}

/// Begins a name within a text.
pub(super) const OPEN: char = '\u{2}';
/// Ends it.
pub(super) const CLOSE: char = '\u{3}';
