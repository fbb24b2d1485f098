//! `broken-link`

use super::{Example, Explanation, Kind};
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
        what: "A link leads to a page, a heading, an image or another file of the handbook that is not there. \
               `[[name]]` and links with a path (`[text](roles/engineer.md#purpose)`) are both looked up, \
               headings too. Addresses on the web are not visited.",
        why: "Readers who follow the link find nothing, often just when they look up how something is done. Most \
              links break when a page is renamed or a heading reworded, and nobody sees it from the page that \
              was changed.",
        mend: "Write the name as it is now: the help has the nearest ones. Paths begin from the folder of the \
               file that the link stands in, and upper and lower case count. If what it led to is gone for good, \
               take the link out, or say where people find it instead.",
        example: Some(Example {
            before: "\
//- content/index.md
# Riverside choir

How we [rehearse](rehearsal.md).
//- content/rehearsals.md
# Rehearsals

On Tuesdays at seven.
",
            after: "\
//- content/index.md
# Riverside choir

How we [rehearse](rehearsals.md).
//- content/rehearsals.md
# Rehearsals

On Tuesdays at seven.
",
        }),
    },
    names_people: true,
    is_timed: false,
};
