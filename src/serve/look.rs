//! Looks at all files of the handbook, on a thread of their own: large handbooks take a while, in which an edit is not to
//! wait.

use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Sender, channel};
use std::thread::{Builder, JoinHandle};

use crate::load::{self, LoadError, Stamp};
use crate::text::{Snapshot, Source, SourcePath};

/// What a look at everything found.
pub(super) struct Look {
    /// The handbook; none where it is what it was known to be.
    pub(super) snapshot: Option<Arc<Snapshot>>,
    /// Its files that are published as they are.
    pub(super) assets: BTreeMap<SourcePath, Stamp>,
}

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
    pub(super) fn start(
        root: PathBuf,
        tell: impl Fn(Result<Look, LoadError>) + Send + 'static,
    ) -> std::io::Result<Self> {
        let (asked, questions) = channel::<Arc<Snapshot>>();
        let work = move || {
            for known in questions {
                let looked = catch_unwind(AssertUnwindSafe(|| look(&root, &known)));
                // Whoever waits for an answer would wait for ever.
                let nothing = |_| {
                    Ok(Look {
                        snapshot: None,
                        assets: BTreeMap::new(),
                    })
                };
                tell(looked.unwrap_or_else(nothing));
            }
        };
        Ok(Self {
            asked: Some(asked),
            thread: Some(Builder::new().name(String::from("look")).spawn(work)?),
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

fn look(root: &Path, known: &Snapshot) -> Result<Look, LoadError> {
    let mut fresh = load::snapshot(root)?;
    load::add_history(root, &mut fresh, known.history.as_ref());
    let assets = load::stamps(root, &fresh);
    let snapshot = (fresh != *known).then(|| {
        share(&mut fresh.sources, &known.sources);
        Arc::new(fresh)
    });
    Ok(Look { snapshot, assets })
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
