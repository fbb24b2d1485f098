//! `[lints]`: levels by the names of findings, in `book.toml` and in front matter.

use super::reader::{Table, suggest};
use crate::finding::{CATALOGUE, Kind, Level, named};

/// The levels that `table` sets.
pub(crate) fn lints(table: &Table) -> Vec<(&'static Kind, Level)> {
    let mut levels = Vec::new();
    for (name, value) in table.entries() {
        let level = value.choice(&Level::ALL);
        if let Some(kind) = named(&name.value) {
            levels.extend(level.map(|level| (kind, level)));
        } else {
            let names: Vec<&str> = CATALOGUE.iter().map(|kind| kind.name).collect();
            let finding = table.finding_at(name.span, format!("no finding is called `{}`", name.value));
            table.report(suggest(finding, &name.value, &names));
        }
    }
    levels
}
