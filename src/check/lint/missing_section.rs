//! `missing-section`: a section that the schema asks of such a domain, and its page does not have.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::Evidence;
use super::strays::Known;
use crate::config::SectionRule;
use crate::finding::{Certainty, Edit, Example, Explanation, Finding, Fix, Kind, Level};
use crate::model::{Document, Party};
use crate::text::{Phrase, Place, Span, Word};

/// A role or team whose page lacks sections that every such page has.
pub(super) static KIND: Kind = Kind {
    name: "missing-section",
    level: Level::Warn,
    title: Phrase {
        en: "Missing sections",
        de: "Fehlende Abschnitte",
        fr: "Sections manquantes",
        it: "Sezioni mancanti",
    },
    summary: "a role or team without a section that every one of its kind should have",
    explanation: Explanation {
        what: "The handbook's schema asks this section of every role, or of every team, and this page does not \
               have it. With the schema `s3` these are the purpose, and for a role its key responsibilities; a \
               `[[section]]` in `book.toml` can ask for more, or for less. A section goes by several names \
               (“Responsibilities” is as good as “Key Responsibilities”), in any letter case.",
        why: "People come to the page with just this question: what is the role for, and what does it look \
              after? Where the page does not say, each reader fills the gap in their own way, and those who keep \
              the role are measured by expectations that nobody has told them.",
        mend: "Add the section: a line `## Purpose`, and below it an answer to the question that the help gives. \
               Two honest sentences are better than none. If the organisation does not want the section of anyone, \
               say so in `book.toml`: a `[[section]]` with `id = \"purpose\"` and `required = false`.",
        example: Some(Example {
            before: "\
//- content/roles/bookkeeper.md
# Bookkeeper

## Key Responsibilities

- Pays the invoices
",
            after: "\
//- content/roles/bookkeeper.md
# Bookkeeper

## Purpose

The association always knows what it owns and owes.

## Key Responsibilities

- Pays the invoices
",
        }),
    },
    names_people: false,
    is_timed: false,
};

const ONE: Phrase = Phrase {
    en: "{party} has no section {sections}",
    de: "{party} hat keinen Abschnitt {sections}",
    fr: "{party} n’a pas de section {sections}",
    it: "{party} non ha una sezione {sections}",
};

const SEVERAL: Phrase = Phrase {
    en: "{party} lacks the sections {sections}",
    de: "{party} hat die Abschnitte {sections} nicht",
    fr: "{party} n’a pas les sections {sections}",
    it: "{party} non ha le sezioni {sections}",
};

/// A finding for each page that lacks sections.
pub(super) fn run(evidence: &Evidence) -> Vec<Finding> {
    let mut known = Known::of(&evidence.config.schema);
    let parties = evidence.parties().map(|(_, party)| party);
    parties
        .filter_map(|party| finding(evidence, &mut known, party))
        .collect()
}

fn finding<'a>(evidence: &Evidence<'a>, known: &mut Known<'a>, party: &Party) -> Option<Finding> {
    let document = evidence.document(party);
    let missing = missing(evidence, known, party, document);
    if missing.is_empty() || evidence.faulty.contains(&document.source) {
        return None;
    }
    let names = missing.iter().map(|rule| Word::Quoted(rule.title.clone()));
    let words = [
        ("party", Word::plain(&party.title)),
        ("sections", Word::list(names.collect(), missing.len())),
    ];
    let phrase = if missing.len() == 1 { ONE } else { SEVERAL };
    let finding = Finding::said(&KIND, party.place, evidence.say(&phrase, &words))
        .label(format!("every {} is asked for this", party.kind.name()))
        .fix(inserted(evidence, document, &missing));
    let told = missing.iter().fold(finding, |finding, rule| {
        let answer = match &rule.prompt {
            Some(prompt) => format!("add `## {}`, and answer below it: {prompt}", rule.title),
            None => format!("add `## {}`", rule.title),
        };
        finding.about(&rule.id).help(answer)
    });
    Some(if is_like_any_page(document) {
        told.help(format!(
            "if this is no {}, move the file out of `content/{}`, or write `kind = \"page\"` between its `+++` lines",
            party.kind.name(),
            party.kind.folder()
        ))
    } else {
        told
    })
}

/// Whether nothing but its folder says that the page is a party's: it has sections, and none that the schema
/// knows, nor anybody who keeps it.
fn is_like_any_page(document: &Document) -> bool {
    let is_known = document.sections.iter().any(|section| section.rule.is_some());
    !document.sections.is_empty() && !is_known && document.front.keys.is_empty()
}

/// The sections that are asked of such a party, that its page has not, and that no heading of it seems to
/// be meant for.
fn missing<'a>(
    evidence: &Evidence<'a>,
    known: &mut Known<'a>,
    party: &Party,
    document: &Document,
) -> Vec<&'a SectionRule> {
    let asked = evidence.config.schema.sections.iter();
    let asked = asked.filter(|rule| rule.required.contains(&party.kind));
    let mut missing: Vec<&SectionRule> = asked
        .filter(|rule| document.section(&rule.id).is_none())
        .collect();
    if !missing.is_empty() {
        let strays = known.strays(evidence, document, party.kind);
        missing.retain(|rule| strays.iter().all(|stray| stray.rule.id != rule.id));
    }
    missing
}

