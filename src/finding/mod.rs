//! What is wrong with the content: findings, their names and levels, and how they are shown.

mod findings;
mod fix;
pub mod format;
pub mod kind;
mod level;
mod lines;
pub(crate) mod mend;
mod recorded;
mod related;

pub use findings::{Counts, Findings};
pub use fix::{Certainty, Edit, Fix};
pub use format::summary;
pub use kind::{Example, Explanation, Kind};
pub use level::{Level, Levels};
pub use lines::Lines;
pub(crate) use lines::SourceLines;
pub use mend::mended;
pub use recorded::{Recorded, subjects_of};
pub(crate) use related::join;

use crate::text::{Place, alternatives};

/// A piece of source text that a finding points at, and what to say of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    /// The bytes.
    pub place: Place,
    /// What stands beside them; may be empty.
    pub text: String,
}

/// Something that the content says wrongly, or fails to say.
///
/// It is written for someone who is no programmer: one sentence of what is wrong, the place, and
/// what to do about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// What kind it is, by which it is looked up and levelled.
    pub kind: &'static Kind,
    /// How serious it is, once [`Levels`] have been applied.
    pub level: Level,
    /// What is wrong, in one English sentence without a full stop.
    pub message: String,
    /// The same in the languages of the handbook, the original's first, as far as they are others and rolebook can say
    /// it.
    pub locals: Vec<Local>,
    /// Where to mend it.
    pub place: Label,
    /// Other places that belong to it.
    pub related: Vec<Label>,
    /// What to do, a sentence each.
    pub help: Vec<String>,
    /// What it is about, in words that stay when lines move or wordings change: ids, names as written. The
    /// baseline knows findings by them. Where there are none, the text that it points at stands for them.
    pub subjects: Vec<String>,
    /// What would mend it.
    pub fix: Option<Fix>,
    /// Whether the baseline has it: it was there before, is not reported, and stands against nothing.
    pub is_known: bool,
}

/// A sentence about a finding, in English and in the languages of the handbook.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// In English.
    pub english: String,
    /// In the languages of the handbook that are others.
    pub locals: Vec<Local>,
}

/// A sentence about a finding in a language of the handbook.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Local {
    /// The language's tag.
    pub language: String,
    /// Whether it is the language that the handbook is written in, and not one that it is translated to.
    pub is_original: bool,
    /// The sentence.
    pub message: String,
}

impl Finding {
    /// A finding of `kind` at `place`, at the kind's default level.
    pub fn new(kind: &'static Kind, place: Place, message: impl Into<String>) -> Self {
        Self {
            kind,
            level: kind.level,
            message: message.into(),
            locals: Vec::new(),
            place: Label {
                place,
                text: String::new(),
            },
            related: Vec::new(),
            help: Vec::new(),
            subjects: Vec::new(),
            fix: None,
            is_known: false,
        }
    }

    /// The same with a sentence in several languages.
    pub fn said(kind: &'static Kind, place: Place, said: Said) -> Self {
        Self {
            locals: said.locals,
            ..Self::new(kind, place, said.english)
        }
    }

    /// What is wrong in the language of that tag, where rolebook said it.
    pub(crate) fn message_in(&self, language: &str) -> Option<&str> {
        let local = self.locals.iter().find(|local| local.language == language)?;
        Some(&local.message)
    }

    /// Makes it a softer note, which fails nothing.
    #[must_use]
    pub fn note(mut self) -> Self {
        self.level = Level::Note;
        self
    }

    /// Says what it is about, for the baseline.
    #[must_use]
    pub fn about(mut self, subject: impl Into<String>) -> Self {
        self.subjects.push(subject.into());
        self
    }

    /// Says what would mend it.
    #[must_use]
    pub fn fix(mut self, fix: Fix) -> Self {
        self.fix = Some(fix);
        self
    }

    /// Says `text` beside the place itself.
    #[must_use]
    pub fn label(mut self, text: impl Into<String>) -> Self {
        self.place.text = text.into();
        self
    }

    /// Points at a second place.
    #[must_use]
    pub fn related(mut self, place: Place, text: impl Into<String>) -> Self {
        self.related.push(Label {
            place,
            text: text.into(),
        });
        self
    }

    /// Adds what to do.
    #[must_use]
    pub fn help(mut self, text: impl Into<String>) -> Self {
        self.help.push(text.into());
        self
    }

    /// Adds "did you mean ...?" where there are near names.
    #[must_use]
    pub fn near(self, names: &[impl AsRef<str>]) -> Self {
        let names = names.iter().map(|name| format!("`{}`", name.as_ref()));
        let names: Vec<String> = names.collect();
        if names.is_empty() {
            return self;
        }
        self.help(format!("did you mean {}?", alternatives(&names)))
    }
}
