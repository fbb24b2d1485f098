//! Relations in the words of both sides, beside a matrix.

use std::collections::BTreeMap;

use super::room::Told;
use crate::model::{Agreement, ClaimId, PartyId};
use crate::site::graphs::network::Network;
use crate::site::here::{Here, encode_anchor};
use crate::site::view::{Link, MatrixRelation};
use crate::site::views::Views;

/// So many items of one side are told.
const MOST_ITEMS: usize = 3;

/// So many characters of one item are told.
const LONGEST: usize = 90;

impl Views<'_> {
    /// Where a matrix tells of a relation.
    pub(super) fn matrix_anchor(&self, agreement: &Agreement) -> String {
        let id = |id: PartyId| self.organisation.party(id).id.as_str();
        format!("rb-{}--{}", id(agreement.consumer), id(agreement.provider))
    }

    /// A relation in the words of both sides.
    pub(super) fn matrix_relation(&self, agreement: &Agreement, here: &Here<'_>) -> MatrixRelation {
        let link = |id: PartyId, claims: &[ClaimId]| {
            let page = self.party_link(id, here);
            let claim = claims
                .first()
                .map(|claim| self.claim_href(self.organisation.claim(*claim), here));
            Link {
                href: claim.or(page.href),
                title: page.title,
            }
        };
        MatrixRelation {
            anchor: self.matrix_anchor(agreement),
            provider: link(agreement.provider, &agreement.delivers),
            consumer: link(agreement.consumer, &agreement.needs),
            state: agreement.state.name(),
            delivers: self.told_briefly(&agreement.delivers),
            needs: self.told_briefly(&agreement.needs),
        }
    }

    fn told_briefly(&self, claims: &[ClaimId]) -> Vec<String> {
        let claims = claims.iter().map(|id| self.organisation.claim(*id));
        let items = claims.flat_map(|claim| {
            let items = self.organisation.entry_of(claim).items.iter();
            let outermost = items.filter(|item| item.depth == 0);
            outermost.map(|item| brief(&self.text(claim.document, &item.text)))
        });
        let mut items: Vec<String> = items.filter(|item| !item.is_empty()).collect();
        if items.len() > MOST_ITEMS {
            items.truncate(MOST_ITEMS);
            items.push(String::from("…"));
        }
        items
    }
}

/// What is told, by consumer and provider in the order of the matrix.
pub(super) fn in_order(order: &[PartyId], network: &Network<'_>, mut told: Told) -> Vec<MatrixRelation> {
    let at: BTreeMap<PartyId, usize> = order.iter().zip(0..).map(|(id, at)| (*id, at)).collect();
    let mut agreements = network.agreements.clone();
    agreements.sort_by_key(|agreement| (at.get(&agreement.consumer), at.get(&agreement.provider)));
    let ends = agreements
        .into_iter()
        .map(|agreement| (agreement.consumer, agreement.provider));
    ends.filter_map(|ends| told.remove(&ends)).collect()
}

/// An anchor as it is written behind a `#`.
pub(super) fn encoded(anchor: &str) -> String {
    let mut out = String::new();
    encode_anchor(&mut out, anchor);
    out
}

fn brief(text: &str) -> String {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => {
            let cut = text[..end].rfind(' ').unwrap_or(end);
            format!("{}…", &text[..cut])
        }
        None => text,
    }
}
