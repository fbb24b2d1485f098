//! What templates see: plain data, every link already relative to the page that shows it.
//!
//! This is the contract with themes, described for their authors in `themes/default/README.md`.
//! Fields that end in `_html` are clean HTML and are put into a page as they are; all others are plain text.
//! Nothing in a view is a position or number that shifts when an unrelated role is added.

mod analysis;
mod content;
mod frame;
mod graph;
mod history;
mod list;
mod matrix;
mod open_points;
mod party;
mod person;
mod print;
mod section;
mod start;

pub(crate) use analysis::{
    AnalysisView, BothEnds, ChainLink, ChainView, CycleView, Figure, Listed, Ranked, Ranking, Reliance,
};
pub(crate) use content::{ContentView, Count, IndexRow, IndexView, Overview, TermView};
pub(crate) use frame::{Book, Explained, Frame, Heading, InLanguage, Link, NavigationItem, Shortfall};
pub(crate) use graph::{
    GraphCard, GraphNote, GraphTeam, GraphView, GraphsView, Related, RelationRow, TreeRow,
};
pub(crate) use history::{ChangeView, Changed, CommitView, HistoryView, ItemView, LineView};
pub(crate) use list::{ListEntry, ListGroup, ListView, SheetLink};
pub(crate) use matrix::{MatrixCell, MatrixHead, MatrixRelation, MatrixRow, MatrixView};
pub(crate) use open_points::{
    Dates, EndingTerm, FindingsView, LevelCount, ListLink, OpenPoint, OverviewLink, PageCount, PointGroup,
    Review,
};
pub(crate) use party::{
    Counterpart, Delegated, Facts, Field, HolderView, NeighbourRow, NeighbourSide, Neighbourhood, PartyView,
    RoleInTeam,
};
pub(crate) use person::{KeptRole, Membership, PersonView};
pub(crate) use print::{PrintChapter, PrintPart, PrintRelation, PrintSection, PrintView};
pub(crate) use section::{BlockView, EntryView, FootnoteView, OtherSide, SectionView, Words};
pub(crate) use start::{Acquaintance, StartRow, StartView};

/// The version of this contract; grows when a field is taken away or changes its meaning.
pub(crate) const CONTRACT: u32 = 1;
