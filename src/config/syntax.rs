//! What is no TOML at all, said in words for people who never heard of TOML.

use toml::de::Error;

use super::reader::Origin;
use crate::finding::{Certainty, Finding, Fix, kind};
use crate::text::{Place, Span};

/// How the parser's words begin where a text stands without quotes, and where a key stands twice.
const UNQUOTED: &str = "string values must be quoted";
const TWICE: &str = "duplicate key";

/// So many broken lines are reported; whoever mends them sees the next.
const MOST: usize = 40;

/// The lines that hold an error, and a finding for each: a second error in a line mostly follows from
/// the first.
pub(super) fn findings(text: &str, origin: &Origin, errors: &[Error]) -> (Vec<Span>, Vec<Finding>) {
    let mut lines: Vec<Span> = Vec::new();
    let mut findings = Vec::new();
    let mut were_unquoted = true;
    for error in errors {
        let at = Span::from(error.span().unwrap_or_default()).clamped(text);
        let is_unquoted = error.message().starts_with(UNQUOTED) && at.start < at.end;
        let is_known = lines
            .iter()
            .any(|line| line.start <= at.start && at.start <= line.end);
        if is_known && !(is_unquoted && were_unquoted) {
            continue;
        }
        if findings.len() == MOST {
            break;
        }
        were_unquoted = is_unquoted;
        let line = line_around(text, at);
        if !is_known {
            lines.push(line);
        }
        findings.push(finding(text, origin, error, at, line));
    }
    (lines, findings)
}

/// What is said of `error`, which stands at `at` in `line`.
fn finding(text: &str, origin: &Origin, error: &Error, at: Span, line: Span) -> Finding {
    let span = pointed_at(text, at, line, error.message());
    let fault = Fault {
        message: error.message(),
        written: text.get(span.start..span.end).unwrap_or_default(),
        is_nothing: at.start == at.end,
        line: text.get(line.start..line.end).unwrap_or_default().trim(),
        in_document: origin.kind == &kind::INVALID_FRONT_MATTER,
    };
    let place = |span: Span| Place::new(origin.source, span.shifted(origin.offset));
    let (message, help) = fault.in_plain_words();
    let finding = Finding::new(origin.kind, place(span), message).label("here");
    let finding = help.into_iter().fold(finding, Finding::help);
    let finding = match fault.quoted() {
        Some((text, certainty)) => {
            finding.fix(Fix::new(format!("write `{text}`"), place(span), text, certainty))
        }
        None => finding,
    };
    match first_written(text, line, fault.written) {
        Some(first) if error.message().starts_with(TWICE) => finding.related(place(first), "the first time"),
        _ => finding,
    }
}

/// Where the key or heading of `line` stands for the first time, as far as that is plain to see.
fn first_written(text: &str, line: Span, key: &str) -> Option<Span> {
    let current = text[line.start..line.end].trim();
    let is_heading = current.starts_with('[');
    let mut end = line.start;
    while end > 0 {
        let above = line_around(text, Span::new(end - 1, end - 1));
        let at = trimmed(text, above);
        let written = &text[at.start..at.end];
        if is_heading && written == current {
            return Some(at);
        }
        let is_same = |rest: &str| rest.trim_start().starts_with('=');
        if !is_heading && written.strip_prefix(key).is_some_and(is_same) {
            return Some(Span::new(at.start, at.start + key.len()));
        }
        if !is_heading && written.starts_with('[') {
            return None;
        }
        end = above.start;
    }
    None
}

/// The line in which `at` begins, without its end.
fn line_around(text: &str, at: Span) -> Span {
    let start = text[..at.start].rfind('\n').map_or(0, |end| end + 1);
    let end = text[at.start..]
        .find('\n')
        .map_or(text.len(), |end| at.start + end);
    Span::new(start, end)
}

