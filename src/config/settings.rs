//! What `book.toml` says, valid.

use super::editor::Pattern;
use super::{Language, Schema};
use crate::finding::Kind;
use crate::model::{PartyKind, Period, Spot, WrittenLevel};
use crate::text::{Place, SourcePath};

/// The configuration.
#[derive(Clone, Debug)]
pub struct Config {
    /// `[book] title`.
    pub title: String,
    /// `[book] description`.
    pub description: Option<String>,
    /// `[book] language`.
    pub language: Language,
    /// Below which folder of the site it is in that language: empty for the original, such as `de/` for a translation.
    pub folder: String,
    /// All languages that it is in, the original's first; empty where there is one only.
    pub languages: Vec<Offered>,
    /// `[translations]`: the same in each further language. None of them has translations itself.
    pub translations: Vec<Config>,
    /// `[book] base_url`, with a slash at its end.
    pub base_url: Option<String>,
    /// `[book] schema` with the `[[section]]` tables laid over it.
    pub schema: Schema,
    /// `[build] output`, relative to the folder that holds `book.toml`.
    pub output: String,
    /// `[build] compress`: in which encodings texts lie beside themselves, for hosts that send them as they are.
    pub compress: Vec<Encoding>,
    /// `[theme] name`.
    pub theme: String,
    /// `[theme] accent`, as `#rrggbb`.
    pub accent: Option<String>,
    /// `[theme] logo`: a file below `content/`.
    pub logo: Option<SourcePath>,
    /// `[site] edit_url`, with `{path}` in it and perhaps `{line}`.
    pub edit_url: Option<String>,
    /// `[site] cards`: whether each role, team and external party has a picture to be shown where it is linked from.
    pub cards: bool,
    /// `[site] findings`: whether the handbook shows them.
    pub findings: bool,
    /// `[site] history`.
    pub history: Shown,
    /// `[people] publish`.
    pub publish: Publish,
    /// `[internal]`.
    pub internal: InternalRules,
    /// `[profiles]`: the names of all of them.
    pub profiles: Vec<String>,
    /// The one that this is for, laid over everything else; none where nothing is left out.
    pub profile: Option<String>,
    /// `[groups]`, by id.
    pub groups: Vec<GroupRule>,
    /// `[lints]`, as written.
    pub lints: Vec<WrittenLevel>,
    /// `[checks] notice`.
    pub notice: Option<Period>,
    /// `[serve] editor`.
    pub(crate) editor: Option<Pattern>,
}

/// A language that the handbook can be read in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offered {
    /// Its tag, as written.
    pub tag: String,
    /// What it calls itself.
    pub name: String,
    /// Below which folder of the site it is: empty for the original.
    pub folder: String,
}

/// How a file is compressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// A `.gz` beside it (RFC 1952).
    Gzip,
    /// A `.br` beside it (RFC 7932).
    Brotli,
}

impl Encoding {
    /// All of them as they are written.
    pub const ALL: [(&'static str, Encoding); 2] = [("gzip", Self::Gzip), ("brotli", Self::Brotli)];
}

/// What of the sources' history is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Shown {
    /// What changed when, and who changed it.
    #[default]
    Full,
    /// What changed when.
    Dates,
    /// Nothing.
    None,
}

impl Shown {
    /// All of them as they are written.
    pub const ALL: [(&'static str, Shown); 3] =
        [("full", Self::Full), ("dates", Self::Dates), ("none", Self::None)];
}

/// What of people is published; holds for pages, search and data alike.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Publish {
    /// All that is written.
    #[default]
    Full,
    /// Names, roles and teams only.
    Names,
    /// Nothing: how many keep a role, and no more.
    None,
}

impl Publish {
    /// All of them as they are written.
    pub const ALL: [(&'static str, Publish); 3] =
        [("full", Self::Full), ("names", Self::Names), ("none", Self::None)];
}

/// What profiles leave out, beside what sources mark themselves.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct InternalRules {
    /// Files and folders below `content/`.
    pub paths: Vec<Spot<String>>,
    /// Sections, by id or title.
    pub sections: Vec<Spot<String>>,
    /// Fields of the facts, and keys of the front matter.
    pub fields: Vec<Spot<String>>,
}

/// A set of parties by kind and tag.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GroupRule {
    /// Its key.
    pub id: String,
    /// Its title.
    pub title: String,
    /// The kind its members are of; any where none.
    pub kind: Option<PartyKind>,
    /// The tag its members carry; any where none.
    pub tag: Option<String>,
    /// Where its key stands.
    pub place: Place,
}

impl Config {
    /// The accent: the handbook's, or that of `css/tokens.css`.
    pub(crate) fn accent(&self) -> &str {
        self.accent.as_deref().unwrap_or("#0a6e5c")
    }

    /// The path of the handbook's address, with slashes around it: what links begin with where they stand at any depth.
    /// Without the host, so that it is right where a host shows a site at another one before it is published.
    pub(crate) fn base_path(&self) -> Option<&str> {
        let (_, behind) = self.base_url.as_deref()?.split_once("://")?;
        behind.find('/').map(|slash| &behind[slash..])
    }

    /// Whether findings of `kind` may be in the handbook itself: not those that are others on another day, nor,
    /// where something of people is held back, those that may say it.
    pub(crate) fn shows(&self, kind: &Kind) -> bool {
        self.findings && !kind.is_timed && !(kind.names_people && self.publish != Publish::Full)
    }
}

impl Default for Config {
    fn default() -> Self {
        Self {
            title: String::from("Handbook"),
            description: None,
            language: Language::default(),
            folder: String::new(),
            languages: Vec::new(),
            translations: Vec::new(),
            base_url: None,
            schema: Schema::default(),
            output: String::from("public"),
            compress: Vec::new(),
            theme: String::from("default"),
            accent: None,
            logo: None,
            edit_url: None,
            cards: false,
            findings: true,
            history: Shown::Full,
            publish: Publish::Full,
            internal: InternalRules::default(),
            profiles: Vec::new(),
            profile: None,
            groups: Vec::new(),
            lints: Vec::new(),
            notice: None,
            editor: None,
        }
    }
}
