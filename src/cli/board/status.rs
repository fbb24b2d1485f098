//! How things stand, in one line.

use super::width::{cut, width};
use super::{BAD, DOUBTFUL, GOOD, Look, Mood, Status};

/// How things stand, as much of it as fits: what was read last goes first, then what the handbook is called and holds.
pub(super) fn line(status: &Status, columns: usize, look: Look) -> String {
    let words = Words::of(status, look);
    let Words { findings, .. } = &words;
    let shorter = [
        words.join(&[&words.named, findings, &words.read, &words.why]),
        words.join(&[&words.named, findings, &words.read]),
        words.join(&[&status.contents, findings, &words.read]),
        words.join(&[&status.contents, findings, &words.briefly]),
        words.join(&[findings, &words.briefly]),
        words.join(&[findings, &status.at]),
        words.join(&[findings]),
    ];
    let fitting = shorter.iter().find(|line| width(line) <= columns);
    cut(fitting.or(shorter.last()).map_or("", |line| line), columns, look)
}

/// All of it, as a line of a log.
pub(super) fn sentence(status: &Status, look: Look) -> String {
    line(status, usize::MAX, look)
}

/// The parts of the line.
struct Words {
    named: String,
    findings: String,
    read: String,
    briefly: String,
    why: String,
    between: &'static str,
}

impl Words {
    fn of(status: &Status, look: Look) -> Self {
        let Status {
            title,
            contents,
            mood,
            took,
            at,
            changed,
            earlier,
            ..
        } = status;
        let style = match mood {
            Mood::Good => GOOD,
            Mood::Doubtful => DOUBTFUL,
            Mood::Bad => BAD,
        };
        let findings = status.findings.as_deref().unwrap_or("no findings");
        let read = if *earlier > 0 { "read again" } else { "read" };
        Self {
            named: format!("{title}: {contents}"),
            findings: format!("{style}{findings}{style:#}"),
            read: format!("{read} in {took} at {at}"),
            briefly: format!("{took} at {at}"),
            why: changed
                .as_ref()
                .map_or_else(String::new, |changed| format!("changed: {changed}")),
            between: if look.unicode { " · " } else { " | " },
        }
    }

    fn join(&self, parts: &[&str]) -> String {
        let parts = parts.iter().copied().filter(|part| !part.is_empty());
        parts.collect::<Vec<_>>().join(self.between)
    }
}

#[cfg(test)]
mod tests {
    use super::{Look, Mood, Status, line, sentence};

    const LOOK: Look = Look {
        color: false,
        unicode: true,
    };

    fn status(changed: Option<&str>) -> Status {
        Status {
            title: String::from("Acme Handbook"),
            contents: String::from("31 roles, 8 teams"),
            findings: Some(String::from("2 errors, 3 warnings")),
            mood: Mood::Bad,
            took: String::from("4 ms"),
            at: String::from("14:03:22"),
            changed: changed.map(String::from),
            earlier: usize::from(changed.is_some()),
        }
    }

    #[test]
    fn the_most_important_stays_longest() {
        let status = status(Some("content/roles/a.md"));
        let cases = [
            (
                200,
                "Acme Handbook: 31 roles, 8 teams · 2 errors, 3 warnings · read again in 4 ms at 14:03:22 · \
                 changed: content/roles/a.md",
            ),
            (
                100,
                "Acme Handbook: 31 roles, 8 teams · 2 errors, 3 warnings · read again in 4 ms at 14:03:22",
            ),
            (
                80,
                "31 roles, 8 teams · 2 errors, 3 warnings · read again in 4 ms at 14:03:22",
            ),
            (60, "31 roles, 8 teams · 2 errors, 3 warnings · 4 ms at 14:03:22"),
            (40, "2 errors, 3 warnings · 4 ms at 14:03:22"),
            (35, "2 errors, 3 warnings · 14:03:22"),
            (20, "2 errors, 3 warnings"),
            (10, "2 errors,…"),
            (0, ""),
        ];
        for (columns, expected) in cases {
            assert_eq!(line(&status, columns, LOOK), expected);
        }
    }

    #[test]
    fn the_first_reading_has_no_cause() {
        let fine = Status {
            findings: None,
            mood: Mood::Good,
            ..status(None)
        };
        let ascii = Look {
            color: false,
            unicode: false,
        };
        assert_eq!(
            sentence(&fine, ascii),
            "Acme Handbook: 31 roles, 8 teams | no findings | read in 4 ms at 14:03:22"
        );
        let colored = Look {
            color: true,
            unicode: true,
        };
        assert!(line(&fine, 80, colored).contains("\x1b[1m\x1b[92mno findings\x1b[0m"));
    }
}
