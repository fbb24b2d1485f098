//! Parties and relations as drawings take them.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{Agreement, AgreementId, Direction, Organisation, PartyId, PartyKind};

/// Parties and the relations between them.
pub(super) struct Network<'a> {
    pub(super) organisation: &'a Organisation,
    /// All roles, and the teams and external parties that stand in the relations; by number.
    pub(super) parties: Vec<PartyId>,
    /// The relations, by provider and consumer.
    pub(super) agreements: Vec<&'a Agreement>,
}

impl<'a> Network<'a> {
    /// The relations that one end tells of: what is needed, or what is delivered.
    pub(super) fn told_by(organisation: &'a Organisation, end: Direction) -> Self {
        let agreements = organisation.agreements.iter();
        let told = agreements.filter(|agreement| !agreement.claims(end).is_empty());
        Self::of(organisation, told.collect())
    }

    /// All relations.
    pub(super) fn whole(organisation: &'a Organisation) -> Self {
        Self::of(organisation, organisation.agreements.iter().collect())
    }

    /// The relations of `roles`, and the parties in them.
    pub(super) fn around(organisation: &'a Organisation, roles: &[PartyId]) -> Self {
        let of = |id: &PartyId| organisation.party(*id).relations().map(|(_, id)| id);
        let agreements: BTreeSet<AgreementId> = roles.iter().flat_map(of).collect();
        let agreements: Vec<&Agreement> = agreements
            .into_iter()
            .map(|id| organisation.agreement(id))
            .collect();
        let ends = |agreement: &&Agreement| [agreement.provider, agreement.consumer];
        let parties: BTreeSet<PartyId> = agreements
            .iter()
            .flat_map(ends)
            .chain(roles.iter().copied())
            .collect();
        Self {
            organisation,
            parties: parties.into_iter().collect(),
            agreements,
        }
    }

    fn of(organisation: &'a Organisation, agreements: Vec<&'a Agreement>) -> Self {
        let parties = organisation.parties.iter().enumerate();
        let roles = parties.filter(|(_, party)| party.kind == PartyKind::Role);
        let roles = roles.map(|(at, _)| PartyId::at(at));
        let ends = |agreement: &&Agreement| [agreement.provider, agreement.consumer];
        let parties: BTreeSet<PartyId> = agreements.iter().flat_map(ends).chain(roles).collect();
        Self {
            organisation,
            parties: parties.into_iter().collect(),
            agreements,
        }
    }

    /// Where each party stands among the parties.
    pub(super) fn positions(&self) -> BTreeMap<PartyId, usize> {
        let parties = self.parties.iter().enumerate();
        parties.map(|(at, id)| (*id, at)).collect()
    }

    /// The team with which a party is drawn: a team with itself, others where they live.
    pub(super) fn team_of(&self, id: PartyId) -> Option<PartyId> {
        let party = self.organisation.party(id);
        match party.kind {
            PartyKind::Team => Some(id),
            PartyKind::Role | PartyKind::External => party.team,
        }
    }

    /// The teams with which the parties are drawn, and those above them; by number.
    pub(super) fn teams(&self) -> Vec<PartyId> {
        let mut teams = BTreeSet::new();
        for id in &self.parties {
            let mut at = self.team_of(*id);
            // Delegation may go round in a circle.
            while let Some(team) = at.filter(|team| teams.insert(*team)) {
                at = self.organisation.party(team).team;
            }
        }
        teams.into_iter().collect()
    }

    /// The relations by the party that is that end of them.
    pub(super) fn by(&self, end: Direction) -> BTreeMap<PartyId, Vec<&'a Agreement>> {
        let mut by: BTreeMap<PartyId, Vec<&'a Agreement>> = BTreeMap::new();
        for agreement in &self.agreements {
            by.entry(agreement.party(end)).or_default().push(agreement);
        }
        by
    }
}
