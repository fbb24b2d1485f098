//! Links that open a file at its line in the reader's editor.

mod known;
#[cfg(test)]
mod tests;

use std::fmt::{self, Write as _};
use std::path::Path;

use known::{EDITORS, Editor, named, near};

/// What a pattern may have in braces.
const PLACES: [&str; 3] = ["{path}", "{line}", "{column}"];

/// Schemes of links that would do something else than open an editor: run what follows, or show it as a page.
const REFUSED: [&str; 11] = [
    "about",
    "blob",
    "data",
    "file",
    "filesystem",
    "jar",
    "javascript",
    "search-ms",
    "shell",
    "vbscript",
    "view-source",
];
/// How the schemes begin that start tools of Windows, some of which run what a link says.
const REFUSED_BEGIN: &str = "ms-";

/// What an editor's links look like.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Pattern {
    editor: Option<&'static str>,
    parts: Vec<Part>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Part {
    Text(String),
    Path(Lead),
    Line,
    Column,
}

/// What a link needs between the text before a path and the path.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Lead {
    /// The path begins with a slash, also where a drive comes first.
    Slash,
    /// The slash is there already.
    NoSlash,
    /// The path is a value of its own and stays as it is.
    Nothing,
}

/// Why something is no pattern.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Unknown {
    /// It is no link, so it should be the name of an editor. These are like it.
    Name(Vec<&'static str>),
    /// It has something else in braces.
    Place(String),
    /// It does not begin as a link does.
    NoLink,
    /// It has no `{path}`.
    NoPath,
    /// Links of this scheme are not made.
    Scheme(String),
    /// It has a character that no link has.
    Character(char),
}

impl fmt::Display for Unknown {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match self {
            Self::Name(near) if near.is_empty() => {
                let known = EDITORS.iter().map(|editor| editor.name).collect::<Vec<_>>();
                write!(
                    f,
                    "no editor has this name; known are {}; a pattern has {{path}} in it",
                    known.join(", ")
                )
            }
            Self::Name(near) => {
                let near: Vec<String> = near.iter().map(|name| format!("`{name}`")).collect();
                write!(f, "no editor has this name; did you mean {}?", near.join(" or "))
            }
            Self::Place(place) => {
                write!(
                    f,
                    "`{place}` means nothing; there are {}",
                    PLACES.map(|place| format!("`{place}`")).join(", ")
                )
            }
            Self::NoLink => write!(
                f,
                "a pattern begins as a link does, such as `vscode://file/{{path}}`"
            ),
            Self::NoPath => write!(f, "a pattern has `{{path}}` where the path of the file goes"),
            Self::Scheme(scheme) => write!(f, "links that begin with `{scheme}:` open no editor"),
            Self::Character(c) => write!(f, "{c:?} can't stand in a link"),
        }
    }
}

/// What `written` means: the name of an editor, in capitals or not, or what its links look like.
pub(crate) fn pattern(written: &str) -> Result<Pattern, Unknown> {
    let written = written.trim();
    if !written.contains("{path}") && !written.contains(':') {
        return named(written)
            .map(Pattern::of)
            .ok_or_else(|| Unknown::Name(near(written)));
    }
    if let Some(c) = written
        .chars()
        .find(|c| !c.is_ascii_graphic() || "\"<>\\^`|".contains(*c))
    {
        return Err(Unknown::Character(c));
    }
    let scheme = scheme(written).ok_or(Unknown::NoLink)?.to_ascii_lowercase();
    if REFUSED.contains(&scheme.as_str()) || scheme.starts_with(REFUSED_BEGIN) {
        return Err(Unknown::Scheme(scheme));
    }
    let parts = parts(written)?;
    if parts.iter().any(|part| matches!(part, Part::Path(_))) {
        Ok(Pattern { editor: None, parts })
    } else {
        Err(Unknown::NoPath)
    }
}

/// The links of the editor that the environment speaks of, by `TERM_PROGRAM`, `VISUAL` or `EDITOR`; none where it runs on
/// another machine than the files, which its links would not find.
pub(crate) fn guess(variables: &[(&str, &str)]) -> Option<Pattern> {
    known::guess(variables).map(Pattern::of)
}

