//! Plain lists, and the sheets of long ones.

use serde::Serialize;

use super::Link;

/// What the templates of `a-z` and `tags` see as `list`.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct ListView {
    /// The lists of everything: by name, and by tag where there are any.
    pub ways: Vec<SheetLink>,
    /// The letters or tags of all sheets, each leading to where it stands.
    pub headings: Vec<Link>,
    /// What is on this sheet, by letter or tag.
    pub groups: Vec<ListGroup>,
    /// The sheets of a long list; empty where it is on one page.
    pub sheets: Vec<SheetLink>,
}

/// What stands below one letter or tag.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct ListGroup {
    /// The letter or tag.
    pub title: String,
    /// Its place on the page.
    pub anchor: String,
    /// In the order of names.
    pub entries: Vec<ListEntry>,
}

/// An entry of a plain list.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct ListEntry {
    /// Its name, leading to its page.
    pub link: Link,
    /// `role`, `team`, `external`, `person`, `page`, `term`.
    pub kind: &'static str,
    /// What it is called as a rule, where this is another of its names.
    pub of: Option<String>,
}

/// A sheet of a long list.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct SheetLink {
    /// From what to what it goes.
    pub link: Link,
    /// Whether it is the one that is shown.
    pub current: bool,
}
