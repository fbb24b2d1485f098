//! What the lists have on them, and how long lists are cut into sheets, each a page of its own.

use std::collections::BTreeMap;
use std::ops::Range;

use super::prepared::kept_in;
use super::sequence::Sequence;
use crate::config::Publish;
use crate::model::{DocumentId, Organisation, PageId, PartyId, PartyKind, PersonId, TermId};
use crate::text::unaccented;

/// A sheet has about so many bytes at most, beside what every page has.
const SHEET: usize = 230_000;

/// What a row of a table has around its links, and around each of them; what an entry of a plain list has.
const ROW: usize = 520;
const LINK: usize = 100;
const ENTRY: usize = 150;

/// What nothing but signs begins with.
pub(super) const SIGNS: &str = "#";

/// A list of the handbook.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum List {
    /// All parties of a kind.
    Parties(PartyKind),
    /// All people.
    People,
    /// Everything that has a name, from A to Z.
    Everything,
    /// Parties by their tags.
    Tags,
}

/// Something on a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Item {
    /// A party.
    Party(PartyId),
    /// A party by another of its names.
    Alias(String, PartyId),
    /// A party by one of its tags.
    Tagged(String, PartyId),
    /// A person.
    Person(PersonId),
    /// An ordinary page.
    Page(DocumentId),
    /// A term of the glossary.
    Term(TermId),
}

/// The lists of a handbook.
#[derive(Clone, Debug, Default)]
pub(crate) struct Listed(BTreeMap<List, Cut>);

/// A list, and where its sheets begin.
#[derive(Clone, Debug, Default)]
struct Cut {
    items: Vec<Item>,
    starts: Vec<usize>,
    /// The items with which another heading begins; none where there are no headings.
    headings: Vec<usize>,
}

impl Listed {
    /// The lists of what may be published.
    pub(crate) fn of(organisation: &Organisation, publish: Publish) -> Self {
        let sequence = Sequence::of(organisation);
        let kept = kept_in(organisation);
        let mut lists = BTreeMap::new();
        for kind in PartyKind::ALL {
            let ids = sequence.of_kind(kind).iter();
            let links = |id: &PartyId| {
                let party = organisation.party(*id);
                let roles = kept.get(id).map_or(0, Vec::len);
                roles + party.members.len() + party.keepers.iter().flatten().count() + party.tags.len()
            };
            let items = ids.map(|id| (Item::Party(*id), ROW + LINK * links(id)));
            lists.insert(List::Parties(kind), Cut::of(items));
        }
        if publish != Publish::None {
            let weight = |id: PersonId| {
                let person = organisation.person(id);
                ROW / 2 + LINK * (person.keeps.len() + person.teams.len())
            };
            let people = by_name(organisation).into_iter();
            let people = people.map(|id| (Item::Person(id), weight(id)));
            lists.insert(List::People, Cut::of(people));
        }
        let everything = everything(organisation, publish).into_iter();
        let everything = Cut::of(everything.map(|item| (item, ENTRY)));
        lists.insert(List::Everything, everything.with_headings(organisation));
        let tagged = tagged(organisation, &sequence).into_iter();
        let tagged = Cut::of(tagged.map(|item| (item, ENTRY)));
        lists.insert(List::Tags, tagged.with_headings(organisation));
        Self(lists)
    }

    /// How many sheets a list has; one, if nothing is on it.
    pub(crate) fn sheets(&self, list: List) -> usize {
        self.0.get(&list).map_or(1, |cut| cut.starts.len())
    }

    /// What is on a sheet.
    pub(crate) fn sheet(&self, list: List, sheet: usize) -> &[Item] {
        self.0.get(&list).map_or(&[], |cut| &cut.items[cut.range(sheet)])
    }

    /// The items with which another heading begins, each with its sheet, in order.
    pub(crate) fn headings(&self, list: List) -> impl Iterator<Item = (usize, &Item)> {
        let cut = self.0.get(&list).into_iter();
        cut.flat_map(|cut| cut.headings.iter().map(|at| (cut.sheet_of(*at), &cut.items[*at])))
    }

    /// On which sheet the parties of a tag begin.
    pub(crate) fn sheet_of_tag(&self, tag: &str) -> usize {
        let key = (unaccented(tag), tag);
        let sheet = |cut: &Cut| cut.sheet_of(cut.items.partition_point(|item| item.tag() < key));
        self.0.get(&List::Tags).map_or(0, sheet)
    }

