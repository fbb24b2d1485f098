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
    vec![beginning(place.span.of(&snapshot.source(place.source).text))]
}

/// The beginning of `text`, white space beginning.
fn beginning(text: &str) -> String {
    let mut beginning = String::new();
    let mut left = MOST;
    for word in text.split_whitespace() {
        if left == 0 {
            break;
        }
        if !beginning.is_empty() {
            beginning.push(' ');
            left -= 1;
        }
        let taken = word.chars().take(left);
        left -= taken.clone().count();
        beginning.extend(taken);
    }
    beginning.truncate(beginning.trim_end().len());
    beginning
}

#[cfg(test)]
mod tests {
    use super::{beginning, subjects_of};
    use crate::finding::{Finding, kind};
    use crate::text::{Place, SourceId, Span, cases};

    #[test]
    fn the_text_itself_stands_for_subjects() {
        let snapshot = cases::snapshot([("content/a.md", "See [[the\n  weather]].")]);
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
            assert_eq!(beginning(text), expected);
        }
    }
}
