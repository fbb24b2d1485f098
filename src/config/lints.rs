//! `[lints]`: levels by the names of findings, in `book.toml` and in front matter. Whether there are such
//! findings is looked up once all kinds are at hand.

use super::reader::Table;
use crate::finding::Level;
use crate::model::WrittenLevel;

/// The levels that `table` sets, in the author's order.
pub(crate) fn lints(table: &Table) -> Vec<WrittenLevel> {
    let entries = table.entries().into_iter();
    let levels = entries.filter_map(|(name, value)| {
        let level = value.choice(&Level::ALL)?;
        Some(WrittenLevel { name, level })
    });
    levels.collect()
}
