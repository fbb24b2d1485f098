//! What every page has: its title, its place among the others, its navigation.

use super::address;
use super::here::Here;
use super::page::Page;
use super::relation_view::introduction;
use super::view::{Frame, Heading, Link};
use super::views::Views;
use crate::model::{DocumentId, PageId, PartyId, PartyKind};
use crate::text::{SitePath, SourceId};

/// How many teams a page may stand below; delegation may go round in a circle.
const MOST_TEAMS: usize = 12;

impl<'a> Views<'a> {
    /// The page that is to be shown at `path`: where its links lead from.
    pub fn here(&self, path: &'a SitePath, page: Page) -> Here<'a> {
        if page == Page::NotFound {
            Here::anywhere(path, self.config.base_url.as_deref())
        } else {
            Here::relative(path)
        }
    }
}

impl Views<'_> {
    /// What templates see as `page`.
    pub fn frame(&self, page: Page, here: &Here<'_>) -> Frame {
        let document = self.document_of_page(page);
        let (previous, next) = self.around(page, here);
        let url = here.path().url();
        let base = self.config.base_url.as_deref();
        Frame {
            kind: page.kind(),
            title: self.title(page),
            description: self.description(page),
            root: here.root(),
            canonical: base
                .filter(|_| page != Page::NotFound)
                .map(|base| match url.as_str() {
                    address::HOME => base.to_owned(),
                    url => format!("{base}{url}"),
                }),
            url,
            edit: self.edit(page),
            breadcrumbs: self.breadcrumbs(page, here),
            contents: document.map_or_else(Vec::new, |id| self.headings(id)),
            navigation: self.navigation(page, here),
            previous,
            next,
        }
    }

    /// The document whose own page it is.
    pub(super) fn document_of_page(&self, page: Page) -> Option<DocumentId> {
        let organisation = self.organisation;
        let of_page = |page: PageId| organisation.page(page).document;
        match page {
            Page::Home(page) | Page::Index(_, page) | Page::People(page) => page.map(of_page),
            Page::Party(_, party) => Some(organisation.party(party).document),
            Page::Person(person) => organisation.person(person).document,
            Page::Content(page) | Page::Glossary(page) => Some(of_page(page)),
            Page::NotFound => None,
        }
    }

    fn title(&self, page: Page) -> String {
        match page {
            Page::Person(person) => return self.organisation.person(person).name.clone(),
            Page::NotFound => return self.words.say("page.not-found", None, &[]),
            _ => {}
        }
        match (self.document_of_page(page), page) {
            (Some(document), _) => self.organisation.document(document).title.clone(),
            (None, Page::Index(kind, _)) => self.list_title(kind),
            (None, Page::People(_)) => self.words.say("nav.people", None, &[]),
            (None, _) => self.config.title.clone(),
        }
    }

    fn description(&self, page: Page) -> String {
        match page {
            Page::Party(_, party) => self.summary(party).to_owned(),
            Page::Home(_) if self.config.description.is_some() => {
                self.config.description.clone().unwrap_or_default()
            }
            _ => self
                .document_of_page(page)
                .map_or_else(String::new, |document| self.summary_of(document)),
        }
    }

    /// Where the page's source can be edited.
    fn edit(&self, page: Page) -> Option<String> {
        let pattern = self.config.edit_url.as_deref()?;
        let source: SourceId = match (self.document_of_page(page), page) {
            (Some(document), _) => self.organisation.document(document).source,
            (None, Page::Person(person)) => self.organisation.person(person).place.source,
            (None, _) => return None,
        };
        let path = address::site(self.snapshot.source(source).path.as_str()).url();
        Some(pattern.replace("{path}", &path))
    }

    fn headings(&self, document: DocumentId) -> Vec<Heading> {
        let source = self.organisation.document(document);
        let about_relations = source.sections.get(introduction(source));
        let mut introductory = true;
        let mut headings = Vec::new();
        for anchor in &source.anchors {
            introductory &= about_relations.is_none_or(|section| section.anchor != anchor.id);
            if !matches!(anchor.level, 2 | 3) {
                continue;
            }
            let mut href = String::from("#");
            super::here::encode_anchor(&mut href, &anchor.id);
            headings.push(Heading {
                title: self.text(document, &anchor.text),
                href,
                level: anchor.level,
                introductory,
            });
        }
        headings.retain(|heading| !heading.title.is_empty());
        headings
    }

    fn breadcrumbs(&self, page: Page, here: &Here<'_>) -> Vec<Link> {
        if matches!(page, Page::Home(_) | Page::NotFound) {
            return Vec::new();
        }
        let mut crumbs = vec![Link {
            title: self.words.say("nav.home", None, &[]),
            href: Some(here.to(&address::site(address::HOME))),
        }];
        match page {
            Page::Party(kind, party) => {
                let teams = self.teams_above(party);
                let list = if teams.is_empty() { kind } else { PartyKind::Team };
                crumbs.push(Link {
                    title: self.list_title(list),
                    href: Some(here.to(&address::index(list))),
                });
                crumbs.extend(teams.into_iter().rev().map(|team| self.party_link(team, here)));
            }
            Page::Person(_) => crumbs.push(Link {
                title: self.words.say("nav.people", None, &[]),
                href: Some(here.to(&address::site(address::PEOPLE))),
            }),
            Page::Content(page) => {
                let document = self.organisation.page(page).document;
                crumbs.extend(self.folders_above(document, here));
            }
            _ => {}
        }
        crumbs
    }

    /// The teams that a party lives in, from the nearest up.
    pub(super) fn teams_above(&self, party: PartyId) -> Vec<PartyId> {
        let mut teams: Vec<PartyId> = Vec::new();
        let mut at = self.organisation.party(party).team;
        while let Some(team) = at {
            if team == party || teams.contains(&team) || teams.len() == MOST_TEAMS {
                break;
            }
            teams.push(team);
            at = self.organisation.party(team).team;
        }
        teams
    }

    /// The pages before and after: parties within their team or kind, pages within their folder.
    fn around(&self, page: Page, here: &Here<'_>) -> (Option<Link>, Option<Link>) {
        match page {
            Page::Party(_, party) => {
                let link = |id| self.party_link(id, here);
                (
                    self.sequence.previous(party).map(link),
                    self.sequence.next(party).map(link),
                )
            }
            Page::Content(page) => {
                let (previous, next) = self.pages.around(self.organisation.page(page).document);
                let link = |id| self.document_link(id, here);
                (previous.map(link), next.map(link))
            }
            _ => (None, None),
        }
    }
}
