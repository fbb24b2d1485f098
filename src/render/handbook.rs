//! A handbook, each file of which is made when it is asked for.

use tera::Context;

use super::artifact::{Artifact, Artifacts, RenderError};
use super::data;
use super::templates::{Templates, value};
use super::theme::Theme;
use crate::config::Config;
use crate::finding::Finding;
use crate::model::Organisation;
use crate::site::view::{Book, CONTRACT};
use crate::site::{File, Page, Site, Views, address};
use crate::text::{SitePath, Snapshot};

/// A handbook, ready to be made page by page.
pub struct Handbook<'a> {
    snapshot: &'a Snapshot,
    config: &'a Config,
    site: &'a Site,
    views: Views<'a>,
    theme: Theme,
    templates: Templates,
}

impl<'a> Handbook<'a> {
    /// Prepares the theme and all that pages share.
    ///
    /// # Errors
    /// Where the handbook's own theme can't be used.
    pub fn new(
        snapshot: &'a Snapshot,
        config: &'a Config,
        organisation: &'a Organisation,
        site: &'a Site,
        findings: &'a [Finding],
    ) -> Result<Self, RenderError> {
        let theme = Theme::of(snapshot, config)?;
        let templates = Templates::of(&theme, &book(config, &theme))?;
        let words = std::sync::Arc::clone(&theme.words);
        Ok(Self {
            snapshot,
            config,
            site,
            views: Views::new(snapshot, config, organisation, site, findings, words),
            theme,
            templates,
        })
    }

    fn page(&self, path: &SitePath, page: Page) -> Result<Vec<u8>, RenderError> {
        let here = self.views.here(path, page);
        let mut context = Context::new();
        context.insert_value("page", value(&self.views.frame(page, &here))?);
        let views = &self.views;
        let (name, view) = match page {
            Page::Party(_, id) => ("party", value(&views.party(id, &here))?),
            Page::Person(id) => ("person", value(&views.person(id, &here))?),
            Page::Content(id) => ("content", value(&views.content(id, &here))?),
            Page::Home(id) => ("content", value(&views.home(id, &here))?),
            Page::Glossary(id) => ("content", value(&views.glossary(id, &here))?),
            Page::Index(kind, id) => ("index", value(&views.index(kind, id, &here))?),
            Page::People(id) => ("index", value(&views.people(id, &here))?),
            Page::Findings(grouping) => ("findings", value(&views.findings(grouping, &here))?),
            Page::NotFound => return self.templates.render(page.kind(), &context),
        };
        context.insert_value(name, view);
        self.templates.render(page.kind(), &context)
    }

    fn theme_file(&self, name: &str) -> Option<Vec<u8>> {
        let files = &self.snapshot.theme;
        let at = files.binary_search_by(|file| file.name.as_str().cmp(name)).ok()?;
        Some(files.get(at)?.bytes.to_vec())
    }
}

impl Artifacts for Handbook<'_> {
    fn paths(&self) -> Vec<SitePath> {
        let mut paths: Vec<SitePath> = self
            .site
            .files
            .keys()
            .chain(self.theme.files.keys())
            .cloned()
            .collect();
        paths.sort();
        paths.dedup();
        paths
    }

    fn make(&self, path: &SitePath) -> Result<Option<Artifact>, RenderError> {
        if let Some(bytes) = self.theme.files.get(path) {
            return Ok(Some(Artifact::Bytes(bytes.clone())));
        }
        let bytes = match self.site.files.get(path) {
            None => return Ok(None),
            Some(File::Asset(source)) => return Ok(Some(Artifact::Copy(source.clone()))),
            Some(File::Theme(name)) => self.theme_file(name).unwrap_or_default(),
            Some(File::Page(page)) => self.page(path, *page)?,
            Some(File::Data) => data::json(&self.views, self.config)?,
            Some(File::DataSchema) => data::schema()?,
        };
        Ok(Some(Artifact::Bytes(bytes)))
    }
}

/// What every template sees as `book`.
fn book(config: &Config, theme: &Theme) -> Book {
    Book {
        title: config.title.clone(),
        description: config.description.clone(),
        language: config.language.tag.clone(),
        logo: config.logo.as_ref().map(|logo| address::asset(logo).url()),
        styles: theme.styles.iter().map(SitePath::url).collect(),
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
