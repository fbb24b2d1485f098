//! `unclaimed-deliverable`: something that one party delivers to another, and the other never asked for.

use super::Evidence;
use super::one_sided::{self, End};
use crate::finding::{Example, Explanation, Finding, Kind, Level};
use crate::model::{Direction, State};
use crate::text::Phrase;

/// A deliverable that the party it is meant for says nothing of.
pub(super) static KIND: Kind = Kind {
    name: "unclaimed-deliverable",
    level: Level::Warn,
    title: Phrase {
        en: "Deliverables that nobody asks for",
        de: "Leistungen, die niemand verlangt",
        fr: "Livrables que personne ne demande",
        it: "Risultati che nessuno chiede",
    },
    summary: "something a party delivers to another, whose page does not say that it needs it",
    explanation: Explanation {
        what: "One page says what it delivers to a role or a team, and that one's page does not list it among \
               those on whom it depends. Only whether the other is named at all counts, not whether both use the \
               same words. External parties are never expected to say what they need. Where five \
               pages or more say what they deliver, and none in the whole handbook what it depends on, nothing is \
               reported either: that is how this handbook is written.",
        why: "Work may be done here that nobody uses any more, or in a way that does not help those it is meant \
              for. Or it is needed, and the other side does not notice how much it relies on it: when the role \
              changes or is given up, nobody there will be asked.",
        mend: "Ask those for whom it is meant. If they use it, it goes on their page, under its dependencies, as \
               an entry that links the one who delivers; the suggested edit begins one. If they don't, take the \
               deliverable out and spend the time on something else.",
        example: Some(Example {
            before: "\
//- content/roles/caretaker.md
# Caretaker

## Customers and Deliverables

### [[treasurer]]

- The meter readings, at the end of each month
//- content/roles/treasurer.md
# Treasurer

## Dependencies
",
            after: "\
//- content/roles/caretaker.md
# Caretaker

## Customers and Deliverables

### [[treasurer]]

- The meter readings, at the end of each month
//- content/roles/treasurer.md
# Treasurer

## Dependencies

### [[caretaker]]

- Meter readings in time for the monthly bills
",
        }),
    },
    names_people: false,
    is_timed: false,
};

static END: End = End {
    kind: &KIND,
    claims: Direction::Delivers,
    state: State::Offered,
    one: Phrase {
        en: "{claimant} says it delivers {things} to {others}, but {page} asks {claimant} for nothing",
        de: "{claimant} liefert laut eigener Seite {things} an {others}, aber {others} verlangt laut eigener Seite nichts von {claimant}",
        fr: "{claimant} dit fournir {things} à {others}, qui ne lui demande rien sur sa page",
        it: "{claimant} dice di fornire {things} a {others}, ma la pagina di {others} non chiede nulla a {claimant}",
    },
    several: Phrase {
        en: "{claimant} says it delivers {things} to {others}, but their pages ask {claimant} for nothing",
        de: "{claimant} liefert laut eigener Seite {things} an {others}, aber keine dieser Seiten verlangt etwas von {claimant}",
        fr: "{claimant} dit fournir {things} à {others}, qui ne lui demandent rien sur leurs pages",
        it: "{claimant} dice di fornire {things} a {others}, ma le loro pagine non chiedono nulla a {claimant}",
    },
    bare: Phrase {
        en: "{claimant} says it delivers to {others}, but {page} asks {claimant} for nothing",
        de: "{claimant} beliefert laut eigener Seite {others}, aber {others} verlangt laut eigener Seite nichts von {claimant}",
        fr: "{claimant} dit fournir quelque chose à {others}, qui ne lui demande rien sur sa page",
        it: "{claimant} dice di fornire qualcosa a {others}, ma la pagina di {others} non chiede nulla a {claimant}",
    },
    bare_several: Phrase {
        en: "{claimant} says it delivers to {others}, but their pages ask {claimant} for nothing",
        de: "{claimant} beliefert laut eigener Seite {others}, aber keine dieser Seiten verlangt etwas von {claimant}",
        fr: "{claimant} dit fournir quelque chose à {others}, qui ne lui demandent rien sur leurs pages",
        it: "{claimant} dice di fornire qualcosa a {others}, ma le loro pagine non chiedono nulla a {claimant}",
    },
    here: "offered here",
    word: "delivers",
    help: |page| format!("ask those concerned, then write the need on {page}, or take the deliverable out"),
};

/// A finding for each deliverable that nobody asks for.
pub(super) fn run(evidence: &Evidence) -> Vec<Finding> {
    one_sided::run(evidence, &END)
}

#[cfg(test)]
mod tests {
    use super::KIND;
    use crate::check::cases::found;

    #[test]
    fn fires_where_nothing_is_asked_for() {
        let files = r#"
//- book.toml
book = { title = "Test", language = "fr" }
//- content/roles/engineer.md
# Engineer

## Livrables

### [[product-owner]] and [[team]]

Prose that goes on for long enough to be cut somewhere, and then some more of it.
It never ends.

### [[sales]]
//- content/roles/product-owner.md
# Product Owner

## Dependencies

### [[sales]]

- A date
//- content/roles/sales.md
# Sales

## Dépendances

* *[[product-owner]]* of the team: a date
* [[team]]
  - a dream
//- content/teams/team.md
# Team
"#;
        insta::assert_snapshot!(found(&KIND, files), @r###"
        warn: Engineer says it delivers “Prose that goes on for long enough to be cut somewhere, and …” to Product Owner and Team, but their pages ask Engineer for nothing
          Engineer dit fournir « Prose that goes on for long enough to be cut somewhere, and … » à Product Owner et Team, qui ne lui demandent rien sur leurs pages
          content/roles/engineer.md:5:5 "[[product-owner]] and [[team]]": offered here
          content/roles/product-owner.md:3:1 "## Dependencies": what Product Owner needs from Engineer belongs here
          content/teams/team.md:1:3 "Team": no section `Dépendances` on this page yet
          help: ask those concerned, then write the need on their pages, or take the deliverable out
          about: delivers engineer product-owner, delivers engineer team
          fix (Likely): say on their pages what is needed from Engineer
            content/roles/product-owner.md:7:9 "" -> "\n\n### [[engineer]]\n\n- Prose that goes on for long enough to be cut somewhere, and then some more of it. It never ends."
            content/teams/team.md:1:7 "" -> "\n\n## Dépendances\n\n### [[engineer]]\n\n- Prose that goes on for long enough to be cut somewhere, and then some more of it. It never ends."
        warn: Engineer says it delivers to Sales, but Sales' page asks Engineer for nothing
          Engineer dit fournir quelque chose à Sales, qui ne lui demande rien sur sa page
          content/roles/engineer.md:10:5 "[[sales]]": offered here
          content/roles/sales.md:3:1 "## Dépendances": what Sales needs from Engineer belongs here
          help: ask those concerned, then write the need on Sales' page, or take the deliverable out
          about: delivers engineer sales
          fix (Likely): say on Sales' page what is needed from Engineer
            content/roles/sales.md:7:12 "" -> "\n* [[engineer]] - …"
        "###);
    }

    #[test]
    fn stays_silent_where_it_is_asked_for() {
        let files = r"
//- content/external/customer.md
# Customer
//- content/roles/a.md
# A role
## Customers and Deliverables
- [[b]] - milk
- [[customer]] - honey
- [[c]] - cheese
//- content/roles/b.md
# B role
## Dependencies
- [[c]] and [[a]] - butter
//- content/roles/c.md
# C role
## Dependencies
- [[a rol]] - cheese
";
        assert_eq!(found(&KIND, files), "");
    }
}
