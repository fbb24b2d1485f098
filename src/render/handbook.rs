//! A handbook, each file of which is made when it is asked for.

use std::sync::Arc;

use rayon::prelude::*;

use super::artifact::{Artifact, Artifacts, Pieces, RenderError};
use super::built_in;
use super::edition::{Design, Edition};
use super::hosting;
use super::origin::Origin;
use crate::Compiled;
use crate::config::Config;
use crate::graph::export::Format;
use crate::graph::{Scheme, standalone};
use crate::history::Chronicle;
use crate::model::PartyId;
use crate::site::{Drawing, File, MOST_IN_SITEMAP, Made, Page, Site, address, redirects};
use crate::text::{Place, SitePath, Snapshot, SourceId, Span};

/// A handbook, ready to be made page by page. A copy shares what it holds.
#[derive(Clone)]
pub struct Handbook {
    snapshot: Arc<Snapshot>,
    compiled: Arc<Compiled>,
    /// What changed over time, where that is known.
    chronicle: Option<Arc<Chronicle>>,
    /// In each of its languages: the original's first.
    editions: Vec<Edition>,
}

/// A page, and in which of the handbook's languages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Located {
    language: usize,
    /// What it shows.
    pub(crate) page: Page,
}

impl Handbook {
    /// Prepares the theme and all that pages share.
    ///
    /// # Errors
    /// Where the handbook's own theme can't be used.
    pub fn new(snapshot: &Arc<Snapshot>, compiled: &Arc<Compiled>) -> Result<Self, RenderError> {
        let designs = designs(snapshot, &compiled.config)?;
        Ok(Self::designed(snapshot, compiled, designs))
    }

    /// The same where its [`designs`] are there already.
    pub(crate) fn designed(
        snapshot: &Arc<Snapshot>,
        compiled: &Arc<Compiled>,
        designs: Vec<Arc<Design>>,
    ) -> Self {
        let chronicle = chronicle(snapshot, compiled);
        let editions = designs.into_iter().enumerate().map(|(language, design)| {
            let made = compiled.made(snapshot, language);
            Edition::of(made, design, chronicle.clone())
        });
        Self {
            snapshot: Arc::clone(snapshot),
            compiled: Arc::clone(compiled),
            editions: editions.collect(),
            chronicle,
        }
    }

    /// The same for another snapshot, compiled from what this one said: what can't have changed is used again.
    ///
    /// # Errors
    /// Where the handbook's own theme can't be used.
    pub fn again(&self, snapshot: &Arc<Snapshot>, compiled: &Arc<Compiled>) -> Result<Self, RenderError> {
        let is_configured_alike = Arc::ptr_eq(&self.compiled.config, &compiled.config);
        if !is_configured_alike || self.snapshot.theme != snapshot.theme {
            return Self::new(snapshot, compiled);
        }
        let is_reworded = self.compiled.is_reworded(compiled);
        let chronicle = if self.snapshot.history == snapshot.history {
            self.chronicle.clone()
        } else {
            chronicle(snapshot, compiled)
        };
        let editions = self.editions.iter().enumerate().map(|(language, edition)| {
            let made = compiled.made(snapshot, language);
            let design = Arc::clone(&edition.design);
            if is_reworded {
                edition.reworded(self.made(language), made, design)
            } else {
                Edition::of(made, design, chronicle.clone())
            }
        });
        Ok(Self {
            editions: editions.collect(),
            chronicle,
            snapshot: Arc::clone(snapshot),
            compiled: Arc::clone(compiled),
        })
    }

