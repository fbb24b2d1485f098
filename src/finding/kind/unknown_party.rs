//! `unknown-party`

use super::{Example, Explanation, Kind};
use crate::finding::Level;
use crate::text::Phrase;

/// A role, team or external party that nothing answers to.
pub static KIND: Kind = Kind {
    name: "unknown-party",
    level: Level::Deny,
    title: Phrase {
        en: "Unknown roles, teams and external parties",
        de: "Unbekannte Rollen, Teams und Externe",
        fr: "Rôles, équipes et externes inconnus",
        it: "Ruoli, team ed esterni sconosciuti",
    },
    summary: "a role, team or external party that nothing answers to",
    explanation: Explanation {
        what: "Where a role, a team or an external party has to stand (as a delegator, as a team, at the other \
               end of a relation) there is a name that nothing answers to. Parties answer to their id (the name \
               of their file), their title and their aliases, in any letter case.",
        why: "The relation counts for nothing: the other side's page does not show it, nobody is asked whether \
              they promise what is needed, and on graphs it is missing. To readers the name looks like a role \
              that exists.",
        mend: "Write the name as the party has it: the help has the nearest ones. If people know the party by \
               this name too, add it to the `aliases` of its page. If it has no page yet, add one: `rolebook new \
               role \"Title\"`, or a file below `content/external` with nothing but a title for someone outside.",
        example: Some(Example {
            before: "\
//- content/roles/cook.md
# Cook

## Purpose

Guests eat well.

## Key Responsibilities

- Plans the meals

## Dependencies

### [[gardner]]

- Vegetables by ten
//- content/roles/gardener.md
# Gardener

## Purpose

The garden feeds the house.

## Key Responsibilities

- Grows vegetables
",
            after: "\
//- content/roles/cook.md
# Cook

## Purpose

Guests eat well.

## Key Responsibilities

- Plans the meals

## Dependencies

### [[gardener]]

- Vegetables by ten
//- content/roles/gardener.md
# Gardener

## Purpose

The garden feeds the house.

## Key Responsibilities

- Grows vegetables
",
        }),
    },
    names_people: true,
    is_timed: false,
};
