//! Names of files: which can become addresses, and which are nobody's content.

/// Longer names would not fit on some disks once an extension and a hash are added; in bytes.
const LONGEST: usize = 200;

/// Names that Windows keeps for devices, whatever their extension.
const DEVICES: [&str; 22] = [
    "con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8", "com9",
    "lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9",
];

/// What keeps the name of a file or folder from being part of an address on every disk, in words
/// that go on from "its name ..."; none where nothing does.
pub(crate) fn name_fault(name: &str) -> Option<&'static str> {
    let stem = name.split('.').next().unwrap_or_default();
    let trimmed = name.strip_suffix(".md").unwrap_or(name);
    if trimmed.chars().all(|c| c == '.') {
        Some("has nothing before its extension")
    } else if name.chars().any(char::is_control) {
        Some("holds a character that can't be seen")
    } else if name.chars().any(|c| r#"\/:*?"<>|"#.contains(c)) {
        Some(r#"holds one of the characters \ / : * ? " < > |, which not every computer allows"#)
    } else if name.ends_with(['.', ' ']) {
        Some("ends with a dot or a space, which not every computer allows")
    } else if DEVICES.contains(&stem.to_ascii_lowercase().as_str()) {
        Some("is one that Windows keeps for itself")
    } else if name.len() > LONGEST {
        Some("is too long")
    } else if is_nearly_markdown(name) {
        Some("should end in `.md`, in lower case, to be read as a page")
    } else {
        None
    }
}

/// Whether somebody will have meant a page, which would be published as it is instead.
fn is_nearly_markdown(name: &str) -> bool {
    let extension = name.rsplit_once('.').map_or("", |(_, extension)| extension);
    let is_markdown = ["md", "markdown"]
        .iter()
        .any(|known| extension.eq_ignore_ascii_case(known));
    is_markdown && extension != "md"
}

/// Whether a file of that name is hidden or left behind by an editor or a system: never content.
pub(super) fn is_dropping(name: &str) -> bool {
    let ends = ["~", ".swp", ".swo", ".swx"];
    let hidden = name.starts_with('.') && !name.trim_end_matches(".md").chars().all(|c| c == '.');
    hidden
        || ends.iter().any(|end| name.ends_with(end))
        || (name.len() > 1 && name.starts_with('#') && name.ends_with('#'))
        || ["Thumbs.db", "desktop.ini"].contains(&name)
}

#[cfg(test)]
mod tests {
    use super::{is_dropping, name_fault};

    #[test]
    fn some_names_are_no_addresses() {
        let long = format!("{}.md", "x".repeat(300));
        let faulty = [
            "..md",
            ".md",
            "...",
            "a\u{7}.md",
            "a?.md",
            "engineer.MD",
            "engineer.markdown",
            "a:b.md",
            "a. ",
            "b.",
            "CON",
            "con.md",
            "Lpt1.tar.gz",
            r"a\b.md",
            &long,
        ];
        for name in faulty {
            assert!(name_fault(name).is_some(), "{name:?}");
        }
        for name in [
            "engineer.md",
            "Größe 1.md",
            "icon.md",
            "a.b.md",
            "console",
            "日本.md",
        ] {
            assert_eq!(name_fault(name), None, "{name:?}");
        }
    }

    #[test]
    fn droppings_are_no_content() {
        for name in [
            ".git",
            ".DS_Store",
            ".a.md",
            "a.md~",
            "a.md.swp",
            "#a.md#",
            ".#a.md",
            "Thumbs.db",
        ] {
            assert!(is_dropping(name), "{name:?}");
        }
        for name in ["a.md", "..md", ".md", "#", "#1.md", "swp.md"] {
            assert!(!is_dropping(name), "{name:?}");
        }
    }
}
