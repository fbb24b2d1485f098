//! The nouns: documents as parsed, and the organisation as resolved. Data and look-ups only.

mod agreement;
mod document;
mod front_matter;
mod holder;
mod ids;
mod kinds;
mod organisation;
mod outline;
mod party;
mod prose;
mod relation;

pub use agreement::{Agreement, Claim, State};
pub use document::{Anchor, Block, Document, Footnote, Reference, ReferenceForm, Section, TermEntry};
pub use front_matter::{
    FrontMatter, Internal, Period, PersonFields, Spot, WrittenHolder, WrittenLevel, WrittenPerson, WrittenWho,
};
pub use holder::{Holder, Tenure, Who};
pub use ids::{
    AgreementId, ClaimId, DocumentId, EntryId, GroupId, PageId, PartyId, PersonId, ReferenceId, TermId,
};
pub use kinds::{Direction, DocumentKind, PartyKind, SectionKind};
pub use organisation::{Group, Links, Mention, Organisation, Page, Person, Term};
pub use party::Party;
pub use prose::{Fill, Item, Prose, Slot, Template};
pub use relation::{Entry, EntryForm, Meaning, Meant, Node, Target};