    fn made(&self, language: usize) -> Made<'_> {
        self.compiled.made(&self.snapshot, language)
    }

    /// In the original's language.
    fn original(&self) -> &Edition {
        &self.editions[0]
    }

    /// What is at `path`: in which language, at which address below that language's folder, and what it is.
    fn planned(&self, path: &SitePath) -> Option<(usize, SitePath, &File)> {
        match self.compiled.site.files.get(path)? {
            File::Translated(at) => {
                let language = at + 1;
                let made = self.made(language);
                let below = path.as_str().strip_prefix(made.config.folder.as_str())?;
                let below = address::site(below);
                let file = self.compiled.translations.get(*at)?.site.files.get(&below)?;
                Some((language, below, file))
            }
            file => Some((0, path.clone(), file)),
        }
    }

    /// The page at `path`, if there is one.
    pub(crate) fn page_at(&self, path: &SitePath) -> Option<Located> {
        match self.planned(path)? {
            (language, _, File::Page(page)) => Some(Located {
                language,
                page: *page,
            }),
            _ => None,
        }
    }

    /// Whether what is at `path` tells of what is found anywhere in the handbook, and not only where it is written
    /// itself.
    pub(crate) fn tells_of_all(&self, path: &SitePath) -> bool {
        match self.planned(path) {
            Some((_, _, File::Page(page))) => page.tells_of_all(),
            Some((_, _, file)) => *file == File::Data,
            None => false,
        }
    }

    /// What is shown at `path`, where there is nothing.
    ///
    /// # Errors
    /// Where the theme's templates can't be rendered.
    pub(crate) fn missing(&self, path: &SitePath) -> Result<Vec<u8>, RenderError> {
        self.original().page(self.made(0), path, Page::NotFound)
    }

    /// The addresses of the style sheets, in their order.
    pub(crate) fn styles(&self) -> &[SitePath] {
        &self.original().design.theme.styles
    }

    /// The stretches of sources that a page shows.
    pub(crate) fn stretches(&self, Located { language, page }: Located) -> Vec<(SourceId, Span)> {
        self.editions[language].prepared.stretches(page)
    }

    /// Where the site shows what stands at `place`, from its root.
    pub(crate) fn address_of(&self, place: Place) -> Option<String> {
        let editions = self.editions.iter().enumerate();
        let mut addresses = editions.map(|(language, edition)| {
            let made = self.made(language);
            let below = edition.views(made).address_of(place)?;
            Some(format!("{}{below}", made.config.folder))
        });
        addresses.find_map(|address| address)
    }

    /// `path`, which lies below the folder of the language of `located`, from the site's root.
    pub(crate) fn path_from_root(&self, Located { language, .. }: Located, path: &SitePath) -> SitePath {
        address::site(&format!("{}{path}", self.made(language).config.folder))
    }

    /// The organisation as data.
    pub(crate) fn data(&self) -> Pieces<'_> {
        self.original().data(self.made(0))
    }

    /// The graph of the organisation in that format.
    pub(crate) fn graph(&self, format: &Format) -> String {
        self.original().graph(self.made(0), format)
    }

    /// A drawing as a document of its own, with the built-in theme's colours; none where there is nothing to draw.
    pub(crate) fn drawing(&self, drawing: &Drawing, of: Option<PartyId>, scheme: Scheme) -> Option<String> {
        let svg = drawing.draw(&self.original().views(self.made(0)), of)?;
        standalone(&svg, drawing.frame, &built_in::styles_of_drawings(), scheme)
    }

    /// The pages for search engines: all, or a part of them.
    fn sitemap(&self, part: Option<usize>) -> String {
        let pages = self.compiled.site.files.keys().filter_map(|path| {
            let (language, below, file) = self.planned(path)?;
            match file {
                File::Page(page) => Some((language, below, *page)),
                _ => None,
            }
        });
        let pages: Vec<_> = pages.collect();
        let mut parts = pages.chunks(MOST_IN_SITEMAP);
        let base = self.compiled.config.base_url.as_deref().unwrap_or_default();
        if part.is_none() && parts.len() > 1 {
            let parts = 0..parts.len();
            let addresses = parts.map(|part| format!("{base}{}", address::sitemap(Some(part)).url()));
            return hosting::list_of_sitemaps(addresses);
        }
        let part = parts.nth(part.unwrap_or_default()).unwrap_or_default();
        hosting::sitemap(part.iter().filter_map(|(language, below, page)| {
            let views = self.editions[*language].views(self.made(*language));
            views.for_search_engines(*page, below)
        }))
    }

    /// The addresses that pages had before, in all languages.
    fn redirects(&self) -> String {
        let languages = (0..self.editions.len()).map(|language| self.made(language));
        let moved = languages.flat_map(|made| {
            let from_root = |path: &SitePath| address::site(&format!("{}{path}", made.config.folder));
            let moved = redirects(made.site).map(|(from, to)| (from_root(from), from_root(to)));
            moved.collect::<Vec<_>>()
        });
        hosting::redirects(moved)
    }

    fn theme_file(&self, name: &str) -> Option<Vec<u8>> {
        let files = &self.snapshot.theme;
        let at = files.binary_search_by(|file| file.name.as_str().cmp(name)).ok()?;
        Some(files.get(at)?.bytes.to_vec())
    }
}

