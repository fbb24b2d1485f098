//! Sections, and relations with the other side beside them.

use serde::Serialize;

use super::Link;

/// A section.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct SectionView {
    /// The schema's id for it; none where the schema does not know it.
    pub id: Option<String>,
    /// Its anchor.
    pub anchor: String,
    /// Its heading as written.
    pub title_html: String,
    /// The schema's question for it.
    pub prompt: Option<String>,
    /// `prose`, `list`, `deliverables` or `needs`.
    pub kind: &'static str,
    /// What it holds, in order.
    pub blocks: Vec<BlockView>,
}

/// A part of a section.
#[derive(Clone, Debug, Serialize)]
#[serde(tag = "type", rename_all = "kebab-case")]
pub(crate) enum BlockView {
    /// Text.
    Prose {
        /// What it says.
        html: String,
    },
    /// Relations, to be shown as one `<dl>`.
    Relations {
        /// The relations.
        entries: Vec<EntryView>,
    },
}

/// A relation as its author wrote it, with the other side beside it.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct EntryView {
    /// `claims` for relations, `grouping` for a named group of them, `plain` for an item that is none,
    /// `unknown` for a name that nothing answers to.
    pub meaning: &'static str,
    /// The name as written, with its qualifier; empty for `plain`.
    pub lead_html: String,
    /// Its anchor.
    pub anchor: Option<String>,
    /// What is delivered or needed, as written; empty for `grouping`.
    pub body_html: String,
    /// The other sides; one for each party that the name means.
    pub others: Vec<OtherSide>,
    /// The relations of a `grouping`.
    pub entries: Vec<EntryView>,
}

/// What the other end of a relation says.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct OtherSide {
    /// The other party.
    pub party: Link,
    /// The agreement's state: `mutual`, `expected`, `offered`, `external`.
    pub state: &'static str,
    /// Whether the other delivers to this party (else it needs of it): what its words are about.
    pub delivers: bool,
    /// What the other says, as it wrote it; empty where it says nothing.
    pub words: Vec<Words>,
    /// The title of the set through which the other is meant, if so.
    pub via: Option<String>,
}

/// A party's own words of a relation.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Words {
    /// How it names this party, as plain text, where that says more than the name; else empty.
    pub qualified: String,
    /// What it delivers or needs.
    pub body_html: String,
    /// Where it says so.
    pub href: String,
}

/// A footnote.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct FootnoteView {
    /// Its number on the page, from 1.
    pub number: usize,
    /// Its anchor.
    pub anchor: String,
    /// The anchor of the first reference to it; none where the page shows none.
    pub back: Option<String>,
    /// What it says.
    pub html: String,
}
