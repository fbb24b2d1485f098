//! `url-collision`

use super::{Explanation, Kind};
use crate::finding::Level;
use crate::text::Phrase;

/// Two files would be published at one address.
pub static KIND: Kind = Kind {
    name: "url-collision",
    level: Level::Deny,
    title: Phrase {
        en: "Addresses claimed twice",
        de: "Doppelt vergebene Adressen",
        fr: "Adresses attribuées deux fois",
        it: "Indirizzi assegnati due volte",
    },
    summary: "two files would be published at one address",
    explanation: Explanation {
        what: "",
        why: "",
        mend: "",
        example: None,
    },
    names_people: false,
    is_timed: false,
};
