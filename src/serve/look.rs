//! Looks at all files of the handbook, on a thread of their own: large handbooks take a while, in which an edit is not to
//! wait.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Sender, channel};
use std::thread::{Builder, JoinHandle};

use crate::load::{self, LoadError};
use crate::text::{Snapshot, Source};

/// What a look at everything found; none where all is as it was known.
pub(super) type Found = Result<Option<Arc<Snapshot>>, LoadError>;

/// Looks at everything when asked to.
pub(super) struct Looker {
    asked: Option<Sender<Arc<Snapshot>>>,
    thread: Option<JoinHandle<()>>,
}

impl Looker {
    /// Looks at the handbook in `root`, and says what it found to `tell`.
    ///
    /// # Errors
    /// Where the system gives no thread.
    pub(super) fn start(root: PathBuf, tell: impl Fn(Found) + Send + 'static) -> std::io::Result<Self> {
        let (asked, questions) = channel::<Arc<Snapshot>>();
        let look = move || {
            for known in questions {
                // Whoever waits for the answer would wait for ever.
                let looked = catch_unwind(AssertUnwindSafe(|| found(&root, &known)));
                tell(looked.unwrap_or(Ok(None)));
            }
        };
        Ok(Self {
            asked: Some(asked),
            thread: Some(Builder::new().name(String::from("look")).spawn(look)?),
        })
    }

    /// Asks for a look; `known` is what is known already.
    pub(super) fn ask(&self, known: Arc<Snapshot>) {
        // Its thread ends with it only.
        let _ = self.asked.as_ref().map(|asked| asked.send(known));
    }
}

impl Drop for Looker {
    fn drop(&mut self) {
        self.asked = None;
        let _ = self.thread.take().map(JoinHandle::join);
    }
}

fn found(root: &Path, known: &Snapshot) -> Found {
    let mut fresh = load::snapshot(root)?;
    if fresh == *known {
        return Ok(None);
    }
    share(&mut fresh.sources, &known.sources);
    Ok(Some(Arc::new(fresh)))
}

/// Lets sources that hold what they held share it, instead of holding it twice. Both are in the order of their paths.
fn share(fresh: &mut [Source], known: &[Source]) {
    let mut known = known.iter().peekable();
    for source in fresh {
        while known.next_if(|old| old.path < source.path).is_some() {}
        if let Some(old) = known.peek().filter(|old| **old == source) {
            source.text = Arc::clone(&old.text);
        }
    }
}
