//! The ordinary pages by folder.

use std::collections::BTreeMap;
use std::iter::successors;

use super::address::{self, Addresses};
use crate::model::{DocumentId, DocumentKind, Organisation};
use crate::text::readable;

/// The folders whose own pages are lists of the organisation's.
pub(super) const LISTS: [&str; 4] = ["roles", "teams", "external", "people"];

/// Up to how many pages all of them are shown.
const FEW: usize = 40;

/// The ordinary pages by folder, in the order in which they are shown.
#[derive(Clone, Debug, Default)]
pub(crate) struct PageTree {
    /// The first is the root: the home page.
    pub(super) nodes: Vec<Branch>,
    of_document: BTreeMap<DocumentId, usize>,
    /// The nodes of [`LISTS`]; they are not among the root's children.
    pub(super) lists: [Option<usize>; 4],
}

/// A folder or a page.
#[derive(Clone, Debug, Default)]
pub(super) struct Branch {
    pub(super) title: String,
    pub(super) document: Option<DocumentId>,
    order: Option<i64>,
    parent: usize,
    /// Its place among its parent's children.
    position: usize,
    pub(super) children: Vec<usize>,
}

impl PageTree {
    /// The tree of all ordinary pages.
    pub(crate) fn of(organisation: &Organisation, addresses: &Addresses) -> Self {
        let mut tree = Self {
            nodes: vec![Branch::default()],
            ..Self::default()
        };
        let mut folders: BTreeMap<String, usize> = BTreeMap::from([(String::new(), 0)]);
        for page in organisation.pages.iter() {
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
            for (position, child) in children.iter().enumerate() {
                self.nodes[*child].position = position;
            }
            self.nodes[at].children = children;
        }
    }

    /// Whether there are so few pages that all can be shown at once.
    pub(super) fn is_small(&self) -> bool {
        self.of_document.len() <= FEW
    }

    /// The node of a document and those above it, from the top; the root is not among them.
    pub(super) fn branch(&self, document: DocumentId) -> Vec<usize> {
        let mut branch = Vec::new();
        let mut at = self.of_document.get(&document).copied().unwrap_or(0);
        while at != 0 {
            branch.push(at);
            at = self.nodes[at].parent;
        }
        branch.reverse();
        branch
    }

    /// Where `node` stands among the children of `parent`, if it is one of them.
    pub(super) fn position(&self, node: usize, parent: usize) -> Option<usize> {
        let branch = &self.nodes[node];
        (branch.parent == parent).then_some(branch.position)
    }

    /// A folder's page, or else the first below it, so that what is in it can be reached.
    pub(super) fn first_page(&self, folder: usize) -> Option<DocumentId> {
        let mut nodes = successors(Some(folder), |node| self.nodes[*node].children.first().copied());
        nodes.find_map(|node| self.nodes[node].document)
    }

    /// The pages before and after a document in its folder.
    pub(super) fn around(&self, document: DocumentId) -> (Option<DocumentId>, Option<DocumentId>) {
        let Some(node) = self.of_document.get(&document).copied().filter(|node| *node != 0) else {
            return (None, None);
        };
        let siblings = &self.nodes[self.nodes[node].parent].children;
        let at = self.nodes[node].position;
        let page = |node: &usize| self.nodes[*node].document;
        (
            siblings.iter().take(at).rev().find_map(page),
            siblings.iter().skip(at + 1).find_map(page),
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
