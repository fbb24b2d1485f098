//! `invalid-config`

use super::{Example, Explanation, Kind};
use crate::finding::Level;
use crate::text::Phrase;

/// `book.toml` can't be understood.
pub static KIND: Kind = Kind {
    name: "invalid-config",
    level: Level::Deny,
    title: Phrase {
        en: "Configuration that can't be understood",
        de: "Unverständliche Konfiguration",
        fr: "Configuration incompréhensible",
        it: "Configurazione incomprensibile",
    },
    summary: "`book.toml` can't be understood",
    explanation: Explanation {
        what: "`book.toml` has a line that can't be understood, a key that rolebook does not know, or a value \
               that its key does not take. What is wrong is left out, and the rest of the file still counts.",
        why: "`book.toml` decides for everyone: what of people is published, which sections roles are asked for, \
              which findings stop a publication. A line that is silently passed over may show what was to stay \
              private, or hide what was to be seen.",
        mend: "Look at the place: the finding names the key that may have been meant, or all that may stand \
               there. Keys belong below the line of their table, such as `[book]` or `[site]`. Where only the \
               way of writing is wrong, `rolebook check --fix` mends it.",
        example: Some(Example {
            before: "\
//- book.toml
[book]
title = \"Riverside choir\"
languge = \"en\"
//- content/index.md
# Riverside choir
",
            after: "\
//- book.toml
[book]
title = \"Riverside choir\"
language = \"en\"
//- content/index.md
# Riverside choir
",
        }),
    },
    names_people: false,
    is_timed: false,
};
