//! `content/people.toml`

use std::collections::BTreeMap;

use schemars::JsonSchema;

use super::values::OneOrMany;

/// The people of the handbook: a table each, below the id.
#[derive(JsonSchema)]
#[schemars(title = "people.toml")]
pub(super) struct People {
    #[schemars(flatten)]
    people: BTreeMap<String, Person>,
}

/// A person.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Person {
    /// The name.
    name: String,
    /// How to reach the person.
    contact: Option<String>,
    /// Addresses.
    links: Option<Links>,
    /// The pronouns.
    pronouns: Option<String>,
    /// Where the person works.
    location: Option<String>,
    /// A picture below `content/`, relative to this file.
    picture: Option<String>,
    /// Whether profiles leave the person out.
    internal: Option<bool>,
}

/// Addresses to link to, by the text of each or without one.
#[derive(JsonSchema)]
#[schemars(untagged)]
pub(super) enum Links {
    Addresses(OneOrMany<String>),
    Named(BTreeMap<String, String>),
}
