//! `unknown-person`

use super::{Example, Explanation, Kind};
use crate::finding::Level;
use crate::text::Phrase;

/// A person that is not among the handbook's people.
pub static KIND: Kind = Kind {
    name: "unknown-person",
    level: Level::Deny,
    title: Phrase {
        en: "Unknown people",
        de: "Unbekannte Personen",
        fr: "Personnes inconnues",
        it: "Persone sconosciute",
    },
    summary: "a person that is not among the handbook's people",
    explanation: Explanation {
        what: "A keeper of a role or a member of a team is named who is not among the handbook's people. People \
               are listed in `content/people.toml`, one table each, or have a page of their own below \
               `content/people`; they answer to their id and to their name.",
        why: "The person's page does not have the role, and someone who has left may still be named as the one \
              to ask. With a misspelt name, two people seem to share what is one person's work.",
        mend: "Write the name as the list has it: the help has the nearest ones. If the person is new, add a \
               table to `people.toml`. For whoever has no place in the list, such as a service provider, write \
               plain words: `{ text = \"the caretaker's deputy\" }`.",
        example: Some(Example {
            before: "\
//- content/roles/engineer.md
+++
title = \"Engineer\"
keepers = [\"ana-riuz\"]
+++

## Purpose

The machines run.

## Key Responsibilities

- Mends what is broken
//- content/people.toml
[ana-ruiz]
name = \"Ana Ruiz\"
",
            after: "\
//- content/roles/engineer.md
+++
title = \"Engineer\"
keepers = [\"ana-ruiz\"]
+++

## Purpose

The machines run.

## Key Responsibilities

- Mends what is broken
//- content/people.toml
[ana-ruiz]
name = \"Ana Ruiz\"
",
        }),
    },
    names_people: true,
    is_timed: false,
};
