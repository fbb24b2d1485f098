//! The schema: which sections a domain's description has, by which names they go, what they hold.

use std::collections::BTreeMap;

use super::{Language, built_in};
use crate::model::{PartyKind, SectionKind};
use crate::text::slug;

/// The sections that domains are asked for, in their order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Schema {
    /// The sections.
    pub sections: Vec<SectionRule>,
    /// The sections that go by a name, by [`name_key`]; for one kind of domain the first is meant.
    by_name: BTreeMap<String, Vec<usize>>,
}

/// A section of the schema.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SectionRule {
    /// Its id, such as `key-responsibilities`.
    pub id: String,
    /// Its title in the handbook's language.
    pub title: String,
    /// Other titles that it goes by, in that language and in English.
    pub also: Vec<String>,
    /// What it holds.
    pub kind: SectionKind,
    /// The question that stands below its heading.
    pub prompt: Option<String>,
    /// The kinds of domains that are asked for it.
    pub required: Vec<PartyKind>,
    /// The kinds of domains it is for.
    pub domains: Vec<PartyKind>,
}

impl Schema {
    /// The names of the schemas that are built in; the first is the default.
    pub const BUILT_IN: [&str; 2] = ["s3", "holacracy"];

    /// A schema of these sections. Where two go by one name, a title goes before other names, and the
    /// earlier section before the later.
    pub fn new(sections: Vec<SectionRule>) -> Self {
        let mut by_name: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        let titles = sections.iter().map(|rule| std::slice::from_ref(&rule.title));
        let others = sections.iter().map(|rule| rule.also.as_slice());
        for (index, names) in titles.enumerate().chain(others.enumerate()) {
            for name in names {
                by_name.entry(name_key(name)).or_default().push(index);
            }
        }
        Self { sections, by_name }
    }

    /// The built-in schema of that name, in that language; English where it has no words in it.
    pub fn built_in(name: &str, language: &Language) -> Option<Self> {
        let sections = match name {
            "s3" => built_in::sections(built_in::S3, language),
            "holacracy" => built_in::sections(built_in::HOLACRACY, language),
            _ => return None,
        };
        Some(Self::new(sections))
    }

    /// The section that a domain of that kind means by `heading`: in any letter case, whatever the
    /// punctuation, and with `&` for "and".
    pub fn matching(&self, heading: &str, kind: PartyKind) -> Option<&SectionRule> {
        let indexes = self.by_name.get(&name_key(heading))?;
        let mut rules = indexes.iter().map(|index| &self.sections[*index]); // indexes of `sections`
        rules.find(|rule| rule.domains.contains(&kind))
    }

    /// The section of that id.
    pub fn section(&self, id: &str) -> Option<&SectionRule> {
        self.sections.iter().find(|rule| rule.id == id)
    }

    /// Every name by which a section for that kind of domain goes, titles first.
    pub fn names(&self, kind: PartyKind) -> impl Iterator<Item = &str> {
        let rules = move || {
            self.sections
                .iter()
                .filter(move |rule| rule.domains.contains(&kind))
        };
        let titles = rules().map(|rule| rule.title.as_str());
        titles.chain(rules().flat_map(|rule| rule.also.iter().map(String::as_str)))
    }
}

impl Default for Schema {
    /// `s3` in English.
    fn default() -> Self {
        Self::new(built_in::sections(built_in::S3, &Language::default()))
    }
}

/// What two spellings of one title have in common: letter case, punctuation, and the word for `&` in
/// the languages built in do not matter.
pub(crate) fn name_key(name: &str) -> String {
    let slug = slug(name);
    if !slug.contains('-') {
        return slug;
    }
    let mut key = String::with_capacity(slug.len());
    for word in slug
        .split('-')
        .filter(|word| !matches!(*word, "and" | "und" | "et" | "e" | "ed"))
    {
        if !key.is_empty() {
            key.push('-');
        }
        key.push_str(word);
    }
    key
}

#[cfg(test)]
mod tests {
    use super::Schema;
    use crate::config::Language;
    use crate::model::PartyKind::{External, Role, Team};

    fn id_of(schema: &Schema, heading: &str) -> String {
        let rule = schema.matching(heading, Role);
        rule.map_or_else(String::new, |rule| rule.id.clone())
    }

    #[test]
    fn a_section_answers_to_all_its_names() {
        let german = Language::of_tag("de-CH")
            .and_then(|language| Schema::built_in("s3", &language))
            .unwrap_or_default();
        let english = Schema::default();
        let cases = [
            (&english, "Purpose", "purpose"),
            (&english, "  primary   DRIVER ", "purpose"),
            (&english, "Key Responsibilities:", "key-responsibilities"),
            (&english, "Customers & Deliverables", "customers-and-deliverables"),
            (
                &english,
                "Customers and Deliverables",
                "customers-and-deliverables",
            ),
            (
                &english,
                "Stakeholders and Key Deliverables",
                "customers-and-deliverables",
            ),
            (&english, "Key Deliverables", "customers-and-deliverables"),
            (&english, "Stakeholders", "customers-and-deliverables"),
            (&english, "Deliverables", "customers-and-deliverables"),
            (&english, "Competencies, Qualities & Skills", "competencies"),
            (&english, "Skills", "competencies"),
            (&english, "Monitoring and Evaluation", "key-metrics"),
            (&english, "Evaluation schedule", "evaluation-schedule"),
            (&english, "Zweck", ""),
            (&english, "Purposes of old", ""),
            (&english, "", ""),
            (&german, "Zweck", "purpose"),
            (&german, "Purpose", "purpose"),
            (&german, "Grösste Herausforderungen", "key-challenges"),
            (&german, "Größte Herausforderungen", "key-challenges"),
            (&german, "Abhängigkeiten", "dependencies"),
            (
                &german,
                "Kunden & Liefergegenstände",
                "customers-and-deliverables",
            ),
        ];
        for (schema, heading, id) in cases {
            assert_eq!(id_of(schema, heading), id, "{heading}");
        }
    }

    #[test]
    fn external_parties_have_free_sections_only() {
        assert!(Schema::default().matching("Purpose", External).is_none());
        assert!(Schema::default().matching("Purpose", Team).is_some());
    }
}
