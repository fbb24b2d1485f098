//! The plain text of a source, with where it stands: what is neither link nor code nor heading.

use pulldown_cmark::{Event, Tag, TagEnd};

use super::markdown::Markdown;
use super::split::split;
use crate::text::{SourceId, Span};

/// A piece of plain text, within a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Stretch {
    /// Its bytes.
    pub(crate) span: Span,
    /// Whether it goes on from the one before, on the next line.
    pub(crate) goes_on: bool,
    /// Whether it stands in a table, where `|` has a meaning.
    pub(crate) in_table: bool,
}

/// The plain text of a Markdown source, in the order of writing.
pub(crate) fn stretches(text: &str) -> Vec<Stretch> {
    // What is wrong with how the source is split has been told already, whichever source it is.
    let begin = split(text, SourceId(0)).body;
    let markdown = Markdown::read(text.get(begin..).unwrap_or_default(), begin);
    let mut reader = Reader::default();
    let mut at = 0;
    while let Some(event) = markdown.event(at) {
        at = match event {
            Event::Start(tag) if !is_plain(tag) => {
                reader.goes_on = false;
                markdown.end(at)
            }
            event => {
                reader.read(event, markdown.span(at));
                at + 1
            }
        };
    }
    reader.found
}

/// Whether there is plain text within. Terms and headings name what stands below them.
fn is_plain(tag: &Tag<'_>) -> bool {
    !matches!(
        tag,
        Tag::Heading { .. }
            | Tag::CodeBlock(_)
            | Tag::HtmlBlock
            | Tag::DefinitionListTitle
            | Tag::Link { .. }
            | Tag::Image { .. }
    )
}

#[derive(Default)]
struct Reader {
    found: Vec<Stretch>,
    goes_on: bool,
    in_table: bool,
    /// Whether a link in raw HTML is open.
    in_link: bool,
}

impl Reader {
    fn read(&mut self, event: &Event<'_>, span: Span) {
        match event {
            Event::Text(_) if !self.in_link => {
                self.found.push(Stretch {
                    span,
                    goes_on: self.goes_on,
                    in_table: self.in_table,
                });
                self.goes_on = false;
                return;
            }
            Event::SoftBreak => {
                let last = self.found.last();
                self.goes_on = last.is_some_and(|last| last.span.end <= span.start) && !self.in_link;
                return;
            }
            Event::Start(Tag::Table(_)) => self.in_table = true,
            Event::End(TagEnd::Table) => self.in_table = false,
            Event::Start(Tag::Paragraph | Tag::Item | Tag::TableCell) => self.in_link = false,
            Event::InlineHtml(tag) => {
                let tag = tag.to_ascii_lowercase();
                let name = tag.trim_start_matches(['<', '/']);
                let is_link = name
                    .strip_prefix('a')
                    .is_some_and(|rest| rest.starts_with([' ', '>', '\n', '\t']));
                if is_link {
                    self.in_link = !tag.starts_with("</");
                }
            }
            _ => {}
        }
        self.goes_on = false;
    }
}

#[cfg(test)]
mod tests {
    use super::stretches;

    #[test]
    fn links_code_and_headings_are_left_out() {
        let text = "\
+++
title = \"A\"
+++

# Title

One *two*
three `four` [five](x.md) [[six]] <b>seven</b> <a href=\"x\">eight</a> nine &amp; ten

> - quote
>   goes on

| a | b |
|---|---|
| c | [d](e) |

    code

<p>html</p>

Term
: definition
";
        let shown: Vec<String> = stretches(text)
            .into_iter()
            .map(|stretch| {
                let goes_on = if stretch.goes_on { "+" } else { "" };
                let table = if stretch.in_table { "|" } else { "" };
                format!("{goes_on}{table}{}", stretch.span.of(text).trim())
            })
            .filter(|shown| !shown.is_empty())
            .collect();
        assert_eq!(
            shown.join("/"),
            "One/two/+three/seven/nine &amp; ten/quote/+goes on/|a/|b/|c/definition"
        );
    }
}
