//! `duplicate-relation`: one party listed twice in one section, in the same words.

use std::collections::BTreeMap;

use super::Evidence;
use super::entries::{Relations, Standing, named, qualifier, relations};
use crate::finding::{Example, Explanation, Finding, Kind, Level};
use crate::model::{EntryId, Party};
use crate::text::{Phrase, Word};

/// A party of which one section speaks in several places.
pub(super) static KIND: Kind = Kind {
    name: "duplicate-relation",
    level: Level::Warn,
    title: Phrase {
        en: "Relations written twice",
        de: "Doppelt aufgeführte Beziehungen",
        fr: "Relations écrites deux fois",
        it: "Relazioni scritte due volte",
    },
    summary: "a party that one section lists twice, in the same words",
    explanation: Explanation {
        what: "One section lists the same party, or the same several parties, in more than one entry, and \
               nothing tells these apart: neither words around the name (“of the Engineer's team”, “of other \
               teams”) nor the group that they stand in. In which form the name is written makes no difference.",
        why: "Whoever looks up what they get, or what is asked of them, reads the first entry and stops. The \
              rest is overlooked, and the two are changed apart from each other until they disagree.",
        mend: "Put the items of both under one of them and take the other out. If two different relations are \
               meant, say so behind the name.",
        example: Some(Example {
            before: "\
//- content/external/guest.md
# Guest
//- content/roles/host.md
# Host

## Customers and Deliverables

### [[guest]]

- A key on arrival

### [[Guest]]

- Breakfast from seven
",
            after: "\
//- content/external/guest.md
# Guest
//- content/roles/host.md
# Host

## Customers and Deliverables

### [[guest]]

- A key on arrival
- Breakfast from seven
",
        }),
    },
    names_people: false,
    is_timed: false,
};

const TWICE: Phrase = Phrase {
    en: "{party} lists {others} more than once under {section}",
    de: "{party} führt {others} unter {section} mehrmals auf",
    fr: "{party} mentionne {others} plusieurs fois sous {section}",
    it: "{party} elenca {others} più volte sotto {section}",
};

/// What tells entries apart: the group that they stand in, whom they name, the words around the names.
type Key<'a> = (Option<EntryId>, Vec<(&'a str, &'a str)>, String);

/// A finding for each set of entries that say the same.
pub(super) fn run(evidence: &Evidence) -> Vec<Finding> {
    let parties = evidence.parties().map(|(_, party)| party);
    let findings = parties.flat_map(|party| {
        relations(evidence, party).flat_map(move |section| findings(evidence, party, &section))
    });
    findings.collect()
}

fn findings(evidence: &Evidence, party: &Party, section: &Relations) -> Vec<Finding> {
    let organisation = evidence.organisation;
    let document = organisation.document(section.document);
    let links = organisation.links_of(section.document);
    let mut alike: BTreeMap<Key, Vec<&Standing>> = BTreeMap::new();
    for standing in &section.entries {
        let mut others: Vec<_> = named(organisation, standing).collect();
        others.sort_unstable();
        if !others.is_empty() {
            let around = qualifier(document, links, standing.entry);
            alike
                .entry((standing.group, others, around))
                .or_default()
                .push(standing);
        }
    }
    let repeated = alike.into_iter().filter(|(_, entries)| entries.len() > 1);
    repeated
        .filter_map(|(key, entries)| finding(evidence, party, section, &key, &entries))
        .collect()
}

fn finding(
    evidence: &Evidence,
    party: &Party,
    section: &Relations,
    (_, others, around): &Key,
    entries: &[&Standing],
) -> Option<Finding> {
    let titles = others.iter().map(|(_, title)| Word::plain(*title));
    let words = [
        ("party", Word::plain(&party.title)),
        ("others", Word::list(titles.collect(), others.len())),
        ("section", Word::Quoted(section.section.title_text.clone())),
    ];
    let word = section.word();
    let ids: Vec<&str> = others.iter().map(|(id, _)| *id).collect();
    let subject = format!("{word} {} {} {around}", party.id, ids.join(" "));
    let example = ids.first()?;
    let (first, further) = entries.split_first()?;
    let finding = Finding::said(&KIND, first.place(section.source), evidence.say(&TWICE, &words))
        .label("the first time")
        .help(format!(
            "put all of it into one entry, or say what sets them apart, such as `[[{example}]] of other teams`"
        ))
        .about(subject.trim_end());
    Some(further.iter().fold(finding, |finding, standing| {
        finding.related(standing.place(section.source), "again")
    }))
}

#[cfg(test)]
mod tests {
    use super::KIND;
    use crate::check::cases::found;

    #[test]
    fn fires_whatever_the_form() {
        let files = r#"
//- book.toml
book = { title = "Test", language = "de" }
//- content/external/customer.md
+++
title = "Customer"
aliases = ["Clients"]
+++
//- content/roles/a.md
# Engineer

## Stakeholders

### [[customer]]

- one

### Clients

- two

### [Our customers](../external/customer.md)

- three

### [[b]] **of the** team

- four

### [Buyer](b.md)   *Of the* team:

- five

### [[b]] and [[customer]]

- six

### [[customer]] and [[b]]

- seven
//- content/roles/b.md
# Buyer
"#;
        insta::assert_snapshot!(found(&KIND, files), @r#"
        warn: Engineer lists Customer more than once under “Stakeholders”
          Engineer führt Customer unter „Stakeholders“ mehrmals auf
          content/roles/a.md:5:5 "[[customer]]": the first time
          content/roles/a.md:9:5 "Clients": again
          content/roles/a.md:13:5 "[Our customers](../external/customer.md)": again
          help: put all of it into one entry, or say what sets them apart, such as `[[customer]] of other teams`
          about: delivers a customer
        warn: Engineer lists Buyer more than once under “Stakeholders”
          Engineer führt Buyer unter „Stakeholders“ mehrmals auf
          content/roles/a.md:17:5 "[[b]] **of the** team": the first time
          content/roles/a.md:21:5 "[Buyer](b.md)   *Of the* team:": again
          help: put all of it into one entry, or say what sets them apart, such as `[[b]] of other teams`
          about: delivers a b of the team
        warn: Engineer lists Buyer and Customer more than once under “Stakeholders”
          Engineer führt Buyer und Customer unter „Stakeholders“ mehrmals auf
          content/roles/a.md:25:5 "[[b]] and [[customer]]": the first time
          content/roles/a.md:29:5 "[[customer]] and [[b]]": again
          help: put all of it into one entry, or say what sets them apart, such as `[[b]] of other teams`
          about: delivers a b customer and
        "#);
    }

    #[test]
    fn stays_silent_where_words_or_groups_tell_them_apart() {
        let files = r"
//- content/external/customer.md
# Customer
//- content/pages/east.md
# East
//- content/pages/west.md
# West
//- content/roles/a.md
# A role

## Stakeholders

### [[customer]]

- one

### [[customer]] of old

- two

### [[customer]] in the [[East]]

- three

### [[customer]] in the [[West]]

- four

### [[customer]] and [[b]]

- five

### Each day

- [[customer]] - six

### Each year

- [[customer]] - seven

## Dependencies

### [[customer]]

- eight
//- content/roles/b.md
# B role
";
        assert_eq!(found(&KIND, files), "");
    }
}
