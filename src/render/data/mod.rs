//! The organisation as data for other programs: `rolebook.json` and its schema.

mod document;
mod export;
mod holders;
mod sections;

use super::artifact::RenderError;
use crate::config::Config;
use crate::finding::Finding;
use crate::site::Views;

/// The organisation as JSON.
pub(crate) fn json(views: &Views<'_>, config: &Config, findings: &[Finding]) -> Result<Vec<u8>, RenderError> {
    written(&export::document(views, config, findings))
}

/// The JSON Schema of [`json`].
pub(crate) fn schema() -> Result<Vec<u8>, RenderError> {
    written(&schemars::schema_for!(document::Document))
}

fn written(value: &impl serde::Serialize) -> Result<Vec<u8>, RenderError> {
    let mut bytes = serde_json::to_vec_pretty(value)
        .map_err(|error| RenderError(format!("data can't be written: {error}")))?;
    bytes.push(b'\n');
    Ok(bytes)
}
