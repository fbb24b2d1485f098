//! Claims, and agreements: both ends' claims on one relation, held together.

use super::{ClaimId, Direction, DocumentId, EntryId, GroupId, PartyId};

/// What one party says of a relation with another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claim {
    /// Who says it.
    pub claimant: PartyId,
    /// Of whom.
    pub other: PartyId,
    /// From which end.
    pub direction: Direction,
    /// The set through which the other is meant.
    pub via: Option<GroupId>,
    /// Where it is said.
    pub document: DocumentId,
    /// The entry there.
    pub entry: EntryId,
}

impl Claim {
    /// Who provides.
    pub const fn provider(&self) -> PartyId {
        match self.direction {
            Direction::Delivers => self.claimant,
            Direction::Needs => self.other,
        }
    }

    /// Who consumes.
    pub const fn consumer(&self) -> PartyId {
        match self.direction {
            Direction::Delivers => self.other,
            Direction::Needs => self.claimant,
        }
    }
}

/// Whether both ends say the same of a relation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum State {
    /// Both ends claim it.
    Mutual,
    /// Only the consumer claims it: the provider never promised.
    Expected,
    /// Only the provider claims it: the consumer never asked.
    Offered,
    /// One end is an external party, which makes no claims.
    External,
}

impl State {
    /// All states, in the order in which they are listed to people.
    pub const ALL: [State; 4] = [Self::Mutual, Self::Expected, Self::Offered, Self::External];

    /// As it is written in data, class names and the theme's words.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Mutual => "mutual",
            Self::Expected => "expected",
            Self::Offered => "offered",
            Self::External => "external",
        }
    }
}

/// One relation, `provider -> consumer`, with what both ends say of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Agreement {
    /// Who provides.
    pub provider: PartyId,
    /// Who consumes.
    pub consumer: PartyId,
    /// Whether both say so.
    pub state: State,
    /// The provider's claims, in the order of writing.
    pub delivers: Vec<ClaimId>,
    /// The consumer's claims, in the order of writing.
    pub needs: Vec<ClaimId>,
}

impl Agreement {
    /// The party at that end.
    pub const fn party(&self, end: Direction) -> PartyId {
        match end {
            Direction::Delivers => self.provider,
            Direction::Needs => self.consumer,
        }
    }

    /// The claims of that end.
    pub fn claims(&self, end: Direction) -> &[ClaimId] {
        match end {
            Direction::Delivers => &self.delivers,
            Direction::Needs => &self.needs,
        }
    }
}
