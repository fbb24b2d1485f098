//! Suggested edits: what would mend a finding.

use std::borrow::Cow;

use super::Finding;
use crate::text::{Place, folded};

/// A change of sources that mends a finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fix {
    /// What it does, as a request: "write `product-owner`".
    pub title: String,
    /// The changes; all of them or none.
    pub edits: Vec<Edit>,
    /// Whether it may be made unasked.
    pub certainty: Certainty,
}

/// A stretch of source and what to put in its place.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Edit {
    /// The bytes that go; empty to put something in before them.
    pub place: Place,
    /// What comes, with `\n` at the ends of lines; whoever writes it follows the file.
    pub text: String,
}

/// Whether a fix can be wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Certainty {
    /// It says what the author said already: `check --fix` makes it.
    Certain,
    /// It is a guess, or leaves something to fill in: it is only shown.
    Likely,
}

impl Fix {
    /// A fix of one edit.
    pub fn new(
        title: impl Into<String>,
        place: Place,
        text: impl Into<String>,
        certainty: Certainty,
    ) -> Self {
        let text = text.into();
        Self {
            title: title.into(),
            edits: vec![Edit { place, text }],
            certainty,
        }
    }
}

impl Edit {
    /// What comes, in a file whose lines end with `\r\n`, or with `\n` alone.
    pub(crate) fn text_in(&self, has_returns: bool) -> Cow<'_, str> {
        if has_returns {
            Cow::Owned(self.text.replace("\r\n", "\n").replace('\n', "\r\n"))
        } else {
            Cow::Borrowed(&self.text)
        }
    }
}

/// Whether the lines of `text` end with `\r\n`, as the first does.
pub(crate) fn has_returns(text: &str) -> bool {
    text.find('\n').is_some_and(|end| text[..end].ends_with('\r'))
}

impl Finding {
    /// Adds "did you mean ...?" where there are near names, and the fix where only one of them can be meant: to
    /// put it where `written` stands, which is `place`; none where that is not plain to see.
    #[must_use]
    pub(crate) fn meant(self, written: &str, near: &[impl AsRef<str>], place: Option<Place>) -> Self {
        let meant = meant(written, near);
        let finding = self.near(near);
        match (meant.filter(|(name, _)| can_stand_anywhere(name)), place) {
            (Some((name, certainty)), Some(place)) => {
                let title = match certainty {
                    Certainty::Certain => format!("write `{name}`"),
                    Certainty::Likely => format!("did you mean `{name}`?"),
                };
                finding.fix(Fix::new(title, place, name, certainty))
            }
            _ => finding,
        }
    }
}

/// What is meant by `written`, where only one of `near` can be: certainly where it is the same but for how it was typed.
fn meant<'n>(written: &str, near: &'n [impl AsRef<str>]) -> Option<(&'n str, Certainty)> {
    let [one] = near else { return None };
    let is_same = folded(one.as_ref()) == folded(written);
    let certainty = if is_same {
        Certainty::Certain
    } else {
        Certainty::Likely
    };
    Some((one.as_ref(), certainty))
}

/// Whether a name means the same between quotes, in brackets and in a heading.
fn can_stand_anywhere(name: &str) -> bool {
    !name.contains(|c: char| c.is_control() || r#""'\|#[]<>`"#.contains(c))
}
