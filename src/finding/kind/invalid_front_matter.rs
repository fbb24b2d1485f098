//! `invalid-front-matter`

use super::{Explanation, Kind};
use crate::finding::Level;
use crate::text::Phrase;

/// The lines between `+++` can't be understood.
pub static KIND: Kind = Kind {
    name: "invalid-front-matter",
    level: Level::Deny,
    title: Phrase {
        en: "Lines between `+++` that can't be understood",
        de: "Unverständliche Zeilen zwischen `+++`",
        fr: "Lignes incompréhensibles entre `+++`",
        it: "Righe incomprensibili tra `+++`",
    },
    summary: "the lines between `+++` can't be understood",
    explanation: Explanation {
        what: "",
        why: "",
        mend: "",
        example: None,
    },
    names_people: true,
    is_timed: false,
};
