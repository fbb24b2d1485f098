//! What is wrong with the content: findings, their names and levels, and how they are shown.

mod catalogue;
mod excerpt;
mod human;
mod level;
mod lines;

pub use catalogue::{CATALOGUE, Kind, kind, named};
pub use human::{Human, summary};
pub use level::{Level, Levels};
pub use lines::Lines;

use crate::text::Place;

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
    /// What is wrong, in one sentence without a full stop.
    pub message: String,
    /// Where to mend it.
    pub place: Label,
    /// Other places that belong to it.
    pub related: Vec<Label>,
    /// What to do, a sentence each.
    pub help: Vec<String>,
}

impl Finding {
    /// A finding of `kind` at `place`, at the kind's default level.
    pub fn new(kind: &'static Kind, place: Place, message: impl Into<String>) -> Self {
        Self {
            kind,
            level: kind.level,
            message: message.into(),
            place: Label {
                place,
                text: String::new(),
            },
            related: Vec::new(),
            help: Vec::new(),
        }
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
    pub fn near(self, names: &[&str]) -> Self {
        match names {
            [] => self,
            [one] => self.help(format!("did you mean `{one}`?")),
            [first @ .., last] => {
                let first: Vec<String> = first.iter().map(|name| format!("`{name}`")).collect();
                self.help(format!("did you mean {} or `{last}`?", first.join(", ")))
            }
        }
    }
}
