//! Kinds of findings as rules.

use std::fmt::Write as _;

use super::log::{Configuration, Message, Rule};
use super::{level, message};
use crate::finding::{Kind, Level};

/// What is said of a kind.
pub(super) fn of(kind: &'static Kind) -> Rule {
    Rule {
        id: kind.name,
        short_description: message(&kind.sentence()),
        full_description: said(kind.explanation.what.trim().to_owned()),
        default_configuration: Configuration {
            enabled: kind.level > Level::Allow,
            level: level(kind.level.max(Level::Warn)),
        },
        help: said(help(kind)),
    }
}

/// What it means, why it matters, how to mend it.
fn help(kind: &Kind) -> String {
    let mut help = String::new();
    for (heading, words) in kind.explanation.paragraphs() {
        let _ = write!(help, "{heading}: {words}\n\n");
    }
    let _ = write!(help, "Ask `rolebook explain {}` for an example.", kind.name);
    help
}

/// Markdown that is fit to be read as it is.
fn said(markdown: String) -> Message {
    Message {
        text: markdown.clone(),
        markdown: Some(markdown),
    }
}
