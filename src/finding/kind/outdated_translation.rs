//! `outdated-translation`

use super::{Example, Explanation, Kind};
use crate::finding::Level;
use crate::text::Phrase;

/// A translation that is older than its original, or does not say whether it is.
pub static KIND: Kind = Kind {
    name: "outdated-translation",
    level: Level::Warn,
    title: Phrase {
        en: "What has changed since it was translated",
        de: "Was sich seit der Übersetzung geändert hat",
        fr: "Ce qui a changé depuis sa traduction",
        it: "Che cosa è cambiato dopo la traduzione",
    },
    summary: "a translation that is older than its original, or does not say whether it is",
    explanation: Explanation {
        what: "A translation says by `original = \"...\"` between its `+++` lines which state of its original it \
               translates. The words of the original are others now; or the translation does not say it. The mark \
               is worked out of the original's words: white space and facts, such as who keeps a role, make no \
               difference to it.",
        why: "A reader of the translation believes what it says. Where the original asks for something else by \
              now, two people act on two versions of one agreement, each sure to have read it.",
        mend: "Look at what changed in the original since (`git log -p content/roles/engineer.md` shows it), write \
               that in the translation, and then put the mark there that the finding names. Put it there only when \
               the translation says what the original says: it is how the next reader knows.",
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
original = \"00000000\"
+++

# Publikum
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
