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
use serde::Serialize as _;

use self::lines::Lines;
use super::artifact::RenderError;
use crate::config::Config;
use crate::site::Views;

/// How much is said of a party and its agreements, in bytes: enough to make room for all at once.
const ABOUT_A_PARTY: usize = 8 * 1024;

/// The organisation as JSON: a line for each party, person and agreement.
pub(crate) fn json(views: &Views<'_>, config: &Config) -> Result<Vec<u8>, RenderError> {
    let mut bytes = Vec::with_capacity(ABOUT_A_PARTY * views.organisation().parties.len());
    let mut serializer = serde_json::Serializer::with_formatter(&mut bytes, Lines::default());
    export::document(views, config)
        .serialize(&mut serializer)
        .map_err(|error| fault(&error))?;
    bytes.push(b'\n');
    Ok(bytes)
}

/// The JSON Schema of [`json`].
pub(crate) fn schema() -> Result<Vec<u8>, RenderError> {
    let schema = schemars::schema_for!(document::Document<'_>);
    let mut bytes = serde_json::to_vec_pretty(&schema).map_err(|error| fault(&error))?;
    bytes.push(b'\n');
    Ok(bytes)
}

fn fault(error: &serde_json::Error) -> RenderError {
    RenderError(format!("data can't be written: {error}"))
}
