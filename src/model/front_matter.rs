//! Front matter and people, as written and of the right types; no name in it is looked up yet.

use jiff::civil::Date;

use super::{DocumentKind, Tenure};
use crate::finding::Level;
use crate::text::{SitePath, SourceId, Span};

/// A value and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spot<T> {
    /// The value.
    pub value: T,
    /// Its bytes in the source.
    pub span: Span,
}

/// A stretch of time as written: `12 months`, `30 days`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Period {
    /// Whole months (a year is twelve).
    pub months: i32,
    /// Whole days (a week is seven).
    pub days: i32,
}

impl Period {
    /// The day that comes so long after `day`; none beyond the years that there are days in.
    pub fn after(self, day: Date) -> Option<Date> {
        let span = jiff::Span::new().try_months(self.months).ok()?;
        day.checked_add(span.try_days(self.days).ok()?).ok()
    }
}

/// What stands between the `+++` lines.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FrontMatter {
    /// `title`.
    pub title: Option<Spot<String>>,
    /// `aliases`: further names that resolve to it.
    pub aliases: Vec<Spot<String>>,
    /// `kind`: what it is, where the folder does not say so.
    pub kind: Option<DocumentKind>,
    /// `delegator`: who delegated the domain.
    pub delegators: Vec<WrittenHolder>,
    /// `team`: the team it lives in.
    pub team: Option<Spot<String>>,
    /// `keepers`: who keeps the role; none where the source does not say.
    pub keepers: Option<Vec<WrittenHolder>>,
    /// `members` of a team; none where the source does not say.
    pub members: Option<Vec<WrittenHolder>>,
    /// `contact`.
    pub contact: Option<String>,
    /// `reviewed`: when the domain was last reviewed.
    pub reviewed: Option<Date>,
    /// `review`: how often it is to be reviewed.
    pub review: Option<Period>,
    /// `tags`.
    pub tags: Vec<String>,
    /// `[fields]`: further rows of the facts table, in the author's order.
    pub fields: Vec<(String, String)>,
    /// `order`: its place in the navigation.
    pub order: Option<i64>,
    /// What a person's own page says of the person.
    pub person: PersonFields,
    /// `redirects`: addresses that the page had before, from the site's root.
    pub redirects: Vec<Spot<SitePath>>,
    /// `internal`: what of it a profile leaves out.
    pub internal: Internal,
    /// `original` of a translation: the mark of the state of the original that it translates.
    pub original: Option<Spot<String>>,
    /// `[lints]`: levels for this source.
    pub lints: Vec<WrittenLevel>,
    /// Where the keys stand that findings point at: their names and their bytes.
    pub keys: Vec<(&'static str, Span)>,
}

impl FrontMatter {
    /// The bytes of the key of that name, where it is there and findings point at it.
    pub fn key(&self, name: &str) -> Option<Span> {
        self.keys
            .iter()
            .find(|(key, _)| *key == name)
            .map(|(_, span)| *span)
    }
}

/// What of a source is marked as internal.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Internal {
    /// Nothing.
    #[default]
    Nothing,
    /// Sections, own fields and keys, by name.
    Parts(Vec<Spot<String>>),
    /// All of it.
    Whole,
}

/// A level that `[lints]` sets; the name is not looked up yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WrittenLevel {
    /// The name of a kind of finding.
    pub name: Spot<String>,
    /// The level.
    pub level: Level,
}

/// Someone or something that holds a domain, as written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WrittenHolder {
    /// Who.
    pub who: WrittenWho,
    /// The team within which.
    pub team: Option<Spot<String>>,
    /// How.
    pub tenure: Tenure,
    /// The bytes of the whole entry.
    pub span: Span,
}

/// Who holds a domain, as written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WrittenWho {
    /// A name of whatever kind: a bare text, `[[...]]` taken off, or `{ party = "..." }`.
    Name(Spot<String>),
    /// `{ person = "..." }`.
    Person(Spot<String>),
    /// `{ role = "..." }`: whoever keeps that role.
    KeepersOf(Spot<String>),
    /// `{ text = "..." }`.
    Text(String),
    /// `{ vacant = true }`.
    Vacant,
}

/// What is said of a person beside the name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PersonFields {
    /// `name`.
    pub name: Option<Spot<String>>,
    /// `contact`.
    pub contact: Option<String>,
    /// `links`: a text and a URL each, in the author's order.
    pub links: Vec<(String, String)>,
    /// `pronouns`.
    pub pronouns: Option<String>,
    /// `location`.
    pub location: Option<String>,
    /// `picture`: relative to the source it stands in.
    pub picture: Option<Spot<String>>,
}

/// A table of `people.toml`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WrittenPerson {
    /// The table's name.
    pub id: String,
    /// Where it is written.
    pub source: SourceId,
    /// The bytes of the table's name.
    pub span: Span,
    /// What it says.
    pub fields: PersonFields,
    /// Whether the person is left out in profiles.
    pub internal: bool,
}
