//! `unsafe-html`

use super::{Example, Explanation, Kind};
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
        what: "A page holds HTML that is taken out before it is published: scripts and what starts them \
               (`onclick`), styles, frames and other embedded things, forms. What else Markdown does not have, \
               such as tables with joined cells or text to fold out, stays. Elements that only give a part of \
               the page another name, such as `<main>`, go without a word, and their text stays.",
        why: "A handbook is read by people who trust it, with everything that they are logged in to: nothing in \
              a page may act in their name. Such pages also work on paper, on a phone and with a screen reader, \
              where embedded things do not. But who wrote the HTML may not know that readers don't see it.",
        mend: "Say it in Markdown, or link to where it can be done: a form, a video, a calendar. If the tag is \
               meant to be read as it stands, put it between backticks. Where pages need another look, that is \
               for the theme.",
        example: Some(Example {
            before: "\
//- content/index.md
# Riverside choir

Sign up here:

<iframe src=\"https://forms.example.org/choir\"></iframe>
",
            after: "\
//- content/index.md
# Riverside choir

[Sign up with this form](https://forms.example.org/choir).
",
        }),
    },
    names_people: false,
    is_timed: false,
};
