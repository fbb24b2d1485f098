//! `unclear-relation`: what stands among relations and may have been meant for one.

use std::collections::BTreeSet;

use super::Evidence;
use super::entries::{Relations, Standing, relations};
use super::unclear::{Naming, Why, namings};
use crate::finding::{Certainty, Example, Explanation, Finding, Fix, Kind, Level, Said};
use crate::model::{Meaning, Node, Party};
use crate::resolve::NearNames;
use crate::text::{Phrase, Place, Word, normal};

/// A party that a section of relations names, and of which no relation comes.
pub(super) static KIND: Kind = Kind {
    name: "unclear-relation",
    level: Level::Warn,
    title: Phrase {
        en: "Names among relations of which no relation comes",
        de: "Namen unter Beziehungen, aus denen keine Beziehung wird",
        fr: "Noms parmi les relations dont aucune relation ne naît",
        it: "Nomi tra le relazioni da cui non nasce una relazione",
    },
    summary: "a party that a section of relations names, but not where a relation begins",
    explanation: Explanation {
        what: "A relation begins with the party that it is about: in a heading, in a term, or first in an item. \
               Here a section that lists relations names a party elsewhere: in the middle of an item, behind a \
               box to tick, in a table, in a list within a list, in bold above a list, or in sentences that are \
               all the section has. Or an item begins with a person, or a heading that stands for a group of \
               entries looks like the misspelt name of a party. Quotes, and sentences that guide through a list \
               of relations, may name whom they like; so may the text of a relation itself.",
        why: "The page reads as though something were agreed, and it is not counted: the other party's page does \
              not show it, no graph has it, and nobody is told when the other side does not answer.",
        mend: "Begin an item with the party, `- [[treasurer]] - the budget by March`, or make it a heading, \
               `### [[treasurer]]`, with the items below. For a person, link the role that the person keeps. If \
               no relation is meant, say it in a sentence above the list, or set `unclear-relation = \"allow\"` \
               in the file's `[lints]`.",
        example: Some(Example {
            before: "\
//- content/roles/coach.md
# Coach

## Dependencies

- The hall on two evenings, from the [[janitor]]
//- content/roles/janitor.md
# Janitor
",
            after: "\
//- content/roles/coach.md
# Coach

## Dependencies

- [[janitor]] - the hall on two evenings
//- content/roles/janitor.md
# Janitor
",
        }),
    },
    names_people: false,
    is_timed: false,
};

const NAMED: Phrase = Phrase {
    en: "{party} names {others} under {section}, but not so that a relation comes of it",
    de: "{party} nennt {others} unter {section}, aber nicht so, dass daraus eine Beziehung wird",
    fr: "{party} mentionne {others} sous {section}, mais sans qu’il en naisse une relation",
    it: "{party} nomina {others} sotto {section}, ma non in modo che ne nasca una relazione",
};

const PERSON: Phrase = Phrase {
    en: "{party} lists a person under {section}, where only roles, teams and external parties can stand",
    de: "{party} führt unter {section} eine Person auf, wo nur Rollen, Teams und externe Parteien stehen können",
    fr: "{party} mentionne une personne sous {section}, où ne figurent que rôles, équipes et parties externes",
    it: "{party} elenca una persona sotto {section}, dove figurano solo ruoli, team e parti esterne",
};

const GROUP: Phrase = Phrase {
    en: "{party} names {name} under {section}, which is read as the name of a group and not of a party",
    de: "{party} nennt unter {section} {name}, was als Name einer Gruppe gelesen wird und nicht als Partei",
    fr: "{party} mentionne {name} sous {section}, ce qui est lu comme le nom d’un groupe et non d’une partie",
    it: "{party} nomina {name} sotto {section}, che vale come nome di un gruppo e non di una parte",
};

/// Findings for each section that names parties of which no relation comes.
pub(super) fn run(evidence: &Evidence) -> Vec<Finding> {
    let mut near = None;
    let mut findings = Vec::new();
    for (id, party) in evidence.parties() {
        for section in relations(evidence, party) {
            findings.extend(parties_named(
                evidence,
                party,
                &section,
                &namings(evidence, id, &section),
            ));
            findings.extend(people_named(evidence, party, &section));
            let groups = section
                .entries
                .iter()
                .filter(|standing| is_unlinked_group(standing));
            for group in groups {
                let near = near.get_or_insert_with(|| titles(evidence));
                findings.extend(misspelt(evidence, party, &section, group, near));
            }
        }
    }
    findings
}

fn said(
    evidence: &Evidence,
    phrase: &Phrase,
    party: &Party,
    section: &Relations,
    more: Vec<(&str, Word)>,
) -> Said {
    let mut words = vec![
        ("party", Word::plain(&party.title)),
        ("section", Word::Quoted(section.section.title_text.clone())),
    ];
    words.extend(more);
    evidence.say(phrase, &words)
}