/// What the handbook looks like in each of its languages, the original's first: of all that is compiled, that needs the
/// configuration only.
///
/// # Errors
/// Where the handbook's own theme can't be used.
pub(crate) fn designs(snapshot: &Snapshot, config: &Config) -> Result<Vec<Arc<Design>>, RenderError> {
    let configs: Vec<&Config> = std::iter::once(config).chain(&config.translations).collect();
    let designs = configs.into_par_iter().map(|config| Design::of(snapshot, config));
    designs.map(|design| design.map(Arc::new)).collect()
}

fn chronicle(snapshot: &Snapshot, compiled: &Compiled) -> Option<Arc<Chronicle>> {
    let history = snapshot.history.as_ref()?;
    Some(Arc::new(Chronicle::of(history, &compiled.config)))
}

impl Artifacts for Handbook {
    fn paths(&self) -> Vec<SitePath> {
        let planned = self.compiled.site.files.keys();
        let of_theme = self.original().design.theme.files.keys();
        let mut paths: Vec<SitePath> = planned.chain(of_theme).cloned().collect();
        paths.sort();
        paths.dedup();
        paths
    }

    fn origin(&self) -> Option<Origin> {
        let has_cards = |site: &Site| site.files.values().any(|file| matches!(file, File::Card(_)));
        let is_drawn = has_cards(&self.compiled.site)
            || self.compiled.translations.iter().any(|one| has_cards(&one.site));
        if is_drawn {
            return None;
        }
        let files = self.compiled.site.files.values();
        let copies = files.filter_map(|file| match file {
            File::Asset(source) => Some(source.clone()),
            _ => None,
        });
        Some(Origin::of(
            &self.snapshot,
            &self.compiled.stages.asked,
            copies.collect(),
        ))
    }

    fn prepare(&self) {
        for (language, edition) in self.editions.iter().enumerate() {
            edition.index(self.made(language));
        }
    }

    fn kind(&self, path: &SitePath) -> &'static str {
        match self.planned(path) {
            Some((_, _, file)) => file.kind(),
            None => "theme",
        }
    }

    fn make(&self, path: &SitePath) -> Result<Option<Artifact<'_>>, RenderError> {
        if let Some(bytes) = self.original().design.theme.files.get(path) {
            return Ok(Some(Artifact::Bytes(bytes.clone())));
        }
        match self.planned(path) {
            None => Ok(None),
            Some((_, _, File::Theme(name))) => {
                Ok(Some(Artifact::Bytes(self.theme_file(name).unwrap_or_default())))
            }
            Some((_, _, File::Sitemap(part))) => Ok(Some(Artifact::Bytes(self.sitemap(*part).into_bytes()))),
            Some((_, _, File::Headers)) => {
                let lasting = self.original().design.theme.files.keys();
                Ok(Some(Artifact::Bytes(hosting::headers(lasting).into_bytes())))
            }
            Some((_, _, File::Redirects)) => Ok(Some(Artifact::Bytes(self.redirects().into_bytes()))),
            Some((_, _, File::NoJekyll)) => Ok(Some(Artifact::Bytes(Vec::new()))),
            Some((language, below, file)) => self.editions[language].file(self.made(language), &below, file),
        }
    }
}

#[cfg(test)]
#[allow(
    clippy::unwrap_used,
    clippy::case_sensitive_file_extension_comparisons,
    reason = "tests of files that they name themselves"
)]
mod tests;
