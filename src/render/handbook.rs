//! A handbook, each file of which is made when it is asked for.

use std::sync::{Arc, OnceLock};

use tera::Context;

use super::artifact::{Artifact, Artifacts, RenderError};
use super::built_in;
use super::data;
use super::plain;
use super::templates::{Templates, value};
use super::theme::Theme;
use crate::Compiled;
use crate::config::Config;
use crate::graph::export::Format;
use crate::graph::{Scheme, standalone};
use crate::model::PartyId;
use crate::search::Index;
use crate::site::view::{Book, CONTRACT};
use crate::site::{Drawing, File, List, Made, Page, Prepared, Views, address};
use crate::text::{Place, SitePath, Snapshot, SourceId, Span};

/// A handbook, ready to be made page by page. A copy shares what it holds.
#[derive(Clone)]
pub struct Handbook {
    snapshot: Arc<Snapshot>,
    compiled: Arc<Compiled>,
    design: Arc<Design>,
    prepared: Prepared,
    /// Made when the first part of it is asked for.
    search: Arc<OnceLock<Index>>,
}

/// What all handbooks of one theme and configuration look like.
struct Design {
    theme: Theme,
    templates: Templates,
}

impl Handbook {
    /// Prepares the theme and all that pages share.
    ///
    /// # Errors
    /// Where the handbook's own theme can't be used.
    pub fn new(snapshot: &Arc<Snapshot>, compiled: &Arc<Compiled>) -> Result<Self, RenderError> {
        let design = Arc::new(Design::of(snapshot, &compiled.config)?);
        Ok(Self::designed(snapshot, compiled, design))
    }

    /// The same for another snapshot, compiled from what this one said: what can't have changed is used again.
    ///
    /// # Errors
    /// Where the handbook's own theme can't be used.
    pub fn again(&self, snapshot: &Arc<Snapshot>, compiled: &Arc<Compiled>) -> Result<Self, RenderError> {
        let is_configured_alike = Arc::ptr_eq(&self.compiled.config, &compiled.config);
        let design = if is_configured_alike && self.snapshot.theme == snapshot.theme {
            Arc::clone(&self.design)
        } else {
            Arc::new(Design::of(snapshot, &compiled.config)?)
        };
        let is_designed_alike = Arc::ptr_eq(&self.design, &design);
        if !is_designed_alike || !self.compiled.is_reworded(compiled) {
            return Ok(Self::designed(snapshot, compiled, design));
        }
        let made = made(snapshot, compiled);
        Ok(Self {
            snapshot: Arc::clone(snapshot),
            compiled: Arc::clone(compiled),
            design,
            prepared: self.prepared.reworded(&self.compiled.organisation, made),
            search: Arc::default(),
        })
    }

    fn designed(snapshot: &Arc<Snapshot>, compiled: &Arc<Compiled>, design: Arc<Design>) -> Self {
        let words = Arc::clone(&design.theme.words);
        Self {
            snapshot: Arc::clone(snapshot),
            compiled: Arc::clone(compiled),
            design,
            prepared: Prepared::of(made(snapshot, compiled), words),
            search: Arc::default(),
        }
    }

    /// The page at `path`, if there is one.
    pub(crate) fn page_at(&self, path: &SitePath) -> Option<Page> {
        match self.compiled.site.files.get(path)? {
            File::Page(page) => Some(*page),
            File::Asset(_)
            | File::Theme(_)
            | File::Data
            | File::DataSchema
            | File::Search(_)
            | File::Card(_)
            | File::Markdown(_)
            | File::MarkdownList
            | File::Graph(_) => None,
        }
    }

    /// Whether what is at `path` tells of what is found anywhere in the handbook, and not only where it is written
    /// itself.
    pub(crate) fn tells_of_all(&self, path: &SitePath) -> bool {
        match self.compiled.site.files.get(path) {
            Some(File::Page(page)) => page.tells_of_all(),
            Some(File::Data) => true,
            Some(
                File::Asset(_)
                | File::Theme(_)
                | File::DataSchema
                | File::Search(_)
                | File::Card(_)
                | File::Markdown(_)
                | File::MarkdownList
                | File::Graph(_),
            )
            | None => false,
        }
    }

    /// What is shown at `path`, where there is nothing.
    ///
    /// # Errors
    /// Where the theme's templates can't be rendered.
    pub(crate) fn missing(&self, path: &SitePath) -> Result<Vec<u8>, RenderError> {
        self.page(path, Page::NotFound)
    }

    /// The addresses of the style sheets, in their order.
    pub(crate) fn styles(&self) -> &[SitePath] {
        &self.design.theme.styles
    }

