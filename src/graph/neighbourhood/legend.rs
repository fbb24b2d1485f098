//! What the edges' styles mean: those that occur, in words.

use super::card::{MARK, Style};
use super::geometry::Point;
use super::{Neighbour, NeighbourWords};
use crate::model::State;

/// How long a sample's line is.
pub(super) const SAMPLE: i32 = 28;
/// From a sample's left side to its word.
pub(super) const WORD: i32 = SAMPLE + 8 + MARK;
const STEP: i32 = 22;
const GAP: i32 = 22;

/// A state that occurs, explained; `at` is where its line begins, at the height of its word's baseline.
#[derive(Debug)]
pub(super) struct Sample {
    pub(super) state: State,
    pub(super) at: Point,
}

/// The samples in rows from `top` on, and the height they take.
pub(super) fn arrange(
    neighbours: &[Neighbour],
    words: &NeighbourWords,
    top: i32,
    width: i32,
) -> (Vec<Sample>, i32) {
    let mut samples = Vec::new();
    let mut at = Point::new(0, top + STEP);
    for state in State::ALL {
        if !neighbours.iter().any(|neighbour| occurs(neighbour, state)) {
            continue;
        }
        let needed = WORD + Style::State.face().width(words.state(state));
        if at.x > 0 && at.x + needed > width {
            at = Point::new(0, at.y + STEP);
        }
        samples.push(Sample { state, at });
        at.x += needed + GAP;
    }
    let height = if samples.is_empty() { 0 } else { at.y + 6 - top };
    (samples, height)
}

fn occurs(neighbour: &Neighbour, state: State) -> bool {
    let sides = [&neighbour.provides, &neighbour.consumes];
    sides.into_iter().flatten().any(|side| side.state == state)
}
