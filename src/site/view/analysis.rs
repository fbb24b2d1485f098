//! What can be counted in the graph of the organisation.

use serde::Serialize;

use super::Link;

/// What the template of `analysis` sees as `analysis`.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct AnalysisView {
    /// Figures of the whole.
    pub figures: Vec<Figure>,
    /// Lists of parties: `relied-on`, `between`, `single-keeper`, `vacant`, `isolated`.
    pub rankings: Vec<Ranking>,
    /// People who keep both ends of agreements; none where people are not named.
    pub both_ends: Option<Listed<BothEnds>>,
    /// The longest chains of dependencies.
    pub chains: Vec<ChainView>,
    /// Groups of parties that rely on each other in a circle, the largest first.
    pub cycles: Listed<CycleView>,
}

/// The first of many, and how many more there are.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Listed<T> {
    /// The first.
    pub rows: Vec<T>,
    /// How many more there are.
    pub more: usize,
}

/// A figure of the whole.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Figure {
    /// What is counted.
    pub label: String,
    /// The figure.
    pub value: String,
    /// What is to be said about it; may be empty.
    pub note: String,
    /// Whose figure it is, where it is one party's.
    pub party: Option<Link>,
    /// Whether it is a part of the figure above that is no part.
    pub is_part: bool,
}

/// Parties with a figure each.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Ranking {
    /// `relied-on`, `between`, `single-keeper`, `vacant`, `isolated`.
    pub name: &'static str,
    /// What is listed.
    pub explained: String,
    /// Where the measure comes from.
    pub source: String,
    /// What the figures count; empty where there are none.
    pub unit: String,
    /// Whether it is told who keeps the parties.
    pub has_keepers: bool,
    /// The parties, the highest figure first.
    pub parties: Listed<Ranked>,
}

/// A party in a ranking.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Ranked {
    /// The party.
    pub party: Link,
    /// The team it lives in.
    pub team: Option<Link>,
    /// Who keeps it, where that is told.
    pub keeper: Option<Link>,
    /// Its figure; 0 where the ranking has none.
    pub number: usize,
}

/// A person who keeps both ends of agreements.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct BothEnds {
    /// The person.
    pub person: Link,
    /// Of how many agreements.
    pub number: usize,
    /// The first of these.
    pub agreements: Vec<Reliance>,
    /// How many more there are.
    pub more: usize,
}

/// One who relies on another.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Reliance {
    /// Who.
    pub consumer: Link,
    /// On whom.
    pub provider: Link,
}

/// A chain in which each link relies on the next.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct ChainView {
    /// How many links it has.
    pub number: usize,
    /// The links; of a very long chain those at both ends.
    pub links: Vec<ChainLink>,
}

/// A link of a chain or of a way around.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct ChainLink {
    /// `party`; `cycle` for several that rely on each other; `gap` for links that are left out.
    pub kind: &'static str,
    /// Its title, leading to its page or to the list of cycles.
    pub link: Link,
}

/// Parties that rely on each other in a circle.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct CycleView {
    /// The anchor of its row.
    pub anchor: String,
    /// How many parties they are.
    pub number: usize,
    /// A way around: each relies on the next, and the last on the first.
    pub links: Vec<ChainLink>,
    /// Whether no way around is shorter for certain.
    pub is_shortest: bool,
}
