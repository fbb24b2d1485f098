//! What every page has: its title, its place among the others, its navigation.

use super::address;
use super::graphs::Graph;
use super::here::Here;
use super::open_points::Grouping;
use super::page::Page;
use super::print_view::Printed;
use super::relation_view;
use super::summary::shortened;
use super::view::{Frame, Heading, Link};
use super::views::Views;
use crate::model::{DocumentId, PartyId, PartyKind, PersonId};
use crate::text::SitePath;

/// How many teams a page may stand below; delegation may go round in a circle.
const MOST_TEAMS: usize = 12;

impl<'a> Views<'a> {
    /// The page that is to be shown at `path`: where its links lead from.
    pub(crate) fn here(&self, path: &'a SitePath, page: Page) -> Here<'a> {
        let folder = self.config.folder.as_str();
        if page == Page::NotFound {
            Here::anywhere(path, self.config.base_path())
        } else {
            Here::relative(path, folder)
        }
    }
}

impl Views<'_> {
    /// What templates see as `page`.
    pub(crate) fn frame(&self, page: Page, here: &Here<'_>) -> Frame {
        let document = self.document_of_page(page);
        let (previous, next) = self.around(page, here);
        let url = format!("{}{}", self.config.folder, here.path().url());
        let base = self.config.base_url.as_deref();
        let canonical = self.canonical(page, here);
        Frame {
            kind: page.kind(),
            title: self.title(page),
            description: self.description(page),
            root: here.root(),
            language_root: here.language_root(),
            languages: self.in_languages(page, here),
            shortfall: self.shortfall(page, here),
            markdown: page
                .has_markdown()
                .then(|| here.to(&address::markdown(here.path()))),
            linked_data_html: self.linked_data(page, canonical.as_deref()),
            card: match (page, base) {
                (Page::Party(_, id), Some(base)) if self.config.cards => {
                    Some(format!("{base}{}", address::card(self.organisation, id).url()))
                }
                _ => None,
            },
            canonical,
            url,
            edit: self.edit(page),
            changed: self.changed(page, here),
            feeds: self.feeds(page, here),
            breadcrumbs: self.breadcrumbs(page, here),
            contents: document.map_or_else(Vec::new, |id| self.headings(id)),
            navigation: self.navigation(page, here),
            previous,
            next,
            terms: self.terms_on(page, here),
            open_points: self.open_points_of(page, here),
        }
    }

    /// The document whose own page it is.
    pub(super) fn document_of_page(&self, page: Page) -> Option<DocumentId> {
        page.document(self.organisation)
    }

    /// The page's title.
    pub(super) fn title(&self, page: Page) -> String {
        let of_document = |id: DocumentId| self.organisation.document(id).title.clone();
        match page {
            Page::Home(Some(own))
            | Page::Index(_, Some(own))
            | Page::People(Some(own))
            | Page::Content(own)
            | Page::Glossary(own) => of_document(self.organisation.page(own).document),
            Page::Party(_, party) => of_document(self.organisation.party(party).document),
            Page::Person(person) => self.organisation.person(person).name.clone(),
            Page::Home(None) => self.config.title.clone(),
            Page::Index(kind, None) => self.list_title(kind),
            Page::People(None) => self.words.say("nav.people", None, &[]),
            Page::Sheet(list, sheet) => self.title_of_sheet(list, sheet),
            Page::Findings(grouping) => {
                self.words
                    .say(&format!("points.title-by-{}", grouping.name()), None, &[])
            }
            Page::Graphs => self.words.say("nav.graphs", None, &[]),
            Page::Graph(graph) => self.graph_title(graph),
            Page::Matrix(team) => self.matrix_title(team),
            Page::Analysis => self.words.say("analysis.title", None, &[]),
            Page::Data => self.word("data.title"),
            Page::Changes(party) => self.changes_title(party),
            Page::Start(role, team) => self.start_title(role, team),
            Page::Print(part) => self.print_title(part),
            Page::NotFound => self.words.say("page.not-found", None, &[]),
        }
    }

