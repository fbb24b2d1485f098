//! Sections that claim relations: headings, terms and items that name parties.

use std::ops::Range;

use pulldown_cmark::{HeadingLevel, Tag};

use super::body::Body;
use super::definition_list::{Definition, definitions};
use super::items::{items, items_or_whole, own_and_nested};
use super::leading::{leading, parties_in};
use super::slice::Slice;
use super::{plain, prose};
use crate::model::{Block, Entry, EntryForm, EntryId, Item, Prose};

/// The blocks that `nodes` make; their entries are added to `entries`.
pub(super) fn blocks(body: &Body<'_>, nodes: &[usize], entries: &mut Vec<Entry>) -> Vec<Block> {
    let mut relations = Relations {
        body,
        entries,
        blocks: Vec::new(),
    };
    let mut rest = nodes;
    while let Some((&node, behind)) = rest.split_first() {
        rest = behind;
        match body.markdown.tag(node) {
            Some(Tag::Heading { level, .. }) => {
                let len = behind
                    .iter()
                    .position(|node| ends_body(body, *node, *level))
                    .unwrap_or(behind.len());
                relations.heading(node, &behind[..len]);
                rest = &behind[len..];
            }
            Some(Tag::DefinitionList) => {
                for definition in definitions(body, node) {
                    relations.term(&definition);
                }
            }
            Some(Tag::List(_)) if has_leading_item(body, node) => {
                for item in body.markdown.nodes(body.markdown.inside(node)) {
                    let id = relations.item(item);
                    relations.show(id);
                }
            }
            Some(Tag::FootnoteDefinition(_)) => {}
            _ => relations.prose(body.markdown.end(node), node),
        }
    }
    relations.finish()
}

/// Whether the body of a heading of `level` ends before `node`.
fn ends_body(body: &Body<'_>, node: usize, level: HeadingLevel) -> bool {
    matches!(body.markdown.tag(node), Some(Tag::Heading { level: next, .. }) if *next <= level)
}

fn has_leading_item(body: &Body<'_>, list: usize) -> bool {
    let mut items = body.markdown.nodes(body.markdown.inside(list));
    items.any(|item| leading(body, item).is_some())
}

/// Blocks as they are made; prose is written once all of it is known.
enum Draft {
    Prose(Slice),
    Relations(Vec<EntryId>),
}

struct Relations<'r, 'a> {
    body: &'r Body<'a>,
    entries: &'r mut Vec<Entry>,
    blocks: Vec<Draft>,
}

impl Relations<'_, '_> {
    fn prose(&mut self, end: usize, node: usize) {
        if let Some(Draft::Prose(slice)) = self.blocks.last_mut() {
            slice.push(node..end);
        } else {
            self.blocks.push(Draft::Prose(Slice::from(node..end)));
        }
    }

    fn show(&mut self, id: EntryId) {
        if let Some(Draft::Relations(ids)) = self.blocks.last_mut() {
            ids.push(id);
        } else {
            self.blocks.push(Draft::Relations(vec![id]));
        }
    }

    fn finish(self) -> Vec<Block> {
        let body = self.body;
        self.blocks
            .into_iter()
            .map(|draft| match draft {
                Draft::Prose(slice) => Block::Prose {
                    prose: prose::flow(body, &slice),
                    items: items(body, &slice),
                },
                Draft::Relations(ids) => Block::Relations(ids),
            })
            .collect()
    }

    fn heading(&mut self, heading: usize, nodes: &[usize]) {
        let mut slice = Slice::default();
        for &node in nodes {
            slice.push(node..self.body.markdown.end(node));
        }
        let whole = prose::flow(self.body, &slice);
        let items = items_or_whole(self.body, &slice, &whole);
        self.named(EntryForm::Heading, heading, whole, items, nodes);
    }

    fn term(&mut self, definition: &Definition) {
        let body = self.body;
        let mut found = Vec::new();
        let mut nodes = Vec::new();
        for events in &definition.definitions {
            let slice = Slice::from(events.clone());
            found.extend(items_or_whole(body, &slice, &prose_text(body, &slice)));
            nodes.extend(body.markdown.nodes(events.clone()));
        }
        let whole = prose::flow(body, &definition.slice());
        self.named(EntryForm::Term, definition.term, whole, found, &nodes);
    }

    /// Adds the entry whose lead is the heading or term at `at`; `nodes` make its body.
    fn named(&mut self, form: EntryForm, at: usize, whole: Prose, items: Vec<Item>, nodes: &[usize]) {
        let body = self.body;
        let inside = body.markdown.inside(at);
        let lead = Slice::from(inside.clone());
        let id = self.add(Entry {
            form,
            lead_text: plain::written_slice(body, &lead),
            references: parties_in(body, &lead),
            lead: prose::phrase(body, &lead),
            anchor: body.anchors.at(at).map(str::to_owned),
            span: body.markdown.span_within(inside, at),
            body: whole,
            items,
            inner: Vec::new(),
        });
        let inner = self.inner(nodes);
        if let Some(entry) = self.entries.get_mut(id.index()) {
            entry.inner = inner;
        }
        self.show(id);
    }

    /// The entries within a body that is nothing but lists of items that begin with a reference.
    fn inner(&mut self, nodes: &[usize]) -> Vec<EntryId> {
        let body = self.body;
        let markdown = &body.markdown;
        let nodes = nodes
            .iter()
            .filter(|node| !matches!(markdown.tag(**node), Some(Tag::FootnoteDefinition(_))));
        let mut items = Vec::new();
        for &node in nodes {
            let Some(Tag::List(_)) = markdown.tag(node) else {
                return Vec::new();
            };
            items.extend(markdown.nodes(markdown.inside(node)));
        }
        if !items.iter().all(|item| leading(body, *item).is_some()) {
            return Vec::new();
        }
        items.into_iter().map(|item| self.item(item)).collect()
    }

    fn item(&mut self, item: usize) -> EntryId {
        let body = self.body;
        let inside: Range<usize> = body.markdown.inside(item);
        let (lead, rest) = match leading(body, item) {
            Some(found) => (found.lead, found.rest),
            None => (Slice::default(), Slice::from(inside.clone())),
        };
        let span = match (lead.parts.first(), lead.parts.last()) {
            (Some(first), Some(last)) => body
                .markdown
                .span_within(first.events.start..last.events.end, item),
            _ => body.trimmed(body.markdown.span_within(inside, item)),
        };
        self.add(Entry {
            form: EntryForm::Item,
            lead_text: plain::written_slice(body, &lead),
            references: parties_in(body, &lead),
            lead: prose::phrase(body, &lead),
            anchor: None,
            span,
            body: prose::flow(body, &rest),
            items: own_and_nested(body, &rest),
            inner: Vec::new(),
        })
    }

    fn add(&mut self, entry: Entry) -> EntryId {
        self.entries.push(entry);
        EntryId::at(self.entries.len() - 1)
    }
}

/// Only the plain text of `slice`.
fn prose_text(body: &Body<'_>, slice: &Slice) -> Prose {
    Prose {
        text: plain::template(body, slice),
        ..Prose::default()
    }
}
