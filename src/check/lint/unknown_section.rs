//! `unknown-section`: a heading that seems to be meant as a section of the schema, and is not read as it.

use std::cell::OnceCell;
use std::collections::BTreeSet;

use super::Evidence;
use super::strays::{Known, Stray, Why};
use crate::finding::{Certainty, Edit, Example, Explanation, Finding, Fix, Kind, Level};
use crate::model::{Document, DocumentId, Node, Organisation, Party};
use crate::text::{Phrase, Place, Span, Word, slug};

/// A heading that seems to be meant as a section that the schema knows.
pub(super) static KIND: Kind = Kind {
    name: "unknown-section",
    level: Level::Warn,
    title: Phrase {
        en: "Headings not recognised as sections",
        de: "Nicht als Abschnitte erkannte Überschriften",
        fr: "Titres non reconnus comme sections",
        it: "Titoli non riconosciuti come sezioni",
    },
    summary: "a heading that is nearly that of a known section",
    explanation: Explanation {
        what: "A heading of a role or a team is nearly the title of a section that the handbook's schema knows, \
               and that the page does not have: it is misspelt, has a few words more, begins with a number, or \
               stands at another level than `##`. Headings that are like no section's title are the page's own, \
               are shown as they are, and are never reported.",
        why: "A section that is not recognised looks right on the page, but nobody finds it where they look for \
              it: its question does not stand below the heading, it is missing from the data, and what it says \
              of other roles and teams is not held against what those say.",
        mend: "Write the heading as the schema has it, as a line that begins with `##`. If it is meant as a \
               section of your own, give it a name that can't be mistaken, or allow this finding in the file: \
               `[lints]` and below it `unknown-section = \"allow\"`, between the `+++` lines. A section that many \
               pages have is best added to the schema, with `[[section]]` in `book.toml`.",
        example: Some(Example {
            before: "\
//- content/roles/bookkeeper.md
# Bookkeeper

## Purpose

The association always knows what it owns and owes.

## Key Responsibilites

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

const NEARLY: Phrase = Phrase {
    en: "{party} has a section {written} that is not recognised as {name}",
    de: "{party} hat einen Abschnitt {written}, der nicht als {name} erkannt wird",
    fr: "{party} a une section {written} qui n’est pas reconnue comme {name}",
    it: "{party} ha una sezione {written} che non viene riconosciuta come {name}",
};

/// Of one heading, and of several.
struct Phrases {
    one: Phrase,
    several: Phrase,
}

const LEVEL: Phrases = Phrases {
    one: Phrase {
        en: "the heading {names} is not recognised as a section, because it has the wrong level",
        de: "die Überschrift {names} wird nicht als Abschnitt erkannt, weil sie auf der falschen Ebene steht",
        fr: "le titre {names} n’est pas reconnu comme section, car il n’est pas au bon niveau",
        it: "il titolo {names} non viene riconosciuto come sezione, perché è al livello sbagliato",
    },
    several: Phrase {
        en: "the headings {names} are not recognised as sections, because they have the wrong level",
        de: "die Überschriften {names} werden nicht als Abschnitte erkannt, weil sie auf der falschen Ebene stehen",
        fr: "les titres {names} ne sont pas reconnus comme sections, car ils ne sont pas au bon niveau",
        it: "i titoli {names} non vengono riconosciuti come sezioni, perché sono al livello sbagliato",
    },
};

const NUMBER: Phrases = Phrases {
    one: Phrase {
        en: "the heading {names} is not recognised as a section, because it begins with a number",
        de: "die Überschrift {names} wird nicht als Abschnitt erkannt, weil sie mit einer Zahl beginnt",
        fr: "le titre {names} n’est pas reconnu comme section, car il commence par un numéro",
        it: "il titolo {names} non viene riconosciuto come sezione, perché comincia con un numero",
    },
    several: Phrase {
        en: "the headings {names} are not recognised as sections, because they begin with numbers",
        de: "die Überschriften {names} werden nicht als Abschnitte erkannt, weil sie mit Zahlen beginnen",
        fr: "les titres {names} ne sont pas reconnus comme sections, car ils commencent par un numéro",
        it: "i titoli {names} non vengono riconosciuti come sezioni, perché cominciano con un numero",
    },
};

const LEVEL_HELP: &str = "begin the lines of sections with `##`, and those of their parts with `###`";

const NUMBER_HELP: &str = "leave the numbers out: the page shows sections in the order in which they stand";

/// A finding for each heading that is misspelt, and for each page whose headings are at the wrong level, or
/// numbered.
pub(super) fn run(evidence: &Evidence) -> Vec<Finding> {
    let mut known = Known::of(&evidence.config.schema);
    let mut findings = Vec::new();
    let linked = OnceCell::new();
    for (_, party) in evidence.parties() {
        let document = evidence.document(party);
        let strays = known.strays(evidence, document, party.kind);
        let of = |why| -> Vec<&Stray> { strays.iter().filter(|stray| stray.why == why).collect() };
        let level = together(evidence, document, &of(Why::Level), (&LEVEL, LEVEL_HELP));
        let number = together(evidence, document, &of(Why::Number), (&NUMBER, NUMBER_HELP));
        let near = strays.iter().filter_map(|stray| match stray.why {
            Why::Accents => {
                let linked = linked.get_or_init(|| linked_anchors(evidence.organisation));
                let is_linked = linked.contains(&(party.document, slug(&stray.written).as_str()));
                // Another heading would have another anchor. And names that were mere text would become those of
                // parties, which there may not be.
                let certainty = if is_linked || stray.rule.kind.direction().is_some() {
                    Certainty::Likely
                } else {
                    Certainty::Certain
                };
                Some((stray, certainty))
            }
            Why::Words => Some((stray, Certainty::Likely)),
            Why::Level | Why::Number => None,
        });
        findings.extend(level.into_iter().chain(number));
        findings.extend(near.map(|(stray, certainty)| nearly(evidence, party, stray, certainty)));
    }
    findings
}

/// The headings of parties' pages that links lead to.
fn linked_anchors(organisation: &Organisation) -> BTreeSet<(DocumentId, &str)> {
    let mut linked = BTreeSet::new();
    for (id, links) in (0..).map(DocumentId).zip(organisation.links.iter()) {
        for target in &links.targets {
            let document = match target.node {
                Node::Party(party) => organisation.party(party).document,
                Node::Here => id,
                _ => continue,
            };
            linked.extend(target.anchor.as_deref().map(|anchor| (document, anchor)));
        }
    }
    linked
}

/// The heading has other words.
fn nearly(evidence: &Evidence, party: &Party, stray: &Stray, certainty: Certainty) -> Finding {
    let document = evidence.document(party);
    let words = [
        ("party", Word::plain(&party.title)),
        ("written", Word::Quoted(stray.written.clone())),
        ("name", Word::Quoted(stray.name.to_owned())),
    ];
    let place = Place::new(document.source, stray.span);
    let title = stray.name;
    let finding = Finding::said(&KIND, place, evidence.say(&NEARLY, &words))
        .label("read as a section of the page's own")
        .help(format!(
            "write `## {title}` if that is meant; if not, give it a name that can't be mistaken"
        ))
        .about(&stray.rule.id);
    let edit = edit(evidence, document, stray);
    let fix = |edit| Fix {
        title: format!("write `{title}`"),
        edits: vec![edit],
        certainty,
    };
    match edit {
        Some(edit) => finding.fix(fix(edit)),
        None => finding,
    }
}

/// The headings have the right words, and something else about them is wrong.
fn together(
    evidence: &Evidence,
    document: &Document,
    strays: &[&Stray],
    (phrases, help): (&Phrases, &str),
) -> Option<Finding> {
    const MOST_NAMED: usize = 4;
    let place = |stray: &Stray| Place::new(document.source, stray.span);
    let label = |stray: &Stray| format!("write `## {}`", stray.words());
    let (first, others) = strays.split_first()?;
    let names = strays.iter().map(|stray| Word::Quoted(stray.written.clone()));
    let names = [("names", Word::list(names.collect(), MOST_NAMED))];
    let phrase = if others.is_empty() {
        &phrases.one
    } else {
        &phrases.several
    };
    let mut finding = Finding::said(&KIND, place(first), evidence.say(phrase, &names))
        .label(label(first))
        .help(help);
    for stray in others {
        finding = finding.related(place(stray), label(stray));
    }
    for stray in strays {
        finding = finding.about(&stray.rule.id);
    }
    let edits = strays.iter().map(|stray| edit(evidence, document, stray));
    let fix = edits.collect::<Option<Vec<Edit>>>().map(|edits| Fix {
        title: String::from("write them as sections are written"),
        edits,
        certainty: Certainty::Likely,
    });
    Some(Finding { fix, ..finding })
}

/// What makes the section's heading of this one; none where that is not plain to see.
fn edit(evidence: &Evidence, document: &Document, stray: &Stray) -> Option<Edit> {
    let text = evidence.text(Place::new(document.source, stray.span));
    let words = || {
        let at = text.find(&stray.written)?;
        Some(at..at + stray.written.len())
    };
    let (range, text) = match stray.why {
        Why::Level => {
            let marks = text.len() - text.trim_start_matches('#').len();
            (0..marks, "##")
        }
        Why::Number => {
            let words = words()?;
            (words.start..words.end - stray.words().len(), "")
        }
        Why::Accents | Why::Words => (words()?, stray.name),
    };
    let span = Span::from(range).shifted(stray.span.start);
    Some(Edit {
        place: Place::new(document.source, span),
        text: text.to_owned(),
    })
    .filter(|edit| edit.place.span.start < edit.place.span.end)
}

#[cfg(test)]
mod tests {
    use super::KIND;
    use crate::check::cases::found;

    #[test]
    fn fires_where_a_heading_is_nearly_a_sections() {
        let files = r#"
//- book.toml
book = { title = "Test", language = "de" }
//- content/roles/a.md
# Buchhaltung

## Zwek

Text.

## Schluesselkennzahlen

- Text

## Wichtigste *Resourcen* und Mittel

- Text

## Hauptverantwortlichkeiten der Rolle

- Text

## Abhaengigkeiten

- Text, siehe [hier](#abhaengigkeiten)
"#;
        insta::assert_snapshot!(found(&KIND, files), @r###"
        warn: Buchhaltung has a section “Zwek” that is not recognised as “Zweck”
          Buchhaltung hat einen Abschnitt „Zwek“, der nicht als „Zweck“ erkannt wird
          content/roles/a.md:3:1 "## Zwek": read as a section of the page's own
          help: write `## Zweck` if that is meant; if not, give it a name that can't be mistaken
          about: purpose
          fix (Likely): write `Zweck`
            content/roles/a.md:3:4 "Zwek" -> "Zweck"
        warn: Buchhaltung has a section “Schluesselkennzahlen” that is not recognised as “Schlüsselkennzahlen”
          Buchhaltung hat einen Abschnitt „Schluesselkennzahlen“, der nicht als „Schlüsselkennzahlen“ erkannt wird
          content/roles/a.md:7:1 "## Schluesselkennzahlen": read as a section of the page's own
          help: write `## Schlüsselkennzahlen` if that is meant; if not, give it a name that can't be mistaken
          about: key-metrics
          fix (Certain): write `Schlüsselkennzahlen`
            content/roles/a.md:7:4 "Schluesselkennzahlen" -> "Schlüsselkennzahlen"
        warn: Buchhaltung has a section “Hauptverantwortlichkeiten der Rolle” that is not recognised as “Hauptverantwortlichkeiten”
          Buchhaltung hat einen Abschnitt „Hauptverantwortlichkeiten der Rolle“, der nicht als „Hauptverantwortlichkeiten“ erkannt wird
          content/roles/a.md:15:1 "## Hauptverantwortlichkeiten der Rolle": read as a section of the page's own
          help: write `## Hauptverantwortlichkeiten` if that is meant; if not, give it a name that can't be mistaken
          about: key-responsibilities
          fix (Likely): write `Hauptverantwortlichkeiten`
            content/roles/a.md:15:4 "Hauptverantwortlichkeiten der Rolle" -> "Hauptverantwortlichkeiten"
        warn: Buchhaltung has a section “Abhaengigkeiten” that is not recognised as “Abhängigkeiten”
          Buchhaltung hat einen Abschnitt „Abhaengigkeiten“, der nicht als „Abhängigkeiten“ erkannt wird
          content/roles/a.md:19:1 "## Abhaengigkeiten": read as a section of the page's own
          help: write `## Abhängigkeiten` if that is meant; if not, give it a name that can't be mistaken
          about: dependencies
          fix (Likely): write `Abhängigkeiten`
            content/roles/a.md:19:4 "Abhaengigkeiten" -> "Abhängigkeiten"
        "###);
    }

    #[test]
    fn fires_once_for_all_headings_at_the_wrong_level_or_numbered() {
        let files = r#"
//- content/roles/a.md
# Engineer

### Purpose

Text.

### Key Responsibilities

- Text

### Skills

- Text
//- content/roles/b.md
+++
title = "Chair"
+++

## 1. Purpose

Text.

## 2.1 Key responsibilities

- Text
//- content/roles/c.md
# Purpose

Text.

## Key Responsibilities

- Text
"#;
        insta::assert_snapshot!(found(&KIND, files), @r####"
        warn: the headings “Purpose” and “Key Responsibilities” are not recognised as sections, because they have the wrong level
          content/roles/a.md:3:1 "### Purpose": write `## Purpose`
          content/roles/a.md:7:1 "### Key Responsibilities": write `## Key Responsibilities`
          help: begin the lines of sections with `##`, and those of their parts with `###`
          about: purpose, key-responsibilities
          fix (Likely): write them as sections are written
            content/roles/a.md:3:1 "###" -> "##"
            content/roles/a.md:7:1 "###" -> "##"
        warn: the headings “1. Purpose” and “2.1 Key responsibilities” are not recognised as sections, because they begin with numbers
          content/roles/b.md:5:1 "## 1. Purpose": write `## Purpose`
          content/roles/b.md:9:1 "## 2.1 Key responsibilities": write `## Key responsibilities`
          help: leave the numbers out: the page shows sections in the order in which they stand
          about: purpose, key-responsibilities
          fix (Likely): write them as sections are written
            content/roles/b.md:5:4 "1. " -> ""
            content/roles/b.md:9:4 "2.1 " -> ""
        warn: the heading “Purpose” is not recognised as a section, because it has the wrong level
          content/roles/c.md:1:1 "# Purpose": write `## Purpose`
          help: begin the lines of sections with `##`, and those of their parts with `###`
          about: purpose
          fix (Likely): write them as sections are written
            content/roles/c.md:1:1 "#" -> "##"
        "####);
    }

    #[test]
    fn stays_silent_on_headings_of_the_pages_own() {
        let files = r"
//- content/roles/a.md
# Engineer

## Purpose

### Purpose of the team

## Purpose and history

## Working hours

## Policies

## Tools we use

- Text

### Skills

> ### Key Challenges

- ### Key Resources

## Dependencies

### Key Metrics
//- content/roles/driver.md
# Driver

## Purpose

Text.
//- content/external/customer.md
# Customer

## Purposes
//- content/page.md
# Page

## Purposes
//- content/glossary.md
## Purposes
";
        assert_eq!(found(&KIND, files), "");
    }

    #[test]
    fn a_schema_without_the_section_does_not_miss_it() {
        let files = r#"
//- book.toml
book = { title = "Test", schema = "holacracy" }
//- content/roles/a.md
# Engineer

## Key Challenge

## Domain
"#;
        assert_eq!(found(&KIND, files), "");
    }
}
