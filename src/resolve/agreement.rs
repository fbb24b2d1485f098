//! Agreements: both ends' claims on one relation, held together.

use super::order::Ranks;
use crate::model::{Agreement, AgreementId, Claim, ClaimId, Direction, Party, PartyId, PartyKind, State};

/// Holds the claims together, by provider and consumer.
pub(super) fn agreements(parties: &[Party], claims: &[Claim]) -> Vec<Agreement> {
    let ends = |claim: &Claim| (claim.provider(), claim.consumer());
    let mut order: Vec<((PartyId, PartyId), ClaimId)> = (0..)
        .map(ClaimId)
        .zip(claims)
        .map(|(id, claim)| (ends(claim), id))
        .collect();
    order.sort_unstable();
    let same_relation = order.chunk_by(|(a, _), (b, _)| a == b);
    same_relation
        .filter_map(|group| {
            let ((provider, consumer), _) = *group.first()?;
            let of = |direction| {
                let ids = group.iter().map(|(_, id)| *id);
                ids.filter(|id| claims[id.index()].direction == direction)
                    .collect()
            };
            let (delivers, needs): (Vec<_>, Vec<_>) = (of(Direction::Delivers), of(Direction::Needs));
            let is_outside = |id: PartyId| parties[id.index()].kind == PartyKind::External;
            let state = match (delivers.is_empty(), needs.is_empty()) {
                _ if is_outside(provider) || is_outside(consumer) => State::External,
                (false, false) => State::Mutual,
                (true, _) => State::Expected,
                (false, true) => State::Offered,
            };
            Some(Agreement {
                provider,
                consumer,
                state,
                delivers,
                needs,
            })
        })
        .collect()
}

/// Tells each party of its agreements, by the other end's title.
pub(super) fn tell(parties: &mut [Party], ranks: &Ranks, agreements: &[Agreement]) {
    for (id, agreement) in (0..).map(AgreementId).zip(agreements) {
        parties[agreement.provider.index()].provides.push(id);
        parties[agreement.consumer.index()].consumes.push(id);
    }
    for party in parties {
        party
            .provides
            .sort_by_key(|id| ranks.of(agreements[id.index()].consumer));
        party
            .consumes
            .sort_by_key(|id| ranks.of(agreements[id.index()].provider));
    }
}