/// What to point at for an error at `at`: what looks like a date as a whole; where `at` is nothing, the
/// word there, or else the line.
fn pointed_at(text: &str, at: Span, line: Span, message: &str) -> Span {
    let written = &text[line.start..line.end];
    if let Some(start) = written.find('=').map(|sign| line.start + sign + 1)
        && looks_like_date(&text[start..line.end])
    {
        return trimmed(text, Span::new(start, line.end));
    }
    if at.start < at.end {
        return at;
    }
    let rest = &text[at.start..line.end];
    let word = rest.find(char::is_whitespace).unwrap_or(rest.len());
    if word == 0 || message.starts_with("key with no value") {
        return trimmed(text, line);
    }
    Span::new(at.start, at.start + word)
}

fn looks_like_date(value: &str) -> bool {
    let value = value.trim();
    value.len() >= 6
        && value.contains(['.', '/', '-'])
        && value.starts_with(|c: char| c.is_ascii_digit())
        && value
            .chars()
            .all(|c| c.is_ascii_digit() || matches!(c, '.' | '/' | '-'))
}

/// `span` without the white space at its ends.
fn trimmed(text: &str, span: Span) -> Span {
    let part = &text[span.start..span.end];
    let start = span.start + (part.len() - part.trim_start().len());
    Span::new(start, start + part.trim().len())
}

/// The lines that git puts between two versions of a text.
const MERGED: [&str; 3] = ["<<<<<<<", "=======", ">>>>>>>"];

const CONFLICT: &str = "two versions of this file were put together here, and nobody has chosen";

/// How the parser's words begin, what is wrong in plain ones, and what to do.
const PLAIN_WORDS: [(&str, &str, &str); 11] = [
    (
        "missing escaped value",
        "`\\` can't stand alone in a text",
        "write `\\\\` for it, or use 'single quotes' around the text",
    ),
    (
        "missing comma",
        "a comma is missing before this",
        "put a comma between two entries, and a closing bracket behind the last",
    ),
    ("extra comma", "there is a comma too many", "take it out"),
    (
        "unclosed array",
        "this list is never closed",
        "put a `]` behind its last entry",
    ),
    (
        "unclosed inline table",
        "this `{` is never closed",
        "put a `}` behind its last entry",
    ),
    (
        "unclosed table",
        "this heading is never closed",
        "put a `]` at its end",
    ),
    (
        "unexpected key or value",
        "something stands behind the value that does not belong to it",
        "end the line after the value; put a text that has a single quote in it between double quotes",
    ),
    (
        "unexpected `=` in array",
        "the list above is never closed",
        "put a `]` behind its last entry",
    ),
    (
        "cannot recurse further",
        "brackets are nested too deeply",
        "take some of them out",
    ),
    (
        "recursion limit",
        "a key has too many parts",
        "take some of the full stops out of it",
    ),
    (
        "cannot extend",
        "this key is already used for something else",
        "give one of the two another name",
    ),
];

/// Quotes that books have, and TOML has not.
const CURLY: [char; 8] = ['“', '”', '„', '‟', '«', '»', '‘', '’'];

/// What the TOML parser stumbled over.
struct Fault<'a> {
    /// Its own words.
    message: &'a str,
    /// What the finding points at.
    written: &'a str,
    /// Whether the parser points between two bytes: something is missing there.
    is_nothing: bool,
    /// The line.
    line: &'a str,
    /// Whether a document's text follows behind the TOML.
    in_document: bool,
}