fn parties_named(
    evidence: &Evidence,
    party: &Party,
    section: &Relations,
    namings: &[Naming],
) -> Option<Finding> {
    /// So many parties are named.
    const MOST: usize = 4;
    let organisation = evidence.organisation;
    let document = organisation.document(section.document);
    let mut seen = BTreeSet::new();
    let named = namings.iter().filter(|naming| seen.insert(naming.party));
    let others: Vec<&Party> = named.map(|naming| organisation.party(naming.party)).collect();
    let titles = others.iter().map(|other| Word::plain(&other.title)).collect();
    let more = vec![("others", Word::list(titles, MOST))];
    let place = |naming: &Naming| Place::new(section.source, document.reference(naming.reference).span);
    let label = |naming: &Naming| label(naming.why, &organisation.party(naming.party).title);
    let (first, further) = namings.split_first()?;
    let id = &others.first()?.id;
    let finding = Finding::said(&KIND, place(first), said(evidence, &NAMED, party, section, more))
        .label(label(first))
        .help(format!(
            "begin an item with it, such as `- [[{id}]] - ...`, or make it a heading of its own: `### [[{id}]]`"
        ));
    let finding = further.iter().fold(finding, |finding, naming| {
        finding.related(place(naming), label(naming))
    });
    Some(others.iter().fold(finding, |finding, other| {
        finding.about(format!("{} {} {}", section.word(), party.id, other.id))
    }))
}

fn label(why: Why, title: &str) -> String {
    match why {
        Why::NotFirst => format!("{title} stands here, but not first"),
        Why::Nested => format!("{title} begins an item of a list within a list"),
        Why::Ticked => format!("a box to tick stands before {title}"),
        Why::InTable => format!("{title} stands in a table"),
        Why::Paragraph => format!("{title} begins a paragraph, not an item or a heading"),
        Why::Sentence => format!("{title} stands in a sentence"),
    }
}

/// An item that begins with a person, which nothing else is said of.
fn people_named(evidence: &Evidence, party: &Party, section: &Relations) -> Option<Finding> {
    let links = evidence.organisation.links_of(section.document);
    let is_person = |standing: &&Standing| {
        *standing.meaning == Meaning::Plain
            && standing.entry.references.iter().any(|id| {
                let target = links.targets.get(id.index());
                target.is_some_and(|target| matches!(target.node, Node::Person(_)))
            })
    };
    let mut people = section.entries.iter().filter(is_person);
    let first = people.next()?;
    let finding = Finding::said(
        &KIND,
        first.place(section.source),
        said(evidence, &PERSON, party, section, Vec::new()),
    )
    .label("a person")
    .help("link the role that the person keeps")
    .about(format!("{} {} people", section.word(), party.id));
    Some(people.fold(finding, |finding, standing| {
        finding.related(standing.place(section.source), "another person")
    }))
}

fn is_unlinked_group(standing: &Standing) -> bool {
    *standing.meaning == Meaning::Grouping && standing.entry.references.is_empty()
}

/// The names of all parties, by how they are compared.
fn titles(evidence: &Evidence) -> NearNames<(), usize> {
    let mut names = NearNames::new();
    for (number, party) in evidence.organisation.parties.iter().enumerate() {
        for name in std::iter::once(&party.title).chain(&party.aliases) {
            names.add(name, name, (), number);
        }
    }
    names
}

/// A heading above a group of relations that is nearly the name of a party.
fn misspelt(
    evidence: &Evidence,
    party: &Party,
    section: &Relations,
    group: &Standing,
    names: &mut NearNames<(), usize>,
) -> Option<Finding> {
    let written = group.entry.lead_text.as_str();
    let near = names.find(written, &[()]);
    let meant = near.iter().find(|name| is_misspelling(written, name))?;
    let more = vec![("name", Word::Plain(format!("`{written}`")))];
    let said = said(evidence, &GROUP, party, section, more);
    let place = group.place(section.source);
    let fix = Fix::new(
        format!("write `[[{meant}]]`"),
        place,
        format!("[[{meant}]]"),
        Certainty::Likely,
    );
    let finding = Finding::said(&KIND, place, said)
        .label("what stands below belongs to this group")
        .near(&[meant])
        .fix(fix)
        .about(format!("{} {} {written}", section.word(), party.id));
    Some(finding)
}

/// Whether `written` differs from `name` by a slip only: a group is often called like its members, such as
/// "Teams" beside "Team".
fn is_misspelling(written: &str, name: &str) -> bool {
    /// From so many letters on there may be two slips.
    const LONG: usize = 10;
    let (written, name) = (normal(written), normal(name));
    let most = if written.chars().count() < LONG { 1 } else { 2 };
    !written.starts_with(&name)
        && !name.starts_with(&written)
        && strsim::damerau_levenshtein(&written, &name) <= most
}

