//! Agreements: both ends' claims on one relation, held together.

use std::collections::BTreeMap;

use super::order::Ranks;
use crate::model::{Agreement, AgreementId, Claim, ClaimId, Direction, Party, PartyId, PartyKind, State};

/// Holds the claims together, by provider and consumer.
pub(super) fn agreements(parties: &[Party], claims: &[Claim]) -> Vec<Agreement> {
    let mut ends: BTreeMap<(PartyId, PartyId), (Vec<ClaimId>, Vec<ClaimId>)> = BTreeMap::new();
    for (id, claim) in (0..).map(ClaimId).zip(claims) {
        let (delivers, needs) = ends.entry((claim.provider(), claim.consumer())).or_default();
        match claim.direction {
            Direction::Delivers => delivers.push(id),
            Direction::Needs => needs.push(id),
        }
    }
    let is_outside = |id: PartyId| parties[id.index()].kind == PartyKind::External;
    let all = ends
        .into_iter()
        .map(|((provider, consumer), (delivers, needs))| Agreement {
            provider,
            consumer,
            state: match (delivers.is_empty(), needs.is_empty()) {
                _ if is_outside(provider) || is_outside(consumer) => State::External,
                (false, false) => State::Mutual,
                (true, _) => State::Expected,
                (false, true) => State::Offered,
            },
            delivers,
            needs,
        });
    all.collect()
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
