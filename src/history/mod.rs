//! What changed in the organisation over time, in its own terms: what was committed to the sources, read as roles, teams
//! and pages.
//!
//! It is a pure function of the history and of the configuration, and knows nothing of what the sources say today:
//! however they are edited in a preview, it stays what it is.

mod chronicle;
mod difference;
mod items;
mod named;
mod version;

pub(crate) use chronicle::{Chronicle, Told};
pub(crate) use difference::{Fact, Fate, Line};
pub(crate) use items::Items;
pub(crate) use named::{Named, PastId};

use crate::config::Language;
use crate::finding::{Finding, kind};
use crate::text::{Phrase, Place, Shortfall, Snapshot};

/// Where the history is not the whole: what that means for the dates in the handbook.
pub(crate) fn finding(snapshot: &Snapshot, language: &Language) -> Option<Finding> {
    let shortfall = snapshot.history.as_ref()?.shortfall.as_ref()?;
    let place = Place::top(snapshot.config?);
    let (message, help) = match shortfall {
        Shortfall::Shallow => (
            Phrase {
                en: "this is a shallow clone: what changed before its oldest commits is not known",
                de: "dies ist ein flacher Klon: was sich vor den ältesten Commits darin änderte, ist nicht bekannt",
                fr: "ce clone est superficiel : on ignore ce qui a changé avant ses plus anciens commits",
                it: "questo è un clone superficiale: non si sa che cosa è cambiato prima dei suoi commit più vecchi",
            },
            "let the whole history be fetched (`fetch-depth: 0` on GitHub, `GIT_DEPTH: 0` on GitLab), or write \
             `history = \"none\"` below `[site]`",
        ),
        Shortfall::Refused => (
            Phrase {
                en: "git does not let the history be read",
                de: "Git lässt die Geschichte nicht lesen",
                fr: "git ne laisse pas lire l’historique",
                it: "git non lascia leggere la cronologia",
            },
            "the folder belongs to another user: `git config --global --add safe.directory` and its path allow it",
        ),
    };
    let said = language.say(&message, &[]);
    Some(Finding::said(&kind::INCOMPLETE_HISTORY, place, said).help(help))
}
