//! Where the other end of a relation would say the same, and how it might.

use std::fmt::Write as _;

use super::Evidence;
use crate::config::SectionRule;
use crate::finding::{Edit, Label};
use crate::model::{
    Block, Direction, Document, DocumentId, EntryForm, EntryId, Item, Meaning, Party, PartyKind, Section,
};
use crate::text::{Place, Span};

/// The answer to a claim that is still to be written.
#[derive(Clone, Copy)]
pub(super) struct Answer<'a> {
    /// On whose page it belongs.
    pub(super) by: &'a Party,
    /// Who claimed the relation.
    pub(super) to: &'a Party,
    /// From which end it is claimed there.
    pub(super) direction: Direction,
}

/// Something delivered or needed: how deep it is nested, and its text on one line.
pub(super) type Thing = (usize, String);

/// The section of the schema in which parties of that kind claim relations from that end.
pub(super) fn rule<'a>(evidence: &Evidence<'a>, kind: PartyKind, end: Direction) -> Option<&'a SectionRule> {
    let mut rules = evidence.config.schema.sections.iter();
    rules.find(|rule| rule.kind.direction() == Some(end) && rule.domains.contains(&kind))
}

/// What is written as `item`.
pub(super) fn thing(evidence: &Evidence, document: DocumentId, item: &Item) -> Thing {
    let text = evidence.plain(document, &item.text);
    let words: Vec<&str> = text.split_whitespace().collect();
    (item.depth, words.join(" "))
}

impl<'a> Answer<'a> {
    /// Where it belongs: at the section for it, or at the page's title where there is none.
    pub(super) fn label(&self, evidence: &Evidence<'a>) -> Label {
        let (by, to) = (&self.by.title, &self.to.title);
        let what = match self.direction {
            Direction::Delivers => format!("what {by} promises {to}"),
            Direction::Needs => format!("what {by} needs from {to}"),
        };
        let document = evidence.document(self.by);
        if let Some(section) = self.section(document) {
            return Label {
                place: Place::new(document.source, section.span),
                text: format!("{what} belongs here"),
            };
        }
        let text = match rule(evidence, self.by.kind, self.direction) {
            Some(rule) => format!("no section `{}` on this page yet", rule.title),
            None => format!("{what} belongs on this page"),
        };
        Label {
            place: self.by.place,
            text,
        }
    }

    /// A change that writes it, in the form that the page uses already; what is promised or needed is taken
    /// over from the other end, to be put into the page's own words.
    pub(super) fn edit(&self, evidence: &Evidence<'a>, things: &[Thing]) -> Option<Edit> {
        let document = evidence.document(self.by);
        let text = &evidence.snapshot.source(document.source).text;
        let (at, written) = if let Some(section) = self.section(document) {
            let start = section.span.end;
            let end = next_section(document, start).unwrap_or(text.len());
            let body = text.get(start..end)?.trim_end();
            let written = self.written(evidence, section, things, body);
            (start + body.len(), written)
        } else {
            let rule = rule(evidence, self.by.kind, self.direction)?;
            let end = before(evidence, document, rule).unwrap_or(text.len());
            let written = format!("\n\n## {}{}", rule.title, self.heading(things));
            (text.get(..end)?.trim_end().len(), written)
        };
        let written = if at == 0 { written.trim_start() } else { &written };
        Some(Edit {
            place: Place::new(document.source, Span::new(at, at)),
            text: written.to_owned(),
        })
    }

    /// The section in which it belongs.
    fn section<'d>(&self, document: &'d Document) -> Option<&'d Section> {
        let mut sections = document.sections.iter();
        sections.find(|section| section.kind.direction() == Some(self.direction))
    }

    /// The entry, to stand behind `body`.
    fn written(&self, evidence: &Evidence, section: &Section, things: &[Thing], body: &str) -> String {
        let document = evidence.document(self.by);
        let meanings = &evidence.organisation.links_of(self.by.document).entries;
        let is_group = |id: &EntryId| meanings.get(id.index()) == Some(&Meaning::Grouping);
        let Some(last) = last_entry(section).filter(|last| !is_group(last)) else {
            return self.heading(things);
        };
        let last = document.entry(last);
        match last.form {
            EntryForm::Heading => self.heading(things),
            EntryForm::Term => {
                let items = list(things, "  ");
                format!("\n\n[[{}]]\n: {}", self.to.id, items.trim_start())
            }
            EntryForm::Item => {
                let marker = marker(evidence, Place::new(document.source, last.span));
                let is_in_list = body.lines().last().is_some_and(|line| !line.starts_with('['));
                let gap = if is_in_list { "\n" } else { "\n\n" };
                let lead = format!("{gap}{marker}[[{}]]", self.to.id);
                match things {
                    [(_, only)] => format!("{lead} - {only}"),
                    several => {
                        let indent = " ".repeat(marker.chars().count());
                        format!("{lead}\n{}", list(several, &indent))
                    }
                }
            }
        }
    }

    fn heading(&self, things: &[Thing]) -> String {
        format!("\n\n### [[{}]]\n\n{}", self.to.id, list(things, ""))
    }
}

