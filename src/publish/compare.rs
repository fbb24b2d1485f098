//! Whether a file is as it was.

use std::fs;
use std::io::{self, Read};
use std::path::Path;

/// Whether the file at `path` is an ordinary one and holds these bytes.
pub(super) fn holds_bytes(path: &Path, bytes: &[u8]) -> bool {
    let len = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
    has_len(path, len) && fs::read(path).is_ok_and(|old| old == bytes)
}

/// Whether the file at `path` is an ordinary one and holds the same bytes as `other`, compared piece by piece.
pub(super) fn holds_same(path: &Path, other: &Path) -> io::Result<bool> {
    const PIECE: u64 = 64 * 1024;
    let mut new = fs::File::open(other)?;
    if !has_len(path, new.metadata()?.len()) {
        return Ok(false);
    }
    let mut old = fs::File::open(path)?;
    let (mut a, mut b) = (Vec::new(), Vec::new());
    loop {
        a.clear();
        b.clear();
        new.by_ref().take(PIECE).read_to_end(&mut a)?;
        old.by_ref().take(PIECE).read_to_end(&mut b)?;
        if a != b || a.is_empty() {
            return Ok(a == b);
        }
    }
}

fn has_len(path: &Path, len: u64) -> bool {
    fs::symlink_metadata(path).is_ok_and(|metadata| metadata.is_file() && metadata.len() == len)
}
