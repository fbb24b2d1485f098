//! The handbook in one of its languages.

use std::sync::{Arc, OnceLock};

use tera::Context;

use super::artifact::{Artifact, Pieces, RenderError};
use super::calendar;
use super::data;
use super::feed;
use super::hosting;
use super::plain;
use super::templates::{Templates, value};
use super::theme::Theme;
use crate::config::Config;
use crate::graph::export::Format;
use crate::history::Chronicle;
use crate::model::DocumentId;
use crate::search::Index;
use crate::site::view::{Book, CONTRACT};
use crate::site::{File, List, Made, Page, Prepared, Views, address};
use crate::text::{SitePath, Snapshot};

/// The handbook in one of its languages, ready to be made page by page. A copy shares what it holds.
#[derive(Clone)]
pub(super) struct Edition {
    pub(super) design: Arc<Design>,
    pub(super) prepared: Prepared,
    /// Made when the first part of it is asked for.
    search: Arc<OnceLock<Index>>,
}

/// What all handbooks of one theme and configuration look like.
pub(crate) struct Design {
    pub(super) theme: Theme,
    templates: Templates,
}

impl Edition {
    /// Prepares all that pages share.
    pub(super) fn of(made: Made<'_>, design: Arc<Design>, chronicle: Option<Arc<Chronicle>>) -> Self {
        let words = Arc::clone(&design.theme.words);
        Self {
            design,
            prepared: Prepared::of(made, words, chronicle),
            search: Arc::default(),
        }
    }

    /// The same in other words than those of `before`.
    pub(super) fn reworded(&self, before: Made<'_>, made: Made<'_>, design: Arc<Design>) -> Self {
        Self {
            design,
            prepared: self.prepared.reworded(before.organisation, made),
            search: Arc::default(),
        }
    }

    /// The views of its pages.
    pub(super) fn views<'a>(&'a self, made: Made<'a>) -> Views<'a> {
        Views::of(made, &self.prepared)
    }