impl Fault<'_> {
    /// What is wrong, and what to do.
    fn in_plain_words(&self) -> (String, Vec<String>) {
        if MERGED.iter().any(|mark| self.line.starts_with(mark)) {
            let help =
                "keep what is right of both, and take the lines with `<<<<<<<`, `=======` and `>>>>>>>` out";
            return (CONFLICT.to_owned(), vec![help.to_owned()]);
        }
        let says = |beginning: &str| self.message.starts_with(beginning);
        if says(UNQUOTED) || says("invalid boolean") {
            return self.unquoted();
        }
        if says("key with no value") || says("invalid unquoted key") || says("unquoted keys") {
            return self.no_key();
        }
        if says(TWICE) {
            let message = format!("`{}` is written twice", self.written);
            return (message, vec!["keep one of the two".to_owned()]);
        }
        if says("invalid date") || looks_like_date(self.written) {
            let help = "write year, month and day, as in `2026-05-01`";
            return (format!("`{}` is no date", self.written), vec![help.to_owned()]);
        }
        if let Some((_, message, help)) = PLAIN_WORDS.iter().find(|(beginning, ..)| says(beginning)) {
            return ((*message).to_owned(), vec![(*help).to_owned()]);
        }
        if says("invalid basic string") || says("invalid literal string") || says("invalid multi-line") {
            return self.broken_text();
        }
        (format!("this can't be understood: {}", self.message), Vec::new())
    }

    /// The value as it is written, between straight quotes; where it is all of the value, and there are curly
    /// quotes around it or none.
    fn quoted(&self) -> Option<(String, Certainty)> {
        let is_value = self.message.starts_with(UNQUOTED) && !self.is_nothing;
        let (_, value) = self.line.split_once('=').filter(|_| is_value)?;
        let bare = self.written.trim_matches(CURLY);
        let curly = self.written.len() - bare.len();
        let is_plain = !bare.is_empty() && bare.chars().all(|c| c.is_alphanumeric() || " -_.,".contains(c));
        if value.trim() != self.written || !is_plain {
            return None;
        }
        let certainty = if curly > 0 && self.written.starts_with(CURLY) && self.written.ends_with(CURLY) {
            Certainty::Certain
        } else {
            Certainty::Likely
        };
        Some((format!("\"{bare}\""), certainty))
    }

    fn unquoted(&self) -> (String, Vec<String>) {
        let bare = self.written.trim_matches(CURLY);
        if self.is_nothing {
            let message = "a key without a value".to_owned();
            return (
                message,
                vec!["write the value behind the `=`, or take the line out".to_owned()],
            );
        }
        if bare.len() < self.written.len() {
            let message = "a text wants straight quotes, and these are curly ones".to_owned();
            return (message, vec![format!("write `\"{bare}\"`")]);
        }
        let linked = format!("[[{}]]", self.written);
        let text = if self.line.contains(&linked) {
            &linked
        } else {
            self.written
        };
        let mut help = vec![format!("write `\"{text}\"`")];
        if ["yes", "no", "on", "off", "True", "False"].contains(&bare) {
            help = vec!["write `true` or `false`".to_owned()];
        }
        ("a text has to stand in quotes".to_owned(), help)
    }

    fn no_key(&self) -> (String, Vec<String>) {
        let message = "this line does not read `key = value`".to_owned();
        if let Some((key, value)) = self.line.split_once(':').filter(|(key, _)| !key.contains('=')) {
            let value = value.trim();
            let is_plain =
                value.starts_with(|c: char| c.is_alphabetic()) && value != "true" && value != "false";
            let value = if is_plain {
                format!("\"{value}\"")
            } else {
                value.to_owned()
            };
            return (
                message,
                vec![format!("write `=` for the `:`, as in `{} = {value}`", key.trim())],
            );
        }
        if let Some((key, _)) = self
            .line
            .split_once('=')
            .filter(|(key, _)| !key.trim().is_empty())
        {
            let key = key.trim().trim_matches('"');
            let message = format!("the key `{key}` has to stand in quotes");
            let help = "only letters a to z, digits, `-` and `_` may do without";
            return (message, vec![format!("{help}: write `\"{key}\" = ...`")]);
        }
        let help = if self.in_document {
            "the text of the page begins below the second `+++`"
        } else {
            "put a `#` before it if it is a remark"
        };
        (message, vec![help.to_owned()])
    }

    fn broken_text(&self) -> (String, Vec<String>) {
        if self.message.ends_with("expected `\"`") || self.message.ends_with("expected `'`") {
            let help = "end the text with the quote it begins with, in the same line";
            return (
                "the closing quote of this text is missing".to_owned(),
                vec![help.to_owned()],
            );
        }
        let help = "take out the character that can't be seen";
        (
            "a text holds a character that it may not hold".to_owned(),
            vec![help.to_owned()],
        )
    }
}
