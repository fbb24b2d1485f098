//! Graphs, and the facts that they show as tables.

use serde::Serialize;

use super::Link;

/// What the template of `graphs` sees as `graphs`.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct GraphsView {
    /// The graphs of the whole organisation, in the order in which they are offered.
    pub graphs: Vec<GraphCard>,
    /// The teams' own graphs, by title.
    pub teams: Vec<Link>,
    /// The graph for other programs, by the file.
    pub files: Vec<Link>,
}

/// A graph among others.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct GraphCard {
    /// Its title, leading to its page.
    pub graph: Link,
    /// What it shows.
    pub explained: String,
}

/// What the template of `graph` sees as `graph`.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct GraphView {
    /// `dependencies`, `stakeholders`, `teams`, `team`, `delegation`.
    pub name: &'static str,
    /// What it shows, in a sentence or two.
    pub explained: String,
    /// The drawing; empty where there is nothing to draw.
    pub svg_html: String,
    /// What the drawing leaves out or draws together, and where to find it.
    pub notes: Vec<GraphNote>,
    /// The teams by which parties can be picked out.
    pub teams: Vec<GraphTeam>,
    /// The states of the relations in the drawing.
    pub states: Vec<&'static str>,
    /// The same facts as a table: who stands in relations with whom.
    pub relations: Vec<RelationRow>,
    /// The same facts as a tree: who delegated what, from the top.
    pub tree: Vec<TreeRow>,
    /// Further graphs: the teams' own ones.
    pub further: Vec<Link>,
}

/// A remark on a drawing.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct GraphNote {
    /// The remark.
    pub text: String,
    /// Where to read on.
    pub link: Option<Link>,
}

/// A team by which parties can be picked out.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct GraphTeam {
    /// Its id, as parties in the drawing name it.
    pub id: String,
    /// Its title.
    pub title: String,
}

/// A party and those at the other ends.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct RelationRow {
    /// The party.
    pub party: Link,
    /// The team it stands with; may be empty.
    pub team: String,
    /// At the other ends.
    pub others: Vec<Related>,
    /// How many more there are.
    pub more: usize,
}

/// The other end of a relation.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Related {
    /// Its title.
    pub title: String,
    /// `mutual`, `expected`, `offered` or `external`; none where several relations are told together.
    pub state: Option<&'static str>,
    /// How many items it has, or how many relations are told together.
    pub number: usize,
}

/// A line of a tree.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct TreeRow {
    /// The party.
    pub party: Link,
    /// `role`, `team` or `external`.
    pub kind: &'static str,
    /// Whether nobody keeps it.
    pub vacant: bool,
    /// Its delegators but for the one it stands below.
    pub also: Vec<Link>,
    /// Whether the one it stands below is a delegator of it.
    pub by_parent: bool,
    /// How many roles below it are not listed.
    pub more_roles: usize,
    /// Whether a list of what it delegates begins after it.
    pub opens: bool,
    /// How many such lists end after it.
    pub closes: usize,
}
