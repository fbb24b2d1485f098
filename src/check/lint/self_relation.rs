//! `self-relation`: a party that claims a relation with itself.

use super::Evidence;
use super::entries::{Standing, qualifier, relations};
use crate::finding::{Example, Explanation, Finding, Kind, Level};
use crate::model::{Meant, Organisation, Party, PartyId};
use crate::text::{Phrase, Word};

/// A party that says it delivers to itself, or needs something of itself.
pub(super) static KIND: Kind = Kind {
    name: "self-relation",
    level: Level::Warn,
    title: Phrase {
        en: "Relations with oneself",
        de: "Beziehungen mit sich selbst",
        fr: "Relations avec soi-même",
        it: "Relazioni con sé stessi",
    },
    summary: "a party that delivers to itself, or depends on itself",
    explanation: Explanation {
        what: "A page lists the very party that it is about among those to whom it delivers, or on whom it \
               depends. Two ways of doing so are left alone: a set that the party is a member of, such as all \
               teams, which then means the others; and a name with words around it that make it somebody else, \
               such as `[[engineer]] of other teams`.",
        why: "A relation is an agreement between two sides. With oneself there is nobody to ask and nobody to \
              rely on; mostly another party was meant, and that one now hears nothing of it.",
        mend: "Name the party that was meant. What the role does for its own work belongs under its \
               responsibilities. Where several people keep the role and rely on each other, say which of them \
               is meant, behind the name.",
        example: Some(Example {
            before: "\
//- content/roles/driver.md
# Driver

## Dependencies

### [[driver]]

- The van with a full tank
",
            after: "\
//- content/roles/driver.md
# Driver

## Dependencies

### [[driver]] of the shift before

- The van with a full tank
",
        }),
    },
    names_people: false,
    is_timed: false,
};

const ITSELF: Phrase = Phrase {
    en: "{party} stands in a relation with itself",
    de: "{party} steht laut eigener Seite in einer Beziehung mit sich selbst",
    fr: "{party} figure dans ses propres relations",
    it: "{party} figura nelle proprie relazioni",
};

/// Words that join two names, and say nothing of either.
const JOINTS: [&str; 9] = ["and", "or", "und", "oder", "et", "ou", "e", "ed", "o"];

/// A finding for each page that names its own party.
pub(super) fn run(evidence: &Evidence) -> Vec<Finding> {
    evidence
        .parties()
        .filter_map(|(id, party)| finding(evidence, id, party))
        .collect()
}

fn finding(evidence: &Evidence, id: PartyId, party: &Party) -> Option<Finding> {
    let organisation = evidence.organisation;
    // Whoever claims a relation with itself is at both ends of an agreement.
    organisation.agreement_between(id, id)?;
    let document = organisation.document(party.document);
    let links = organisation.links_of(party.document);
    let is_itself = |standing: &Standing| {
        let around = || qualifier(document, links, standing.entry);
        names(organisation, standing, id)
            && around()
                .split(' ')
                .all(|word| word.is_empty() || JOINTS.contains(&word))
    };
    let mut places = Vec::new();
    for section in relations(evidence, party) {
        let own = section.entries.iter().filter(|standing| is_itself(standing));
        places.extend(own.map(|standing| standing.place(section.source)));
    }
    let (first, further) = places.split_first()?;
    let label = format!("this is {} itself", party.title);
    let said = evidence.say(&ITSELF, &[("party", Word::plain(&party.title))]);
    let finding = Finding::said(&KIND, *first, said)
        .label(&label)
        .help(format!(
            "name who is meant, or say behind the name which of them, such as `[[{}]] of other teams`",
            party.id
        ))
        .about(&party.id);
    Some(
        further
            .iter()
            .fold(finding, |finding, place| finding.related(*place, &label)),
    )
}

/// Whether an entry names that party by itself.
fn names(organisation: &Organisation, standing: &Standing, party: PartyId) -> bool {
    let mut meant = standing.claims().unwrap_or_default().iter();
    meant.any(|meant| matches!(meant, Meant::Party(claim) if organisation.claim(*claim).other == party))
}

#[cfg(test)]
mod tests {
    use super::KIND;
    use crate::check::cases::found;

    #[test]
    fn fires_where_a_page_names_its_own_party() {
        let files = r#"
//- book.toml
book = { title = "Test", language = "fr" }
//- content/roles/a.md
# Engineer
## Dependencies
### Engineer
- calm
### [[b]], [[engineer]] and [[b]]
- calm
## Stakeholders
- [[a]] - calm
//- content/roles/b.md
# Buyer
"#;
        insta::assert_snapshot!(found(&KIND, files), @r#"
        warn: Engineer stands in a relation with itself
          Engineer figure dans ses propres relations
          content/roles/a.md:3:5 "Engineer": this is Engineer itself
          content/roles/a.md:5:5 "[[b]], [[engineer]] and [[b]]": this is Engineer itself
          content/roles/a.md:8:3 "[[a]]": this is Engineer itself
          help: name who is meant, or say behind the name which of them, such as `[[a]] of other teams`
          about: a
        "#);
    }

    #[test]
    fn stays_silent_of_sets_and_of_others_who_keep_the_role() {
        let files = r#"
//- book.toml
[book]
title = "Test"
[groups]
roles = { title = "All roles", kind = "role" }
//- content/roles/a.md
# Engineer
## Dependencies
- [[roles]] - calm
- [[a]] of other teams - calm
- [[b]] and all other [[engineer]]s - calm
//- content/roles/b.md
# Buyer
"#;
        assert_eq!(found(&KIND, files), "");
    }
}
