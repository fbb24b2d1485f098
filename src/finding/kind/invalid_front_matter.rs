//! `invalid-front-matter`

use super::{Example, Explanation, Kind};
use crate::finding::Level;
use crate::text::Phrase;

/// The lines between `+++` can't be understood.
pub static KIND: Kind = Kind {
    name: "invalid-front-matter",
    level: Level::Deny,
    title: Phrase {
        en: "Entries at the top of a file that can't be understood",
        de: "Unverständliche Angaben am Anfang einer Datei",
        fr: "Indications incompréhensibles en tête d’un fichier",
        it: "Indicazioni incomprensibili all’inizio di un file",
    },
    summary: "the lines between `+++` can't be understood",
    explanation: Explanation {
        what: "The lines between the two `+++` at the beginning of a file can't be understood as they stand: a \
               quote or a bracket is missing, a text stands without quotes, a key is not known, or a value is \
               not of the sort that its key wants. The rest of the file is read all the same.",
        why: "What stands there is not on the page: a role without its keepers, a team without its members. \
              Those who look it up take the page's word for it, and whoever wrote the line believes that it says \
              what they meant.",
        mend: "Look at the place: the finding says what is wrong, and what may stand there. Each line reads `key \
               = value`; texts and names stand in straight quotes (`\"Office\"`), several of them in brackets \
               with commas between, dates without quotes (`2026-05-01`). Where only the way of writing is wrong, \
               `rolebook check --fix` mends it.",
        example: Some(Example {
            before: "\
//- content/roles/engineer.md
+++
titel = \"Engineer\"
+++

## Purpose

The machines run.

## Key Responsibilities

- Mends what is broken
",
            after: "\
//- content/roles/engineer.md
+++
title = \"Engineer\"
+++

## Purpose

The machines run.

## Key Responsibilities

- Mends what is broken
",
        }),
    },
    names_people: true,
    is_timed: false,
};
