//! Words in a circle: as large as they fit, on few lines.

use crate::graph::line_break::break_lines;
use crate::graph::rounding::whole;
use crate::graph::text_width::{Face, is_wide};

/// Sizes of letters, the best first.
const SIZES: [i32; 5] = [13, 12, 11, 10, 9];
/// In smaller circles nothing can be read.
const LEAST_RADIUS: i32 = 18;
const MOST_LINES: usize = 3;
/// Letters may be wider than measured, by this part.
const WIDER: f64 = 1.08;

/// Lines in the middle of a circle.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Caption {
    pub(super) size: i32,
    pub(super) lines: Vec<String>,
}

impl Caption {
    /// The text within a circle, and a line below it that is never cut, such as a number; either may be
    /// empty.
    pub(super) fn new(text: &str, last: &str, radius: i32) -> Option<Self> {
        if radius < LEAST_RADIUS {
            return None;
        }
        let below = usize::from(!last.is_empty());
        let fitting = SIZES.into_iter().find_map(|size| {
            (1..=MOST_LINES).find_map(|most| Self::whole(text, size, most, chord(radius, size, most + below)))
        });
        let mut caption = fitting.unwrap_or_else(|| Self::cut(text, radius, below));
        if below > 0 {
            caption.lines.push(last.to_owned());
        }
        Some(caption)
    }

    /// On at most so many lines, if no word has to be broken.
    fn whole(text: &str, size: i32, most: usize, width: i32) -> Option<Self> {
        let face = Face { size, bold: false };
        let is_held = |word: &str| word.chars().any(is_wide) || face.width(word) <= width;
        let mut words = text
            .split_whitespace()
            .flat_map(|word| word.split_inclusive(['-', '/', '–']));
        if !words.all(is_held) {
            return None;
        }
        let lines = break_lines(text, face, width, most + 1);
        (lines.len() <= most).then_some(Self { size, lines })
    }

    fn cut(text: &str, radius: i32, below: usize) -> Self {
        let size = if radius < 30 { 9 } else { 10 };
        let width = chord(radius, size, MOST_LINES + below);
        let lines = break_lines(text, Face { size, bold: false }, width, MOST_LINES);
        Self { size, lines }
    }

    /// Between baselines.
    pub(super) const fn step(&self) -> i32 {
        self.size * 6 / 5
    }

    /// From the circle's middle down to the first baseline.
    pub(super) fn first(&self) -> i32 {
        let more = i32::try_from(self.lines.len()).unwrap_or(1) - 1;
        self.size * 7 / 20 - more * self.step() / 2
    }
}

/// How much of a line fits, of so many lines around a circle's middle.
fn chord(radius: i32, size: i32, lines: usize) -> i32 {
    let lines = i32::try_from(lines).unwrap_or(1);
    let half = f64::from(size) * (1.2 * f64::from(lines) - 0.3) / 2.0;
    let radius = f64::from(radius - 3);
    whole(2.0 * (radius * radius - half * half).max(0.0).sqrt() / WIDER)
}

#[cfg(test)]
mod tests {
    use super::Caption;

    #[test]
    fn words_are_whole_where_they_can_be() {
        let lines = |text: &str, radius| Caption::new(text, "", radius).map(|caption| caption.lines);
        let of = |lines: &[&str]| Some(lines.iter().map(|line| (*line).to_owned()).collect());
        assert_eq!(lines("Engineer", 44), of(&["Engineer"]));
        assert_eq!(
            lines("Data Protection Officer", 44),
            of(&["Data", "Protection", "Officer"])
        );
        assert_eq!(lines("Engineer", 10), None);
        let cut = lines("Donaudampfschifffahrtselektrizitätenhauptbetriebswerk", 30);
        assert!(cut.is_some_and(|lines| lines.len() == 3 && lines[2].ends_with('…')));
    }

    #[test]
    fn the_last_line_is_kept() {
        let caption = Caption::new("A rather long title of a team that does not fit", "20 roles", 30);
        assert_eq!(
            caption.and_then(|mut caption| caption.lines.pop()).as_deref(),
            Some("20 roles")
        );
    }
}
