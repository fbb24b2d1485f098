//! Paths that are checked once, where they enter.

use std::fmt;

/// Why a text is not a path within the handbook.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PathFault {
    /// It has no segment at all.
    Empty,
    /// It begins with `/`, or with a drive or a scheme.
    Absolute,
    /// Its `..` lead out of the folder it is relative to.
    Outside,
    /// It holds a character that no path may hold (a control character, a backslash).
    Character,
}

/// The folder of the handbook whose files are published.
pub const CONTENT: &str = "content";

/// A file of the handbook: relative to the folder that holds `book.toml`, `/` between its
/// segments, no `.` or `..` among them.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SourcePath(String);

impl SourcePath {
    /// Checks and normalises `path`.
    ///
    /// # Errors
    /// Says what keeps it from being a path within the handbook.
    pub fn new(path: &str) -> Result<Self, PathFault> {
        normalise("", path).map(Self)
    }

    /// The path that `link` names when it is written in this file: relative to this file's folder.
    ///
    /// # Errors
    /// Says what keeps it from being a path within the handbook.
    pub fn join(&self, link: &str) -> Result<Self, PathFault> {
        normalise(self.folder(), link).map(Self)
    }

    /// The whole path.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The path below the folder [`CONTENT`]; none where it lies elsewhere.
    pub fn below_content(&self) -> Option<&str> {
        self.0.strip_prefix(CONTENT)?.strip_prefix('/')
    }

    /// The folder it lies in, without a slash at the end; empty at the top.
    pub fn folder(&self) -> &str {
        self.0.rsplit_once('/').map_or("", |(folder, _)| folder)
    }

    /// Its last segment.
    pub fn file_name(&self) -> &str {
        self.0.rsplit_once('/').map_or(self.0.as_str(), |(_, name)| name)
    }

    /// Its last segment without the extension.
    pub fn stem(&self) -> &str {
        let name = self.file_name();
        name.rsplit_once('.').map_or(name, |(stem, _)| stem)
    }
}

impl fmt::Display for SourcePath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A file of the site: relative to its root, `/` between its segments.
///
/// The only kind of address there is; links are made from two of them by [`SitePath::href_from`].
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SitePath(String);

impl SitePath {
    /// Checks and normalises `path`.
    ///
    /// # Errors
    /// Says what keeps it from being a path within the site.
    pub fn new(path: &str) -> Result<Self, PathFault> {
        normalise("", path).map(Self)
    }

    /// The whole path, as a file name: nothing is encoded.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The path as a URL's path: relative to the site's root, percent-encoded.
    pub fn url(&self) -> String {
        let mut out = String::with_capacity(self.0.len());
        encode_into(&mut out, &self.0);
        out
    }

    /// The relative URL that leads from the page `from` to this file, percent-encoded; empty from itself.
    ///
    /// Relative links work at a domain's root, under a sub-path and from `file://` alike.
    pub fn href_from(&self, from: &SitePath) -> String {
        let mut out = String::with_capacity(self.0.len() + 12);
        self.href_into(from, &mut out);
        out
    }

    /// Appends what [`SitePath::href_from`] gives to `out`.
    pub fn href_into(&self, from: &SitePath, out: &mut String) {
        if self == from {
            return;
        }
        let shared = shared_folders(&from.0, &self.0);
        let ups = from.0[shared..].matches('/').count();
        for _ in 0..ups {
            out.push_str("../");
        }
        encode_into(out, &self.0[shared..]);
    }
}

impl fmt::Display for SitePath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// How many bytes of two paths are the folders that both lie in.
fn shared_folders(a: &str, b: &str) -> usize {
    let mut shared = 0;
    for (at, (x, y)) in a.bytes().zip(b.bytes()).enumerate() {
        if x != y {
            break;
        }
        if x == b'/' {
            shared = at + 1;
        }
    }
    shared
}

/// Percent-encodes all but unreserved characters and `/` (RFC 3986, section 2.3).
fn encode_into(out: &mut String, path: &str) {
    // What is copied as it is is ASCII, so that no slice cuts a character.
    let mut kept_from = 0;
    for (at, byte) in path.bytes().enumerate() {
        if !byte.is_ascii_alphanumeric() && !b"-._~/".contains(&byte) {
            if kept_from < at {
                out.push_str(&path[kept_from..at]);
            }
            push_percent(out, byte);
            kept_from = at + 1;
        }
    }
    out.push_str(&path[kept_from..]);
}

/// Appends `byte` as URLs write what they can't hold.
pub(crate) fn push_percent(out: &mut String, byte: u8) {
    const HEX: &[u8; 16] = b"0123456789ABCDEF";
    out.push('%');
    out.push(char::from(HEX[usize::from(byte >> 4)]));
    out.push(char::from(HEX[usize::from(byte & 15)]));
}

fn normalise(folder: &str, path: &str) -> Result<String, PathFault> {
    if path.chars().any(|c| c.is_control() || c == '\\') {
        return Err(PathFault::Character);
    }
    if path.starts_with('/') || path.split('/').next().is_some_and(|first| first.ends_with(':')) {
        return Err(PathFault::Absolute);
    }
    let mut segments: Vec<&str> = folder.split('/').filter(|s| !s.is_empty()).collect();
    for segment in path.split('/') {
        match segment {
            "" | "." => {}
            ".." => {
                segments.pop().ok_or(PathFault::Outside)?;
            }
            other => segments.push(other),
        }
    }
    if segments.is_empty() {
        return Err(PathFault::Empty);
    }
    Ok(segments.join("/"))
}

#[cfg(test)]
mod tests {
    use super::{PathFault, SitePath, SourcePath};

    fn site(path: &str) -> SitePath {
        SitePath::new(path).unwrap_or_else(|fault| panic!("{path}: {fault:?}"))
    }

    #[test]
    fn links_lead_from_page_to_page() {
        let cases = [
            ("index.html", "roles/engineer.html", "roles/engineer.html"),
            ("roles/engineer.html", "index.html", "../index.html"),
            ("roles/engineer.html", "roles/office.html", "office.html"),
            ("roles/deep/sre.html", "rolex/a.html", "../../rolex/a.html"),
            ("roles/engineer.html", "roles/engineer.html", ""),
            (
                "index.html",
                "roles/Größe 1.html",
                "roles/Gr%C3%B6%C3%9Fe%201.html",
            ),
        ];
        for (from, to, href) in cases {
            assert_eq!(site(to).href_from(&site(from)), href, "{from} -> {to}");
        }
    }

    #[test]
    fn nothing_leads_out() {
        assert_eq!(SourcePath::new("../x"), Err(PathFault::Outside));
        assert_eq!(SourcePath::new("/etc/passwd"), Err(PathFault::Absolute));
        assert_eq!(
            SourcePath::new("a/./b/../c").map(|p| p.to_string()),
            Ok("a/c".to_owned())
        );
        assert_eq!(SourcePath::new("."), Err(PathFault::Empty));
    }
}
