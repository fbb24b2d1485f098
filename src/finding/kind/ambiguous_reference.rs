//! `ambiguous-reference`

use super::{Explanation, Kind};
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
        what: "",
        why: "",
        mend: "",
        example: None,
    },
    names_people: true,
    is_timed: false,
};
