//! `missing-translation`

use super::{Example, Explanation, Kind};
use crate::finding::Level;
use crate::text::Phrase;

/// Something that stands in the original and not in a translation.
pub static KIND: Kind = Kind {
    name: "missing-translation",
    level: Level::Warn,
    title: Phrase {
        en: "What is not translated",
        de: "Was nicht übersetzt ist",
        fr: "Ce qui n’est pas traduit",
        it: "Che cosa non è tradotto",
    },
    summary: "something that stands in the original and not in a translation",
    explanation: Explanation {
        what: "`book.toml` says by `[translations.de]` that the handbook is in German too, and something of the \
               original is not: a whole file (`engineer.md` has no `engineer.de.md` beside it), a section, a \
               relation, a term of the glossary. The pages in that language show it in the original's words.",
        why: "Whoever reads in that language is there to be understood. A page in two languages says to them that \
              the handbook was not written for them, and what they can't read they will not do.",
        mend: "For a whole file, copy the original to a file of the same name with the language before its ending, \
               such as `engineer.de.md`, and write its words in that language. Names in `[[...]]` may stay as they \
               are. Of what stands between the `+++` lines, a translation repeats nothing but what is words: \
               `title`, `aliases` and `[fields]`. For a section, a relation or a term, write it where the finding \
               points. If it is to stay untranslated, set `missing-translation = \"allow\"` below `[lints]`, in \
               `book.toml` or in the file.",
        example: Some(Example {
            before: "\
//- book.toml
[book]
title = \"Riverside choir\"

[translations.de]
title = \"Chor am Fluss\"
//- content/external/audience.md
# Audience
",
            after: "\
//- book.toml
[book]
title = \"Riverside choir\"

[translations.de]
title = \"Chor am Fluss\"
//- content/external/audience.md
# Audience
//- content/external/audience.de.md
+++
original = \"89b6d2ed\"
+++

# Publikum
",
        }),
    },
    names_people: false,
    is_timed: false,
};
