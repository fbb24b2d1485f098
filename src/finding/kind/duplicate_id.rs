//! `duplicate-id`

use super::{Example, Explanation, Kind};
use crate::finding::Level;
use crate::text::Phrase;

/// Two files claim one id.
pub static KIND: Kind = Kind {
    name: "duplicate-id",
    level: Level::Deny,
    title: Phrase {
        en: "Ids claimed twice",
        de: "Doppelt vergebene Kennungen",
        fr: "Identifiants attribués deux fois",
        it: "Identificativi assegnati due volte",
    },
    summary: "two files claim one id",
    explanation: Explanation {
        what: "Two files claim one id. The name of a file without its ending is the id of what it describes: \
               `roles/secretary.md` and `teams/secretary.md` are both `secretary`, and ids are shared by roles, \
               teams and external parties. For people, a table in `people.toml` and a page of their own may \
               belong together, but each fact is said in one of them only. The first file keeps the id, the \
               second is left out.",
        why: "Whoever writes the id elsewhere can't know which of the two is meant, and gets the first. The \
              second has no page, although its keepers may have taken great care of it.",
        mend: "Rename one of the files so that its name tells it apart, such as `secretariat.md` for the team, \
               and go through the references to the old name. A name by which people look for it can go into its \
               `aliases`.",
        example: Some(Example {
            before: "\
//- content/roles/secretary.md
# Secretary

## Purpose

Members are answered.

## Key Responsibilities

- Answers letters
//- content/teams/secretary.md
# Secretariat

## Purpose

The office is open.
",
            after: "\
//- content/roles/secretary.md
# Secretary

## Purpose

Members are answered.

## Key Responsibilities

- Answers letters
//- content/teams/secretariat.md
# Secretariat

## Purpose

The office is open.
",
        }),
    },
    names_people: true,
    is_timed: false,
};
