//! What is said to the user.

use std::io;
use std::time::Duration;

use notify::ErrorKind;

/// Too many open files, in this process or altogether.
const TOO_MANY: [i32; 2] = [24, 23];

/// The system's watcher failed.
pub(super) fn failed(error: &notify::Error, poll: Duration) -> String {
    let instead = instead(poll);
    match &error.kind {
        ErrorKind::MaxFilesWatch => format!(
            "the system allows no more watches (`fs.inotify.max_user_watches`): {instead}; \
             `sudo sysctl fs.inotify.max_user_watches=524288` allows more"
        ),
        ErrorKind::Io(error) if error.raw_os_error().is_some_and(|code| TOO_MANY.contains(&code)) => format!(
            "the system allows no more watchers (`fs.inotify.max_user_instances`) or open files (`ulimit -n`): \
             {instead}; `sudo sysctl fs.inotify.max_user_instances=1024` allows more"
        ),
        _ => format!("the system's watcher failed ({error}): {instead}"),
    }
}

/// The handbook lies where changes are not told.
pub(super) fn network(kind: &str, poll: Duration) -> String {
    let instead = instead(poll);
    format!(
        "the handbook is in a shared folder ({kind}), of whose changes the system may tell nothing: {instead}"
    )
}

/// Nothing can look.
pub(super) fn no_thread(error: &io::Error) -> String {
    format!(
        "the system allows no more threads ({error}): changes are not noticed until this is started again"
    )
}

fn instead(poll: Duration) -> String {
    format!("looking every {} ms instead", poll.as_millis())
}
