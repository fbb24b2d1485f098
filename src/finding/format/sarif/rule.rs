//! Kinds of findings as rules.

use std::fmt::Write as _;

use super::log::{Configuration, Message, Rule};
use super::{level, message};
use crate::finding::{Kind, Level};

/// What is said of a kind.
pub(super) fn of(kind: &'static Kind) -> Rule {
    let what = kind.explanation.what.trim();
    Rule {
        id: kind.name,
        short_description: message(&sentence(kind.summary)),
        full_description: (!what.is_empty()).then(|| said(what.to_owned())),
        default_configuration: Configuration {
            enabled: kind.level > Level::Allow,
            level: level(kind.level.max(Level::Warn)),
        },
        help: help(kind).map(said),
    }
}

/// What it means, why it matters, how to mend it; none where nobody has written that.
fn help(kind: &Kind) -> Option<String> {
    let explanation = &kind.explanation;
    let paragraphs = [
        ("What it means", explanation.what),
        ("Why it matters", explanation.why),
        ("How to mend it", explanation.mend),
    ];
    let mut help = String::new();
    for (heading, words) in paragraphs {
        let words = words.trim();
        if !words.is_empty() {
            let _ = write!(help, "{heading}: {words}\n\n");
        }
    }
    (!help.is_empty()).then(|| help + &format!("Ask `rolebook explain {}` for an example.", kind.name))
}

/// Markdown that is fit to be read as it is.
fn said(markdown: String) -> Message {
    Message {
        text: markdown.clone(),
        markdown: Some(markdown),
    }
}

/// A summary as a sentence.
fn sentence(summary: &str) -> String {
    let mut rest = summary.chars();
    let first = rest.next().into_iter().flat_map(char::to_uppercase);
    first.chain(rest).chain(['.']).collect()
}
