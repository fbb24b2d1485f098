//! For programs.

use serde::Serialize;

use super::Ends;
use crate::compare::Comparison;

/// The form of the document; it changes where a field goes or means something else.
const VERSION: u32 = 1;

#[derive(Serialize)]
struct Document<'d> {
    version: u32,
    from: &'d str,
    to: &'d str,
    #[serde(flatten)]
    comparison: &'d Comparison,
}

pub(super) fn write(comparison: &Comparison, ends: &Ends<'_>) -> String {
    let document = Document {
        version: VERSION,
        from: ends.from,
        to: ends.to,
        comparison,
    };
    // Nothing in it can fail to be written.
    serde_json::to_string_pretty(&document).unwrap_or_default() + "\n"
}