/// The last entry of a section that is in no group.
fn last_entry(section: &Section) -> Option<EntryId> {
    section.blocks.iter().rev().find_map(|block| match block {
        Block::Relations(entries) => entries.last().copied(),
        Block::Prose { .. } => None,
    })
}

/// A list of things, each line behind `indent`.
fn list(things: &[Thing], indent: &str) -> String {
    let mut lines = String::new();
    for (depth, text) in things {
        let gap = if lines.is_empty() { "" } else { "\n" };
        let _ = write!(lines, "{gap}{indent}{}- {text}", "  ".repeat(*depth));
    }
    lines
}

/// What stands before the text of the items of the list that the item at `place` is in.
fn marker(evidence: &Evidence, place: Place) -> String {
    let text = &evidence.snapshot.source(place.source).text;
    let before = text.get(..place.span.start).unwrap_or_default();
    let line = before.rsplit('\n').next().unwrap_or_default();
    let bullet = line.trim_start().chars().next();
    match bullet {
        Some(bullet @ ('-' | '*' | '+')) => {
            let indent = &line[..line.len() - line.trim_start().len()];
            format!("{indent}{bullet} ")
        }
        _ => String::from("- "),
    }
}

/// Where the first section behind byte `start` begins.
pub(super) fn next_section(document: &Document, start: usize) -> Option<usize> {
    let starts = document.sections.iter().map(|section| section.span.start);
    starts.filter(|next| *next >= start).min()
}

/// Where the first section begins that stands behind `rule` in the schema.
fn before(evidence: &Evidence, document: &Document, rule: &SectionRule) -> Option<usize> {
    let rules = &evidence.config.schema.sections;
    let rank = |id: &str| rules.iter().position(|rule| rule.id == id);
    let own = rank(&rule.id);
    let mut sections = document.sections.iter();
    let later = sections.find(|section| {
        let other = section.rule.as_deref().and_then(rank);
        other.is_some() && other > own
    });
    later.map(|section| section.span.start)
}

#[cfg(test)]
mod tests {
    use crate::check::cases::{compiled, snapshot};
    use crate::finding::Finding;
    use crate::text::Snapshot;

    fn open(snapshot: &Snapshot) -> Vec<Finding> {
        let kinds = ["unanswered-expectation", "unclaimed-deliverable"];
        let findings = compiled(snapshot).findings;
        let own = findings
            .iter()
            .filter(|finding| kinds.contains(&finding.kind.name));
        own.cloned().collect()
    }

    /// `snapshot` with what `finding` suggests.
    fn mended(snapshot: &Snapshot, finding: &Finding) -> Snapshot {
        let mut snapshot = snapshot.clone();
        for edit in finding.fix.iter().flat_map(|fix| &fix.edits) {
            let source = &mut snapshot.sources[edit.place.source.0 as usize];
            let mut text = source.text.to_string();
            text.replace_range(edit.place.span.start..edit.place.span.end, &edit.text);
            source.text = text.into();
        }
        snapshot
    }

    #[test]
    fn what_is_suggested_is_an_answer() {
        let asking = |way: &str| {
            let others = [
                "heading", "term", "item", "number", "group", "late", "early", "bare", "noted", "prose",
            ];
            let entries = others.map(|other| format!("\n### [[{other}]]\n\n- one\n  - deeper\n- two\n"));
            let single = "\n### [[single]]\n\nProse.\n\n### [[nothing]]\n";
            format!(
                "//- content/roles/asker.md\n# Asker\n\n## {way}\n{}{single}",
                entries.concat()
            )
        };
        let answering = |own: &str| {
            format!(
                "
//- content/external/x.md
# X
//- content/roles/heading.md
## {own}

### [[x]]

- a

## Key Challenges

Many.
//- content/roles/term.md
## {own}

[[x]]
: - a

[^note]: A note.
//- content/roles/item.md
## {own}
 * [[x]] - a
 * [[x]] of old
   - b
## Key Challenges
//- content/roles/single.md
## {own}

+ [[x]] - a
//- content/roles/number.md
## {own}

1. [[x]] - a
2. [[x]] of old - b
//- content/roles/group.md
## {own}

- [[x]] - a

### Others

- [[x]] - b
//- content/roles/late.md
## Purpose

To be.
//- content/roles/early.md
# Early

Words.

## Key Challenges

- Many
//- content/roles/bare.md
//- content/roles/nothing.md
# Nothing
## {own}
//- content/roles/noted.md
## {own}

- [[x]] - a[^note]

[^note]: A note.
//- content/roles/prose.md
## {own}

- [[x]] - a

And so on.
"
            )
        };
        for (way, own) in [("Dependencies", "Deliverables"), ("Deliverables", "Dependencies")] {
            let before = snapshot(&format!("{}{}", asking(way), answering(own)));
            let findings = open(&before);
            assert_eq!(findings.len(), 12, "{way}");
            for finding in &findings {
                let after = open(&mended(&before, finding));
                let subjects: Vec<_> = after.iter().flat_map(|finding| &finding.subjects).collect();
                assert_eq!(after.len(), 11, "{:?}: {:?}", finding.subjects, finding.fix);
                assert!(!subjects.contains(&&finding.subjects[0]));
            }
        }
    }
}
