//! Sections as data: plain text, and the items of lists.

use super::document::{Section, SectionKind};
use crate::model::{self, Block, DocumentId, EntryId, Party};
use crate::site::Views;

/// The sections of a party's description.
pub(super) fn data(views: &Views<'_>, party: &Party) -> Vec<Section> {
    let id = party.document;
    let url = views.addresses().document(id).url();
    let sections = views.organisation().document(id).sections.iter();
    sections
        .map(|section| {
            let mut plain = Plain::default();
            for block in &section.blocks {
                plain.block(views, id, block);
            }
            Section {
                id: section.rule.clone().unwrap_or_else(|| section.anchor.clone()),
                title: views.text(id, &section.title.text),
                kind: match section.kind {
                    model::SectionKind::Prose => SectionKind::Prose,
                    model::SectionKind::List => SectionKind::List,
                    model::SectionKind::Deliverables => SectionKind::Deliverables,
                    model::SectionKind::Needs => SectionKind::Needs,
                },
                url: format!("{url}#{}", section.anchor),
                text: plain.text,
                items: plain.items,
            }
        })
        .collect()
}

#[derive(Default)]
struct Plain {
    text: String,
    items: Vec<String>,
}

impl Plain {
    fn block(&mut self, views: &Views<'_>, id: DocumentId, block: &Block) {
        match block {
            Block::Prose { prose, items } => {
                self.line(&views.text(id, &prose.text));
                self.items(views, id, items);
            }
            Block::Relations(entries) => {
                for entry in entries {
                    self.entry(views, id, *entry);
                }
            }
        }
    }

    fn entry(&mut self, views: &Views<'_>, id: DocumentId, entry: EntryId) {
        let entry = views.organisation().document(id).entry(entry);
        self.line(&views.text(id, &entry.lead.text));
        self.line(&views.text(id, &entry.body.text));
        self.items(views, id, &entry.items);
    }

    fn items(&mut self, views: &Views<'_>, id: DocumentId, items: &[model::Item]) {
        let items = items
            .iter()
            .map(|item| views.text(id, &item.text).trim().to_owned());
        self.items.extend(items);
    }

    fn line(&mut self, text: &str) {
        let text = text.trim();
        if !text.is_empty() {
            if !self.text.is_empty() {
                self.text.push('\n');
            }
            self.text.push_str(text);
        }
    }
}
