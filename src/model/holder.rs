//! Who holds a domain, looked up.

use jiff::civil::Date;

use super::{PartyId, PersonId};
use crate::text::Place;

/// A keeper, a member, a delegator.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Holder {
    /// Who.
    pub who: Who,
    /// The team within which.
    pub team: Option<PartyId>,
    /// First day.
    pub since: Option<Date>,
    /// Last day.
    pub until: Option<Date>,
    /// Share of a working week, in per cent.
    pub share: Option<u8>,
    /// What they attend to most.
    pub focus: Option<String>,
    /// What is to be said beside it.
    pub note: Option<String>,
    /// In which function, such as "chair".
    pub function: Option<String>,
    /// Where it is written.
    pub place: Place,
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
