//! The list of rolebook's own files in an output folder.

use std::collections::BTreeSet;
use std::fs::File;
use std::io::{ErrorKind, Write as _};
use std::path::Path;
use std::time::Duration;

use serde::{Deserialize, Serialize};

use super::PublishError;
use crate::text::SitePath;

/// The name of the list, at the root of the output.
pub(super) const MANIFEST: &str = ".rolebook-manifest.json";

/// File systems tell the time in ticks of some milliseconds. The list is dated by more than one of them later, so that what
/// was written before it counts as older.
const TICK: Duration = Duration::from_millis(10);

/// The form of the list; another number is not understood.
const VERSION: u32 = 1;

/// Which files of a folder are rolebook's.
#[derive(Clone, Debug, Default)]
pub(super) struct Manifest {
    files: BTreeSet<SitePath>,
    /// What they were made from, as a number.
    origin: Option<String>,
}

/// The list as it is written.
#[derive(Serialize, Deserialize)]
struct Written {
    version: u32,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    origin: Option<String>,
    files: Vec<String>,
}

impl Manifest {
    pub(super) fn of(files: impl Iterator<Item = SitePath>, origin: Option<String>) -> Self {
        Self {
            files: files.collect(),
            origin,
        }
    }

    /// The files, in order.
    pub(super) fn files(&self) -> impl Iterator<Item = &SitePath> {
        self.files.iter()
    }

    /// What they were made from, as a number, where that is known.
    pub(super) fn origin(&self) -> Option<&str> {
        self.origin.as_deref()
    }

    pub(super) fn holds(&self, path: &SitePath) -> bool {
        self.files.contains(path)
    }

    /// The list in `folder`; none where it holds none.
    pub(super) fn read(folder: &Path) -> Result<Option<Self>, PublishError> {
        let path = folder.join(MANIFEST);
        let bytes = match std::fs::read(&path) {
            Ok(bytes) => bytes,
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(PublishError::io("read", &path)(error)),
        };
        let parsed = Self::parse(&bytes);
        parsed
            .map(Some)
            .map_err(|reason| PublishError::Manifest { path, reason })
    }

    fn parse(bytes: &[u8]) -> Result<Self, String> {
        let written: Written = serde_json::from_slice(bytes).map_err(|error| error.to_string())?;
        if written.version != VERSION {
            return Err(format!(
                "it has version {}, and this is version {VERSION}",
                written.version
            ));
        }
        let file = |path: &String| {
            // Files are removed by this list: it must not lead out of its folder.
            let own = SitePath::new(path).ok().filter(|own| own.as_str() == path);
            own.ok_or_else(|| format!("`{}` is no file of a site", path.escape_default()))
        };
        let files = written.files.iter().map(file).collect::<Result<_, _>>()?;
        Ok(Self {
            files,
            origin: written.origin,
        })
    }

    /// Writes the list into `folder`.
    pub(super) fn write(&self, folder: &Path) -> Result<(), PublishError> {
        let files = self.files.iter().map(|path| path.as_str().to_owned()).collect();
        let path = folder.join(MANIFEST);
        let written = serde_json::to_vec_pretty(&Written {
            version: VERSION,
            origin: self.origin.clone(),
            files,
        });
        let bytes = written.map_err(|error| PublishError::io("written", &path)(error.into()))?;
        let written = File::create(&path).and_then(|mut file| {
            file.write_all(&bytes)?;
            let now = file.metadata()?.modified()?;
            file.set_modified(now + TICK)
        });
        written.map_err(PublishError::io("written", &path))
    }
}

#[cfg(test)]
mod tests {
    use super::Manifest;

    #[test]
    fn a_list_that_leads_elsewhere_is_refused() {
        let cases = [
            (r#"{"version":1,"files":["a.html","b/c.html"]}"#, true),
            (r#"{"version":2,"files":[]}"#, false),
            (r#"{"version":1,"files":["../a.html"]}"#, false),
            (r#"{"version":1,"files":["/etc/passwd"]}"#, false),
            (r#"{"version":1,"files":["a/../b.html"]}"#, false),
            ("", false),
        ];
        for (text, fine) in cases {
            assert_eq!(Manifest::parse(text.as_bytes()).is_ok(), fine, "{text}");
        }
    }
}
