//! What a source is by where it lies, and what it is called by its name.

use crate::config::Config;
use crate::model::{DocumentKind, PartyKind};
use crate::text::{SourcePath, readable};

const GLOSSARY: &str = "content/glossary.md";
/// The table of people.
pub(super) const PEOPLE: &str = "content/people.toml";

/// Whether a source at `path` is a document.
pub(super) fn is_document(path: &SourcePath) -> bool {
    let extension = path.file_name().rsplit_once('.').map(|(_, extension)| extension);
    path.below_content().is_some() && extension.is_some_and(|found| found.eq_ignore_ascii_case("md"))
}

/// Whether a source at `path` is a document in the original's language.
pub(crate) fn is_original(path: &SourcePath, config: &Config) -> bool {
    is_document(path) && translated(path, config).is_none()
}

/// Whether a source at `path` is the table of people.
pub(crate) fn is_people(path: &SourcePath) -> bool {
    path.as_str() == PEOPLE
}

/// Which of the translations of `config` a source at `path` is written in, and the path of its original: such as
/// `content/roles/engineer.md` for `content/roles/engineer.de.md`.
pub(super) fn translated(path: &SourcePath, config: &Config) -> Option<(usize, SourcePath)> {
    if config.translations.is_empty() || !is_document(path) {
        return None;
    }
    let (stem, tag) = path.stem().rsplit_once('.')?;
    let is_of = |translation: &Config| translation.language.tag.eq_ignore_ascii_case(tag);
    let of = config.translations.iter().position(is_of)?;
    let original = SourcePath::new(&format!("{}/{stem}.md", path.folder())).ok()?;
    Some((of, original))
}

/// What a document at `path` is, where its front matter does not say.
pub(super) fn by_folder(path: &SourcePath) -> DocumentKind {
    if path.as_str() == GLOSSARY {
        return DocumentKind::Glossary;
    }
    // A folder's own page tells of its parties; it is none of them.
    if is_index(path) {
        return DocumentKind::Page;
    }
    let below = path.below_content().unwrap_or_default();
    let folder = below.split_once('/').map_or("", |(folder, _)| folder);
    let party = PartyKind::ALL.into_iter().find(|kind| kind.folder() == folder);
    match (party, folder) {
        (Some(kind), _) => DocumentKind::Party(kind),
        (None, "people") => DocumentKind::Person,
        (None, _) => DocumentKind::Page,
    }
}

/// The title of a document at `path` that has none: its name, or its folder's; the home page has
/// the handbook's.
pub(super) fn title(path: &SourcePath, handbook: &str) -> String {
    if !is_index(path) {
        return readable(path.stem());
    }
    match path.folder().rsplit_once('/') {
        Some((_, folder)) => readable(folder),
        None => handbook.to_owned(),
    }
}

/// Whether it is the page of its folder, as `README.md` is on forges.
fn is_index(path: &SourcePath) -> bool {
    path.stem() == "index" || path.stem().eq_ignore_ascii_case("readme")
}

#[cfg(test)]
mod tests {
    use super::{by_folder, is_document, title};
    use crate::model::DocumentKind::{Glossary, Page, Party, Person};
    use crate::model::PartyKind::{External, Role, Team};
    use crate::text::SourcePath;

    #[test]
    fn the_folder_says_what_a_document_is() {
        let cases = [
            ("content/roles/product-owner.md", Party(Role), "Product owner"),
            ("content/roles/platform/sre.md", Party(Role), "Sre"),
            ("content/roles/index.md", Page, "Roles"),
            ("content/roles/README.md", Page, "Roles"),
            ("content/people/Readme.md", Page, "People"),
            ("content/teams/vega.md", Party(Team), "Vega"),
            ("content/external/customer.md", Party(External), "Customer"),
            ("content/people/ana-ruiz.md", Person, "Ana ruiz"),
            ("content/glossary.md", Glossary, "Glossary"),
            ("content/guides/glossary.md", Page, "Glossary"),
            ("content/roles.md", Page, "Roles"),
            ("content/index.md", Page, "The handbook"),
            ("content/a/how-we-work/index.md", Page, "How we work"),
        ];
        for (path, kind, expected) in cases {
            let path = SourcePath::new(path).unwrap_or_else(|fault| panic!("{path}: {fault:?}"));
            assert!(is_document(&path), "{path}");
            assert_eq!(
                (by_folder(&path), title(&path, "The handbook").as_str()),
                (kind, expected),
                "{path}"
            );
        }
    }
}
