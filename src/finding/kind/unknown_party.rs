//! `unknown-party`

use super::{Explanation, Kind};
use crate::finding::Level;
use crate::text::Phrase;

/// A role, team or external party that nothing answers to.
pub static KIND: Kind = Kind {
    name: "unknown-party",
    level: Level::Deny,
    title: Phrase {
        en: "Unknown parties",
        de: "Unbekannte Rollen, Teams und Externe",
        fr: "Parties inconnues",
        it: "Parti sconosciute",
    },
    summary: "a role, team or external party that nothing answers to",
    explanation: Explanation {
        what: "",
        why: "",
        mend: "",
        example: None,
    },
    names_people: true,
    is_timed: false,
};
