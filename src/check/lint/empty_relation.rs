//! `empty-relation`: a relation of which nothing is said but with whom.

use std::collections::BTreeSet;

use super::Evidence;
use super::entries::{Relations, Standing, named, relations};
use crate::finding::{Example, Explanation, Finding, Kind, Level};
use crate::model::{Direction, EntryForm, Party};
use crate::text::{Phrase, Word};

/// An entry that names a party and says nothing of what it gets or gives.
pub(super) static KIND: Kind = Kind {
    name: "empty-relation",
    level: Level::Warn,
    title: Phrase {
        en: "Relations that say nothing",
        de: "Beziehungen, die nichts sagen",
        fr: "Relations qui ne disent rien",
        it: "Relazioni che non dicono nulla",
    },
    summary: "a relation that names a party and not what it is about",
    explanation: Explanation {
        what: "A heading, a term or an item names somebody to whom this party delivers, or on whom it depends, \
               and nothing stands below or behind the name. A comment that is not shown counts as nothing.",
        why: "“We depend on each other” is true of most people in an organisation. What can be kept, or missed, \
              is only what is said: those who are named can't tell what is expected of them, and a review has \
              nothing to look at.",
        mend: "Write down what it is that changes hands, one thing an item: something of which both sides can \
               say afterwards whether it was there. If nothing comes to mind, the relation may not be one, and \
               the name can go.",
        example: Some(Example {
            before: "\
//- content/external/member.md
# Member
//- content/roles/librarian.md
# Librarian

## Customers and Deliverables

### [[member]]
",
            after: "\
//- content/external/member.md
# Member
//- content/roles/librarian.md
# Librarian

## Customers and Deliverables

### [[member]]

- Any book of the catalogue within two days
",
        }),
    },
    names_people: false,
    is_timed: false,
};

const NEEDS: Phrase = Phrase {
    en: "{party} says it needs something from {others}, but not what",
    de: "{party} braucht laut eigener Seite etwas von {others}, sagt aber nicht, was",
    fr: "{party} dit compter sur {others}, sans dire pour quoi",
    it: "{party} dice di aver bisogno di qualcosa da {others}, ma non di che cosa",
};

const DELIVERS: Phrase = Phrase {
    en: "{party} says it delivers something to {others}, but not what",
    de: "{party} liefert laut eigener Seite etwas an {others}, sagt aber nicht, was",
    fr: "{party} dit fournir quelque chose à {others}, sans dire quoi",
    it: "{party} dice di fornire qualcosa a {others}, ma non che cosa",
};

/// A finding for each section with such entries.
pub(super) fn run(evidence: &Evidence) -> Vec<Finding> {
    let parties = evidence.parties().map(|(_, party)| party);
    let findings = parties.flat_map(|party| {
        relations(evidence, party).filter_map(move |section| finding(evidence, party, &section))
    });
    findings.collect()
}

fn finding(evidence: &Evidence, party: &Party, section: &Relations) -> Option<Finding> {
    /// Of the parties so many are named.
    const MOST: usize = 4;
    let is_bare = |standing: &&Standing| {
        let entry = standing.entry;
        standing.claims().is_some() && entry.items.is_empty() && entry.body.is_empty()
    };
    let bare: Vec<&Standing> = section.entries.iter().filter(is_bare).collect();
    let first = bare.first()?;
    let (phrase, help, word) = match section.direction {
        Direction::Needs => (&NEEDS, "write an item for each thing that is needed", "needs"),
        Direction::Delivers => (
            &DELIVERS,
            "write an item for each thing that is delivered",
            "delivers",
        ),
    };
    let mut others: Vec<(&str, &str)> = bare
        .iter()
        .flat_map(|standing| named(evidence.organisation, standing))
        .collect();
    let mut seen = BTreeSet::new();
    others.retain(|(id, _)| seen.insert(*id));
    let titles = others.iter().map(|(_, title)| Word::plain(*title));
    let words = [
        ("party", Word::plain(&party.title)),
        ("others", Word::list(titles.collect(), MOST)),
    ];
    let finding = Finding::said(&KIND, first.place(section.source), evidence.say(phrase, &words))
        .label(label(first))
        .help(help);
    let finding = bare.iter().skip(1).fold(finding, |finding, standing| {
        finding.related(standing.place(section.source), label(standing))
    });
    Some(others.iter().fold(finding, |finding, (id, _)| {
        finding.about(format!("{word} {} {id}", party.id))
    }))
}

fn label(standing: &Standing) -> &'static str {
    match standing.entry.form {
        EntryForm::Heading | EntryForm::Term => "nothing stands below this",
        EntryForm::Item => "nothing stands behind this",
    }
}

#[cfg(test)]
mod tests {
    use super::KIND;
    use crate::check::cases::found;

    #[test]
    fn fires_once_a_section() {
        let files = r#"
//- book.toml
[book]
title = "Test"
language = "de"
[groups]
everyone = { title = "Everyone" }
//- content/external/customer.md
# Customer
//- content/roles/a.md
# Engineer

## Dependencies

### [[b]] and [[customer]] of old

<!-- to do -->

### Others

- [[b]]
- [[everyone]]
- [[a]] - x

## Deliverables

- [[b]]
//- content/roles/b.md
# Buyer
"#;
        insta::assert_snapshot!(found(&KIND, files), @r#"
        warn: Engineer says it needs something from Buyer, Customer and Everyone, but not what
          Engineer braucht laut eigener Seite etwas von Buyer, Customer und Everyone, sagt aber nicht, was
          content/roles/a.md:5:5 "[[b]] and [[customer]] of old": nothing stands below this
          content/roles/a.md:11:3 "[[b]]": nothing stands behind this
          content/roles/a.md:12:3 "[[everyone]]": nothing stands behind this
          help: write an item for each thing that is needed
          about: needs a b, needs a customer, needs a everyone
        warn: Engineer says it delivers something to Buyer, but not what
          Engineer liefert laut eigener Seite etwas an Buyer, sagt aber nicht, was
          content/roles/a.md:17:3 "[[b]]": nothing stands behind this
          help: write an item for each thing that is delivered
          about: delivers a b
        "#);
    }

    #[test]
    fn stays_silent_where_something_is_said() {
        let files = r"
//- content/external/customer.md
# Customer
//- content/roles/a.md
## Dependencies

### [[customer]]

Prose.

### Others

- [[customer]]
  - an item
- [[nobody]]

[[customer]] of old
: a definition

[[customer]] of new
: ![A picture](a.png)

### [[customer]] of now

- [[a]]
//- content/a.png
";
        assert_eq!(found(&KIND, files), "");
    }
}
