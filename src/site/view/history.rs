//! What templates see of what changed.

use serde::Serialize;

use super::Link;

/// When a page's source changed last.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Changed {
    /// The day, such as `2026-05-01`.
    pub date: String,
    /// Who changed it, whoever did last first; empty where that is not published.
    pub authors: Vec<Link>,
    /// How many more there are.
    pub more_authors: usize,
    /// Where all is told that changed.
    pub history: Option<Link>,
}

/// What changed, as `history` in templates.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct HistoryView {
    /// The role, team or external party that it is about; none where it is about everything.
    pub party: Option<Link>,
    /// The commits, the newest first.
    pub commits: Vec<CommitView>,
    /// How many commits are not told.
    pub more: usize,
    /// The same as a feed.
    pub feed: Option<String>,
}

/// What one commit changed.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct CommitView {
    /// Where it stands on the page.
    pub anchor: String,
    /// The day.
    pub date: String,
    /// When exactly (RFC 3339).
    pub time: String,
    /// Who committed it; empty where that is not published.
    pub authors: Vec<Link>,
    /// What it changed, by party.
    pub changes: Vec<ChangeView>,
    /// How many more parties and pages it changed.
    pub more: usize,
}

/// What changed about a party or a page.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct ChangeView {
    /// Which.
    pub subject: Link,
    /// `role`, `team`, `external`, `page`, or `people` for the table of people.
    pub kind: &'static str,
    /// What.
    pub lines: Vec<LineView>,
}

/// One thing that changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct LineView {
    /// `gained`, `lost`, `changed`; `came`, `went` or `renamed` of the party itself.
    pub fate: &'static str,
    /// What it is, such as "Role keeper" or a heading; may be empty.
    pub label: String,
    /// Who or what; none where that is not published.
    pub who: Option<Link>,
    /// The team within which.
    pub team: Option<Link>,
    /// The items of it that changed.
    pub items: Vec<ItemView>,
    /// How many more items there are.
    pub more: usize,
}

/// An item that changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct ItemView {
    /// `gained`, `lost` or `changed`.
    pub fate: &'static str,
    /// What it says; what it said, where it is gone.
    pub text: String,
    /// What it said before, where it is said otherwise now.
    pub before: Option<String>,
}
