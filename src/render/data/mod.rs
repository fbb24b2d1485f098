//! The organisation as data for other programs: `rolebook.json` and its schema.

mod document;
mod each;
mod export;
mod findings;
mod holders;
mod lines;
mod page;
mod sections;

pub(crate) use page::DataView;
use std::io;

use serde::Serialize as _;

use self::lines::Lines;
use super::artifact::RenderError;
use crate::config::Config;
use crate::site::Views;

/// Writes the organisation as JSON to `out`: a line for each party, person and agreement.
///
/// # Errors
/// Where `out` can't be written to.
pub(crate) fn json(views: &Views<'_>, config: &Config, mut out: &mut dyn io::Write) -> io::Result<()> {
    let mut serializer = serde_json::Serializer::with_formatter(&mut out, Lines::default());
    export::document(views, config).serialize(&mut serializer)?;
    out.write_all(b"\n")
}

/// The JSON Schema of [`json`].
pub(crate) fn schema() -> Result<Vec<u8>, RenderError> {
    let schema = schemars::schema_for!(document::Document<'_>);
    let mut bytes = serde_json::to_vec_pretty(&schema)
        .map_err(|error| RenderError(format!("data can't be written: {error}")))?;
    bytes.push(b'\n');
    Ok(bytes)
}
