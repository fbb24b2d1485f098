//! Pieces of SVG that several drawings write.

use super::number::push_number;
use crate::model::State;
use crate::text::escape;

/// Writes markup with numbers in it, each with what follows it: a drawing has thousands, and formatting
/// them costs more than laying them out.
pub(crate) fn pieces(out: &mut String, begin: &str, numbers: &[(i32, &str)]) {
    out.push_str(begin);
    for (number, then) in numbers {
        push_number(out, *number);
        out.push_str(then);
    }
}

/// Writes ` name="value"`.
pub(crate) fn attribute(out: &mut String, name: &str, value: &str) {
    out.push(' ');
    out.push_str(name);
    out.push_str("=\"");
    escape::attribute(out, value);
    out.push('"');
}

/// Writes numbers of a path, with no more between them than is needed.
pub(crate) fn coordinates(out: &mut String, numbers: &[i32]) {
    for number in numbers {
        if *number >= 0 && out.ends_with(|last: char| last.is_ascii_digit()) {
            out.push(' ');
        }
        push_number(out, *number);
    }
}

/// The attribute with the dash pattern of a state: states differ without colour too.
pub(crate) const fn dashes(state: State) -> &'static str {
    match state {
        State::Expected => " stroke-dasharray=\"7 4\"",
        State::Offered => " stroke-dasharray=\"1 4\"",
        State::Mutual | State::External => "",
    }
}

/// Opens the `<svg>` of a kind of drawing, with its accessible name and description.
pub(crate) fn open(
    out: &mut String,
    kind: &str,
    size: (i32, i32),
    font: i32,
    title: &str,
    description: &str,
) {
    let (width, height) = size;
    let numbers = [
        (width, "\" height=\""),
        (height, "\" viewBox=\"0 0 "),
        (width, " "),
        (height, "\" role=\"group\" aria-labelledby=\"rb-"),
    ];
    out.push_str("<svg class=\"rb-graph rb-");
    out.push_str(kind);
    pieces(out, "\" width=\"", &numbers);
    out.push_str(kind);
    out.push_str("-title\" aria-describedby=\"rb-");
    out.push_str(kind);
    pieces(
        out,
        "-description\" fill=\"none\" stroke=\"currentColor\" font-size=\"",
        &[(font, "\"><title id=\"rb-")],
    );
    out.push_str(kind);
    out.push_str("-title\">");
    escape::text(out, title);
    out.push_str("</title><desc id=\"rb-");
    out.push_str(kind);
    out.push_str("-description\">");
    escape::text(out, description);
    out.push_str("</desc>");
}
