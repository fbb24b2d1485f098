//! What stands between the `+++` lines.

use std::collections::BTreeMap;

use schemars::JsonSchema;

use super::people::Links;
use super::values::{Day, Level, OneOrMany, Period};

/// The front matter of a page: which keys may stand there depends on what the page is.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields, title = "Front matter")]
pub(super) struct FrontMatter {
    /// The title, where no `# heading` says it.
    title: Option<String>,
    /// What it is, where its folder does not say so.
    kind: Option<Kind>,
    /// Further names that mean it.
    aliases: Option<OneOrMany<String>>,
    /// Words by which it can be found.
    tags: Option<OneOrMany<String>>,
    /// Addresses that the page had before, from the site's root.
    redirects: Option<OneOrMany<String>>,
    /// What profiles leave out: all of it, or sections, own fields and keys by name.
    internal: Option<Internal>,
    /// The levels of findings in this file.
    lints: Option<BTreeMap<String, Level>>,
    /// Of a role or team: who delegated it.
    delegator: Option<OneOrMany<Holder>>,
    /// Of a role or team: the team it lives in, where that is not its delegator.
    team: Option<String>,
    /// Of a role or team: who keeps it; an empty list where nobody does.
    keepers: Option<OneOrMany<Holder>>,
    /// Of a team: who is in it.
    members: Option<OneOrMany<Holder>>,
    /// How to reach it.
    contact: Option<String>,
    /// When it was last reviewed.
    reviewed: Option<Day>,
    /// How often it is to be reviewed.
    review: Option<Period>,
    /// Further rows of the facts table.
    fields: Option<BTreeMap<String, Words>>,
    /// Of a page: its place in the navigation.
    order: Option<i64>,
    /// Of a person's page: the name.
    name: Option<String>,
    /// Of a person's page: addresses.
    links: Option<Links>,
    /// Of a person's page.
    pronouns: Option<String>,
    /// Of a person's page.
    location: Option<String>,
    /// Of a person's page: a picture, relative to this file.
    picture: Option<String>,
    /// Of a translation: the mark of the state of the original that it translates.
    original: Option<String>,
}

/// What a page is.
#[derive(JsonSchema)]
#[schemars(rename_all = "kebab-case")]
enum Kind {
    Role,
    Team,
    External,
    Person,
    Page,
    Glossary,
}

#[derive(JsonSchema)]
#[schemars(untagged, inline)]
enum Internal {
    Whole(bool),
    Parts(OneOrMany<String>),
}

/// A value of the facts table.
#[derive(JsonSchema)]
#[schemars(untagged, inline)]
enum Words {
    Text(String),
    Number(f64),
    Flag(bool),
    Day(Day),
    List(Vec<String>),
}

/// Who holds a domain: a name, or who with more about it.
#[derive(JsonSchema)]
#[schemars(untagged)]
enum Holder {
    Name(String),
    Described(Box<Described>),
}

/// Who, and how: one of `person`, `party`, `role`, `text`, or `vacant = true`.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Described {
    /// A person, by id or name.
    person: Option<String>,
    /// A party, by id or title.
    party: Option<String>,
    /// Whoever keeps that role.
    role: Option<String>,
    /// Plain words.
    text: Option<String>,
    /// That nobody does for now.
    vacant: Option<bool>,
    /// The team within which.
    team: Option<String>,
    /// The first day.
    since: Option<Day>,
    /// The last day.
    until: Option<Day>,
    /// The share of a working week, in per cent.
    #[schemars(range(min = 1, max = 100))]
    share: Option<u8>,
    /// What they attend to most.
    focus: Option<String>,
    /// What is to be said beside it.
    note: Option<String>,
    /// In which function, such as "chair".
    r#as: Option<String>,
}
