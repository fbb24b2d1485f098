//! `broken-link`

use super::{Explanation, Kind};
use crate::finding::Level;
use crate::text::Phrase;

/// A link to a page, heading or image that is not there.
pub static KIND: Kind = Kind {
    name: "broken-link",
    level: Level::Deny,
    title: Phrase {
        en: "Broken links",
        de: "Tote Links",
        fr: "Liens rompus",
        it: "Link interrotti",
    },
    summary: "a link to a page, heading or image that is not there",
    explanation: Explanation {
        what: "",
        why: "",
        mend: "",
        example: None,
    },
    names_people: true,
    is_timed: false,
};
