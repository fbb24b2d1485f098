//! `duplicate-id`

use super::{Explanation, Kind};
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
        what: "",
        why: "",
        mend: "",
        example: None,
    },
    names_people: true,
    is_timed: false,
};
