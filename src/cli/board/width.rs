//! Text with colours in it, measured and cut by the columns that it takes.

use unicode_width::UnicodeWidthChar;

use super::Look;

/// Ends all colours.
const PLAIN: &str = "\x1b[0m";
/// Makes a sign before it a picture, which many terminals show in two columns.
const AS_PICTURE: char = '\u{fe0f}';

enum Piece<'a> {
    /// A sequence that sets colours.
    Style(&'a str),
    /// Something to see.
    Char(char),
}

/// The pieces of a line. What would steer the terminal in any other way than by colours is left out.
struct Pieces<'a>(&'a str);

impl<'a> Iterator for Pieces<'a> {
    type Item = Piece<'a>;

    fn next(&mut self) -> Option<Piece<'a>> {
        loop {
            let c = self.0.chars().next()?;
            let length = if c == '\x1b' {
                sequence(self.0)
            } else {
                c.len_utf8()
            };
            let (piece, rest) = self.0.split_at(length);
            self.0 = rest;
            if c != '\x1b' {
                return Some(Piece::Char(if steers(c) { ' ' } else { c }));
            }
            if is_style(piece) {
                return Some(Piece::Style(piece));
            }
        }
    }
}

/// How long the control sequence is that `text` begins with.
fn sequence(text: &str) -> usize {
    let end = |found: Option<usize>| found.unwrap_or(text.len());
    let mut after = text.char_indices().skip(1);
    match after.next() {
        Some((_, '[')) => end(after
            .find(|(_, c)| matches!(c, '\x40'..='\x7e'))
            .map(|(at, _)| at + 1)),
        // What goes on to a bell or a backslash: titles, links, pictures.
        Some((_, ']' | 'P' | 'X' | '^' | '_')) => {
            let bell = text.find('\x07').map(|at| at + 1);
            let backslash = text.find("\x1b\\").map(|at| at + 2);
            end(bell.into_iter().chain(backslash).min())
        }
        Some((at, c)) => at + c.len_utf8(),
        None => text.len(),
    }
}

fn is_style(sequence: &str) -> bool {
    let numbers = sequence
        .strip_prefix("\x1b[")
        .and_then(|rest| rest.strip_suffix('m'));
    numbers.is_some_and(|numbers| {
        numbers
            .chars()
            .all(|c| c.is_ascii_digit() || matches!(c, ';' | ':'))
    })
}

fn steers(c: char) -> bool {
    c.is_control() || matches!(c, '\u{2028}' | '\u{2029}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// How many columns `c` takes. Terminals differ where characters join; none takes more than they do one by one.
fn columns(c: char) -> usize {
    if c == AS_PICTURE {
        1
    } else {
        c.width().unwrap_or(0)
    }
}

/// How many columns a line takes.
pub(super) fn width(line: &str) -> usize {
    let columns = |piece| match piece {
        Piece::Style(_) => 0,
        Piece::Char(c) => columns(c),
    };
    Pieces(line).map(columns).sum()
}

/// A line as it may be shown, not wider than `most`; dots at its end say where more would follow.
pub(super) fn cut(line: &str, most: usize, look: Look) -> String {
    let line = line.replace('\t', "    ");
    let dots = match (look.unicode, width(&line) > most) {
        (_, false) => "",
        (true, true) => "…",
        (false, true) => "...",
    };
    let dots = if width(dots) < most { dots } else { "" };
    let mut room = most - width(dots);
    let mut out = String::with_capacity(line.len());
    let mut is_styled = false;
    for piece in Pieces(&line) {
        match piece {
            Piece::Style(style) if look.color => {
                out.push_str(style);
                is_styled = !matches!(style, PLAIN | "\x1b[m");
            }
            Piece::Style(_) => {}
            Piece::Char(c) if columns(c) > room => break,
            Piece::Char(c) => {
                room -= columns(c);
                out.push(c);
            }
        }
    }
    if is_styled {
        out.push_str(PLAIN);
    }
    out + dots
}

/// A line as it may be shown, however wide.
pub(super) fn whole(line: &str, look: Look) -> String {
    cut(line, usize::MAX, look)
}

/// The words of `text` in lines not wider than `most`, where words allow.
pub(super) fn folded(text: &str, most: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        match lines.last_mut() {
            Some(line) if width(line) + 1 + width(word) <= most => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::{Look, cut, folded, width};

    const LOOK: Look = Look {
        color: true,
        unicode: true,
    };
    const BARE: Look = Look {
        color: false,
        unicode: false,
    };

    #[test]
    fn lines_are_cut_by_the_columns_they_take() {
        let cases = [
            ("as it is", 8, "as it is"),
            ("as it is", 7, "as it …"),
            ("役割の手引き", 12, "役割の手引き"),
            ("役割の手引き", 8, "役割の…"),
            ("e\u{301}e\u{301}e\u{301}", 2, "e\u{301}…"),
            ("👩‍🔧 mends", 5, "👩‍🔧…"),
            ("ab", 1, "a"),
            ("a\tb", 6, "a    b"),
            ("", 0, ""),
            ("a", 0, ""),
        ];
        for (line, most, expected) in cases {
            let cut = cut(line, most, LOOK);
            assert_eq!(cut, expected, "{line:?} in {most}");
            assert!(width(&cut) <= most);
        }
        assert_eq!(cut("as it is", 7, BARE), "as i...");
    }

    #[test]
    fn colours_take_no_room_and_end_where_the_line_is_cut() {
        let line = "\x1b[1m\x1b[91merror\x1b[0m: all wrong";
        assert_eq!(width(line), 16);
        assert_eq!(cut(line, 16, LOOK), line);
        assert_eq!(cut(line, 4, LOOK), "\x1b[1m\x1b[91merr\x1b[0m…");
        assert_eq!(cut(line, 9, LOOK), "\x1b[1m\x1b[91merror\x1b[0m: a…");
        assert_eq!(cut(line, 16, BARE), "error: all wrong");
        assert_eq!(cut("\x1b[38;5;9mred", 9, LOOK), "\x1b[38;5;9mred\x1b[0m");
    }

    #[test]
    fn nothing_but_colours_steers_the_terminal() {
        let sly = "a\x1b[2Jb\x1b]0;title\x07c\x1b]8;;http://x\x1b\\d\x1bce\x1b[?1049hf\u{9b}2Jg\rh\u{202e}i";
        assert_eq!(cut(sly, 80, LOOK), "abcdef 2Jg h i");
        for torn in ["\x1b", "\x1b[", "\x1b[12", "\x1b]0;x", "\x1bü"] {
            assert_eq!(cut(torn, 80, LOOK), "", "{torn:?}");
        }
    }

    #[test]
    fn words_fill_lines() {
        assert_eq!(folded("one two  three", 7), ["one two", "three"]);
        assert_eq!(folded("overlong x", 3), ["overlong", "x"]);
        assert_eq!(folded("役割 役割", 9), ["役割 役割"]);
        assert!(folded(" ", 9).is_empty());
    }
}
