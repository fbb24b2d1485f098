//! `unreadable-source`

use super::{Explanation, Kind};
use crate::finding::Level;
use crate::text::Phrase;

/// A file can't be read as text.
pub static KIND: Kind = Kind {
    name: "unreadable-source",
    level: Level::Deny,
    title: Phrase {
        en: "Unreadable files",
        de: "Unlesbare Dateien",
        fr: "Fichiers illisibles",
        it: "File illeggibili",
    },
    summary: "a file can't be read as text",
    explanation: Explanation {
        what: "",
        why: "",
        mend: "",
        example: None,
    },
    names_people: false,
    is_timed: false,
};
