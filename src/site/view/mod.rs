//! What templates see: plain data, every link already relative to the page that shows it.
//!
//! This is the contract with themes, described for their authors in `themes/default/README.md`.
//! Fields that end in `_html` are clean HTML and are put into a page as they are; all others are plain text.
//! Nothing in a view is a position or number that shifts when an unrelated role is added.

mod content;
mod frame;
mod party;
mod person;
mod section;

pub use content::{ContentView, Count, IndexRow, IndexView, Overview, TermView};
pub use frame::{Book, Frame, Heading, Link, NavigationItem};
pub use party::{Counterpart, Delegated, Facts, Field, HolderView, Neighbourhood, PartyView, RoleInTeam};
pub use person::{KeptRole, Membership, PersonView};
pub use section::{BlockView, EntryView, FootnoteView, OtherSide, SectionView, Words};

/// The version of this contract; grows when a field is taken away or changes its meaning.
pub const CONTRACT: u32 = 1;
