//! The handbook's navigation: the tree of ordinary pages, the lists, and what is near the page itself.

use std::collections::BTreeMap;
use std::iter::successors;

use super::address::{self, Addresses};
use super::here::Here;
use super::page::Page;
use super::view::{Link, NavigationItem};
use super::views::Views;
use crate::model::{DocumentId, DocumentKind, Organisation, PartyId, PartyKind};

/// How deep the tree of pages is shown; templates can't recurse much deeper.
const DEEPEST: usize = 8;
/// How many neighbours of one level are shown.
const WIDEST: usize = 60;
/// Up to how many teams or external parties all of them are shown.
const FEW: usize = 30;
/// The folders whose own pages are lists of the organisation's.
const LISTS: [&str; 4] = ["roles", "teams", "external", "people"];

/// The ordinary pages by folder, in the order in which they are shown.
#[derive(Clone, Debug, Default)]
pub(crate) struct PageTree {
    /// The first is the root: the home page.
    nodes: Vec<Branch>,
    of_document: BTreeMap<DocumentId, usize>,
    lists: [Option<usize>; 4],
}

/// A folder or a page.
#[derive(Clone, Debug, Default)]
struct Branch {
    title: String,
    document: Option<DocumentId>,
    order: Option<i64>,
    parent: usize,
    children: Vec<usize>,
}

impl PageTree {
    /// The tree of all ordinary pages.
    pub(crate) fn of(organisation: &Organisation, addresses: &Addresses) -> Self {
        let mut tree = Self {
            nodes: vec![Branch::default()],
            ..Self::default()
        };
        let mut folders: BTreeMap<String, usize> = BTreeMap::from([(String::new(), 0)]);
        for page in &organisation.pages {
            let document = organisation.document(page.document);
            if document.kind == DocumentKind::Glossary {
                continue;
            }
            let path = addresses.document(page.document).as_str();
            let (folder, file) = path.rsplit_once('/').unwrap_or(("", path));
            let parent = tree.folder(folder, &mut folders);
            let node = if file == address::HOME {
                parent
            } else {
                tree.add(parent, String::new())
            };
            tree.nodes[node].title.clone_from(&document.title);
            tree.nodes[node].order = document.front.order;
            tree.nodes[node].document = Some(page.document);
            tree.of_document.insert(page.document, node);
        }
        tree.lists = LISTS.map(|name| folders.get(name).copied());
        let lists = tree.lists;
        tree.nodes[0]
            .children
            .retain(|child| !lists.contains(&Some(*child)));
        tree.sort();
        tree
    }

    /// The node of a folder, which is made with those above it where there is none.
    fn folder(&mut self, path: &str, folders: &mut BTreeMap<String, usize>) -> usize {
        let mut node = 0;
        let mut end = 0;
        for name in path.split('/').filter(|name| !name.is_empty()) {
            end = if end == 0 {
                name.len()
            } else {
                end + 1 + name.len()
            };
            let known = folders.get(&path[..end]).copied();
            node = known.unwrap_or_else(|| self.add(node, readable(name)));
            if known.is_none() {
                folders.insert(path[..end].to_owned(), node);
            }
        }
        node
    }

    fn add(&mut self, parent: usize, title: String) -> usize {
        let node = self.nodes.len();
        self.nodes.push(Branch {
            title,
            parent,
            ..Branch::default()
        });
        self.nodes[parent].children.push(node);
        node
    }

    fn sort(&mut self) {
        for at in 0..self.nodes.len() {
            let mut children = std::mem::take(&mut self.nodes[at].children);
            children.sort_by_cached_key(|child| {
                let node = &self.nodes[*child];
                (node.order.is_none(), node.order, node.title.to_lowercase())
            });
            self.nodes[at].children = children;
        }
    }

    /// The node of a document and those above it, from the top; the root is not among them.
    fn branch(&self, document: DocumentId) -> Vec<usize> {
        let mut branch = Vec::new();
        let mut at = self.of_document.get(&document).copied().unwrap_or(0);
        while at != 0 {
            branch.push(at);
            at = self.nodes[at].parent;
        }
        branch.reverse();
        branch
    }

