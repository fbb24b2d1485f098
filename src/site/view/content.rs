//! Ordinary pages, the home page, the glossary and the lists.

use serde::Serialize;

use super::SheetLink;
use super::{FootnoteView, Link};

/// What the templates of `page`, `home` and `glossary` see as `content`.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct ContentView {
    /// What the source says, all sections.
    pub html: String,
    /// The pages in the same folder and the folders below it, for a folder's own page.
    pub children: Vec<Link>,
    /// The pages that refer to it.
    pub mentioned_by: Vec<Link>,
    /// The footnotes.
    pub footnotes: Vec<FootnoteView>,
    /// The terms, for `glossary`.
    pub terms: Vec<TermView>,
    /// The organisation at a glance, for `home`.
    pub overview: Option<Overview>,
}

/// A glossary term.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct TermView {
    /// Its anchor.
    pub anchor: String,
    /// The term as written.
    pub title_html: String,
    /// What it means.
    pub definition_html: String,
    /// The pages that use it.
    pub used_by: Vec<Link>,
}

/// The organisation at a glance.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Overview {
    /// How many roles, teams, external parties, people there are; and the lists' addresses.
    pub counts: Vec<Count>,
    /// The teams with what they are for; at most 60, by delegation from the top.
    pub teams: Vec<IndexRow>,
    /// The roles that nobody keeps; at most 20.
    pub vacant: Vec<Link>,
    /// How many roles nobody keeps.
    pub vacant_count: usize,
}

/// A number of things of a kind.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Count {
    /// `role`, `team`, `external`, `person`, `agreement`, `term`, `point`.
    pub kind: &'static str,
    /// How many.
    pub number: usize,
    /// Their list; none where there is none.
    pub href: Option<String>,
}

/// What the templates of `roles`, `teams`, `externals` and `people` see as `index`.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct IndexView {
    /// What the folder's own `index.md` says.
    pub intro_html: String,
    /// One row each, by title.
    pub rows: Vec<IndexRow>,
    /// The sheets of a long list; empty where it is on one page.
    pub sheets: Vec<SheetLink>,
    /// The footnotes of the introduction.
    pub footnotes: Vec<FootnoteView>,
}

/// A row of an index page.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct IndexRow {
    /// The party or person.
    pub party: Link,
    /// The first sentence of its purpose.
    pub summary: String,
    /// The team it lives in.
    pub team: Option<Link>,
    /// Who keeps it, or the members of a team.
    pub people: Vec<Link>,
    /// How many people whose names are not published, beside those.
    pub unnamed: usize,
    /// Whether it is a role that nobody keeps, in whole or in part.
    pub vacant: bool,
    /// The roles a person keeps, or that live in a team.
    pub roles: Vec<Link>,
    /// The teams a person is in.
    pub teams: Vec<Link>,
    /// How many relations it has as a provider.
    pub provides: usize,
    /// How many relations it has as a consumer.
    pub consumes: usize,
    /// Its tags.
    pub tags: Vec<String>,
}
