//! The original's words on a page in another language: marked, so that they are read out as what they are.

use crate::model::{Block, Document, Footnote, Prose, Template, TermEntry};

/// The elements that can't stand within a line.
const BLOCKS: [&str; 16] = [
    "p",
    "ul",
    "ol",
    "dl",
    "div",
    "blockquote",
    "pre",
    "table",
    "details",
    "figure",
    "hr",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
];

/// `document` with everything that it says marked as being in the language of `tag`.
pub(super) fn document(document: &Document, tag: &str) -> Document {
    let mut marked = document.clone();
    mark(&mut marked.lead, tag);
    for section in &mut marked.sections {
        mark(&mut section.title, tag);
        for block in &mut section.blocks {
            if let Block::Prose { prose, .. } = block {
                mark(prose, tag);
            }
        }
    }
    for entry in &mut marked.entries {
        mark(&mut entry.lead, tag);
        mark(&mut entry.body, tag);
    }
    for Footnote { prose, .. } in &mut marked.footnotes {
        mark(prose, tag);
    }
    for TermEntry {
        title, definition, ..
    } in &mut marked.terms
    {
        mark(title, tag);
        mark(definition, tag);
    }
    marked
}

/// Marks `prose` as being in the language of `tag`, unless it says nothing beside the titles of what it refers to.
pub(super) fn mark(prose: &mut Prose, tag: &str) {
    if !prose.text.text.contains(char::is_alphanumeric) {
        return;
    }
    let element = if is_block(&prose.html.text) { "div" } else { "span" };
    enclose(
        &mut prose.html,
        &format!("<{element} lang=\"{tag}\">"),
        &format!("</{element}>"),
    );
}

fn enclose(template: &mut Template, before: &str, behind: &str) {
    template.text.insert_str(0, before);
    template.text.push_str(behind);
    for slot in &mut template.slots {
        slot.at += before.len();
    }
}

fn is_block(html: &str) -> bool {
    let Some(tag) = html.trim_start().strip_prefix('<') else {
        return false;
    };
    let name = tag
        .split(|c: char| !c.is_ascii_alphanumeric())
        .next()
        .unwrap_or_default();
    BLOCKS.contains(&name)
}

#[cfg(test)]
mod tests {
    use super::mark;
    use crate::model::{Fill, Prose, ReferenceId, Slot, Template};

    #[test]
    fn words_are_marked_within_their_line_or_around_it() {
        let cases = [
            ("", ""),
            ("a <b>word</b>", "<span lang=\"en\">a <b>word</b></span>"),
            ("<p>A line.</p>\n", "<div lang=\"en\"><p>A line.</p>\n</div>"),
            ("<a>b</a>", "<span lang=\"en\"><a>b</a></span>"),
        ];
        for (html, expected) in cases {
            let html = Template {
                text: html.to_owned(),
                slots: Vec::new(),
            };
            let mut prose = Prose {
                text: html.clone(),
                html,
            };
            mark(&mut prose, "en");
            assert_eq!(prose.html.text, expected);
        }
    }

    #[test]
    fn what_is_filled_in_stays_where_it_was() {
        let slot = Slot {
            at: 0,
            fill: Fill::Name(ReferenceId(0)),
        };
        let html = Template {
            text: " x".to_owned(),
            slots: vec![slot],
        };
        let mut prose = Prose {
            text: html.clone(),
            html,
        };
        mark(&mut prose, "fr");
        assert_eq!(prose.html.slots[0].at, "<span lang=\"fr\">".len());
        let mut title = Prose {
            text: Template::default(),
            ..prose.clone()
        };
        mark(&mut title, "de");
        assert_eq!(title.html, prose.html);
    }
}