#[cfg(test)]
mod tests {
    use super::KIND;
    use crate::check::cases::found;

    #[test]
    fn fires_for_names_that_do_not_come_first() {
        let files = r#"
//- book.toml
book = { title = "Test", language = "de" }
//- content/external/customer.md
# Customer
//- content/roles/a.md
# Engineer

## Stakeholders

- [[customer]] - calm, and what [[b]] forgot
- a report for the [[b]], each [Team](../teams/t.md) and [[customer]]
- Others
  - [[c]] - a word
- [ ] [[d]] - a box

> [[e]]: a quote

| who | what |
| --- | --- |
| [[e]] | a cell |

**[[f]]**

- nothing

## Dependencies

As the [[b]] and the [[t]] say.
//- content/roles/b.md
# Buyer
//- content/roles/c.md
# Clerk
//- content/roles/d.md
# Driver
//- content/roles/e.md
# Editor
//- content/roles/f.md
# Finder
//- content/teams/t.md
# Team
"#;
        insta::assert_snapshot!(found(&KIND, files), @r#"
        warn: Engineer names Buyer, Team, Clerk, Driver and 2 more under “Stakeholders”, but not so that a relation comes of it
          Engineer nennt Buyer, Team, Clerk, Driver und 2 weitere unter „Stakeholders“, aber nicht so, dass daraus eine Beziehung wird
          content/roles/a.md:6:20 "[[b]]": Buyer stands here, but not first
          content/roles/a.md:6:32 "[Team](../teams/t.md)": Team stands here, but not first
          content/roles/a.md:8:5 "[[c]]": Clerk begins an item of a list within a list
          content/roles/a.md:9:7 "[[d]]": a box to tick stands before Driver
          content/roles/a.md:15:3 "[[e]]": Editor stands in a table
          content/roles/a.md:17:3 "[[f]]": Finder begins a paragraph, not an item or a heading
          help: begin an item with it, such as `- [[b]] - ...`, or make it a heading of its own: `### [[b]]`
          about: delivers a b, delivers a t, delivers a c, delivers a d, delivers a e, delivers a f
        warn: Engineer names Buyer and Team under “Dependencies”, but not so that a relation comes of it
          Engineer nennt Buyer und Team unter „Dependencies“, aber nicht so, dass daraus eine Beziehung wird
          content/roles/a.md:23:8 "[[b]]": Buyer stands in a sentence
          content/roles/a.md:23:22 "[[t]]": Team stands in a sentence
          help: begin an item with it, such as `- [[b]] - ...`, or make it a heading of its own: `### [[b]]`
          about: needs a b, needs a t
        "#);
    }

    #[test]
    fn fires_for_people_and_misspelt_headings() {
        let files = r#"
//- book.toml
book = { title = "Test", language = "fr" }
//- content/people.toml
ana = { name = "Ana Ruiz" }
//- content/external/customer.md
# Customer
//- content/roles/a.md
# Engineer

## Stakeholders

- [[customer]] - calm
- [[ana]] - a report

### Prodct Owner

- [[customer]] - calm
//- content/roles/product-owner.md
# Product Owner
"#;
        insta::assert_snapshot!(found(&KIND, files), @r#"
        warn: Engineer lists a person under “Stakeholders”, where only roles, teams and external parties can stand
          Engineer mentionne une personne sous « Stakeholders », où ne figurent que rôles, équipes et parties externes
          content/roles/a.md:6:3 "[[ana]]": a person
          help: link the role that the person keeps
          about: delivers a people
        warn: Engineer names `Prodct Owner` under “Stakeholders”, which is read as the name of a group and not of a party
          Engineer mentionne `Prodct Owner` sous « Stakeholders », ce qui est lu comme le nom d’un groupe et non d’une partie
          content/roles/a.md:8:5 "Prodct Owner": what stands below belongs to this group
          help: did you mean `Product Owner`?
          about: delivers a Prodct Owner
          fix (Likely): write `[[Product Owner]]`
            content/roles/a.md:8:5 "Prodct Owner" -> "[[Product Owner]]"
        "#);
    }

    #[test]
    fn stays_silent_of_guidance_and_of_what_relations_say() {
        let files = r"
//- content/external/customer.md
# Customer
//- content/glossary.md
Term
: what [[customer]] says
//- content/roles/a.md
# Engineer

## Stakeholders

Whom we serve, with the [[b]]; the [[customer]] comes first.

### [[customer]]

- calm, as [[b]] knows
  - [[b]] most of all

### Teams

[[b]] knows them.

- [[t]] - calm

## Dependencies

None to speak of.

## Purpose

- to help the [[b]]
//- content/roles/b.md
# Buyer

## Dependencies

> As [[a]] says.

> [!NOTE]
> - [[a]]: a note

### Nobody

- [[a]] is unknown here
//- content/teams/t.md
# Team
";
        assert_eq!(found(&KIND, files), "");
    }
}
