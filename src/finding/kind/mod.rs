//! Kinds of findings. Those that reading and resolving make are declared here, one file each; those of
//! lints stand in the lints' own files, in the room `check`.

use super::Level;
use crate::text::{Phrase, capitalised};

/// A kind of finding: what `book.toml` and `rolebook explain` know it by.
#[derive(Debug)]
pub struct Kind {
    /// Its name, in kebab case; reads well after "allow".
    pub name: &'static str,
    /// Its level where nobody sets another.
    pub level: Level,
    /// What stands above a list of such findings in a handbook.
    pub title: Phrase,
    /// What it says, in one line that begins small and ends without a full stop.
    pub summary: &'static str,
    /// What it means, why it matters, how to mend it.
    pub explanation: Explanation,
    /// Whether its words may say of people what is not to be published: such findings are in no handbook that
    /// holds something of people back.
    pub names_people: bool,
    /// Whether it holds against a day: such findings are in no page, which is the same on any day.
    pub is_timed: bool,
}

/// What `rolebook explain` says of a kind: Markdown, a paragraph each.
#[derive(Debug)]
pub struct Explanation {
    /// What it is that is found.
    pub what: &'static str,
    /// Why it matters for the people involved.
    pub why: &'static str,
    /// How to mend it.
    pub mend: &'static str,
    /// A handbook that has it, and the same without.
    pub example: Option<Example>,
}

/// Files before and after a finding is mended, each below a line `//- its/path`. A test builds both.
#[derive(Debug)]
pub struct Example {
    /// Files with the finding.
    pub before: &'static str,
    /// The same files without it.
    pub after: &'static str,
}

impl Kind {
    /// What it says, as a sentence.
    pub(crate) fn sentence(&self) -> String {
        capitalised(self.summary) + "."
    }
}

impl Explanation {
    /// Its paragraphs, each below a heading.
    pub(crate) fn paragraphs(&self) -> [(&'static str, &'static str); 3] {
        [
            ("What it means", self.what.trim()),
            ("Why it matters", self.why.trim()),
            ("How to mend it", self.mend.trim()),
        ]
    }
}

impl Example {
    /// Its files before and after, each with a heading.
    pub(crate) fn sides(&self) -> [(&'static str, &'static str); 2] {
        [("Before", self.before), ("After", self.after)]
    }
}

/// The paths and texts of files that stand in one text, each below a line `//- its/path`.
pub(crate) fn files(text: &str) -> impl Iterator<Item = (&str, &str)> {
    let files = text.split("//- ").skip(1);
    files.map(|file| {
        let (path, text) = file.split_once('\n').unwrap_or((file, ""));
        (path.trim(), text)
    })
}

impl PartialEq for Kind {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name
    }
}

impl Eq for Kind {}

macro_rules! kinds {
    ($($file:ident, $constant:ident;)*) => {
        $(mod $file;)*
        $(pub use $file::KIND as $constant;)*
        /// The kinds that reading and resolving find, in the order in which they are listed to people.
        pub(crate) static READ: &[&Kind] = &[$(&$constant),*];
    };
}

kinds! {
    invalid_front_matter, INVALID_FRONT_MATTER;
    invalid_config, INVALID_CONFIG;
    unreadable_source, UNREADABLE_SOURCE;
    duplicate_id, DUPLICATE_ID;
    ambiguous_reference, AMBIGUOUS_REFERENCE;
    url_collision, URL_COLLISION;
    broken_link, BROKEN_LINK;
    unknown_party, UNKNOWN_PARTY;
    unknown_person, UNKNOWN_PERSON;
    unsafe_html, UNSAFE_HTML;
    missing_alt_text, MISSING_ALT_TEXT;
    missing_translation, MISSING_TRANSLATION;
    outdated_translation, OUTDATED_TRANSLATION;
    stray_translation, STRAY_TRANSLATION;
    incomplete_history, INCOMPLETE_HISTORY;
    internal_leak, INTERNAL_LEAK;
}
