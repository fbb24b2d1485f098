//! Names of files that are nobody's content.

use std::ffi::OsStr;

/// What editors and systems leave behind.
const ENDS: [&str; 4] = ["~", ".swp", ".swo", ".swx"];

/// Whether a file or folder of that name is hidden or left behind by an editor or a system: loading ignores it too.
pub(super) fn is_dropping(name: &OsStr) -> bool {
    let name = name.to_string_lossy();
    let hidden = name.starts_with('.') && !name.trim_end_matches(".md").chars().all(|c| c == '.');
    hidden
        || ENDS.iter().any(|end| name.ends_with(end))
        || (name.len() > 1 && name.starts_with('#') && name.ends_with('#'))
        || ["Thumbs.db", "desktop.ini"].contains(&name.as_ref())
}

/// Whether a file of that name is most likely gone in a moment: vim asks so whether a folder can be written to.
pub(super) fn is_fleeting(name: &OsStr) -> bool {
    name == "4913"
}

#[cfg(test)]
mod tests {
    use std::ffi::OsStr;

    use super::is_dropping;

    #[test]
    fn droppings_are_no_content() {
        for name in [
            ".git",
            ".a.md.swp",
            "a.md~",
            "a.md.swp",
            "#a.md#",
            ".#a.md",
            "Thumbs.db",
        ] {
            assert!(is_dropping(OsStr::new(name)), "{name:?}");
        }
        for name in ["a.md", "..md", ".md", "#", "#1.md", "swp.md", "4913"] {
            assert!(!is_dropping(OsStr::new(name)), "{name:?}");
        }
    }
}
