//! `dependency-cycle`: parties that depend on each other in a circle.

use super::Evidence;
use super::circle_speech::Speech;
use super::circles::{Step, circles, knots};
use crate::finding::{Example, Explanation, Finding, Kind, Level};
use crate::model::{Agreement, Organisation};
use crate::text::{Phrase, Place};

/// Parties of which each needs something of the next, and the last of the first.
pub(super) static KIND: Kind = Kind {
    name: "dependency-cycle",
    level: Level::Allow,
    title: Phrase {
        en: "Dependencies in a circle",
        de: "Abhängigkeiten im Kreis",
        fr: "Dépendances en boucle",
        it: "Dipendenze in circolo",
    },
    summary: "parties that depend on each other in a circle",
    explanation: Explanation {
        what: "Each of these parties says under its dependencies that it needs something of the next one, and \
               the last one needs something of the first. Two that need each other are the usual case of people \
               who work together: such a pair is told of only where it is all the circle there is. Of parties \
               that are tied up with each other in many ways, one shortest circle is told.",
        why: "In a circle everybody may be waiting for somebody else, and no single page shows it. When one of \
              them falls behind, the delay comes back to them a few steps later, as though from elsewhere. Most \
              circles are harmless; it is worth knowing those that are not.",
        mend: "Read the circle once around with those concerned and ask what happens if the first of them is \
               late. Where that stops everybody, let one of them begin with less, or find somebody else who can \
               deliver it. Where the circle does no harm, nothing needs to change: this finding is only made on \
               request.",
        example: Some(Example {
            before: "\
//- content/roles/editor.md
# Editor

## Dependencies

- [[printer]] - the number of pages there is room for
//- content/roles/printer.md
# Printer

## Dependencies

- [[treasurer]] - the budget for paper
//- content/roles/treasurer.md
# Treasurer

## Dependencies

- [[editor]] - the number of copies
",
            after: "\
//- content/roles/editor.md
# Editor

## Dependencies

- [[printer]] - the number of pages there is room for
//- content/roles/printer.md
# Printer

## Dependencies

- [[treasurer]] - the budget for paper
//- content/roles/treasurer.md
# Treasurer

## Key Responsibilities

- Decides in January how many copies can be paid for
",
        }),
    },
    names_people: false,
    is_timed: false,
};

static NEEDS: Speech = Speech {
    kind: &KIND,
    alone: Phrase {
        en: "{parties} depends on itself",
        de: "{parties} hängt von sich selbst ab",
        fr: "{parties} dépend de soi-même",
        it: "{parties} dipende da sé",
    },
    two: Phrase {
        en: "{parties} depend on each other",
        de: "{parties} hängen voneinander ab",
        fr: "{parties} dépendent l’un de l’autre",
        it: "{parties} dipendono l’uno dall’altro",
    },
    more: Phrase {
        en: "{parties} depend on each other in a circle",
        de: "{parties} hängen im Kreis voneinander ab",
        fr: "{parties} dépendent les uns des autres, en boucle",
        it: "{parties} dipendono l’uno dall’altro, in circolo",
    },
    label: |party, next| format!("{party} needs something from {next}"),
    help: "ask who of them can begin without the others, and with what",
    help_alone: "say who is meant",
};

/// A finding for each knot of parties that depend on each other other than in pairs, and for each knot in
/// which there are pairs only.
pub(super) fn run(evidence: &Evidence) -> Vec<Finding> {
    let organisation = evidence.organisation;
    let all = edges(organisation, |_| true);
    let one_way = edges(organisation, |agreement| !is_returned(organisation, agreement));
    let mut found = circles(&one_way);
    let knots = knots(&all);
    let mut told = vec![false; knots.len()];
    let knot = |circle: &[Step<Place>]| circle.first().map(|(party, _)| knots[*party]);
    for knot in found.iter().filter_map(|circle| knot(circle)) {
        told[knot] = true;
    }
    let untold = |circle: &Vec<Step<Place>>| knot(circle).is_some_and(|knot| !told[knot]);
    found.extend(circles(&all).into_iter().filter(untold));
    let findings = found.iter();
    findings
        .filter_map(|circle| NEEDS.finding(evidence, circle))
        .collect()
}

/// Whom each party needs something of by its own word, and where it says so.
fn edges(organisation: &Organisation, counts: impl Fn(&Agreement) -> bool) -> Vec<Vec<Step<Place>>> {
    let mut edges = vec![Vec::new(); organisation.parties.len()];
    for agreement in organisation.agreements.iter() {
        let (provider, consumer) = (agreement.provider, agreement.consumer);
        let Some(claim) = agreement.needs.first().map(|id| organisation.claim(*id)) else {
            continue;
        };
        if provider != consumer && counts(agreement) {
            let source = organisation.document(claim.document).source;
            let place = Place::new(source, organisation.entry_of(claim).span);
            edges[consumer.index()].push((provider.index(), place));
        }
    }
    edges
}

/// Whether the provider needs something of the consumer too.
fn is_returned(organisation: &Organisation, agreement: &Agreement) -> bool {
    let back = organisation.agreement_between(agreement.consumer, agreement.provider);
    back.is_some_and(|back| !back.needs.is_empty())
}

#[cfg(test)]
mod tests {
    use super::KIND;
    use crate::check::cases::found;

    #[test]
    fn fires_for_circles_of_three_before_pairs() {
        let files = r#"
//- book.toml
book = { title = "Test", language = "it" }
//- content/roles/a.md
## Dependencies
- [[b]] - x
- [[d]] - x
//- content/roles/b.md
## Dependencies
- [[c]] and [[a]] - x
//- content/roles/c.md
## Dependencies
- [[d]] - x
//- content/roles/d.md
## Dependencies
- [[b]] - x
//- content/roles/e.md
## Dependencies
- [[f]] - x
- [[e]] - x
//- content/roles/f.md
## Dependencies
- [[e]] - x
- [[a]] - x
"#;
        insta::assert_snapshot!(found(&KIND, files), @r#"
        warn: B, C and D depend on each other in a circle
          B, C e D dipendono l’uno dall’altro, in circolo
          content/roles/b.md:2:3 "[[c]] and [[a]]": B needs something from C
          content/roles/c.md:2:3 "[[d]]": C needs something from D
          content/roles/d.md:2:3 "[[b]]": D needs something from B
          help: ask who of them can begin without the others, and with what
          about: b, c, d
        warn: E and F depend on each other
          E e F dipendono l’uno dall’altro
          content/roles/e.md:2:3 "[[f]]": E needs something from F
          content/roles/f.md:2:3 "[[e]]": F needs something from E
          help: ask who of them can begin without the others, and with what
          about: e, f
        "#);
    }

    #[test]
    fn stays_silent_without_a_circle_of_needs() {
        let files = r"
//- content/external/customer.md
# Customer
//- content/roles/a.md
## Dependencies
- [[b]] - x
- [[a]] - x
- [[customer]] - x
## Deliverables
- [[b]] - x
- [[customer]] - x
//- content/roles/b.md
## Deliverables
- [[a]] - x
";
        assert_eq!(found(&KIND, files), "");
    }
}
