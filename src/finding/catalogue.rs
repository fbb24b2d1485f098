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
    INVALID_FRONT_MATTER = "invalid-front-matter", Deny, "the lines between `+++` can't be understood";
    INVALID_CONFIG = "invalid-config", Deny, "`book.toml` can't be understood";
    UNREADABLE_SOURCE = "unreadable-source", Deny, "a file can't be read as text";
    DUPLICATE_ID = "duplicate-id", Deny, "two files claim one id";
    AMBIGUOUS_REFERENCE = "ambiguous-reference", Deny, "a name that more than one party answers to";
    URL_COLLISION = "url-collision", Deny, "two files would be published at one address";
    BROKEN_LINK = "broken-link", Deny, "a link to a page, heading or image that is not there";
    UNKNOWN_PARTY = "unknown-party", Deny, "a role, team or external party that nothing answers to";
    UNKNOWN_PERSON = "unknown-person", Deny, "a person that is not among the handbook's people";
    DELEGATION_CYCLE = "delegation-cycle", Deny, "parties that delegate to each other in a circle";
    MISSING_SECTION = "missing-section", Warn, "a section that is asked for is not there";
    EMPTY_SECTION = "empty-section", Warn, "a section with nothing in it";
    UNKNOWN_SECTION = "unknown-section", Warn, "a heading that looks like a misspelt section";
    EMPTY_RELATION = "empty-relation", Warn, "a relation that does not say what is delivered or needed";
    DUPLICATE_RELATION = "duplicate-relation", Warn, "one relation written twice in one section";
    UNANSWERED_EXPECTATION = "unanswered-expectation", Warn, "a need that its provider does not promise";
    UNCLAIMED_DELIVERABLE = "unclaimed-deliverable", Warn, "a deliverable that its consumer does not ask for";
    VACANT_ROLE = "vacant-role", Warn, "a role that nobody keeps";
    NO_DELEGATOR = "no-delegator", Warn, "a domain that nobody delegated";
    ISOLATED_ROLE = "isolated-role", Warn, "a role that stands in no relation";
    SELF_RELATION = "self-relation", Warn, "a party that stands in a relation with itself";
    REVIEW_OVERDUE = "review-overdue", Warn, "a domain that is due for review";
    TERM_ENDED = "term-ended", Warn, "a role keeper whose term is over";
    OVERLOADED_PERSON = "overloaded-person", Allow, "a person with more roles than fit into a week";
    SINGLE_KEEPER = "single-keeper", Allow, "a role that one person alone keeps";
    DEPENDENCY_CYCLE = "dependency-cycle", Allow, "parties that depend on each other in a circle";
    UNLINKED_MENTION = "unlinked-mention", Allow, "a party that is named without a link";
    UNUSED_PARTY = "unused-party", Allow, "an external party that nobody refers to";
    UNSAFE_HTML = "unsafe-html", Warn, "HTML that is taken out because it could do harm";
    MISSING_ALT_TEXT = "missing-alt-text", Warn, "an image without words for those who can't see it";
}

/// The kind of that name.
pub fn named(name: &str) -> Option<&'static Kind> {
    CATALOGUE.iter().find(|kind| kind.name == name).copied()
}
