//! What the pages of graphs show around their drawings.

use super::{Graph, has_analysis, has_graph, offered};
use crate::graph::export;
use crate::model::{Direction, PartyId};
use crate::site::address;
use crate::site::here::Here;
use crate::site::view::{GraphCard, GraphView, GraphsView, Link};
use crate::site::views::Views;

impl Views<'_> {
    /// What templates see as `graphs`.
    pub(crate) fn graphs(&self, here: &Here<'_>) -> GraphsView {
        let offered = offered(self.organisation);
        let whole = offered.iter().filter(|graph| !matches!(graph, Graph::Team(_)));
        let cards = whole.map(|graph| GraphCard {
            graph: self.graph_link(*graph, here),
            explained: self.graph_explained(*graph),
        });
        let has_matrix = !self.organisation.agreements.is_empty();
        let matrix = has_matrix.then(|| GraphCard {
            graph: self.matrix_link(None, here),
            explained: self.matrix_explained(None),
        });
        let analysis = has_analysis(self.organisation).then(|| GraphCard {
            graph: self.analysis_link(here),
            explained: self.words.say("analysis.explained", None, &[]),
        });
        GraphsView {
            graphs: cards.chain(matrix).chain(analysis).collect(),
            teams: self.team_graphs(&offered, here),
            files: export::FORMATS
                .iter()
                .map(|format| Link {
                    title: format.file.to_owned(),
                    href: Some(here.to_shared(&address::site(format.file))),
                })
                .collect(),
        }
    }

    /// What templates see as `graph`.
    pub(crate) fn graph(&self, graph: Graph, here: &Here<'_>) -> GraphView {
        self.fit(self.whole_graph(graph, here), here)
    }

    /// The same with everything, however heavy.
    fn whole_graph(&self, graph: Graph, here: &Here<'_>) -> GraphView {
        match graph {
            Graph::Dependencies => self.map(graph, Direction::Needs, here),
            Graph::Stakeholders => self.map(graph, Direction::Delivers, here),
            Graph::Teams => self.between_teams(here),
            Graph::Team(team) => self.within_team(team, here),
            Graph::Delegation => self.delegation(here),
        }
    }

    /// The drawing alone; none where the organisation has no such graph.
    pub(in crate::site) fn drawing(&self, graph: Graph, here: &Here<'_>) -> Option<String> {
        let is_offered = match graph {
            Graph::Team(team) => has_graph(self.organisation, team),
            _ => offered(self.organisation).contains(&graph),
        };
        is_offered.then(|| self.whole_graph(graph, here).svg_html)
    }

    /// Such a page without anything on it.
    pub(super) fn graph_page(&self, graph: Graph) -> GraphView {
        GraphView {
            name: graph.name(),
            explained: self.graph_explained(graph),
            svg_html: String::new(),
            notes: Vec::new(),
            teams: Vec::new(),
            states: Vec::new(),
            relations: Vec::new(),
            tree: Vec::new(),
            further: Vec::new(),
        }
    }

    /// Leads to the page of all graphs.
    pub(in crate::site) fn graphs_link(&self, here: &Here<'_>) -> Link {
        Link {
            title: self.words.say("nav.graphs", None, &[]),
            href: Some(here.to(&address::site(address::GRAPHS))),
        }
    }

    /// A graph's title, leading to its page.
    pub(in crate::site) fn graph_link(&self, graph: Graph, here: &Here<'_>) -> Link {
        Link {
            title: self.graph_title(graph),
            href: Some(here.to(&address::graph(self.organisation, graph))),
        }
    }

    /// A team's own graph, where it has one.
    pub(in crate::site) fn graph_of(&self, party: PartyId, here: &Here<'_>) -> Option<Link> {
        let graph = Graph::Team(party);
        let is_offered = has_graph(self.organisation, party);
        is_offered.then(|| self.graph_link(graph, here))
    }

    /// What a graph is called.
    pub(in crate::site) fn graph_title(&self, graph: Graph) -> String {
        self.of_graph("title", graph)
    }

    /// What a graph shows.
    pub(in crate::site) fn graph_explained(&self, graph: Graph) -> String {
        self.of_graph("explained", graph)
    }

    fn of_graph(&self, what: &str, graph: Graph) -> String {
        let name = match graph {
            Graph::Team(team) => self.organisation.party(team).title.as_str(),
            _ => self.config.title.as_str(),
        };
        let key = format!("graph.{}-{what}", graph.name());
        self.words.say(&key, None, &[("name", name)])
    }

    /// The teams' titles, leading to their own graphs; by title.
    pub(super) fn team_graphs(&self, graphs: &[Graph], here: &Here<'_>) -> Vec<Link> {
        let links = graphs.iter().filter_map(|graph| match graph {
            Graph::Team(team) => Some(Link {
                title: self.organisation.party(*team).title.clone(),
                ..self.graph_link(*graph, here)
            }),
            _ => None,
        });
        let mut links: Vec<Link> = links.collect();
        links.sort_by_cached_key(|link| (link.title.to_lowercase(), link.href.clone()));
        links
    }
}
