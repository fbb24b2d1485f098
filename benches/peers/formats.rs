//! The forms in which other tools read an organisation.

use super::layouts::{self, File};

/// How a tool wants its sources.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Format {
    MdBook,
    Hugo,
    Zola,
    /// What `MkDocs` reads, and Zensical as well.
    MkDocs,
    /// `AsciiDoc`, in a git repository.
    Antora,
}

impl Format {
    /// The folder of the sources.
    pub(super) fn folder(self) -> &'static str {
        match self {
            Self::MdBook => "src",
            Self::Hugo | Self::Zola => "content",
            Self::MkDocs => "docs",
            Self::Antora => "content/modules/ROOT/pages",
        }
    }

    /// The name of a folder's own page.
    pub(super) fn index(self) -> &'static str {
        match self {
            Self::MdBook | Self::MkDocs | Self::Antora => "index",
            Self::Hugo | Self::Zola => "_index",
        }
    }

    /// What is needed beside the sources.
    pub(super) fn files(self) -> &'static [File] {
        match self {
            Self::MdBook => &layouts::MDBOOK,
            Self::Hugo => &layouts::HUGO,
            Self::Zola => &layouts::ZOLA,
            Self::MkDocs => &layouts::MKDOCS,
            Self::Antora => &layouts::ANTORA,
        }
    }

    /// A link to the page written in `path`, from a page so many folders down: one that the tool checks, where it has such.
    pub(super) fn link(self, path: &str, title: &str, depth: usize) -> String {
        match self {
            Self::MdBook | Self::MkDocs => format!("[{title}]({}{path}.md)", "../".repeat(depth)),
            Self::Antora => format!("xref:{path}.adoc[{title}]"),
            Self::Hugo => format!("[{title}]({{{{< relref \"/{path}.md\" >}}}})"),
            Self::Zola => format!("[{title}](@/{path}.md)"),
        }
    }

    /// The head of a page, whose place among its like is `place`.
    pub(super) fn head(self, title: &str, place: usize, is_folder: bool) -> String {
        match self {
            Self::MdBook | Self::MkDocs | Self::Antora => format!("# {title}\n\n"),
            Self::Zola if is_folder => {
                format!("+++\ntitle = \"{title}\"\nweight = {place}\nsort_by = \"weight\"\n+++\n\n")
            }
            Self::Hugo | Self::Zola => format!("+++\ntitle = \"{title}\"\nweight = {place}\n+++\n\n"),
        }
    }

    /// What the names of its sources end with.
    pub(super) fn ending(self) -> &'static str {
        match self {
            Self::Antora => "adoc",
            _ => "md",
        }
    }

    /// A page that is written in Markdown, in the tool's own language.
    pub(super) fn written(self, markdown: String) -> String {
        match self {
            Self::Antora => asciidoc(&markdown),
            _ => markdown,
        }
    }
}

/// Headings, lists and bold words, which is all that measured pages have.
fn asciidoc(markdown: &str) -> String {
    let mut text = String::with_capacity(markdown.len());
    for line in markdown.lines() {
        let level = line.bytes().take_while(|byte| *byte == b'#').count();
        text.push_str(&"=".repeat(level));
        let line = &line[level..];
        match line.strip_prefix("- ") {
            Some(item) => text.extend(["* ", &item.replace("**", "*")]),
            None => text.push_str(line),
        }
        text.push('\n');
    }
    text
}
