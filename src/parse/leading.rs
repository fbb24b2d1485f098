//! List items that begin with a reference to a party.

use std::ops::Range;

use pulldown_cmark::{Event, Tag, TagEnd};

use super::body::Body;
use super::references::may_name_party;
use super::slice::Slice;
use crate::model::ReferenceId;

/// An item's leading reference, or several joined by "and", and what stands behind it.
pub(super) struct Leading {
    /// The reference with what joins it to others.
    pub(super) lead: Slice,
    /// What stands behind it, without what parts the two.
    pub(super) rest: Slice,
}

/// Words and signs that join two parties into one lead, in the languages that rolebook has words in.
const JOINTS: [&str; 13] = [
    ",", "&", "/", "+", "and", "or", "und", "oder", "et", "ou", "e", "ed", "o",
];

/// What `item` begins with, if that is a reference to a party; in bold or italics too.
pub(super) fn leading(body: &Body<'_>, item: usize) -> Option<Leading> {
    let inside = body.markdown.inside(item);
    let paragraph = matches!(body.markdown.tag(inside.start), Some(Tag::Paragraph)).then_some(inside.start);
    let first = paragraph.map_or(inside.start, |at| at + 1);
    let (range, mut at) = unit(body, first)?;
    let mut lead = Slice::from(range);
    while let Some(Event::Text(text)) = body.markdown.event(at)
        && is_joint(text)
        && let Some((range, end)) = unit(body, at + 1)
    {
        lead.push(at..at + 1);
        lead.push(range);
        at = end;
    }
    let inner_end = paragraph.map_or(inside.end, |at| body.markdown.inside(at).end);
    let mut taken = 0;
    if let Some(qualifier) = qualifier(body, at..inner_end) {
        lead.push_to(at..qualifier.last + 1, qualifier.len);
        (at, taken) = (qualifier.last, qualifier.len);
    }
    Some(Leading {
        lead,
        rest: rest(body, paragraph, (at, taken), inside.end),
    })
}

/// The words between a reference and the dash or colon that parts the lead from the rest.
struct Qualifier {
    /// The position of the text in which they end.
    last: usize,
    /// How many bytes of that text are theirs.
    len: usize,
}

/// The longest qualifier, in characters: what is longer is a sentence with a dash in it.
const LONGEST: usize = 80;

/// The qualifier at the start of `range`: words, some of them in bold or italics perhaps, on one line.
fn qualifier(body: &Body<'_>, range: Range<usize>) -> Option<Qualifier> {
    let (mut depth, mut length) = (0usize, 0usize);
    for at in range {
        match body.markdown.event(at) {
            Some(Event::Text(text)) => {
                let end = inner_separator(text).filter(|_| depth == 0);
                let words = &text[..end.unwrap_or(text.len())]; // a separator's start is a boundary
                length += words.trim().chars().count();
                if length > LONGEST {
                    return None;
                }
                if end.is_some() {
                    let len = words.trim_end().len();
                    return (length > 0).then_some(Qualifier { last: at, len });
                }
            }
            Some(Event::Start(Tag::Emphasis | Tag::Strong)) => depth += 1,
            Some(Event::End(TagEnd::Emphasis | TagEnd::Strong)) => depth = depth.saturating_sub(1),
            _ => return None,
        }
    }
    None
}

/// Where the first dash between words, or colon behind one, begins in `text`.
fn inner_separator(text: &str) -> Option<usize> {
    let parts = |before: Option<char>, after: Option<char>| {
        before.is_none_or(char::is_whitespace) && after.is_none_or(char::is_whitespace)
    };
    let mut before = None;
    for (at, c) in text.char_indices() {
        let after = text[at + c.len_utf8()..].chars().next();
        match c {
            '-' | '–' | '—' if parts(before, after) => return Some(at),
            ':' if parts(None, after) => return Some(at),
            _ => before = Some(c),
        }
    }
    None
}

/// The links in `slice` that may name a party.
pub(super) fn parties_in(body: &Body<'_>, slice: &Slice) -> Vec<ReferenceId> {
    let events = slice.parts.iter().flat_map(|part| part.events.clone());
    events.filter_map(|at| party(body, at)).collect()
}

fn party(body: &Body<'_>, at: usize) -> Option<ReferenceId> {
    let Some(Tag::Link { .. }) = body.markdown.tag(at) else {
        return None;
    };
    let id = body.references.at(body.markdown.span(at).start)?;
    let reference = body.references.get(id)?;
    may_name_party(reference).then_some(id)
}

