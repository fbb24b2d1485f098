//! What is to be mended: on the page that it concerns, and in lists of all of it.

use serde::Serialize;

use super::{HolderView, Link};

/// A finding as pages show it.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct OpenPoint {
    /// The name of its kind, such as `vacant-role`.
    pub name: &'static str,
    /// `deny`, `warn` or `note`.
    pub level: &'static str,
    /// What is wrong, in one sentence without a full stop.
    pub sentence_html: String,
    /// The language of the sentence, where it is not the handbook's.
    pub language: Option<&'static str>,
    /// What stands above a list of its kind.
    pub kind: String,
    /// The language of `kind`, where it is not the handbook's.
    pub kind_language: Option<&'static str>,
    /// The page that it concerns, leading to the section; none where it concerns no page.
    pub page: Option<Link>,
    /// The heading that stands above the place; none where it is the page as a whole.
    pub section: Option<Link>,
    /// Other pages that it concerns, leading to the section.
    pub related: Vec<Link>,
    /// The source, relative to the handbook's folder.
    pub path: String,
    /// The line there, from 1.
    pub line: usize,
    /// Where that can be edited.
    pub edit: Option<String>,
    /// Whether it stands below the name of someone who delegated a role that nobody keeps.
    pub delegated: bool,
}

/// What the template of `findings` sees under that name.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct FindingsView {
    /// How it is grouped: `role`, `kind` or `person`.
    pub grouping: &'static str,
    /// The same points grouped in each way.
    pub lists: Vec<ListLink>,
    /// How many points are open.
    pub number: usize,
    /// The same by level, heaviest first.
    pub levels: Vec<LevelCount>,
    /// What there is: each person on the list by person, each kind on the others.
    pub overview: Vec<OverviewLink>,
    /// Whether there are so many that the groups only count them.
    pub folded: bool,
    /// The groups.
    pub groups: Vec<PointGroup>,
    /// What comes due, on the list by role; none elsewhere, and where there is nothing.
    pub dates: Option<Dates>,
    /// Where that stands; none where there is nothing.
    pub dates_href: Option<String>,
}

/// So many points of a kind or a person, and where they are listed.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct OverviewLink {
    /// The kind or the person; none for what nobody answers for.
    pub title: Option<String>,
    /// The title's language, where it is not the handbook's.
    pub language: Option<&'static str>,
    /// The group in the list by kind or by person.
    pub href: String,
    /// How many.
    pub number: usize,
}

/// A way to list all points.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct ListLink {
    /// How it groups: `role`, `kind` or `person`.
    pub grouping: &'static str,
    /// Where it is.
    pub href: String,
    /// Whether it is this page.
    pub current: bool,
}

/// So many points of a level.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct LevelCount {
    /// `deny`, `warn` or `note`.
    pub level: &'static str,
    /// How many.
    pub number: usize,
}

/// Points that belong together.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct PointGroup {
    /// The page, the person or the kind; a file for what has no page; none for what nobody answers for. Where
    /// the points are folded it leads to those of the page.
    pub link: Option<Link>,
    /// What links lead to it by; none where they lead to a page instead.
    pub anchor: Option<String>,
    /// The title's language, where it is not the handbook's.
    pub language: Option<&'static str>,
    /// `role`, `team`, `external` or `person`, where it is one.
    pub kind: Option<&'static str>,
    /// How many points there are.
    pub number: usize,
    /// The same by level, heaviest first.
    pub levels: Vec<LevelCount>,
    /// The points; empty where they are folded.
    pub points: Vec<OpenPoint>,
    /// The pages that they stand on, where they are folded.
    pub pages: Vec<PageCount>,
    /// How many more points or pages there are that are not listed.
    pub more: usize,
}

/// So many points on a page.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct PageCount {
    /// The page, leading to its points.
    pub page: Link,
    /// How many.
    pub number: usize,
    /// See [`OpenPoint::delegated`].
    pub delegated: bool,
}

/// What comes due, the earliest first; whether it is past is for the reader's day to say.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Dates {
    /// Domains that are to be reviewed; those that never were come last.
    pub reviews: Vec<Review>,
    /// How many more there are.
    pub more_reviews: usize,
    /// Terms that end.
    pub terms: Vec<EndingTerm>,
    /// How many more there are.
    pub more_terms: usize,
}

/// A domain that is to be reviewed.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Review {
    /// The domain.
    pub party: Link,
    /// How often, in words.
    pub every: String,
    /// When it was last reviewed.
    pub reviewed: Option<String>,
    /// When it is to be reviewed next.
    pub due: Option<String>,
}

/// A term that ends.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct EndingTerm {
    /// What is kept.
    pub party: Link,
    /// Who keeps it.
    pub holder: HolderView,
    /// The last day.
    pub until: String,
}