/// What stands before the first colon, where that is how a link begins.
fn scheme(written: &str) -> Option<&str> {
    let (scheme, _) = written.split_once(':')?;
    let is_allowed = |c: char| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.');
    (scheme.starts_with(|c: char| c.is_ascii_alphabetic()) && scheme.chars().all(is_allowed))
        .then_some(scheme)
}

/// A pattern in parts.
fn parts(written: &str) -> Result<Vec<Part>, Unknown> {
    let mut parts = Vec::new();
    let mut rest = written;
    while let Some(at) = rest.find('{') {
        let (text, place) = rest.split_at(at);
        let end = place.find('}').map_or(place.len(), |end| end + 1);
        let (place, after) = place.split_at(end);
        if !text.is_empty() {
            parts.push(Part::Text(text.to_owned()));
        }
        let before = &written[..written.len() - rest.len() + at];
        parts.push(match place {
            "{path}" => Part::Path(lead(before)),
            "{line}" => Part::Line,
            "{column}" => Part::Column,
            _ => return Err(Unknown::Place(place.to_owned())),
        });
        rest = after;
    }
    if !rest.is_empty() {
        parts.push(Part::Text(rest.to_owned()));
    }
    Ok(parts)
}

fn lead(before: &str) -> Lead {
    match before {
        _ if before.ends_with("://") => Lead::Slash,
        _ if before.contains(['?', '#']) => Lead::Nothing,
        _ if before.ends_with('/') => Lead::NoSlash,
        _ => Lead::Slash,
    }
}

impl Pattern {
    fn of(editor: &'static Editor) -> Self {
        Self {
            editor: Some(editor.title),
            // The table's are right, a test says.
            parts: parts(editor.pattern).unwrap_or_default(),
        }
    }

    /// What the editor is called, if it is a known one.
    pub(crate) const fn editor(&self) -> Option<&'static str> {
        self.editor
    }

    /// The link that opens the file at `path`, which is absolute, at a place that counts from 1.
    pub(crate) fn link(&self, path: &Path, line: usize, column: usize) -> String {
        self.made(
            &encoded(path.as_os_str().as_encoded_bytes(), cfg!(windows)),
            line,
            column,
        )
    }

    fn made(&self, path: &str, line: usize, column: usize) -> String {
        let mut out = String::new();
        for part in &self.parts {
            // Strings take everything.
            let _ = match part {
                Part::Text(text) => write!(out, "{text}"),
                Part::Path(Lead::Slash) if !path.starts_with('/') => write!(out, "/{path}"),
                Part::Path(Lead::NoSlash) => write!(out, "{}", path.strip_prefix('/').unwrap_or(path)),
                Part::Path(Lead::Slash | Lead::Nothing) => write!(out, "{path}"),
                Part::Line => write!(out, "{line}"),
                Part::Column => write!(out, "{column}"),
            };
        }
        out
    }
}

/// A path as it may stand anywhere in a link: slashes and the colon of a drive stay, all else that means something in a
/// link is written in numbers.
fn encoded(path: &[u8], is_windows: bool) -> String {
    let path = if is_windows {
        with_slashes(path)
    } else {
        path.to_vec()
    };
    let has_drive = is_windows && matches!(path[..], [drive, b':', ..] if drive.is_ascii_alphabetic());
    let mut out = String::with_capacity(path.len());
    for (at, byte) in path.into_iter().enumerate() {
        let is_drive = has_drive && at == 1;
        if is_drive || byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte) {
            out.push(char::from(byte));
        } else {
            let _ = write!(out, "%{byte:02X}"); // Strings take everything.
        }
    }
    out
}

/// A path of Windows as links write it, without the sign that it is taken as it is.
fn with_slashes(path: &[u8]) -> Vec<u8> {
    let (begin, rest) = match path {
        [b'\\', b'\\', b'?', b'\\', b'U', b'N', b'C', b'\\', rest @ ..] => (&b"//"[..], rest),
        [b'\\', b'\\', b'?', b'\\', rest @ ..] => (&b""[..], rest),
        _ => (&b""[..], path),
    };
    let rest = rest.iter().map(|byte| if *byte == b'\\' { b'/' } else { *byte });
    begin.iter().copied().chain(rest).collect()
}
