//! `internal-leak`

use super::{Explanation, Kind};
use crate::finding::Level;
use crate::text::Phrase;

/// Something that a profile leaves out, and that what is left would give away.
pub static KIND: Kind = Kind {
    name: "internal-leak",
    level: Level::Deny,
    title: Phrase {
        en: "Internal things that would be published",
        de: "Internes, das veröffentlicht würde",
        fr: "Éléments internes qui seraient publiés",
        it: "Cose interne che verrebbero pubblicate",
    },
    summary: "something internal that a profile would publish all the same",
    explanation: Explanation {
        what: "The handbook is made for a profile (`--profile public`), which leaves out what is marked as internal. A \
               page that stays names something that is left out: by a link, or by its name of two or more words in \
               the text, in just these letters. Or a mark marks nothing, because no section, field, key or file is \
               called so. Relations with internal parties are left out by themselves, and so are internal people \
               among keepers and members.",
        why: "Whoever marked something believes that nobody outside can read of it. A name is enough to tell that it \
              is there, and a link that leads nowhere tells it too.",
        mend: "Take the name out, or mark what it stands in: `internal = true` in the front matter for a whole page, \
               `internal = [\"Key Metrics\", \"On call\"]` for sections, fields and keys, `internal = true` for a \
               person in `people.toml`, or the lists below `[internal]` in `book.toml`. Where the same words mean \
               something else, `[lints]` in the front matter of that file allows it.",
        example: None,
    },
    names_people: true,
    is_timed: false,
};
