//! The terms of the glossary that a page uses, explained on the page itself.

use super::here::Here;
use super::page::Page;
use super::view::{Explained, Link};
use super::views::Views;
use crate::model::{DocumentId, Node, TermId};

impl Views<'_> {
    /// The terms that a page refers to, in the order in which it first does; none on the glossary, which explains all.
    pub(super) fn terms_on(&self, page: Page, here: &Here<'_>) -> Vec<Explained> {
        let document = match page {
            Page::Glossary(_) => None,
            Page::Start(role, _) => Some(self.organisation.party(role).document),
            _ => self.document_of_page(page),
        };
        document.map_or_else(Vec::new, |id| self.terms_of(id, here))
    }

    fn terms_of(&self, document: DocumentId, here: &Here<'_>) -> Vec<Explained> {
        let mut terms: Vec<TermId> = Vec::new();
        for target in &self.organisation.links_of(document).targets {
            if let Node::Term(term) = target.node
                && !terms.contains(&term)
            {
                terms.push(term);
            }
        }
        terms.into_iter().map(|id| self.explained(id, here)).collect()
    }

    fn explained(&self, id: TermId, here: &Here<'_>) -> Explained {
        let term = self.organisation.term(id);
        let entry = self.organisation.document(term.document).terms.get(term.entry);
        let title = entry.map(|entry| self.text(term.document, &entry.title.text));
        Explained {
            term: Link {
                title: title.unwrap_or_default(),
                href: Some(self.term_href(id, here)),
            },
            meaning: self.meanings.get(id.index()).cloned().unwrap_or_default(),
        }
    }
}
