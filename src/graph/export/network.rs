//! What is exported: parties and agreements as plain data, and how teams stand within teams.

use std::collections::BTreeMap;

use crate::model::{PartyKind, State};

/// The graph of an organisation. It holds no people.
#[derive(Clone, Debug, Default)]
pub(crate) struct Network<'n> {
    /// The handbook's title.
    pub(crate) title: &'n str,
    /// Roles, teams and external parties, by id.
    pub(crate) parties: Vec<NetworkParty<'n>>,
    /// What they provide to each other, by provider and consumer.
    pub(crate) agreements: Vec<NetworkAgreement<'n>>,
}

/// A node.
#[derive(Clone, Debug)]
pub(crate) struct NetworkParty<'n> {
    /// Its id; no two are equal.
    pub(crate) id: &'n str,
    /// What it is.
    pub(crate) kind: PartyKind,
    /// Its title.
    pub(crate) title: &'n str,
    /// Its page: absolute, or relative to the site's root.
    pub(crate) url: String,
    /// The id of the team it lives in.
    pub(crate) team: Option<&'n str>,
    /// Its tags.
    pub(crate) tags: &'n [String],
    /// Whether it is a role that nobody keeps, in whole or in part.
    pub(crate) vacant: bool,
}

/// An edge, from who provides to who consumes.
#[derive(Clone, Debug)]
pub(crate) struct NetworkAgreement<'n> {
    /// The id of the party that provides.
    pub(crate) provider: &'n str,
    /// The id of the party that consumes.
    pub(crate) consumer: &'n str,
    /// Whether both say so.
    pub(crate) state: State,
    /// How many items the provider says it delivers.
    pub(crate) deliverables: usize,
    /// How many items the consumer says it needs.
    pub(crate) needs: usize,
    /// What the provider writes around the consumer's name.
    pub(crate) provider_qualifiers: Vec<String>,
    /// What the consumer writes around the provider's name.
    pub(crate) consumer_qualifiers: Vec<String>,
}

impl NetworkAgreement<'_> {
    /// Both numbers of items, as an edge's label.
    pub(super) fn label(&self) -> String {
        format!("{}/{}", self.deliverables, self.needs)
    }
}

/// How parties stand within teams: who is in no team, and who is in each.
///
/// Where teams are within each other in a circle, the first of them is taken to be in no team: every party stands in one place.
pub(super) struct Nesting<'n> {
    /// Those who are in no team.
    pub(super) outside: Vec<&'n NetworkParty<'n>>,
    inside: BTreeMap<&'n str, Vec<&'n NetworkParty<'n>>>,
}

impl<'n> Nesting<'n> {
    pub(super) fn of(network: &'n Network<'n>) -> Self {
        let mut team_of: BTreeMap<&str, &str> = BTreeMap::new();
        let teams = network
            .parties
            .iter()
            .filter(|party| party.kind == PartyKind::Team);
        let known: BTreeMap<&str, Option<&str>> = teams.map(|team| (team.id, team.team)).collect();
        for party in &network.parties {
            if let Some(team) = party.team.filter(|team| known.contains_key(team)) {
                team_of.insert(party.id, team);
            }
        }
        for id in known.keys() {
            if is_within_itself(id, &team_of) {
                team_of.remove(id);
            }
        }
        let mut nesting = Self {
            outside: Vec::new(),
            inside: BTreeMap::new(),
        };
        for party in &network.parties {
            match team_of.get(party.id) {
                Some(team) => nesting.inside.entry(team).or_default().push(party),
                None => nesting.outside.push(party),
            }
        }
        nesting
    }

    /// Who is directly in that team, by id.
    pub(super) fn members(&self, team: &str) -> &[&'n NetworkParty<'n>] {
        self.inside.get(team).map_or(&[], Vec::as_slice)
    }
}

fn is_within_itself<'n>(id: &'n str, team_of: &BTreeMap<&'n str, &'n str>) -> bool {
    let mut at = id;
    // A way longer than there are parties goes round in a circle that `id` only leads to.
    for _ in 0..team_of.len() {
        match team_of.get(at) {
            Some(team) if *team == id => return true,
            Some(team) => at = team,
            None => return false,
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::super::cases::{member, network};
    use super::{Nesting, NetworkParty};
    use crate::model::PartyKind;

    #[test]
    fn every_party_stands_in_one_place_even_where_teams_are_within_themselves() {
        let team = |id, within| member(id, PartyKind::Team, within);
        let parties = vec![
            team("a", Some("b")),
            team("b", Some("c")),
            team("c", Some("a")),
            team("d", Some("d")),
            team("e", Some("a")),
            team("f", None),
            member("r", PartyKind::Role, Some("f")),
            member("s", PartyKind::Role, Some("nowhere")),
            member("t", PartyKind::Role, Some("r")),
        ];
        let network = network(parties, Vec::new());
        let nesting = Nesting::of(&network);
        let ids = |parties: &[&NetworkParty<'_>]| -> Vec<String> {
            parties.iter().map(|party| party.id.to_string()).collect()
        };
        assert_eq!(ids(&nesting.outside), ["a", "d", "f", "s", "t"]);
        assert_eq!(ids(nesting.members("a")), ["c", "e"]);
        assert_eq!(ids(nesting.members("c")), ["b"]);
        assert_eq!(ids(nesting.members("f")), ["r"]);
        assert!(nesting.members("b").is_empty() && nesting.members("d").is_empty());
    }
}
