//! Documents as tests show them.

use std::fmt::Write;

use super::document;
use crate::config::Config;
use crate::finding::Finding;
use crate::model::{Block, Document, Entry, EntryId, Fill, Item, Template};
use crate::text::{Source, SourceId, SourcePath};

/// The document at `path` with that text, and what is wrong with it.
pub(super) fn read(path: &str, text: &str) -> (Document, Vec<Finding>) {
    let source = Source {
        path: SourcePath::new(path).unwrap_or_else(|fault| panic!("{path}: {fault:?}")),
        text: text.into(),
        fault: None,
    };
    document(&source, SourceId(0), &Config::default())
}

/// The role with that text, as [`dump`] shows it.
pub(super) fn role(text: &str) -> String {
    dump(&read("content/roles/engineer.md", text).0)
}

/// The ordinary page with that text, as [`dump`] shows it.
pub(super) fn page(text: &str) -> String {
    dump(&read("content/page.md", text).0)
}

/// What a document says, a line each thing, without what it says nothing of.
pub(super) fn dump(document: &Document) -> String {
    let mut dump = Dump {
        document,
        out: String::new(),
    };
    dump.all();
    dump.out
}

/// A template with its slots in braces.
pub(super) fn shown(template: &Template) -> String {
    let mut out = String::new();
    let mut done = 0;
    for slot in &template.slots {
        out.push_str(&template.text[done..slot.at]);
        done = slot.at;
        let fill = match &slot.fill {
            Fill::Open(id) => format!("{{{}:", id.0),
            Fill::Close(_) => "}".to_owned(),
            Fill::Name(id) => format!("{{name {}}}", id.0),
            Fill::Address(id) => format!("{{address {}}}", id.0),
            Fill::Anchor(anchor) => format!("{{#{anchor}}}"),
            Fill::Footnote(number) => format!("{{note {number}}}"),
            Fill::Word(key) => format!("{{{key}}}"),
        };
        out.push_str(&fill);
    }
    out.push_str(&template.text[done..]);
    out.replace('\n', "⏎")
}

struct Dump<'d> {
    document: &'d Document,
    out: String,
}

impl Dump<'_> {
    fn line(&mut self, line: std::fmt::Arguments<'_>) {
        self.out.write_fmt(line).unwrap_or_default();
        self.out.push('\n');
    }

    fn all(&mut self) {
        let document = self.document;
        self.line(format_args!("= {}", document.title));
        if !document.lead.is_empty() {
            self.line(format_args!("{}", shown(&document.lead.html)));
        }
        for section in &document.sections {
            let rule = section.rule.as_deref().unwrap_or("-");
            self.line(format_args!(
                "== {} #{} {rule}",
                shown(&section.title.html),
                section.anchor
            ));
            for block in &section.blocks {
                match block {
                    Block::Prose { prose, items } => {
                        self.line(format_args!("{}", shown(&prose.html)));
                        self.items(items, "");
                    }
                    Block::Relations(ids) => ids.iter().for_each(|id| self.entry(*id, "")),
                }
            }
        }
        for term in &document.terms {
            self.line(format_args!("term {} #{}", term.names.join(" = "), term.anchor));
            self.line(format_args!("  {}", shown(&term.definition.html)));
        }
        for note in &document.footnotes {
            self.line(format_args!("note #{} {}", note.anchor, shown(&note.prose.html)));
        }
        for (number, reference) in document.references.iter().enumerate() {
            let anchor = reference
                .anchor
                .as_deref()
                .map_or_else(String::new, |anchor| format!("#{anchor}"));
            let tooltip = Some(&reference.tooltip).filter(|tooltip| !tooltip.is_empty());
            let tooltip = tooltip.map_or_else(String::new, |tooltip| format!(" \"{tooltip}\""));
            let form = format!("{:?}", reference.form).to_lowercase();
            self.line(format_args!(
                "{number} {form} {}{anchor}{tooltip}",
                reference.name
            ));
        }
    }

    fn entry(&mut self, id: EntryId, indent: &str) {
        let entry: &Entry = self.document.entry(id);
        let form = format!("{:?}", entry.form).to_lowercase();
        let anchor = entry
            .anchor
            .as_deref()
            .map_or_else(String::new, |anchor| format!(" #{anchor}"));
        let references: Vec<u32> = entry.references.iter().map(|id| id.0).collect();
        self.line(format_args!(
            "{indent}{form} {} {references:?}{anchor}",
            shown(&entry.lead.html)
        ));
        if !entry.body.is_empty() {
            self.line(format_args!("{indent}  {}", shown(&entry.body.html)));
        }
        self.items(&entry.items, &format!("{indent}  "));
        for inner in &entry.inner {
            self.entry(*inner, &format!("{indent}    "));
        }
    }

    fn items(&mut self, items: &[Item], indent: &str) {
        for item in items {
            let bullet = "*".repeat(item.depth + 1);
            self.line(format_args!("{indent}{bullet} {}", shown(&item.text)));
        }
    }
}
