//! A page in the handbook's other languages.

use super::address;
use super::here::Here;
use super::page::Page;
use super::view::{InLanguage, Link, Shortfall};
use super::views::Views;
use crate::config::Offered;
use crate::text::SitePath;
use crate::translate::Progress;

impl Views<'_> {
    /// The page in each of the handbook's languages, this one among them; empty where it is in one only.
    pub(super) fn in_languages(&self, page: Page, here: &Here<'_>) -> Vec<InLanguage> {
        if page == Page::NotFound {
            return Vec::new();
        }
        let url = url(page, here.path());
        let base = self.original_base();
        let languages = self.config.languages.iter().enumerate();
        languages
            .map(|(at, Offered { tag, name, folder })| InLanguage {
                title: name.clone(),
                language: tag.clone(),
                href: format!("{}{folder}{url}", here.root()),
                address: base.map(|base| format!("{base}{folder}{}", without_home(&url))),
                current: *folder == self.config.folder,
                translated: self.progress_in(at, page) != Progress::Missing,
            })
            .collect()
    }

    /// What keeps the page from being a translation of its original, if anything does.
    pub(super) fn shortfall(&self, page: Page, here: &Here<'_>) -> Option<Shortfall> {
        let kind = match self.progress(page) {
            Progress::Missing => "missing",
            Progress::Outdated => "outdated",
            Progress::Current => return None,
        };
        let original = self.config.languages.first()?;
        Some(Shortfall {
            kind,
            original: Link {
                title: original.name.clone(),
                href: Some(format!("{}{}", here.root(), url(page, here.path()))),
            },
            language: original.tag.clone(),
        })
    }

    /// The address in the world that says what the page says: the original's, where it is not translated.
    pub(super) fn canonical(&self, page: Page, here: &Here<'_>) -> Option<String> {
        if page == Page::NotFound {
            return None;
        }
        let base = match self.progress(page) {
            Progress::Missing => self.original_base(),
            Progress::Outdated | Progress::Current => self.config.base_url.as_deref(),
        };
        let url = here.path().url();
        base.map(|base| format!("{base}{}", without_home(&url)))
    }

    /// How far a page is translated into the language that it is shown in.
    pub(super) fn progress(&self, page: Page) -> Progress {
        let own = |language: &Offered| language.folder == self.config.folder;
        let at = self.config.languages.iter().position(own);
        self.progress_in(at.unwrap_or_default(), page)
    }

    /// How far a page is translated into the language at that position; the first is the original's.
    fn progress_in(&self, language: usize, page: Page) -> Progress {
        let document = page.document(self.organisation);
        let of_language = language.checked_sub(1).and_then(|at| self.progress.get(at));
        let known = of_language
            .zip(document)
            .and_then(|(progress, id)| progress.get(id.index()));
        known.copied().unwrap_or(Progress::Current)
    }

    /// The handbook's address, above the folders of its languages.
    fn original_base(&self) -> Option<&str> {
        self.config
            .base_url
            .as_deref()?
            .strip_suffix(self.config.folder.as_str())
    }
}

/// Where the page is in any language. How many sheets a list has depends on its words.
fn url(page: Page, path: &SitePath) -> String {
    match page {
        Page::Sheet(list, _) => address::sheet(list, 0).url(),
        _ => path.url(),
    }
}

fn without_home(url: &str) -> &str {
    if url == address::HOME { "" } else { url }
}
