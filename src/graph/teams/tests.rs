//! What readers rely on: what is drawn is complete and reached, what is not is counted.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use scraper::{ElementRef, Html, Selector};

use super::{MOST_TEAMS, TeamFlow, TeamNode, TeamsDrawing, TeamsWords, teams};
use crate::model::{PartyKind, State};

fn team_nodes(count: usize) -> Vec<TeamNode> {
    let one = |number: usize| TeamNode {
        id: format!("team-{number}"),
        title: format!("Team <{number}> & the long words of its own title"),
        href: format!("team-{number}.html?a&b=\"{number}\""),
        kind: if number % 7 == 6 {
            PartyKind::External
        } else {
            PartyKind::Team
        },
        roles: number,
        within: 2 * number,
    };
    (0..count).map(one).collect()
}

/// Flows of uneven weights, every so many teams apart.
fn flows(count: usize, apart: &[usize]) -> Vec<TeamFlow> {
    let one = |(provider, apart): (usize, &usize)| TeamFlow {
        provider,
        consumer: (provider + apart) % count,
        agreements: [provider * apart % 9, provider % 3, apart % 2, 1],
        href: format!("matrix.html#{provider}-{apart}"),
    };
    let pairs = (0..count).flat_map(|provider| apart.iter().map(move |apart| (provider, apart)));
    pairs.map(one).collect()
}

fn drawn(nodes: &[TeamNode], flows: &[TeamFlow]) -> TeamsDrawing {
    let words = TeamsWords {
        title: "Teams & <others>",
        description: &|shown| format!("{} hidden", shown.hidden_flows),
        size: &|team| format!("{} roles", team.roles),
        team: &|team| format!("{}: {} roles", team.title, team.roles),
        flow: &|from, to, flow| format!("{} to {}: {}", from.title, to.title, flow.total()),
        states: &State::ALL.map(|state| state.name().to_owned()),
    };
    teams(nodes, flows, &words)
}

fn select<'a>(html: &'a Html, selector: &str) -> Vec<ElementRef<'a>> {
    html.select(&Selector::parse(selector).unwrap()).collect()
}

#[test]
fn what_is_drawn_and_what_is_not_is_all_there_is() {
    for count in [1, 5, 15, 30, 60, 61, 200] {
        let nodes = team_nodes(count);
        let flows = flows(count, &[1, 2, 5, 7, 11, 13]);
        let proper = || flows.iter().filter(|flow| flow.provider != flow.consumer);
        let TeamsDrawing { svg, shown } = drawn(&nodes, &flows);
        assert_eq!(shown.teams + shown.left_out_teams, count);
        assert_eq!(shown.teams, count.min(MOST_TEAMS));
        let counted = shown.flows + shown.hidden_flows + shown.left_out_flows;
        assert_eq!(counted, proper().count());
        let agreements = shown.agreements + shown.hidden_agreements + shown.left_out_agreements;
        assert_eq!(agreements, proper().map(TeamFlow::total).sum::<usize>());
        assert_eq!(shown.threshold.is_some(), shown.hidden_flows > 0);
        let html = Html::parse_fragment(&svg);
        assert_eq!(select(&html, "a.rb-node").len(), shown.teams);
        assert_eq!(select(&html, "a.rb-edge").len(), shown.flows);
        assert_eq!(
            select(&html, "desc")[0].inner_html(),
            format!("{} hidden", shown.hidden_flows)
        );
        assert!(svg.len() < 120_000, "{count} teams: {} bytes", svg.len());
    }
}

#[test]
fn the_threshold_holds_but_for_the_heaviest_of_a_team() {
    let nodes = team_nodes(40);
    let flows = flows(40, &[1, 2, 5, 7, 11, 13]);
    let TeamsDrawing { svg, shown } = drawn(&nodes, &flows);
    let threshold = shown.threshold.unwrap();
    let html = Html::parse_fragment(&svg);
    let is_drawn = |flow: &TeamFlow| {
        let ends = format!(
            "a[data-from='team-{}'][data-to='team-{}']",
            flow.provider, flow.consumer
        );
        !select(&html, &ends).is_empty()
    };
    let touches = |flow: &TeamFlow, team: usize| flow.provider == team || flow.consumer == team;
    for flow in &flows {
        if flow.total() >= threshold {
            assert!(is_drawn(flow), "{flow:?}");
        } else if is_drawn(flow) {
            let is_heaviest = |team| {
                let own = flows.iter().filter(|other| touches(other, team));
                own.map(TeamFlow::total).max() == Some(flow.total())
            };
            assert!(
                is_heaviest(flow.provider) || is_heaviest(flow.consumer),
                "{flow:?}"
            );
        }
    }
    for team in 0..nodes.len() {
        assert!(
            flows.iter().any(|flow| touches(flow, team) && is_drawn(flow)),
            "{team}"
        );
    }
}

#[test]
fn those_with_most_agreements_are_drawn() {
    let nodes = team_nodes(100);
    let flow = |provider: usize| TeamFlow {
        provider,
        consumer: 99,
        agreements: [provider, 0, 0, 0],
        href: String::new(),
    };
    let flows: Vec<TeamFlow> = (1..99).map(flow).collect();
    let svg = drawn(&nodes, &flows).svg;
    assert!(!svg.contains("data-node=\"team-39\""));
    assert!((40..100).all(|team| svg.contains(&format!("data-node=\"team-{team}\""))));
}

#[test]
fn markup_is_escaped_and_carries_no_style_or_script() {
    let mut nodes = team_nodes(3);
    nodes[0].title = "</title><script>x</script>".to_owned();
    nodes[1].href = "x\"onload=\"y".to_owned();
    let html = Html::parse_fragment(&drawn(&nodes, &flows(3, &[1])).svg);
    assert!(select(&html, "script, style, [style], [onload]").is_empty());
    assert_eq!(select(&html, "a[href='x\"onload=\"y']").len(), 1);
    let svg = select(&html, "svg")[0];
    for name in ["aria-labelledby", "aria-describedby"] {
        let id = format!("[id='{}']", svg.attr(name).unwrap());
        assert_eq!(select(&html, &id).len(), 1);
    }
}

#[test]
fn nonsense_is_not_drawn() {
    let nodes = team_nodes(2);
    let mut flows = flows(2, &[1, 2]);
    flows[0].agreements = [0; 4];
    flows[1].consumer = 9;
    let shown = drawn(&nodes, &flows).shown;
    assert_eq!((shown.teams, shown.flows), (2, 1));
    assert_eq!(drawn(&[], &[]).shown.teams, 0);
}
