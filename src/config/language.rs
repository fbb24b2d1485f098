//! The handbook's language.

/// The language that pages declare, and the nearest one that rolebook has words in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Language {
    /// The tag as written (BCP 47), such as `de-CH`.
    pub tag: String,
    /// The language of the theme's words and of section titles: one of [`Language::BUILT_IN`].
    pub words: &'static str,
}

impl Language {
    /// The languages that rolebook has words in; the first is used where none fits.
    pub const BUILT_IN: [&'static str; 4] = ["en", "de", "fr", "it"];
}

impl Default for Language {
    fn default() -> Self {
        Self {
            tag: String::from("en"),
            words: "en",
        }
    }
}