    /// A folder's page, or else the first below it, so that what is in it can be reached.
    fn first_page(&self, folder: usize) -> Option<DocumentId> {
        let mut nodes = successors(Some(folder), |node| self.nodes[*node].children.first().copied());
        nodes.find_map(|node| self.nodes[node].document)
    }

    /// The pages before and after a document in its folder.
    pub(super) fn around(&self, document: DocumentId) -> (Option<DocumentId>, Option<DocumentId>) {
        let Some(node) = self.of_document.get(&document).copied().filter(|node| *node != 0) else {
            return (None, None);
        };
        let siblings = &self.nodes[self.nodes[node].parent].children;
        let at = siblings.iter().position(|sibling| *sibling == node).unwrap_or(0);
        let page = |node: &usize| self.nodes[*node].document;
        (
            siblings[..at].iter().rev().find_map(page),
            siblings[at..].iter().skip(1).find_map(page),
        )
    }

    /// The pages in the folder whose own page `document` is.
    pub(super) fn children(&self, document: DocumentId) -> Vec<DocumentId> {
        let node = self.of_document.get(&document).copied();
        node.filter(|node| *node != 0).map_or_else(Vec::new, |node| {
            let children = self.nodes[node].children.iter();
            children.filter_map(|child| self.nodes[*child].document).collect()
        })
    }
}

/// A folder's name as a title: `how-we-work` gives "How we work".
fn readable(name: &str) -> String {
    let spaced = name.replace(['-', '_'], " ");
    let mut chars = spaced.chars();
    chars
        .next()
        .map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

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
        items.extend(self.page_items(0, &branch, here));
        for kind in PartyKind::ALL {
            if !self.sequence.of_kind(kind).is_empty() {
                items.push(self.list_item(kind, page, &branch, here));
            }
        }
        if self.names_people() && !self.organisation.people.is_empty() {
            items.push(self.people_item(page, &branch, here));
        }
        items.extend(self.glossaries.iter().map(|id| {
            let document = self.organisation.page(*id).document;
            let current = page == Page::Glossary(*id);
            item(self.document_link(document, here), current, Vec::new())
        }));
        items
    }

    /// The pages below the node `parent`; those of `branch` are open.
    fn page_items(&self, parent: usize, branch: &[usize], here: &Here<'_>) -> Vec<NavigationItem> {
        let tree = &self.pages;
        let depth = branch
            .iter()
            .position(|node| *node == parent)
            .map_or(0, |at| at + 1);
        if depth >= DEEPEST {
            return Vec::new();
        }
        let open = branch.get(depth).copied();
        let children = &tree.nodes[parent].children;
        let position = children.iter().position(|child| Some(*child) == open);
        near(children, position)
            .iter()
            .map(|child| {
                let node = &tree.nodes[*child];
                let is_open = Some(*child) == open;
                let items = if is_open {
                    self.page_items(*child, branch, here)
                } else {
                    Vec::new()
                };
                NavigationItem {
                    title: node.title.clone(),
                    href: tree
                        .first_page(*child)
                        .map(|id| here.to(self.site.addresses.document(id))),
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
            matches!(page, Page::Index(shown, _) if shown == kind),
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
        item(link, matches!(page, Page::People(_)), items)
    }

    /// The ordinary pages in the folder of a list, where one of them is shown.
    fn pages_of_list(&self, folder: &str, branch: &[usize], here: &Here<'_>) -> Vec<NavigationItem> {
        let list = LISTS.iter().position(|name| *name == folder);
        match list.and_then(|at| self.pages.lists[at]) {
            Some(node) if branch.first() == Some(&node) => self.page_items(node, branch, here),
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

/// An entry that is open where something is shown below it.
fn item(link: Link, current: bool, items: Vec<NavigationItem>) -> NavigationItem {
    NavigationItem {
        title: link.title,
        href: link.href,
        current,
        open: !items.is_empty(),
        items,
    }
}
