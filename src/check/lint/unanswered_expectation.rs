//! `unanswered-expectation`: something that one party needs of another, and the other never promised.

use super::Evidence;
use super::one_sided::{self, End};
use crate::finding::{Example, Explanation, Finding, Kind, Level};
use crate::model::{Direction, State};
use crate::text::Phrase;

/// A need that the party it is addressed to says nothing of.
pub(super) static KIND: Kind = Kind {
    name: "unanswered-expectation",
    level: Level::Warn,
    title: Phrase {
        en: "Expectations without an answer",
        de: "Erwartungen ohne Antwort",
        fr: "Attentes sans réponse",
        it: "Aspettative senza risposta",
    },
    summary: "something a party needs of another, whose page does not promise it",
    explanation: Explanation {
        what: "One page says under its dependencies what it needs of a role or a team, and that one's page does \
               not list it among those to whom it delivers. Only whether the other is named at all counts, not \
               whether both use the same words. External parties are never asked for an answer, as their pages \
               make no promises. Where five pages or more say what they need, and none in the whole handbook \
               what it delivers, nothing is reported either: that is how this handbook is written.",
        why: "Somebody relies on this and does not know that it was never promised. Often those who should \
              deliver it have not heard of it: the work is missing from their plans, and the disappointment comes \
              as a surprise to both. Where it does get done, it is by somebody's kindness, and stops when that \
              person leaves.",
        mend: "Let the two talk. If the promise is made, it goes on the page of whoever delivers, under its \
               deliverables, as an entry that links the one who needs it; the suggested edit begins one with the \
               words of the other page, to be put into one's own. If it can't be promised, take the need out, or \
               say of whom else it can be had.",
        example: Some(Example {
            before: "\
//- content/roles/cook.md
# Cook

## Dependencies

### [[gardener]]

- Vegetables for the week, each Monday
//- content/roles/gardener.md
# Gardener

## Customers and Deliverables
",
            after: "\
//- content/roles/cook.md
# Cook

## Dependencies

### [[gardener]]

- Vegetables for the week, each Monday
//- content/roles/gardener.md
# Gardener

## Customers and Deliverables

### [[cook]]

- A crate of what is ripe, each Monday before nine
",
        }),
    },
    names_people: false,
    is_timed: false,
};

static END: End = End {
    kind: &KIND,
    claims: Direction::Needs,
    state: State::Expected,
    one: Phrase {
        en: "{claimant} says it needs {things} from {others}, but {page} promises {claimant} nothing",
        de: "{claimant} braucht laut eigener Seite {things} von {others}, aber {others} sagt {claimant} nichts zu",
        fr: "{claimant} dit avoir besoin de {things}, mais {others} ne lui promet rien sur sa page",
        it: "{claimant} dice di aver bisogno di {things} da {others}, ma la pagina di {others} non promette nulla a {claimant}",
    },
    several: Phrase {
        en: "{claimant} says it needs {things} from {others}, but their pages promise {claimant} nothing",
        de: "{claimant} braucht laut eigener Seite {things} von {others}, aber keine dieser Seiten sagt {claimant} etwas zu",
        fr: "{claimant} dit avoir besoin de {things}, mais {others} ne lui promettent rien sur leurs pages",
        it: "{claimant} dice di aver bisogno di {things} da {others}, ma le loro pagine non promettono nulla a {claimant}",
    },
    bare: Phrase {
        en: "{claimant} says it depends on {others}, but {page} promises {claimant} nothing",
        de: "{claimant} ist laut eigener Seite auf {others} angewiesen, aber {others} sagt {claimant} nichts zu",
        fr: "{claimant} dit compter sur {others}, qui ne lui promet rien sur sa page",
        it: "{claimant} dice di dipendere da {others}, ma la pagina di {others} non promette nulla a {claimant}",
    },
    bare_several: Phrase {
        en: "{claimant} says it depends on {others}, but their pages promise {claimant} nothing",
        de: "{claimant} ist laut eigener Seite auf {others} angewiesen, aber keine dieser Seiten sagt {claimant} etwas zu",
        fr: "{claimant} dit compter sur {others}, qui ne lui promettent rien sur leurs pages",
        it: "{claimant} dice di dipendere da {others}, ma le loro pagine non promettono nulla a {claimant}",
    },
    here: "expected here",
    word: "needs",
    help: |page| {
        format!("agree with those concerned, then write the promise on {page}, or take the need out")
    },
};

