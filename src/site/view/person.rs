//! A person.

use serde::Serialize;

use super::{Counterpart, FootnoteView, HolderView, Link};

/// What the template of `person` sees as `person`.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct PersonView {
    /// The id.
    pub id: String,
    /// The name.
    pub name: String,
    /// The initials.
    pub initials: String,
    /// The address of the picture.
    pub picture: Option<String>,
    /// How to reach them.
    pub contact: Option<Link>,
    /// Links.
    pub links: Vec<Link>,
    /// Pronouns.
    pub pronouns: Option<String>,
    /// Where they work.
    pub location: Option<String>,
    /// Their own text.
    pub text_html: String,
    /// The roles they keep, each once for every team.
    pub roles: Vec<KeptRole>,
    /// The teams they are in, with their function there.
    pub teams: Vec<Membership>,
    /// The pages that refer to them.
    pub mentioned_by: Vec<Link>,
    /// The footnotes of their own text.
    pub footnotes: Vec<FootnoteView>,
}

/// A role that a person keeps.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct KeptRole {
    /// The role.
    pub role: Link,
    /// The first sentence of its purpose.
    pub summary: String,
    /// How it is kept: team, days, share, focus.
    pub holder: HolderView,
    /// Where someone new in it starts.
    pub start: Link,
    /// Whom the person relies on and serves in this role, by name.
    pub counterparts: Vec<Counterpart>,
}

/// A person's place in a team.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Membership {
    /// The team.
    pub team: Link,
    /// In which function.
    pub function: Option<String>,
}
