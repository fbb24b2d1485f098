//! The handbook for printing.

use serde::Serialize;

use super::{Facts, Link};

/// What the template of `print` sees as `print`.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct PrintView {
    /// What is printed, in order; empty where the handbook is printed part by part.
    pub parts: Vec<PrintPart>,
    /// The parts of a large handbook, each a page of its own.
    pub further: Vec<Link>,
}

/// What begins with a heading of its own.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct PrintPart {
    /// Its title.
    pub title: String,
    /// In order.
    pub chapters: Vec<PrintChapter>,
}

/// A party or a page.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct PrintChapter {
    /// Its title.
    pub title: String,
    /// Its place on the page.
    pub anchor: String,
    /// `role`, `team`, `external` or `page`.
    pub kind: &'static str,
    /// A party's facts.
    pub facts: Option<Facts>,
    /// What stands before the first section.
    pub lead_html: String,
    /// The sections, but for those about relations.
    pub sections: Vec<PrintSection>,
    /// What it delivers.
    pub delivers: Vec<PrintRelation>,
    /// What it needs.
    pub needs: Vec<PrintRelation>,
    /// The terms of a glossary.
    pub terms: Vec<PrintSection>,
}

/// A section, or a term and what it means.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct PrintSection {
    /// Its heading.
    pub title_html: String,
    /// What it says.
    pub html: String,
}

/// An agreement, seen from one of its ends.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct PrintRelation {
    /// The party at the other end.
    pub party: Link,
    /// `mutual`, `expected`, `offered` or `external`.
    pub state: &'static str,
    /// What this end says; may be empty.
    pub own_html: String,
    /// What the other end says; may be empty.
    pub other_html: String,
}
