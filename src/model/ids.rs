//! Numbers of things within one organisation. They are stable within one build only and never
//! reach a view or an output: those name things by their written ids.

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub u32);

        impl $name {
            /// The number as a position in the organisation's list.
            pub const fn index(self) -> usize {
                self.0 as usize
            }

            /// The id of position `index`.
            ///
            /// # Panics
            /// Beyond 4,294,967,295.
            pub fn at(index: usize) -> Self {
                Self(u32::try_from(index).unwrap_or_else(|_| panic!("too many things: {index}")))
            }
        }
    )*};
}

ids! {
    /// A party of the organisation.
    PartyId;
    /// A person.
    PersonId;
    /// An ordinary page.
    PageId;
    /// A glossary term.
    TermId;
    /// A set of parties from `[groups]`.
    GroupId;
    /// A parsed document.
    DocumentId;
    /// A claim on a relation.
    ClaimId;
    /// Both ends' claims on one relation.
    AgreementId;
    /// A reference, within its document.
    ReferenceId;
    /// A relation's entry, within its document, in the order of writing.
    EntryId;
}
