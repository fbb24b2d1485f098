//! Sections that claim relations: headings, terms and items that name parties.

use super::body::Body;
use super::definition_list::Definition;
use super::items::{items, items_or_whole, own_and_nested};
use super::leading::{leading, parties_in};
use super::relation_parts::{Part, all_name_parties, items as items_of, parts};
use super::slice::Slice;
use super::{plain, prose};
use crate::model::{Block, Entry, EntryForm, EntryId, Item, Prose};

/// The blocks that `nodes` make; their entries are added to `entries`.
pub(super) fn blocks(body: &Body<'_>, nodes: &[usize], entries: &mut Vec<Entry>) -> Vec<Block> {
    let mut relations = Relations { body, entries };
    let mut drafts: Vec<Draft> = Vec::new();
    for part in parts(body, nodes) {
        match (part, drafts.last_mut()) {
            (Part::Prose(node), Some(Draft::Prose(slice))) => slice.push(node..body.markdown.end(node)),
            (Part::Prose(node), _) => drafts.push(Draft::Prose(Slice::from(node..body.markdown.end(node)))),
            (part, Some(Draft::Relations(ids))) => ids.extend(relations.entries_of(part)),
            (part, _) => drafts.push(Draft::Relations(relations.entries_of(part))),
        }
    }
    drafts.into_iter().map(|draft| draft.block(body)).collect()
}

/// Blocks as they are made; prose is written once all of it is known.
enum Draft {
    Prose(Slice),
    Relations(Vec<EntryId>),
}

impl Draft {
    fn block(self, body: &Body<'_>) -> Block {
        match self {
            Self::Prose(slice) => Block::Prose {
                prose: prose::flow(body, &slice),
                items: items(body, &slice),
            },
            Self::Relations(ids) => Block::Relations(ids),
        }
    }
}

struct Relations<'r, 'a> {
    body: &'r Body<'a>,
    entries: &'r mut Vec<Entry>,
}

impl Relations<'_, '_> {
    fn entries_of(&mut self, part: Part<'_>) -> Vec<EntryId> {
        let body = self.body;
        match part {
            Part::Prose(node) => vec![self.prose(node)],
            Part::Heading(heading, nodes) => vec![self.heading(heading, nodes)],
            Part::Terms(terms) => terms.iter().map(|term| self.term(term)).collect(),
            Part::Items(list) => items_of(body, list).map(|item| self.item(item)).collect(),
        }
    }

    fn heading(&mut self, heading: usize, nodes: &[usize]) -> EntryId {
        let mut slice = Slice::default();
        for &node in nodes {
            slice.push(node..self.body.markdown.end(node));
        }
        let whole = prose::flow(self.body, &slice);
        let items = items_or_whole(self.body, &slice, &whole);
        self.named(EntryForm::Heading, heading, whole, items, nodes)
    }

    fn term(&mut self, definition: &Definition) -> EntryId {
        let body = self.body;
        let mut found = Vec::new();
        let mut nodes = Vec::new();
        for events in &definition.definitions {
            let slice = Slice::from(events.clone());
            found.extend(items_or_whole(body, &slice, &prose_text(body, &slice)));
            nodes.extend(body.markdown.nodes(events.clone()));
        }
        let whole = prose::flow(body, &definition.slice());
        self.named(EntryForm::Term, definition.term, whole, found, &nodes)
    }

    /// Adds the entry whose lead is the heading or term at `at`; `nodes` make its body.
    fn named(
        &mut self,
        form: EntryForm,
        at: usize,
        whole: Prose,
        items: Vec<Item>,
        nodes: &[usize],
    ) -> EntryId {
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
        id
    }

    /// The entries within a body in which everything names parties.
    fn inner(&mut self, nodes: &[usize]) -> Vec<EntryId> {
        let parts = parts(self.body, nodes);
        if !all_name_parties(self.body, &parts) {
            return Vec::new();
        }
        parts.into_iter().flat_map(|part| self.entries_of(part)).collect()
    }

    fn item(&mut self, item: usize) -> EntryId {
        let body = self.body;
        let inside = body.markdown.inside(item);
        let (lead, rest) = match leading(body, item) {
            Some(found) => (found.lead, found.rest),
            None => (Slice::default(), Slice::from(inside.clone())),
        };
        // Of a text that is cut nobody knows where in the source that is.
        let whole = lead.parts.iter().filter(|part| part.take.is_none());
        let whole = whole.map(|part| part.events.clone());
        let events = whole.reduce(|all, one| all.start..one.end);
        let span = match events {
            Some(events) => body.markdown.span_within(events, item),
            None => body.trimmed(body.markdown.span_within(inside, item)),
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

    /// Adds the entry of prose within a group: it names nobody.
    fn prose(&mut self, node: usize) -> EntryId {
        let body = self.body;
        let slice = Slice::from(node..body.markdown.end(node));
        let whole = prose::flow(body, &slice);
        self.add(Entry {
            form: EntryForm::Item,
            lead: Prose::default(),
            lead_text: String::new(),
            references: Vec::new(),
            anchor: None,
            span: body.trimmed(body.markdown.span(node)),
            items: items_or_whole(body, &slice, &whole),
            body: whole,
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
