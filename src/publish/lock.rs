//! One run at a time.

use std::fs::{File, OpenOptions, TryLockError};
use std::io::ErrorKind;

use super::PublishError;
use super::target::Target;

/// Held while a run publishes; the system lets go of it when the run ends, however it ends.
#[derive(Debug)]
pub(super) struct Lock(#[expect(dead_code, reason = "the lock is held as long as the file is open")] File);

impl Lock {
    /// Takes the lock, or says that another run holds it.
    pub(super) fn take(target: &Target) -> Result<Self, PublishError> {
        let options = OpenOptions::new()
            .create(true)
            .truncate(false)
            .write(true)
            .open(&target.lock);
        let file = options.map_err(PublishError::io("written", &target.lock))?;
        match file.try_lock() {
            Ok(()) => Ok(Self(file)),
            Err(TryLockError::WouldBlock) => Err(PublishError::Busy(target.output.clone())),
            // Some network file systems know no locks; better to publish without one than not at all.
            Err(TryLockError::Error(error)) if error.kind() == ErrorKind::Unsupported => Ok(Self(file)),
            Err(TryLockError::Error(error)) => Err(PublishError::io("locked", &target.lock)(error)),
        }
    }
}
