//! The terms of a glossary in two languages.

use std::collections::BTreeSet;

use super::graft::Graft;
use super::names::Names;
use super::tell::Teller;
use crate::model::{Document, DocumentId, TermEntry};
use crate::text::normal;

/// Gives the terms of `laid` the names and addresses that they have in the original, and puts those in that are missing.
///
/// Terms that share a name are the same; the others are in the order of writing, where there are as many.
pub(super) fn complete(
    (id, original): (DocumentId, &Document),
    names: &Names<'_>,
    graft: &mut Graft<'_>,
    laid: &mut Document,
    teller: &mut Teller<'_>,
) {
    let mut partners: Vec<Option<usize>> = vec![None; original.terms.len()];
    let mut free: BTreeSet<usize> = (0..laid.terms.len()).collect();
    for (partner, term) in partners.iter_mut().zip(&original.terms) {
        *partner = free
            .iter()
            .copied()
            .find(|at| share_a_name(term, &laid.terms[*at]));
        if let Some(at) = partner {
            free.remove(at);
        }
    }
    let single = partners.iter().filter(|partner| partner.is_none()).count();
    if single == free.len() {
        let open = partners.iter_mut().filter(|partner| partner.is_none());
        open.zip(free).for_each(|(partner, at)| *partner = Some(at));
    }
    for (at, term) in laid.terms.iter_mut().enumerate() {
        let others = || {
            original
                .terms
                .iter()
                .zip(&partners)
                .filter(|(_, partner)| **partner != Some(at))
        };
        term.names.retain(|name| {
            let is_of_other =
                others().any(|(other, _)| other.names.iter().any(|known| normal(known) == normal(name)));
            !is_of_other && !names.is_taken(name, id)
        });
    }
    for (term, partner) in original.terms.iter().zip(partners) {
        if let Some(at) = partner {
            adopt_names(&mut laid.terms, at, term);
        } else {
            let start = laid.terms.last().map_or(0, |last| last.span.start);
            let grafted = graft.term(term, start, laid);
            teller.missing_term(laid.source, term);
            laid.terms.push(grafted);
        }
    }
}

fn share_a_name(ours: &TermEntry, theirs: &TermEntry) -> bool {
    let names: Vec<String> = ours.names.iter().map(|name| normal(name)).collect();
    theirs.names.iter().any(|name| names.contains(&normal(name)))
}

/// Calls the term at `at` as the original's `term` is called too, but where another has that name.
fn adopt_names(terms: &mut [TermEntry], at: usize, term: &TermEntry) {
    let is_known = |name: &String| {
        let mut known = terms.iter().flat_map(|term| &term.names);
        known.any(|known| normal(known) == normal(name))
    };
    let more: Vec<String> = term
        .names
        .iter()
        .filter(|name| !is_known(name))
        .cloned()
        .collect();
    terms[at].names.extend(more);
    terms[at].anchor.clone_from(&term.anchor);
}
