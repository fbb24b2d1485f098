//! `[lints]`: levels by the names of findings, in `book.toml` and in front matter.

use super::reader::Table;
use crate::finding::{CATALOGUE, Kind, Level, named};
use crate::text::nearest;

/// The levels that `table` sets.
pub(crate) fn lints(table: &Table) -> Vec<(&'static Kind, Level)> {
    let mut levels = Vec::new();
    for (name, value) in table.entries() {
        let level = value.choice(&Level::ALL);
        if let Some(kind) = named(&name.value) {
            levels.extend(level.map(|level| (kind, level)));
        } else {
            let finding = table.finding_at(name.span, format!("no finding is called `{}`", name.value));
            let near = nearest(&name.value, CATALOGUE.iter().map(|kind| kind.name));
            table.report(match near.as_slice() {
                [] => finding
                    .help("a finding's name stands in brackets where it is shown: `error[broken-link]`"),
                near => finding.near(near),
            });
        }
    }
    levels
}