/// The reference at `at`, and the position behind it. Bold or italic text that begins with a
/// reference is one as a whole.
fn unit(body: &Body<'_>, at: usize) -> Option<(Range<usize>, usize)> {
    let markdown = &body.markdown;
    let mut first = at;
    while let Some(Tag::Strong | Tag::Emphasis) = markdown.tag(first) {
        first += 1;
    }
    party(body, first)?;
    if first == at {
        return Some((at..markdown.end(at), markdown.end(at)));
    }
    let mut range = markdown.inside(at);
    // `**[[customer]]:** ...`
    if let Some(Event::Text(text)) = markdown.event(range.end.saturating_sub(1))
        && separator(text) == text.len()
    {
        range.end -= 1;
    }
    Some((range, markdown.end(at)))
}

fn is_joint(text: &str) -> bool {
    let text = text.trim();
    let word = text.strip_prefix(',').map_or(text, str::trim);
    text == "," || JOINTS.iter().any(|joint| word.eq_ignore_ascii_case(joint))
}

/// What stands between `at` and `end`, without the first `taken` bytes of the text at `at`; `paragraph` is
/// open there.
fn rest(body: &Body<'_>, paragraph: Option<usize>, (mut at, taken): (usize, usize), end: usize) -> Slice {
    let markdown = &body.markdown;
    let inner_end = paragraph.map_or(end, |paragraph| markdown.inside(paragraph).end);
    let mut skip = 0;
    if let Some(Event::Text(text)) = markdown.event(at)
        && at < inner_end
    {
        skip = taken + separator(text.get(taken..).unwrap_or_default());
        if skip == text.len() {
            (at, skip) = (at + 1, 0);
        }
    }
    while skip == 0 && at < inner_end && is_break(markdown.event(at)) {
        at += 1;
    }
    let mut slice = Slice::default();
    match paragraph {
        Some(paragraph) if at >= inner_end => slice.push(markdown.end(paragraph)..end),
        Some(paragraph) => {
            slice.push(paragraph..paragraph + 1);
            slice.push_from(at..end, skip);
        }
        None => slice.push_from(at..end, skip),
    }
    slice
}

fn is_break(event: Option<&Event<'_>>) -> bool {
    matches!(event, Some(Event::SoftBreak | Event::HardBreak))
}

/// The length of the dash or colon at the beginning of `text`, with the white space around it.
fn separator(text: &str) -> usize {
    let trimmed = text.trim_start();
    let behind = trimmed.strip_prefix(['–', '—', ':']).or_else(|| {
        let behind = trimmed.strip_prefix('-')?;
        // A hyphen within a word is none.
        (behind.is_empty() || behind.starts_with(char::is_whitespace)).then_some(behind)
    });
    text.len() - behind.map_or(trimmed, str::trim_start).len()
}

#[cfg(test)]
mod tests {
    use super::{inner_separator, is_joint, separator};

    #[test]
    fn separators_part_the_lead_from_the_rest() {
        let cases = [
            (" - a backlog", "a backlog"),
            (" – a backlog", "a backlog"),
            ("—a backlog", "a backlog"),
            (": a backlog", "a backlog"),
            ("-wide backlog", "-wide backlog"),
            (" -", ""),
            (" of the team - x", "of the team - x"),
            (", which", ", which"),
        ];
        for (text, rest) in cases {
            assert_eq!(&text[separator(text)..], rest, "{text:?}");
        }
    }

    #[test]
    fn qualifiers_end_at_a_dash_between_words_or_at_a_colon() {
        let cases = [
            (" of the team - why", Some(" of the team ")),
            (" of the team – why", Some(" of the team ")),
            ("'s team: why", Some("'s team")),
            (" of the team -", Some(" of the team ")),
            (" of the well-known team", None),
            (" at 10:30 every day", None),
            (" of the team—why", None),
            ("", None),
        ];
        for (text, qualifier) in cases {
            let found = inner_separator(text).map(|at| &text[..at]);
            assert_eq!(found, qualifier, "{text:?}");
        }
    }

    #[test]
    fn joints_join() {
        for text in [" and ", ", ", " & ", "/", ", and ", " und ", " et "] {
            assert!(is_joint(text), "{text:?}");
        }
        for text in [" - ", " of ", "", ":"] {
            assert!(!is_joint(text), "{text:?}");
        }
    }
}