    /// The file at `path` below the language's folder; none where `file` is not made of the organisation.
    pub(super) fn file<'a>(
        &'a self,
        made: Made<'a>,
        path: &SitePath,
        file: &File,
    ) -> Result<Option<Artifact<'a>>, RenderError> {
        let views = || self.views(made);
        let bytes = match file {
            File::Asset(source) => return Ok(Some(Artifact::Copy(source.clone()))),
            File::Card(party) => return Ok(Some(Artifact::Picture(views().card_of(*party)))),
            File::Page(page) => self.page(made, path, *page)?,
            File::Data => return Ok(Some(Artifact::Pieces(self.data(made)))),
            File::DataSchema => data::schema()?,
            File::Graph(format) => self.graph(made, format).into_bytes(),
            File::Markdown(page) => plain::page(&views(), path, *page)
                .unwrap_or_default()
                .into_bytes(),
            File::MarkdownList => plain::list(&views(), made.config).into_bytes(),
            File::Search(part) => {
                let views = views();
                let record = |at| views.search_record(at);
                self.index(made).script(*part, record).into_bytes()
            }
            File::Feed(party) => feed::atom(&views(), made.config, *party).into_bytes(),
            File::Calendar => calendar::ics(&views(), made.config).into_bytes(),
            File::Redirect(document) => redirect(made, path, *document).into_bytes(),
            File::Theme(_)
            | File::Translated(_)
            | File::Redirects
            | File::Sitemap(_)
            | File::Headers
            | File::NoJekyll => return Ok(None),
        };
        Ok(Some(Artifact::Bytes(bytes)))
    }

    /// The search index.
    pub(super) fn index(&self, made: Made<'_>) -> &Index {
        self.search.get_or_init(|| self.views(made).search_index())
    }

    /// The organisation as data.
    pub(super) fn data<'a>(&'a self, made: Made<'a>) -> Pieces<'a> {
        Pieces::of(move |out| data::json(&self.views(made), made.config, out))
    }

    /// The graph of the organisation in that format.
    pub(super) fn graph(&self, made: Made<'_>, format: &Format) -> String {
        format.write(&self.views(made).network())
    }

    /// The page at `path` below the language's folder.
    pub(super) fn page(&self, made: Made<'_>, path: &SitePath, page: Page) -> Result<Vec<u8>, RenderError> {
        let views = &self.views(made);
        let here = views.here(path, page);
        let mut context = Context::new();
        context.insert_value("page", value(&views.frame(page, &here))?);
        let (name, view) = match page {
            Page::Party(_, id) => ("party", value(&views.party(id, &here))?),
            Page::Person(id) => ("person", value(&views.person(id, &here))?),
            Page::Content(id) => ("content", value(&views.content(id, &here))?),
            Page::Home(id) => ("content", value(&views.home(id, &here))?),
            Page::Glossary(id) => ("content", value(&views.glossary(id, &here))?),
            Page::Index(kind, id) => ("index", value(&views.index(kind, id, &here))?),
            Page::People(id) => ("index", value(&views.people(id, &here))?),
            Page::Sheet(list @ (List::Everything | List::Tags), sheet) => {
                ("list", value(&views.listed(list, sheet, &here))?)
            }
            Page::Sheet(list, sheet) => ("index", value(&views.sheet(list, sheet, None, &here))?),
            Page::Findings(grouping) => ("findings", value(&views.findings(grouping, &here))?),
            Page::Graphs => ("graphs", value(&views.graphs(&here))?),
            Page::Graph(graph) => ("graph", value(&views.graph(graph, &here))?),
            Page::Matrix(team) => ("matrix", value(&views.matrix(team, &here))?),
            Page::Analysis => ("analysis", value(&views.analysis(&here))?),
            Page::Data => ("data", value(&data::DataView::of(views, &here))?),
            Page::Changes(party) => ("history", value(&views.changes(party, &here))?),
            Page::Start(role, team) => ("start", value(&views.start(role, team, &here))?),
            Page::Print(part) => ("print", value(&views.print(part, &here))?),
            Page::NotFound => return self.design.templates.render(page.kind(), &context),
        };
        context.insert_value(name, view);
        self.design.templates.render(page.kind(), &context)
    }
}

fn redirect(made: Made<'_>, from: &SitePath, id: DocumentId) -> String {
    let to = made.site.addresses.document(id);
    let base = made.config.base_url.as_ref();
    hosting::redirect(&hosting::Moved {
        from,
        to,
        title: &made.organisation.document(id).title,
        canonical: base.map(|base| format!("{base}{}", to.url())),
        language: &made.config.language.tag,
    })
}

impl Design {
    /// The theme as `config` wants it.
    pub(super) fn of(snapshot: &Snapshot, config: &Config) -> Result<Self, RenderError> {
        let theme = Theme::of(snapshot, config)?;
        let templates = Templates::of(&theme, &book(config, &theme))?;
        Ok(Self { theme, templates })
    }
}

/// What every template sees as `book`.
fn book(config: &Config, theme: &Theme) -> Book {
    Book {
        title: config.title.clone(),
        description: config.description.clone(),
        language: config.language.tag.clone(),
        logo: config.logo.as_ref().map(|logo| address::asset(logo).url()),
        icon: config
            .logo
            .as_ref()
            .map_or_else(|| theme.icon.url(), |logo| address::asset(logo).url()),
        styles: theme.styles.iter().map(SitePath::url).collect(),
        first_scripts: theme.first_scripts.iter().map(SitePath::url).collect(),
        search_scripts: theme.search_scripts.iter().map(SitePath::url).collect(),
        graph_scripts: theme.graph_scripts.iter().map(SitePath::url).collect(),
        scripts: theme.scripts.iter().map(SitePath::url).collect(),
        contract: CONTRACT,
    }
}
