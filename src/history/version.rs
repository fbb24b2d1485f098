//! A source as it was at some time: what of it can change in the organisation's terms.

use super::named::{CLOSE, OPEN, Written};
use crate::config::Config;
use crate::model::{
    Block, Direction, Document, DocumentKind, Entry, Fill, ReferenceForm, SectionKind, Template,
    WrittenHolder, WrittenWho,
};
use crate::parse;
use crate::text::{Source, SourceId, SourcePath};

/// A state of a source; names in it are not looked up yet.
#[derive(Debug)]
pub(super) struct Draft {
    pub(super) kind: DocumentKind,
    pub(super) id: String,
    pub(super) title: String,
    pub(super) aliases: Vec<String>,
    pub(super) delegators: Vec<Written>,
    pub(super) team: Option<Written>,
    pub(super) keepers: Vec<(Written, Option<String>)>,
    pub(super) members: Vec<(Written, Option<String>)>,
    /// Single facts, each with what says which it is.
    pub(super) contact: Option<String>,
    pub(super) reviewed: Option<String>,
    pub(super) fields: Vec<(String, String)>,
    /// What is said in each section that claims no relations: which it is, its heading, its items.
    pub(super) said: Vec<(String, String, Vec<String>)>,
    /// The relations that are claimed: which way, with whom, and the items.
    pub(super) claims: Vec<(Direction, Written, Vec<String>)>,
}

impl Draft {
    /// What `text` at `path` says.
    pub(super) fn of(path: &SourcePath, text: &std::sync::Arc<str>, config: &Config) -> Self {
        let source = Source {
            path: path.clone(),
            text: std::sync::Arc::clone(text),
            fault: None,
        };
        let (document, _) = parse::document(&source, SourceId(0), config);
        let front = &document.front;
        let mut draft = Self {
            kind: document.kind,
            id: document.id.clone(),
            title: document.title.clone(),
            aliases: front.aliases.iter().map(|alias| alias.value.clone()).collect(),
            delegators: front.delegators.iter().map(who).collect(),
            team: front.team.as_ref().map(|team| Written::Name(team.value.clone())),
            keepers: front.keepers.iter().flatten().map(held).collect(),
            members: front.members.iter().flatten().map(held).collect(),
            contact: front.contact.clone(),
            reviewed: front.reviewed.map(|day| day.to_string()),
            fields: front.fields.clone(),
            said: Vec::new(),
            claims: Vec::new(),
        };
        if !document.lead.is_empty() {
            let lead = lines(&plain(&document, &document.lead.text));
            draft.said.push((String::new(), String::new(), lead));
        }
        for section in &document.sections {
            match section.kind {
                SectionKind::Deliverables => draft.claim(&document, Direction::Delivers, &section.blocks),
                SectionKind::Needs => draft.claim(&document, Direction::Needs, &section.blocks),
                SectionKind::Prose | SectionKind::List => {
                    let id = section.rule.clone().unwrap_or_else(|| section.anchor.clone());
                    let items = said(&document, section.kind, &section.blocks);
                    draft
                        .said
                        .push((id, plain(&document, &section.title.text), items));
                }
            }
        }
        draft
    }

    fn claim(&mut self, document: &Document, direction: Direction, blocks: &[Block]) {
        let relations = blocks.iter().filter_map(|block| match block {
            Block::Relations(entries) => Some(entries),
            Block::Prose { .. } => None,
        });
        for entry in relations.flatten() {
            self.claim_entry(document, direction, document.entry(*entry));
        }
    }

    fn claim_entry(&mut self, document: &Document, direction: Direction, entry: &Entry) {
        // A heading above entries that name parties themselves, and that names none, only groups them.
        if entry.references.is_empty() && !entry.inner.is_empty() {
            for inner in &entry.inner {
                self.claim_entry(document, direction, document.entry(*inner));
            }
            return;
        }
        let items: Vec<String> = entry
            .items
            .iter()
            .map(|item| plain(document, &item.text).trim().to_owned())
            .filter(|item| !item.is_empty())
            .collect();
        let mut names: Vec<String> = entry
            .references
            .iter()
            .map(|id| name(document, *id))
            .filter(|name| !name.is_empty())
            .collect();
        if names.is_empty() && !entry.lead_text.trim().is_empty() {
            names.push(entry.lead_text.trim().to_owned());
        }
        for name in names {
            self.claims.push((direction, Written::Name(name), items.clone()));
        }
    }
}

fn held(holder: &WrittenHolder) -> (Written, Option<String>) {
    (who(holder), holder.team.as_ref().map(|team| team.value.clone()))
}

fn who(holder: &WrittenHolder) -> Written {
    match &holder.who {
        WrittenWho::Name(name) | WrittenWho::Person(name) => Written::Name(name.value.clone()),
        WrittenWho::KeepersOf(role) => Written::KeepersOf(role.value.clone()),
        WrittenWho::Text(words) => Written::Words(words.clone()),
        WrittenWho::Vacant => Written::Vacant,
    }
}

/// What a section says: the items of lists, the lines of prose.
fn said(document: &Document, kind: SectionKind, blocks: &[Block]) -> Vec<String> {
    let mut all = Vec::new();
    for block in blocks {
        let Block::Prose { prose, items } = block else {
            continue;
        };
        if kind == SectionKind::List && !items.is_empty() {
            let items = items
                .iter()
                .map(|item| plain(document, &item.text).trim().to_owned());
            all.extend(items.filter(|item| !item.is_empty()));
        } else {
            all.extend(lines(&plain(document, &prose.text)));
        }
    }
    all
}

fn lines(text: &str) -> Vec<String> {
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.map(str::to_owned).collect()
}

/// A text without markup, names in it between [`OPEN`] and [`CLOSE`].
fn plain(document: &Document, template: &Template) -> String {
    let mut out = String::with_capacity(template.text.len());
    let mut at = 0;
    for slot in &template.slots {
        out.push_str(template.text.get(at..slot.at).unwrap_or_default());
        at = slot.at;
        if let Fill::Name(reference) = slot.fill {
            out.push(OPEN);
            out.push_str(&name(document, reference));
            out.push(CLOSE);
        }
    }
    out.push_str(template.text.get(at..).unwrap_or_default());
    out
}

/// What a reference names: for a path to a source, that source's name.
fn name(document: &Document, id: crate::model::ReferenceId) -> String {
    let reference = document.reference(id);
    let name = match reference.form {
        ReferenceForm::Wikilink => reference.name.as_str(),
        ReferenceForm::Link | ReferenceForm::Image => {
            let file = reference.name.rsplit('/').next().unwrap_or_default();
            file.strip_suffix(".md").unwrap_or(file)
        }
    };
    name.to_owned()
}