    /// The stretches of sources that `page` shows.
    pub(crate) fn stretches(&self, page: Page) -> Vec<(SourceId, Span)> {
        self.prepared.stretches(page)
    }

    /// Where the site shows what stands at `place`, from its root.
    pub(crate) fn address_of(&self, place: Place) -> Option<String> {
        self.views().address_of(place)
    }

    /// The organisation as data.
    ///
    /// # Errors
    /// Where it can't be written as JSON.
    pub(crate) fn data(&self) -> Result<Vec<u8>, RenderError> {
        data::json(&self.views(), &self.compiled.config)
    }

    fn search_index(&self) -> &Index {
        self.search.get_or_init(|| self.views().search_index())
    }

    /// The graph of the organisation in that format.
    pub(crate) fn graph(&self, format: &Format) -> String {
        format.write(&self.views().network())
    }

    /// A drawing as a document of its own, with the built-in theme's colours; none where there is nothing to draw.
    pub(crate) fn drawing(&self, drawing: &Drawing, of: Option<PartyId>, scheme: Scheme) -> Option<String> {
        let svg = drawing.draw(&self.views(), of)?;
        standalone(&svg, drawing.frame, &built_in::styles_of_drawings(), scheme)
    }

    fn views(&self) -> Views<'_> {
        Views::of(made(&self.snapshot, &self.compiled), &self.prepared)
    }

    fn page(&self, path: &SitePath, page: Page) -> Result<Vec<u8>, RenderError> {
        let views = &self.views();
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
            Page::Start(role, team) => ("start", value(&views.start(role, team, &here))?),
            Page::Print(part) => ("print", value(&views.print(part, &here))?),
            Page::NotFound => return self.design.templates.render(page.kind(), &context),
        };
        context.insert_value(name, view);
        self.design.templates.render(page.kind(), &context)
    }

    fn theme_file(&self, name: &str) -> Option<Vec<u8>> {
        let files = &self.snapshot.theme;
        let at = files.binary_search_by(|file| file.name.as_str().cmp(name)).ok()?;
        Some(files.get(at)?.bytes.to_vec())
    }
}

impl Artifacts for Handbook {
    fn paths(&self) -> Vec<SitePath> {
        let mut paths: Vec<SitePath> = self
            .compiled
            .site
            .files
            .keys()
            .chain(self.design.theme.files.keys())
            .cloned()
            .collect();
        paths.sort();
        paths.dedup();
        paths
    }

    fn make(&self, path: &SitePath) -> Result<Option<Artifact>, RenderError> {
        if let Some(bytes) = self.design.theme.files.get(path) {
            return Ok(Some(Artifact::Bytes(bytes.clone())));
        }
        let bytes = match self.compiled.site.files.get(path) {
            None => return Ok(None),
            Some(File::Asset(source)) => return Ok(Some(Artifact::Copy(source.clone()))),
            Some(File::Theme(name)) => self.theme_file(name).unwrap_or_default(),
            Some(File::Page(page)) => self.page(path, *page)?,
            Some(File::Data) => self.data()?,
            Some(File::DataSchema) => data::schema()?,
            Some(File::Graph(format)) => self.graph(format).into_bytes(),
            Some(File::Card(party)) => return Ok(Some(Artifact::Picture(self.views().card_of(*party)))),
            Some(File::Markdown(page)) => plain::page(&self.views(), path, *page)
                .unwrap_or_default()
                .into_bytes(),
            Some(File::MarkdownList) => plain::list(&self.views(), &self.compiled.config).into_bytes(),
            Some(File::Search(part)) => self.search_index().script(*part).into_bytes(),
        };
        Ok(Some(Artifact::Bytes(bytes)))
    }
}

impl Design {
    fn of(snapshot: &Snapshot, config: &Config) -> Result<Self, RenderError> {
        let theme = Theme::of(snapshot, config)?;
        let templates = Templates::of(&theme, &book(config, &theme))?;
        Ok(Self { theme, templates })
    }
}

fn made<'a>(snapshot: &'a Snapshot, compiled: &'a Compiled) -> Made<'a> {
    Made {
        snapshot,
        config: &compiled.config,
        organisation: &compiled.organisation,
        site: &compiled.site,
        findings: &compiled.findings,
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
        scripts: theme.scripts.iter().map(SitePath::url).collect(),
        contract: CONTRACT,
    }
}

#[cfg(test)]
#[allow(
    clippy::unwrap_used,
    clippy::case_sensitive_file_extension_comparisons,
    reason = "tests of files that they name themselves"
)]
mod tests;
