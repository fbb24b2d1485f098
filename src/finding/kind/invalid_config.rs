//! `invalid-config`

use super::{Explanation, Kind};
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
        what: "",
        why: "",
        mend: "",
        example: None,
    },
    names_people: false,
    is_timed: false,
};
