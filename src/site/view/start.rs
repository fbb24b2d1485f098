//! Where to start for someone new in a role.

use serde::Serialize;

use super::{FootnoteView, HolderView, Link, SectionView};

/// What the template of `start` sees as `start`.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct StartView {
    /// The role.
    pub role: Link,
    /// The first sentence of its purpose.
    pub summary: String,
    /// The team within which; none where the role is kept in no team in particular.
    pub team: Option<Link>,
    /// Who delegated the role.
    pub delegators: Vec<HolderView>,
    /// Who keeps it there.
    pub keepers: Vec<HolderView>,
    /// How to reach the role.
    pub contact: Option<Link>,
    /// The sections before those about relations: what the role is there for.
    pub introduction: Vec<SectionView>,
    /// On whom the role relies.
    pub relies_on: Vec<StartRow>,
    /// Whom it serves.
    pub serves: Vec<StartRow>,
    /// Everyone at the other ends, by name, each once.
    pub people: Vec<Acquaintance>,
    /// The footnotes of the sections.
    pub footnotes: Vec<FootnoteView>,
}

/// One relation of the role.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct StartRow {
    /// The party at the other end.
    pub other: Link,
    /// `role`, `team` or `external`.
    pub kind: &'static str,
    /// Who that is, seen from the team; the first of them.
    pub people: Vec<Link>,
    /// How many more there are.
    pub more_people: usize,
    /// How to reach that party.
    pub contact: Option<Link>,
    /// What is delivered, as plain text: the role's own words, or else the other end's; the first of them.
    pub items: Vec<String>,
    /// How many more there are.
    pub more_items: usize,
    /// `mutual`, `expected`, `offered` or `external`.
    pub state: &'static str,
}

/// Someone at the other end.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Acquaintance {
    /// The person.
    pub person: Link,
    /// The roles in which the person stands there.
    pub roles: Vec<Link>,
    /// Whether the role relies on one of them.
    pub relied_on: bool,
    /// Whether it serves one of them.
    pub served: bool,
}
