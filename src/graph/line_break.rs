//! Text cut into lines that fit a width.

use super::text_width::{Face, advance, is_wide};

/// Stands for what did not fit.
const ELLIPSIS: char = '…';

/// Cuts `text` into at most `most` lines, each within `width`; what does not fit ends in an ellipsis.
///
/// Lines break at spaces, after hyphens and slashes and between wide characters; a word wider than a line
/// breaks anywhere. Takes no longer than the lines are, however long the text.
pub(crate) fn break_lines(text: &str, face: Face, width: i32, most: usize) -> Vec<String> {
    let mut lines = Lines::new(face.room(width), most);
    for character in text.chars() {
        if lines.is_full() {
            break;
        }
        if character.is_whitespace() {
            lines.space();
        } else {
            lines.push(character);
        }
    }
    lines.finish()
}

struct Lines {
    done: Vec<String>,
    line: String,
    used: i32,
    /// Where the line may be broken: 0 is nowhere.
    gap: usize,
    room: i32,
    most: usize,
}

impl Lines {
    fn new(room: i32, most: usize) -> Self {
        Self {
            done: Vec::new(),
            line: String::new(),
            used: 0,
            gap: 0,
            room,
            most,
        }
    }

    fn is_full(&self) -> bool {
        self.done.len() >= self.most
    }

    fn space(&mut self) {
        if !self.line.is_empty() && !self.line.ends_with(' ') {
            self.line.push(' ');
            self.used += advance(' ');
            self.gap = self.line.len();
        }
    }

    fn push(&mut self, character: char) {
        if is_wide(character) {
            self.gap = self.line.len();
        }
        let needed = advance(character);
        while needed > 0 && self.used + needed > self.room && !self.line.is_empty() {
            self.wrap();
        }
        self.line.push(character);
        self.used += needed;
        if is_wide(character) || matches!(character, '-' | '/' | '–') {
            self.gap = self.line.len();
        }
    }

    /// Ends the line at its last gap, or where it stands.
    fn wrap(&mut self) {
        let at = if self.gap == 0 { self.line.len() } else { self.gap };
        let rest = self.line.split_off(at);
        let line = std::mem::replace(&mut self.line, rest);
        self.done.push(line.trim_end().to_owned());
        self.used = measure(&self.line);
        self.gap = 0;
    }

    fn finish(mut self) -> Vec<String> {
        let line = self.line.trim_end();
        if self.done.len() < self.most && !line.is_empty() {
            let line = line.to_owned();
            self.done.push(line);
        } else if !line.is_empty() {
            self.done.truncate(self.most);
            if let Some(last) = self.done.last_mut() {
                shorten(last, self.room);
            }
        }
        self.done
    }
}

/// Takes characters off the end until an ellipsis fits.
fn shorten(line: &mut String, room: i32) {
    let mut used = measure(line) + advance(ELLIPSIS);
    while used > room {
        let Some(character) = line.pop() else { break };
        used -= advance(character);
    }
    line.truncate(line.trim_end().len());
    line.push(ELLIPSIS);
}

fn measure(text: &str) -> i32 {
    text.chars().map(advance).sum()
}

#[cfg(test)]
mod tests {
    use super::{Face, break_lines};

    const FACE: Face = Face {
        size: 10,
        bold: false,
    };

    #[test]
    fn lines_break_where_people_would() {
        let cases: [(&str, usize, &[&str]); 9] = [
            ("", 2, &[]),
            ("  one  two ", 2, &["one two"]),
            ("Product Owner of a team", 9, &["Product", "Owner of a", "team"]),
            ("Product Owner of a team", 2, &["Product", "Owner of…"]),
            ("abcdefghijklmnop", 9, &["abcdefghijkl", "mnop"]),
            ("Service-Verantwortung", 9, &["Service-", "Verantwortu", "ng"]),
            ("担当者の役割", 9, &["担当者の役", "割"]),
            ("one two", 0, &[]),
            ("WWWWWWWWWWWWWWWWWWWWW", 1, &["WWWWW…"]),
        ];
        for (text, most, expected) in cases {
            let lines = break_lines(text, FACE, 58, most);
            assert_eq!(lines, expected, "{text}");
        }
    }

    #[test]
    fn lines_fit_and_lose_nothing() {
        for width in [1, 5, 30, 58, 200] {
            let text = "A rather long qualifier with a Donaudampfschifffahrtsgesellschaft in it";
            let lines = break_lines(text, FACE, width, usize::MAX);
            let squeezed = |text: &str| text.replace(' ', "");
            assert_eq!(squeezed(&lines.concat()), squeezed(text));
            for line in lines.iter().filter(|line| line.chars().count() > 1) {
                assert!(FACE.width(line) <= width + 1, "{line} in {width}");
            }
        }
    }

    #[test]
    fn an_endless_text_costs_only_what_is_shown() {
        let text = "word ".repeat(1_000_000);
        assert_eq!(break_lines(&text, FACE, 58, 2).len(), 2);
    }
}
