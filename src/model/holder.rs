//! Who holds a domain, looked up.

use jiff::civil::Date;

use super::{PartyId, PersonId};
use crate::text::{Place, Span};

/// A keeper, a member, a delegator.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Holder {
    /// Who.
    pub who: Who,
    /// The team within which.
    pub team: Option<PartyId>,
    /// How.
    pub tenure: Tenure,
    /// Where it is written.
    pub place: Place,
}

/// How someone holds a domain: as written and looked up alike, as there is no name in it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tenure {
    /// `since`: first day.
    pub since: Option<Date>,
    /// `until`: last day.
    pub until: Option<Date>,
    /// The bytes of `until`'s value.
    pub until_span: Span,
    /// `share`: share of a working week, in per cent.
    pub share: Option<u8>,
    /// `focus`: what they attend to most.
    pub focus: Option<String>,
    /// `note`: what is to be said beside it.
    pub note: Option<String>,
    /// `as`: in which function, such as "chair".
    pub function: Option<String>,
}

/// Who holds a domain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Who {
    /// A person.
    Person(PersonId),
    /// A party.
    Party(PartyId),
    /// Whoever keeps that role.
    KeepersOf(PartyId),
    /// Plain words.
    Text(String),
    /// Nobody, for now.
    Vacant,
    /// A name that nothing answers to, as written.
    Unknown(String),
}
