//! What runs in the browser: the files of the preview's own.

use std::fmt::Write as _;

use super::asset;
use crate::text::escape;

macro_rules! files {
    ($($name:literal),* $(,)?) => {
        &[$(($name, include_str!(concat!("client/", $name)))),*]
    };
}

/// The files, by name.
static FILES: &[(&str, &str)] = files![
    "announcements.js",
    "connection.js",
    "edit.js",
    "findings.js",
    "focus.js",
    "get.js",
    "gone.js",
    "list.js",
    "marks.js",
    "match.js",
    "morph.js",
    "page.js",
    "place.js",
    "preview.css",
    "preview.js",
    "root.js",
    "sheets.js",
    "words.js",
];

/// The file of that name, with its content type.
pub(super) fn file(name: &str) -> Option<(&'static str, &'static str)> {
    let (name, text) = FILES.iter().find(|(known, _)| *known == name)?;
    Some((asset::kind(name), text))
}

/// A page with the preview's script in it, the only thing that it has more than the page as published. `page` is its
/// address, such as `/roles/engineer.html`.
pub(super) fn with_script(bytes: &[u8], page: &str, revision: u64) -> Vec<u8> {
    let mut script = String::from(r#"<script type="module" src="/__rolebook/preview.js" data-page=""#);
    escape::attribute(&mut script, page);
    let _ = write!(script, r#"" data-revision="{revision}"></script>"#);
    let end = b"</body>";
    let at = bytes
        .windows(end.len())
        .rposition(|bytes| bytes.eq_ignore_ascii_case(end));
    let (before, behind) = bytes.split_at(at.unwrap_or(bytes.len()));
    [before, script.as_bytes(), behind].concat()
}

#[cfg(test)]
#[allow(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "the test looks at the folder"
)]
mod tests {
    use super::{FILES, with_script};

    #[test]
    fn every_file_of_the_folder_is_in_the_table() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/src/serve/client");
        let files = std::fs::read_dir(folder).unwrap();
        let mut found: Vec<String> = files
            .map(|file| file.unwrap().file_name().into_string().unwrap())
            .collect();
        found.sort();
        let known: Vec<&str> = FILES.iter().map(|(name, _)| *name).collect();
        assert_eq!(found, known);
    }

    #[test]
    fn a_page_has_one_script_more() {
        let cases = [
            ("<body>x</body></html>", "<body>xS</body></html>"),
            ("<body>&lt;/body>x</BODY>", "<body>&lt;/body>xS</BODY>"),
            ("<p>x", "<p>xS"),
        ];
        let script = "<script type=\"module\" src=\"/__rolebook/preview.js\" data-page=\"/a &amp; b.html\" data-revision=\"7\"></script>";
        for (page, expected) in cases {
            let made = with_script(page.as_bytes(), "/a & b.html", 7);
            assert_eq!(String::from_utf8(made).unwrap(), expected.replace('S', script));
        }
    }
}
