//! What every template sees.

use serde::Serialize;

use super::{Changed, OpenPoint};

/// What every template sees as `page`, whatever it shows besides.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Frame {
    /// The page kind, which names its template: `role`, `team`, `external`, `person`, `page`, `home`,
    /// `glossary`, `roles`, `teams`, `externals`, `people`, `findings`, `graphs`, `graph`, `matrix`, `start`, `not-found`.
    pub kind: &'static str,
    /// The page's title.
    pub title: String,
    /// A sentence or two for search engines and previews; may be empty.
    pub description: String,
    /// Its address, relative to the site's root: `roles/engineer.html`.
    pub url: String,
    /// What leads from the page to the site's root: empty, or `../` once or more; for the 404 page
    /// the site's whole address where it is known.
    pub root: String,
    /// What leads from the page to the root of the pages in its language: the site's root but for translations.
    pub language_root: String,
    /// The page in each of the handbook's languages, this one among them; empty where it is in one only.
    pub languages: Vec<InLanguage>,
    /// What keeps the page from being a translation of its original.
    pub shortfall: Option<Shortfall>,
    /// Its address in the world, where `base_url` is set; the original's, where it is not translated.
    pub canonical: Option<String>,
    /// The picture that is shown where it is linked from: an address in the world.
    pub card: Option<String>,
    /// Where it is as plain Markdown.
    pub markdown: Option<String>,
    /// What it says in schema.org's words, as JSON-LD; may be empty.
    pub linked_data_html: String,
    /// Where its source can be edited, where `edit_url` is set and there is a source.
    pub edit: Option<String>,
    /// When its source changed last, where that is known.
    pub changed: Option<Changed>,
    /// What changed as feeds, of everything and of the page.
    pub feeds: Vec<Link>,
    /// The pages above it, from the top; itself not among them.
    pub breadcrumbs: Vec<Link>,
    /// The headings on it: level two and three.
    pub contents: Vec<Heading>,
    /// The handbook's own navigation.
    pub navigation: Vec<NavigationItem>,
    /// The page before it and the one after it, in its folder or team.
    pub previous: Option<Link>,
    /// See `previous`.
    pub next: Option<Link>,
    /// The terms of the glossary that it uses.
    pub terms: Vec<Explained>,
    /// What is to be mended in its source.
    pub open_points: Vec<OpenPoint>,
}

/// A page in one of the handbook's languages.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct InLanguage {
    /// What the language calls itself.
    pub title: String,
    /// Its tag.
    pub language: String,
    /// Where the page is in that language.
    pub href: String,
    /// The same as an address in the world, where `base_url` is set.
    pub address: Option<String>,
    /// Whether it is the language of this page.
    pub current: bool,
    /// Whether the page is in that language there, and not in the original's words.
    pub translated: bool,
}

/// What keeps a page from being a translation of its original.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Shortfall {
    /// `missing`: it is in the original's words; `outdated`: the original has changed since.
    pub kind: &'static str,
    /// The original's language, leading to the page in it.
    pub original: Link,
    /// The tag of that language.
    pub language: String,
}

/// What every template sees as `book`, the same on each page.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Book {
    /// The handbook's title.
    pub title: String,
    /// Its description.
    pub description: Option<String>,
    /// Its language tag.
    pub language: String,
    /// The logo's address, relative to the site's root; put `page.root` before it.
    pub logo: Option<String>,
    /// The address of a sign for the handbook, relative to the site's root: the logo, or one of the theme's.
    pub icon: String,
    /// The style sheets' addresses, relative to the site's root, in their order.
    pub styles: Vec<String>,
    /// The addresses of the scripts that run before anything is shown, relative to the site's root.
    pub first_scripts: Vec<String>,
    /// The addresses of the scripts that a search needs, relative to the site's root, in their order.
    pub search_scripts: Vec<String>,
    /// The addresses of the scripts of large drawings and of the matrix, relative to the site's root, in their order.
    pub graph_scripts: Vec<String>,
    /// The other scripts' addresses (plain ones, to be deferred), relative to the site's root, in their order.
    pub scripts: Vec<String>,
    /// The contract's version.
    pub contract: u32,
}

/// A link and its text.
#[derive(Clone, Debug, Serialize, PartialEq, Eq)]
pub(crate) struct Link {
    /// Its text.
    pub title: String,
    /// Where it leads; empty to the page itself, none where there is nothing to lead to.
    pub href: Option<String>,
}

impl Link {
    /// The bytes of what it says and where it leads.
    pub(in crate::site) fn weight(&self) -> usize {
        self.title.len() + self.href.as_ref().map_or(0, String::len)
    }
}

/// A heading on the page.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Heading {
    /// Its text.
    pub title: String,
    /// `#` and its anchor.
    pub href: String,
    /// 2 or 3.
    pub level: u8,
    /// On the page of a role, a team or an external party: `purpose`, `introduction` for what else stands before
    /// the first section about relations, `sections` from there on.
    pub part: &'static str,
}

/// A term and what it means.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Explained {
    /// The term, leading to the glossary.
    pub term: Link,
    /// What it means, in short.
    pub meaning: String,
}

/// An entry of the navigation.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct NavigationItem {
    /// Its text.
    pub title: String,
    /// Where it leads: for a folder without a page of its own to the first below it, unless that is shown; none
    /// where there is none.
    pub href: Option<String>,
    /// Whether it is this page.
    pub current: bool,
    /// Whether this page is below it: its items are shown then.
    pub open: bool,
    /// What is below it; filled where it is open and, as long as there are few, for all folders of pages.
    pub items: Vec<NavigationItem>,
}
