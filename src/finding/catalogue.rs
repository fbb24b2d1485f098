//! The names of all findings, in one table.

use super::Level;

/// A kind of finding: what `book.toml` and `rolebook explain` know it by.
#[derive(Debug, PartialEq, Eq)]
pub struct Kind {
    /// Its name, in kebab case; reads well after "allow".
    pub name: &'static str,
    /// Its level where nobody sets another.
    pub level: Level,
    /// What it says, in one line.
    pub summary: &'static str,
}

macro_rules! kinds {
    ($($constant:ident = $name:literal, $level:ident, $summary:literal;)*) => {
        /// Every kind of finding, by the name of its constant.
        pub mod kind {
            use super::{Kind, Level};
            $(#[doc = $summary] pub static $constant: Kind =
                Kind { name: $name, level: Level::$level, summary: $summary };)*
        }
        /// Every kind of finding, in the order in which they are listed to people.
        pub static CATALOGUE: &[&Kind] = &[$(&kind::$constant),*];
    };
}

kinds! {
    INVALID_CONFIG = "invalid-config", Deny, "`book.toml` can't be understood";
    INVALID_FRONT_MATTER = "invalid-front-matter", Deny, "the lines between `+++` can't be understood";
    UNREADABLE_SOURCE = "unreadable-source", Deny, "a file can't be read as text";
    DUPLICATE_ID = "duplicate-id", Deny, "two files claim one id";
    AMBIGUOUS_REFERENCE = "ambiguous-reference", Deny, "a name that more than one party answers to";
    URL_COLLISION = "url-collision", Deny, "two files would be published at one address";
    BROKEN_LINK = "broken-link", Deny, "a link to a page, heading or image that is not there";
    UNKNOWN_PARTY = "unknown-party", Deny, "a role, team or external party that nothing answers to";
    UNKNOWN_PERSON = "unknown-person", Deny, "a person that is not among the handbook's people";
    DELEGATION_CYCLE = "delegation-cycle", Deny, "parties that delegate to each other in a circle";
}

/// The kind of that name.
pub fn named(name: &str) -> Option<&'static Kind> {
    CATALOGUE.iter().find(|kind| kind.name == name).copied()
}
