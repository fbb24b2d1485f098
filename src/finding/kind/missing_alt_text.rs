//! `missing-alt-text`

use super::{Explanation, Kind};
use crate::finding::Level;
use crate::text::Phrase;

/// An image without words for those who can't see it.
pub static KIND: Kind = Kind {
    name: "missing-alt-text",
    level: Level::Warn,
    title: Phrase {
        en: "Images without words",
        de: "Bilder ohne Beschreibung",
        fr: "Images sans description",
        it: "Immagini senza descrizione",
    },
    summary: "an image without words for those who can't see it",
    explanation: Explanation {
        what: "",
        why: "",
        mend: "",
        example: None,
    },
    names_people: false,
    is_timed: false,
};
