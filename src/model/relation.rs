//! Relations as written, and what they were found to mean.

use super::{
    ClaimId, EntryId, GroupId, Item, PageId, PartyId, PartyKind, PersonId, Prose, ReferenceId, TermId,
};
use crate::text::{SourcePath, Span};

/// How a relation is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EntryForm {
    /// A `###` heading with a body.
    Heading,
    /// A term of a definition list.
    Term,
    /// A list item that begins with a reference; also what stands between such items and names nobody.
    Item,
}

/// A relation as written: a party's name with what stands around it, and what is delivered or needed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// How it is written.
    pub form: EntryForm,
    /// The heading or term as written, the qualifier included; for an item its leading reference.
    /// Empty for an item that begins with none.
    pub lead: Prose,
    /// The lead's plain text as written, for looking it up where it holds no link.
    pub lead_text: String,
    /// The links in the lead.
    pub references: Vec<ReferenceId>,
    /// The heading's anchor; none for other forms.
    pub anchor: Option<String>,
    /// The lead's bytes; the item's for an item without a lead.
    pub span: Span,
    /// What is delivered or needed, as written.
    pub body: Prose,
    /// The same as items, nested ones below their parents; prose instead of a list is one item.
    pub items: Vec<Item>,
    /// The body's own entries, where it is a list in which every item begins with a reference: this
    /// entry is a grouping then, if its lead names no party. Empty otherwise.
    pub inner: Vec<EntryId>,
}

/// What an [`Entry`] was found to mean.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Meaning {
    /// Claims on relations with what the lead names.
    Claims(Vec<Meant>),
    /// A named group of the entries within it.
    Grouping,
    /// No relation: an item that begins with no party, in a list where others do.
    Plain,
    /// A name that nothing answers to; shown as written.
    Unknown,
}

/// One name in an entry's lead, and the claims that follow from it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Meant {
    /// One party.
    Party(ClaimId),
    /// A set, claimed for each of its members.
    Group(GroupId, Vec<ClaimId>),
}

/// What a reference was found to lead to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Target {
    /// What it leads to.
    pub node: Node,
    /// The anchor there; checked, unless the node is a URL or an asset. None for a term, which has but one.
    pub anchor: Option<String>,
}

/// A thing that a reference can lead to.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Node {
    /// A role, a team, an external party.
    Party(PartyId),
    /// A person.
    Person(PersonId),
    /// An ordinary page.
    Page(PageId),
    /// A glossary term.
    Term(TermId),
    /// A set of parties.
    Group(GroupId),
    /// The list of all parties of a kind.
    Index(PartyKind),
    /// The list of all people.
    People,
    /// A file that is published as it is.
    Asset(SourcePath),
    /// Somewhere outside, as written.
    Url(String),
    /// The page it stands on.
    Here,
    /// Nothing answers to it.
    Missing,
}
