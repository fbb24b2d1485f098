//! Who needs what from whom, as a table with a row and a column for each.

use serde::Serialize;

use super::{GraphNote, Link};

/// What the template of `matrix` sees as `matrix`.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct MatrixView {
    /// What it shows.
    pub explained: String,
    /// Whether rows and columns are teams, and cells count agreements.
    pub of_teams: bool,
    /// Those who provide.
    pub columns: Vec<MatrixHead>,
    /// Those who need something.
    pub rows: Vec<MatrixRow>,
    /// What is left out, and where to find it.
    pub notes: Vec<GraphNote>,
    /// Each relation in the words of both sides; empty where rows and columns are teams.
    pub relations: Vec<MatrixRelation>,
    /// The teams' own matrices (links); only on the one of the whole organisation.
    pub teams: Vec<Link>,
}

/// The head of a row or a column.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct MatrixHead {
    /// Whose it is.
    pub party: Link,
    /// Whether another team begins with it.
    pub begins: bool,
}

/// A row.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct MatrixRow {
    /// Its head.
    pub head: MatrixHead,
    /// The cells that have something in them, in the order of the columns.
    pub cells: Vec<MatrixCell>,
    /// The empty cells behind the last of them, as HTML: there are thousands of them.
    pub blanks_html: String,
}

/// A cell with something in it.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct MatrixCell {
    /// The empty cells between it and the one before, as HTML.
    pub blanks_html: String,
    /// `mutual`, `expected`, `offered` or `external`; none where several are counted.
    pub state: Option<&'static str>,
    /// How many items the relation has, or how many agreements there are.
    pub number: usize,
    /// Where both claims are told.
    pub href: String,
    /// Whether another team begins with its column.
    pub begins: bool,
}

/// A relation in the words of both sides.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct MatrixRelation {
    /// Where cells lead.
    pub anchor: String,
    /// Who provides, leading to where it says so.
    pub provider: Link,
    /// Who needs it, leading to where it says so.
    pub consumer: Link,
    /// The state.
    pub state: &'static str,
    /// What the provider says it delivers, in short; empty where it says nothing.
    pub delivers: Vec<String>,
    /// What the consumer says it needs, in short.
    pub needs: Vec<String>,
}
