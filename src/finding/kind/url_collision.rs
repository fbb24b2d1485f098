//! `url-collision`

use super::{Example, Explanation, Kind};
use crate::finding::Level;
use crate::text::Phrase;

/// Two files would be published at one address.
pub static KIND: Kind = Kind {
    name: "url-collision",
    level: Level::Deny,
    title: Phrase {
        en: "Addresses claimed twice",
        de: "Doppelt vergebene Adressen",
        fr: "Adresses attribuées deux fois",
        it: "Indirizzi assegnati due volte",
    },
    summary: "two files would be published at one address",
    explanation: Explanation {
        what: "Two things would be published at one address: two files whose names differ only in upper and \
               lower case or in their ending, or a page of your own where rolebook puts one, such as the list of \
               all roles. Addresses that differ in letter case only count as one, because many computers can't \
               tell such files apart.",
        why: "One of the two would overwrite the other, on some computers and not on others. Readers would find \
              the page or not, depending on where it was built last.",
        mend: "Give one of the two files another name, and mend the links to it; the next check says which these \
               are.",
        example: Some(Example {
            before: "\
//- content/minutes.md
# Minutes

Of the assembly.
//- content/Minutes.md
# Minutes

Of the board.
",
            after: "\
//- content/minutes.md
# Minutes

Of the assembly.
//- content/minutes-of-the-board.md
# Minutes

Of the board.
",
        }),
    },
    names_people: false,
    is_timed: false,
};
