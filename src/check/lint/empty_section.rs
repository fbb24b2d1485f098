//! `empty-section`: a heading with nothing below it.

use super::Evidence;
use crate::finding::{Example, Explanation, Finding, Kind, Level};
use crate::model::{Block, Fill, Party, Prose, Section};
use crate::text::{Phrase, Place, Word};

/// Sections of a role, a team or an external party that say nothing.
pub(super) static KIND: Kind = Kind {
    name: "empty-section",
    level: Level::Warn,
    title: Phrase {
        en: "Empty sections",
        de: "Leere Abschnitte",
        fr: "Sections vides",
        it: "Sezioni vuote",
    },
    summary: "a section with nothing below its heading",
    explanation: Explanation {
        what: "A role, a team or an external party has a heading with nothing below it, or with nothing but a \
               remark that readers do not see, such as the question that `rolebook new` puts there. Headings \
               that only hold smaller headings together are not empty.",
        why: "Readers can't tell whether there is nothing to say, or nobody has said it yet. Those who keep the \
              role may have left it for later, and a heading that is there looks like work that is done.",
        mend: "Answer the section's question, in a sentence or two. Where there is really nothing, say so (“None: \
               the team decides on its own budget.”), for that is worth knowing. If the section does not matter \
               here, take the heading out.",
        example: Some(Example {
            before: "\
//- content/roles/bookkeeper.md
# Bookkeeper

## Purpose

The association always knows what it owns and owes.

## Key Responsibilities

- Pays the invoices

## Key Challenges

<!-- What makes this hard, known or foreseen? -->
",
            after: "\
//- content/roles/bookkeeper.md
# Bookkeeper

## Purpose

The association always knows what it owns and owes.

## Key Responsibilities

- Pays the invoices

## Key Challenges

- Receipts reach us late, above all those of the summer festival.
",
        }),
    },
    names_people: false,
    is_timed: false,
};

const ONE: Phrase = Phrase {
    en: "the section {sections} of {party} is empty",
    de: "der Abschnitt {sections} von {party} ist leer",
    fr: "{party} : la section {sections} est vide",
    it: "la sezione {sections} di {party} è vuota",
};

const SEVERAL: Phrase = Phrase {
    en: "the sections {sections} of {party} are empty",
    de: "die Abschnitte {sections} von {party} sind leer",
    fr: "{party} : les sections {sections} sont vides",
    it: "le sezioni {sections} di {party} sono vuote",
};

/// A finding for each page of a party that has headings with nothing below them.
pub(super) fn run(evidence: &Evidence) -> Vec<Finding> {
    let parties = evidence.parties().map(|(_, party)| party);
    parties.filter_map(|party| finding(evidence, party)).collect()
}

fn finding(evidence: &Evidence, party: &Party) -> Option<Finding> {
    const MOST_NAMED: usize = 4;
    let document = evidence.document(party);
    let place = |section: &Section| Place::new(document.source, section.span);
    let is_told = |section: &&Section| {
        // A heading of the first level may stand above other sections; of one that names someone by a
        // reference it is not known here whether the name may be said.
        is_empty(section)
            && evidence.text(place(section)).starts_with("##")
            && (section.rule.is_some() || section.title.text.slots.is_empty())
    };
    let empty: Vec<&Section> = document.sections.iter().filter(is_told).collect();
    let (first, others) = empty.split_first()?;
    let names = empty
        .iter()
        .map(|section| Word::Quoted(section.title_text.clone()));
    let words = [
        ("party", Word::plain(&party.title)),
        ("sections", Word::list(names.collect(), MOST_NAMED)),
    ];
    let phrase = if others.is_empty() { ONE } else { SEVERAL };
    let mut finding =
        Finding::said(&KIND, place(first), evidence.say(&phrase, &words)).label("nothing stands below this");
    for section in others {
        finding = finding.related(place(section), "nor below this");
    }
    for section in &empty {
        finding = finding.about(section.rule.as_ref().unwrap_or(&section.anchor));
    }
    Some(finding.help("say what there is to say, or that there is nothing; or take the heading out"))
}

/// Whether nothing stands below its heading that readers would see.
pub(super) fn is_empty(section: &Section) -> bool {
    section.blocks.iter().all(says_nothing)
}

fn says_nothing(block: &Block) -> bool {
    match block {
        Block::Prose { prose, .. } => is_blank(prose),
        Block::Relations(entries) => entries.is_empty(),
    }
}

/// Whether readers see nothing of it.
fn is_blank(prose: &Prose) -> bool {
    let shows = |fill: &Fill| !matches!(fill, Fill::Anchor(_));
    prose.text.text.trim().is_empty() && !prose.html.slots.iter().any(|slot| shows(&slot.fill))
}

#[cfg(test)]
mod tests {
    use super::KIND;
    use crate::check::cases::found;

    #[test]
    fn fires_once_for_all_empty_sections_of_a_page() {
        let files = r#"
//- book.toml
book = { title = "Test", language = "it" }
//- content/roles/a.md
# Engineer

## Scopo

## Responsabilità chiave

- Testo

## Orario

<!-- Testo -->

## Dipendenze
//- content/teams/b.md
## Scopo
-
"#;
        insta::assert_snapshot!(found(&KIND, files), @r###"
        warn: the sections “Scopo”, “Orario” and “Dipendenze” of Engineer are empty
          le sezioni «Scopo», «Orario» e «Dipendenze» di Engineer sono vuote
          content/roles/a.md:3:1 "## Scopo": nothing stands below this
          content/roles/a.md:9:1 "## Orario": nor below this
          content/roles/a.md:13:1 "## Dipendenze": nor below this
          help: say what there is to say, or that there is nothing; or take the heading out
          about: purpose, orario, dependencies
        warn: the section “Scopo” of B is empty
          la sezione «Scopo» di B è vuota
          content/teams/b.md:1:1 "## Scopo": nothing stands below this
          help: say what there is to say, or that there is nothing; or take the heading out
          about: purpose
        "###);
    }

    #[test]
    fn stays_silent_where_something_is_shown() {
        let files = r"
//- content/roles/a.md
# Engineer

# About this role

## Purpose

### Why

## Organigram

![](chart.png)

## Rules

| a | b |
|---|---|

## Dependencies

### [[customer]]

## Key Challenges

None.
//- content/external/customer.md
# Customer
//- content/page.md
# Page

## Purpose
//- content/glossary.md
## Purpose
";
        assert_eq!(found(&KIND, files), "");
    }
}
