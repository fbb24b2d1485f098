//! Links that lead to no file: why, and what may be meant.

use super::elsewhere::Elsewhere;
use super::files::{FileFault, relative};
use super::name::brief;
use super::reporter::{Reporter, broken};
use crate::finding::{Certainty, Finding, Fix};
use crate::model::{Reference, ReferenceForm};
use crate::text::{CONTENT, Place, SourcePath};

impl Reporter<'_, '_> {
    /// Why there is no such file to link to.
    pub(super) fn file(
        &mut self,
        place: Place,
        from: &SourcePath,
        reference: &Reference,
        fault: &FileFault,
    ) -> Finding {
        let name = brief(&reference.name);
        let exact = self.directory.exactly_linked(place, &reference.name);
        match fault {
            FileFault::Absolute => self.absolute((place, exact), from, &reference.name),
            FileFault::Outside => {
                let finding = broken(place, format!("`{name}` leads out of `content`"))
                    .label("only what lies below `content` is published");
                let near = self.elsewhere(reference.name.trim_start_matches("../"), from);
                if near.is_empty() {
                    return finding.help("move the file below `content`, or link to its address on the web");
                }
                finding.meant(&reference.name, &near, exact)
            }
            FileFault::Character => broken(place, format!("`{name}` can't be the path of a file"))
                .help("put `/` between folders, and leave out backslashes and control characters"),
            FileFault::Missing(path) => {
                let image = reference.form == ReferenceForm::Image;
                self.missing((place, exact), from, (&reference.name, image), path)
            }
        }
    }

    /// A link from the root: of what, nobody knows.
    fn absolute(
        &mut self,
        (place, exact): (Place, Option<Place>),
        from: &SourcePath,
        written: &str,
    ) -> Finding {
        let finding = broken(
            place,
            format!(
                "`{}` does not say where it is, seen from this file",
                brief(written)
            ),
        )
        .label("links are relative to the file they stand in");
        let path = written.trim_start_matches('/').trim_end_matches('/');
        let path = format!("{CONTENT}/{}", path.strip_prefix("content/").unwrap_or(path));
        if let Some(meant) = self.directory.files.almost(&path) {
            let link = relative(from, meant);
            return put(
                finding.help(format!("write `{link}`")),
                exact,
                &link,
                Certainty::Likely,
            );
        }
        if self.directory.files.is_folder(&path) {
            return folder(place, &path);
        }
        let near = self.elsewhere(&path, from);
        if near.is_empty() {
            return finding.help("write the way from this file, such as `../roles/engineer.md`");
        }
        finding.meant(written, &near, exact)
    }

    /// There is no file at `path`, to which `from` links by what is written at `place`; `exact`: the same, if
    /// just that stands there.
    pub(super) fn missing(
        &mut self,
        (place, exact): (Place, Option<Place>),
        from: &SourcePath,
        (written, image): (&str, bool),
        path: &str,
    ) -> Finding {
        let what = if image { "image" } else { "file" };
        let finding = broken(place, format!("there is no {what} `{}`", brief(path)))
            .label(format!("this {what} is missing"));
        if let Some(meant) = self.directory.files.almost(path) {
            let link = relative(from, meant);
            let (why, certainty) = if meant.to_lowercase() == path.to_lowercase() {
                (
                    "upper and lower case must be as in the file's name",
                    Certainty::Certain,
                )
            } else {
                ("links name the file, with its ending", Certainty::Likely)
            };
            let finding = finding.help(format!("write `{link}`: {why}"));
            return put(finding, exact, &link, certainty);
        }
        if !image && self.directory.files.is_folder(path) {
            return folder(place, path);
        }
        let near = self.elsewhere(path, from);
        if !near.is_empty() {
            return finding.meant(written, &near, exact);
        }
        if let Some(address) = address(written).filter(|_| !image) {
            return finding.help(format!(
                "write `{address}` if that is the address; else check the path from the folder of this file"
            ));
        }
        finding.help("check the path: it starts from the folder of the file the link stands in")
    }

    /// Links to files that may be meant by `path`, as they are written in `from`.
    fn elsewhere(&mut self, path: &str, from: &SourcePath) -> Vec<String> {
        let directory = self.directory;
        let files = self
            .files
            .get_or_insert_with(|| Elsewhere::of(directory.files.paths()));
        files.meant(path, from)
    }
}

/// There is nothing to show for the folder at `path`.
fn folder(place: Place, path: &str) -> Finding {
    broken(
        place,
        format!("the folder `{}` has no page of its own", brief(path)),
    )
    .label("this leads to a folder")
    .help("link to one of the pages in it, or write `index.md` there to say what it holds")
}

/// Adds the fix that puts `link` at `place`, where there is one.
fn put(finding: Finding, place: Option<Place>, link: &str, certainty: Certainty) -> Finding {
    match place {
        Some(place) => finding.fix(Fix::new(format!("write `{link}`"), place, link, certainty)),
        None => finding,
    }
}

/// The whole address on the web, or of a mailbox, that a link which names no file may stand for.
fn address(link: &str) -> Option<String> {
    /// How addresses without a path end that are no files.
    const ENDINGS: [&str; 9] = ["ch", "com", "de", "eu", "fr", "io", "it", "net", "org"];
    let (host, path) = link
        .split_once('/')
        .map_or((link, None), |(host, path)| (host, Some(path)));
    let (mailbox, host) = host
        .rsplit_once('@')
        .map_or((None, host), |(name, host)| (Some(name), host));
    let is_part = |part: &str| !part.is_empty() && part.chars().all(|c| c.is_alphanumeric() || c == '-');
    let (_, last) = host.rsplit_once('.')?;
    if !host.split('.').all(is_part) || !last.chars().all(char::is_alphabetic) {
        return None;
    }
    if let Some(mailbox) = mailbox {
        return (path.is_none() && !mailbox.is_empty()).then(|| format!("mailto:{link}"));
    }
    let is_address = path.is_some()
        || host.starts_with("www.")
        || ENDINGS.iter().any(|end| last.eq_ignore_ascii_case(end));
    is_address.then(|| format!("https://{link}"))
}

#[cfg(test)]
mod tests {
    use super::address;

    #[test]
    fn addresses_are_known_without_their_beginning() {
        let cases = [
            ("example.org/page", Some("https://example.org/page")),
            ("www.example.team", Some("https://www.example.team")),
            ("Example.COM", Some("https://Example.COM")),
            ("ana@example.org", Some("mailto:ana@example.org")),
            ("roles/engineer.md", None),
            ("engineer.md", None),
            ("map.svg", None),
            ("../a.b/c", None),
            ("v1.2/notes.md", None),
            (".github/x", None),
            ("@example.org/a", None),
        ];
        for (link, expected) in cases {
            assert_eq!(address(link).as_deref(), expected, "{link}");
        }
    }
}
