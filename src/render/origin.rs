//! What a site is made from, as a number to know it by.

use std::fmt::Write as _;

use sha2::{Digest, Sha256};

use crate::check::Asked;
use crate::text::{Snapshot, SourcePath};

/// The program: another one may make another site from the same handbook.
const PROGRAM: &str = concat!(
    env!("CARGO_PKG_VERSION"),
    " ",
    env!("ROLEBOOK_SOURCES"),
    " ",
    env!("ROLEBOOK_FEATURES")
);

/// All that a site is made from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Origin {
    /// A number for the program, the handbook as it was read, and what was asked: where it is the same, so is every byte
    /// that is made.
    pub digest: String,
    /// The files of the handbook that are published as they are. What they hold is not in the number.
    pub copies: Vec<SourcePath>,
}

impl Origin {
    /// The origin of what is made of `snapshot`.
    pub(super) fn of(snapshot: &Snapshot, asked: &Asked, copies: Vec<SourcePath>) -> Self {
        let mut hasher = Hasher(Sha256::new());
        let history = snapshot.history.as_deref();
        let history = history.map(|history| (&history.head, history.shortfall, &history.commits));
        // Pages know no today.
        let asked = (&asked.levels, asked.ignores_baseline);
        let files = (snapshot.config, snapshot.baseline, &snapshot.assets);
        // It never fails.
        let _ = write!(
            hasher,
            "{PROGRAM} {asked:?} {:?} {files:?} {history:?}",
            snapshot.profile
        );
        for source in &snapshot.sources {
            let _ = write!(
                hasher,
                " {} {:?} {} ",
                source.path,
                source.fault,
                source.text.len()
            );
            hasher.0.update(source.text.as_bytes());
        }
        for file in &snapshot.theme {
            let _ = write!(hasher, " {:?} {} ", file.name, file.bytes.len());
            hasher.0.update(&file.bytes);
        }
        Self {
            digest: hasher.hex(),
            copies,
        }
    }
}

/// Takes a number of what is written.
struct Hasher(Sha256);

impl Hasher {
    fn hex(self) -> String {
        let digest = self.0.finalize();
        digest.iter().fold(String::new(), |mut hex, byte| {
            let _ = write!(hex, "{byte:02x}"); // It never fails.
            hex
        })
    }
}

impl std::fmt::Write for Hasher {
    fn write_str(&mut self, text: &str) -> std::fmt::Result {
        self.0.update(text.as_bytes());
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::Origin;
    use crate::check::{Asked, Lints};
    use crate::finding::Level;
    use crate::text::{Snapshot, cases};

    fn of(snapshot: &Snapshot, asked: &Asked) -> String {
        Origin::of(snapshot, asked, Vec::new()).digest
    }

    #[test]
    fn whatever_is_another_makes_another_number() {
        let book = ("book.toml", "book.title = \"T\"");
        let snapshot = cases::snapshot([book, ("content/a.md", "# A"), ("content/b.md", "")]);
        let today = Asked::default();
        let first = of(&snapshot, &today);
        assert_eq!(first, of(&snapshot.clone(), &today));
        let tomorrow = Asked {
            today: Some(jiff::civil::date(2026, 5, 1)),
            ..Asked::default()
        };
        assert_eq!(first, of(&snapshot, &tomorrow), "pages know no today");
        let strict = Asked {
            levels: vec![(Lints::Warnings, Level::Deny)],
            ..Asked::default()
        };
        let others = [
            cases::snapshot([book, ("content/a.md", "# B"), ("content/b.md", "")]),
            cases::snapshot([book, ("content/a.md", ""), ("content/b.md", "# A")]),
            cases::snapshot([book, ("content/c.md", "# A"), ("content/b.md", "")]),
            cases::snapshot([book, ("content/a.md", "# A")]),
        ];
        let mut numbers: Vec<String> = others.iter().map(|other| of(other, &today)).collect();
        numbers.extend([first, of(&snapshot, &strict)]);
        numbers.sort();
        numbers.dedup();
        assert_eq!(numbers.len(), 6, "each has its own");
    }
}
