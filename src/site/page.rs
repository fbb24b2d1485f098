//! What the files of a site are, and the kinds of pages.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::address::Addresses;
use super::graphs::Graph;
use super::listed::{List, Listed};
use super::open_points::Grouping;
use super::print_view::Printed;
use crate::graph::export;
use crate::model::{DocumentId, Organisation, PageId, PartyId, PartyKind, PersonId};
use crate::search;
use crate::text::{SitePath, SourcePath};

/// The plan of a site: every file it has, by its address.
#[derive(Clone, Debug, Default)]
pub struct Site {
    /// The files. The theme's style sheets and scripts come on top: their names depend on what they hold.
    pub files: BTreeMap<SitePath, File>,
    /// Where everything is.
    pub(crate) addresses: Addresses,
    /// What the lists have on them.
    pub(crate) listed: Arc<Listed>,
}

/// What a file of the site is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum File {
    /// A page.
    Page(Page),
    /// A file of the handbook, as it is.
    Asset(SourcePath),
    /// A file below the theme's `static/`, by its name within the theme.
    Theme(String),
    /// The organisation as data.
    Data,
    /// The schema of the data.
    DataSchema,
    /// The picture that is shown where a party's page is linked from.
    Card(PartyId),
    /// A page as plain Markdown, for programs that read.
    Markdown(Page),
    /// The list of these.
    MarkdownList,
    /// A part of the search index.
    Search(search::Part),
    /// The graph of the organisation in a format of other programs.
    Graph(&'static export::Format),
    /// What changed, for programs that follow it (RFC 4287): of everything, or of a party.
    Feed(Option<PartyId>),
    /// What comes due, for calendars (RFC 5545).
    Calendar,
    /// A page at an address that a document's page had before.
    Redirect(DocumentId),
    /// Those addresses, for hosts.
    Redirects,
    /// The pages for search engines: the whole list, or of a large site the list of its parts; a part of it.
    Sitemap(Option<usize>),
    /// What hosts are to send with the files.
    Headers,
    /// The sign for GitHub Pages that the files are to be published as they are.
    NoJekyll,
    /// A file of the handbook in another language: which of its translations.
    Translated(usize),
}

impl File {
    /// What it is, in a word; of a page, the name of its kind.
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::Page(page) => page.kind(),
            Self::Asset(_) => "asset",
            Self::Theme(_) => "theme",
            Self::Data | Self::DataSchema => "data",
            Self::Card(_) => "card",
            Self::Markdown(_) | Self::MarkdownList => "markdown",
            Self::Search(_) => "search",
            Self::Graph(_) => "export",
            Self::Feed(_) => "feed",
            Self::Calendar => "calendar",
            Self::Redirect(_) | Self::Redirects => "redirect",
            Self::Sitemap(_) => "sitemap",
            Self::Headers | Self::NoJekyll => "host",
            Self::Translated(_) => "translated",
        }
    }
}

/// A page, and what it shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Page {
    /// The home page, with what `content/index.md` says.
    Home(Option<PageId>),
    /// A role, a team, an external party.
    Party(PartyKind, PartyId),
    /// A person.
    Person(PersonId),
    /// An ordinary page.
    Content(PageId),
    /// The glossary.
    Glossary(PageId),
    /// The list of all parties of a kind, with what its folder's `index.md` says.
    Index(PartyKind, Option<PageId>),
    /// The list of all people, with what its folder's `index.md` says.
    People(Option<PageId>),
    /// A sheet of a list that is cut into several; or of everything, or of parties by tag, from the first one on.
    Sheet(List, usize),
    /// A list of all open points.
    Findings(Grouping),
    /// The list of all graphs.
    Graphs,
    /// A graph of the whole organisation, or of a team.
    Graph(Graph),
    /// Who needs what from whom, of the whole organisation or of a team.
    Matrix(Option<PartyId>),
    /// What can be counted in the graph of the organisation, in plain words.
    Analysis,
    /// What other programs can read.
    Data,
    /// What changed, of everything or of a party.
    Changes(Option<PartyId>),
    /// Where to start for someone new in a role; in a team, where somebody keeps it there.
    Start(PartyId, Option<PartyId>),
    /// The handbook for printing, or a part of it.
    Print(Printed),
    /// What a web server shows where there is no page.
    NotFound,
}

impl Page {
    /// The name of its kind, which has the template `templates/NAME.html`.
    pub const fn kind(self) -> &'static str {
        match self {
            Self::Home(_) => "home",
            Self::Party(kind, _) => kind.name(),
            Self::Person(_) => "person",
            Self::Content(_) => "page",
            Self::Glossary(_) => "glossary",
            Self::Index(PartyKind::Role, _) | Self::Sheet(List::Parties(PartyKind::Role), _) => "roles",
            Self::Index(PartyKind::Team, _) | Self::Sheet(List::Parties(PartyKind::Team), _) => "teams",
            Self::Index(PartyKind::External, _) | Self::Sheet(List::Parties(PartyKind::External), _) => {
                "externals"
            }
            Self::People(_) | Self::Sheet(List::People, _) => "people",
            Self::Sheet(List::Everything, _) => "a-z",
            Self::Sheet(List::Tags, _) => "tags",
            Self::Findings(_) => "findings",
            Self::Graphs => "graphs",
            Self::Graph(_) => "graph",
            Self::Matrix(_) => "matrix",
            Self::Analysis => "analysis",
            Self::Data => "data",
            Self::Changes(_) => "changes",
            Self::Start(..) => "start",
            Self::Print(_) => "print",
            Self::NotFound => "not-found",
        }
    }

    /// Whether it tells of what is found anywhere, and not only where it is written itself.
    pub(crate) const fn tells_of_all(self) -> bool {
        match self {
            Self::Home(_) | Self::Findings(_) => true,
            Self::Party(..)
            | Self::Person(_)
            | Self::Content(_)
            | Self::Glossary(_)
            | Self::Index(..)
            | Self::People(_)
            | Self::Sheet(..)
            | Self::Graphs
            | Self::Graph(_)
            | Self::Matrix(_)
            | Self::Analysis
            | Self::Data
            | Self::Changes(_)
            | Self::Start(..)
            | Self::Print(_)
            | Self::NotFound => false,
        }
    }

    /// Whether it says something itself, beside listing and drawing, and is there as Markdown too.
    pub(crate) const fn has_markdown(self) -> bool {
        matches!(
            self,
            Self::Party(..) | Self::Person(_) | Self::Content(_) | Self::Glossary(_)
        )
    }

    /// The document whose own page it is.
    pub(crate) fn document(self, organisation: &Organisation) -> Option<DocumentId> {
        let of_page = |page: PageId| organisation.page(page).document;
        match self {
            Self::Home(page) | Self::Index(_, page) | Self::People(page) => page.map(of_page),
            Self::Party(_, party) => Some(organisation.party(party).document),
            Self::Person(person) => organisation.person(person).document,
            Self::Content(page) | Self::Glossary(page) => Some(of_page(page)),
            Self::Sheet(..)
            | Self::Findings(_)
            | Self::Graphs
            | Self::Graph(_)
            | Self::Matrix(_)
            | Self::Analysis
            | Self::Data
            | Self::Changes(_)
            | Self::Start(..)
            | Self::Print(_)
            | Self::NotFound => None,
        }
    }
}
