//! Prose with slots: made once when a source is parsed, filled for each page that shows it.

use super::ReferenceId;

/// What an author wrote, as HTML and as plain text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Prose {
    /// Clean HTML.
    pub html: Template,
    /// The same without markup: blocks and items on lines of their own.
    pub text: Template,
}

impl Prose {
    /// Whether there is nothing to show.
    pub fn is_empty(&self) -> bool {
        self.html.text.trim().is_empty() && self.html.slots.is_empty()
    }
}

/// Text with places where something goes that depends on other sources or on the page it is shown on.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Template {
    /// The text between the slots.
    pub text: String,
    /// The slots, by ascending offset; several may share one, and are filled in their order.
    pub slots: Vec<Slot>,
}

/// A place in a [`Template`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Slot {
    /// The byte of the text before which it stands.
    pub at: usize,
    /// What goes there.
    pub fill: Fill,
}

/// What goes into a [`Slot`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fill {
    /// The start tag of a link.
    Open(ReferenceId),
    /// The end tag of a link.
    Close(ReferenceId),
    /// The title of what is referred to: a wikilink without a text of its own.
    Name(ReferenceId),
    /// The address of an image or of a link in raw HTML: an attribute's value.
    Address(ReferenceId),
    /// ` id="..."`, on the document's own page only: quoted elsewhere, anchors are left out.
    Anchor(String),
    /// The raised number that leads to a footnote; its position among the document's footnotes.
    Footnote(usize),
    /// One of the theme's words, by its key, such as `alert.note`: plain text, or an attribute's value.
    Word(&'static str),
}

/// An item of a list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Item {
    /// How deep it is nested: 0 at the top.
    pub depth: usize,
    /// Its own plain text, without the items below it.
    pub text: Template,
}
