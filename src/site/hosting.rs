//! The files that are for whoever hosts the site.

use super::address;
use super::page::{File, Page, Site};
use super::views::Views;
use crate::config::Config;
use crate::text::SitePath;
use crate::translate::Progress;

/// So many pages a list for search engines may hold: <https://www.sitemaps.org/protocol.html>.
pub(crate) const MOST_IN_SITEMAP: usize = 50_000;

/// The files for hosts that a site with those files has.
pub(super) fn files<'f>(config: &Config, files: impl Iterator<Item = &'f File>) -> Vec<(SitePath, File)> {
    let (mut pages, mut has_redirects) = (0, false);
    for file in files {
        pages += usize::from(matches!(file, File::Page(_) | File::Translated(_)));
        has_redirects |= matches!(file, File::Redirect(_));
    }
    let mut own = vec![
        (address::site(address::HEADERS), File::Headers),
        (address::site(address::NO_JEKYLL), File::NoJekyll),
    ];
    if has_redirects {
        own.push((address::site(address::REDIRECTS), File::Redirects));
    }
    if config.base_url.is_some() {
        own.push((address::sitemap(None), File::Sitemap(None)));
        let parts = if pages > MOST_IN_SITEMAP {
            pages.div_ceil(MOST_IN_SITEMAP)
        } else {
            0
        };
        own.extend((0..parts).map(|part| (address::sitemap(Some(part)), File::Sitemap(Some(part)))));
    }
    own
}

/// A page for search engines.
pub(crate) struct Listed {
    /// Its address in the world.
    pub(crate) url: String,
    /// When its source changed last (RFC 3339), where that is known.
    pub(crate) modified: Option<String>,
    /// The page in the handbook's languages, its own among them: tags and addresses; none where there is one language.
    pub(crate) languages: Vec<(String, String)>,
}

impl Views<'_> {
    /// What search engines are told of the page at `path`; none where it says nothing that is not said elsewhere, or where
    /// the handbook's address is not known.
    pub(crate) fn for_search_engines(&self, page: Page, path: &SitePath) -> Option<Listed> {
        if page == Page::NotFound || self.progress(page) == Progress::Missing {
            return None;
        }
        let here = self.here(path, page);
        let all = self.in_languages(page, &here).into_iter();
        let translated = all.filter(|one| one.translated);
        Some(Listed {
            url: self.canonical(page, &here)?,
            modified: self.last_change(page).map(|last| last.at.to_string()),
            languages: translated
                .filter_map(|one| Some((one.language, one.address?)))
                .collect(),
        })
    }
}

/// The addresses that pages of `site` had before, and those that they have.
pub(crate) fn redirects(site: &Site) -> impl Iterator<Item = (&SitePath, &SitePath)> {
    site.files.iter().filter_map(|(from, file)| match file {
        File::Redirect(document) => Some((from, site.addresses.document(*document))),
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use super::files;
    use crate::config::Config;
    use crate::site::page::{File, Page};

    #[test]
    fn a_large_site_s_list_for_search_engines_is_in_parts() {
        let config = Config {
            base_url: Some("https://example.org/".to_owned()),
            ..Config::default()
        };
        let sitemaps = |pages: usize| {
            let page = File::Page(Page::Graphs);
            let all = files(&config, std::iter::repeat_n(&page, pages));
            let paths = all.into_iter().map(|(path, _)| path.as_str().to_owned());
            paths
                .filter(|path| path.starts_with("sitemap"))
                .collect::<Vec<_>>()
        };
        assert_eq!(sitemaps(50_000), ["sitemap.xml"]);
        assert_eq!(
            sitemaps(50_001),
            ["sitemap.xml", "sitemap-1.xml", "sitemap-2.xml"]
        );
    }
}
