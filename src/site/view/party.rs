//! A role, a team or an external party.

use serde::Serialize;

use super::{FootnoteView, Link, OtherSide, SectionView};

/// What the templates of `role`, `team` and `external` see as `party`.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct PartyView {
    /// Its id.
    pub id: String,
    /// `role`, `team` or `external`.
    pub kind: &'static str,
    /// Its title.
    pub title: String,
    /// The first sentence of its purpose, as plain text; may be empty.
    pub summary: String,
    /// The facts table.
    pub facts: Facts,
    /// Where someone new in this role starts, for each team in which it is kept; empty for others.
    pub starts: Vec<Link>,
    /// The graph of this team; none for others.
    pub graph: Option<Link>,
    /// What stands before its first section: notes.
    pub lead_html: String,
    /// What its neighbourhood looks like; none where it has no relations.
    pub neighbourhood: Option<Neighbourhood>,
    /// What it is there for, where its page begins with that; none where it does not.
    pub purpose: Option<SectionView>,
    /// Whether `summary` is all that `purpose` says.
    pub purpose_is_line: bool,
    /// Its other sections before those about relations, in the author's order.
    pub introduction: Vec<SectionView>,
    /// Its other sections, from the first about relations on.
    pub sections: Vec<SectionView>,
    /// What others say they need of it that it does not mention itself.
    pub expected_of_it: Vec<OtherSide>,
    /// What others say they deliver to it that it does not mention itself.
    pub offered_to_it: Vec<OtherSide>,
    /// The roles that live in this team, with who keeps them in it; empty for others.
    pub roles: Vec<RoleInTeam>,
    /// How those roles rely on each other, by the names of who keeps them in this team.
    pub counterparts: Vec<Counterpart>,
    /// The domains it delegates, but for the roles of this team.
    pub delegates: Vec<Delegated>,
    /// The pages that refer to it.
    pub mentioned_by: Vec<Link>,
    /// The footnotes.
    pub footnotes: Vec<FootnoteView>,
}

/// The facts table.
#[derive(Clone, Debug, Default, Serialize)]
pub(crate) struct Facts {
    /// Who delegated the domain.
    pub delegators: Vec<HolderView>,
    /// The team it lives in, where that is not among its delegators.
    pub team: Option<Link>,
    /// Who keeps it; none where its source does not say, empty where nobody does.
    pub keepers: Option<Vec<HolderView>>,
    /// Who is in the team.
    pub members: Vec<HolderView>,
    /// How to reach it.
    pub contact: Option<Link>,
    /// When it was last reviewed: `2026-05-01`.
    pub reviewed: Option<String>,
    /// How often it is to be reviewed, in words.
    pub review_every: Option<String>,
    /// When it is to be reviewed next: `2027-05-01`.
    pub review_due: Option<String>,
    /// Other names it goes by.
    pub aliases: Vec<String>,
    /// Its tags, leading to all parties that have them.
    pub tags: Vec<Link>,
    /// Its own further rows.
    pub fields: Vec<Field>,
}

/// A further row of the facts table.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Field {
    /// What it is called.
    pub name: String,
    /// What it says.
    pub value: String,
}

/// A keeper, a member, a delegator.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct HolderView {
    /// `person`, `party`, `keepers-of`, `text`, `vacant`, `unknown`; `people` for a number of people whose
    /// names are not published.
    pub who: &'static str,
    /// The name or the words; empty for `vacant`; for `people` their number.
    pub name: String,
    /// Where to read more.
    pub href: Option<String>,
    /// For `keepers-of`: the people who keep that role.
    pub keepers: Vec<Link>,
    /// The address of the person's picture.
    pub picture: Option<String>,
    /// The person's initials, for where there is no picture; may be empty.
    pub initials: String,
    /// The team within which.
    pub team: Option<Link>,
    /// First day: `2025-03-01`.
    pub since: Option<String>,
    /// Last day.
    pub until: Option<String>,
    /// Share of a working week, in per cent.
    pub share: Option<u8>,
    /// What they attend to most.
    pub focus: Option<String>,
    /// In which function, such as "chair".
    pub function: Option<String>,
    /// What else is said.
    pub note: Option<String>,
}

/// The drawing of a party's neighbourhood.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Neighbourhood {
    /// The drawing: a `<div>` with one `<svg>` for wide places and one for narrow ones.
    pub svg_html: String,
    /// How many parties it depends on.
    pub dependencies: usize,
    /// How many parties it serves.
    pub stakeholders: usize,
    /// How many of them are drawn together with others of their teams.
    pub folded: usize,
    /// The same facts as a table, in the order of the drawing.
    pub rows: Vec<NeighbourRow>,
    /// How many more there are.
    pub more_rows: usize,
}

/// A neighbour in the table beside the drawing.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct NeighbourRow {
    /// The neighbour.
    pub party: Link,
    /// What is needed of it, if anything.
    pub needs: Option<NeighbourSide>,
    /// What is delivered to it, if anything.
    pub serves: Option<NeighbourSide>,
}

/// One relation with a neighbour.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct NeighbourSide {
    /// `mutual`, `expected`, `offered` or `external`.
    pub state: &'static str,
    /// How many items it has.
    pub items: usize,
    /// What stands around the neighbour's name; may be empty.
    pub qualifier: String,
}

/// A role in a team, and who keeps it there.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct RoleInTeam {
    /// The role.
    pub role: Link,
    /// The first sentence of its purpose.
    pub summary: String,
    /// Who keeps it in this team; where nobody does, who keeps it in others.
    pub keepers: Vec<HolderView>,
    /// Whether nobody does.
    pub vacant: bool,
    /// Where someone new in it starts.
    pub start: Link,
}

/// Who stands at the other end of a relation of a role kept in a team.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Counterpart {
    /// The role on this side; none on a person's page, where it is the role that the person keeps.
    pub role: Option<Link>,
    /// Who keeps it in this team, the first of them; empty on a person's page.
    pub keepers: Vec<Link>,
    /// How many more keep it.
    pub more_keepers: usize,
    /// Whether this side relies on the other (else it serves it).
    pub needs: bool,
    /// The other party.
    pub other: Link,
    /// Who that is for this team: the keepers within it, or else all keepers; the first of them.
    pub people: Vec<Link>,
    /// How many more there are.
    pub more_people: usize,
    /// The agreement's state.
    pub state: &'static str,
}

/// A domain that a party delegates.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Delegated {
    /// The domain.
    pub party: Link,
    /// `role`, `team` or `external`.
    pub kind: &'static str,
    /// The first sentence of its purpose.
    pub summary: String,
}
