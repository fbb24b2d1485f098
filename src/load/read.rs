//! The text of one file.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;
use std::sync::Arc;

use crate::text::Fault;

/// How long a Markdown source may be, in bytes.
const MARKDOWN_LIMIT: u64 = 4 * 1024 * 1024;
/// How long a TOML source may be, in bytes.
const TOML_LIMIT: u64 = 32 * 1024 * 1024;

/// The text of the file at `path`, or why there is none.
///
/// A byte order mark is no part of it, so that every offset is one into the text that is shown.
pub(super) fn text(path: &Path) -> Result<Arc<str>, Fault> {
    let is_toml = path.extension().is_some_and(|extension| extension == "toml");
    let limit = if is_toml { TOML_LIMIT } else { MARKDOWN_LIMIT };
    let (bytes, len) = bytes(path, limit).map_err(|error| Fault::Unreadable(error.to_string()))?;
    if len > limit {
        return Err(Fault::TooLarge { len, limit });
    }
    decoded(&bytes)
}

/// The text that those bytes are.
pub(super) fn decoded(bytes: &[u8]) -> Result<Arc<str>, Fault> {
    let text = std::str::from_utf8(bytes).map_err(|error| Fault::NotUtf8(error.valid_up_to()))?;
    Ok(text.strip_prefix('\u{feff}').unwrap_or(text).into())
}

/// The bytes of a file, but little more than `limit` of them, and how many there are.
fn bytes(path: &Path, limit: u64) -> io::Result<(Vec<u8>, u64)> {
    let file = File::open(path)?;
    let len = file.metadata()?.len();
    let mut bytes = Vec::with_capacity(usize::try_from(len.min(limit)).unwrap_or(0));
    file.take(limit + 1).read_to_end(&mut bytes)?;
    let read = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
    Ok((bytes, len.max(read)))
}
