//! One source, parsed: what it says, before any name in it is looked up.

use super::{DocumentKind, Entry, EntryId, FrontMatter, Item, Prose, ReferenceId, SectionKind, Template};
use crate::text::{SourceId, SourcePath, Span};

/// One Markdown source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// Where it came from.
    pub source: SourceId,
    /// Where it lies.
    pub path: SourcePath,
    /// What it is: from its folder, or from its front matter.
    pub kind: DocumentKind,
    /// Its id: the file's stem.
    pub id: String,
    /// What stands between the `+++` lines.
    pub front: FrontMatter,
    /// From the front matter, from the first `# heading`, or from the file's name.
    pub title: String,
    /// Where the title stands; the top of the source where it is from the file's name.
    pub title_span: Span,
    /// What stands before the first section.
    pub lead: Prose,
    /// The level-two headings and what stands below them, in the author's order.
    pub sections: Vec<Section>,
    /// Every relation's entry, by its number: those within groupings too, in the order of writing.
    pub entries: Vec<Entry>,
    /// The footnotes that are referred to, in the order of the references.
    pub footnotes: Vec<Footnote>,
    /// Every link, wikilink and image, in the order of writing.
    pub references: Vec<Reference>,
    /// Every heading below the title, and every anchor that raw HTML sets, in the order of writing.
    pub anchors: Vec<Anchor>,
    /// The terms that a glossary explains; empty elsewhere.
    pub terms: Vec<TermEntry>,
}

impl Document {
    /// The reference of that number.
    pub fn reference(&self, id: ReferenceId) -> &Reference {
        &self.references[id.index()]
    }

    /// The entry of that number.
    pub fn entry(&self, id: EntryId) -> &Entry {
        &self.entries[id.index()]
    }

    /// The first section that the schema knows by that id.
    pub fn section(&self, id: &str) -> Option<&Section> {
        self.sections
            .iter()
            .find(|section| section.rule.as_deref() == Some(id))
    }
}

/// A level-two heading and what stands below it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// The id of the schema's section that it is; none where the schema knows none by this title.
    pub rule: Option<String>,
    /// What it holds, by the schema; prose where the schema does not know it.
    pub kind: SectionKind,
    /// The heading as written.
    pub title: Prose,
    /// The heading's plain text as written.
    pub title_text: String,
    /// Its anchor.
    pub anchor: String,
    /// The heading's bytes.
    pub span: Span,
    /// What stands below it, in order.
    pub blocks: Vec<Block>,
}

/// A part of a section.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// Text, with the items of the lists in it.
    Prose {
        /// What it says.
        prose: Prose,
        /// The items of its lists, nested ones below their parents.
        items: Vec<Item>,
    },
    /// Relations, in a section that claims them.
    Relations(Vec<EntryId>),
}

/// A footnote that is referred to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Footnote {
    /// Its label as written, as an anchor.
    pub anchor: String,
    /// What it says.
    pub prose: Prose,
}

/// How a reference is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReferenceForm {
    /// `[[name]]`.
    Wikilink,
    /// `[text](path)`, or a link in raw HTML.
    Link,
    /// `![text](path)`, or an image in raw HTML.
    Image,
}

/// A link as written: not looked up yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reference {
    /// How it is written.
    pub form: ReferenceForm,
    /// What it names: before the `#`, percent-decoded, white space folded.
    pub name: String,
    /// The heading it names: after the `#`.
    pub anchor: Option<String>,
    /// Its `"title"`; may be empty.
    pub tooltip: String,
    /// Its bytes, the brackets included.
    pub span: Span,
}

/// A place in a page that links can lead to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Anchor {
    /// Unique on its page.
    pub id: String,
    /// The heading's plain text; empty for an anchor in raw HTML.
    pub text: Template,
    /// 2 to 6, the heading's level; 0 for an anchor in raw HTML.
    pub level: u8,
    /// The bytes of the heading, or of the tag.
    pub span: Span,
}

/// An entry of the glossary.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TermEntry {
    /// The term's names: as written first; for `Service level agreement (SLA)` both parts too.
    pub names: Vec<String>,
    /// The term as written.
    pub title: Prose,
    /// Its anchor on the glossary's page.
    pub anchor: String,
    /// What it means.
    pub definition: Prose,
    /// The term's bytes.
    pub span: Span,
}
