//! What a page has room for beside its drawing: tables and lists are cut where it would be too heavy, and what is
//! not listed is counted.

use crate::site::here::Here;
use crate::site::view::{GraphNote, GraphTeam, GraphView, Link, RelationRow};
use crate::site::views::Views;

/// Drawing, tables and lists of so many bytes leave room for the rest of a page of 300 KB.
pub(super) const ROOM: usize = 280_000;

/// A heavier drawing is left to the command.
const MOST_DRAWN: usize = 200_000;

/// Among more teams nobody chooses from a list; they are found by their names.
const MOST_CHOICES: usize = 40_000;

/// What stands around the name of a row, of one at the other end, of a link in a list, of a choice.
const ROW: usize = 80;
const OTHER: usize = 22;
const LINK: usize = 50;
const CHOICE: usize = 35;

/// So many of those at the other ends are told in each row, the most that fit.
const OTHERS: [usize; 7] = [usize::MAX, 40, 20, 10, 5, 2, 0];

impl Views<'_> {
    /// Leaves out a drawing that is too heavy, and cuts the choice of teams, the table and the list of further graphs
    /// to what there is room for beside it.
    pub(super) fn fit(&self, mut view: GraphView, here: &Here<'_>) -> GraphView {
        let mut room = room_beside(&view.svg_html, &view.teams);
        if view.svg_html.len() > MOST_DRAWN {
            view.svg_html.clear();
            let command = format!("rolebook graph {}", view.name);
            let text = self.words.say("graph.too-heavy", None, &[("command", &command)]);
            view.notes.push(GraphNote { text, link: None });
        }
        if choices_weight(&view.teams) > MOST_CHOICES {
            view.teams.clear();
        }
        let further: usize = view.further.iter().map(link_weight).sum();
        if further > room / 3 {
            let number = view.further.len();
            view.further.clear();
            let link = self.graphs_link(here);
            view.notes
                .push(self.note_of("graphs.more-teams", number, Some(link)));
        } else {
            room -= further;
        }
        let unlisted = shorten(&mut view.relations, room);
        if unlisted > 0 {
            view.notes.push(self.note_of("graph.unlisted", unlisted, None));
        }
        view
    }

    /// A remark on a number.
    pub(super) fn note_of(&self, key: &str, number: usize, link: Option<Link>) -> GraphNote {
        GraphNote {
            text: self.words.say(key, i64::try_from(number).ok(), &[]),
            link,
        }
    }
}

/// What is left for tables and lists.
pub(super) fn room_beside(svg: &str, teams: &[GraphTeam]) -> usize {
    let light = |bytes: usize, most: usize| if bytes > most { 0 } else { bytes };
    ROOM - light(svg.len(), MOST_DRAWN) - light(choices_weight(teams), MOST_CHOICES)
}

/// The bytes of a link in a list.
fn link_weight(link: &Link) -> usize {
    LINK + link.weight()
}

fn choices_weight(teams: &[GraphTeam]) -> usize {
    let weights = teams.iter().map(|team| CHOICE + team.id.len() + team.title.len());
    weights.sum()
}

/// Cuts rows to what there is room for: first those at the other ends, then whole rows, the last ones first. Says how
/// many relations are no longer listed.
fn shorten(rows: &mut Vec<RelationRow>, room: usize) -> usize {
    let all: usize = rows.iter().map(|row| row.others.len()).sum();
    let weight = |most: usize| rows.iter().map(|row| row_weight(row, most)).sum::<usize>();
    let most = OTHERS.into_iter().find(|most| weight(*most) <= room).unwrap_or(0);
    let mut taken = 0;
    rows.retain_mut(|row| {
        row.more += row.others.len().saturating_sub(most);
        row.others.truncate(most);
        taken += row_weight(row, most);
        taken <= room
    });
    all - rows.iter().map(|row| row.others.len()).sum::<usize>()
}

fn row_weight(row: &RelationRow, most: usize) -> usize {
    let others = row.others.iter().take(most);
    let others: usize = others.map(|other| OTHER + other.title.len()).sum();
    ROW + row.party.weight() + row.team.len() + others
}
