//! A role, a team or an external party, resolved.

use jiff::civil::Date;

use super::{AgreementId, Direction, DocumentId, Holder, Mention, PartyId, PartyKind, Period, Who};
use crate::text::Place;

/// Whatever can stand at an end of a relation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Party {
    /// Its id.
    pub id: String,
    /// What it is.
    pub kind: PartyKind,
    /// Its title.
    pub title: String,
    /// Further names.
    pub aliases: Vec<String>,
    /// What its source says.
    pub document: DocumentId,
    /// Where its title stands.
    pub place: Place,
    /// Who delegated it.
    pub delegators: Vec<Holder>,
    /// The parties it delegated, by title.
    pub delegates: Vec<PartyId>,
    /// The team it lives in: as said, or else the first team among its delegators.
    pub team: Option<PartyId>,
    /// The roles that live in this team, by title; empty for others.
    pub roles: Vec<PartyId>,
    /// Who keeps it; none where its source does not say, empty where it says that nobody does.
    pub keepers: Option<Vec<Holder>>,
    /// Who is in this team by its own word; keepers of its roles may be in it besides.
    pub members: Vec<Holder>,
    /// How to reach it.
    pub contact: Option<String>,
    /// When it was last reviewed.
    pub reviewed: Option<Date>,
    /// How often it is to be reviewed.
    pub review: Option<Period>,
    /// Its tags.
    pub tags: Vec<String>,
    /// Further facts.
    pub fields: Vec<(String, String)>,
    /// Relations in which it provides, by the consumer's title.
    pub provides: Vec<AgreementId>,
    /// Relations in which it consumes, by the provider's title.
    pub consumes: Vec<AgreementId>,
    /// Documents that refer to it, outside the relations it is party to.
    pub mentioned_by: Vec<Mention>,
}

impl Party {
    /// The relations of which it is that end, by the other end's title.
    pub fn agreements(&self, end: Direction) -> &[AgreementId] {
        match end {
            Direction::Delivers => &self.provides,
            Direction::Needs => &self.consumes,
        }
    }

    /// All relations that it stands in, with the end that it is: first what it needs, then what it delivers.
    pub fn relations(&self) -> impl Iterator<Item = (Direction, AgreementId)> {
        let ends = [Direction::Needs, Direction::Delivers].into_iter();
        ends.flat_map(|end| self.agreements(end).iter().map(move |id| (end, *id)))
    }

    /// The day on which it is to be reviewed next: so long after its last review as is written.
    pub fn review_due(&self) -> Option<Date> {
        self.review?.after(self.reviewed?)
    }

    /// Whether it is a role whose source says that nobody keeps it, in whole or in part.
    pub fn is_vacant(&self) -> bool {
        self.kind == PartyKind::Role
            && self.keepers.as_ref().is_some_and(|keepers| {
                keepers.is_empty() || keepers.iter().any(|keeper| keeper.who == Who::Vacant)
            })
    }
}
