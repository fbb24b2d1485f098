//! How far what begins at a heading, a term or an item of a list goes.

use pulldown_cmark::{Event, HeadingLevel, Tag, TagEnd};

use super::markdown::Markdown;
use super::split::split;
use crate::text::{SourceId, Span};

/// Something with a beginning that names what it is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Extent {
    /// The heading, the term, the item.
    pub(crate) lead: Span,
    /// The same with all that belongs to it.
    pub(crate) whole: Span,
}

/// Headings with what stands below them, terms with what they mean, items of lists: of a Markdown source.
pub(crate) fn extents(text: &str) -> Vec<Extent> {
    let begin = split(text, SourceId(0)).body;
    let markdown = Markdown::read(text.get(begin..).unwrap_or_default(), begin);
    let events: Vec<(&Event<'_>, Span)> = (0..markdown.len())
        .filter_map(|at| Some((markdown.event(at)?, markdown.span(at))))
        .collect();
    let mut found = Vec::new();
    for (at, (event, span)) in events.iter().enumerate() {
        let end = match event {
            Event::Start(Tag::Item) => span.end,
            Event::Start(Tag::Heading { level, .. }) => {
                next(&events[at + 1..], |tag| ends_heading(tag, *level)).unwrap_or(text.len())
            }
            Event::Start(Tag::DefinitionListTitle) => meaning(&events[at + 1..]).unwrap_or(span.end),
            _ => continue,
        };
        found.push(Extent {
            lead: *span,
            whole: Span::new(span.start, end),
        });
    }
    found
}

/// The footnotes' own texts: they stand anywhere, and belong to where they are referred to.
pub(crate) fn footnote_texts(text: &str) -> Vec<Span> {
    let begin = split(text, SourceId(0)).body;
    let markdown = Markdown::read(text.get(begin..).unwrap_or_default(), begin);
    let all = (0..markdown.len()).filter(|at| {
        matches!(
            markdown.event(*at),
            Some(Event::Start(Tag::FootnoteDefinition(_)))
        )
    });
    all.map(|at| markdown.span(at)).collect()
}

/// Where what a term means ends, of which `events` are those behind its beginning.
fn meaning(events: &[(&Event<'_>, Span)]) -> Option<usize> {
    let own = events.iter().take_while(|(event, _)| {
        !matches!(
            event,
            Event::Start(Tag::DefinitionListTitle) | Event::End(TagEnd::DefinitionList)
        )
    });
    let meanings = own.filter(|(event, _)| matches!(event, Event::Start(Tag::DefinitionListDefinition)));
    meanings.map(|(_, span)| span.end).last()
}

fn ends_heading(tag: &Tag<'_>, level: HeadingLevel) -> bool {
    matches!(tag, Tag::Heading { level: other, .. } if *other <= level)
}

/// Where the next begins that is such a one.
fn next(events: &[(&Event<'_>, Span)], is_one: impl Fn(&Tag<'_>) -> bool) -> Option<usize> {
    let mut starts = events.iter().filter_map(|(event, span)| match event {
        Event::Start(tag) if is_one(tag) => Some(span.start),
        _ => None,
    });
    starts.next()
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::extents;

    #[test]
    fn what_begins_goes_as_far_as_it_belongs_together() {
        let text = "# T\n\n## A\n\n### b\n\n- c\n  - d\n- e\n\n## F\n\ng\n: h\n\n  i\n\nj\n: k\n\nl\n";
        let found = extents(text);
        let whole = |lead: &str| {
            let extent = found
                .iter()
                .find(|extent| text[extent.lead.start..].starts_with(lead));
            let whole = extent.unwrap().whole;
            text[whole.start..whole.end].trim_end().to_owned()
        };
        assert_eq!(whole("## A"), "## A\n\n### b\n\n- c\n  - d\n- e");
        assert_eq!(whole("### b"), "### b\n\n- c\n  - d\n- e");
        assert_eq!(whole("- c"), "- c\n  - d");
        assert_eq!(whole("g"), "g\n: h\n\n  i");
        assert_eq!(whole("j"), "j\n: k");
    }
}
