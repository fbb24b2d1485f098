//! `ambiguous-reference`

use super::{Example, Explanation, Kind};
use crate::finding::Level;
use crate::text::Phrase;

/// A name that more than one party answers to.
pub static KIND: Kind = Kind {
    name: "ambiguous-reference",
    level: Level::Deny,
    title: Phrase {
        en: "Ambiguous references",
        de: "Mehrdeutige Verweise",
        fr: "Renvois ambigus",
        it: "Rimandi ambigui",
    },
    summary: "a name that more than one party answers to",
    explanation: Explanation {
        what: "A reference names something by a title or an alias that several things have: two roles called \
               “Chair”, say. An id is never ambiguous, and an id is meant before a title; of things of different \
               sorts a role, team or external party is meant before a person, a person before a term of the \
               glossary, and that before a page.",
        why: "A relation or a link that may mean either of two would send people to the wrong one, and would ask \
              of a role what another has to give. Rather than guess, the handbook links to neither.",
        mend: "Write the id instead of the title; the help lists the ids that may be meant. A text of your own \
               can be shown all the same: `[[chair-board|Chair]]`. If readers will mistake the two as well, give \
               one of them another title.",
        example: Some(Example {
            before: "\
//- content/roles/chair-board.md
# Chair

## Purpose

The board comes to decisions.

## Key Responsibilities

- Leads its meetings
//- content/roles/chair-assembly.md
# Chair

## Purpose

The members come to decisions.

## Key Responsibilities

- Leads the assembly
//- content/index.md
# Riverside choir

Write to the [[Chair]].
",
            after: "\
//- content/roles/chair-board.md
# Chair

## Purpose

The board comes to decisions.

## Key Responsibilities

- Leads its meetings
//- content/roles/chair-assembly.md
# Chair

## Purpose

The members come to decisions.

## Key Responsibilities

- Leads the assembly
//- content/index.md
# Riverside choir

Write to the [[chair-board|Chair]].
",
        }),
    },
    names_people: true,
    is_timed: false,
};
