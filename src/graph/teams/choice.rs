//! Which teams and flows are drawn.

use std::cmp::Reverse;

use super::{MOST_TEAMS, TeamFlow, TeamsShown};

/// Flows that stay readable, however few teams.
const FEW_FLOWS: usize = 40;

/// The positions of what is drawn, in their order.
pub(super) struct Choice {
    pub(super) teams: Vec<usize>,
    pub(super) flows: Vec<usize>,
    pub(super) shown: TeamsShown,
}

impl Choice {
    /// At most [`MOST_TEAMS`] teams, and three flows for two teams, the heaviest, but the heaviest of each team
    /// in any case.
    pub(super) fn new(count: usize, flows: &[TeamFlow]) -> Self {
        let is_flow = |flow: &TeamFlow| {
            flow.provider != flow.consumer && flow.provider.max(flow.consumer) < count && flow.total() > 0
        };
        let all: Vec<usize> = (0..flows.len()).filter(|at| is_flow(&flows[*at])).collect();
        let teams = heaviest_teams(count, flows, &all);
        let is_drawn = |team| teams.binary_search(team).is_ok();
        let (near, far): (Vec<usize>, Vec<usize>) = all
            .iter()
            .partition(|at| is_drawn(&flows[**at].provider) && is_drawn(&flows[**at].consumer));
        let threshold = threshold(flows, &near, FEW_FLOWS.max(teams.len() * 3 / 2));
        let kept = kept(count, flows, &near, threshold);
        let agreements = |these: &[usize]| these.iter().map(|at| flows[*at].total()).sum::<usize>();
        let shown = TeamsShown {
            teams: teams.len(),
            flows: kept.len(),
            agreements: agreements(&kept),
            threshold: (kept.len() < near.len()).then_some(threshold),
            hidden_flows: near.len() - kept.len(),
            hidden_agreements: agreements(&near) - agreements(&kept),
            left_out_teams: count - teams.len(),
            left_out_flows: far.len(),
            left_out_agreements: agreements(&far),
        };
        Self {
            teams,
            flows: kept,
            shown,
        }
    }
}

/// Those with most agreements with others.
fn heaviest_teams(count: usize, flows: &[TeamFlow], all: &[usize]) -> Vec<usize> {
    let mut weights = vec![0; count];
    for flow in all.iter().map(|at| &flows[*at]) {
        weights[flow.provider] += flow.total();
        weights[flow.consumer] += flow.total();
    }
    let mut teams: Vec<usize> = (0..count).collect();
    teams.sort_by_key(|team| Reverse(weights[*team]));
    teams.truncate(MOST_TEAMS);
    teams.sort_unstable();
    teams
}

/// The least number of agreements of which there are no more flows than `most`.
fn threshold(flows: &[TeamFlow], near: &[usize], most: usize) -> usize {
    let mut totals: Vec<usize> = near.iter().map(|at| flows[*at].total()).collect();
    totals.sort_unstable_by_key(|total| Reverse(*total));
    totals.get(most).map_or(0, |first_hidden| first_hidden + 1)
}

/// Those of so many agreements, and the heaviest of each team.
fn kept(count: usize, flows: &[TeamFlow], near: &[usize], threshold: usize) -> Vec<usize> {
    let mut heaviest: Vec<Option<usize>> = vec![None; count];
    for at in near {
        for team in [flows[*at].provider, flows[*at].consumer] {
            let best = heaviest[team].map_or(0, |best| flows[best].total());
            if flows[*at].total() > best {
                heaviest[team] = Some(*at);
            }
        }
    }
    let is_heaviest = |at: usize| {
        let ends = [flows[at].provider, flows[at].consumer];
        ends.iter().any(|team| heaviest[*team] == Some(at))
    };
    let kept = near.iter().copied();
    kept.filter(|at| flows[*at].total() >= threshold || is_heaviest(*at))
        .collect()
}
