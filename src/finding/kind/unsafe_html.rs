//! `unsafe-html`

use super::{Explanation, Kind};
use crate::finding::Level;
use crate::text::Phrase;

/// HTML that is taken out because it could do harm.
pub static KIND: Kind = Kind {
    name: "unsafe-html",
    level: Level::Warn,
    title: Phrase {
        en: "HTML that was taken out",
        de: "Entferntes HTML",
        fr: "HTML retiré",
        it: "HTML rimosso",
    },
    summary: "HTML that is taken out because it could do harm",
    explanation: Explanation {
        what: "",
        why: "",
        mend: "",
        example: None,
    },
    names_people: false,
    is_timed: false,
};
