//! The handbook's navigation: the lists with what is near the page itself, and the tree of ordinary pages.

use super::address;
use super::here::Here;
use super::listed::List;
use super::open_points::Grouping;
use super::page::Page;
use super::page_tree::LISTS;
use super::view::{Link, NavigationItem};
use super::views::Views;
use crate::model::{DocumentId, PartyId, PartyKind};

/// How deep the tree of pages is shown; templates can't recurse much deeper.
const DEEPEST: usize = 8;
/// How many neighbours of one level are shown.
const WIDEST: usize = 60;
/// Up to how many teams or external parties all of them are shown.
const FEW: usize = 30;

/// At most [`WIDEST`] of `all`, around the one at `position`.
fn near<T>(all: &[T], position: Option<usize>) -> &[T] {
    let start = position.unwrap_or(0).saturating_sub(WIDEST / 2);
    let start = start.min(all.len().saturating_sub(WIDEST));
    &all[start..all.len().min(start + WIDEST)]
}

impl Views<'_> {
    /// The navigation as `page` shows it.
    pub(super) fn navigation(&self, page: Page, here: &Here<'_>) -> Vec<NavigationItem> {
        let branch = self
            .document_of_page(page)
            .map_or_else(Vec::new, |document| self.pages.branch(document));
        let home = Link {
            title: self.words.say("nav.home", None, &[]),
            href: Some(here.to(&address::site(address::HOME))),
        };
        let mut items = vec![item(home, matches!(page, Page::Home(_)), Vec::new())];
        for kind in PartyKind::ALL {
            if !self.sequence.of_kind(kind).is_empty() {
                items.push(self.list_item(kind, page, &branch, here));
            }
        }
        if self.names_people() && !self.organisation.people.is_empty() {
            items.push(self.people_item(page, &branch, here));
        }
        if !self.organisation.parties.is_empty() {
            let list = item(self.graphs_link(here), page == Page::Graphs, Vec::new());
            let open = matches!(page, Page::Graph(_) | Page::Matrix(_) | Page::Analysis);
            items.push(NavigationItem { open, ..list });
        }
        let everything = matches!(page, Page::Sheet(List::Everything | List::Tags, _));
        items.push(item(self.everything_link(here), everything, Vec::new()));
        items.extend(self.page_items(0, 0, &branch, here));
        items.extend(self.glossaries.iter().map(|id| {
            let document = self.organisation.page(*id).document;
            let current = page == Page::Glossary(*id);
            item(self.document_link(document, here), current, Vec::new())
        }));
        if let Some(link) = self.changes_link(here) {
            let current = page == Page::Changes(None);
            let list = item(link, current, Vec::new());
            let open = matches!(page, Page::Changes(Some(_)));
            items.push(NavigationItem { open, ..list });
        }
        if self.config.findings {
            let link = Link {
                title: self.words.say("nav.findings", None, &[]),
                href: Some(here.to(&address::findings(Grouping::Role))),
            };
            let list = item(link, page == Page::Findings(Grouping::Role), Vec::new());
            let open = matches!(page, Page::Findings(Grouping::Kind | Grouping::Person));
            items.push(NavigationItem { open, ..list });
        }
        items
    }

    /// The pages below the node `parent`, which is so deep; those of `branch` are open, and where there are few
    /// pages all are shown.
    fn page_items(
        &self,
        parent: usize,
        depth: usize,
        branch: &[usize],
        here: &Here<'_>,
    ) -> Vec<NavigationItem> {
        let tree = &self.pages;
        if depth >= DEEPEST {
            return Vec::new();
        }
        let open = branch.get(depth).copied();
        let children = &tree.nodes[parent].children;
        let position = open.and_then(|node| tree.position(node, parent));
        near(children, position)
            .iter()
            .map(|child| {
                let node = &tree.nodes[*child];
                let is_open = Some(*child) == open;
                let items = if is_open || tree.is_small() {
                    self.page_items(*child, depth + 1, branch, here)
                } else {
                    Vec::new()
                };
                let page = node
                    .document
                    .or_else(|| tree.first_page(*child).filter(|_| items.is_empty()));
                NavigationItem {
                    title: node.title.clone(),
                    href: page.map(|id| here.to(self.site.addresses.document(id))),
                    current: is_open && branch.last() == Some(child),
                    open: is_open,
                    items,
                }
            })
            .collect()
    }

    /// The list of all parties of a kind, with what is near `page` below it.
    fn list_item(&self, kind: PartyKind, page: Page, branch: &[usize], here: &Here<'_>) -> NavigationItem {
        let link = Link {
            title: self.list_title(kind),
            href: Some(here.to(&address::index(kind))),
        };
        let mut items = match (kind, page) {
            (PartyKind::Role, Page::Party(PartyKind::Role, role)) if self.team_of(role).is_none() => {
                let around = [self.sequence.previous(role), Some(role), self.sequence.next(role)];
                let around: Vec<PartyId> = around.into_iter().flatten().collect();
                self.party_items(&around, role, here)
            }
            (PartyKind::Team, Page::Party(PartyKind::Role, role)) => self
                .team_of(role)
                .map_or_else(Vec::new, |team| self.team_items(team, role, here)),
            (PartyKind::Team, Page::Party(PartyKind::Team, team)) => self.team_items(team, team, here),
            (PartyKind::External, Page::Party(PartyKind::External, party)) => {
                let all = self.sequence.of_kind(kind);
                let shown = if all.len() <= FEW {
                    all
                } else {
                    std::slice::from_ref(&party)
                };
                self.party_items(shown, party, here)
            }
            _ => Vec::new(),
        };
        items.extend(self.pages_of_list(kind.folder(), branch, here));
        item(
            link,
            matches!(page, Page::Index(shown, _) | Page::Sheet(List::Parties(shown), _) if shown == kind),
            items,
        )
    }

    fn people_item(&self, page: Page, branch: &[usize], here: &Here<'_>) -> NavigationItem {
        let link = Link {
            title: self.words.say("nav.people", None, &[]),
            href: Some(here.to(&address::site(address::PEOPLE))),
        };
        let mut items = match page {
            Page::Person(id) => vec![item(self.person_link(id, here), true, Vec::new())],
            _ => Vec::new(),
        };
        items.extend(self.pages_of_list("people", branch, here));
        item(
            link,
            matches!(page, Page::People(_) | Page::Sheet(List::People, _)),
            items,
        )
    }

    /// The ordinary pages in the folder of a list, where one of them is shown or there are few.
    fn pages_of_list(&self, folder: &str, branch: &[usize], here: &Here<'_>) -> Vec<NavigationItem> {
        let list = LISTS.iter().position(|name| *name == folder);
        match list.and_then(|at| self.pages.lists[at]) {
            Some(node) if branch.first() == Some(&node) || self.pages.is_small() => {
                self.page_items(node, 1, branch, here)
            }
            _ => Vec::new(),
        }
    }

    /// The teams, if they are few, or else `team` alone, with the roles of `team` below it.
    fn team_items(&self, team: PartyId, current: PartyId, here: &Here<'_>) -> Vec<NavigationItem> {
        let all = self.sequence.of_kind(PartyKind::Team);
        let shown = if all.len() <= FEW {
            all
        } else {
            std::slice::from_ref(&team)
        };
        let mut items = self.party_items(shown, current, here);
        let at = shown.iter().position(|shown| *shown == team);
        if let Some(item) = at.and_then(|at| items.get_mut(at)) {
            let roles = self.roles_in(team);
            let position = roles.iter().position(|role| *role == current);
            item.open = true;
            item.items = self.party_items(near(roles, position), current, here);
        }
        items
    }

    fn party_items(&self, parties: &[PartyId], current: PartyId, here: &Here<'_>) -> Vec<NavigationItem> {
        let parties = parties.iter();
        parties
            .map(|party| item(self.party_link(*party, here), *party == current, Vec::new()))
            .collect()
    }

    /// The team that a role lives in, where it is one.
    fn team_of(&self, role: PartyId) -> Option<PartyId> {
        let team = self.organisation.party(role).team?;
        (self.organisation.party(team).kind == PartyKind::Team).then_some(team)
    }

    /// The pages above a document, from the top.
    pub(super) fn folders_above(&self, document: DocumentId, here: &Here<'_>) -> Vec<Link> {
        let branch = self.pages.branch(document);
        let above = branch.iter().take(branch.len().saturating_sub(1));
        above
            .filter(|node| !self.pages.lists.contains(&Some(**node)))
            .map(|node| {
                let node = &self.pages.nodes[*node];
                Link {
                    title: node.title.clone(),
                    href: node.document.map(|id| here.to(self.site.addresses.document(id))),
                }
            })
            .collect()
    }
}

/// An entry that is open where the page is shown below it.
fn item(link: Link, current: bool, items: Vec<NavigationItem>) -> NavigationItem {
    NavigationItem {
        title: link.title,
        href: link.href,
        current,
        open: items.iter().any(|item| item.current || item.open),
        items,
    }
}
