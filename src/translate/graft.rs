//! Parts of an original that are put into its translation.

use std::collections::BTreeMap;

use super::foreign;
use crate::model::{
    Anchor, Block, Document, Entry, EntryId, Fill, Footnote, Item, Prose, ReferenceId, Section, Slot,
    Template, TermEntry,
};
use crate::text::Span;

/// Puts parts of a document into another, marked as being in the language that they are in. What they refer to is
/// numbered anew there.
pub(super) struct Graft<'a> {
    from: &'a Document,
    tag: &'a str,
    references: BTreeMap<ReferenceId, ReferenceId>,
    footnotes: BTreeMap<usize, usize>,
}

impl<'a> Graft<'a> {
    /// Puts parts of `from`, which is in the language of `tag`, into other documents.
    pub(super) const fn of(from: &'a Document, tag: &'a str) -> Self {
        Self {
            from,
            tag,
            references: BTreeMap::new(),
            footnotes: BTreeMap::new(),
        }
    }

    /// A section, as it stands in `into` behind byte `at`.
    pub(super) fn section(&mut self, section: &Section, at: usize, into: &mut Document) -> Section {
        let blocks = section.blocks.iter().map(|block| match block {
            Block::Prose { prose, items } => Block::Prose {
                prose: self.prose(prose, into),
                items: items.iter().map(|item| self.item(item, into)).collect(),
            },
            Block::Relations(entries) => {
                Block::Relations(entries.iter().map(|entry| self.entry(*entry, at, into)).collect())
            }
        });
        let blocks = blocks.collect();
        let title = self.prose(&section.title, into);
        let anchor = free_anchor(into, &section.anchor);
        take_anchor(into, &anchor, title.text.clone(), 2, at);
        Section {
            rule: section.rule.clone(),
            kind: section.kind,
            title,
            title_text: section.title_text.clone(),
            anchor,
            span: Span::new(at, at),
            blocks,
        }
    }

    /// A relation's entry with those within it, behind byte `at` of `into`.
    pub(super) fn entry(&mut self, id: EntryId, at: usize, into: &mut Document) -> EntryId {
        let entry = self.from.entry(id);
        // Those within come behind it, as in the order of writing.
        let own = EntryId::at(into.entries.len());
        let lead = self.prose(&entry.lead, into);
        let anchor = entry.anchor.as_ref().map(|anchor| free_anchor(into, anchor));
        if let Some(anchor) = &anchor {
            take_anchor(into, anchor, lead.text.clone(), 3, at);
        }
        let grafted = Entry {
            form: entry.form,
            lead,
            lead_text: entry.lead_text.clone(),
            references: entry
                .references
                .iter()
                .map(|id| self.reference(*id, into))
                .collect(),
            anchor,
            span: Span::new(at, at),
            body: self.prose(&entry.body, into),
            items: entry.items.iter().map(|item| self.item(item, into)).collect(),
            inner: Vec::new(),
        };
        into.entries.push(grafted);
        let inner: Vec<EntryId> = entry
            .inner
            .iter()
            .map(|inner| self.entry(*inner, at, into))
            .collect();
        into.entries[own.index()].inner = inner;
        own
    }

    /// A term of a glossary.
    pub(super) fn term(&mut self, term: &TermEntry, at: usize, into: &mut Document) -> TermEntry {
        TermEntry {
            names: term.names.clone(),
            title: self.prose(&term.title, into),
            anchor: term.anchor.clone(),
            definition: self.prose(&term.definition, into),
            span: Span::new(at, at),
        }
    }

    /// Any text.
    pub(super) fn prose(&mut self, prose: &Prose, into: &mut Document) -> Prose {
        let mut grafted = Prose {
            html: self.template(&prose.html, into),
            text: self.template(&prose.text, into),
        };
        foreign::mark(&mut grafted, self.tag);
        grafted
    }

    fn item(&mut self, item: &Item, into: &mut Document) -> Item {
        Item {
            depth: item.depth,
            text: self.template(&item.text, into),
        }
    }

    fn template(&mut self, template: &Template, into: &mut Document) -> Template {
        let slots = template.slots.iter().filter_map(|slot| {
            let fill = match &slot.fill {
                Fill::Open(id) => Fill::Open(self.reference(*id, into)),
                Fill::Close(id) => Fill::Close(self.reference(*id, into)),
                Fill::Name(id) => Fill::Name(self.reference(*id, into)),
                Fill::Address(id) => Fill::Address(self.reference(*id, into)),
                // The translation may have that anchor already.
                Fill::Anchor(id) => {
                    if into.anchors.iter().any(|anchor| anchor.id == *id) {
                        return None;
                    }
                    take_anchor(into, id, Template::default(), 0, 0);
                    Fill::Anchor(id.clone())
                }
                Fill::Footnote(number) => Fill::Footnote(self.footnote(*number, into)?),
                Fill::Word(key) => Fill::Word(key),
            };
            Some(Slot { at: slot.at, fill })
        });
        Template {
            slots: slots.collect(),
            text: template.text.clone(),
        }
    }

    fn reference(&mut self, id: ReferenceId, into: &mut Document) -> ReferenceId {
        *self.references.entry(id).or_insert_with(|| {
            into.references.push(self.from.reference(id).clone());
            ReferenceId::at(into.references.len() - 1)
        })
    }

    fn footnote(&mut self, number: usize, into: &mut Document) -> Option<usize> {
        if let Some(known) = self.footnotes.get(&number) {
            return Some(*known);
        }
        let footnote = self.from.footnotes.get(number)?;
        let own = into.footnotes.len();
        // A footnote may refer to itself.
        self.footnotes.insert(number, own);
        let is_taken = |anchor: &str| into.footnotes.iter().any(|known| known.anchor == anchor);
        let anchor = first_free(&footnote.anchor, is_taken);
        into.footnotes.push(Footnote {
            anchor,
            prose: Prose::default(),
        });
        let prose = self.prose(&footnote.prose, into);
        into.footnotes[own].prose = prose;
        Some(own)
    }
}

/// `wanted`, or with a number behind it where `into` has that anchor already.
fn free_anchor(into: &Document, wanted: &str) -> String {
    first_free(wanted, |anchor| {
        into.anchors.iter().any(|known| known.id == anchor)
    })
}

fn first_free(wanted: &str, is_taken: impl Fn(&str) -> bool) -> String {
    let numbered = (2..).map(|number: usize| format!("{wanted}-{number}"));
    let mut names = std::iter::once(wanted.to_owned()).chain(numbered);
    names.find(|name| !is_taken(name)).unwrap_or_default()
}

/// Adds an anchor to `into`.
pub(super) fn take_anchor(into: &mut Document, id: &str, text: Template, level: u8, at: usize) {
    into.anchors.push(Anchor {
        id: id.to_owned(),
        text,
        level,
        span: Span::new(at, at),
    });
}
