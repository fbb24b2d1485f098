//! A drawing on a terminal that is drawn anew in place.

use std::fmt::Write as _;

use super::Size;
use super::width::width;

/// Terminals that know it show nothing before the end, the others ignore it. The cursor does not flicker, and a line
/// that is wider than was thought does not go on in the next.
const BEGIN: &str = "\x1b[?2026h\x1b[?25l\x1b[?7l";
const END: &str = "\x1b[?7h\x1b[?25h\x1b[?2026l";
const ERASE_LINE: &str = "\x1b[2K";
const ERASE_BELOW: &str = "\x1b[J";

/// What stands on the terminal; the cursor is at the beginning of the line below.
#[derive(Debug, Default)]
pub(super) struct Screen {
    /// How many columns each line takes.
    drawn: Vec<usize>,
    /// How wide the terminal was.
    columns: usize,
}

impl Screen {
    /// What draws `lines` in place of what was drawn before.
    pub(super) fn redrawn(&mut self, lines: &[String], size: Size) -> String {
        let mut text = String::from(BEGIN);
        text.push('\r');
        let above = self.height(size.columns);
        if above > 0 {
            let _ = write!(text, "\x1b[{above}A"); // Strings take everything.
        }
        if self.columns != size.columns {
            // Lines may be broken in other places now.
            text.push_str(ERASE_BELOW);
        }
        for line in lines {
            // Erased before it is written: after a full line that would take its last character.
            text.push_str(ERASE_LINE);
            text.push_str(line);
            text.push_str("\r\n");
        }
        text.push_str(ERASE_BELOW);
        text.push_str(END);
        self.drawn = lines.iter().map(|line| width(line)).collect();
        self.columns = size.columns;
        text
    }

    /// What leaves the drawing as it is; the next one begins below.
    pub(super) fn left(&mut self) -> &'static str {
        self.drawn.clear();
        // The terminal may have written `^C`.
        "\r\x1b[K"
    }

    /// How many lines of the terminal the drawing takes. Where it became narrower, terminals break lines that were
    /// too wide for it.
    fn height(&self, columns: usize) -> usize {
        let rows = |width: &usize| width.div_ceil(columns.max(1)).max(1);
        self.drawn.iter().map(rows).sum()
    }
}