    fn description(&self, page: Page) -> String {
        match page {
            Page::Party(_, party) => self.summary(party).to_owned(),
            Page::Home(_) if self.config.description.is_some() => {
                self.config.description.clone().unwrap_or_default()
            }
            Page::Graph(graph) => self.graph_explained(graph),
            Page::Matrix(team) => self.matrix_explained(team),
            Page::Analysis => self.words.say("analysis.explained", None, &[]),
            Page::Data => self.word("data.explained"),
            Page::Changes(None) => self.word("changes.explained"),
            Page::Changes(Some(party)) => {
                self.word_of("history.explained", &self.organisation.party(party).title)
            }
            Page::Start(role, _) => self.summary(role).to_owned(),
            Page::Person(id) if self.organisation.person(id).document.is_none() => self.functions(id),
            _ => self
                .document_of_page(page)
                .map_or_else(String::new, |document| self.summary_of(document)),
        }
    }

    /// What a person does here: the titles of their roles and teams.
    fn functions(&self, person: PersonId) -> String {
        let person = self.organisation.person(person);
        let roles = person.keeps.iter().map(|(role, _)| *role);
        let mut titles: Vec<&str> = Vec::new();
        for party in roles.chain(person.teams.iter().copied()) {
            let title = self.organisation.party(party).title.as_str();
            if !titles.contains(&title) {
                titles.push(title);
            }
        }
        shortened(&titles.join(", "))
    }

    /// Where the page's source can be edited.
    fn edit(&self, page: Page) -> Option<String> {
        let source = match (self.document_of_page(page), page) {
            (Some(document), _) => self.organisation.document(document).source,
            (None, Page::Person(person)) => self.organisation.person(person).place.source,
            (None, _) => return None,
        };
        self.edit_href(source, 1)
    }

    fn headings(&self, document: DocumentId) -> Vec<Heading> {
        let source = self.organisation.document(document);
        let begin = |at: usize| source.sections.get(at).map(|section| section.anchor.as_str());
        let introduction = begin(relation_view::purpose(source));
        let sections = begin(relation_view::introduction(source));
        let mut part = "purpose";
        let mut headings = Vec::new();
        for anchor in &source.anchors {
            let own = Some(anchor.id.as_str());
            if own == sections {
                part = "sections";
            } else if own == introduction {
                part = "introduction";
            }
            if !matches!(anchor.level, 2 | 3) {
                continue;
            }
            let mut href = String::from("#");
            super::here::encode_anchor(&mut href, &anchor.id);
            headings.push(Heading {
                title: self.text(document, &anchor.text),
                href,
                level: anchor.level,
                part,
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
            Page::Findings(Grouping::Kind | Grouping::Person) => crumbs.push(Link {
                title: self.words.say("nav.findings", None, &[]),
                href: Some(here.to(&address::findings(Grouping::Role))),
            }),
            Page::Graph(_) | Page::Matrix(_) | Page::Analysis => {
                crumbs.push(self.graphs_link(here));
                if matches!(page, Page::Matrix(Some(_))) {
                    crumbs.push(self.matrix_link(None, here));
                }
                if matches!(page, Page::Graph(Graph::Team(_))) {
                    crumbs.push(self.graph_link(Graph::Teams, here));
                }
            }
            Page::Print(part) if part != Printed::Whole => crumbs.push(Link {
                title: self.print_title(Printed::Whole),
                href: Some(here.to(&address::print(self.organisation, Printed::Whole))),
            }),
            Page::Changes(Some(party)) => {
                let teams = self.teams_above(party);
                crumbs.extend(teams.into_iter().rev().map(|team| self.party_link(team, here)));
                crumbs.push(self.party_link(party, here));
            }
            Page::Start(role, team) => {
                let teams = team.map_or_else(|| self.teams_above(role), |team| vec![team]);
                crumbs.extend(teams.into_iter().rev().map(|team| self.party_link(team, here)));
                crumbs.push(self.party_link(role, here));
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
