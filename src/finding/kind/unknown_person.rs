//! `unknown-person`

use super::{Explanation, Kind};
use crate::finding::Level;
use crate::text::Phrase;

/// A person that is not among the handbook's people.
pub static KIND: Kind = Kind {
    name: "unknown-person",
    level: Level::Deny,
    title: Phrase {
        en: "Unknown people",
        de: "Unbekannte Personen",
        fr: "Personnes inconnues",
        it: "Persone sconosciute",
    },
    summary: "a person that is not among the handbook's people",
    explanation: Explanation {
        what: "",
        why: "",
        mend: "",
        example: None,
    },
    names_people: true,
    is_timed: false,
};
