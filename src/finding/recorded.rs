//! What findings are known by when lines move and wordings change.

use super::Finding;
use crate::text::Snapshot;

/// So many characters of the text that a finding points at stand for it.
const MOST: usize = 80;

/// A finding as the baseline has it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Recorded {
    /// Its kind's name.
    pub name: String,
    /// The file it is in, relative to the folder that holds `book.toml`.
    pub path: String,
    /// What it is about.
    pub subject: String,
    /// How many there are of the same.
    pub count: usize,
}

/// What `finding` is about, in words that stay the same when lines move and wordings change; never empty. Where
/// it names no subjects, the text that it points at stands for them.
pub fn subjects_of(snapshot: &Snapshot, finding: &Finding) -> Vec<String> {
    if !finding.subjects.is_empty() {
        return finding.subjects.clone();
    }
    let place = finding.place.place;
    vec![folded(place.span.of(&snapshot.source(place.source).text))]
}

/// The beginning of `text`, white space folded.
fn folded(text: &str) -> String {
    let mut folded = String::new();
    let mut left = MOST;
    for word in text.split_whitespace() {
        if left == 0 {
            break;
        }
        if !folded.is_empty() {
            folded.push(' ');
            left -= 1;
        }
        let taken = word.chars().take(left);
        left -= taken.clone().count();
        folded.extend(taken);
    }
    folded.truncate(folded.trim_end().len());
    folded
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "the path is fixed")]
mod tests {
    use super::{folded, subjects_of};
    use crate::finding::{Finding, kind};
    use crate::text::{Place, Snapshot, Source, SourceId, SourcePath, Span};

    #[test]
    fn the_text_itself_stands_for_subjects() {
        let source = Source {
            path: SourcePath::new("content/a.md").unwrap(),
            text: "See [[the\n  weather]].".into(),
            fault: None,
        };
        let snapshot = Snapshot {
            sources: vec![source],
            ..Snapshot::default()
        };
        let place = Place::new(SourceId(0), Span::new(6, 19));
        let finding = Finding::new(&kind::BROKEN_LINK, place, "nothing there");
        assert_eq!(subjects_of(&snapshot, &finding), ["the weather"]);
        let finding = finding.about("a").about("b");
        assert_eq!(subjects_of(&snapshot, &finding), ["a", "b"]);
        let beyond = Place::new(SourceId(0), Span::new(800, 900));
        let finding = Finding::new(&kind::BROKEN_LINK, beyond, "nothing there");
        assert_eq!(subjects_of(&snapshot, &finding), [""]);
    }

    #[test]
    fn long_text_is_cut() {
        let cases = [
            (" \n", String::new()),
            (" a \t b\n", String::from("a b")),
            (&"é".repeat(100), "é".repeat(80)),
            (&format!("{} b", "a".repeat(79)), "a".repeat(79)),
            (&format!("{} b", "a".repeat(78)), format!("{} b", "a".repeat(78))),
        ];
        for (text, expected) in cases {
            assert_eq!(folded(text), expected);
        }
    }
}
