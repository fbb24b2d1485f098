//! Words of messages as they may stand on a line of a terminal.

use super::Characters;

/// Words of rolebook's own, in characters that can be shown.
pub(super) fn words(text: &str, characters: Characters) -> String {
    let text = printable(text);
    match characters {
        Characters::Ascii => ascii(&text),
        Characters::AsciiLines | Characters::Unicode => text,
    }
}

/// The text without characters that would steer the terminal, break the line or turn it round.
pub(crate) fn printable(text: &str) -> String {
    text.replace(steers, " ")
}

/// Whether `c` is an order to whatever shows it rather than something to see.
pub(super) fn steers(c: char) -> bool {
    c.is_control() || matches!(c, '\u{2028}' | '\u{2029}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// The text with quotes, dashes and dots that every terminal has.
fn ascii(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '“' | '”' | '„' | '«' | '»' => out.push('"'),
            '‘' | '’' | '‚' | '‹' | '›' => out.push('\''),
            '–' | '—' | '‑' => out.push('-'),
            '…' => out.push_str("..."),
            '→' => out.push_str("->"),
            '·' | '•' => out.push('*'),
            '\u{a0}' | '\u{202f}' => out.push(' '),
            other => out.push(other),
        }
    }
    out
}
