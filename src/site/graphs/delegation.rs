//! The delegation map: who delegated what, as circles within circles and as a tree.

use std::collections::BTreeMap;

use super::Graph;
use super::lineage::Lineage;
use super::room::room_beside;
use crate::graph::{CircleWords, Delegated, circles};
use crate::model::{PartyId, PartyKind};
use crate::site::here::Here;
use crate::site::view::{GraphTeam, GraphView, TreeRow};
use crate::site::views::Views;

/// Lists are within each other so deep at most; what lies deeper is listed at that depth.
const DEEPEST: usize = 24;

/// What stands around the name in a line of the tree, in each remark on it, around the name of a further delegator.
const LINE: usize = 90;
const REMARK: usize = 50;
const ALSO: usize = 40;

/// Who stands below whom.
struct Tree<'a> {
    lineage: &'a Lineage,
    below: BTreeMap<Option<PartyId>, Vec<PartyId>>,
}

/// A line of the tree, and how deep it stands.
type Line = (usize, TreeRow);

impl Views<'_> {
    /// The page of the delegation map.
    pub(super) fn delegation(&self, here: &Here<'_>) -> GraphView {
        let lineage = Lineage::of(self.organisation);
        let tree = Tree {
            below: lineage.below(self.organisation),
            lineage: &lineage,
        };
        let svg_html = self.circles(&lineage, here);
        let teams = self.teams_in(lineage.parents.keys().copied());
        let (lines, unlisted) = self.lines_that_fit(&tree, room_beside(&svg_html, &teams), here);
        let note = || self.note_of("graph.unlisted-parties", unlisted, None);
        GraphView {
            svg_html,
            notes: (unlisted > 0).then(note).into_iter().collect(),
            teams,
            tree: nested(lines),
            ..self.graph_page(Graph::Delegation)
        }
    }

    fn circles(&self, lineage: &Lineage, here: &Here<'_>) -> String {
        let parents = &lineage.parents;
        let at: BTreeMap<PartyId, usize> = (0..).zip(parents.keys()).map(|(at, id)| (*id, at)).collect();
        let all = parents.iter().map(|(id, parent)| {
            let party = self.organisation.party(*id);
            let team = match party.kind {
                PartyKind::Team => Some(*id),
                PartyKind::Role | PartyKind::External => party.team,
            };
            // Only where there are several delegators is a circle marked.
            let first = usize::from(!lineage.is_by_parent(*id));
            let further = lineage.others(*id).skip(first);
            Delegated {
                id: party.id.clone(),
                title: party.title.clone(),
                kind: party.kind,
                href: here.to(self.site.addresses.party(self.organisation, *id)),
                tags: party.tags.clone(),
                team: team.map(|team| self.organisation.party(team).id.clone()),
                is_vacant: party.is_vacant(),
                parent: parent.and_then(|parent| at.get(&parent).copied()),
                further: further
                    .map(|by| self.organisation.party(by).title.clone())
                    .collect(),
            }
        });
        circles(&all.collect::<Vec<_>>(), &self.circle_words())
    }

    fn circle_words(&self) -> CircleWords {
        let say = |key: &str| self.words.say(key, None, &[]);
        CircleWords {
            title: self.graph_title(Graph::Delegation),
            description: say("graph.circles-description"),
            vacant: say("holder.open"),
            further: say("graph.also-delegated-by"),
            several: say("graph.several-delegators"),
            role: say("graph.role"),
            roles: say("graph.roles"),
            folded: say("graph.folded-roles"),
        }
    }

    /// The teams of some parties, by title.
    fn teams_in(&self, parties: impl Iterator<Item = PartyId>) -> Vec<GraphTeam> {
        let teams = parties.map(|id| self.organisation.party(id));
        let teams = teams.filter(|party| party.kind == PartyKind::Team);
        let mut teams: Vec<GraphTeam> = teams
            .map(|team| GraphTeam {
                id: team.id.clone(),
                title: team.title.clone(),
            })
            .collect();
        teams.sort_by_cached_key(|team| (team.title.to_lowercase(), team.id.clone()));
        teams
    }

    /// The tree in so many bytes: where it is too heavy, roles that nothing stands below are counted, and what is
    /// too much even so is left out, the last lines first. Says how many parties are left out.
    fn lines_that_fit(&self, tree: &Tree<'_>, room: usize, here: &Here<'_>) -> (Vec<Line>, usize) {
        let all = self.lines(tree, false, here);
        let parties = all.len();
        if all.iter().map(line_weight).sum::<usize>() <= room {
            return (all, 0);
        }
        let mut lines = self.lines(tree, true, here);
        let mut taken = 0;
        lines.retain(|line| {
            taken += line_weight(line);
            taken <= room
        });
        let told: usize = lines.iter().map(|(_, row)| 1 + row.more_roles).sum();
        (lines, parties - told)
    }

    /// The tree line by line, from the top.
    fn lines(&self, tree: &Tree<'_>, counts_roles: bool, here: &Here<'_>) -> Vec<Line> {
        let mut lines = Vec::new();
        let listed = |id: Option<PartyId>| tree.below.get(&id).map_or(&[][..], Vec::as_slice);
        let mut open: Vec<(usize, PartyId)> = listed(None).iter().rev().map(|id| (0, *id)).collect();
        while let Some((depth, id)) = open.pop() {
            let below = listed(Some(id)).iter().copied();
            let (counted, shown): (Vec<PartyId>, Vec<PartyId>) =
                below.partition(|below| counts_roles && self.is_leaf(*below, tree));
            let deeper = (depth + 1).min(DEEPEST);
            open.extend(shown.iter().rev().map(|below| (deeper, *below)));
            lines.push((depth, self.tree_row(id, tree, counted.len(), here)));
        }
        lines
    }

    fn is_leaf(&self, id: PartyId, tree: &Tree<'_>) -> bool {
        self.organisation.party(id).kind == PartyKind::Role && !tree.below.contains_key(&Some(id))
    }

    fn tree_row(&self, id: PartyId, tree: &Tree<'_>, more_roles: usize, here: &Here<'_>) -> TreeRow {
        let party = self.organisation.party(id);
        let others = tree.lineage.others(id);
        TreeRow {
            party: self.party_link(id, here),
            kind: party.kind.name(),
            vacant: party.is_vacant(),
            also: others.map(|by| self.party_link(by, here)).collect(),
            by_parent: tree.lineage.is_by_parent(id),
            more_roles,
            opens: false,
            closes: 0,
        }
    }
}

fn line_weight((_, row): &Line) -> usize {
    let also: usize = row.also.iter().map(|by| ALSO + by.weight()).sum();
    let remarks = usize::from(row.vacant) + usize::from(row.more_roles > 0);
    LINE + row.party.weight() + REMARK * remarks + also
}

/// The lines as lists within lists.
fn nested(lines: Vec<Line>) -> Vec<TreeRow> {
    let depths: Vec<usize> = lines.iter().map(|(depth, _)| *depth).skip(1).chain([0]).collect();
    let rows = lines.into_iter().zip(depths).map(|((depth, row), next)| TreeRow {
        opens: next > depth,
        closes: depth.saturating_sub(next),
        ..row
    });
    rows.collect()
}
