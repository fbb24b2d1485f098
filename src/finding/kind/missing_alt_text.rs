//! `missing-alt-text`

use super::{Example, Explanation, Kind};
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
        what: "An image has no words beside it: nothing between the brackets of `![](map.svg)`, or an `<img>` \
               without `alt`. With `alt=\"\"`, HTML says that an image is mere decoration; that is left alone.",
        why: "Whoever can't see the image, because they listen to the page, because the image did not load, or \
              because they search for its content, gets nothing, not even that something is missing. A chart of \
              who decides what is lost on just those who were to be included.",
        mend: "Say in a few words what the image shows that the text around it does not: `![the way from the \
               station to the office](map.svg)`. For a chart, say what is to be seen in it. If it is mere \
               decoration, write `<img src=\"map.svg\" alt=\"\">`.",
        example: Some(Example {
            before: "\
//- content/index.md
# Riverside choir

![](map.svg)
//- content/map.svg
<svg xmlns=\"http://www.w3.org/2000/svg\"/>
",
            after: "\
//- content/index.md
# Riverside choir

![the way from the station to the hall](map.svg)
//- content/map.svg
<svg xmlns=\"http://www.w3.org/2000/svg\"/>
",
        }),
    },
    names_people: false,
    is_timed: false,
};
