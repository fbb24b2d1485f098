//! The forms in which other tools read an organisation.

use super::layouts::{self, File};

/// How a tool wants its sources.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Format {
    MdBook,
    Hugo,
    Zola,
}

impl Format {
    /// The folder of the sources.
    pub(super) fn folder(self) -> &'static str {
        match self {
            Self::MdBook => "src",
            Self::Hugo | Self::Zola => "content",
        }
    }

    /// The name of a folder's own page.
    pub(super) fn index(self) -> &'static str {
        match self {
            Self::MdBook => "index",
            Self::Hugo | Self::Zola => "_index",
        }
    }

    /// What is needed beside the sources.
    pub(super) fn files(self) -> &'static [File] {
        match self {
            Self::MdBook => &layouts::MDBOOK,
            Self::Hugo => &layouts::HUGO,
            Self::Zola => &layouts::ZOLA,
        }
    }

    /// A link to the page written in `path`, from a page so many folders down: one that the tool checks, where it has such.
    pub(super) fn link(self, path: &str, title: &str, depth: usize) -> String {
        match self {
            Self::MdBook => format!("[{title}]({}{path}.md)", "../".repeat(depth)),
            Self::Hugo => format!("[{title}]({{{{< relref \"/{path}.md\" >}}}})"),
            Self::Zola => format!("[{title}](@/{path}.md)"),
        }
    }

    /// The head of a page, whose place among its like is `place`.
    pub(super) fn head(self, title: &str, place: usize, is_folder: bool) -> String {
        match self {
            Self::MdBook => format!("# {title}\n\n"),
            Self::Zola if is_folder => {
                format!("+++\ntitle = \"{title}\"\nweight = {place}\nsort_by = \"weight\"\n+++\n\n")
            }
            Self::Hugo | Self::Zola => format!("+++\ntitle = \"{title}\"\nweight = {place}\n+++\n\n"),
        }
    }
}