    /// Whether there is anything on a list.
    pub(crate) fn has(&self, list: List) -> bool {
        self.0.get(&list).is_some_and(|cut| !cut.items.is_empty())
    }
}

impl Cut {
    /// Cuts items with their weights.
    fn of(weighed: impl Iterator<Item = (Item, usize)>) -> Self {
        let mut cut = Self {
            items: Vec::new(),
            starts: vec![0],
            headings: Vec::new(),
        };
        let mut taken = 0;
        for (item, weight) in weighed {
            if taken > 0 && taken + weight > SHEET {
                cut.starts.push(cut.items.len());
                taken = 0;
            }
            taken += weight;
            cut.items.push(item);
        }
        cut
    }

    fn with_headings(mut self, organisation: &Organisation) -> Self {
        let mut last = None;
        for (at, item) in self.items.iter().enumerate() {
            let heading = Some(item.heading(organisation));
            if heading != last {
                self.headings.push(at);
                last = heading;
            }
        }
        self
    }

    /// The sheet on which that item is.
    fn sheet_of(&self, item: usize) -> usize {
        self.starts
            .partition_point(|start| *start <= item)
            .saturating_sub(1)
    }

    fn range(&self, sheet: usize) -> Range<usize> {
        let end = |at: usize| self.starts.get(at).copied().unwrap_or(self.items.len());
        end(sheet)..end(sheet + 1)
    }
}

fn by_name(organisation: &Organisation) -> Vec<PersonId> {
    let mut people: Vec<PersonId> = (0..organisation.people.len()).map(PersonId::at).collect();
    people.sort_by_cached_key(|id| (organisation.person(*id).name.to_lowercase(), *id));
    people
}

/// Everything that has a name, by it; where accents and case make no difference, in the order of parties, people,
/// pages and terms.
fn everything(organisation: &Organisation, publish: Publish) -> Vec<Item> {
    let mut items = Vec::new();
    for (at, party) in organisation.parties.iter().enumerate() {
        let id = PartyId::at(at);
        items.push(Item::Party(id));
        items.extend(party.aliases.iter().map(|alias| Item::Alias(alias.clone(), id)));
    }
    if publish != Publish::None {
        items.extend((0..organisation.people.len()).map(|at| Item::Person(PersonId::at(at))));
    }
    let pages = (0..organisation.pages.len()).map(PageId::at);
    items.extend(pages.map(|id| Item::Page(organisation.page(id).document)));
    items.extend((0..organisation.terms.len()).map(|at| Item::Term(TermId::at(at))));
    items.sort_by_cached_key(|item| unaccented(item.name(organisation)));
    items
}

/// Parties by their tags, and by title within each.
fn tagged(organisation: &Organisation, sequence: &Sequence) -> Vec<Item> {
    let mut items = Vec::new();
    for kind in PartyKind::ALL {
        for id in sequence.of_kind(kind) {
            let tags = organisation.party(*id).tags.iter();
            items.extend(tags.map(|tag| Item::Tagged(tag.clone(), *id)));
        }
    }
    items.sort_by_cached_key(|item| {
        let (key, tag) = item.tag();
        (key, tag.to_owned())
    });
    items
}

impl Item {
    /// Its tag, and before that what it is sorted by; empty where it is listed by something else.
    fn tag(&self) -> (String, &str) {
        match self {
            Self::Tagged(tag, _) => (unaccented(tag), tag),
            _ => Default::default(),
        }
    }

    /// What it stands below where there are headings: its tag, or the letter with which it begins.
    pub(crate) fn heading(&self, organisation: &Organisation) -> String {
        if let Self::Tagged(tag, _) = self {
            return tag.clone();
        }
        let first = unaccented(self.name(organisation)).chars().next();
        let letter = first.filter(|first| first.is_alphabetic());
        letter.map_or_else(|| SIGNS.to_owned(), |letter| letter.to_uppercase().collect())
    }

    /// By what it is listed.
    pub(crate) fn name<'a>(&'a self, organisation: &'a Organisation) -> &'a str {
        match self {
            Self::Party(id) => &organisation.party(*id).title,
            Self::Alias(name, _) | Self::Tagged(name, _) => name,
            Self::Person(id) => &organisation.person(*id).name,
            Self::Page(id) => &organisation.document(*id).title,
            Self::Term(id) => {
                let term = organisation.term(*id);
                let entry = organisation.document(term.document).terms.get(term.entry);
                entry
                    .and_then(|entry| entry.names.first())
                    .map_or("", String::as_str)
            }
        }
    }
}
