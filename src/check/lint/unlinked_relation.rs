//! `unlinked-relation`: an item among relations that begins with the name of a party, and not with a link to it.

use std::collections::BTreeSet;

use super::Evidence;
use super::entries::{Relations, relations};
use super::mentions::Mention;
use super::unlinked::Unlinked;
use crate::finding::{Certainty, Edit, Example, Explanation, Finding, Fix, Kind, Level};
use crate::model::Party;
use crate::text::{Phrase, Place, Word};

/// Items that begin with the name of a party, and of which no relation comes as the name is no link.
pub(super) static KIND: Kind = Kind {
    name: "unlinked-relation",
    level: Level::Warn,
    title: Phrase {
        en: "Names among relations without a link",
        de: "Namen unter Beziehungen ohne Link",
        fr: "Noms sans lien parmi les relations",
        it: "Nomi senza link tra le relazioni",
    },
    summary: "an item among relations that begins with a party's name, and not with a link to it",
    explanation: Explanation {
        what: "In a section that lists relations an item begins with the title or an alias of a role, a team or \
               an external party, in just these letters, and then a colon, a dash, a bracket or the end of the \
               line. In headings and in the terms of definition lists a name is enough; at the beginning of an \
               item it is ordinary text, and no relation comes of it.",
        why: "Whoever wrote this down wanted it to count. As it is, the other page doesn't show it, no drawing has \
              it, and nobody hears that the other side has not answered: the two believe that they have agreed, \
              and no one else can see what.",
        mend: "Put double brackets around the name: `- [[Treasurer]]: the budget by March`. If the item is about \
               something else that only has the same name, begin it with another word.",
        example: Some(Example {
            before: "\
//- content/roles/coach.md
# Coach

## Dependencies

- Hall Keeper: the hall on two evenings
//- content/roles/hall-keeper.md
# Hall Keeper

## Purpose

The hall is there for everybody in the village.
",
            after: "\
//- content/roles/coach.md
# Coach

## Dependencies

- [[Hall Keeper]]: the hall on two evenings
//- content/roles/hall-keeper.md
# Hall Keeper

## Purpose

The hall is there for everybody in the village.
",
        }),
    },
    names_people: false,
    is_timed: false,
};

const NAMED: Phrase = Phrase {
    en: "{party} names {others} under {section} without a link, so that no relation comes of it",
    de: "{party} nennt {others} unter {section} ohne Link, sodass daraus keine Beziehung wird",
    fr: "{party} mentionne {others} sous {section} sans lien, si bien qu’il n’en naît aucune relation",
    it: "{party} nomina {others} sotto {section} senza link, e così non ne nasce una relazione",
};

/// A finding for each section with such items.
pub(super) fn run(evidence: &Evidence) -> Vec<Finding> {
    let unlinked = Unlinked::of(evidence);
    let mut findings = Vec::new();
    for (id, party) in evidence.parties() {
        for section in relations(evidence, party) {
            let mentions = unlinked.within(id, &section);
            findings.extend(finding(evidence, &unlinked, party, &section, &mentions));
        }
    }
    findings
}

fn finding(
    evidence: &Evidence,
    unlinked: &Unlinked,
    party: &Party,
    section: &Relations,
    mentions: &[Mention],
) -> Option<Finding> {
    /// So many parties are named.
    const MOST: usize = 4;
    let (first, further) = mentions.split_first()?;
    let organisation = evidence.organisation;
    let mut seen = BTreeSet::new();
    let others = mentions.iter().filter(|mention| seen.insert(mention.party));
    let others: Vec<&Party> = others
        .map(|mention| organisation.party(mention.party))
        .collect();
    let titles = others.iter().map(|other| Word::plain(&other.title)).collect();
    let words = [
        ("party", Word::plain(&party.title)),
        ("others", Word::list(titles, MOST)),
        ("section", Word::Quoted(section.section.title_text.clone())),
    ];
    let place = |mention: &Mention| Place::new(section.source, mention.span);
    let edits = mentions.iter().map(|mention| Edit {
        place: place(mention),
        text: unlinked.names().link(organisation, mention),
    });
    let fix = Fix {
        title: match further {
            [] => String::from("link the name"),
            _ => String::from("link the names"),
        },
        edits: edits.collect(),
        certainty: Certainty::Likely,
    };
    let finding = Finding::said(&KIND, place(first), evidence.say(&NAMED, &words))
        .label("a name, but no link")
        .fix(fix);
    let finding = further
        .iter()
        .fold(finding, |finding, mention| finding.related(place(mention), "and here"));
    Some(others.iter().fold(finding, |finding, other| {
        finding.about(format!("{} {} {}", section.word(), party.id, other.id))
    }))
}

#[cfg(test)]
mod tests {
    use super::KIND;
    use crate::check::cases::found;

    const OTHERS: &str = r#"
//- content/roles/product-owner.md
+++
title = "Product Owner"
aliases = ["PO", "owners of the product"]
+++
//- content/teams/legal-domain.md
# Legal Domain
//- content/external/city.md
# City
"#;

    #[test]
    fn fires_once_for_each_section() {
        let files = format!(
            "{OTHERS}
//- content/roles/a.md
# Engineer

## Customers and Deliverables

**Customers:**

- Legal Domain
- **City** (the council)
- guests

**Deliverables:**

- software

## Dependencies

1. Product Owner: a backlog
2. [[city]] - calm
3. owners of the product – decisions

   in writing
4. Legal Domain: contracts
"
        );
        insta::assert_snapshot!(found(&KIND, &files), @r#"
        warn: Engineer names Legal Domain and City under “Customers and Deliverables” without a link, so that no relation comes of it
          content/roles/a.md:7:3 "Legal Domain": a name, but no link
          content/roles/a.md:8:5 "City": and here
          about: delivers a legal-domain, delivers a city
          fix (Likely): link the names
            content/roles/a.md:7:3 "Legal Domain" -> "[[Legal Domain]]"
            content/roles/a.md:8:5 "City" -> "[[City]]"
        warn: Engineer names Product Owner and Legal Domain under “Dependencies” without a link, so that no relation comes of it
          content/roles/a.md:17:4 "Product Owner": a name, but no link
          content/roles/a.md:19:4 "owners of the product": and here
          content/roles/a.md:22:4 "Legal Domain": and here
          about: needs a product-owner, needs a legal-domain
          fix (Likely): link the names
            content/roles/a.md:17:4 "Product Owner" -> "[[Product Owner]]"
            content/roles/a.md:19:4 "owners of the product" -> "[[product-owner|owners of the product]]"
            content/roles/a.md:22:4 "Legal Domain" -> "[[Legal Domain]]"
        "#);
    }

    #[test]
    fn stays_silent_where_no_relation_is_meant() {
        let files = format!(
            "{OTHERS}
//- content/roles/a.md
# Engineer

## Key Responsibilities

- Legal Domain: what it asks

## Customers and Deliverables

- Legal Domains
- Legal Domain's questions, answered
- city: in other letters
- PO: too short to tell
- Engineer: oneself
- Others
  - Legal Domain: in a list within a list
- `Legal Domain`: code

> - Legal Domain: a quote

Legal Domain: a sentence.

### [[city]]

- Legal Domain: deliverables of a relation

## Dependencies

- Legal Domain
- [[legal-domain]] - contracts
"
        );
        assert_eq!(found(&KIND, &files), "");
    }
}