/// A finding for each need that is not answered.
pub(super) fn run(evidence: &Evidence) -> Vec<Finding> {
    one_sided::run(evidence, &END)
}

#[cfg(test)]
mod tests {
    use super::KIND;
    use crate::check::cases::found;

    #[test]
    fn fires_where_nothing_is_promised() {
        let files = r"
//- content/roles/engineer.md
# Engineer

## Dependencies

### [[product-owner]] of the Engineer's team

- Context for product tasks.
- One order of work,
  and not two
  - in writing

### [[Product Owner]] of other teams

- A date

### [[sales]]
//- content/roles/product-owner.md
# Product Owner

## Purpose

To decide.

## Stakeholders and Key Deliverables

### [[sales]]

- A date

## Key Challenges

- Time
//- content/roles/sales.md
# Sales

## Purpose

To sell.

## Dependencies

[[product-owner]]
: a date
";
        insta::assert_snapshot!(found(&KIND, files), @r###"
        warn: Engineer says it needs “Context for product tasks” and 2 more from Product Owner, but Product Owner's page promises Engineer nothing
          content/roles/engineer.md:5:5 "[[product-owner]] of the Engineer's team": expected here
          content/roles/engineer.md:12:5 "[[Product Owner]] of other teams": and here
          content/roles/product-owner.md:7:1 "## Stakeholders and Key Deliverables": what Product Owner promises Engineer belongs here
          help: agree with those concerned, then write the promise on Product Owner's page, or take the need out
          about: needs engineer product-owner
          fix (Likely): say on Product Owner's page what Engineer gets
            content/roles/product-owner.md:11:9 "" -> "\n\n### [[engineer]]\n\n- Context for product tasks.\n- One order of work, and not two\n  - in writing\n- A date"
        warn: Engineer says it depends on Sales, but Sales' page promises Engineer nothing
          content/roles/engineer.md:16:5 "[[sales]]": expected here
          content/roles/sales.md:1:3 "Sales": no section `Customers and Deliverables` on this page yet
          help: agree with those concerned, then write the promise on Sales' page, or take the need out
          about: needs engineer sales
          fix (Likely): say on Sales' page what Engineer gets
            content/roles/sales.md:5:9 "" -> "\n\n## Customers and Deliverables\n\n### [[engineer]]\n\n- …"
        "###);
    }

    #[test]
    fn an_entry_about_several_is_one_finding() {
        let files = r#"
//- book.toml
[book]
title = "Test"
language = "de-CH"
[groups]
value = { title = "All teams", kind = "team" }
//- content/roles/lead.md
# Lead

## Abhängigkeiten

- [[value]] - Zahlen zum Quartal
- [[chair]] und [[clerk]] - ein Protokoll
//- content/roles/chair.md
# Chair

## Leistungen

* [[clerk]] - Ruhe

[^a]: Fussnote
//- content/roles/clerk.md
# Clerk

## Leistungen

Für alle:

[[chair]]
: Kaffee

## Abhängigkeiten

- [[chair]] - Ruhe
//- content/teams/albula.md
# Albula

## Leistungen

### Innen

- [[lead]] - Zahlen
//- content/teams/bernina.md
# Bernina

## Leistungen

### Innen

- [[clerk]] - Geld
//- content/teams/cassons.md
//- content/teams/dom.md
# Dom
"#;
        insta::assert_snapshot!(found(&KIND, files), @r###"
        warn: Lead says it needs “Zahlen zum Quartal” from Bernina, Cassons and Dom, but their pages promise Lead nothing
          Lead braucht laut eigener Seite „Zahlen zum Quartal“ von Bernina, Cassons und Dom, aber keine dieser Seiten sagt Lead etwas zu
          content/roles/lead.md:5:3 "[[value]]": expected here
          content/teams/bernina.md:3:1 "## Leistungen": what Bernina promises Lead belongs here
          content/teams/cassons.md:1:1 "": no section `Kunden und Liefergegenstände` on this page yet
          content/teams/dom.md:1:3 "Dom": no section `Kunden und Liefergegenstände` on this page yet
          help: agree with those concerned, then write the promise on their pages, or take the need out
          about: needs lead bernina, needs lead cassons, needs lead dom
          fix (Likely): say on their pages what Lead gets
            content/teams/bernina.md:7:19 "" -> "\n\n### [[lead]]\n\n- Zahlen zum Quartal"
            content/teams/cassons.md:1:1 "" -> "## Kunden und Liefergegenstände\n\n### [[lead]]\n\n- Zahlen zum Quartal"
            content/teams/dom.md:1:6 "" -> "\n\n## Kunden und Liefergegenstände\n\n### [[lead]]\n\n- Zahlen zum Quartal"
        warn: Lead says it needs “ein Protokoll” from Chair and Clerk, but their pages promise Lead nothing
          Lead braucht laut eigener Seite „ein Protokoll“ von Chair und Clerk, aber keine dieser Seiten sagt Lead etwas zu
          content/roles/lead.md:6:3 "[[chair]] und [[clerk]]": expected here
          content/roles/chair.md:3:1 "## Leistungen": what Chair promises Lead belongs here
          content/roles/clerk.md:3:1 "## Leistungen": what Clerk promises Lead belongs here
          help: agree with those concerned, then write the promise on their pages, or take the need out
          about: needs lead chair, needs lead clerk
          fix (Likely): say on their pages what Lead gets
            content/roles/chair.md:7:15 "" -> "\n\n* [[lead]] - ein Protokoll"
            content/roles/clerk.md:8:9 "" -> "\n\n[[lead]]\n: - ein Protokoll"
        "###);
    }

    #[test]
    fn stays_silent_where_there_is_an_answer_or_can_be_none() {
        let files = r"
//- content/external/customer.md
# Customer
//- content/roles/a.md
# A role
## Dependencies
- [[b]] - milk
- [[customer]] - money
- [[a]] of other houses - help
- [[c]] - cheese
- [[nobody]] - air
//- content/roles/b.md
# B role
## Customers and Deliverables
- [[A role]] of the mountains - butter
//- content/roles/c.md
# C role
## Customers and Deliverables
### A rolle
- Cheese
";
        assert_eq!(found(&KIND, files), "");
    }

    #[test]
    fn stays_silent_where_no_page_says_what_it_delivers() {
        let role = |number: usize| {
            let next = (number + 1) % 6;
            format!("//- content/roles/r{number}.md\n## Dependencies\n- [[r{next}]] - work\n")
        };
        let files: String = (0..6).map(role).collect();
        assert_eq!(found(&KIND, &files), "");
        let one_more = "//- content/roles/z.md\n## Deliverables\n- [[r0]] - work\n";
        assert_eq!(
            found(&KIND, &format!("{files}{one_more}"))
                .matches("warn: ")
                .count(),
            6
        );
    }

    #[test]
    fn stays_silent_of_those_whom_the_schema_does_not_ask() {
        let files = r#"
//- book.toml
[book]
title = "Test"
[[section]]
id = "customers-and-deliverables"
domains = ["role"]
//- content/roles/a.md
## Dependencies
- [[t]] - milk
## Customers and Deliverables
- [[t]] - milk
//- content/teams/t.md
# T
## Dependencies
- [[a]] - milk
"#;
        assert_eq!(found(&KIND, files), "");
    }
}
