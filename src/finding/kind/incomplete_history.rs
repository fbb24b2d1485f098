//! `incomplete-history`

use super::{Explanation, Kind};
use crate::finding::Level;
use crate::text::Phrase;

/// A history that is cut off, or that git does not let be read.
pub static KIND: Kind = Kind {
    name: "incomplete-history",
    level: Level::Warn,
    title: Phrase {
        en: "Where the history is not the whole",
        de: "Wo die Geschichte nicht vollständig ist",
        fr: "Où l’historique n’est pas complet",
        it: "Dove la cronologia non è completa",
    },
    summary: "the history of the sources is not all there",
    explanation: Explanation {
        what: "The handbook tells when each page changed last, and what changed in each role, from git. The clone that \
               it is built from is a shallow one, which holds only the newest commits; or git refuses to read the \
               folder, because it belongs to another user.",
        why: "A date that is not known is left out rather than told wrong: pages that did not change lately then say \
              nothing of their last change, and the history of a role begins too late. Two people who build the same \
              commit from different clones get different pages.",
        mend: "Let the whole history be fetched: `fetch-depth: 0` for `actions/checkout` on GitHub, the variable \
               `GIT_DEPTH` with the value `0` on GitLab, `git fetch --unshallow` in a folder of your own. Where git \
               refuses a folder of another user, `git config --global --add safe.directory PATH` allows it. Where \
               nobody asks for a history, write `history = \"none\"` below `[site]` in `book.toml`.",
        example: None,
    },
    names_people: false,
    is_timed: false,
};
