//! What can be counted in the graph of the organisation, in plain words.

mod both_ends;
mod figures;
mod paths;
mod ranking;
mod reliance;

use self::ranking::RankedParty;
use self::reliance::Reliances;
use crate::graph::measure::{Strong, sources, ways_through};
use crate::model::{PartyId, PartyKind};
use crate::resolve::counterparts::only_keeper;
use crate::site::address;
use crate::site::here::Here;
use crate::site::view::{AnalysisView, GraphNote, Link, Listed, Ranking};
use crate::site::views::Views;

/// How many rows a list has at most.
const MOST_ROWS: usize = 20;

/// On a role that one person alone keeps, so many rely at least where it is told.
const MANY_DEPENDENTS: usize = 3;

impl Views<'_> {
    /// What templates see as `analysis`.
    pub(crate) fn analysis(&self, here: &Here<'_>) -> AnalysisView {
        let reliances = Reliances::of(self.organisation);
        let strong = Strong::of(&reliances.graph);
        let (cycles, anchors) = self.cycles(&reliances, &strong, here);
        AnalysisView {
            figures: self.figures(here),
            rankings: vec![
                self.relied_on(&reliances, here),
                self.between(&reliances, here),
                self.kept_by_one(&reliances, here),
                self.vacant_but_needed(&reliances, here),
                self.without_relations(here),
            ],
            both_ends: self.names_people().then(|| self.both_ends(here)),
            chains: self.chains(&reliances, &strong, &anchors, here),
            cycles,
        }
    }

    /// The title of the analysis, leading to it.
    pub(super) fn analysis_link(&self, here: &Here<'_>) -> Link {
        Link {
            title: self.words.say("analysis.title", None, &[]),
            href: Some(here.to(&address::site(address::ANALYSIS))),
        }
    }

    /// How many groups of parties rely on each other in circles, which the analysis lists.
    pub(super) fn told_of_cycles(&self, here: &Here<'_>) -> Option<GraphNote> {
        let reliances = Reliances::of(self.organisation);
        let cycles = Strong::of(&reliances.graph).cyclic();
        (cycles > 0).then(|| GraphNote {
            text: self.words.say("graph.cycles", i64::try_from(cycles).ok(), &[]),
            link: Some(self.analysis_link(here)),
        })
    }

    fn relied_on(&self, reliances: &Reliances, here: &Here<'_>) -> Ranking {
        let parties = reliances.dependents.iter().enumerate();
        let parties = parties.map(|(at, number)| RankedParty::new(PartyId::at(at), *number));
        let unit = self.words.say("analysis.dependents", None, &[]);
        self.ranking("relied-on", unit, parties.collect(), here)
    }

    fn between(&self, reliances: &Reliances, here: &Here<'_>) -> Ranking {
        let from = sources(&reliances.graph);
        let shares = ways_through(&reliances.graph, &from.nodes);
        let out_of = ranking::round_number(shares.iter().copied().max().unwrap_or_default());
        let parties = shares.into_iter().enumerate();
        let parties =
            parties.map(|(at, share)| RankedParty::new(PartyId::at(at), ranking::out_of(share, out_of)));
        let unit = self
            .words
            .say("analysis.ways", None, &[("number", &out_of.to_string())]);
        let ranking = self.ranking("between", unit, parties.collect(), here);
        if from.nodes.len() == from.all {
            return ranking;
        }
        let (some, all) = (from.nodes.len().to_string(), from.all.to_string());
        let values = [("some", some.as_str()), ("all", all.as_str())];
        let sampled = self.words.say("analysis.between-sampled", None, &values);
        Ranking {
            explained: format!("{} {sampled}", ranking.explained),
            source: self.words.say("analysis.between-sampled-source", None, &[]),
            ..ranking
        }
    }

    fn kept_by_one(&self, reliances: &Reliances, here: &Here<'_>) -> Ranking {
        let much_needed = self.roles().filter_map(|id| {
            let dependents = reliances.dependents[id.index()];
            let is_needed = dependents >= MANY_DEPENDENTS;
            let person = is_needed.then(|| only_keeper(self.organisation, self.organisation.party(id)))??;
            let keeper = self.names_people().then(|| self.person_link(person, here));
            Some(RankedParty::new(id, dependents).kept_by(keeper))
        });
        let unit = self.words.say("analysis.dependents", None, &[]);
        Ranking {
            has_keepers: self.names_people(),
            ..self.ranking("single-keeper", unit, much_needed.collect(), here)
        }
    }

    fn vacant_but_needed(&self, reliances: &Reliances, here: &Here<'_>) -> Ranking {
        let vacant = self.roles().filter(|id| self.organisation.party(*id).is_vacant());
        let vacant = vacant.map(|id| RankedParty::new(id, reliances.dependents[id.index()]));
        let unit = self.words.say("analysis.dependents", None, &[]);
        self.ranking("vacant", unit, vacant.collect(), here)
    }

    fn without_relations(&self, here: &Here<'_>) -> Ranking {
        let isolated = self.roles().filter(|id| {
            let role = self.organisation.party(*id);
            role.provides.is_empty() && role.consumes.is_empty()
        });
        self.unranked("isolated", isolated.collect(), here)
    }

    /// All roles, by number.
    fn roles(&self) -> impl Iterator<Item = PartyId> {
        let parties = self.organisation.parties.iter().enumerate();
        let roles = parties.filter(|(_, party)| party.kind == PartyKind::Role);
        roles.map(|(at, _)| PartyId::at(at))
    }
}

/// The first of many, as something else.
fn listed<S, T>(mut all: Vec<S>, make: impl Fn(S) -> T) -> Listed<T> {
    let more = all.len().saturating_sub(MOST_ROWS);
    all.truncate(MOST_ROWS);
    Listed {
        rows: all.into_iter().map(make).collect(),
        more,
    }
}
