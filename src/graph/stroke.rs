//! Strokes that all drawings share: lines by state, heads of arrows, marks.

use std::fmt::Write as _;

use super::area::Point;
use super::number::push_number;
use crate::model::State;

/// Writing to a string cannot fail.
pub(super) fn put(out: &mut String, what: std::fmt::Arguments<'_>) {
    let _ = out.write_fmt(what);
}

/// Writes markup with numbers in it, each with what follows it: a drawing has hundreds, and formatting them
/// costs as much as laying them out.
pub(super) fn pieces(out: &mut String, begin: &str, numbers: &[(i32, &str)]) {
    out.push_str(begin);
    for (number, then) in numbers {
        push_number(out, *number);
        out.push_str(then);
    }
}

/// Writes the attribute that tells a line's state without colour, where it needs one.
pub(super) fn dashes(out: &mut String, state: State) {
    out.push_str(match state {
        State::Expected => " stroke-dasharray=\"7 4\"",
        State::Offered => " stroke-dasharray=\"1 4\"",
        State::Mutual | State::External => "",
    });
}

/// A shape for each state, so that it needs no colour.
pub(super) fn mark(out: &mut String, state: State, at: Point) {
    let Point { x, y } = at;
    let (begin, numbers) = match state {
        State::Mutual => (
            "<circle class=\"rb-mark\" fill=\"currentColor\" cx=\"",
            [(x, "\" cy=\""), (y, "\" r=\"4\"/>")],
        ),
        State::Expected => (
            "<circle class=\"rb-mark\" cx=\"",
            [(x, "\" cy=\""), (y, "\" r=\"4\"/>")],
        ),
        State::Offered => (
            "<path class=\"rb-mark\" d=\"M",
            [(x - 3, " "), (y - 4, "l8 4l-8 4z\"/>")],
        ),
        State::External => (
            "<path class=\"rb-mark\" d=\"M",
            [(x, " "), (y - 5, "l5 5l-5 5l-5-5z\"/>")],
        ),
    };
    pieces(out, begin, &numbers);
}
