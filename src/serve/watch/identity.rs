//! Whether what lies at a path is still the same: folders by identity, files by a cheap signature.

use std::fs::{self, Metadata};
use std::path::Path;
use std::time::{Duration, SystemTime};

/// As slowly as the clock of any disk in use ticks.
const SLOW_TICK: Duration = Duration::from_secs(2);

/// What tells a folder from another one of the same path.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) struct Identity {
    place: Option<(u64, u64)>,
    /// Disks give the number of a removed folder to the next one.
    made: Option<SystemTime>,
}

impl Identity {
    /// That of the folder at `path`, if there is one.
    pub(super) fn of(path: &Path) -> Option<Self> {
        let metadata = fs::metadata(path).ok().filter(Metadata::is_dir)?;
        Some(Self {
            place: numbers(&metadata).map(|numbers| numbers.place),
            made: metadata.created().ok(),
        })
    }
}

/// What changes when a file does.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) struct Signature {
    len: u64,
    written: Option<SystemTime>,
    numbers: Option<Numbers>,
    /// Whether it was written so shortly before that it may change again without showing it. It will be taken
    /// for changed once more when it is older.
    young: bool,
}

impl Signature {
    /// That of a file or folder at the time `now`.
    pub(super) fn of(metadata: &Metadata, now: SystemTime) -> Self {
        let written = metadata.modified().ok();
        Self {
            len: metadata.len(),
            written,
            numbers: numbers(metadata),
            young: written.is_some_and(|written| is_young(written, now)),
        }
    }
}

/// Whether the disk's clock seems to tick so slowly that it may not have ticked since.
fn is_young(written: SystemTime, now: SystemTime) -> bool {
    let since_epoch = written.duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default();
    let ticks_slowly = since_epoch.subsec_nanos() == 0;
    ticks_slowly && now.duration_since(written).is_ok_and(|age| age < SLOW_TICK)
}

/// What only some systems tell.
#[derive(Clone, Debug, Eq, PartialEq)]
struct Numbers {
    /// The disk, and the place on it.
    place: (u64, u64),
    /// When the file, its name or its permissions changed, in seconds and nanoseconds.
    changed: (i64, i64),
}

#[cfg(unix)]
#[allow(
    clippy::unnecessary_wraps,
    reason = "for other systems the standard library has none of them"
)]
fn numbers(metadata: &Metadata) -> Option<Numbers> {
    use std::os::unix::fs::MetadataExt;
    Some(Numbers {
        place: (metadata.dev(), metadata.ino()),
        changed: (metadata.ctime(), metadata.ctime_nsec()),
    })
}

#[cfg(not(unix))]
fn numbers(_: &Metadata) -> Option<Numbers> {
    None
}

#[cfg(test)]
mod tests {
    use std::time::{Duration, SystemTime};

    use super::is_young;

    #[test]
    fn what_was_written_within_a_slow_tick_is_young() {
        let slow = SystemTime::UNIX_EPOCH + Duration::from_secs(1_700_000_000);
        assert!(is_young(slow, slow + Duration::from_secs(1)));
        assert!(!is_young(slow, slow + Duration::from_secs(3)));
        assert!(!is_young(slow, slow - Duration::from_secs(1)));
        let fine = slow + Duration::from_millis(123);
        assert!(!is_young(fine, fine + Duration::from_secs(1)));
    }
}
