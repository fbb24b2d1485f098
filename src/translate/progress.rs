//! How far a document is translated, and whether its original has changed since.

use sha2::{Digest, Sha256};

use super::Original;
use super::tell::Teller;
use crate::model::Document;
use crate::parse;

/// How far a document is translated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Progress {
    /// Not at all.
    Missing,
    /// From an earlier state of its original.
    Outdated,
    /// As it is, as far as is known.
    Current,
}

/// How far `translation` is: the mark that it bears is that of its original, or of an earlier state of it.
pub(super) fn of(
    original: Original<'_>,
    document: &Document,
    translation: &Document,
    teller: &mut Teller<'_>,
) -> Progress {
    let mark = mark(document, &original.snapshot.source(document.source).text);
    match &translation.front.original {
        Some(written) if written.value == mark => Progress::Current,
        Some(written) => {
            teller.outdated(document, translation, written, &mark);
            Progress::Outdated
        }
        None => {
            teller.unmarked(document, translation, &mark);
            Progress::Current
        }
    }
}

/// What stands for the words of `document`, whose source holds `text`: the first eight digits of a SHA-256. White
/// space and facts make no difference to it.
fn mark(document: &Document, text: &str) -> String {
    let mut hasher = Sha256::new();
    let fields = document
        .front
        .fields
        .iter()
        .flat_map(|(name, value)| [name.as_str(), value]);
    let title = document
        .front
        .title
        .as_ref()
        .map_or("", |title| title.value.as_str());
    for text in [title, parse::body(text)].into_iter().chain(fields) {
        for word in text.split_whitespace() {
            hasher.update(word);
            hasher.update(" ");
        }
        hasher.update("\n");
    }
    let digest = hasher.finalize();
    let first = u32::from_be_bytes(std::array::from_fn(|at| digest[at]));
    format!("{first:08x}")
}
