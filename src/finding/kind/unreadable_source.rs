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
        what: "A file below `content` can't be read as a text: it is not saved as UTF-8, it is far too large, it \
               is a link to somewhere else, its name can't be part of an address, or whoever builds the handbook \
               is not allowed to read it. Text in which lists, quotes or HTML tags stand very deep within each \
               other is reported under this name too.",
        why: "The page is missing from the handbook, or parts of it come out wrongly, and links that lead to it \
              lead nowhere. Readers who were sent the address find nothing there.",
        mend: "Save the file as UTF-8: editors offer it under “Save as” or “Encoding”. If it is no text at all \
               but, say, a document of an office program, give it its own ending instead of `.md`, and it is \
               published as it is. For names and permissions the help says what to do.",
        example: None,
    },
    names_people: false,
    is_timed: false,
};
