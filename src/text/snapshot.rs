//! Everything a build may look at, taken once.

use std::sync::Arc;

use super::{History, SourcePath};

/// Which source of a [`Snapshot`]; stable within one snapshot only.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SourceId(pub u32);

/// One text file of a handbook.
#[derive(Clone, Debug, Eq)]
pub struct Source {
    /// Where it lies, relative to the folder that holds `book.toml`.
    pub path: SourcePath,
    /// What it holds; empty where it could not be read.
    pub text: Arc<str>,
    /// Why it could not be read, if so.
    pub fault: Option<Fault>,
}

impl PartialEq for Source {
    /// Texts that are shared are not looked at: of a large handbook they are most of it.
    fn eq(&self, other: &Self) -> bool {
        let is_shared = Arc::ptr_eq(&self.text, &other.text);
        (&self.path, &self.fault) == (&other.path, &other.fault) && (is_shared || self.text == other.text)
    }
}

/// Why a source's text is missing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// Not UTF-8; the offset of the first wrong byte.
    NotUtf8(usize),
    /// Longer than a source may be, in bytes.
    TooLarge {
        /// How long it is.
        len: u64,
        /// How long it may be.
        limit: u64,
    },
    /// A symbolic link that leads round in a circle, nowhere, or out of the handbook; words that go on
    /// from "this link ...".
    Link(&'static str),
    /// A name, of a file or of a whole folder, that can't become an address; words that go on from
    /// "its name ...".
    Name(&'static str),
    /// The system would not let it be read; its words.
    Unreadable(String),
}

/// A file that is published as it is: an image, a download.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asset {
    /// Where it lies, relative to the folder that holds `book.toml`.
    pub path: SourcePath,
}

/// A file of the handbook's own theme folder, which takes the built-in one's place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ThemeFile {
    /// Its path within the theme, such as `templates/role.html`.
    pub name: String,
    /// What it holds.
    pub bytes: Arc<[u8]>,
}

/// For whom a handbook is made, where not everything is for them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Profile {
    /// Its name in `book.toml`.
    pub name: String,
    /// Whether what it leaves out is left out already.
    pub is_reduced: bool,
}

/// Everything a build may look at: what is not in here can't change a byte of the output.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Snapshot {
    /// Which of the sources is `book.toml`; none where the folder has none.
    pub config: Option<SourceId>,
    /// Which of the sources is `baseline.toml`, the findings that were there before; none where the folder has
    /// none.
    pub baseline: Option<SourceId>,
    /// `baseline.toml`, `book.toml` and every text below `content/`, in the order of their paths.
    pub sources: Vec<Source>,
    /// Every other file below `content/`, in the order of their paths.
    pub assets: Vec<Asset>,
    /// The files below `themes/NAME/`, in the order of their names.
    pub theme: Vec<ThemeFile>,
    /// For whom the handbook is made; none for those whose it is.
    pub profile: Option<Profile>,
    /// What was committed to the sources; none where there is no git, or nobody asked for it.
    pub history: Option<Arc<History>>,
}

impl Snapshot {
    /// The source with that number.
    ///
    /// # Panics
    /// Where `id` is another snapshot's.
    pub fn source(&self, id: SourceId) -> &Source {
        &self.sources[id.0 as usize]
    }

    /// All sources with their numbers, in the order of their paths.
    pub fn iter(&self) -> impl Iterator<Item = (SourceId, &Source)> {
        (0u32..).map(SourceId).zip(&self.sources)
    }
}
