//! A finding on a page.

use super::Point;
use super::place::above;
use super::sentence;
use crate::finding::Finding;
use crate::site::address;
use crate::site::here::{Here, encode_anchor};
use crate::site::page::Page;
use crate::site::view::{Link, OpenPoint};
use crate::site::views::Views;
use crate::text::{Place, SourceId};

/// Shows findings on the page that is being made.
#[derive(Clone, Copy)]
pub(super) struct Teller<'v> {
    pub(super) views: &'v Views<'v>,
    pub(super) here: &'v Here<'v>,
}

/// Where in the handbook something stands.
struct Standing {
    page: Link,
    section: Option<Link>,
}

impl Teller<'_> {
    /// One finding.
    pub(super) fn tell(&self, point: Point<'_>) -> OpenPoint {
        let Point { finding, line } = point;
        let views = self.views;
        let language = views.config.language.words;
        let place = finding.place.place;
        let (sentence, spoken) = match finding.message_in(&views.config.language.tag) {
            Some(local) => (local, language),
            None => (finding.message.as_str(), "en"),
        };
        let standing = self.standing(place);
        let (page, section) = standing.map_or((None, None), |one| (Some(one.page), one.section));
        OpenPoint {
            name: finding.kind.name,
            level: finding.level.name(),
            sentence_html: sentence::html(sentence),
            language: views.foreign(spoken),
            kind: views.kind_title(finding),
            kind_language: views.foreign(language),
            page,
            section,
            related: self.related(finding),
            path: views.source(place.source).path.to_string(),
            line,
            edit: views.edit_href(place.source, line),
            delegated: false,
        }
    }

    /// The other pages that a finding has labels on, each place once.
    fn related(&self, finding: &Finding) -> Vec<Link> {
        let own = self.views.open_points.page_at(finding.place.place);
        let mut links: Vec<Link> = Vec::new();
        for label in &finding.related {
            let page = self.views.open_points.page_at(label.place);
            if page == own {
                continue;
            }
            let Some(Standing { page, section }) = self.standing(label.place) else {
                continue;
            };
            let link = section.map_or(page.clone(), |section| Link {
                title: format!("{}: {}", page.title, section.title),
                href: section.href,
            });
            if !links.contains(&link) {
                links.push(link);
            }
        }
        links
    }

    fn standing(&self, place: Place) -> Option<Standing> {
        let views = self.views;
        let (page, path) = views.open_points.page_at(place)?;
        let section = views.section_at(page, place).map(|(anchor, title)| Link {
            title,
            href: Some(self.here.to_anchor(path, Some(anchor))),
        });
        Some(Standing {
            page: Link {
                title: views.title(page),
                href: Some(self.here.to(path)),
            },
            section,
        })
    }
}

impl Views<'_> {
    /// The anchor and the title of what stands nearest above `place` on `page`.
    fn section_at(&self, page: Page, place: Place) -> Option<(&str, String)> {
        let id = page.document(self.organisation)?;
        let document = self.organisation.document(id);
        let above = (document.source == place.source).then(|| above(document, place.span.start))??;
        let title = self.text(id, above.title).trim().to_owned();
        (!title.is_empty()).then_some((above.anchor, title))
    }

    /// Where the site shows what stands at `place`, from its root.
    pub(crate) fn address_of(&self, place: Place) -> Option<String> {
        let (page, path) = self.open_points.page_at(place)?;
        let mut url = path.url();
        if let Some((anchor, _)) = self.section_at(page, place) {
            url.push('#');
            encode_anchor(&mut url, anchor);
        }
        Some(url)
    }

    /// The open points of a page.
    pub(in crate::site) fn open_points_of(&self, page: Page, here: &Here<'_>) -> Vec<OpenPoint> {
        let teller = Teller { views: self, here };
        let points = self.open_points.of_page(page).into_iter();
        points.map(|point| teller.tell(point)).collect()
    }

    /// What stands above a list of findings of that kind.
    pub(super) fn kind_title(&self, finding: &Finding) -> String {
        let language = &self.config.language;
        language.spelt(finding.kind.title.written(language.words))
    }

    /// `language`, where the handbook's is another.
    pub(super) fn foreign(&self, language: &'static str) -> Option<&'static str> {
        let tag = &self.config.language.tag;
        let own = tag.split('-').next().unwrap_or_default();
        (!own.eq_ignore_ascii_case(language)).then_some(language)
    }

    /// Where a line of a source can be edited.
    pub(in crate::site) fn edit_href(&self, source: SourceId, line: usize) -> Option<String> {
        let pattern = self.config.edit_url.as_deref()?;
        let path = address::site(self.snapshot.source(source).path.as_str()).url();
        // The line first: a file's name may hold what looks like its place.
        let pattern = pattern.replace("{line}", &line.to_string());
        Some(pattern.replace("{path}", &path))
    }
}
