//! What of all there is to show finds room on a terminal. Nothing may scroll away: what does not fit is left out, the
//! addresses and the status last.

use super::drawn::Drawn;
use super::width::{cut, folded, width};
use super::{DOUBTFUL, Look, Shown, Size, address, status};

/// With fewer lines than this none is left empty.
const ROOMY: usize = 8;
/// Notices leave the findings so many lines, if they need them.
const MOST_LEFT: usize = 12;
/// The addresses do so.
const LEAST_LEFT: usize = 4;

/// The lines to show, each not wider than the terminal, one fewer than it has: the cursor stays in the last.
pub(super) fn lines(shown: &Shown, size: Size, look: Look) -> Vec<String> {
    let budget = size.rows.saturating_sub(1);
    let between = usize::from(budget >= ROOMY);
    let foot: Vec<String> = shown
        .status
        .iter()
        .map(|one| status::line(one, size.columns, look))
        .collect();
    let findings = Drawn::of(&shown.findings);
    let rest = budget.saturating_sub(foot.len());
    let head = head(shown, size.columns, look, |head, least| {
        height(head, between) + findings.height(between).min(least) <= rest
    });
    let taken = height(&head, between) + height(&foot, between);
    let findings = findings.within(budget.saturating_sub(taken), size.columns, between);
    let parts = [head, findings, foot].into_iter().filter(|part| !part.is_empty());
    let empty = vec![String::new(); between];
    let lines = parts.collect::<Vec<_>>().join(&empty[..]);
    let lines = lines.iter().take(budget);
    lines.map(|line| cut(line, size.columns, look)).collect()
}

/// How many lines a part takes, with the empty one beside it.
fn height(part: &[String], between: usize) -> usize {
    if part.is_empty() { 0 } else { part.len() + between }
}

/// What stands above the findings: as much as `fits` where the findings are left a number of lines, or what they need.
fn head(shown: &Shown, columns: usize, look: Look, fits: impl Fn(&[String], usize) -> bool) -> Vec<String> {
    let addresses = addresses(shown);
    let first = addresses.iter().take(1).cloned().collect();
    let with_notices = [addresses.clone(), notices(shown, columns)].concat();
    let with_picture = [with_notices.clone(), picture(shown, columns, look)].concat();
    // Until something is written, somebody may be about to point a camera at the picture.
    let is_at_work = shown
        .status
        .as_ref()
        .is_some_and(|status| status.changed.is_some());
    let choices = [
        (with_picture, if is_at_work { usize::MAX } else { 1 }),
        (with_notices, MOST_LEFT),
        (addresses, LEAST_LEFT),
        (first, 0),
    ];
    let choice = choices.into_iter().find(|(head, least)| fits(head, *least));
    choice.map_or_else(Vec::new, |(head, _)| head)
}

fn addresses(shown: &Shown) -> Vec<String> {
    let labels = shown.addresses.iter().map(|(label, _)| width(label));
    let columns = labels.max().unwrap_or(0);
    shown.addresses.iter().map(|one| address(one, columns)).collect()
}

fn notices(shown: &Shown, columns: usize) -> Vec<String> {
    let lines = shown.notices.iter().flat_map(|notice| folded(notice, columns));
    lines
        .map(|line| format!("{DOUBTFUL}{line}{DOUBTFUL:#}"))
        .collect()
}

fn picture(shown: &Shown, columns: usize, look: Look) -> Vec<String> {
    let lines = shown.qr.as_ref().map(|qr| qr.lines(look)).unwrap_or_default();
    if lines.iter().all(|line| width(line) <= columns) {
        lines
    } else {
        Vec::new()
    }
}