/// Puts `missing` in where the schema has them: before the first section of the page that comes later there.
fn inserted(evidence: &Evidence, document: &Document, missing: &[&SectionRule]) -> Fix {
    let rules = &evidence.config.schema.sections;
    let rank = |id: &str| rules.iter().position(|rule| rule.id == id);
    let text = &evidence.snapshot.source(document.source).text;
    let end = text.trim_end().len();
    let mut texts: BTreeMap<usize, String> = BTreeMap::new();
    for rule in missing {
        let later = document.sections.iter().find(|section| {
            let place = section.rule.as_deref().and_then(rank);
            place.is_some() && place > rank(&rule.id)
        });
        let at = later.map_or(end, |section| section.span.start);
        let before = if at == end { "\n\n" } else { "" };
        let after = if at == end { "" } else { "\n\n" };
        let inserted = texts.entry(at).or_default();
        let _ = write!(inserted, "{before}## {}", rule.title);
        if let Some(prompt) = &rule.prompt {
            // Two hyphens could end the comment.
            let _ = write!(
                inserted,
                "\n\n<!-- {} -->",
                prompt.trim().replace("--", "\u{2013}")
            );
        }
        inserted.push_str(after);
    }
    let edits = texts.into_iter().map(|(at, text)| Edit {
        place: Place::new(document.source, Span::new(at, at)),
        text,
    });
    let what = if missing.len() == 1 {
        "the section"
    } else {
        "the sections"
    };
    Fix {
        title: format!("add {what}, with the question to answer"),
        edits: edits.collect(),
        certainty: Certainty::Likely,
    }
}

#[cfg(test)]
mod tests {
    use super::KIND;
    use crate::check::cases::found;

    #[test]
    fn fires_once_for_all_that_a_page_lacks() {
        let files = r#"
//- book.toml
book = { title = "Test", language = "fr" }
[[section]]
id = "out-of-scope"
title = "Hors périmètre"
required = "role"
//- content/roles/a.md
# Comptable

## Horaires

Texte.

## Dépendances

- Texte
//- content/teams/b.md
+++
title = "Bureau"
+++
"#;
        insta::assert_snapshot!(found(&KIND, files), @r###"
        warn: Comptable lacks the sections “Raison d’être”, “Responsabilités clés” and “Hors périmètre”
          Comptable n’a pas les sections « Raison d’être », « Responsabilités clés » et « Hors périmètre »
          content/roles/a.md:1:3 "Comptable": every role is asked for this
          help: add `## Raison d’être`, and answer below it: À quoi cela sert-il, et que manquerait-il sans cela ?
          help: add `## Responsabilités clés`, and answer below it: De quoi faut-il prendre soin ici, et que faut-il y décider ?
          help: add `## Hors périmètre`
          about: purpose, key-responsibilities, out-of-scope
          fix (Likely): add the sections, with the question to answer
            content/roles/a.md:7:1 "" -> "## Raison d’être\n\n<!-- À quoi cela sert-il, et que manquerait-il sans cela ? -->\n\n## Responsabilités clés\n\n<!-- De quoi faut-il prendre soin ici, et que faut-il y décider ? -->\n\n"
            content/roles/a.md:9:8 "" -> "\n\n## Hors périmètre"
        warn: Bureau has no section “Raison d’être”
          Bureau n’a pas de section « Raison d’être »
          content/teams/b.md:2:10 "Bureau": every team is asked for this
          help: add `## Raison d’être`, and answer below it: À quoi cela sert-il, et que manquerait-il sans cela ?
          about: purpose
          fix (Likely): add the section, with the question to answer
            content/teams/b.md:3:4 "" -> "\n\n## Raison d’être\n\n<!-- À quoi cela sert-il, et que manquerait-il sans cela ? -->"
        "###);
    }

    #[test]
    fn a_page_that_only_its_folder_makes_a_party_s_may_be_none() {
        let files = r"
//- content/roles/minutes.md
# Minutes

## Present

Everybody.
";
        let help = "help: if this is no role, move the file out of `content/roles`, or write `kind = \"page\"`";
        assert!(found(&KIND, files).contains(help));
        for begun in [
            "# Minutes\n",
            "# Minutes\n\n## Purpose\n\nNotes.\n",
            "+++\nkeepers = []\n+++\n\n## Present\n\nAll.\n",
        ] {
            let files = format!("//- content/roles/minutes.md\n{begun}");
            assert!(!found(&KIND, &files).contains("if this is no"), "{begun}");
        }
    }

    #[test]
    fn stays_silent_where_nothing_is_missing_or_something_else_is_wrong() {
        let files = r#"
//- content/roles/whole.md
# Whole

## Primary Driver

Text.

## RESPONSIBILITIES

- Text
//- content/roles/misspelt.md
# Misspelt

## Porpose

Text.

### Key Responsibilities

- Text
//- content/roles/invalid.md
+++
keeper = "x"
+++
//- content/roles/unclosed.md
+++
title = "Unclosed"
//- content/external/customer.md
# Customer
//- content/page.md
# Page
"#;
        assert_eq!(found(&KIND, files), "");
    }

    #[test]
    fn a_handbook_may_ask_for_nothing() {
        let files = r#"
//- book.toml
[book]
title = "Test"
[[section]]
id = "purpose"
required = false
[[section]]
id = "key-responsibilities"
required = false
//- content/roles/a.md
# Engineer
"#;
        assert_eq!(found(&KIND, files), "");
    }
}
