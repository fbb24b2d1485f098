//! The organisation as a graph for other programs.

use super::address;
use super::here::Here;
use super::views::Views;
use crate::graph::export::{Network, NetworkAgreement, NetworkParty};
use crate::model::{Agreement, ClaimId, PartyId};

impl Views<'_> {
    /// The graph of the organisation. Links are absolute where the handbook's address is known, else relative to the site's root.
    pub(crate) fn network(&self) -> Network<'_> {
        let home = address::site(address::HOME);
        let here = Here::anywhere(&home, self.config.base_url.as_deref());
        let parties = (0..self.organisation.parties.len()).map(PartyId::at);
        let agreements = self.organisation.agreements.iter();
        Network {
            title: &self.config.title,
            parties: parties.map(|id| self.network_party(id, &here)).collect(),
            agreements: agreements
                .map(|agreement| self.network_agreement(agreement))
                .collect(),
        }
    }

    fn network_party(&self, id: PartyId, here: &Here<'_>) -> NetworkParty<'_> {
        let party = self.organisation.party(id);
        NetworkParty {
            id: &party.id,
            kind: party.kind,
            title: &party.title,
            url: here.to(self.site.addresses.party(self.organisation, id)),
            team: party.team.map(|team| self.id_of(team)),
            tags: &party.tags,
            vacant: party.is_vacant(),
        }
    }

    fn network_agreement(&self, agreement: &Agreement) -> NetworkAgreement<'_> {
        NetworkAgreement {
            provider: self.id_of(agreement.provider),
            consumer: self.id_of(agreement.consumer),
            state: agreement.state,
            deliverables: self.number_of_items(&agreement.delivers),
            needs: self.number_of_items(&agreement.needs),
            provider_qualifiers: self.qualifiers(&agreement.delivers),
            consumer_qualifiers: self.qualifiers(&agreement.needs),
        }
    }

    fn id_of(&self, party: PartyId) -> &str {
        &self.organisation.party(party).id
    }

    /// How many items claims have, not counting those within items.
    pub(super) fn number_of_items(&self, claims: &[ClaimId]) -> usize {
        let items = claims.iter().map(|id| {
            let entry = self.organisation.entry_of(self.organisation.claim(*id));
            entry.items.iter().filter(|item| item.depth == 0).count()
        });
        items.sum()
    }

    /// What stands around the other's name in claims, where anything does.
    pub(crate) fn qualifiers(&self, claims: &[ClaimId]) -> Vec<String> {
        let qualifiers = claims
            .iter()
            .map(|id| self.qualifier(self.organisation.claim(*id)));
        qualifiers.filter(|qualifier| !qualifier.is_empty()).collect()
    }
}
