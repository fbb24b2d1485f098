//! The sets of `[groups]`: parties by kind and tag.

use super::census::Census;
use super::order::Ranks;
use crate::model::{Group, Party, PartyId};

/// All sets, by id, with their members by title.
pub(super) fn groups(census: &Census<'_>, parties: &[Party], ranks: &Ranks) -> Vec<Group> {
    let group = |rule: &&crate::config::GroupRule| {
        let of_kind = |party: &Party| rule.kind.is_none_or(|kind| party.kind == kind);
        let tagged = |party: &Party| rule.tag.as_ref().is_none_or(|tag| party.tags.contains(tag));
        let numbered = (0..).map(PartyId).zip(parties);
        let within = numbered.filter(|(_, party)| of_kind(party) && tagged(party));
        let mut members: Vec<PartyId> = within.map(|(id, _)| id).collect();
        ranks.sort(&mut members);
        Group {
            id: rule.id.clone(),
            title: rule.title.clone(),
            members,
        }
    };
    census.groups.iter().map(group).collect()
}
