//! `isolated-role`: a role that stands in no relation with anybody.

use super::Evidence;
use super::answer::{next_section, rule};
use super::empty_section::is_empty;
use super::entries::relations;
use super::unlinked::Unlinked;
use crate::finding::{Example, Explanation, Finding, Kind, Level};
use crate::model::{Direction, Document, Node, Party, PartyId, PartyKind};
use crate::text::{Phrase, Word};

/// A role that delivers to nobody and needs nobody, in a handbook in which others do.
pub(super) static KIND: Kind = Kind {
    name: "isolated-role",
    level: Level::Warn,
    title: Phrase {
        en: "Roles without relations",
        de: "Rollen ohne Beziehungen",
        fr: "Rôles sans relations",
        it: "Ruoli senza relazioni",
    },
    summary: "a role that delivers to nobody and depends on nobody",
    explanation: Explanation {
        what: "The role's page names nobody to whom it delivers and nobody on whom it depends, and no other page \
               names the role so. Only roles are looked at, and only in handbooks in which at least one of them \
               has relations.",
        why: "Whoever takes over the role can't see for whom they work, and those who rely on it can't see that \
              they do: when the role changes, or nobody keeps it any more, they hear of it last. A role that \
              really serves nobody costs time that others could use.",
        mend: "Ask whoever keeps the role who would miss it first, and write that down as a deliverable; then \
               whom they turn to when they are stuck, as a dependency. Where nobody comes to mind, talk with \
               whoever delegated the role about whether it is still needed.",
        example: Some(Example {
            before: "\
//- content/roles/archivist.md
# Archivist
//- content/roles/editor.md
# Editor

## Dependencies

- [[photographer]] - three pictures an issue
//- content/roles/photographer.md
# Photographer

## Customers and Deliverables

- [[editor]] - pictures, with the names of those on them
",
            after: "\
//- content/roles/archivist.md
# Archivist

## Dependencies

- [[editor]] - two copies of each issue
//- content/roles/editor.md
# Editor

## Customers and Deliverables

- [[archivist]] - two copies of each issue, signed

## Dependencies

- [[photographer]] - three pictures an issue
//- content/roles/photographer.md
# Photographer

## Customers and Deliverables

- [[editor]] - pictures, with the names of those on them
",
        }),
    },
    names_people: false,
    is_timed: false,
};

const ALONE: Phrase = Phrase {
    en: "{role} stands in no relation with anybody",
    de: "{role} steht mit niemandem in Beziehung",
    fr: "{role} n’est en relation avec personne",
    it: "{role} non è in relazione con nessuno",
};

/// A finding for each role without relations, if there are roles with some.
pub(super) fn run(evidence: &Evidence) -> Vec<Finding> {
    let parties = (0..).map(PartyId).zip(evidence.organisation.parties.iter());
    let roles = parties.filter(|(_, party)| party.kind == PartyKind::Role);
    let (alone, others): (Vec<_>, Vec<_>) =
        roles.partition(|(_, role)| role.provides.is_empty() && role.consumes.is_empty());
    if others.is_empty() {
        return Vec::new();
    }
    let unlinked = Unlinked::of(evidence);
    let names = |id, role| relations(evidence, role).any(|section| !unlinked.within(id, &section).is_empty());
    let silent = alone
        .into_iter()
        .filter(|(id, role)| !evidence.is_faulty(role) && !tries(evidence, role) && !names(*id, role));
    silent.map(|(_, role)| finding(evidence, role)).collect()
}

/// Whether a section of relations names somebody, if not so that a relation came of it, or is still empty:
/// those are other findings.
fn tries(evidence: &Evidence, role: &Party) -> bool {
    let document = evidence.document(role);
    let targets = &evidence.organisation.links_of(role.document).targets;
    let mut referred = document.references.iter().zip(targets);
    let mut sections = document.sections.iter();
    !document.entries.is_empty()
        || sections.any(|section| section.kind.direction().is_some() && is_empty(section))
        || referred.any(|(reference, target)| {
            matches!(target.node, Node::Party(_) | Node::Group(_) | Node::Missing)
                && is_among_relations(document, reference.span.start)
        })
}

/// Whether byte `at` is in a section of relations.
fn is_among_relations(document: &Document, at: usize) -> bool {
    let mut relating = document
        .sections
        .iter()
        .filter(|section| section.kind.direction().is_some());
    relating.any(|section| {
        let end = next_section(document, section.span.end);
        at >= section.span.end && end.is_none_or(|end| at < end)
    })
}

fn finding(evidence: &Evidence, role: &Party) -> Finding {
    let said = evidence.say(&ALONE, &[("role", Word::plain(&role.title))]);
    let section = |end| rule(evidence, role.kind, end).map(|rule| rule.title.as_str());
    let delivers =
        section(Direction::Delivers).map(|title| format!("under `{title}` whom it serves, and with what"));
    let needs =
        section(Direction::Needs).map(|title| format!("under `{title}` what it needs, and from whom"));
    let finding = Finding::said(&KIND, role.place, said)
        .label("nobody says what this role delivers or needs")
        .about(&role.id);
    let ways: Vec<String> = delivers.into_iter().chain(needs).collect();
    if ways.is_empty() {
        finding
    } else {
        finding.help(format!("say {}", ways.join(", or ")))
    }
}

#[cfg(test)]
mod tests {
    use super::KIND;
    use crate::check::cases::found;

    #[test]
    fn fires_where_other_roles_have_relations() {
        let files = r#"
//- book.toml
book = { title = "Test", language = "it" }
//- content/external/customer.md
# Customer
//- content/roles/a.md
# Engineer
## Dependencies
- [[customer]] - calm
//- content/roles/b.md
# Buyer
See [[a]].
## Customers and Deliverables
Nobody yet.
## Key Challenges
- [[a]]
//- content/teams/t.md
# Team
"#;
        insta::assert_snapshot!(found(&KIND, files), @r#"
        warn: Buyer stands in no relation with anybody
          Buyer non è in relazione con nessuno
          content/roles/b.md:1:3 "Buyer": nobody says what this role delivers or needs
          help: say under `Clienti e risultati` whom it serves, and with what, or under `Dipendenze` what it needs, and from whom
          about: b
        "#);
    }

    #[test]
    fn stays_silent_of_roles_that_are_named_or_name_somebody() {
        let files = r"
//- content/external/customer.md
# Customer
//- content/roles/a.md
## Dependencies
- [[b]] - calm
//- content/roles/b.md
# B role
//- content/roles/c.md
## Dependencies
Calm, from [[a]].
//- content/roles/d.md
## Dependencies
### Nobody of this name
- calm
//- content/roles/e.md
## Dependencies
See [[nobody]].
//- content/roles/f.md
## Dependencies
- [[f]] - calm
//- content/roles/g.md
+++
title = 1
+++
//- content/roles/h.md
## Dependencies
<!-- Which other domains does this one depend on? -->
//- content/roles/i.md
## Dependencies
- Customer: calm
";
        assert_eq!(found(&KIND, files), "");
    }

    #[test]
    fn stays_silent_where_no_role_has_relations() {
        let files = r"
//- content/external/customer.md
# Customer
//- content/roles/a.md
# A
//- content/roles/b.md
# B
//- content/teams/t.md
## Dependencies
- [[customer]] - calm
";
        assert_eq!(found(&KIND, files), "");
    }
}
