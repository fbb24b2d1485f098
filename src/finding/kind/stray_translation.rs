//! `stray-translation`

use super::{Example, Explanation, Kind};
use crate::finding::Level;
use crate::text::Phrase;

/// Something that a translation says and its original does not.
pub static KIND: Kind = Kind {
    name: "stray-translation",
    level: Level::Warn,
    title: Phrase {
        en: "What stands in a translation only",
        de: "Was nur in einer Übersetzung steht",
        fr: "Ce qui ne se trouve que dans une traduction",
        it: "Che cosa sta solo in una traduzione",
    },
    summary: "something that a translation says and its original does not",
    explanation: Explanation {
        what: "A translation has a section or a relation that its original has not; it takes as its title a name \
               that means something else in the original; or there is no original at all. All languages show one \
               organisation, that of the original: a relation that only a translation knows is in no page, no graph \
               and no data.",
        why: "Those who read the original never hear of it, so nobody keeps a promise that was made in a \
              translation alone.",
        mend: "Write it in the original too, or take it out of the translation. Where the translation is right and \
               was renamed or moved, give both files the same name: `engineer.md` and `engineer.de.md` lie in one \
               folder. A section belongs to the one with its title in the schema; others belong together in the \
               order of writing.",
        example: Some(Example {
            before: "\
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

## Was es sonst noch gibt

Freikarten.
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
