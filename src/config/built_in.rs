//! The schemas that are built in: data files, one section a table, with its words in every language.

use serde::Deserialize;

use super::{Language, SectionRule};
use crate::model::{PartyKind, SectionKind};

/// Sociocracy 3.0's domain description.
pub(super) const S3: &str = include_str!("schema/s3.toml");
/// Holacracy's role definition.
pub(super) const HOLACRACY: &str = include_str!("schema/holacracy.toml");

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    section: Vec<Section>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Section {
    id: String,
    kind: String,
    #[serde(default)]
    required: Vec<String>,
    domains: Vec<String>,
    en: Words,
    de: Words,
    fr: Words,
    it: Words,
}

#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Words {
    title: String,
    #[serde(default)]
    also: Vec<String>,
    prompt: String,
}

/// The sections of a data file, with their words in `language`; English names hold in every language.
pub(super) fn sections(data: &str, language: &Language) -> Vec<SectionRule> {
    // The files are part of the program, and a test reads them all: there is nothing to report.
    let file: File = toml::from_str(data).unwrap_or_default();
    file.section
        .into_iter()
        .map(|section| rule(section, language))
        .collect()
}

fn rule(section: Section, language: &Language) -> SectionRule {
    let english = section.en.clone();
    let words = match language.words {
        "de" => section.de,
        "fr" => section.fr,
        "it" => section.it,
        _ => section.en,
    };
    let title = language.spelt(&words.title);
    let mut also = words.also;
    for name in [words.title, english.title].into_iter().chain(english.also) {
        if name != title && !also.contains(&name) {
            also.push(name);
        }
    }
    SectionRule {
        kind: kind(&section.kind),
        required: parties(&section.required),
        domains: parties(&section.domains),
        id: section.id,
        title,
        also,
        prompt: Some(language.spelt(&words.prompt)),
    }
}

fn kind(name: &str) -> SectionKind {
    let mut kinds = SectionKind::ALL.into_iter();
    kinds
        .find(|kind| kind.name() == name)
        .unwrap_or(SectionKind::Prose)
}

fn parties(names: &[String]) -> Vec<PartyKind> {
    PartyKind::ALL
        .into_iter()
        .filter(|kind| names.iter().any(|name| name == kind.name()))
        .collect()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

    use std::collections::BTreeMap;

    use super::{File, HOLACRACY, S3, sections};
    use crate::config::schema::name_key;
    use crate::config::{Language, Schema};
    use crate::model::{Direction, PartyKind, SectionKind};

    #[test]
    fn the_data_files_are_whole() {
        for data in [S3, HOLACRACY] {
            let file: File = toml::from_str(data).unwrap();
            for section in &file.section {
                assert!(SectionKind::ALL.iter().any(|kind| kind.name() == section.kind));
                for name in section.required.iter().chain(&section.domains) {
                    assert!(PartyKind::ALL.iter().any(|kind| kind.name() == name), "{name}");
                }
                assert!(section.required.iter().all(|name| section.domains.contains(name)));
            }
        }
    }

    #[test]
    fn no_name_means_two_sections() {
        for data in [S3, HOLACRACY] {
            for language in Language::BUILT_IN {
                let mut taken: BTreeMap<String, String> = BTreeMap::new();
                let language = &Language::of_tag(language).unwrap_or_default();
                for rule in sections(data, language) {
                    for name in std::iter::once(&rule.title).chain(&rule.also) {
                        let other = taken.insert(name_key(name), rule.id.clone());
                        let is_own = other.as_ref().is_none_or(|other| *other == rule.id);
                        assert!(is_own, "{language:?}: {name} is also {other:?}");
                    }
                }
            }
        }
    }

    #[test]
    fn every_schema_can_hold_both_ends_of_a_relation() {
        for name in Schema::BUILT_IN {
            let schema = Schema::built_in(name, &Language::default()).unwrap();
            for direction in [Direction::Delivers, Direction::Needs] {
                let found = schema
                    .sections
                    .iter()
                    .find(|rule| rule.kind.direction() == Some(direction));
                assert!(found.is_some(), "{name}: {direction:?}");
            }
        }
    }

    #[test]
    fn s3_has_the_eleven_elements_of_a_domain_description() {
        let titles: Vec<String> = sections(S3, &Language::default())
            .into_iter()
            .map(|rule| rule.title)
            .collect();
        assert_eq!(
            titles,
            [
                "Purpose",
                "Key Responsibilities",
                "Customers and Deliverables",
                "Dependencies",
                "External Constraints",
                "Key Challenges",
                "Key Resources",
                "Delegator Responsibilities",
                "Competencies, Qualities and Skills",
                "Key Metrics and Monitoring",
                "Evaluation Schedule",
            ]
        );
    }
}
