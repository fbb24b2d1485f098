//! The schema: which sections a domain's description has, by which names they go, what they hold.

use crate::model::{PartyKind, SectionKind};

/// The sections that domains are asked for, in their order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Schema {
    /// The sections.
    pub sections: Vec<SectionRule>,
}

/// A section of the schema.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SectionRule {
    /// Its id, such as `key-responsibilities`.
    pub id: String,
    /// Its title in the handbook's language.
    pub title: String,
    /// Other titles that it goes by, in that language and in English.
    pub also: Vec<String>,
    /// What it holds.
    pub kind: SectionKind,
    /// The question that stands below its heading.
    pub prompt: Option<String>,
    /// Whether every domain of its kinds is asked for it.
    pub required: bool,
    /// The kinds of domains it is for.
    pub domains: Vec<PartyKind>,
}
