//! `[[section]]`: what a handbook changes of the schema, or adds to it.

use super::schema::name_key;
use super::{Schema, SectionRule, Table, Value};
use crate::finding::{Certainty, Fix};
use crate::model::{PartyKind, SectionKind, Spot};
use crate::text::{folded, slug};

/// `schema` with the `[[section]]` tables of `table` laid over it.
pub(super) fn changed(schema: Schema, table: &Table) -> Schema {
    let Some(written) = table.get("section") else {
        return schema;
    };
    let mut sections = schema.sections;
    written.list(|entry| {
        entry.table("a table, written below a line `[[section]]`", |table| {
            change(&mut sections, table);
        })
    });
    Schema::new(sections)
}

/// Changes the section of the table's id, or adds it at the end.
fn change(sections: &mut Vec<SectionRule>, table: &Table) {
    let id = table.get("id").and_then(id_of);
    if id.is_none() {
        table.report_missing("id", "id = \"out-of-scope\"");
    }
    let title = table.get("title").and_then(Value::text);
    let is_new = !sections.iter().any(|rule| Some(&rule.id) == id.as_ref());
    if is_new && title.is_none() {
        table.report_missing("title", "title = \"Out of scope\"");
    }
    let change = Change::read(table);
    let Some(id) = id else {
        return;
    };
    let title = title.filter(|title| is_free(sections, &id, title, table));
    let title = title.map(|title| title.value);
    for name in title.iter().chain(&change.also) {
        take_name(sections, &id, name);
    }
    if let Some(rule) = sections.iter_mut().find(|rule| rule.id == id) {
        change.apply(rule, title);
    } else if let Some(title) = title {
        let mut rule = added(id, title);
        change.apply(&mut rule, None);
        sections.push(rule);
    }
}

/// What a `[[section]]` table says beside the id and the title; none where it says nothing.
struct Change {
    also: Vec<String>,
    kind: Option<SectionKind>,
    /// Empty where the section is to have none.
    prompt: Option<String>,
    required: Option<Required>,
    domains: Option<Vec<PartyKind>>,
}

impl Change {
    fn read(table: &Table) -> Self {
        let also = table.get("also").map(Value::texts).unwrap_or_default();
        Self {
            also: also.into_iter().map(|name| name.value).collect(),
            kind: table
                .get("kind")
                .and_then(|value| value.choice(&SectionKind::ALL.map(|kind| (kind.name(), kind)))),
            prompt: table
                .get("prompt")
                .map(|value| value.text().map_or_else(String::new, |text| text.value)),
            required: table.get("required").map(required),
            domains: table.get("domains").map(domains),
        }
    }

    fn apply(self, rule: &mut SectionRule, title: Option<String>) {
        if let Some(title) = title.filter(|title| *title != rule.title) {
            // Documents that go by the old title still mean this section.
            let old = std::mem::replace(&mut rule.title, title);
            rule.also.push(old);
        }
        rule.also.extend(self.also);
        rule.kind = self.kind.unwrap_or(rule.kind);
        if let Some(prompt) = self.prompt {
            rule.prompt = Some(prompt).filter(|prompt| !prompt.is_empty());
        }
        rule.domains = self.domains.unwrap_or_else(|| std::mem::take(&mut rule.domains));
        match self.required {
            Some(Required::OfAll(true)) => rule.required.clone_from(&rule.domains),
            Some(Required::OfAll(false)) => rule.required.clear(),
            Some(Required::Of(kinds)) => rule.required = kinds,
            None => {}
        }
        rule.required.retain(|kind| rule.domains.contains(kind));
    }
}

/// A section that the schema does not have, before anything more is said of it.
fn added(id: String, title: String) -> SectionRule {
    SectionRule {
        id,
        title,
        also: Vec::new(),
        kind: SectionKind::Prose,
        prompt: None,
        required: Vec::new(),
        domains: vec![PartyKind::Role, PartyKind::Team],
    }
}

fn id_of(value: Value) -> Option<String> {
    let id = value.text()?.value;
    let fitting = slug(&id);
    if fitting != id {
        let finding = value.finding(format!("`{id}` can't be an id"));
        let finding = finding.help(format!("write it in small letters with hyphens: `{fitting}`"));
        let certainty = if folded(&id) == folded(&fitting) {
            Certainty::Certain
        } else {
            Certainty::Likely
        };
        let fix = Fix::new(
            format!("write `{fitting}`"),
            value.place(),
            format!("\"{fitting}\""),
            certainty,
        );
        value.report(if fitting.is_empty() {
            finding
        } else {
            finding.fix(fix)
        });
    }
    (!fitting.is_empty()).then_some(fitting)
}

/// Which domains are asked for a section.
enum Required {
    /// All that it is for, or none.
    OfAll(bool),
    /// These.
    Of(Vec<PartyKind>),
}

fn required(value: Value) -> Required {
    if value.is_text() || value.is_list() {
        return Required::Of(domains(value));
    }
    Required::OfAll(value.flag().unwrap_or(false))
}

fn domains(value: Value) -> Vec<PartyKind> {
    let kinds = PartyKind::ALL.map(|kind| (kind.name(), kind));
    value.list(|entry| entry.choice(&kinds))
}

/// Whether no other section has that title; reports it where one has.
fn is_free(sections: &[SectionRule], id: &str, title: &Spot<String>, table: &Table) -> bool {
    let key = name_key(&title.value);
    let other = sections
        .iter()
        .find(|rule| rule.id != id && name_key(&rule.title) == key);
    if let Some(other) = other {
        let message = format!(
            "`{}` is the title of the section `{}` already",
            title.value, other.id
        );
        let help = format!(
            "write `id = \"{}\"` to change that section, or choose another title",
            other.id
        );
        table.report(table.finding_at(title.span, message).help(help));
    }
    other.is_none()
}

/// Takes `name` from the other sections that go by it: it means the handbook's own now.
fn take_name(sections: &mut [SectionRule], id: &str, name: &str) {
    let key = name_key(name);
    for rule in sections.iter_mut().filter(|rule| rule.id != id) {
        rule.also.retain(|other| name_key(other) != key);
    }
}
